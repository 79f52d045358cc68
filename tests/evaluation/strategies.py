"""Generated records: few values, so that likeness, ties, duplicates and contradictions are common."""

from __future__ import annotations

import datetime as dt
from typing import TypeVar

from hypothesis import strategies as st

from extractor.evaluation.views import EventView, PositionView, event_view, position_view
from extractor.schemas.event import SanctionsEvent
from extractor.schemas.position import Issue, Position
from extractor.schemas.values import Actor, DateSpan, Evidence
from tests.evaluation.known import READ
from tests.evaluation.makers import actor

T = TypeVar("T")

ACTORS: tuple[Actor, ...] = (
    actor("United States", country="US"),
    actor("US Treasury", "government_body", "US"),
    actor("OFAC", "government_body", "US"),
    actor("Moscow", country="RU"),
    actor("Russia", country="RU"),
    actor("Acme Trading Bank", "company", "RU"),
    actor("Acme Trading Ltd", "company", "RU"),
    actor("Acme Trading House", "company", "RU"),
    actor("Ivan Petrov", "person", "RU"),
)

actors = st.sampled_from(ACTORS)
few_actors = st.lists(actors, max_size=3).map(tuple)
march = dt.date(2024, 3, 1)
spans = st.sampled_from(
    [
        None,
        DateSpan(text="recently"),
        DateSpan(text="on 1 March", start=march, end=march),
        DateSpan(text="in March", start=march, end=dt.date(2024, 3, 31)),
        DateSpan(text="since March", start=march),
        DateSpan(text="on 1 May", start=dt.date(2024, 5, 1), end=dt.date(2024, 5, 1)),
    ]
)
evidence = st.sampled_from([(0, 10), (0, 4), (5, 12), (30, 40)]).map(
    lambda span: (Evidence(quote="x" * (span[1] - span[0]), start=span[0], end=span[1]),)
)

events = st.builds(
    SanctionsEvent,
    action=st.sampled_from(["impose", "tighten", "extend", "ease", "suspend", "lift", "evade"]),
    stage=st.sampled_from(["adopted", "proposed", "rejected"]),
    senders=few_actors,
    targets=few_actors,
    measures=st.sampled_from([(), ("asset_freeze",), ("asset_freeze", "travel_ban")]),
    reach=st.sampled_from(["primary", "secondary"]),
    sectors=st.sampled_from([(), ("energy",), ("finance",)]),
    objectives=st.sampled_from([(), ("end_war",)]),
    instruments=st.just(()),
    date=spans,
    in_force=st.none(),
    is_background=st.booleans(),
    according_to=st.none(),
    evidence=evidence,
)

issues = st.builds(
    Issue,
    kind=st.sampled_from(["sanctions", "conduct"]),
    action=st.sampled_from([None, "impose", "lift"]),
    targets=few_actors,
    label=st.sampled_from(["sanctions on Russia", "the war"]),
)
positions = st.builds(
    Position,
    holder=actors,
    speaker=st.one_of(st.none(), actors),
    stance=st.sampled_from(["support", "oppose", "uncommitted"]),
    issue=issues,
    condition=st.sampled_from([None, "if talks fail"]),
    certainty=st.just("certain"),
    speech_act=st.just("state"),
    basis=st.just("stated"),
    addressees=st.just(()),
    date=st.none(),
    attribution=st.just("indirect"),
    evidence=evidence,
)


def seen_event(event: SanctionsEvent) -> EventView:
    """The event as the scorer sees it, over the small gazetteer."""
    return event_view(event, READ)


def seen_position(position: Position) -> PositionView:
    """The position as the scorer sees it, over the small gazetteer."""
    return position_view(position, READ)


event_views = events.map(seen_event)
position_views = positions.map(seen_position)


def few(records: st.SearchStrategy[T], most: int = 4) -> st.SearchStrategy[list[T]]:
    """Up to ``most`` records, repeats among them likely."""
    return st.lists(records, max_size=most).flatmap(
        lambda some: st.permutations(some + some[:1]) if some else st.just(some)
    )
