"""Where forms stand in a sentence that is cut into tokens already: the longest at each, guarded.

The same forms, guards and joining with bodies as ``form_index`` and ``hits`` give for plain text, at a third
of the price: a reader that has cut its sentence need not have it cut again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import compress, count
from typing import Any, Final, NamedTuple

from extractor.knowledge.entry import BodyNoun, Entry, Form
from extractor.knowledge.guards import ARTICLES, NO_NAME_AFTER, NO_NAME_BEFORE
from extractor.knowledge.hits import usable_in
from extractor.knowledge.vocabulary import cut

__all__ = ["TokenForms", "TokenHit", "Tokens"]

_EXACT, _CAPITAL = 1, 2
_MOST_DOTTED: Final = 5
_HYPHENATED: Final = frozenset({"state", "armed_group", "group", "other"})  # "Burkina-Faso", "Al-Shabaab"
_HARMLESS: Final = frozenset({"own"})
_GLUE: Final = frozenset("@$")
_Cases = tuple[tuple[int, int, str], ...]
_Filed = tuple[Form, _Cases]


class Tokens(NamedTuple):
    """A sentence's tokens: as printed, in lower case with straight apostrophes, and their offsets."""

    raw: Sequence[str]
    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]


class TokenHit(NamedTuple):
    """Tokens ``start`` up to ``after`` that a known form covers; ``form`` None where only ``noun`` fits."""

    start: int
    after: int
    form: Form | None
    noun: BodyNoun | None


class _Head:
    """The forms that begin with one token: those of it alone, and by second token the longer ones.

    ``plain`` is the one form of the token alone where nothing but its capital is to be looked at.
    """

    __slots__ = ("alone", "longer", "plain")

    def __init__(self) -> None:
        self.alone: list[_Filed] = []
        self.longer: dict[str, list[tuple[tuple[str, ...], list[_Filed]]]] = {}
        self.plain: Form | None = None


class TokenForms:
    """The forms that a text of ``language`` may hold. First tokens are filed at once, the rest when met."""

    def __init__(self, forms: Iterable[Form], language: str) -> None:
        self._language = language
        self._heads: dict[str, _Head] = {}
        self._waiting: dict[str, list[tuple[Form, str]]] = {}
        self._lower: set[str] = set()  # first tokens that may stand in lower case
        waiting, lower = self._waiting, self._lower
        for form in forms:
            own = form.language in (language, "*") and not form.uses  # nearly all are
            if not own and not usable_in(form, language):
                continue
            for text in (form.text,) if form.text.isalpha() and form.type == "name" else _spellings(form):
                end = text.find(" ")
                first = text if end < 0 else text[:end]
                if not first.isalpha():
                    first = cut(first)[0][0].replace("’", "'")
                word = first.lower()
                if word in waiting:
                    waiting[word].append((form, text))
                else:
                    waiting[word] = [(form, text)]
                if word[0] == first[0]:
                    lower.add(word)

    def find(self, tokens: Tokens) -> list[TokenHit]:
        """Leftmost-longest hits in order, not overlapping; a hit without form and noun names no actor."""
        raw, words = tokens.raw, tokens.words
        waiting, lower = self._waiting, self._lower
        hits: list[TokenHit] = []
        free = 0
        for at in compress(count(), map(waiting.__contains__, words)):
            if at < free or not (raw[at][0].isupper() or words[at] in lower):
                continue
            hit = self._at(tokens, at, after_hit=at == free > 0)
            if hit is not None:
                hits.append(hit)
                free = hit.after
        return hits

    def of_word(self, printed: str) -> Form | None:
        """The form that one token as a whole is, such as the first part of "US-Finanzminister"."""
        word = printed.lower()
        head = self._head(word) if word in self._waiting else None
        if head is None:
            return None
        tokens = Tokens([printed], [word], [0], [len(printed)])
        fitting = [form for form, cases in head.alone if _cased(tokens, 0, cases) and form.uses <= _HARMLESS]
        return fitting[0] if fitting else None

    def _head(self, word: str) -> _Head:
        head = self._heads.get(word)
        if head is None:
            head = _Head()
            for form, text in self._waiting[word]:
                _file(head, form, text)
            _settle(head, self._language)
            self._heads[word] = head
        return head

    def _at(self, tokens: Tokens, at: int, *, after_hit: bool) -> TokenHit | None:
        words = tokens.words
        head = self._heads.get(words[at]) or self._head(words[at])
        if head.longer and at + 1 < len(words):
            for rest, filed in head.longer.get(words[at + 1], ()):
                after = at + 2 + len(rest)
                if not rest or tuple(words[at + 2 : after]) == rest:
                    hit = self._fitting(tokens, at, after, filed, after_hit=after_hit)
                    if hit is not None:
                        return hit
        plain = head.plain
        if plain is not None:
            after = at + 1
            glued = after < len(words) and tokens.starts[after] == tokens.ends[at]
            if (glued or (at and words[at - 1] == "@")) and not _bounded(tokens, at, after):
                return None
            return TokenHit(at, after, plain, None)
        return self._fitting(tokens, at, at + 1, head.alone, after_hit=after_hit) if head.alone else None

    def _fitting(
        self, tokens: Tokens, at: int, after: int, filed: list[_Filed], *, after_hit: bool
    ) -> TokenHit | None:
        form: Form | None = None
        noun: BodyNoun | None = None
        for one, cases in filed:
            if (cases and not _cased(tokens, at, cases)) or (
                one.uses and not _fits(one, tokens, at, after, after_hit=after_hit)
            ):
                continue
            if one.text[-1] == "+" and list(tokens.words[after : after + 1]) != ["+"]:
                continue
            if form is None:
                form = one
            if isinstance(one.target, BodyNoun):
                noun = one.target
                break
        if form is None or not _bounded(tokens, at, after):
            return None
        end = _over_dot(tokens, after, form)
        return TokenHit(at, end, None if isinstance(form.target, BodyNoun) else form, noun)


