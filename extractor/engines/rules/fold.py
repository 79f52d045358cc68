"""Repeats within an article folded: the same act or view told again adds evidence and detail, no record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extractor.engines.rules.agents import Agent
from extractor.engines.rules.details import Timing
from extractor.engines.rules.events import Event
from extractor.engines.rules.stage import strongest
from extractor.engines.rules.stand import Stand
from extractor.schemas.terms import leaning

__all__ = ["fold_events", "fold_stands"]

_WEST: Final = "coalition:west"
_WESTERN: Final = frozenset(
    {"org:EU", *(f"country:{code}" for code in ("US", "GB", "CA", "AU", "JP", "CH", "NO"))}
)
_IMPOSING: Final = {"impose", "designate", "tighten"}


def fold_events(events: Sequence[Event]) -> list[Event]:
    """One event an act (rulings 12 and 13), in the order of first telling."""
    kept: list[Event] = []
    for event in events:
        same = next((known for known in kept if _same_act(known, event)), None)
        if same is None:
            kept.append(event)
        else:
            _add(same, event)
    return kept


def _same_act(one: Event, other: Event) -> bool:
    echo = (
        (one.inherited or other.inherited)
        and bool(one.senders)
        and _keys(one.senders) == _keys(other.senders)
    )
    if not (one.action == other.action or (echo and {one.action, other.action} <= _IMPOSING)):
        return False
    if (one.stage == "rejected") != (other.stage == "rejected"):
        return False
    if one.timing.is_background != other.timing.is_background:
        return False
    if (
        one.timing.is_background
        and other.timing.is_background
        and _differ(one.timing.date, other.timing.date)
    ):
        return False
    if one.action in ("evade", "enforce"):
        return _keys(one.senders) == _keys(other.senders) and _meet(one.targets, other.targets)
    same_targets = echo or _compatible(one.targets, other.targets) or _same_groups(one.targets, other.targets)
    return _same_senders(one.senders, other.senders) and same_targets


def _same_senders(one: list[Agent], other: list[Agent]) -> bool:
    """ "Western sanctions" are those that the EU and the U.S. announced."""
    west = [{_WEST} == _keys(agents) for agents in (one, other)]
    inside = [_keys(agents) <= _WESTERN for agents in (one, other)]
    return _compatible(one, other) or (west[0] and inside[1]) or (west[1] and inside[0])


def _same_groups(one: list[Agent], other: list[Agent]) -> bool:
    """ "Iranian officials" in the headline are the "eleven Iranian officials" of the text."""
    return bool(one and other) and all(
        any(_part_of(agent, whole) for whole in other) or any(_part_of(whole, agent) for whole in other)
        for agent in one
    )


def _part_of(agent: Agent, whole: Agent) -> bool:
    return agent.kind == whole.kind == "group" and agent.name.casefold() in whole.name.casefold()


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _keys(agents: list[Agent]) -> set[str]:
    return {agent.key for agent in agents}


def _compatible(one: list[Agent], other: list[Agent]) -> bool:
    return not one or not other or _keys(one) <= _keys(other) or _keys(other) <= _keys(one)


def _meet(one: list[Agent], other: list[Agent]) -> bool:
    return not one or not other or bool(_keys(one) & _keys(other))


def _add(known: Event, again: Event) -> None:
    if known.inherited and not again.inherited:
        known.action, known.targets, known.inherited = again.action, again.targets, False
    elif again.inherited and not known.inherited:
        again.targets = []
    known.stage = strongest(known.stage, again.stage)
    known.senders = _union(known.senders, again.senders)
    if len(known.senders) > 1:
        known.senders = [agent for agent in known.senders if agent.key != _WEST]
    known.targets = _union(known.targets, again.targets)
    known.measures = list(dict.fromkeys([*known.measures, *again.measures]))
    known.sectors = list(dict.fromkeys([*known.sectors, *again.sectors]))
    known.objectives = list(dict.fromkeys([*known.objectives, *again.objectives]))
    known.instruments = list(dict.fromkeys([*known.instruments, *again.instruments]))
    known.reach = "secondary" if "secondary" in (known.reach, again.reach) else "primary"
    known.timing = Timing(
        known.timing.date or again.timing.date,
        known.timing.in_force or again.timing.in_force,
        is_background=known.timing.is_background and again.timing.is_background,
    )
    if known.according_to is not None and again.according_to is None:
        known.according_to = None  # ruling 16: some sentence asserts it
    known.evidence = (known.evidence + again.evidence)[:6]


def _union(one: list[Agent], other: list[Agent]) -> list[Agent]:
    both = {agent.key: agent for agent in [*one, *other]}.values()
    return [
        agent for agent in both if not any(agent is not whole and _part_of(agent, whole) for whole in both)
    ]


def fold_stands(stands: Sequence[Stand]) -> list[Stand]:
    """One position a holder, issue and view (ruling 6), in the order of first telling."""
    kept: list[Stand] = []
    for stand in stands:
        same = next((known for known in kept if _same_view(known, stand)), None)
        if same is None:
            kept.append(stand)
            continue
        same.evidence = (same.evidence + stand.evidence)[:6]
        same.voice = same.voice if same.voice.speaker else stand.voice
        same.targets = same.targets or stand.targets
        same.condition = same.condition or stand.condition
        same.addressees = same.addressees or stand.addressees
    return kept


def _same_view(one: Stand, other: Stand) -> bool:
    if one.voice.holder.key != other.voice.holder.key or one.kind != other.kind:
        return False
    if leaning(one.kind, one.action, one.stance) != leaning(other.kind, other.action, other.stance):
        return False
    return _compatible(one.targets, other.targets)
