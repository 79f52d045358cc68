"""Which prediction stands for which gold record."""

from __future__ import annotations

from dataclasses import replace

from extractor.evaluation.align import Pair, align
from extractor.evaluation.comparators import Credit
from tests.evaluation.makers import ACTS, Act, act, align_table, days


def pairs(preds: list[Act], golds: list[Act], optional: list[bool] | None = None) -> set[tuple[int, int]]:
    alignment = align(preds, golds, optional or [False] * len(golds), ACTS, 0.5)
    return {(pair.pred, pair.gold) for pair in alignment.pairs}


def test_indices_are_those_of_the_lists_as_given() -> None:
    z, a = act("z", "Zed", ["Zulu"]), act("a", "Alice", ["Alpha"])
    assert pairs([z, a], [a, z]) == {(0, 1), (1, 0)}


def test_exactly_the_threshold_is_enough() -> None:
    assert align_table([[0.5]]).pairs == (Pair(0, 0, 0.5),)
    assert align_table([[0.4999]]).pairs == ()


def test_between_equal_similarities_more_exact_fields_win() -> None:
    gold = act("designation", "OFAC", ["A"], days("2024-03-01"), programme="SDN")
    # Both miss a weight of 1: one through two fields by half, the other through one field.
    two_fields = replace(gold, date=days("2024-03-01", "2024-03-31"), programme="sdn")
    one_field = replace(gold, programme=None)
    scheme = replace(ACTS, fields=(*ACTS.fields[:-1], replace(ACTS.fields[-1], compare=half)))
    for preds in ([two_fields, one_field], [one_field, two_fields]):
        (pair,) = align(preds, [gold], [False], scheme, 0.5).pairs
        assert pair.similarity == 0.9
        assert preds[pair.pred] is one_field


def half(a: str, b: str) -> Credit:
    return Credit(1.0 if a == b else 0.5)


def test_between_equal_records_evidence_in_the_same_place_wins() -> None:
    gold = act("designation", "OFAC", ["A"], spans=((100, 120),))
    far = act("designation", "OFAC", ["A"], spans=((0, 20),))
    near = act("designation", "OFAC", ["A"], spans=((100, 115),))
    assert pairs([far, near], [gold]) == {(1, 0)}
    assert pairs([near, far], [gold]) == {(0, 0)}


def test_required_gold_comes_before_optional_gold_that_fits_better() -> None:
    optional = act("designation", "OFAC", ["A", "B"])
    required = act("designation", "OFAC", ["A"])
    pred = act("designation", "OFAC", ["A", "B"])
    alignment = align([pred], [optional, required], [True, False], ACTS, 0.5)
    assert [(pair.pred, pair.gold) for pair in alignment.pairs] == [(0, 1)]
    assert alignment.optional == ()


def test_what_is_left_over_may_be_paired_with_optional_gold() -> None:
    optional, required = act("designation", "OFAC", ["B"]), act("delisting", "EU Council", ["A"])
    alignment = align([optional, required], [optional, required], [True, False], ACTS, 0.5)
    assert [(pair.pred, pair.gold) for pair in alignment.pairs] == [(1, 1)]
    assert [(pair.pred, pair.gold) for pair in alignment.optional] == [(0, 0)]


def test_the_strict_matching_is_not_bound_to_the_soft_pairs() -> None:
    """Soft prefers 0.9 + 0.9 to 1.0, strict still counts the one exact match."""
    alignment = align_table([[1.0, 0.9], [0.9, 0.0]])
    assert len(alignment.pairs) == 2
    assert alignment.strict == 1