def _spellings(form: Form) -> list[str]:
    """The form as it stands; a hyphen may be a space and a space a hyphen; "US" may be "U.S."."""
    text = form.text.rstrip("+")
    found = [text]
    if "-" in text:
        found.append(text.replace("-", " "))
    elif text.count(" ") == 1 and isinstance(form.target, Entry) and form.target.kind in _HYPHENATED:
        found.append(text.replace(" ", "-"))
    if form.type == "abbreviation" and text.isalpha() and text.isupper() and 1 < len(text) <= _MOST_DOTTED:
        found.append("".join(f"{letter}." for letter in text))
    return found


def _file(head: _Head, form: Form, text: str) -> None:
    raw = cut(text)[0]
    if raw[-1] == "." and len(raw) > 1:
        raw = raw[:-1]
    words = tuple(token.lower().replace("’", "'") for token in raw)
    cases = tuple(
        (place, case, token) for place, token in enumerate(raw) if (case := _case(token)) is not None
    )
    if len(words) == 1:
        head.alone.append((form, cases))
        return
    candidates = head.longer.setdefault(words[1], [])
    for rest, filed in candidates:
        if rest == words[2:]:
            filed.append((form, cases))
            return
    candidates.append((words[2:], [(form, cases)]))


def _settle(head: _Head, language: str) -> None:
    """Longer forms before shorter, and of equal forms the one to be read first."""

    def rank(filed: _Filed) -> tuple[Any, ...]:
        form = filed[0]
        return (
            form.text[-1] != "+",
            form.language not in (language, "*"),
            form.language != "en",
            isinstance(form.target, BodyNoun),
            form.type == "demonym",
        )

    head.alone.sort(key=rank)
    if len(head.alone) == 1:
        form, cases = head.alone[0]
        simple = not form.uses and form.text[-1] != "+" and isinstance(form.target, Entry)
        if simple and all(case == _CAPITAL for _, case, _ in cases):
            head.plain = form
    for candidates in head.longer.values():
        candidates.sort(key=lambda one: -len(one[0]))
        for _, filed in candidates:
            filed.sort(key=rank)


def _case(token: str) -> int | None:
    if token.islower() or not token[0].isalpha():
        return None
    return _CAPITAL if token[1:].islower() or len(token) == 1 else _EXACT


def _cased(tokens: Tokens, at: int, cases: _Cases) -> bool:
    for place, case, token in cases:
        printed = tokens.raw[at + place]
        if case == _CAPITAL:
            if not printed[0].isupper():
                return False
        elif printed not in (token, token.upper()) and printed != token[0].upper() + token[1:]:
            return False
    return True


def _fits(form: Form, tokens: Tokens, at: int, after: int, *, after_hit: bool) -> bool:
    words = tokens.words
    if "article" in form.uses and not (at and words[at - 1].rstrip("'") in ARTICLES):
        return False
    return "alone" not in form.uses or after_hit or _alone(tokens, at, after)


def _alone(tokens: Tokens, at: int, after: int) -> bool:
    upper = tokens.raw[at].isupper()
    return not (
        _in_name(tokens, at - 1, NO_NAME_BEFORE, upper=upper)
        or _in_name(tokens, after, NO_NAME_AFTER, upper=upper)
    )


def _in_name(tokens: Tokens, neighbour: int, harmless: frozenset[str], *, upper: bool) -> bool:
    if not 0 <= neighbour < len(tokens.words) or tokens.words[neighbour] in harmless:
        return False
    printed = tokens.raw[neighbour]
    if not printed[0].isupper() or printed.endswith(("'", "’")):
        return False
    return not (upper and printed.isupper())  # a headline in capitals tells nothing


def _bounded(tokens: Tokens, at: int, after: int) -> bool:
    """Not part of a handle, an e-mail or web address, or a sum of money."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    if at and words[at - 1] == "@":
        return False
    if after >= len(words) or starts[after] != ends[after - 1]:
        return True
    if words[after] in _GLUE:
        return False
    glued = after + 1 < len(words) and starts[after + 1] == ends[after]
    return not (words[after] == "." and glued and tokens.raw[after + 1][0].islower())


def _over_dot(tokens: Tokens, after: int, form: Form) -> int:
    """The last dot of "EE. UU." is part of it."""
    if after >= len(tokens.words):
        return after
    if form.text[-1] == "+":
        return after + 1
    dotted = "." in form.text and len(tokens.words[after - 1]) <= 2 and tokens.words[after] == "."
    return after + 1 if dotted and tokens.starts[after] == tokens.ends[after - 1] else after
