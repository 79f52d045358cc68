"""The command ``extractor eval compare``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from extractor.cli.eval import app
from extractor.errors import ResultError, SettingsError
from tests.evaluation.test_compare import report_file

Invoke = Callable[..., Result]


@pytest.fixture
def invoke(tmp_path: Path) -> Invoke:
    """Compares a.json with b.json, which are written beforehand; errors of the package are raised."""
    report_file(tmp_path / "a.json", soft=1.0)
    report_file(tmp_path / "b.json", soft=0.5)

    def run(*options: str, files: tuple[str, ...] = ("a.json", "b.json")) -> Result:
        return CliRunner().invoke(
            app, ["compare", *(str(tmp_path / file) for file in files), "--resamples", "1000", *options]
        )

    return run


def test_the_verdict_comes_first(invoke: Invoke) -> None:
    done = invoke()
    assert done.exit_code == 0
    assert done.stdout.splitlines()[2].startswith(
        "underpowered: these documents do not tell b from a on events"
    )
    assert "on positions" in done.stdout


def test_one_kind_and_another_measure_may_be_asked_for(invoke: Invoke) -> None:
    out = invoke("--kind", "positions", "--measure", "found").stdout
    assert "found F1" in out
    assert "on events" not in out


def test_json_on_stdout_is_the_report_in_the_file(invoke: Invoke, tmp_path: Path) -> None:
    done = invoke("--format", "json", "-o", str(tmp_path / "c.json"))
    assert json.loads(done.stdout) == json.loads((tmp_path / "c.json").read_text(encoding="utf-8"))
    assert "| run |" in invoke("--format", "md").stdout


def test_a_run_that_is_worse_gives_status_1_only_when_asked(tmp_path: Path, invoke: Invoke) -> None:
    for name, soft in (("good", 1.0), ("bad", 0.0)):
        content = json.loads(report_file(tmp_path / f"{name}.json", soft).read_text(encoding="utf-8"))
        (only,) = content["documents"]
        content["documents"] = [only | {"id": str(i), "tags": {}} for i in range(8)]
        (tmp_path / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
    fallen = invoke("--fail-if-worse", files=("good.json", "bad.json"))
    assert "bad is worse than good" in fallen.stdout
    assert fallen.exit_code == 1
    assert invoke(files=("good.json", "bad.json")).exit_code == 0
    assert invoke("--fail-if-worse", files=("bad.json", "good.json")).exit_code == 0
    assert invoke("--fail-if-worse").exit_code == 0  # underpowered is not worse


def test_three_files_are_compared_with_the_first(invoke: Invoke) -> None:
    out = invoke(files=("a.json", "b.json", "b.json")).stdout
    assert "p corrected for 2 comparisons (Holm)" in out


def test_one_file_alone_and_a_file_that_is_none_are_refused(invoke: Invoke, tmp_path: Path) -> None:
    assert isinstance(invoke(files=("a.json",)).exception, ResultError)
    (tmp_path / "c.json").write_text("[]", encoding="utf-8")
    assert "no result file" in str(invoke(files=("a.json", "c.json")).exception)


def test_different_gold_is_refused_and_can_be_allowed(invoke: Invoke, tmp_path: Path) -> None:
    report_file(tmp_path / "c.json", gold="other")
    assert "--only-shared" in str(invoke(files=("a.json", "c.json")).exception)
    assert "DIFFERENT GOLD" in invoke("--only-shared", files=("a.json", "c.json")).stdout


def test_a_place_that_cannot_be_written_is_refused_first(invoke: Invoke, tmp_path: Path) -> None:
    assert isinstance(invoke("-o", str(tmp_path / "no" / "c.json")).exception, SettingsError)
