"""Counts of one document and figures over many."""

from __future__ import annotations

import pytest

from extractor.evaluation.score import score_records
from extractor.evaluation.weights import EVENTS, THETA
from tests.evaluation.makers import RUSSIA, act, actor, counts, event, evidence, score, tally
from tests.evaluation.strategies import seen_event

G = act("designation", "OFAC", ["Acme Bank"])


def test_a_pair_with_optional_gold_leaves_both_sides_counts() -> None:
    found = counts([G], [G], [True])
    assert (found.soft, found.pred, found.gold) == (0, 0, 0)


def test_an_unpaired_optional_record_is_not_missed() -> None:
    assert counts([], [G], [True]).gold == 0


def test_a_document_with_optional_gold_alone_counts_as_empty() -> None:
    totals = tally()
    totals.add(score([G], [G], [True]))
    assert totals.summary().empty_accuracy == 1


def test_a_right_record_with_evidence_from_elsewhere_is_not_grounded() -> None:
    near = seen_event(event(evidence=evidence("European Union imposed sanctions on Russia")))
    far = seen_event(event(evidence=evidence("opposes sanctions")))
    gold = seen_event(event(evidence=evidence("imposed sanctions on Russia")))
    assert score_records([near], [gold], [False], EVENTS, THETA).counts.grounded == 1
    elsewhere = score_records([far], [gold], [False], EVENTS, THETA).counts
    assert (elsewhere.soft, elsewhere.grounded) == (1, 0)


def test_a_field_counts_over_all_records_and_over_pairs_alone() -> None:
    preds = [act("designation", "OFAC", ["A"], programme="SDN"), act("x", "Zed", ["Z"], programme="SDN")]
    golds = [act("designation", "OFAC", ["A"], programme="SDN")]
    field = tally((preds, golds)).summary().fields["programme"]
    assert field.overall.precision == 0.5
    assert field.overall.recall == 1
    assert list(field.in_pairs) == [1, 1, 1]


def test_a_diagnostic_field_has_figures_and_no_weight() -> None:
    russia = actor("Russia", "other")
    scored = score_records(
        [seen_event(event(targets=(russia,), reach="secondary"))],
        [seen_event(event(targets=(RUSSIA,)))],
        [False],
        EVENTS,
        THETA,
    )
    assert scored.counts.strict == 1
    assert scored.fields["reach"].credit == 0
    assert scored.fields["actor kind"].credit == pytest.approx(0.5)


def test_a_run_over_no_documents_has_figures_of_zero_and_no_empty_accuracy() -> None:
    summary = tally().summary()
    assert list(summary.micro["soft"]) == [0, 0, 0]
    assert summary.empty_accuracy is None
