"""The words that sanctions and stances are told in, by language: read once from ``data/vocabulary``.

A file holds tables ``[language.kind]``, each ``value = [phrases]``; kinds in INFLECTED hold verbs in the
infinitive, whose first word is inflected here. A phrase of several kinds or values bears a cue for each.
"""

from __future__ import annotations

import functools
import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from itertools import accumulate
from typing import Any, Final, NamedTuple

from extractor.errors import SettingsError
from extractor.knowledge.inflection import inflect

__all__ = [
    "DETAILS",
    "INFLECTED",
    "LANGUAGES",
    "NO_CUES",
    "Cue",
    "CueSet",
    "Vocabulary",
    "build",
    "cut",
    "fingerprint",
    "shipped_tables",
    "tokenise",
    "vocabulary",
]

LANGUAGES: Final = ("en", "es", "fr", "de")

INFLECTED: Final = frozenset(
    {
        "accept", "accuse", "act", "appeal", "call", "common", "effect", "enlist", "exempting", "govern",
        "hinder", "hit", "intransitive", "lean", "list", "penalise", "prohibit", "speech", "stance", "vote",
        "want",
    }
)  # fmt: skip

# What is read beside an act, not for its grammar.
DETAILS: Final = frozenset({"reason", "measure", "sector", "before"})

_OTHER_TABLES: Final = frozenset({"irregular.toml", "leaders.toml"})

_TOKEN: Final = re.compile(
    r"([^\W\d_]+(?=,)"  # nearly every word with something after it
    r"|(?:[^\W\d_]\.){2,}"  # U.S.
    r"|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gen|St|Gov|Lt|Col|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\."
    r"|O['’][A-Z][^\W\d_]+|(?!Qu)[A-Z][a-z]{1,3}['’](?!ll\b|re\b|ve\b)[a-z]{2,}"  # O'Brien, Sa'ar
    r"|[^\W\d_]+?(?=n['’]t\b)|n['’]t\b"  # did n't
    r"|['’](?:s|re|ve|ll|d)\b"
    r"|(?:\b(?:[lLdDnNsSjJcCmM]|qu|Qu|lorsqu|puisqu|jusqu)['’])(?=\w)"  # l'Iran
    r"|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?\b(?:-[^\W\d_]+)*"
    r"|[^\W_]+(?:[-‐‑][^\W_]+)*"
    r"|[^\w\s])"
)

_MELTED: Final = {
    ("fr", "à"): ("au", "aux"),
    ("fr", "de"): ("du", "des"),
    ("es", "a"): ("al",),
    ("es", "de"): ("del",),
}

Span = tuple[int, int]


class Cue(NamedTuple):
    """What a word or phrase may stand for.

    ``form`` holds the letters of ``inflection`` ("dn" for "imposed"), "" for words that are not inflected;
    ``parting`` is the prefix that a German verb has left behind ("hebt … auf").
    """

    kind: str
    value: str
    form: str = ""
    lemma: str = ""
    parting: str = ""


class CueSet(tuple[Cue, ...]):
    """The cues of one phrase. Most of a vocabulary is never met, so kinds are listed on first use."""

    @functools.cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of its cues."""
        return frozenset(cue.kind for cue in self)

    @functools.cached_property
    def inflected(self) -> tuple[Cue, ...]:
        """Its cues that are verbs."""
        return tuple(cue for cue in self if cue.kind in INFLECTED)

    @functools.cached_property
    def letters(self) -> str:
        """The letters of all its verbs' forms, each once."""
        return "".join(sorted({letter for cue in self.inflected for letter in cue.form}))

    @functools.cached_property
    def first(self) -> dict[str, Cue]:
        """The first cue of each kind."""
        return {cue.kind: cue for cue in reversed(self)}


NO_CUES: Final = CueSet()

# Equal sets are one object, and live for ever: the rules know what they have read of one by its identity.
_SETS: Final[dict[tuple[Cue, ...], CueSet]] = {}

Entries = Mapping[str, tuple[CueSet | None, Mapping[str, tuple[tuple[tuple[str, ...], CueSet], ...]]]]


