"""Fold repeats of one act or one view into one record, all evidence kept (rulings 6, 12 and 13)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from extractor.schemas import terms
from extractor.schemas.event import SanctionsEvent
from extractor.schemas.position import Position
from extractor.schemas.values import Actor, DateSpan, in_text_order

__all__ = ["folded_events", "folded_positions", "merge_events", "merge_positions", "same_act", "same_view"]

R = TypeVar("R", SanctionsEvent, Position)
V = TypeVar("V")

_BY_STRENGTH = terms.values(terms.StageName)  # considered ... adopted, rejected


def merge_events(events: Iterable[SanctionsEvent]) -> tuple[SanctionsEvent, ...]:
    """One record an act, in the order of the text."""
    return tuple(record for record, _ in folded_events(events))


def merge_positions(positions: Iterable[Position]) -> tuple[Position, ...]:
    """One record a view of one holder on one issue, in the order of the text."""
    return tuple(record for record, _ in folded_positions(positions))


def folded_events(events: Iterable[SanctionsEvent]) -> list[tuple[SanctionsEvent, tuple[int, ...]]]:
    """As ``merge_events``, each record with the indices of the events that it was made of."""
    return _fold(events, same_act, _join_events)


def folded_positions(positions: Iterable[Position]) -> list[tuple[Position, tuple[int, ...]]]:
    """As ``merge_positions``, each record with the indices of the positions that it was made of."""
    return _fold(positions, same_view, _join_positions)


def _fold(
    records: Iterable[R], same: Callable[[R, R], bool], join: Callable[[R, R], R]
) -> list[tuple[R, tuple[int, ...]]]:
    kept: list[R] = []
    made_of: list[tuple[int, ...]] = []
    for place, record in enumerate(records):
        for index, earlier in enumerate(kept):
            if same(earlier, record):
                kept[index] = join(earlier, record)
                made_of[index] += (place,)
                break
        else:
            kept.append(record)
            made_of.append((place,))
    both = zip(kept, made_of, strict=True)
    return sorted(both, key=lambda one: one[0].evidence[0].start)


def same_act(a: SanctionsEvent, b: SanctionsEvent) -> bool:
    """Whether two records tell one act (rulings 12 and 13)."""
    return (
        a.action == b.action
        and (a.stage == "rejected") == (b.stage == "rejected")
        and a.is_background == b.is_background
        and a.reach == b.reach
        and _compatible(a.senders, b.senders)
        and same_actors(a.targets, b.targets)
        and _same_days(a.date, b.date)
        and _may_be_one(a.measures, b.measures)
        and _may_be_one(a.sectors, b.sectors)
    )


def _join_events(a: SanctionsEvent, b: SanctionsEvent) -> SanctionsEvent:
    return a.model_copy(
        update={
            "stage": max(a.stage, b.stage, key=_BY_STRENGTH.index),
            "senders": _union(a.senders, b.senders),
            "targets": _union(a.targets, b.targets),
            "measures": _distinct(a.measures, b.measures),
            "sectors": _distinct(a.sectors, b.sectors),
            "objectives": _distinct(a.objectives, b.objectives),
            "instruments": _distinct(a.instruments, b.instruments),
            "date": a.date or b.date,
            "in_force": a.in_force or b.in_force,
            "according_to": a.according_to if a.according_to and b.according_to else None,
            "evidence": in_text_order((*a.evidence, *b.evidence)),
            "flags": _distinct(a.flags, b.flags),
        }
    )


def same_view(a: Position, b: Position) -> bool:
    """Whether two records tell one view of one holder (rulings 6 and 24)."""
    return (
        a.holder.id == b.holder.id
        and a.issue.kind == b.issue.kind
        and a.leaning == b.leaning
        and a.certainty == b.certainty
        and _compatible(a.issue.targets, b.issue.targets)
        and (a.condition is None or b.condition is None or a.condition == b.condition)
        and (not a.addressees or not b.addressees or same_actors(a.addressees, b.addressees))
    )


def _join_positions(a: Position, b: Position) -> Position:
    return a.model_copy(
        update={
            "speaker": a.speaker or b.speaker,
            "issue": a.issue.model_copy(update={"targets": _union(a.issue.targets, b.issue.targets)}),
            "condition": a.condition or b.condition,
            "basis": min(a.basis, b.basis, key=terms.values(terms.BasisName).index),
            "addressees": _union(a.addressees, b.addressees),
            "date": a.date or b.date,
            "attribution": a.attribution if a.attribution == b.attribution else "mixed",
            "evidence": in_text_order((*a.evidence, *b.evidence)),
            "flags": _distinct(a.flags, b.flags),
        }
    )


def _compatible(a: Sequence[Actor], b: Sequence[Actor]) -> bool:
    """Whether one side says nothing, or names all that the other does."""
    left, right = {actor.id for actor in a}, {actor.id for actor in b}
    return left <= right or right <= left


def same_actors(a: Sequence[Actor], b: Sequence[Actor]) -> bool:
    return {actor.id for actor in a} == {actor.id for actor in b}


def _same_days(a: DateSpan | None, b: DateSpan | None) -> bool:
    """Whether the days agree, or one telling names none."""
    if a is None or b is None:
        return True
    if a.start is None and a.end is None and b.start is None and b.end is None:
        return a.text.casefold() == b.text.casefold()
    return (a.start, a.end) == (b.start, b.end)


def _may_be_one(a: Sequence[str], b: Sequence[str]) -> bool:
    return not a or not b or not set(a).isdisjoint(b)


def _union(a: Iterable[Actor], b: Iterable[Actor]) -> tuple[Actor, ...]:
    found: dict[str, Actor] = {}
    for actor in (*a, *b):
        found.setdefault(actor.id, actor)
    return tuple(found.values())


def _distinct(a: Iterable[V], b: Iterable[V]) -> tuple[V, ...]:
    return tuple(dict.fromkeys((*a, *b)))
