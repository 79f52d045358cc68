"""``extractor knowledge``: what is printed of names, phrases and additions."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from extractor.cli import app
from tests.knowledge.folders import ACTORS, BOARD, FORMS, folder_of


def printed(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["knowledge", *arguments])
    return done.exit_code, done.stdout


def test_find_prints_id_kind_country_and_forms_by_language() -> None:
    status, out = printed("find", "Kremlin")
    assert status == 0
    assert out.startswith("country:RU  state  RU  Russia\n")
    assert "  fr: Moscou (capital)" in out


def test_find_prints_what_a_phrase_stands_for() -> None:
    assert "[en.strong] asset_freeze: 'asset freeze'" in printed("find", "asset freeze")[1]


def test_find_searches_a_folder_of_additions(tmp_path: Path) -> None:
    folder_of(tmp_path, BOARD)
    assert printed("find", "Songbun Republic")[0] == 1
    status, out = printed("find", "Songbun Republic", "--knowledge", str(tmp_path))
    assert status == 0
    assert out.startswith("country:KP")


def test_find_says_when_nothing_is_found() -> None:
    assert printed("find", "Zzyzx Songbun") == (1, "")


def test_check_names_rows_that_are_known_and_actors_that_are_never_found(tmp_path: Path) -> None:
    more = {
        "actors/coalitions.csv": ACTORS + "org:forgotten,intl_org,,,X\n",
        "forms/metonyms.csv": FORMS + "country:RU,*,metonym,Kremlin,\n",
    }
    status, out = printed("check", str(folder_of(tmp_path, {**BOARD, **more})))
    assert status == 0
    assert "org:forgotten has no form in forms/ and is never found" in out
    assert f"known already, passed over: {tmp_path}/forms/metonyms.csv, line 2: 'Kremlin'" in out
    assert "org:gulf-board has no form" not in out
