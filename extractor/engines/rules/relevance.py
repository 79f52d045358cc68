"""Which sentences are worth reading in full: a look at their words, before any grammar."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from extractor.article.model import Article
from extractor.knowledge.vocabulary import LANGUAGES, vocabulary

__all__ = ["Use", "worth_reading"]

Use = Literal["telling", "context", "naming"]
"""telling: may tell a record; context: stands before one that may, so it tells who speaks and who "it" is;
naming: may tell which person holds which office."""

# Nothing of this in the whole text: nothing to read. Stems of every noun and verb for sanctions.
_TELLING: Final = re.compile(
    r"sanctio|sanci|sanktion|embargo|blacklist|restrictive measures|mesures restrictives|medidas restrictivas"
    r"|asset.freez|travel ban|price.cap|export control|strafmaßnahmen|resolution|résolution|resolución|OFAC"
    r"|avoirs|frozen|preisdeckel|einreiseverbot|visa restrict|(?:visa|entry|import|export|arms) ban",
    re.IGNORECASE,
)
_UNSURE: Final = 400  # code points; language detection errs on less
_WORD: Final = re.compile(r"\w+")
# With these, whoever is blamed stands for the conduct ("condemned Moscow").
_BLAMING: Final = frozenset(
    {
        "condemn",
        "condemns",
        "condemned",
        "denounce",
        "denounced",
        "condena",
        "condenó",
        "condamne",
        "condamné",
    }
    | {"verurteilt", "verurteilte"}
)
_SANCTIONS: Final = ("strong", "weak", "list")
_ISSUES: Final = ("resolution", "conduct", "diplomacy", "pressure")
_VIEWS: Final = ("stance", "call", "vote", "judgement", "appeal")


@dataclass(frozen=True, slots=True)
class _Triggers:
    sanctions: frozenset[str]
    measures: dict[str, list[frozenset[str]]]  # phrases of several words, by the longest of them
    issues: frozenset[str]
    views: frozenset[str]
    forbid: frozenset[str]
    goods: frozenset[str]
    roles: frozenset[str]


def worth_reading(article: Article) -> list[tuple[int, Use]]:
    """Indexes of the sentences to read, and what for."""
    if _TELLING.search(article.text) is None:
        return []
    uses: list[Use | None] = []
    triggers = _triggers(_languages(article))
    for sentence in article.sentences:
        words = set(_WORD.findall(article.text[sentence.start : sentence.end].lower()))
        if _tells(words, triggers):
            if uses and uses[-1] != "telling":
                uses[-1] = "context"
            uses.append("telling")
        else:
            uses.append(None if words.isdisjoint(triggers.roles) else "naming")
    return [(index, use) for index, use in enumerate(uses) if use is not None]


def _tells(words: set[str], triggers: _Triggers) -> bool:
    if (
        not words.isdisjoint(triggers.sanctions)
        or not words.isdisjoint(_BLAMING)
        or any(
            phrase <= words for word in triggers.measures.keys() & words for phrase in triggers.measures[word]
        )
    ):
        return True
    if not words.isdisjoint(triggers.issues) and not words.isdisjoint(triggers.views):
        return True
    return not words.isdisjoint(triggers.forbid) and not words.isdisjoint(triggers.goods)


def _by_longest_word(phrases: Iterable[frozenset[str]]) -> dict[str, list[frozenset[str]]]:
    """So that a sentence is held against few of them."""
    filed: dict[str, list[frozenset[str]]] = {}
    for phrase in dict.fromkeys(phrases):
        filed.setdefault(max(sorted(phrase), key=len), []).append(phrase)
    return filed


def _languages(article: Article) -> tuple[str, ...]:
    """English and the article's own; every one where the text is too short to be sure."""
    own = set(article.languages) & set(LANGUAGES)
    if not own or len(article.text) < _UNSURE:
        return LANGUAGES
    return tuple(one for one in LANGUAGES if one in own or one == "en")


@functools.cache
def _triggers(languages: tuple[str, ...]) -> _Triggers:
    """The words of all that matters, in these languages."""
    known = [found for one in languages if (found := vocabulary(one)) is not None]

    def phrases(*kinds: str) -> list[frozenset[str]]:
        return [
            frozenset(part for word in phrase for part in _WORD.findall(word))
            for entry in known
            for kind in kinds
            for phrase in entry.phrases.get(kind, ())
        ]

    def openings(*kinds: str) -> frozenset[str]:
        return frozenset(
            _WORD.findall(phrase[0])[0]
            for entry in known
            for kind in kinds
            for phrase in entry.phrases.get(kind, ())
            if _WORD.findall(phrase[0])
        )

    sanctions = phrases(*_SANCTIONS)
    alone = frozenset(word for phrase in sanctions if len(phrase) == 1 for word in phrase)
    return _Triggers(
        sanctions=alone,
        measures=_by_longest_word(phrase for phrase in sanctions if phrase.isdisjoint(alone)),
        issues=openings(*_ISSUES),
        views=openings(*_VIEWS),
        forbid=openings("prohibit"),
        goods=openings("goods"),
        roles=openings("role"),
    )
