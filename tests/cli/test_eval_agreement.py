"""The command ``extractor eval agreement``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from extractor.cli.eval import app
from extractor.errors import GoldError
from tests.evaluation.makers import event_row, position_row, write_gold


@pytest.fixture
def folders(tmp_path: Path) -> list[str]:
    """Two labellers and the gold, the article beside the gold alone."""
    for name in ("one", "two", "gold"):
        (tmp_path / name).mkdir()
        write_gold(
            tmp_path / name, [event_row(stage="proposed" if name == "one" else "adopted")], [position_row()]
        )
    for name in ("one", "two"):
        (tmp_path / name / "a.txt").unlink()
    return [str(tmp_path / name) for name in ("one", "two", "gold")]


def agreement(*options: str) -> Result:
    return CliRunner().invoke(app, ["agreement", *options])


def test_both_directions_and_both_against_gold_are_shown(folders: list[str]) -> None:
    one, two, gold = folders
    done = agreement(one, two, "--gold", gold, "--articles", gold)
    assert done.exit_code == 0
    for pair in ("one against two", "two against one", "one against gold", "two against gold"):
        assert pair in done.stdout


def test_json_on_stdout_is_the_report_in_the_file(folders: list[str], tmp_path: Path) -> None:
    one, two, gold = folders
    file = str(tmp_path / "agreement.json")
    done = agreement(one, two, "--articles", gold, "--format", "json", "-o", file)
    report = json.loads(done.stdout)
    assert report == json.loads(Path(file).read_text(encoding="utf-8"))
    assert [pair["labels"] for pair in report["pairs"]] == ["one", "two"]
    assert report["pairs"][0]["events"]["soft"]["f1"] == pytest.approx(0.8)


def test_markdown_has_tables(folders: list[str]) -> None:
    assert "| one against two |" in agreement(*folders[:2], "--articles", folders[2], "--format", "md").stdout


def test_an_article_that_is_nowhere_is_an_error(folders: list[str]) -> None:
    assert isinstance(agreement(*folders[:2]).exception, GoldError)


def test_folders_of_one_name_are_told_apart_by_their_paths(folders: list[str]) -> None:
    done = agreement(folders[0], folders[0], "--articles", folders[2])
    assert f"{folders[0]} against {folders[0]}" in done.stdout
