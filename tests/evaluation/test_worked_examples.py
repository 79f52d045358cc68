"""The worked examples of the scoring rules, by number, with their published figures."""

from __future__ import annotations

import pytest

from extractor.evaluation.align import fit
from extractor.evaluation.stats import paired_randomisation
from tests.evaluation.makers import ACTS, act, align_table, counts, days, tally


def about(value: float) -> object:
    return pytest.approx(value, abs=5e-5)


def test_example_1_partial_credit_for_a_missing_target_and_a_day_inside_a_month() -> None:
    day = days("2024-03-05")
    g1 = act("designation", "OFAC", ["Acme Bank", "Ivan Petrov"], day, programme="SDN")
    p1 = act("designation", "OFAC", ["Acme Bank"], day)
    g2 = act("delisting", "EU Council", ["Volga Shipping Ltd"], days("2024-03-01", "2024-03-31"))
    p2 = act("delisting", "EU Council", ["Volga Shipping Ltd"], days("2024-03-12"))

    assert fit(p1, g1, ACTS).similarity == about(0.8)
    assert fit(p2, g2, ACTS).similarity == about(0.9444)
    figures = tally(([p1, p2], [g1, g2])).summary().micro
    assert list(figures["soft"]) == [about(0.8722), about(0.8722), about(0.8722)]
    assert list(figures["strict"]) == [0, 0, 0]


def test_example_2_what_is_below_the_threshold_is_zero_before_the_assignment_is_solved() -> None:
    alignment = align_table([[0.6, 0.45], [0.55, 0]])
    assert sum(pair.similarity for pair in alignment.pairs) == about(0.60)


def test_example_3_the_assignment_is_optimal_not_greedy() -> None:
    alignment = align_table([[0.9, 0.8], [0.8, 0]])
    assert sum(pair.similarity for pair in alignment.pairs) == about(1.6)


def test_example_4_a_repeated_prediction_costs_precision_unless_gold_repeats_it_too() -> None:
    g = act("designation", "OFAC", ["Acme Bank"])
    assert list(tally(([g, g], [g])).summary().micro["soft"]) == [about(0.5), 1, about(0.6667)]
    assert list(tally(([g, g], [g, g])).summary().micro["soft"]) == [1, 1, 1]


def test_example_5_empty_documents_count_in_the_macro_average_and_not_in_the_micro() -> None:
    g = act("designation", "OFAC", ["Acme Bank"])
    summary = tally(([], []), ([g], []), ([g], [g])).summary()
    assert list(summary.micro["soft"]) == [about(0.5), 1, about(0.6667)]
    assert summary.macro["soft"].f1 == about(0.6667)
    assert summary.positives["soft"].f1 == 1
    assert summary.empty_accuracy == about(0.5)


def test_example_6_two_designations_predicted_as_one_with_both_targets() -> None:
    day = days("2024-03-05")
    golds = [act("designation", "OFAC", ["Acme Bank"], day), act("designation", "OFAC", ["Ivan Petrov"], day)]
    pred = act("designation", "OFAC", ["Acme Bank", "Ivan Petrov"], day)
    figures = tally(([pred], golds)).summary().micro["soft"]
    assert list(figures) == [about(0.8889), about(0.4444), about(0.5926)]
    assert counts([pred], golds).found == 1


A = [(1, 2, 2), (0, 1, 1), (2, 2, 3), (1, 1, 1), (0, 0, 1), (1, 2, 2)]
B = [(2, 2, 2), (1, 1, 1), (3, 3, 3), (1, 1, 1), (0, 0, 1), (2, 2, 2)]


def test_example_7_the_exact_paired_randomisation_over_six_documents() -> None:
    difference = paired_randomisation(A, B)
    assert difference.delta == about(0.3918)
    assert difference.p == 8 / 64
    assert difference.exact
