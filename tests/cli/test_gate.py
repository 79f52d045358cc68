"""``extractor gate`` and ``--gate`` as users run them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractor.schemas.extraction import Extraction
from tests.cli.conftest import Run
from tests.conftest import ROOT

SEED = str(ROOT / "seeds" / "003_c45d8345549db2a3.txt")
SPORT = (
    "The league has sanctioned the club for the conduct of its fans at the derby. The coach called the "
    "sanction absurd and said that his players had done nothing wrong. The next match is on Saturday."
)


@pytest.fixture
def sport(tmp_path: Path) -> str:
    path = tmp_path / "sport.txt"
    path.write_text(SPORT, encoding="utf-8")
    return str(path)


def test_the_gate_alone_prints_score_verdict_and_reason(extractor: Run, sport: str) -> None:
    done = extractor("gate", SEED, sport, "--format", "jsonl")
    assert done.status == 0, done.err
    passing, stopped = done.results
    assert passing["source"] == SEED
    assert passing["passes"]
    assert passing["score"] > 0.9
    assert not stopped["passes"]
    assert "sport" in stopped["reason"]
    assert stopped["score"] < stopped["threshold"]
    assert all(SPORT[one["start"] : one["end"]] == one["words"] for one in stopped["found"])
    assert "1 pass, 1 would be left out" in done.err


def test_the_table_has_a_line_an_article(extractor: Run, sport: str) -> None:
    done = extractor("gate", SEED, sport, "--format", "table")
    first, second = done.out.splitlines()
    assert first.startswith("passes")
    assert second.startswith("left out")
    assert "sport.txt" in second


def test_a_threshold_can_be_tried(extractor: Run, sport: str) -> None:
    done = extractor("gate", sport, "--threshold", "0.001", "--format", "jsonl")
    assert done.results[0]["passes"]
    assert done.results[0]["threshold"] == 0.001


@pytest.mark.parametrize("threshold", ["0", "1", "-1", "7"])
def test_a_threshold_that_is_no_probability_is_wrong_use(extractor: Run, sport: str, threshold: str) -> None:
    done = extractor("gate", sport, f"--threshold={threshold}")
    assert done.status == 2
    assert "--threshold" in done.err


def test_what_cannot_be_read_is_told_and_gives_status_3_and_nothing_readable_2(
    extractor: Run, sport: str
) -> None:
    done = extractor("gate", "missing.txt", sport, "--format", "jsonl")
    assert done.status == 3
    assert "missing.txt: there is no such file" in done.err
    assert len(done.results) == 1
    assert extractor("gate", "missing.txt").status == 2


def test_an_article_left_out_has_a_result_of_its_own_and_a_line_on_stderr(extractor: Run, sport: str) -> None:
    done = extractor("extract", SEED, sport, "--model", "rules", "--gate", "--format", "jsonl", "--with-text")
    assert done.status == 0, done.err
    by_source = {result["article"]["source"]: result for result in done.results}
    out, read = by_source[sport], by_source[SEED]
    assert out["status"] == "left_out"
    assert out["events"] == out["positions"] == []
    assert out["provenance"]["engine"] == "gate"
    assert out["provenance"]["attempts"] == 0
    assert out["gate"]["passes"] is False
    assert out["text"] == SPORT
    assert read["status"] == "ok"
    assert read["events"]
    assert read["gate"]["passes"] is True
    assert f"{sport}: left out by the gate: speaks of sanctions in another sense" in done.err
    assert "1 left out by the gate" in done.err
    assert "nothing found" not in done.err
    for result in done.results:
        assert Extraction.model_validate(result).model_dump(mode="json") == result


def test_without_a_gate_nothing_is_left_out(extractor: Run, sport: str) -> None:
    done = extractor("extract", sport, "--model", "rules", "--format", "jsonl")
    assert done.results[0]["status"] == "ok"
    assert done.results[0]["gate"] is None
    assert "nothing found in 1" in done.err


def test_the_environment_can_switch_the_gate_on_and_the_flag_off_again(extractor: Run, sport: str) -> None:
    asked = ("extract", sport, "--model", "rules", "--format", "jsonl")
    assert extractor(*asked, EXTRACTOR_GATE="1").results[0]["status"] == "left_out"
    assert extractor(*asked, "--no-gate", EXTRACTOR_GATE="1").results[0]["status"] == "ok"
    done = extractor(*asked, EXTRACTOR_GATE="perhaps")
    assert done.status == 2
    assert "EXTRACTOR_GATE" in done.err


def test_the_table_says_that_an_article_was_left_out(extractor: Run, sport: str) -> None:
    done = extractor("extract", sport, "--model", "rules", "--gate", "--format", "table")
    assert "Left out by the gate" in done.out
    assert "Nothing found" not in done.out


def test_a_batch_does_not_ask_about_what_is_left_out_and_lists_it(
    extractor: Run, sport: str, tmp_path: Path
) -> None:
    requests = tmp_path / "asked.jsonl"
    done = extractor("batch", "prepare", SEED, sport, "--model", "m", "-o", str(requests), "--gate")
    assert done.status == 0, done.err
    assert len((tmp_path / "asked.articles.jsonl").read_text("utf-8").splitlines()) == 1
    assert "derby" not in requests.read_text("utf-8")
    lines = (tmp_path / "asked.left-out.jsonl").read_text("utf-8").splitlines()
    result = Extraction.model_validate_json(lines[0])
    assert len(lines) == 1
    assert result.status == "left_out"
    assert json.loads(lines[0])["gate"]["reason"]
    assert "left out by the gate" in done.err
