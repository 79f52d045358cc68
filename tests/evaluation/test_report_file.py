"""Result files: written, read back with types, and scored again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from extractor.errors import ResultError
from extractor.evaluation.answers import Answer
from extractor.evaluation.figures import PRF
from extractor.evaluation.gold import GoldArticle, gold_hash, load_gold
from extractor.evaluation.kept import Kept
from extractor.evaluation.report import as_json, json_pieces
from extractor.evaluation.report_file import load_report
from extractor.evaluation.rescore import stored_answers
from extractor.evaluation.run import Evaluation, score_answers, score_results
from extractor.schemas.extraction import Extraction
from tests.evaluation.known import READ
from tests.evaluation.makers import TEXT, build, event, event_row, position_row, result, write_gold

OTHER = TEXT.replace("Headline", "Another headline")


@pytest.fixture
def gold(tmp_path: Path) -> tuple[GoldArticle, ...]:
    """Two articles: one with an event and a position, one without either."""
    write_gold(tmp_path, [event_row()], [position_row()], name="a", genre="wire")
    write_gold(tmp_path, text=OTHER, name="b")
    return load_gold(tmp_path, build=build)


def run(gold: tuple[GoldArticle, ...], answers: Iterable[Extraction]) -> Evaluation:
    return score_results(gold, answers, read=READ)


def two_trials(gold: tuple[GoldArticle, ...]) -> Evaluation:
    """a: right in the first trial, silent in the second. b: silent, then wrong."""
    a, b = (one.article for one in gold)
    given = [
        Answer(1, result(a, events=(event(),))),
        Answer(1, result(b)),
        Answer(2, result(a)),
        Answer(2, result(b, events=(event(),))),
    ]
    return score_answers(gold, given, trials=2, read=READ)


def stored(evaluation: Evaluation, folder: Path) -> Path:
    path = folder / "result.json"
    path.write_text("".join(json_pieces(evaluation)), encoding="utf-8")
    return path


def test_the_streamed_text_is_the_same_json(gold: tuple[GoldArticle, ...]) -> None:
    evaluation = two_trials(gold)
    assert json.loads("".join(json_pieces(evaluation))) == json.loads(json.dumps(as_json(evaluation)))


def test_a_result_file_is_read_back_with_types(gold: tuple[GoldArticle, ...], tmp_path: Path) -> None:
    evaluation = two_trials(gold)
    read = load_report(stored(evaluation, tmp_path))
    assert (read.report, read.run.trials) == (2, 2)
    assert read.signature.text == str(evaluation.signature)
    assert read.events.micro["soft"] == evaluation.events.micro["soft"]
    assert [one.events for one in read.documents] == [one.events for one in evaluation.documents]
    assert [one.positions for one in read.documents[1].trials] == [
        one.positions for one in evaluation.documents[1].trials
    ]
    assert read.slices["genre"]["wire"].events["soft"] == pytest.approx(PRF(1, 0.5, 2 / 3))


def test_scored_again_a_file_gives_the_same_figures(gold: tuple[GoldArticle, ...], tmp_path: Path) -> None:
    evaluation = two_trials(gold)
    again = rescored(stored(evaluation, tmp_path), gold)
    assert as_json(again) == as_json(evaluation)


def test_scored_again_stored_results_are_held_against_the_gold_of_today(
    gold: tuple[GoldArticle, ...], tmp_path: Path
) -> None:
    path = stored(run(gold, [result(one.article, events=(event(),)) for one in gold]), tmp_path)
    relabelled = tmp_path / "new"
    relabelled.mkdir()
    write_gold(relabelled, [event_row(stage="proposed")], [], name="a", genre="wire")
    write_gold(relabelled, [event_row()], text=OTHER, name="b")
    again = rescored(path, load_gold(relabelled, build=build))
    assert again.events.counts.found == 2
    assert again.events.counts.strict == 1
    assert again.signature.gold != gold_hash(gold)


def test_a_document_for_which_nothing_came_back_stays_failed(
    gold: tuple[GoldArticle, ...], tmp_path: Path
) -> None:
    again = rescored(stored(run(gold, [result(gold[0].article)]), tmp_path), gold)
    assert [one.status for one in again.documents] == ["ok", "failed"]


def rescored(path: Path, gold: Sequence[GoldArticle]) -> Evaluation:
    report = load_report(path)
    return score_answers(gold, stored_answers(report, gold), trials=report.run.trials, read=READ)


def test_gold_and_file_must_be_about_the_same_articles(gold: tuple[GoldArticle, ...], tmp_path: Path) -> None:
    path = stored(run(gold, [result(one.article) for one in gold]), tmp_path)
    report = load_report(path)
    with pytest.raises(ResultError, match=r"result\.json: documents: holds b\.json, not in this gold"):
        list(stored_answers(report, gold[:1]))
    assert len(list(stored_answers(report, gold[:1], {one.id for one in gold}))) == 1
    (tmp_path / "more").mkdir()
    write_gold(tmp_path / "more", text=TEXT + " More.", name="c")
    more = load_gold(tmp_path / "more", build=build)
    with pytest.raises(ResultError, match=r"holds nothing for c\.json"):
        list(stored_answers(report, (*gold, *more)))


def test_a_file_without_results_cannot_be_scored_again(gold: tuple[GoldArticle, ...], tmp_path: Path) -> None:
    counts_only = score_results(gold, [result(one.article) for one in gold], read=READ, kept=Kept())
    with pytest.raises(ResultError, match="holds counts but no results"):
        rescored(stored(counts_only, tmp_path), gold)


def test_a_stored_result_that_is_damaged_is_named(gold: tuple[GoldArticle, ...], tmp_path: Path) -> None:
    path = stored(run(gold, [result(one.article) for one in gold]), tmp_path)
    content = json.loads(path.read_text(encoding="utf-8"))
    content["documents"][1]["trials"][0]["result"]["status"] = "fine"
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(ResultError, match=r"documents\[1\]\.trials\[0\]\.result\.status"):
        rescored(path, gold)


def version_1(evaluation: Evaluation) -> dict[str, Any]:
    """The file as versions before 2 wrote it."""
    content: dict[str, Any] = json.loads(json.dumps(as_json(evaluation))) | {"report": 1}
    for document in content["documents"]:
        del document["trials"]
    for later in ("slices", "ceiling"):
        del content[later]
    for later in ("trials", "trial_f1", "cached", "wall_seconds", "spent", "command", "rescored"):
        del content["run"][later]
    del content["signature"]["run"]
    return content


def test_a_file_of_version_1_is_one_trial_without_results(
    gold: tuple[GoldArticle, ...], tmp_path: Path
) -> None:
    evaluation = run(gold, [result(gold[0].article, events=(event(),)), result(gold[1].article)])
    path = tmp_path / "old.json"
    path.write_text(json.dumps(version_1(evaluation)), encoding="utf-8")
    old = load_report(path)
    assert (old.report, old.run.trials, old.slices, old.ceiling) == (1, 1, {}, None)
    (trial,) = old.documents[0].trials
    assert (trial.events, trial.status, trial.result) == (evaluation.documents[0].events, "ok", None)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"report": 3}, "report: 3 is no version"),
        ({"report": True}, "report: True is no version"),
        ({"documents": {}}, "documents: "),
        ({"events": None}, "events: "),
        ({"run": {}}, r"run\.documents: Field required"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_the_field(
    gold: tuple[GoldArticle, ...], tmp_path: Path, change: dict[str, Any], told: str
) -> None:
    path = tmp_path / "result.json"
    path.write_text(json.dumps(as_json(run(gold, [])) | change), encoding="utf-8")
    with pytest.raises(ResultError, match=rf"result\.json: {told}"):
        load_report(path)


@pytest.mark.parametrize(
    ("place", "value", "told"),
    [
        ("soft", -1, r"documents\[0\]\.events"),
        ("soft", float("nan"), r"documents\[0\]\.events"),
        ("pred", "many", r"documents\[0\]\.events\.pred"),
    ],
)
def test_counts_that_are_none_are_refused(
    gold: tuple[GoldArticle, ...], tmp_path: Path, place: str, value: object, told: str
) -> None:
    content = as_json(run(gold, []))
    content["documents"][0]["events"][place] = value
    path = tmp_path / "result.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(ResultError, match=told):
        load_report(path)


def test_twins_and_odd_numbers_of_trials_are_refused(gold: tuple[GoldArticle, ...], tmp_path: Path) -> None:
    content = as_json(run(gold, []))
    path = tmp_path / "result.json"
    path.write_text(json.dumps(content | {"documents": content["documents"][:1] * 2}), encoding="utf-8")
    with pytest.raises(ResultError, match=r"documents\[1\]\.id: .* is that of documents\[0\] too"):
        load_report(path)
    content["documents"][1]["trials"] *= 2
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(ResultError, match=r"documents\[1\]\.trials: there are 2, not 1"):
        load_report(path)


@pytest.mark.parametrize("content", [b"", b"[]", b"\xff", b"[" * 100_000])
def test_what_is_no_json_object_is_no_result_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "result.json"
    path.write_bytes(content)
    with pytest.raises(ResultError, match=r"result\.json: is no"):
        load_report(path)
    with pytest.raises(ResultError, match="cannot be read"):
        load_report(tmp_path / "none.json")
