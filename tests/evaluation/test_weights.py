"""The tables, held against the rules they are taken from."""

from __future__ import annotations

from itertools import product
from typing import get_args

import pytest

from extractor.evaluation.align import anchored, contradict, eligible, fit
from extractor.evaluation.weights import EVENTS, POSITIONS, THETA, weight_tables
from extractor.schemas import terms
from extractor.schemas.values import DateSpan
from tests.evaluation.known import READ
from tests.evaluation.makers import HUNGARY, RUSSIA, actor, event, issue, position
from tests.evaluation.strategies import seen_event, seen_position


def test_the_weights_are_those_of_the_rules() -> None:
    assert weight_tables() == {
        "events": {
            "action": 3, "targets": 3, "senders": 2, "stage": 2, "measures": 1, "sectors": 1, "date": 1
        },
        "positions": {"holder": 3, "view": 3, "issue.targets": 2, "issue.kind": 1, "speaker": 1},
    }  # fmt: skip


PRESSURE = {"impose", "designate", "tighten", "extend", "maintain", "enforce"}
RELIEF = {"ease", "exempt", "suspend", "lift", "delist", "lapse"}


@pytest.mark.parametrize(("a", "b"), list(product(get_args(terms.ActionName), repeat=2)))
def test_opposite_directions_contradict_and_evading_has_none(a: str, b: str) -> None:
    opposite = (a in PRESSURE and b in RELIEF) or (a in RELIEF and b in PRESSURE)
    one, other = seen_event(event(action=a)), seen_event(event(action=b))
    assert (EVENTS.contradiction(one, other) is not None) == opposite


@pytest.mark.parametrize(("a", "b"), list(product(get_args(terms.StageName), repeat=2)))
def test_rejected_contradicts_every_other_stage(a: str, b: str) -> None:
    one, other = seen_event(event(stage=a)), seen_event(event(stage=b))
    assert (EVENTS.contradiction(one, other) is not None) == ((a == "rejected") != (b == "rejected"))


def test_supporting_and_opposing_one_act_contradict() -> None:
    one, other = seen_position(position(stance="support")), seen_position(position(stance="oppose"))
    assert "pressure and relief" in (contradict(one, other, POSITIONS, THETA) or "")


def test_opposing_a_measure_and_supporting_its_end_is_one_view() -> None:
    one = seen_position(position(stance="oppose", issue=issue(action="maintain")))
    other = seen_position(position(stance="support", issue=issue(action="lift")))
    assert fit(one, other, POSITIONS).similarity == 1


def test_a_position_without_the_same_holder_is_never_a_pair() -> None:
    one, other = seen_position(position(holder=RUSSIA)), seen_position(position(holder=HUNGARY))
    assert fit(one, other, POSITIONS).similarity >= THETA
    assert eligible(one, other, POSITIONS, THETA) is None


def test_an_event_may_hold_on_to_senders_or_targets() -> None:
    iran = actor("Iran", country="IR")
    gold = seen_event(event())
    assert anchored(seen_event(event(targets=(iran,))), gold, EVENTS)
    assert anchored(seen_event(event(senders=(iran,))), gold, EVENTS)
    assert not anchored(seen_event(event(targets=(iran,), senders=(iran,))), gold, EVENTS)


def test_events_that_name_nobody_at_all_may_be_a_pair() -> None:
    nobody = seen_event(event(senders=(), targets=()))
    assert anchored(nobody, nobody, EVENTS)
    assert not anchored(nobody, seen_event(event(targets=())), EVENTS)


def test_a_field_filled_on_one_side_alone_costs_its_weight_and_one_empty_on_both_does_not() -> None:
    plain, with_sector = seen_event(event()), seen_event(event(sectors=("energy",)))
    assert fit(plain, plain, EVENTS).similarity == 1
    assert fit(with_sector, plain, EVENTS).similarity == pytest.approx(10 / 11)


def test_a_date_whose_words_were_not_resolved_counts_as_empty() -> None:
    vague = seen_event(event(date=DateSpan(text="recently")))
    assert fit(vague, seen_event(event()), EVENTS).similarity == 1


def test_a_body_as_sender_is_its_state_and_as_target_is_not() -> None:
    us, treasury = actor("United States", country="US"), actor("US Treasury", "government_body", "US")
    as_sender = fit(seen_event(event(senders=(treasury,))), seen_event(event(senders=(us,))), EVENTS)
    as_target = fit(seen_event(event(targets=(treasury,))), seen_event(event(targets=(us,))), EVENTS)
    assert as_sender.similarity == 1
    assert as_target.similarity == pytest.approx(7 / 10)
    assert READ(treasury, ()).state == "country:US"
