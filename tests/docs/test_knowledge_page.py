"""What the page on knowledge tells a reader to write and to run does what it says."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

from extractor.knowledge.known import knowledge_of
from tests.conftest import ROOT
from tests.knowledge.folders import BOARD, folder_of

PAGE = (ROOT / "docs" / "knowledge.md").read_text(encoding="utf-8")
FILE = re.compile(r"^`(mine/[^`]+)`:.*?\n\n```\n(.*?)```$", re.DOTALL | re.MULTILINE)
COMMANDS = re.compile(r"^```\n((?:extractor .*\n)+)```$", re.MULTILINE)
ARTICLE = re.compile(r"`article\.txt` holds \"(.*?)\":", re.DOTALL)


def test_the_files_of_the_page_are_used_by_the_commands_of_the_page(tmp_path: Path) -> None:
    for name, content in FILE.findall(PAGE):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    article = ARTICLE.search(PAGE)
    commands = COMMANDS.search(PAGE)
    assert article is not None
    assert commands is not None
    (tmp_path / "article.txt").write_text(" ".join(article[1].split()), encoding="utf-8")
    out = ""
    for line in commands[1].splitlines():
        command = [sys.executable, "-m", *line.split()]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=50, check=False)
        assert done.returncode == 0, done.stderr
        out = done.stdout
    (event,) = json.loads(out)[0]["events"]
    told = (event["action"], event["senders"][0]["id"], event["targets"][0]["id"], *event["measures"])
    assert told == ("impose", "org:gulf-board", "country:KP", "services_ban")


def test_the_words_that_the_page_shows_can_be_added(tmp_path: Path) -> None:
    blocks = re.findall(r"^```\n([^`]*?)```$", PAGE[PAGE.index("Some of each (") :], re.MULTILINE)
    names = ("acts", "roles", "leaders")
    files = {f"vocabulary/{name}.toml": block for name, block in zip(names, blocks, strict=True)}
    added = knowledge_of(folder_of(tmp_path, {**BOARD, **files}))
    assert added.passed_over == ()
    assert sum(added.phrases.values()) == 9


def test_every_shipped_file_that_may_be_added_to_is_named_on_the_page() -> None:
    data = ROOT / "extractor" / "knowledge" / "data"
    rooms = ("actors", "forms", "equivalents", "vocabulary")
    names = {path.stem for room in rooms for path in (data / room).iterdir()}
    assert [name for name in sorted(names) if f"`{name}`" not in PAGE and f"{name}.csv`" not in PAGE] == []
