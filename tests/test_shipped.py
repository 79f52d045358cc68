"""What ships is found in a checkout; the wheel and the zip are tried by .ci/check_wheel.py."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from extractor import shipped


def test_prompts_seeds_and_gold_are_found() -> None:
    assert "system" in (shipped.prompts() / "prompt.toml").read_text(encoding="utf-8")
    assert len([one for one in shipped.seeds().iterdir() if one.name.endswith(".txt")]) == 5
    assert any(one.name.endswith(".json") for one in shipped.gold().iterdir())


def test_inside_a_zip_the_package_is_searched_not_the_file_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = tmp_path / "wheel.whl"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("extractor/_shipped/prompts/prompt.toml", "id = 'zipped'")
    monkeypatch.setattr(shipped, "files", lambda _: zipfile.Path(archive, "extractor/"))
    assert (shipped.prompts() / "prompt.toml").read_text(encoding="utf-8") == "id = 'zipped'"