@dataclass(frozen=True)
class Vocabulary:
    """Cues for one language: by first word those of the word alone, and by second word the longer phrases.

    ``details`` holds the kinds in DETAILS, which are looked up apart: their phrases ("invasion of") must not
    hide a shorter one that the grammar needs ("invasion"). ``phrases`` are each kind's phrases, to see at a
    glance what a text may hold.
    """

    language: str
    entries: Entries
    details: Entries
    leaders: Mapping[str, str]
    phrases: Mapping[str, frozenset[tuple[str, ...]]]

    def at(self, words: list[str], index: int, *, details: bool = False) -> tuple[int, CueSet] | None:
        """The longest phrase that begins at ``words[index]``: index after it, and its cues."""
        entry = (self.details if details else self.entries).get(words[index])
        if entry is None:
            return None
        alone, longer = entry
        if longer and index + 1 < len(words):
            for phrase, cues in longer.get(words[index + 1], ()):
                length = len(phrase)
                if length == 2 or tuple(words[index : index + length]) == phrase:
                    return index + length, cues
        return None if alone is None else (index + 1, alone)


def tokenise(text: str) -> list[tuple[str, Span]]:
    """Words and marks of ``text`` with their offsets; the text's possessives and elisions stand alone."""
    words, starts, ends = cut(text)
    return list(zip(words, zip(starts, ends, strict=True), strict=True))


