"""Which sentences are worth reading in full: a look at their words, before any grammar."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from extractor.article.model import Article
from extractor.gate.screen import screen_article
from extractor.gate.weights import weights
from extractor.knowledge.known import Knowledge, shipped_knowledge
from extractor.knowledge.vocabulary import LANGUAGES, vocabulary

__all__ = ["Use", "about_something_else", "worth_reading"]

Use = Literal["telling", "context", "naming"]
"""telling: may tell a record; context: stands before one that may, so it tells who speaks and who "it" is;
naming: may tell which person holds which office."""

# Nothing of this in the whole text: nothing to read. Stems of every noun and verb for sanctions.
_TELLING: Final = re.compile(
    r"sanctio|sanci|sanktion|embargo|blacklist|restrictive measures|mesures restrictives|medidas restrictivas"
    r"|asset.freez|travel ban|price.cap|export control|resolution|résolution|resolución|OFAC"
    r"|avoirs|frozen|preisdeckel|strafma(?:ß|ss)nahmen|einreise(?:verbot|sperre)|visa restrict"
    r"|(?:visa|entry|import|export|arms) ban",
    re.IGNORECASE,
)
_ROUNDED: Final = 0.001
_FEW: Final = 3  # records; an article that tells more is about sanctions
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
_TAKING: Final = frozenset({"take", "takes", "took", "taken", "taking"})  # "take action against 12 officers"
_TARGETING: Final = frozenset({"targets", "targeted", "targeting"})
_THEM: Final = frozenset(
    {"it", "them", "they", "los", "las", "lo", "les", "sie", "diese", "elle", "elles", "ils"}
)
_SANCTIONS: Final = ("strong", "weak", "list")
_ISSUES: Final = ("resolution", "conduct", "diplomacy", "pressure")
_QUOTED: Final = ('"', "“", "”", "«", "»", "„")
_SPOKEN: Final = (
    "speech",
    "hinder",
    "want",
    "accept",
    "undecided",
    "adjective",
    "sidenoun",
    "lean",
    "siding",
)
_VIEWS: Final = ("stance", "call", "vote", "judgement", "appeal")


@dataclass(frozen=True, slots=True)
class _Triggers:
    sanctions: frozenset[str]
    measures: dict[str, list[frozenset[str]]]  # phrases of several words, by the longest of them
    acts: frozenset[str]
    doing: frozenset[str]
    issues: frozenset[str]
    views: frozenset[str]
    forbid: frozenset[str]
    goods: frozenset[str]
    roles: frozenset[str]
    spoken: frozenset[str]


def may_tell(article: Article) -> bool:
    """Whether the gate lets the article pass: for texts that the words above do not settle."""
    verdict = screen_article(article)
    return verdict.passes and verdict.score is not None


def about_something_else(article: Article, found: int, knowledge: Knowledge | None = None) -> bool:
    """Whether the few records found are of courts, sport or trade: "sanctioned" is said of much else.

    They go where the gate sees more against a record than for one. That it sees nothing is no reason: grammar
    has found somebody who sanctions somebody. The gate knows no words that were added: where one of them
    stands, it is not asked.
    """
    if not 0 < found <= _FEW or _adds_to(article, knowledge):
        return False
    score = screen_article(article).score
    return score is not None and score < weights().nothing_seen - _ROUNDED


def worth_reading(article: Article, knowledge: Knowledge | None = None) -> list[tuple[int, Use]]:
    """Indexes of the sentences to read, and what for; by the shipped words when no knowledge is given."""
    knowledge = knowledge or shipped_knowledge()
    if _TELLING.search(article.text) is None and not (_adds_to(article, knowledge) or may_tell(article)):
        return []
    uses: list[Use | None] = []
    triggers = _triggers(_languages(article), knowledge)
    for sentence in article.sentences:
        text = article.text[sentence.start : sentence.end]
        words = set(_WORD.findall(text.lower()))
        if _tells(words, triggers):
            if uses and uses[-1] != "telling":
                uses[-1] = "context"
            uses.append("telling")
        elif not words.isdisjoint(triggers.spoken) or any(mark in text for mark in _QUOTED):
            uses.append("context")  # somebody says something, perhaps of the act told before
        else:
            uses.append(None if words.isdisjoint(triggers.roles) else "naming")
    return [(index, use) for index, use in enumerate(uses) if use is not None]


def _tells(words: set[str], triggers: _Triggers) -> bool:
    if (
        not words.isdisjoint(triggers.sanctions)
        or not words.isdisjoint(triggers.acts)
        or (not words.isdisjoint(triggers.doing) and not words.isdisjoint(_THEM))
        or not words.isdisjoint(_BLAMING)
        or ("against" in words and not words.isdisjoint(_TAKING))
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


def _adds_to(article: Article, knowledge: Knowledge | None) -> bool:
    """Whether the text holds a word for sanctions that was added to the shipped ones."""
    added = None if knowledge is None else _added(knowledge)
    return added is not None and added.search(article.text) is not None


@functools.lru_cache(maxsize=16)
def _added(knowledge: Knowledge) -> re.Pattern[str] | None:
    if knowledge.added is None:
        return None
    more: set[tuple[str, ...]] = set()
    for language in LANGUAGES:
        known, shipped = knowledge.vocabulary(language), vocabulary(language)
        if known is not None and shipped is not None:
            for kind in (*_SANCTIONS, "penalise", "resolution"):
                more |= known.phrases.get(kind, frozenset()) - shipped.phrases.get(kind, frozenset())
    phrases = [r"\W+".join(map(re.escape, phrase)) for phrase in sorted(more)]
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE) if phrases else None


@functools.lru_cache(maxsize=64)
def _triggers(languages: tuple[str, ...], knowledge: Knowledge) -> _Triggers:
    """The words of all that matters, in these languages."""
    known = [found for one in languages if (found := knowledge.vocabulary(one)) is not None]

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
        doing=openings("act"),
        acts=openings(
            "listnoun", "licence", "measureword", "list", "weak", "breachword", "listing", "penaltynoun"
        )
        - _TAKING
        | _TARGETING,
        issues=openings(*_ISSUES),
        views=openings(*_VIEWS),
        forbid=openings("prohibit"),
        goods=openings("goods"),
        roles=openings("role"),
        spoken=openings(*_VIEWS, *_SPOKEN),
    )
