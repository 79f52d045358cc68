"""Repeats within an article folded: the same act or view told again adds evidence and detail, no record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extractor.engines.rules.events.details import Timing
from extractor.engines.rules.events.from_acts import Event
from extractor.engines.rules.frames.stage import strongest
from extractor.engines.rules.who.agents import Agent
from extractor.schemas.draft import DraftEvidence

__all__ = ["fold_events"]

_UN: Final = "org:UN"  # "the UN" for its Security Council; of the EU, its organs act for the whole
_WEST: Final = "coalition:west"
_WESTERN: Final = frozenset(
    {"org:EU", *(f"country:{code}" for code in ("US", "GB", "CA", "AU", "JP", "CH", "NO"))}
)
_APART: Final = {frozenset({"considered", "adopted"}), frozenset({"threatened", "adopted"})}
_QUOTES: Final = 6
_IMPOSING: Final = {"impose", "designate", "tighten"}


def fold_events(events: Sequence[Event]) -> list[Event]:
    """One event an act (rulings 12 and 13), in the order of first telling."""
    kept: list[Event] = []
    for event in events:
        if event.detail:
            _say_more(kept, event)
            continue
        same = next((known for known in kept if _same_act(known, event)), None)
        if same is None:
            kept.append(event)
        else:
            _add(same, event)
    return kept


def _say_more(kept: list[Event], event: Event) -> None:
    """What is told of the listing before: names and measures go to it, and nowhere else."""
    for known in reversed(kept):
        if known.action in _IMPOSING and _compatible(known.senders, event.senders):
            _add(known, event)
            if (
                event.targets
                and known.action == "impose"
                and not any(a.kind == "state" for a in known.targets)
            ):
                known.action = "designate"
            return


def _same_act(one: Event, other: Event) -> bool:  # noqa: PLR0911 - cases in order of precedence, one line each
    if one.action != other.action and not (one.inherited or other.inherited):
        return False  # most pairs: a long text has many, so what is cheap to see comes first
    if one.stage != other.stage and (
        "rejected" in (one.stage, other.stage) or frozenset((one.stage, other.stage)) in _APART
    ):
        return False
    echo = (
        (one.inherited or other.inherited)
        and bool(one.senders)
        and _keys(one.senders) == _keys(other.senders)
    )
    if not (one.action == other.action or (echo and _told_alike(one, other))):
        return False
    if one.timing.is_background != other.timing.is_background and not _told_twice(one, other):
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


def _told_alike(one: Event, other: Event) -> bool:
    """Whether two actions may tell one act: not "imposed in June" and "more were levied in August"."""
    actions = {one.action, other.action}
    return actions <= _IMPOSING and not ("tighten" in actions and _differ(one.timing.date, other.timing.date))


def _told_twice(one: Event, other: Event) -> bool:
    """The same act by the same on the same, with no day of its own: once as news and once to explain."""
    news, past = (other, one) if one.timing.is_background else (one, other)
    if past.timing.date is not None and past.timing.date != news.timing.date:
        return False
    same = _keys(one.senders) == _keys(other.senders) and _keys(one.targets) == _keys(other.targets)
    counts = [{agent.count for agent in event.targets if agent.count} for event in (one, other)]
    if all(counts) and counts[0].isdisjoint(counts[1]):
        return False  # "93 officials", and the 116 of the year before
    return same and bool(one.senders) and one.stage == other.stage


def _same_senders(one: list[Agent], other: list[Agent]) -> bool:
    """ "Western sanctions" are those that the EU and the U.S. announced; a body acts for its state."""
    if not one or not other:
        return True
    first, second = _states(one), _states(other)
    if first <= second or second <= first:
        return True
    if ({_WEST} == first and second <= _WESTERN) or ({_WEST} == second and first <= _WESTERN):
        return True
    return any(all(agent.kind == "group" and agent.of is None for agent in agents) for agents in (one, other))


def _same_groups(one: list[Agent], other: list[Agent]) -> bool:
    """ "Iranian officials" in the headline are the "eleven Iranian officials" of the text."""
    return bool(one and other) and all(
        any(_part_of(agent, whole) for whole in other) or any(_part_of(whole, agent) for whole in other)
        for agent in one
    )


def _part_of(agent: Agent, whole: Agent) -> bool:
    if agent.kind != "group" or whole.kind != "group":
        return False
    counted = agent.count is not None and agent.count > 1 and agent.count == whole.count
    home = agent.country is not None and agent.country == whole.country
    if counted and home and len(agent.name) <= len(whole.name):
        return True  # "25 Russians", "25 Russian nationals"
    return agent.name.casefold() in whole.name.casefold()


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _keys(agents: list[Agent]) -> set[str]:
    """A body, or a group of ministers, counts as its state or organisation."""
    return {
        (agent.of or agent).key if agent.kind in ("group", "government_body") else agent.key
        for agent in agents
    }


def _states(agents: list[Agent]) -> set[str]:
    """The keys of who acts, a ministry or agency as its state."""
    return {_acts_for(agent) or key for agent in agents for key in _keys([agent])}


def _acts_for(agent: Agent) -> str | None:
    """The key of the state of a ministry, or of the organisation of a council; None for others."""
    if agent.kind == "government_body" and agent.country:
        return f"country:{agent.country}"
    return agent.entry.parent if agent.kind == "intl_org" and agent.entry is not None else None


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
    known.senders = _own_bodies(_union(known.senders, again.senders))
    if len(known.senders) > 1:
        known.senders = [agent for agent in known.senders if agent.key != _WEST]
    known.targets = _union(known.targets, again.targets)
    known.measures = list(dict.fromkeys([*known.measures, *again.measures]))
    if "arms_embargo" in known.measures:  # the "embargo" of the headline
        known.measures = [measure for measure in known.measures if measure != "trade_embargo"]
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
    known.evidence = _proof(known, again)
    known.in_title = known.in_title and again.in_title
    known.whys += again.whys


def _proof(known: Event, again: Event) -> list[DraftEvidence]:
    """The quotes of both; a headline proves nothing that the article itself tells."""
    if known.in_title != again.in_title:
        return again.evidence if known.in_title else known.evidence
    return (known.evidence + again.evidence)[:_QUOTES]


def _own_bodies(senders: list[Agent]) -> list[Agent]:
    """Without the state of a headline whose ministry the text names."""
    homes = {agent.country for agent in senders if agent.kind == "government_body" and agent.country}
    keys = {agent.key for agent in senders}
    organs = {_acts_for(agent) for agent in senders if agent.kind == "intl_org"} & keys
    return [
        agent
        for agent in senders
        if not (agent.kind == "state" and agent.country in homes)
        and not (agent.key == _UN and _UN in organs)
        and not (agent.kind == "intl_org" and _acts_for(agent) in organs - {_UN})
    ]


def _union(one: list[Agent], other: list[Agent]) -> list[Agent]:
    both = {agent.key: agent for agent in [*one, *other]}.values()
    return [
        agent for agent in both if not any(agent is not whole and _part_of(agent, whole) for whole in both)
    ]