def cut(text: str) -> tuple[list[str], list[int], list[int]]:
    """What ``tokenise`` gives, as three lists: words and marks, where each begins, where each ends."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for chunk in text.split(" "):  # no word holds a space, and most chunks are letters only: one word
        after = at + len(chunk)
        if chunk.isalpha():
            words.append(chunk)
            starts.append(at)
            ends.append(after)
        elif chunk:
            pieces, firsts, lasts = _PIECES.get(chunk) or _pieces(chunk)
            words += pieces
            starts += [at + first for first in firsts]
            ends += [at + last for last in lasts]
        at = after + 1
    return words, starts, ends


_Pieces = tuple[list[str], list[int], list[int]]
_PIECES: Final[dict[str, _Pieces]] = {}  # of chunks met before: "said," and "Moscow." come again and again
_MOST_PIECES: Final = 50_000
_LONGEST_KEPT: Final = 40


def _pieces(chunk: str) -> _Pieces:
    """The words and marks of ``chunk`` with their offsets in it; those of a short one are kept."""
    pieces = _TOKEN.split(chunk)  # by turns what stands between and a word
    edges = list(accumulate(map(len, pieces), initial=0))
    made = pieces[1::2], edges[1:-1:2], edges[2::2]
    if len(chunk) <= _LONGEST_KEPT:
        if len(_PIECES) >= _MOST_PIECES:
            _PIECES.clear()
        _PIECES[chunk] = made
    return made


@functools.cache
def vocabulary(language: str) -> Vocabulary | None:
    """The shipped vocabulary of ``language`` (ISO 639-1), or None when there is none."""
    return build(language, shipped_tables())


def build(language: str, tables: Mapping[str, Mapping[str, Any]]) -> Vocabulary | None:
    """The vocabulary of ``language`` that these tables, by file name, make; None in an unknown language."""
    if language not in LANGUAGES:
        return None
    irregular = tables["irregular.toml"].get(language, {})
    found: dict[tuple[str, ...], dict[Cue, None]] = {}
    for name, table in tables.items():
        if name in _OTHER_TABLES:
            continue
        for kind, values in table.get(language, {}).items():
            for phrase, cue in _cues(kind, values, language, irregular):
                found.setdefault(phrase, {})[cue] = None
                if language == "de":  # the Swiss have no "ß"
                    swiss = tuple(word.replace("ß", "ss") for word in phrase)
                    found.setdefault(swiss, {})[cue] = None
    return Vocabulary(
        language,
        _by_first_word(found, details=False),
        _by_first_word(found, details=True),
        _leaders(tables["leaders.toml"]),
        _phrases(found),
    )


@functools.cache
def fingerprint() -> str:
    """First 16 hex digits of SHA-256 over every vocabulary file, name and bytes."""
    digest = hashlib.sha256()
    for name, content in _contents():
        digest.update(name.encode() + b"\0" + content + b"\0")
    return digest.hexdigest()[:16]


def _contents() -> list[tuple[str, bytes]]:
    folder = resources.files("extractor.knowledge") / "data" / "vocabulary"
    names = sorted(item.name for item in folder.iterdir() if item.name.endswith(".toml"))
    return [(name, (folder / name).read_bytes()) for name in names]


@functools.cache
def shipped_tables() -> dict[str, dict[str, Any]]:
    """The shipped tables by file name, as they stand in the files."""
    return {name: _parsed(name, content) for name, content in _contents()}


def _parsed(name: str, content: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(content.decode())
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(
            f"data/vocabulary/{name}: {error}; correct the file, it is not valid TOML"
        ) from error


def _leaders(table: Mapping[str, list[str]]) -> dict[str, str]:
    return {
        name: state if ":" in state else f"country:{state}"
        for state, names in table.items()
        for name in names
    }


def _phrases(found: Mapping[tuple[str, ...], Mapping[Cue, None]]) -> dict[str, frozenset[tuple[str, ...]]]:
    grouped: dict[str, set[tuple[str, ...]]] = {}
    for phrase, cues in found.items():
        for cue in cues:
            grouped.setdefault(cue.kind, set()).add(phrase)
    return {kind: frozenset(phrases) for kind, phrases in grouped.items()}


def _by_first_word(found: Mapping[tuple[str, ...], Mapping[Cue, None]], *, details: bool) -> Entries:
    alone: dict[str, CueSet] = {}
    longer: dict[str, dict[str, list[tuple[tuple[str, ...], CueSet]]]] = {}
    for phrase, cues in found.items():
        listed = tuple(cue for cue in cues if (cue.kind in DETAILS) == details)
        if not listed:
            continue
        made = _SETS.setdefault(listed, CueSet(listed))
        if len(phrase) == 1:
            alone[phrase[0]] = made
        else:
            longer.setdefault(phrase[0], {}).setdefault(phrase[1], []).append((phrase, made))
    return {
        first: (
            alone.get(first),
            {
                second: tuple(sorted(phrases, key=lambda item: -len(item[0])))
                for second, phrases in longer.get(first, {}).items()
            },
        )
        for first in (*alone, *(word for word in longer if word not in alone))
    }


def _cues(
    kind: str, values: Mapping[str, list[str]], language: str, irregular: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[tuple[str, ...], Cue]]:
    for value, phrases in values.items():
        for phrase in (form for plain in phrases for form in _contracted(plain, language)):
            if kind not in INFLECTED:
                yield _words(phrase), Cue(kind, value, "", phrase)
                continue
            for form, letters, parting in _verb_forms(phrase, language, irregular):
                yield _words(form), Cue(kind, value, letters, phrase, parting)


def _contracted(phrase: str, language: str) -> Iterator[str]:
    """A phrase that ends in a preposition, also with the article that melts into it ("s'opposer aux")."""
    yield phrase
    stem, _, last = phrase.rpartition(" ")
    for melted in _MELTED.get((language, last), ()) if stem else ():
        yield f"{stem} {melted}"


def _words(phrase: str) -> tuple[str, ...]:
    if phrase.isalpha() and phrase.islower():
        return (phrase,)
    if phrase.endswith(".") and phrase[:-1].isalpha():  # "nov.": a month, cut whole only with its capital
        return (phrase,)
    if phrase.endswith("'"):  # "l'", "à l'": cut only with the word that it leans on
        return tuple(word.lower().replace("’", "'") for word in cut(phrase + "x")[0][:-1])
    return tuple(word.lower().replace("’", "'") for word in cut(phrase)[0])


def _verb_forms(
    phrase: str, language: str, irregular: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[str, str, str]]:
    first, _, rest = phrase.partition(" ")
    if (
        first.endswith("ly") and rest and language == "en"
    ):  # "partially lift": the adverb stands before the verb
        adverb, (first, _, rest) = first + " ", rest.partition(" ")
    else:
        adverb = ""
    prefix, _, bare = first.rpartition("|")
    letters: dict[tuple[str, str], str] = {}
    for letter, forms in inflect(bare, language, irregular).items():
        for form in forms:
            for made, parting in _parted(form, letter, prefix):
                key = (f"{adverb}{made} {rest}".strip(), parting)
                letters[key] = letters.get(key, "") + letter
    for (form, parting), found in letters.items():
        yield form, found, parting


def _parted(form: str, letter: str, prefix: str) -> list[tuple[str, str]]:
    """A German verb's forms: together ("aufgehoben", "aufzuheben") and apart ("hebt … auf")."""
    if not prefix:
        return [(form, "")]
    together = [(prefix + form, "")]
    if letter == "b":
        return [*together, (f"{prefix}zu{form}", "")]
    return [*together, (form, prefix)] if letter in "sd" else together
