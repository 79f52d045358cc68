"""The embedded engine: lexicon and grammar, no model, no key, no network."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Final

from extractor.engines.engine import Answer, EngineCard, Failure, Question, Receipt
from extractor.engines.rules.article_reading import Reading, read_article
from extractor.engines.rules.events.from_acts import Event
from extractor.engines.rules.positions.stand import Stand
from extractor.engines.rules.who.agents import Agent
from extractor.engines.rules.who.draft_actors import Cast
from extractor.engines.rules.why import reasons_of
from extractor.knowledge.known import Knowledge, shipped_knowledge
from extractor.schemas.draft import Draft, DraftEvent, DraftPosition
from extractor.schemas.explanation import Reason

__all__ = ["RULES_VERSION", "RulesEngine", "draft_of", "reasons_for"]

RULES_VERSION: Final = "2"
_MOST: Final = 100


class RulesEngine:
    """Proposes drafts by rule. It cannot be asked again, and costs nothing.

    Args:
        knowledge: the actors and words to read with; the shipped ones when left out.
        explain: whether answers hold the reasons for each record.
    """

    def __init__(self, knowledge: Knowledge | None = None, *, explain: bool = False) -> None:
        self._knowledge = knowledge or shipped_knowledge()
        self._explain = explain

    @property
    def card(self) -> EngineCard:
        """What provenance says: the rules' version, and a fingerprint over it, the words and additions."""
        said = f"rules-{RULES_VERSION}:{self._knowledge.fingerprint}"
        digest = hashlib.sha256(said.encode()).hexdigest()[:16]
        return EngineCard(engine="rules", model=f"rules-{RULES_VERSION}", fingerprint=digest)

    @property
    def window(self) -> None:
        """None: an article of any length is read at once."""
        return None

    @property
    def examples(self) -> tuple[str, ...]:
        """None are shown."""
        return ()

    async def propose(self, question: Question) -> Answer:
        """The draft for the whole article; the same on every call."""
        reading = read_article(question.article, self._knowledge, explain=self._explain)
        reasons = reasons_for(reading) if self._explain else None
        return Answer(draft_of(reading), Receipt(model=f"rules-{RULES_VERSION}"), reasons=reasons)

    async def mend(self, question: Question, answer: Answer, failures: Sequence[Failure]) -> Answer | None:  # noqa: ARG002
        """None: the rules have said all they can say."""
        return None

    async def close(self) -> None:
        """Nothing is held."""


def draft_of(reading: Reading) -> Draft:
    """The draft that a reading amounts to: names settled, actors listed once."""
    cast = _cast(reading)
    return Draft(
        actors=cast.actors()[:300],
        events=[_event(event, cast) for event in reading.events[:_MOST]],
        positions=[_position(stand, cast) for stand in reading.stands[:_MOST]],
    )


def reasons_for(reading: Reading) -> tuple[tuple[Reason, ...], ...]:
    """Why each record of ``draft_of(reading)`` was made: its events in order, then its positions."""
    cast = _cast(reading)
    return (
        *(reasons_of(one.whys, cast.names, _kept(_event(one, cast))) for one in reading.events[:_MOST]),
        *(reasons_of(one.whys, cast.names, _kept(_position(one, cast))) for one in reading.stands[:_MOST]),
    )


def _kept(record: DraftEvent | DraftPosition) -> dict[str, set[str]]:
    """The values that words may have filled, by the published field."""
    held = {("issue.targets" if name == "issue_targets" else name): value for name, value in record if value}
    return {
        name: {value} if isinstance(value, str) else set(map(str, value))
        for name, value in held.items()
        if isinstance(value, str | list)
    }


def _cast(reading: Reading) -> Cast:
    cast = Cast()
    for agent in _named(reading):
        cast.see(agent)
    for agent in reading.mentions:
        cast.name_better(agent)
    return cast


def _named(reading: Reading) -> Iterator[Agent]:
    """Every agent of a record, in the order of the records."""
    for event in reading.events:
        yield from (*event.senders, *event.targets)
        if event.according_to is not None:
            yield event.according_to
    for stand in reading.stands:
        yield from (agent for agent in stand.voice if agent is not None)
        yield from (*stand.targets, *stand.addressees)


def _event(event: Event, cast: Cast) -> DraftEvent:
    return DraftEvent(
        action=event.action,
        stage=event.stage,
        senders=[cast.name(agent.key) for agent in event.senders],
        targets=[cast.name(agent.key) for agent in event.targets],
        measures=event.measures,
        reach=event.reach,
        sectors=event.sectors,
        objectives=event.objectives,
        instruments=[name[:200] for name in event.instruments[:20]],
        date=event.timing.date,
        in_force=event.timing.in_force,
        is_background=event.timing.is_background,
        according_to=None if event.according_to is None else cast.name(event.according_to.key),
        evidence=event.evidence,
    )


def _position(stand: Stand, cast: Cast) -> DraftPosition:
    return DraftPosition(
        holder=cast.name(stand.voice.holder.key),
        speaker=None if stand.voice.speaker is None else cast.name(stand.voice.speaker.key),
        stance=stand.stance,
        issue_kind=stand.kind,
        issue_action=stand.action,
        issue_targets=[cast.name(agent.key) for agent in stand.targets],
        issue_label=stand.label,
        condition=stand.condition,
        certainty=stand.certainty,
        speech_act=stand.speech_act,
        basis=stand.basis,
        addressees=[cast.name(agent.key) for agent in stand.addressees],
        evidence=stand.evidence,
    )
