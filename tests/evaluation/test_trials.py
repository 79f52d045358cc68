"""Several trials of one engine over the same articles, averaged within each document."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from extractor.article.model import Article
from extractor.errors import ResultError
from extractor.evaluation.answers import Answer
from extractor.evaluation.figures import Counts
from extractor.evaluation.gold import GoldArticle, load_gold
from extractor.evaluation.report import as_json, trial_f1
from extractor.evaluation.report_text import as_text
from extractor.evaluation.run import Evaluation, score_answers
from extractor.schemas.extraction import Extraction, Provenance
from tests.evaluation.known import READ
from tests.evaluation.makers import TEXT, build, event, event_row, position_row, result, write_gold

OTHER = TEXT.replace("Headline", "Another headline")


@pytest.fixture
def gold(tmp_path: Path) -> tuple[GoldArticle, ...]:
    """Two articles: one with an event and a position, one without either."""
    write_gold(tmp_path, [event_row()], [position_row()], name="a", genre="wire")
    write_gold(tmp_path, text=OTHER, name="b")
    return load_gold(tmp_path, build=build)


def answers(gold: tuple[GoldArticle, ...], *trials: Iterable[Extraction]) -> Evaluation:
    """Scores trials given as their results."""
    given = [Answer(number, one) for number, trial in enumerate(trials, start=1) for one in trial]
    return score_answers(gold, given, trials=len(trials), read=READ)


def two_trials(gold: tuple[GoldArticle, ...]) -> Evaluation:
    """a: right in the first trial, silent in the second. b, where nothing is: silent, then wrong."""
    a, b = (one.article for one in gold)
    right, nothing, wrong = result(a, events=(event(),)), result(b), result(b, events=(event(),))
    return answers(gold, [right, nothing], [result(a), wrong])


def test_counts_of_a_document_are_means_over_its_trials(gold: tuple[GoldArticle, ...]) -> None:
    a, b = two_trials(gold).documents
    assert (a.events.strict, a.events.pred, a.events.gold) == (0.5, 0.5, 1)
    assert (b.events.strict, b.events.pred, b.events.gold) == (0, 0.5, 0)
    assert [one.events.pred for one in a.trials] == [1, 0]


def test_figures_over_trials_are_those_of_the_mean_counts(gold: tuple[GoldArticle, ...]) -> None:
    """TP .5 of 1 said and 1 to be found; b is left empty in one trial of two."""
    evaluation = two_trials(gold)
    events = evaluation.events
    assert events.counts == sum((one.events for one in evaluation.documents), Counts())
    assert list(events.micro["strict"]) == [0.5, 0.5, 0.5]
    assert (events.documents, events.positive_documents, events.empty_accuracy) == (2, 1, 0.5)
    assert events.macro["strict"].f1 == pytest.approx((1 + 0 + 1 + 0) / 4)
    assert events.labels == {"exact": 0.5, "missed": 0.5, "spurious": 0.5}
    assert events.fields["action"].counts.gold == 1


def test_every_trial_is_told_by_itself(gold: tuple[GoldArticle, ...]) -> None:
    evaluation = two_trials(gold)
    assert trial_f1(evaluation, "events") == [1, 0]
    assert "events: soft F1 of 2 trials: 1.000 0.000 (mean 0.500, sd 0.707)" in as_text(evaluation)
    report = as_json(evaluation)
    assert report["run"]["trials"] == 2
    assert report["run"]["trial_f1"]["events"] == [1, 0]
    first, second = report["documents"][0]["trials"]
    assert (first["events"]["strict"], second["events"]["strict"]) == (1, 0)
    assert [len(one["result"]["events"]) for one in (first, second)] == [1, 0]
    assert {one["label"] for one in report["documents"][0]["records"]} == {"missed"}  # the position


def test_trials_that_are_all_alike_score_as_one(gold: tuple[GoldArticle, ...]) -> None:
    a, b = (one.article for one in gold)
    trial = [result(a, events=(event(stage="proposed"),)), result(b, events=(event(),))]
    once, thrice = (as_json(answers(gold, *[trial] * number)) for number in (1, 3))
    for kind in ("events", "positions"):
        assert once[kind] == thrice[kind]
    assert once["slices"] == thrice["slices"]


def test_a_trial_without_a_result_has_missed_all_and_a_second_result_is_refused(
    gold: tuple[GoldArticle, ...],
) -> None:
    a, b = (result(one.article, events=(event(),)) for one in gold)
    evaluation = answers(gold, [a, b], [b])
    assert [one.status for one in evaluation.documents[0].trials] == ["ok", "failed"]
    assert [one.file for one in evaluation.failed] == ["a.json"]
    with pytest.raises(ResultError, match="a second result"):
        answers(gold, [a], [b, b])


def test_seconds_cost_and_tokens_are_for_all_articles_once_and_spending_is_of_this_run(
    gold: tuple[GoldArticle, ...],
) -> None:
    def paid(article: Article, cost: float) -> Extraction:
        made = Provenance(
            engine="x", model="m", tool_version="0", cost=cost, tokens_in=100, tokens_out=10, seconds=4
        )
        return result(article, provenance=made)

    a, b = (one.article for one in gold)
    given = [
        Answer(1, paid(a, 1.0), cached=True),
        Answer(1, paid(b, 2.0)),
        Answer(2, paid(a, 3.0)),
        Answer(2, paid(b, 4.0)),
    ]
    evaluation = score_answers(gold, given, trials=2, read=READ)
    assert (evaluation.cost, evaluation.spent, evaluation.cached) == (5.0, 9.0, 1)
    assert (evaluation.seconds, evaluation.tokens_in, evaluation.tokens_out) == (8.0, 200, 20)
    assert [one.cost for one in evaluation.documents] == [2.0, 3.0]
    text = as_text(evaluation)
    assert "$2.0000*" in text
    assert "1 of 4 results were cached" in text
    assert "this run spent $9.0000" in text
