"""Repeats of one act or one view become one record; different ones stay apart."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from extractor.merge import merge_events, merge_positions
from extractor.schemas.event import SanctionsEvent
from extractor.schemas.position import Issue, Position
from extractor.schemas.values import Actor, DateSpan, Evidence

EU = Actor(id="org:EU", name="EU", kind="intl_org")
US = Actor(id="country:US", name="US", kind="state", country="US")
IRAN = Actor(id="country:IR", name="Iran", kind="state", country="IR")
SYRIA = Actor(id="country:SY", name="Syria", kind="state", country="SY")


def event(start: int = 0, **fields: Any) -> SanctionsEvent:
    content: dict[str, Any] = {
        "action": "impose",
        "stage": "adopted",
        "senders": (EU,),
        "targets": (IRAN,),
        "evidence": (Evidence(quote="abc", start=start, end=start + 3),),
    }
    return SanctionsEvent(**(content | fields))


def position(start: int = 0, **fields: Any) -> Position:
    content: dict[str, Any] = {
        "holder": EU,
        "stance": "support",
        "issue": Issue(kind="sanctions", action="maintain", targets=(IRAN,), label="sanctions on Iran"),
        "evidence": (Evidence(quote="abc", start=start, end=start + 3),),
    }
    return Position(**(content | fields))


def day(number: int) -> DateSpan:
    return DateSpan(text=str(number), start=dt.date(2024, 5, number), end=dt.date(2024, 5, number))


def test_an_act_told_twice_is_one_record_with_both_quotes() -> None:
    (merged,) = merge_events([event(50), event(10)])
    assert [evidence.start for evidence in merged.evidence] == [10, 50]


def test_the_strongest_stage_of_an_act_is_kept() -> None:
    (merged,) = merge_events([event(0, stage="proposed"), event(9, stage="adopted")])
    assert merged.stage == "adopted"


def test_a_telling_that_says_more_fills_the_gaps_of_the_other() -> None:
    (merged,) = merge_events([event(0, senders=()), event(9, measures=("asset_freeze",), date=day(3))])
    assert merged.senders == (EU,)
    assert merged.measures == ("asset_freeze",)
    assert merged.date == day(3)


@pytest.mark.parametrize(
    "other",
    [
        {"action": "tighten"},
        {"senders": (US,)},
        {"targets": (SYRIA,)},
        {"targets": (IRAN, SYRIA)},
        {"date": day(4)},
        {"is_background": True},
        {"stage": "rejected"},
        {"reach": "secondary"},
        {"measures": ("travel_ban",)},
        {"sectors": ("energy",)},
    ],
)
def test_acts_that_differ_stay_apart(other: dict[str, Any]) -> None:
    first = event(0, date=day(3), measures=("asset_freeze",), sectors=("finance",))
    changed = {"date": day(3), "measures": ("asset_freeze",), "sectors": ("finance",)} | other
    assert len(merge_events([first, event(9, **changed)])) == 2


def test_a_source_is_named_only_when_no_telling_asserts_the_act() -> None:
    (merged,) = merge_events([event(0, according_to=US), event(9)])
    assert merged.according_to is None


def test_one_view_in_two_forms_is_one_record() -> None:
    relief = Issue(kind="sanctions", action="lift", targets=(IRAN,), label="lifting")
    (merged,) = merge_positions([position(0), position(9, stance="oppose", issue=relief)])
    assert merged.leaning == "pressure"
    assert len(merged.evidence) == 2


@pytest.mark.parametrize(
    "other",
    [
        {"holder": US},
        {"stance": "oppose"},
        {"certainty": "probable"},
        {"condition": "if it leaves"},
        {"issue": Issue(kind="resolution", targets=(IRAN,), label="the draft")},
        {"issue": Issue(kind="sanctions", action="maintain", targets=(SYRIA,), label="on Syria")},
    ],
)
def test_views_that_differ_stay_apart(other: dict[str, Any]) -> None:
    assert len(merge_positions([position(0, condition="until it stops"), position(9, **other)])) == 2


def test_records_come_in_the_order_of_the_text() -> None:
    merged = merge_events([event(90), event(5, action="lift")])
    assert [one.action for one in merged] == ["lift", "impose"]


def test_merging_again_changes_nothing() -> None:
    once = merge_events([event(0), event(5, action="lift"), event(9)])
    assert merge_events(once) == once
