"""Invented news stories whose every record is known: what the model server answers, and what must come out.

The same number gives the same story in every process. Senders, targets and holders of a story are all
different states, so that a record is told apart from the others by any of them; each record stands in a
sentence of its own, with a number in its quote and, in some, a negation, so that every fault can strike.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from extractor.article.build import article_from_text
from extractor.article.model import Article
from extractor.schemas.draft import DraftActor, DraftEvent, DraftEvidence, DraftPosition
from extractor.schemas.terms import ActionName, MeasureName, StageName, StanceName

__all__ = ["STRANGERS", "Story", "Told", "article", "story"]

Record: TypeAlias = DraftEvent | DraftPosition

EVENTS = 6
POSITIONS = 2
FILLERS = 26

STATES = {
    "Albania": "AL", "Algeria": "DZ", "Argentina": "AR", "Armenia": "AM", "Australia": "AU",
    "Austria": "AT", "Azerbaijan": "AZ", "Bangladesh": "BD", "Belgium": "BE", "Bolivia": "BO",
    "Brazil": "BR", "Bulgaria": "BG", "Cambodia": "KH", "Canada": "CA", "Chile": "CL", "Colombia": "CO",
    "Croatia": "HR", "Cyprus": "CY", "Denmark": "DK", "Ecuador": "EC", "Egypt": "EG", "Estonia": "EE",
    "Ethiopia": "ET", "Finland": "FI", "Ghana": "GH", "Greece": "GR", "Hungary": "HU", "Iceland": "IS",
    "Indonesia": "ID", "Ireland": "IE", "Italy": "IT", "Japan": "JP", "Kazakhstan": "KZ", "Kenya": "KE",
    "Latvia": "LV", "Lithuania": "LT", "Malaysia": "MY", "Mexico": "MX", "Mongolia": "MN", "Morocco": "MA",
    "Mozambique": "MZ", "Nepal": "NP", "Norway": "NO", "Pakistan": "PK", "Paraguay": "PY", "Peru": "PE",
    "Poland": "PL", "Portugal": "PT", "Romania": "RO", "Senegal": "SN", "Serbia": "RS", "Slovakia": "SK",
    "Slovenia": "SI", "Spain": "ES", "Sweden": "SE", "Switzerland": "CH", "Tanzania": "TZ",
    "Thailand": "TH", "Tunisia": "TN", "Uganda": "UG", "Uruguay": "UY", "Vietnam": "VN", "Zambia": "ZM",
}  # fmt: skip

STRANGERS = {"Bhutan": "BT", "Suriname": "SR", "Fiji": "FJ", "Malawi": "MW"}
"""States that no story mentions."""

# Sentence, and the part of it that proves the record; {a} acts on {b}, {n} is a number.
_EVENTS: tuple[tuple[ActionName, StageName, MeasureName, str, str], ...] = (
    (
        "impose",
        "adopted",
        "arms_embargo",
        "{a} imposed an arms embargo on {b} that covers {n} kinds of equipment",
        "and customs officers were told the same evening",
    ),
    (
        "tighten",
        "adopted",
        "export_restriction",
        "{a} tightened its export restrictions against {b} and added {n} goods to the list",
        "after a review that had taken most of the summer",
    ),
    (
        "extend",
        "adopted",
        "travel_ban",
        "{a} extended its travel ban against officials of {b} by {n} months",
        "a decision that diplomats had expected for weeks",
    ),
    (
        "ease",
        "adopted",
        "import_restriction",
        "{a} eased its import restrictions on {b} for {n} products",
        "most of them farm goods that shops had run out of",
    ),
    (
        "suspend",
        "adopted",
        "transport_restriction",
        "{a} suspended its flight ban on {b} for {n} days",
        "so that families could travel for the holidays",
    ),
    (
        "lift",
        "adopted",
        "trade_embargo",
        "{a} lifted its trade embargo on {b} after {n} years",
        "and the first ship is expected before the week is out",
    ),
    (
        "maintain",
        "adopted",
        "investment_ban",
        "{a} will not lift its investment ban on {b}, which names {n} firms",
        "the cabinet decided in the end",
    ),
    (
        "impose",
        "threatened",
        "financial_restriction",
        "{a} threatened to impose banking sanctions on {b} unless {n} prisoners are set free",
        "and gave no further day for its answer",
    ),
)
_POSITIONS: tuple[tuple[StanceName, ActionName, str, str], ...] = (
    (
        "oppose",
        "impose",
        "{a} does not support new sanctions on {b}, a note of {n} pages says",
        "which was handed to reporters at the door",
    ),
    (
        "support",
        "tighten",
        "{a} supports tougher sanctions on {b}, its parliament said with {n} votes",
        "in a sitting that ran past midnight",
    ),
    (
        "oppose",
        "ease",
        "{a} is not in favour of easing the sanctions on {b}, its foreign ministry told {n} envoys",
        "who had asked for an answer in writing",
    ),
    (
        "support",
        "lift",
        "{a} supports lifting the sanctions on {b} within {n} weeks",
        "its trade minister told a hall full of students",
    ),
)

_WHO = (
    "Shopkeepers",
    "Farmers",
    "Teachers",
    "Fishermen",
    "Engineers",
    "Students",
    "Drivers",
    "Editors",
    "Nurses",
)
_DID = (
    "spoke of long queues and of prices that had risen since spring",
    "said that little had changed in their town over the last year",
    "were waiting for the harbour to open again after the storm",
    "met in the old market hall to talk about the coming winter",
    "had read of the matter in the morning papers and shrugged",
    "asked for better roads before anything else was decided",
    "remembered a time when the trains still ran on Sundays",
)
_WHERE = (
    "near the railway station, where a small crowd had gathered around a radio",
    "at the edge of the town, beside the mill that closed two decades ago",
    "in a café by the river, while rain fell on the empty tables outside",
    "in the hall of the library, under portraits of people long forgotten",
    "on the steps of the theatre, which is being painted for the season",
)


@dataclass(frozen=True, slots=True)
class Told:
    """A record, the sentence that tells it, and the actors that it names. Its sentence number is 1 here."""

    sentence: str
    record: Record
    actors: tuple[DraftActor, ...]

    def at(self, number: int) -> Record:
        """The record as it cites sentence ``number``."""
        quote = self.record.evidence[0].quote
        return self.record.model_copy(update={"evidence": [DraftEvidence(sentence=number, quote=quote)]})


@dataclass(frozen=True, slots=True)
class Story:
    """A title with the story's number, its paragraphs, and all records that they tell, in text order."""

    number: int
    title: str
    paragraphs: tuple[str, ...]
    told: tuple[Told, ...]


