"""A record's fields as words, by the names that the scorer gives them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from extractor.evaluation.page.cases import Kind
from extractor.evaluation.scheme import Field
from extractor.evaluation.weights import EVENTS, POSITIONS
from extractor.schemas.event import SanctionsEvent
from extractor.schemas.position import Position
from extractor.schemas.values import Actor, DateSpan

__all__ = ["FIELDS", "in_words"]

Words = Callable[[Any], str | None]


def in_words(kind: Kind, record: SanctionsEvent | Position) -> list[str | None]:
    """The record's values in the order of ``FIELDS[kind]``; None where a field is empty."""
    return [_WORDS[kind][field.name](record) for field in FIELDS[kind]]


def _names(actors: Sequence[Actor]) -> str | None:
    return " · ".join(actor.name for actor in actors) or None


def _name(actor: Actor | None) -> str | None:
    return None if actor is None else actor.name


def _values(values: Sequence[str]) -> str | None:
    return " · ".join(values) or None


def _days(span: DateSpan | None) -> str | None:
    """The words and, where they were resolved, the days."""
    if span is None:
        return None
    if span.start is None and span.end is None:
        return f"“{span.text}” (no day)"
    days = f"{span.start or '…'} to {span.end or '…'}" if span.start != span.end else str(span.start)
    return f"{days} “{span.text}”"


def _event_actors(event: SanctionsEvent) -> tuple[Actor, ...]:
    return event.senders + event.targets


def _position_actors(position: Position) -> tuple[Actor, ...]:
    speakers = () if position.speaker is None else (position.speaker,)
    return (position.holder, *speakers, *position.issue.targets)


def _attribute(actors: Callable[[Any], Sequence[Actor]], name: str) -> Words:
    def words(record: Any) -> str | None:
        told = {actor.name: getattr(actor, name) for actor in actors(record)}
        return " · ".join(f"{who}: {what}" for who, what in told.items() if what not in (None, "")) or None

    return words


_EVENT: Final[Mapping[str, Words]] = {
    "action": lambda e: e.action,
    "targets": lambda e: _names(e.targets),
    "senders": lambda e: _names(e.senders),
    "stage": lambda e: e.stage,
    "measures": lambda e: _values(e.measures),
    "sectors": lambda e: _values(e.sectors),
    "date": lambda e: _days(e.date),
    "reach": lambda e: e.reach,
    "objectives": lambda e: _values(e.objectives),
    "instruments": lambda e: _values(e.instruments),
    "in_force": lambda e: _days(e.in_force),
    "is_background": lambda e: "yes" if e.is_background else "no",
    "according_to": lambda e: _name(e.according_to),
    "actor kind": _attribute(_event_actors, "kind"),
    "actor country": _attribute(_event_actors, "country"),
    "actor role": _attribute(_event_actors, "role"),
    "actor count": _attribute(_event_actors, "count"),
}
_POSITION: Final[Mapping[str, Words]] = {
    "holder": lambda p: p.holder.name,
    "view": lambda p: p.leaning,
    "issue.targets": lambda p: _names(p.issue.targets),
    "issue.kind": lambda p: p.issue.kind,
    "speaker": lambda p: _name(p.speaker),
    "stance": lambda p: p.stance,
    "issue.action": lambda p: p.issue.action,
    "issue.label": lambda p: p.issue.label,
    "condition": lambda p: p.condition,
    "certainty": lambda p: p.certainty,
    "speech_act": lambda p: p.speech_act,
    "basis": lambda p: p.basis,
    "addressees": lambda p: _names(p.addressees),
    "date": lambda p: _days(p.date),
    "actor kind": _attribute(_position_actors, "kind"),
    "actor country": _attribute(_position_actors, "country"),
    "actor role": _attribute(_position_actors, "role"),
}

FIELDS: Final[Mapping[Kind, tuple[Field[Any], ...]]] = {
    "event": (*EVENTS.fields, *EVENTS.diagnostics),
    "position": (*POSITIONS.fields, *POSITIONS.diagnostics),
}
"""Every compared field of a kind of record: those with weight first."""

_WORDS: Final[Mapping[Kind, Mapping[str, Words]]] = {"event": _EVENT, "position": _POSITION}
