"""One label for each record, and what repairing it would bring."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from extractor.evaluation.errors import Label, Labelled
from extractor.evaluation.score import Tally, score_records
from extractor.evaluation.weights import EVENTS, POSITIONS, THETA
from extractor.schemas.values import DateSpan
from tests.evaluation.makers import EU, HUNGARY, RUSSIA, actor, event, position
from tests.evaluation.strategies import seen_event, seen_position

IRAN, CHINA = actor("Iran", country="IR"), actor("China", country="CN")


def labels(preds: list[Any], golds: list[Any], rejected: list[Any] | None = None) -> tuple[Labelled, ...]:
    return score_records(
        [seen_event(one) for one in preds],
        [seen_event(one) for one in golds],
        [False] * len(golds),
        EVENTS,
        THETA,
        [seen_event(one) for one in rejected or []],
    ).labels


def names(preds: list[Any], golds: list[Any], rejected: list[Any] | None = None) -> list[Label]:
    return [one.label for one in labels(preds, golds, rejected)]


def test_an_exact_pair_is_exact() -> None:
    assert names([event()], [event()]) == ["exact"]


def test_field_errors_say_which_field_is_missing_invented_or_wrong() -> None:
    pred = event(sectors=("energy",), stage="proposed")
    gold = event(measures=("travel_ban",))
    (pair,) = labels([pred], [gold])
    assert pair.label == "field errors"
    assert [(one.field, one.kind) for one in pair.fields] == [
        ("stage", "wrong"),
        ("measures", "missing"),
        ("sectors", "invented"),
    ]


def test_an_actor_in_the_wrong_role_is_a_swapped_role() -> None:
    pred = event(senders=(EU, RUSSIA), targets=(RUSSIA,))
    gold = event(senders=(RUSSIA,), targets=(EU, RUSSIA))
    (pair,) = labels([pred], [gold])
    assert {(one.field, one.kind) for one in pair.fields} == {
        ("senders", "swapped role"),
        ("targets", "swapped role"),
    }


def test_a_holder_given_as_speaker_is_a_swapped_role() -> None:
    orban = actor("Viktor Orban", "person", "HU")
    score = score_records(
        [seen_position(position(speaker=HUNGARY))],
        [seen_position(position(speaker=orban))],
        [False],
        POSITIONS,
        THETA,
    )
    (pair,) = score.labels
    assert [(one.field, one.kind) for one in pair.fields] == [("speaker", "swapped role")]


def test_the_reverse_of_a_gold_record_is_a_contradiction_on_both_sides() -> None:
    found = labels([event(action="lift")], [event()])
    assert [one.label for one in found] == ["contradiction", "contradiction"]
    assert "opposite directions: lift and impose" in found[0].why


def test_a_second_telling_of_a_found_record_is_a_duplicate() -> None:
    assert names([event(), event()], [event()]) == ["exact", "duplicate"]


def test_another_act_of_the_same_actors_is_spurious_and_no_duplicate() -> None:
    march, may = (
        DateSpan(text="x", start=day, end=day) for day in (dt.date(2024, 3, 1), dt.date(2024, 5, 1))
    )
    assert names([event(date=march), event(date=may)], [event(date=march)]) == ["exact", "spurious"]


def test_one_record_told_as_two_parts_is_split() -> None:
    preds = [event(targets=(RUSSIA,)), event(targets=(IRAN,))]
    assert sorted(names(preds, [event(targets=(RUSSIA, IRAN))])) == ["field errors", "split"]


def test_two_records_told_as_one_are_merged() -> None:
    golds = [event(targets=(RUSSIA,)), event(targets=(IRAN,))]
    assert sorted(names([event(targets=(RUSSIA, IRAN))], golds)) == ["field errors", "merged"]


def test_a_gold_record_that_was_offered_without_standing_in_the_text_is_ungrounded() -> None:
    assert names([], [event()], rejected=[event()]) == ["ungrounded"]
    assert names([], [event()], rejected=[event(senders=(CHINA,), targets=(IRAN,))]) == ["missed"]


def test_what_is_like_nothing_is_spurious_and_what_nobody_told_is_missed() -> None:
    assert names([event(senders=(CHINA,), targets=(IRAN,))], [event()]) == ["spurious", "missed"]


def test_an_optional_pair_is_labelled_so_and_an_unpredicted_optional_record_not_at_all() -> None:
    views = [seen_event(event())]
    assert [one.label for one in score_records(views, views, [True], EVENTS, THETA).labels] == ["optional"]
    assert score_records([], views, [True], EVENTS, THETA).labels == ()


CASES: list[tuple[list[Any], list[Any], Label]] = [
    ([event(stage="proposed")], [event()], "field errors"),
    ([event(), event()], [event()], "duplicate"),
    ([event(targets=(RUSSIA,)), event(targets=(IRAN,))], [event(targets=(RUSSIA, IRAN))], "split"),
    ([event(targets=(RUSSIA, IRAN))], [event(targets=(RUSSIA,)), event(targets=(IRAN,))], "merged"),
    ([event(action="lift")], [event()], "contradiction"),
    ([event(), event(senders=(CHINA,), targets=(IRAN,))], [event()], "spurious"),
    ([], [event()], "missed"),
]


@pytest.mark.parametrize(("preds", "golds", "label"), CASES)
def test_repairing_the_only_class_of_errors_regains_all_that_is_lacking(
    preds: list[Any], golds: list[Any], label: Label
) -> None:
    totals = Tally(EVENTS)
    views = [seen_event(one) for one in preds], [seen_event(one) for one in golds]
    totals.add(score_records(*views, [False] * len(golds), EVENTS, THETA))
    summary = totals.summary()
    assert summary.micro["soft"].f1 + summary.regained[label] == pytest.approx(1)
