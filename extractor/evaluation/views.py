"""Records as the scorer sees them: actors resolved once, dates as closed day intervals."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from extractor.evaluation.comparators import Days
from extractor.evaluation.names import ActorKey, ReadActor
from extractor.schemas.event import SanctionsEvent
from extractor.schemas.position import Position
from extractor.schemas.values import Actor, DateSpan, Evidence

__all__ = ["Aliases", "EventView", "PositionView", "Spans", "event_view", "position_view"]

Aliases = Mapping[str, tuple[str, ...]]
"""Further right names of an actor, by its ``name``."""

Spans = tuple[tuple[int, int], ...]
"""Half-open intervals of code points in the article's text."""

_NO_ALIASES: Final[Aliases] = {}


@dataclass(frozen=True, slots=True)
class EventView:
    """An event's fields, ready to be compared; empty is ``None`` or ``()``."""

    record: SanctionsEvent
    action: str
    stage: str
    senders: tuple[ActorKey, ...]
    targets: tuple[ActorKey, ...]
    measures: tuple[str, ...]
    sectors: tuple[str, ...]
    date: Days | None
    reach: str
    objectives: tuple[str, ...]
    instruments: tuple[str, ...]
    in_force: Days | None
    is_background: bool
    according_to: ActorKey | None
    spans: Spans


@dataclass(frozen=True, slots=True)
class PositionView:
    """A position's fields, ready to be compared. ``view`` is its leaning, see the data model."""

    record: Position
    holder: ActorKey
    view: str
    issue_targets: tuple[ActorKey, ...]
    issue_kind: str
    speaker: ActorKey | None
    stance: str
    issue_action: str | None
    label: str
    condition: str | None
    certainty: str
    speech_act: str
    basis: str
    addressees: tuple[ActorKey, ...]
    date: Days | None
    spans: Spans


def event_view(event: SanctionsEvent, read: ReadActor, aliases: Aliases = _NO_ALIASES) -> EventView:
    """The event as the scorer sees it; gold brings ``aliases``."""
    return EventView(
        record=event,
        action=event.action,
        stage=event.stage,
        senders=_keys(event.senders, read, aliases),
        targets=_keys(event.targets, read, aliases),
        measures=event.measures,
        sectors=event.sectors,
        date=_days(event.date),
        reach=event.reach,
        objectives=event.objectives,
        instruments=event.instruments,
        in_force=_days(event.in_force),
        is_background=event.is_background,
        according_to=_key(event.according_to, read, aliases),
        spans=_spans(event.evidence),
    )


def position_view(position: Position, read: ReadActor, aliases: Aliases = _NO_ALIASES) -> PositionView:
    """The position as the scorer sees it; gold brings ``aliases``."""
    return PositionView(
        record=position,
        holder=read(position.holder, aliases.get(position.holder.name, ())),
        view=position.leaning,
        issue_targets=_keys(position.issue.targets, read, aliases),
        issue_kind=position.issue.kind,
        speaker=_key(position.speaker, read, aliases),
        stance=position.stance,
        issue_action=position.issue.action,
        label=position.issue.label,
        condition=position.condition,
        certainty=position.certainty,
        speech_act=position.speech_act,
        basis=position.basis,
        addressees=_keys(position.addressees, read, aliases),
        date=_days(position.date),
        spans=_spans(position.evidence),
    )


def _keys(actors: Sequence[Actor], read: ReadActor, aliases: Aliases) -> tuple[ActorKey, ...]:
    return tuple([read(actor, aliases.get(actor.name, ())) for actor in actors]) if actors else ()


def _key(actor: Actor | None, read: ReadActor, aliases: Aliases) -> ActorKey | None:
    return None if actor is None else read(actor, aliases.get(actor.name, ()))


def _days(span: DateSpan | None) -> Days | None:
    """Open sides reach to the ends of the calendar; words that were not resolved count as empty."""
    if span is None or (span.start is None and span.end is None):
        return None
    return span.start or dt.date.min, span.end or dt.date.max


def _spans(evidence: Sequence[Evidence]) -> Spans:
    return tuple([(quote.start, quote.end) for quote in evidence])
