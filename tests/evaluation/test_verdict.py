"""Verdicts: when each is given, how often falsely, and in which words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractor.evaluation.bootstrap import Interval, interval, resampled_f1, smallest_detectable
from extractor.evaluation.stats import paired_randomisation
from extractor.evaluation.verdict import Finding, Verdict, judge, sentence
from tests.evaluation.simulated import paired_counts

FOUND = Finding(
    delta=0.041,
    interval=Interval(0.012, 0.071),
    p=0.004,
    comparisons=1,
    documents=50,
    stories=50,
    differing=31,
    detectable=0.04,
)


def finding(low: float, high: float, p: float, documents: int = 50) -> Finding:
    delta = (low + high) / 2
    return replace(
        FOUND, delta=delta, interval=Interval(low, high), p=p, documents=documents, stories=documents
    )


def said(seen: Finding, margin: float = 0.02) -> str:
    return sentence(judge(seen, margin), seen, ("A", "B"), "events", "soft", margin)


@pytest.mark.parametrize(
    ("low", "high", "p", "verdict"),
    [
        (0.01, 0.07, 0.004, "better"),
        (-0.07, -0.01, 0.004, "worse"),
        (0.001, 0.07, 0.051, "underpowered"),  # the interval alone is not enough
        (-0.001, 0.07, 0.04, "underpowered"),  # nor is p
        (-0.019, 0.019, 0.9, "tied"),
        (-0.019, 0.021, 0.9, "underpowered"),
        (-0.02, 0.0, 0.9, "underpowered"),  # the margin itself is not within the margin
        (0.004, 0.012, 0.001, "better"),  # small, but certain
        (0.004, 0.012, 0.06, "tied"),
        (0.0, 0.0, 1.0, "tied"),
    ],
)
def test_a_verdict_asks_for_interval_and_p_alike(low: float, high: float, p: float, verdict: Verdict) -> None:
    assert judge(finding(low, high, p)) == verdict


def test_a_difference_that_is_not_significant_is_no_tie() -> None:
    assert judge(finding(-0.05, 0.06, 0.8)) == "underpowered"


def test_a_wider_margin_makes_a_tie() -> None:
    assert judge(finding(-0.05, 0.06, 0.8), margin=0.1) == "tied"


@pytest.mark.parametrize(("low", "high", "p"), [(0.0, 0.0, 1.0), (0.2, 0.4, 0.01), (-0.01, 0.01, 0.7)])
def test_five_documents_never_tell(low: float, high: float, p: float) -> None:
    seen = finding(low, high, p, documents=5)
    assert judge(seen) == "underpowered"
    assert "with fewer than 6 documents no difference can be shown, however large" in said(seen)


def test_six_documents_that_all_get_better_are_enough() -> None:
    assert paired_randomisation([(0, 1, 1)] * 6, [(1, 1, 1)] * 6).p == 2 / 64
    assert judge(finding(0.9, 1.0, 2 / 64, documents=6)) == "better"


def test_better_and_worse_are_said_with_all_figures() -> None:
    assert said(FOUND) == (
        "B is better than A on events: +0.041 soft F1 "
        "(95 % interval +0.012 to +0.071, p = 0.004, 50 documents, 31 differ)"
    )
    lost = replace(FOUND, delta=-0.041, interval=Interval(-0.071, -0.012), p=0.0002)
    assert said(lost).startswith("B is worse than A on events: -0.041 soft F1")
    assert "p = 0.0002," in said(lost)


def test_what_is_certain_but_smaller_than_the_margin_says_so() -> None:
    assert said(finding(0.004, 0.012, 0.001)).endswith("31 differ); smaller than the margin of 0.02")


def test_a_tie_names_its_margin() -> None:
    assert said(finding(-0.01, 0.012, 0.8)).endswith("the whole interval lies within ±0.02")


def test_runs_that_count_the_same_everywhere_say_how_much_that_proves() -> None:
    same = replace(finding(0, 0, 1), differing=0)
    assert said(same) == (
        "B and A are tied on events: the same counts in every one of 50 documents "
        "(up to 6% of new ones could differ)"
    )


def test_underpowered_says_which_difference_would_not_show() -> None:
    seen = replace(finding(-0.03, 0.05, 0.6, documents=20), detectable=0.063)
    assert said(seen).startswith(
        "underpowered: these documents do not tell B from A on events: +0.010 soft F1"
    )
    assert said(seen).endswith(
        "; a difference smaller than about 0.06 would not reliably show with 20 documents"
    )
    assert said(replace(seen, detectable=None)).endswith("how small a difference would show is not known")


def test_stories_and_corrections_are_told() -> None:
    seen = replace(finding(-0.03, 0.05, 0.6), stories=20, comparisons=2)
    assert "p = 0.600 corrected for 2 comparisons, 50 documents in 20 stories, 31 differ" in said(seen)
    assert said(seen).endswith("would not reliably show with 20 stories")


def verdict_of(documents: int, seed: int, effect: float = 0.0, resamples: int = 400) -> Verdict:
    first, second = paired_counts(documents, seed, effect)
    test = paired_randomisation(first, second, resamples, seed)
    f1 = resampled_f1([first, second], resamples, seed)
    return judge(
        replace(
            FOUND,
            delta=test.delta,
            interval=interval(f1[:, 1] - f1[:, 0], documents),
            p=test.p,
            documents=documents,
            stories=documents,
        )
    )


def test_without_a_difference_a_winner_is_named_in_hardly_more_than_one_of_twenty_runs() -> None:
    verdicts = [verdict_of(documents=24, seed=seed) for seed in range(500)]
    false = sum(verdict in ("better", "worse") for verdict in verdicts)
    assert false <= 0.06 * 500
    assert false > 0  # a test that never finds anything would pass too


def test_a_difference_of_the_smallest_detectable_size_is_mostly_found() -> None:
    """What the runs of one simulation call detectable is found in about four of five others."""
    documents, effect = 40, 0.25
    sizes, deltas = [], []
    for seed in range(60):
        first, second = paired_counts(documents, 1000 + seed, effect)
        f1 = resampled_f1([first, second], 400, seed)
        size = smallest_detectable(f1[:, 1] - f1[:, 0], documents)
        assert size is not None
        sizes.append(size)
        deltas.append(paired_randomisation(first, second, 1).delta)
    true_difference, detectable = sum(deltas) / 60, sum(sizes) / 60
    assert true_difference == pytest.approx(detectable, rel=0.1)  # the effect was chosen so
    found = sum(verdict_of(documents, seed, effect) == "better" for seed in range(200))
    assert 0.7 <= found / 200 <= 0.9
