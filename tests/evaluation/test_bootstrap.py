"""The paired bootstrap, held against scipy's and against what is known of means."""

from __future__ import annotations

from statistics import NormalDist, fmean, stdev

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import stats

from extractor.evaluation.bootstrap import expanded_tail, interval, resampled_f1, smallest_detectable
from extractor.evaluation.stats import DocumentCounts
from tests.evaluation.simulated import paired_counts

Array = NDArray[np.float64]


def spread(
    first: list[DocumentCounts], second: list[DocumentCounts], resamples: int = 10_000, seed: int = 0
) -> Array:
    f1 = resampled_f1([first, second], resamples, seed)
    return f1[:, 1] - f1[:, 0]


def means(values: list[float]) -> list[DocumentCounts]:
    """Counts whose F1 is the mean of the values: one prediction and one gold record a document."""
    return [(value, 1, 1) for value in values]


def test_the_interval_is_that_of_scipy_at_the_same_tail() -> None:
    first, second = paired_counts(40, seed=3, effect=0.1)
    ours = interval(spread(first, second), 40)

    def gap(*columns: Array, axis: int) -> Array:
        sums = [column.sum(axis=axis) for column in columns]
        difference: Array = 2 * sums[3] / (sums[4] + sums[5]) - 2 * sums[0] / (sums[1] + sums[2])
        return difference

    columns = [*np.array(first).T, *np.array(second).T]
    theirs = stats.bootstrap(
        columns,
        gap,
        paired=True,
        method="percentile",
        n_resamples=10_000,
        confidence_level=1 - 2 * expanded_tail(40),
        rng=np.random.default_rng(1),
    )
    assert ours.low == pytest.approx(theirs.confidence_interval.low, abs=0.004)
    assert ours.high == pytest.approx(theirs.confidence_interval.high, abs=0.004)
    assert np.std(spread(first, second)) == pytest.approx(theirs.standard_error, rel=0.03)


def test_the_interval_of_a_mean_is_as_wide_as_students_t_makes_it() -> None:
    values = [-0.5, -0.4, -0.3, -0.2, -0.1, 0.1, 0.2, 0.3, 0.4, 0.5]
    low, high = interval(spread(means([0.0] * 10), means(values), resamples=40_000), 10)
    half = stats.t.ppf(0.975, 9) * stdev(values) / 10**0.5
    assert (high - low) / 2 == pytest.approx(half, rel=0.04)


@pytest.mark.parametrize("documents", [6, 20, 50, 1000])
def test_the_tail_follows_students_t_and_is_least_where_documents_are_few(documents: int) -> None:
    wanted = stats.t.ppf(0.975, documents - 1) * (documents / (documents - 1)) ** 0.5
    assert -NormalDist().inv_cdf(expanded_tail(documents)) == pytest.approx(wanted, rel=0.003)
    assert expanded_tail(documents) < 0.025


def test_the_smallest_detectable_difference_is_two_quantiles_of_t_times_the_standard_error() -> None:
    values = [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 0.5]
    draws = spread(means([fmean(values)] * 12), means(values), resamples=40_000)
    error = stdev(values) / 12**0.5
    for comparisons in (1, 2):
        quantiles = stats.t.ppf(1 - 0.025 / comparisons, 11) + stats.t.ppf(0.8, 11)
        assert smallest_detectable(draws, 12, comparisons) == pytest.approx(quantiles * error, rel=0.02)


def test_where_no_document_differs_nothing_is_known_of_what_could_be_detected() -> None:
    counts = means([0.2, 0.4, 0.9])
    assert smallest_detectable(spread(counts, counts), 3) is None


def test_the_same_seed_gives_the_same_draws_and_another_seed_others() -> None:
    first, second = paired_counts(20, seed=1)
    once, again = spread(first, second, 1000), spread(first, second, 1000)
    assert (once == again).all()
    assert (once != spread(first, second, 1000, seed=1)).any()


def test_all_runs_are_scored_on_the_same_documents() -> None:
    """Two runs that differ by the same amount everywhere differ by it in every draw."""
    easy_and_hard = [0.1, 0.9, 0.3, 0.7]
    draws = spread(means(easy_and_hard), means([value + 0.1 for value in easy_and_hard]), 500)
    assert draws == pytest.approx(np.full(500, 0.1))


def test_a_single_document_has_an_interval_without_width() -> None:
    draws = spread(means([0.2]), means([0.5]), 100)
    assert interval(draws, 1) == pytest.approx((0.3, 0.3))


def test_documents_without_any_record_have_f1_0() -> None:
    assert (resampled_f1([[(0, 0, 0)] * 3], 10, 0) == 0).all()
