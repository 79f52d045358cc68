"""Samples are counted: each record carries the share of samples that found it."""

from __future__ import annotations

from typing import Any

from extractor.merge import same_act
from extractor.schemas.event import SanctionsEvent
from extractor.schemas.values import Actor, Evidence
from extractor.votes import vote

EU = Actor(id="org:EU", name="EU", kind="intl_org")
IRAN = Actor(id="country:IR", name="Iran", kind="state", country="IR")
CUBA = Actor(id="country:CU", name="Cuba", kind="state", country="CU")


def event(target: Actor = IRAN, start: int = 0, **fields: Any) -> SanctionsEvent:
    evidence = (Evidence(quote="words", start=start, end=start + 5),)
    return SanctionsEvent.model_validate(
        {"action": "impose", "stage": "adopted", "senders": (EU,), "targets": (target,), "evidence": evidence}
        | fields
    )


def test_confidence_is_the_share_of_samples() -> None:
    found = vote([(event(), event(CUBA, 9)), (event(),), (event(),)], same_act)
    assert [(one.targets[0].id, one.confidence) for one in found] == [
        ("country:IR", 1.0),
        ("country:CU", 0.3333),
    ]


def test_the_most_common_telling_is_taken_and_nothing_is_mixed() -> None:
    wide = event(measures=("asset_freeze", "travel_ban"))
    narrow = event(measures=("asset_freeze",))
    (one,) = vote([(wide,), (narrow,), (narrow,)], same_act)
    assert one.measures == ("asset_freeze",)
    assert one.confidence == 1.0


def test_two_records_of_one_sample_are_never_counted_as_one() -> None:
    first, second = event(measures=("asset_freeze",)), event(measures=("asset_freeze",), start=40)
    found = vote([(first, second), (first,)], same_act)
    assert [one.confidence for one in found] == [1.0, 0.5]


def test_a_sample_that_found_nothing_counts_in_the_share() -> None:
    (one,) = vote([(event(),), ()], same_act)
    assert one.confidence == 0.5
