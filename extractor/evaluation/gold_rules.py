"""Rules of the data model that a gold record may break though each of its values is sound.

Each rule yields the field and what is wrong with it. What cannot be told without judgement is left to the
labellers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractor.evaluation.gold_format import GoldActor, GoldEventRow, GoldPositionRow, GoldSpan
from extractor.evaluation.names import fold
from extractor.knowledge.actors import gazetteer

__all__ = ["Problem", "event_problems", "position_problems"]

_STATELESS = ("intl_org", "coalition")
_NO_NAMES = frozenset(
    ("he", "she", "it", "they", "him", "her", "them", "who", "official", "officials", "spokesman", "minister")
)


class Problem(NamedTuple):
    """A broken rule: the field's path inside its record, and what is wrong and would put it right."""

    field: str
    what: str


def event_problems(event: GoldEventRow) -> Iterator[Problem]:
    """The rules that the event breaks."""
    if "penalty" in event.measures and event.action != "enforce":
        yield Problem("measures", f"'penalty' belongs to action 'enforce', not {event.action!r}")
    for name, values in (
        ("measures", event.measures),
        ("sectors", event.sectors),
        ("objectives", event.objectives),
    ):
        yield from _repeated(name, values)
    yield from _actors_problems("senders", event.senders)
    yield from _actors_problems("targets", event.targets)
    yield from _actor_problems("according_to", event.according_to)
    yield from _span_problems("date", event.date)
    yield from _span_problems("in_force", event.in_force)


def position_problems(position: GoldPositionRow) -> Iterator[Problem]:
    """The rules that the position breaks."""
    issue = position.issue
    if issue.kind == "sanctions" and issue.action is None:
        yield Problem("issue.action", "null, but kind 'sanctions' needs the act that is argued about")
    if issue.kind != "sanctions" and issue.action is not None:
        yield Problem("issue.action", f"{issue.action!r}, but it is null unless kind is 'sanctions'")
    if not 3 <= len(issue.label.split()) <= 10:
        yield Problem("issue.label", f"{issue.label!r} is not 3 to 10 words")
    yield from _actors_problems("issue.targets", issue.targets)
    yield from _actor_problems("holder", position.holder)
    yield from _actor_problems("speaker", position.speaker)
    yield from _actors_problems("addressees", position.addressees)
    yield from _span_problems("date", position.date)


def _repeated(name: str, values: Sequence[str]) -> Iterator[Problem]:
    for value in sorted({value for value in values if values.count(value) > 1}):
        yield Problem(name, f"{value!r} is listed twice")


def _actors_problems(name: str, actors: Sequence[GoldActor]) -> Iterator[Problem]:
    for i, actor in enumerate(actors):
        yield from _actor_problems(f"{name}[{i}]", actor)


def _actor_problems(name: str, actor: GoldActor | None) -> Iterator[Problem]:
    if actor is None:
        return
    if actor.country is not None and actor.kind in _STATELESS:
        yield Problem(f"{name}.country", f"{actor.country!r}, but it is null for kind {actor.kind!r}")
    if actor.country is not None and gazetteer().by_country(actor.country) is None:
        yield Problem(f"{name}.country", f"{actor.country!r} is no ISO 3166-1 alpha-2 code")
    if actor.count is not None and actor.kind != "group":
        yield Problem(f"{name}.count", f"{actor.count}, but only a group has one, not kind {actor.kind!r}")
    for alias in actor.aliases:
        if problem := _alias_problem(actor, alias):
            yield Problem(f"{name}.aliases", problem)


def _alias_problem(actor: GoldActor, alias: str) -> str | None:
    if fold(alias) in _NO_NAMES:
        return f"{alias!r} names nobody"
    if actor.kind == "person":
        named = gazetteer().resolve(alias)
        if named is not None and named[0].id == f"country:{actor.country}":
            return f"{alias!r} is the state of {actor.name!r}, not the person"
    return None


def _span_problems(name: str, span: GoldSpan | None) -> Iterator[Problem]:
    if span is not None and span.start and span.end and span.end < span.start:
        yield Problem(f"{name}.end", f"{span.end} is before start {span.start}")