@lru_cache(maxsize=8192)
def story(number: int) -> Story:
    """Story ``number``: about 4 kB and eight records."""
    draw = random.Random(f"story {number}")
    states = draw.sample(sorted(STATES), 2 * (EVENTS + POSITIONS))
    told = [_event(draw, kind, states.pop(), states.pop()) for kind in draw.sample(_EVENTS, EVENTS)]
    told += [_position(draw, kind, states.pop(), states.pop()) for kind in draw.sample(_POSITIONS, POSITIONS)]
    draw.shuffle(told)
    fillers = draw.sample(
        [f"{who} {did} {where}." for who in _WHO for did in _DID for where in _WHERE], FILLERS
    )
    slots = sorted(draw.sample(range(FILLERS + 1), len(told)))
    sentences: list[str] = []
    for index, filler in enumerate([*fillers, ""]):
        sentences += [one.sentence for one, slot in zip(told, slots, strict=True) if slot == index]
        sentences += [filler] if filler else []
    title = f"Story {number}: what capitals decided and what they said"
    return Story(number, title, tuple(_paragraphs(draw, sentences)), tuple(told))


def article(number: int) -> Article:
    """Story ``number`` as an Article, title first."""
    one = story(number)
    return article_from_text("\n\n".join(one.paragraphs), title=one.title, source=f"story {number}")


def _event(
    draw: random.Random, kind: tuple[ActionName, StageName, MeasureName, str, str], a: str, b: str
) -> Told:
    action, stage, measure, pattern, rest = kind
    quote = pattern.format(a=a, b=b, n=draw.randint(11, 98))
    record = DraftEvent(
        action=action,
        stage=stage,
        senders=[a],
        targets=[b],
        measures=[measure],
        evidence=[DraftEvidence(sentence=1, quote=quote)],
    )
    return Told(f"{quote}, {rest}.", record, (_state(a), _state(b)))


def _position(draw: random.Random, kind: tuple[StanceName, ActionName, str, str], a: str, b: str) -> Told:
    stance, action, pattern, rest = kind
    quote = pattern.format(a=a, b=b, n=draw.randint(11, 98))
    record = DraftPosition(
        holder=a,
        stance=stance,
        issue_kind="sanctions",
        issue_action=action,
        issue_targets=[b],
        issue_label=f"sanctions on {b}",
        certainty="certain",
        speech_act="state",
        basis="stated",
        evidence=[DraftEvidence(sentence=1, quote=quote)],
    )
    return Told(f"{quote}, {rest}.", record, (_state(a), _state(b)))


def _state(name: str) -> DraftActor:
    return DraftActor(name=name, kind="state", country=STATES[name])


def _paragraphs(draw: random.Random, sentences: list[str]) -> Iterator[str]:
    """The sentences in paragraphs of two to four."""
    rest = list(sentences)
    while rest:
        count = draw.randint(2, 4)
        yield " ".join(rest[:count])
        rest = rest[count:]
