"""The command ``extractor eval run``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from extractor.cli.eval import app
from extractor.cli.eval_files import parse_fail_under
from extractor.errors import EngineUnusable, GoldError, SettingsError
from tests.evaluation.makers import event_row, write_gold

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs the command over a gold folder with one event; errors of the package are raised."""
    (tmp_path / "gold").mkdir()
    write_gold(tmp_path / "gold", [event_row()])

    def invoke(*options: str) -> Result:
        asked = ["run", "--gold", str(tmp_path / "gold"), "--model", "rules", *options]
        return CliRunner().invoke(app, asked)

    return invoke


def test_a_table_goes_to_stdout_and_the_engine_to_stderr(run: Run) -> None:
    done = run()
    assert done.exit_code == 0
    assert "positions  soft" in done.stdout
    assert "engine:rules" in done.stdout
    assert "embedded rules" in done.stderr


def test_json_on_stdout_is_the_report_in_the_file(run: Run, tmp_path: Path) -> None:
    done = run("--format", "json", "-o", str(tmp_path / "report.json"))
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert json.loads(done.stdout) == report
    assert report["documents"][0]["file"] == "a.json"


def test_markdown_has_tables(run: Run) -> None:
    assert "| document | status |" in run("--format", "md").stdout


def test_below_the_least_score_the_status_is_1(run: Run, tmp_path: Path) -> None:
    write_gold(tmp_path / "gold", [event_row(action="evade", stage="considered", targets=[])])
    done = run("--fail-under", "events=1.0")
    assert done.exit_code == 1
    assert "events: soft F1" in done.stderr
    assert "is below --fail-under 1" in done.stderr
    assert "soft" in done.stdout


def test_at_or_above_the_least_score_the_status_is_0(run: Run) -> None:
    assert run("--fail-under", "events=0,positions=0.0").exit_code == 0


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "events",
        "events=",
        "events=2",
        "events=-0.1",
        "events=nan",
        "acts=0.5",
        "events=0.5,",
        "events=1,events=1",
    ],
)
def test_a_least_score_that_is_not_understood_is_refused(run: Run, asked: str) -> None:
    assert isinstance(run("--fail-under", asked).exception, SettingsError)


def test_least_scores_are_read_for_each_kind() -> None:
    assert parse_fail_under("events=0.8, positions=.75") == {"events": 0.8, "positions": 0.75}
    assert parse_fail_under(None) == {}


def test_bad_gold_is_refused_before_anything_is_asked(run: Run, tmp_path: Path) -> None:
    write_gold(tmp_path / "gold", [event_row(action="embargo")])
    done = run("--model", "some-model")
    assert isinstance(done.exception, GoldError)
    assert done.stdout == ""


def test_a_report_that_cannot_be_written_is_refused_before_anything_is_asked(
    run: Run, tmp_path: Path
) -> None:
    done = run("-o", str(tmp_path / "no" / "such" / "report.json"))
    assert isinstance(done.exception, SettingsError)
    assert "cannot be written" in str(done.exception)


def test_a_run_that_cannot_start_leaves_no_empty_report(run: Run, tmp_path: Path) -> None:
    done = run("-o", str(tmp_path / "report.json"), "--model", "recorded:none")
    assert done.exception is not None
    assert not (tmp_path / "report.json").exists()


def test_an_unknown_format_is_refused(run: Run) -> None:
    assert run("--format", "xml").exit_code == 2


def test_a_model_without_an_endpoint_is_unusable(run: Run) -> None:
    assert isinstance(run("--model", "some-model").exception, EngineUnusable | SettingsError)
