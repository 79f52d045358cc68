"""How an article speaks of an actor that a draft names: as printed, under another form, in part, or not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from extractor.checks.article_text import KNOWN_LANGUAGES, ArticleText
from extractor.checks.plain import bare, plain_name
from extractor.checks.wordlists import merged
from extractor.checks.words import content_words, name_parts, same_word
from extractor.knowledge.known import Knowledge
from extractor.schemas.draft import DraftActor

__all__ = ["OWN_NAMES", "How", "Mention", "find_mention"]

How = Literal["printed", "known", "words", "part", "unproven"]
"""``printed`` as it is; ``known`` under another form that the gazetteer has; ``words`` its words together
in other order or inflection; ``part`` a surname, or half of a description; ``unproven`` in another script or
in a language that the gazetteer does not know, so that nothing can be said."""

# Kinds named individually: "Georgia" the company or "Jordan" the person is not the state.
OWN_NAMES: Final = ("person", "company", "vessel", "group")

# Kinds with many usual names ("США", "Вашингтон"), which only a gazetteer brings together.
_PUBLIC: Final = ("state", "government_body", "intl_org", "coalition")

_LEADING: Final = re.compile(
    r"(?:the|an?|el|la|los|las|le|les|der|die|das|dem|den|os?|as)\s+|l['’]\s*", re.IGNORECASE
)
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_BRACKETED: Final = re.compile(r"(?P<outer>[^()]+?)\s*\((?P<inner>[^()]+)\)$")


class Mention(NamedTuple):
    """How an actor is spoken of, and the offsets in the article's text where that is so.

    For ``words`` and ``part`` of a description these are the starts of the sentences that hold them.
    ``missing`` are the words of the name that the article does not have there.
    """

    how: How
    starts: tuple[int, ...] = ()
    missing: tuple[str, ...] = ()


def find_mention(name: str, described: DraftActor | None, text: ArticleText) -> Mention | None:
    """How the article speaks of ``name``, or None when it does not.

    The literal look comes first and costs microseconds; the gazetteer's over the whole text comes when that
    fails, the comparison of words last.
    """
    for form in _forms(name):
        starts = text.plain.find(form)
        if starts:
            return Mention("printed", starts)
    own_name = described is not None and described.kind in OWN_NAMES
    known = None if own_name else _known(name, text)
    if known is not None:
        return known
    if described is not None and described.kind == "person" and _is_proper(name):
        found = _person(name, text)
    else:
        found = _description(name, text)
    return found or _unproven(name, described, text)


@lru_cache(maxsize=8192)
def _forms(name: str) -> tuple[str, ...]:
    forms = [plain_name(name)]
    bracketed = _BRACKETED.fullmatch(forms[0])
    if bracketed is not None:
        forms += [bracketed["outer"].strip(), bracketed["inner"].strip()]
    for form in tuple(forms):
        forms += [_LEADING.sub("", form, count=1), _POSSESSIVE.sub("", form)]
    return tuple(form for form in dict.fromkeys(forms) if form)


def _known(name: str, text: ArticleText) -> Mention | None:
    entry = text.knowledge.resolved(name, text.article.language)
    if entry is None:
        return None
    starts = text.known.get(entry.id) or tuple(_leaders(entry.id, text))
    return Mention("known", starts) if starts else None


def _leaders(actor_id: str, text: ArticleText) -> Iterator[int]:
    words = text.knowledge.vocabulary("en")
    for leader, state in words.leaders.items() if words else ():
        if state == actor_id:
            yield from text.plain.find(plain_name(leader))


def _is_proper(name: str) -> bool:
    """Whether it is a name and no description: no word but particles begins with a small letter."""
    words = [word for word in re.findall(r"[^\W\d_]+", name) if bare(word) in name_parts(word)]
    return bool(words) and not any(word[0].islower() for word in words)


def _person(name: str, text: ArticleText) -> Mention | None:
    parts = name_parts(name)
    if not parts:
        return None
    met = {part: _sentences_with(part, text) for part in parts}
    found = [part for part in parts if met[part]]
    missing = tuple(part for part in parts if part not in found)
    if parts[-1] in found and (not missing or len(found) > 1):
        return Mention("words", _starts(met[parts[-1]], text), missing)
    alone = [part for part in found if part == parts[-1] or _stands_alone(part, text)]
    if not alone:
        return None
    return Mention("part", _starts(met[alone[-1]], text), missing)


def _sentences_with(word: str, text: ArticleText) -> list[int]:
    inflected = text.inflected
    return [
        index
        for index, words in enumerate(text.sentence_words)
        if word in words or (inflected and any(same_word(word, other, inflected=True) for other in words))
    ]


def _stands_alone(part: str, text: ArticleText) -> bool:
    """Whether a part of a name is used for the whole: "Lula said", not "Sergei" of another Sergei."""
    line = bare(text.plain.cased)
    if len(part) < 3 or len(line) != len(text.plain.cased):
        return False
    for match in re.finditer(rf"\b{re.escape(part)}\b", line):
        after = re.match(r"[ -](\w)", text.plain.cased[match.end() :])
        if text.plain.cased[match.start()].isupper() and (after is None or not after[1].isupper()):
            return True
    return False


def _starts(sentences: Sequence[int], text: ArticleText) -> tuple[int, ...]:
    return tuple(text.article.sentences[index].start for index in sentences)


def _description(name: str, text: ArticleText) -> Mention | None:
    """Whether two sentences in a row hold all the words of a description, the states in any of their forms.

    Half of the words will do for a part, and general ones ("officials") may lack; a state may not.
    """
    states, words = _parted(name, text.article.language, text.knowledge)
    if not states and not words:
        return Mention("unproven")
    named = [text.known.get(actor_id, ()) for actor_id in states]
    above = [at or _state_of(actor_id, text) for actor_id, at in zip(states, named, strict=True)]
    if not all(above):
        return None
    rows = _rows(words, text)
    best = max(rows, key=len, default=frozenset[str]())
    starts = tuple(
        sentence.start
        for sentence, row in zip(text.article.sentences, rows, strict=True)
        if words and len(row) == len(best)
    )
    if len(best) == len(words) and all(named):
        return Mention("words", starts or tuple(sorted(at for places in named for at in places)))
    missing = tuple(word for word in words if word not in best)
    told = len(words) - len(missing) + len(states)
    if 2 * told < len(words) + len(states) or not (
        best or not words or merged("names", "general").issuperset(missing)
    ):
        return None
    return Mention("part", starts if best else above[0], missing or (name,))


def _state_of(actor_id: str, text: ArticleText) -> tuple[int, ...]:
    """Where the state of a body is spoken of that is not itself."""
    known = text.knowledge.actors
    entry = known.entry(actor_id)
    above = known.state_of(entry) if entry is not None else None
    return text.known.get(above.id, ()) if above is not None else ()


@lru_cache(maxsize=8192)
def _parted(name: str, language: str | None, knowledge: Knowledge) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids of the states and bodies that a description names, and its other telling words."""
    rest, states = "", []
    at = 0
    for mention in knowledge.actors.find(name, language):
        rest += name[at : mention.start] + " "
        states.append(mention.entry.id)
        at = mention.end
    words = tuple(word for word in content_words(rest + name[at:]) if word not in merged("names", "legal"))
    return tuple(dict.fromkeys(states)), words


def _rows(words: tuple[str, ...], text: ArticleText) -> list[frozenset[str]]:
    """For each sentence, those of ``words`` that it or the next one holds."""
    held = [
        frozenset(word for word in words if _holds(sentence, word, inflected=text.inflected))
        for sentence in text.sentence_words
    ]
    return [here | after for here, after in zip(held, [*held[1:], frozenset[str]()], strict=True)]


def _holds(sentence: frozenset[str], word: str, *, inflected: bool) -> bool:
    return word in sentence or any(same_word(word, other, inflected=inflected) for other in sentence)


def _unproven(name: str, described: DraftActor | None, text: ArticleText) -> Mention | None:
    """Unproven when the gazetteer lacks the text's language, or the name is in another script."""
    latin = re.search(r"[^\W\d_]", name) is not None and re.search(r"[^\W\d_A-Za-zÀ-ɏ]", name) is None
    if latin and not text.is_latin:
        return Mention("unproven")
    if text.article.language in KNOWN_LANGUAGES:
        return None
    public = described is None or described.kind in _PUBLIC
    return Mention("unproven") if public or text.knowledge.resolved(name, "en") is not None else None
