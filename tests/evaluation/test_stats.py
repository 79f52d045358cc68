"""Paired randomisation, held against scipy's, and Holm's correction."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import permutation_test

from extractor.evaluation.stats import holm, paired_randomisation
from tests.evaluation.test_worked_examples import A, B


def f1(counts: np.ndarray[tuple[int, ...], np.dtype[np.int64]]) -> float:
    tp, pred, gold = counts.sum(axis=0)
    return float(2 * tp / (pred + gold))


def test_the_exact_p_is_that_of_scipy() -> None:
    first, second = np.array(A), np.array(B)

    def gap(x: np.ndarray[tuple[int, ...], np.dtype[np.int64]], y: object) -> float:
        picked = x.astype(int)
        runs = np.stack([first, second])
        documents = np.arange(len(first))
        return f1(runs[1 - picked, documents]) - f1(runs[picked, documents])

    # Six documents have 64 exchanges, fewer than asked for, so scipy tries every one.
    # It exchanges scalars: 0 stands for the first run's document, 1 for the second's.
    indices = np.zeros(len(first)), np.ones(len(first))
    theirs = permutation_test(
        indices,
        gap,
        permutation_type="samples",
        n_resamples=100,
        vectorized=False,
        alternative="two-sided",
    )
    ours = paired_randomisation(A, B)
    assert ours.delta == pytest.approx(theirs.statistic)
    assert ours.p == pytest.approx(theirs.pvalue)


def test_a_run_held_against_itself_has_no_difference() -> None:
    same = paired_randomisation(A, A)
    assert (same.delta, same.p) == (0, 1)


def test_many_documents_are_sampled_and_p_is_never_zero() -> None:
    first, second = [(0, 1, 1)] * 40, [(1, 1, 1)] * 40
    difference = paired_randomisation(first, second, samples=2000)
    assert not difference.exact
    assert difference.delta == 1
    assert difference.p == pytest.approx(1 / 2001)


def test_sampling_comes_close_to_the_exact_p() -> None:
    exact = paired_randomisation(A * 2, B * 2)
    sampled = paired_randomisation([*A * 2, *[(0, 0, 0)] * 5], [*B * 2, *[(0, 0, 0)] * 5])
    assert exact.exact
    assert not sampled.exact
    assert sampled.p == pytest.approx(exact.p, abs=0.01)


def test_runs_over_different_documents_are_refused() -> None:
    with pytest.raises(ValueError, match="runs of 6 and 5 documents"):
        paired_randomisation(A, B[:5])


def test_holm_multiplies_the_smallest_p_most_and_never_lets_a_later_one_fall_below_it() -> None:
    # By hand: .01 x 4 = .04; .02 x 3 = .06; .03 x 2 = .06; .04 x 1 = .04, lifted to .06.
    assert holm([0.04, 0.01, 0.03, 0.02]) == pytest.approx((0.06, 0.04, 0.06, 0.06))
    # By hand: .001 x 3; .5 x 2 = 1; .9 x 1, lifted to 1.
    assert holm([0.001, 0.5, 0.9]) == pytest.approx((0.003, 1.0, 1.0))


def test_a_single_p_needs_no_correction() -> None:
    assert holm([0.03]) == (0.03,)
    assert holm([]) == ()
