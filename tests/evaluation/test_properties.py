"""Properties that hold for every gold and every answer, tried on generated records of both kinds."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations
from typing import Any, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.evaluation.align import align, fit
from extractor.evaluation.figures import MEASURES, Counts, prf
from extractor.evaluation.scheme import Scheme, filled
from extractor.evaluation.score import score_records
from extractor.evaluation.weights import EVENTS, POSITIONS, THETA
from tests.evaluation.strategies import (
    event_views,
    events,
    few,
    position_views,
    positions,
    seen_event,
    seen_position,
)

R = TypeVar("R")

KINDS = [
    pytest.param(EVENTS, event_views, id="events"),
    pytest.param(POSITIONS, position_views, id="positions"),
]
for_both_kinds = pytest.mark.parametrize(("scheme", "records"), KINDS)
CLOSE = 1e-9
# No deadline: cores are shared, and the first example pays for imports.
tried = settings(deadline=None, database=None, max_examples=60)


def scored(preds: Sequence[Any], golds: Sequence[Any], scheme: Scheme[Any], optional: int = 0) -> Counts:
    """The counts; the last ``optional`` gold records may lack."""
    required = len(golds) - optional
    return score_records(preds, golds, [i >= required for i in range(len(golds))], scheme, THETA).counts


def f1s(counts: Counts) -> list[float]:
    return [prf(counts.true_positives(m), counts.pred, counts.gold).f1 for m in MEASURES]


@for_both_kinds
@tried
@given(data=st.data())
def test_gold_held_against_itself_scores_one_also_with_duplicates(
    scheme: Scheme[Any], records: st.SearchStrategy[Any], data: st.DataObject
) -> None:
    golds = data.draw(few(records).filter(bool))
    assert f1s(scored(golds, golds, scheme)) == pytest.approx([1] * 4)


@for_both_kinds
@tried
@given(data=st.data())
def test_swapping_the_sides_swaps_precision_and_recall(
    scheme: Scheme[Any], records: st.SearchStrategy[Any], data: st.DataObject
) -> None:
    preds, golds = data.draw(few(records)), data.draw(few(records))
    one, other = scored(preds, golds, scheme), scored(golds, preds, scheme)
    for measure in ("soft", "strict", "found"):
        p, r, f1 = prf(one.true_positives(measure), one.pred, one.gold)
        assert prf(other.true_positives(measure), other.pred, other.gold) == pytest.approx((r, p, f1))


@for_both_kinds
@tried
@given(data=st.data(), seed=st.integers(0, 1000))
def test_order_changes_nothing(
    scheme: Scheme[Any], records: st.SearchStrategy[Any], data: st.DataObject, seed: int
) -> None:
    preds, golds = data.draw(few(records)), data.draw(few(records))
    shuffled = random.Random(seed)
    again = scored(shuffled.sample(preds, len(preds)), shuffled.sample(golds, len(golds)), scheme)
    before = scored(preds, golds, scheme)
    assert f1s(again) == pytest.approx(f1s(before), abs=CLOSE)
    assert (again.found, again.strict) == (before.found, before.strict)


@for_both_kinds
@tried
@given(data=st.data())
def test_strict_is_at_most_soft_is_at_most_found_is_at_most_the_smaller_side(
    scheme: Scheme[Any], records: st.SearchStrategy[Any], data: st.DataObject
) -> None:
    preds, golds = data.draw(few(records)), data.draw(few(records))
    counts = scored(preds, golds, scheme, optional=data.draw(st.integers(0, len(golds))))
    assert counts.strict <= counts.soft + CLOSE
    assert counts.soft <= counts.found + CLOSE
    assert counts.found <= min(counts.pred, counts.gold)
    assert counts.grounded <= counts.soft + CLOSE


@for_both_kinds
@tried
@given(data=st.data())
def test_adding_a_copy_of_a_gold_record_never_lowers_the_true_positives(
    scheme: Scheme[Any], records: st.SearchStrategy[Any], data: st.DataObject
) -> None:
    preds, golds = data.draw(few(records)), data.draw(few(records).filter(bool))
    before = scored(preds, golds, scheme)
    after = scored([*preds, data.draw(st.sampled_from(golds))], golds, scheme)
    assert after.soft >= before.soft - CLOSE
    assert after.strict >= before.strict


ATTRIBUTES = {"issue.targets": "issue_targets", "issue.kind": "issue_kind"}


@for_both_kinds
@tried
@given(data=st.data())
def test_mending_a_field_of_a_pair_never_lowers_the_soft_true_positives(
    scheme: Scheme[Any], records: st.SearchStrategy[Any], data: st.DataObject
) -> None:
    preds, golds = data.draw(few(records)), data.draw(few(records))
    before = align(preds, golds, [False] * len(golds), scheme, THETA)
    for pair in before.pairs:
        for field in scheme.fields:
            name = ATTRIBUTES.get(field.name, field.name)
            mended = replace(preds[pair.pred], **{name: field.get(golds[pair.gold])})
            others = [*preds[: pair.pred], mended, *preds[pair.pred + 1 :]]
            assert scored(others, golds, scheme).soft >= sum(p.similarity for p in before.pairs) - CLOSE


@tried
@given(
    preds=few(events),
    golds=few(event_views),
    change=st.fixed_dictionaries(
        {
            "reach": st.sampled_from(["primary", "secondary"]),
            "objectives": st.sampled_from([(), ("terrorism",)]),
            "instruments": st.sampled_from([(), ("Order 1",)]),
            "is_background": st.booleans(),
        }
    ),
)
def test_fields_without_weight_change_no_figure_of_events(
    preds: list[Any], golds: list[Any], change: dict[str, Any]
) -> None:
    before = scored([seen_event(one) for one in preds], golds, EVENTS)
    after = scored([seen_event(one.model_copy(update=change)) for one in preds], golds, EVENTS)
    assert (after.soft, after.strict, after.found) == pytest.approx(
        (before.soft, before.strict, before.found)
    )


@tried
@given(
    preds=few(positions),
    golds=few(position_views),
    change=st.fixed_dictionaries(
        {
            "condition": st.sampled_from([None, "if talks fail", "unless they stop"]),
            "certainty": st.sampled_from(["certain", "possible"]),
            "basis": st.sampled_from(["stated", "reported"]),
        }
    ),
)
def test_fields_without_weight_change_no_figure_of_positions(
    preds: list[Any], golds: list[Any], change: dict[str, Any]
) -> None:
    before = scored([seen_position(one) for one in preds], golds, POSITIONS)
    after = scored([seen_position(one.model_copy(update=change)) for one in preds], golds, POSITIONS)
    assert (after.soft, after.strict, after.found) == pytest.approx(
        (before.soft, before.strict, before.found)
    )


def may_pair(pred: Any, gold: Any, scheme: Scheme[Any]) -> bool:
    """Eligibility told again, field by field, from the rules."""
    values = [(field, field.get(pred), field.get(gold)) for field in scheme.anchors]
    agree = any(filled(a) and filled(b) and field.compare(a, b).score > 0 for field, a, b in values)
    all_empty = not any(filled(a) or filled(b) for _, a, b in values)
    similar = fit(pred, gold, scheme).similarity >= THETA
    return similar and (agree or all_empty) and scheme.contradiction(pred, gold) is None


def brute_force(preds: Sequence[Any], golds: Sequence[Any], scheme: Scheme[Any]) -> tuple[float, int]:
    """Soft and strict true positives by trying every assignment."""
    rows, columns = (preds, golds) if len(preds) <= len(golds) else (golds, preds)
    table = [[0.0] * len(columns) for _ in rows]
    for i, row in enumerate(rows):
        for j, column in enumerate(columns):
            pred, gold = (row, column) if rows is preds else (column, row)
            if may_pair(pred, gold, scheme):
                table[i][j] = fit(pred, gold, scheme).similarity
    chosen = [
        [table[i][j] for i, j in enumerate(choice)] for choice in permutations(range(len(columns)), len(rows))
    ]
    return max(map(sum, chosen)), max(sum(cell == 1 for cell in cells) for cells in chosen)


@for_both_kinds
@tried
@given(data=st.data())
def test_the_alignment_is_the_best_of_all_that_brute_force_finds(
    scheme: Scheme[Any], records: st.SearchStrategy[Any], data: st.DataObject
) -> None:
    preds, golds = data.draw(few(records)), data.draw(few(records))
    soft, strict = brute_force(preds, golds, scheme)
    counts = scored(preds, golds, scheme)
    assert counts.soft == pytest.approx(soft, abs=CLOSE)
    assert counts.strict == strict


@for_both_kinds
@tried
@given(data=st.data())
def test_an_optional_record_in_gold_never_lowers_a_score(
    scheme: Scheme[Any], records: st.SearchStrategy[Any], data: st.DataObject
) -> None:
    preds, golds, extra = data.draw(few(records)), data.draw(few(records)), data.draw(records)
    before = f1s(scored(preds, golds, scheme))
    after = f1s(scored(preds, [*golds, extra], scheme, optional=1))
    assert all(a >= b - CLOSE for a, b in zip(after, before, strict=True))


@for_both_kinds
@tried
@given(data=st.data())
def test_an_optional_record_that_nobody_predicts_changes_nothing(
    scheme: Scheme[Any], records: st.SearchStrategy[Any], data: st.DataObject
) -> None:
    preds, golds, extra = data.draw(few(records)), data.draw(few(records)), data.draw(records)
    unlike = [pred for pred in preds if not may_pair(pred, extra, scheme)]
    assert scored(unlike, [*golds, extra], scheme, optional=1) == scored(unlike, golds, scheme)


@for_both_kinds
@tried
@given(data=st.data())
def test_predicting_an_optional_record_never_lowers_a_score(
    scheme: Scheme[Any], records: st.SearchStrategy[Any], data: st.DataObject
) -> None:
    """Of a record that could as well stand for a required one this cannot be said: required gold is first."""
    preds, extra = data.draw(few(records)), data.draw(records)
    golds = [gold for gold in data.draw(few(records)) if not may_pair(extra, gold, scheme)]
    before = f1s(scored(preds, golds, scheme))
    after = f1s(scored([*preds, extra], [*golds, extra], scheme, optional=1))
    assert all(a >= b - CLOSE for a, b in zip(after, before, strict=True))
