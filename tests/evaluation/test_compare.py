"""Runs held against the first: which documents, which families of tests, which changes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from extractor.errors import ResultError
from extractor.evaluation.compare import Comparison, Plan, Run, RunDocument, compare
from extractor.evaluation.compare_report import as_json, as_markdown, as_text, verdicts
from extractor.evaluation.compared_run import load_runs
from extractor.evaluation.figures import Counts
from extractor.evaluation.stats import DocumentCounts, paired_randomisation
from tests.evaluation.simulated import paired_counts
from tests.evaluation.test_worked_examples import A, B

QUICK = Plan(kinds=("events",), resamples=500)


def document(number: int, counts: DocumentCounts, **rest: Any) -> RunDocument:
    """A document with these events, and as many positions that are all right."""
    tp, pred, gold = counts
    made: dict[str, Any] = {
        "id": f"{number:04}",
        "file": f"{number:04}.json",
        "story": None,
        "counts": {
            "events": Counts(soft=tp, strict=tp // 2, found=tp, pred=pred, gold=gold),
            "positions": Counts(soft=gold, strict=gold, found=gold, pred=gold, gold=gold),
        },
        "seconds": 2.0,
        "cost": 0.25,
    }
    return RunDocument(**(made | rest))


def run(name: str, counts: Sequence[DocumentCounts], **rest: Any) -> Run:
    made: dict[str, Any] = {
        "name": name,
        "path": f"{name}.json",
        "gold": "g",
        "rules": "scorer 1",
        "makers": "rules rules-1",
        "trials": 1,
        "documents": tuple(document(i, one) for i, one in enumerate(counts)),
    }
    return Run(**(made | rest))


def two(documents: int = 20, effect: float = 0.0) -> tuple[Run, Run]:
    first, second = paired_counts(documents, seed=5, effect=effect)
    return run("a", first), run("b", second)


def test_worked_example_7_gives_its_difference_and_p_and_six_documents_do_not_tell() -> None:
    (contrast,) = compare([run("a", A), run("b", B)], QUICK).contrasts
    assert contrast.finding.delta == pytest.approx(0.3918, abs=5e-5)
    assert contrast.p == contrast.finding.p == 8 / 64
    assert contrast.finding.differing == 4
    assert contrast.verdict == "underpowered"


def test_events_and_positions_are_compared_apart() -> None:
    comparison = compare(two(), Plan(resamples=500))
    assert [one.kind for one in comparison.contrasts] == ["events", "positions"]
    assert comparison.of("positions")[0].verdict == "tied"
    assert comparison.of("positions")[0].finding.differing == 0


def test_the_draws_for_one_kind_do_not_hang_on_the_other_kind() -> None:
    both = compare(two(), Plan(resamples=500)).of("events")
    assert both == compare(two(), QUICK).contrasts


def test_documents_are_matched_by_their_id_whatever_the_order() -> None:
    a, b = two()
    turned = run("b", [], documents=tuple(reversed(b.documents)))
    assert compare([a, turned], QUICK).contrasts == compare([a, b], QUICK).contrasts


def test_another_measure_counts_other_true_positives() -> None:
    strict = compare(two(), Plan(kinds=("events",), measure="strict", resamples=500)).contrasts[0]
    soft = compare(two(), QUICK).contrasts[0]
    assert strict.f1[0] < soft.f1[0]


def test_runs_over_different_gold_are_refused_unless_that_is_asked_for() -> None:
    a, b = run("a", A), run("b", B[:4], gold="other")
    with pytest.raises(ResultError, match=r"b.json: gold 'other', but a.json has gold 'g'"):
        compare([a, b], QUICK)
    shared = compare([a, b], Plan(resamples=500, only_shared=True))
    assert (shared.documents, shared.left_out, shared.same_gold) == (4, (2, 0), False)
    assert as_text(shared).startswith("NOTE: the runs were held against different gold (a g, b other)")
    assert "DIFFERENT GOLD" in as_text(shared)
    assert "NOTE: a.json: 2 documents left out, another run lacks them" in as_text(shared)


def test_runs_scored_by_different_rules_are_always_refused() -> None:
    a, b = run("a", A), run("b", B, rules="scorer 2")
    with pytest.raises(ResultError, match=r"b.json: scored by scorer 2, but a.json by scorer 1"):
        compare([a, b], Plan(only_shared=True))


def test_runs_without_a_document_in_common_and_single_runs_are_refused() -> None:
    a = run("a", A)
    elsewhere = run("b", [], documents=(document(99, (1, 1, 1)),))
    with pytest.raises(ResultError, match="no document is in all of them"):
        compare([a, elsewhere], QUICK)
    with pytest.raises(ResultError, match="1 result file cannot be compared"):
        compare([a], QUICK)


def test_documents_of_one_story_are_resampled_and_exchanged_together() -> None:
    """Ten documents told twice are ten pieces of evidence, not twenty."""
    first, second = paired_counts(10, seed=2, effect=0.1)

    def twice(name: str, counts: list[DocumentCounts], *, told: bool) -> Run:
        made = [
            document(i, one, story=f"s{i % 10}" if told else None) for i, one in enumerate([*counts, *counts])
        ]
        return run(name, [], documents=tuple(made))

    clustered = compare([twice("a", first, told=True), twice("b", second, told=True)], QUICK)
    naive = compare([twice("a", first, told=False), twice("b", second, told=False)], QUICK)
    once = compare([run("a", first), run("b", second)], QUICK)
    assert (clustered.documents, clustered.stories) == (20, 10)
    assert clustered.contrasts[0].p == once.contrasts[0].p
    assert clustered.contrasts[0].finding.interval == pytest.approx(once.contrasts[0].finding.interval)
    assert naive.contrasts[0].p < clustered.contrasts[0].p
    assert "20 documents in 10 stories" in as_text(clustered)


def test_a_story_that_only_one_run_knows_counts_for_both() -> None:
    known = run("b", [], documents=tuple(document(i, one, story="s") for i, one in enumerate(B)))
    assert compare([run("a", A), known], QUICK).stories == 1


def test_three_runs_are_each_held_against_the_first_with_holms_correction() -> None:
    first, second = paired_counts(30, seed=4, effect=0.2)
    third = paired_counts(30, seed=4, effect=0.3)[1]
    comparison = compare([run("a", first), run("b", second), run("c", third)], QUICK)
    b, c = comparison.contrasts
    assert (b.baseline, b.challenger, c.challenger) == ("a", "b", "c")
    assert b.p == paired_randomisation(first, second, 500).p
    assert sorted([b.finding.p, c.finding.p])[0] == pytest.approx(2 * min(b.p, c.p))
    assert "corrected for 2 comparisons" in verdicts(comparison)[0]
    alone = compare([run("a", first), run("b", second)], QUICK).contrasts[0]
    assert alone.finding.interval == pytest.approx(b.finding.interval, abs=0.02)
    assert alone.finding.detectable is not None
    assert b.finding.detectable is not None
    assert b.finding.detectable > 1.05 * alone.finding.detectable


def test_changed_documents_go_from_the_best_to_the_worst_by_what_they_move() -> None:
    a = run("a", [(1, 2, 2), (3, 6, 6), (1, 1, 1), (2, 2, 2)])
    b = run("b", [(2, 2, 2), (6, 6, 6), (1, 1, 1), (0, 2, 2)])
    changes = compare([a, b], QUICK).contrasts[0].changes
    assert [one.file for one in changes] == ["0001.json", "0000.json", "0003.json"]
    assert changes[0].f1 == (0.5, 1.0)
    # The baseline has 7 true positives of 11 and 11; the document alone brings three more.
    assert changes[0].effect == pytest.approx(3 / 11)
    assert changes[-1].effect == pytest.approx(-2 / 11)


def test_means_over_trials_that_were_added_up_in_another_order_are_no_change() -> None:
    a, b = run("a", [(0.1 + 0.2, 1, 1)] * 6), run("b", [(0.3, 1, 1)] * 6)
    assert compare([a, b], QUICK).contrasts[0].changes == ()


def test_cost_and_seconds_are_those_of_the_compared_documents() -> None:
    a, b = run("a", A), run("b", B[:4], gold="other")
    comparison = compare([a, b], Plan(resamples=500, only_shared=True))
    assert [(one.cost, one.seconds) for one in comparison.runs] == [(1.0, 8.0), (1.0, 8.0)]


def test_a_cost_that_is_not_known_for_one_document_is_unknown() -> None:
    a, b = two(6)
    unknown = run("b", [], documents=(document(0, (1, 1, 1), cost=None), *b.documents[1:]))
    comparison = compare([a, unknown], QUICK)
    assert as_json(comparison)["runs"][1]["cost_difference"] is None
    assert "unknown" in as_text(comparison)


def test_the_same_seed_gives_the_same_report() -> None:
    assert as_json(compare(two(), QUICK)) == as_json(compare(two(), QUICK))


def of_two() -> Comparison:
    return compare(two(effect=0.3), QUICK)


def test_the_text_leads_with_the_verdict_and_lists_what_changed() -> None:
    text = as_text(of_two(), most=2)
    assert text.splitlines()[2].startswith("b is better than a on events: +")
    assert "Events that changed, b against a" in text
    assert text.count("better  00") == 2
    assert "better  and " in text


def test_markdown_has_tables_and_no_change_to_show_is_no_table() -> None:
    assert "| events | b |" in as_markdown(of_two())
    assert "that changed" not in as_text(of_two(), most=0)
    assert "that changed" not in as_markdown(compare([two()[0], run("b", [*paired_counts(20, 5)[0]])], QUICK))


def test_the_json_holds_every_figure_and_the_sentence() -> None:
    report = json.loads(json.dumps(as_json(of_two())))
    (contrast,) = report["contrasts"]
    assert contrast["verdict"] == "better"
    assert contrast["sentence"].startswith("b is better than a")
    assert contrast["f1"]["difference"] == pytest.approx(
        contrast["f1"]["challenger"] - contrast["f1"]["baseline"], abs=1e-8
    )
    assert len(contrast["changes"]) == contrast["documents_differing"]
    assert set(report) >= {"measure", "margin", "resamples", "seed", "runs", "documents", "stories"}


def report_file(path: Path, soft: float = 1.0, **signature: Any) -> Path:
    """A result file of version 1 with one document."""
    counts = {"soft": soft, "strict": 0, "found": 1, "grounded": 0, "pred": 1, "gold": 2}
    prf = {"precision": 0, "recall": 0, "f1": 0}
    figures = dict.fromkeys(("soft", "strict", "found", "grounded"), prf)
    summary = {
        "micro": figures, "macro": figures, "positives": figures, "empty_accuracy": None,
        "documents": 1, "positive_documents": 1, "counts": counts, "fields": {}, "errors": {},
    }  # fmt: skip
    signed = {
        "text": "t", "scorer": "1", "theta": 0.5, "weights": {"events": {"action": 3}}, "gold": "g",
        "makers": [{"engine": "rules", "model": "rules-1", "prompt": None, "fingerprint": "f"}],
    }  # fmt: skip
    only: dict[str, Any] = {
        "file": "x.json", "id": "1", "tags": {"story": "s"}, "status": "ok", "error": None,
        "events": counts, "positions": counts, "seconds": 1.5, "cost": None, "records": [],
    }  # fmt: skip
    content = {
        "report": 1,
        "signature": signed | signature,
        "events": summary,
        "positions": summary,
        "grounding": {
            "verbatim_before_repair": None, "verbatim_after_repair": None,
            "offered": 0, "failed_first": 0, "lost": 0,
        },
        "run": {"documents": 1, "failed": [], "seconds": 1.5, "cost": None, "tokens_in": 0, "tokens_out": 0},
        "documents": [only],
    }  # fmt: skip
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def test_a_result_file_is_read_with_counts_story_seconds_and_cost(tmp_path: Path) -> None:
    (read,) = load_runs([report_file(tmp_path / "mine.json", soft=0.75)])
    assert (read.name, read.gold, read.trials, read.cost) == ("mine", "g", 1, None)
    assert read.makers == "rules rules-1, prompt -@f"
    assert read.documents[0].counts["events"] == Counts(soft=0.75, found=1, pred=1, gold=2)
    assert (read.documents[0].story, read.documents[0].seconds) == ("s", 1.5)


def test_runs_are_named_as_shortly_as_keeps_them_apart(tmp_path: Path) -> None:
    here, there = report_file(tmp_path / "x" / "run.json"), report_file(tmp_path / "y" / "run.json")
    assert [one.name for one in load_runs([here, there])] == [str(here), str(there)]
    assert [one.name for one in load_runs([here, here])] == [f"{here} (1)", f"{here} (2)"]


def test_other_weights_or_another_threshold_are_other_rules(tmp_path: Path) -> None:
    same = report_file(tmp_path / "a.json"), report_file(tmp_path / "b.json")
    assert compare(load_runs(same), QUICK).documents == 1
    others: list[dict[str, Any]] = [{"theta": 0.4}, {"weights": {"events": {"action": 2}}}, {"scorer": "2"}]
    for changed in others:
        other = report_file(tmp_path / "c.json", **changed)
        with pytest.raises(ResultError, match="score both with one version of the tool"):
            compare(load_runs([same[0], other]), QUICK)
