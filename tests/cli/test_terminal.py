"""What a person at a terminal sees: a pseudo-terminal stands in for one."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.conftest import ROOT, ChatServer
from tests.factories import draft, drafted_event

pty = pytest.importorskip("pty", reason="needs a POSIX terminal")

SEED = str(ROOT / "seeds" / "000_37390536ffe894ae.txt")
_CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def seen(*args: str, **env: str) -> str:
    """Everything that ``extractor`` writes to a terminal, stdout and stderr together, without controls."""
    master, slave = pty.openpty()
    size = {"COLUMNS": "120", "LINES": "40", "TERM": "xterm-256color"}
    with subprocess.Popen(
        [sys.executable, "-m", "extractor", *args],
        stdin=slave, stdout=slave, stderr=slave, env={**os.environ, **size, **env},
    ) as process:  # fmt: skip
        os.close(slave)
        guard = threading.Timer(40, process.kill)  # else a hanging command would hold up the test for ever
        guard.start()
        chunks: list[bytes] = []
        while True:
            try:
                chunk = os.read(master, 65536)
            except OSError:  # Linux: the other end is closed
                break
            if not chunk:
                break
            chunks.append(chunk)
        process.wait(timeout=30)
        guard.cancel()
    os.close(master)
    return _CONTROL.sub("", b"".join(chunks).decode())


def test_on_a_terminal_the_records_come_as_a_table() -> None:
    shown = seen("extract", SEED, "--model", "rules")
    assert "U.S. Lobbies For Asian Support On Sanctions Against Russia" in shown
    assert "Who → whom" in shown
    assert "“" in shown
    assert '{"article"' not in shown


def test_a_bar_counts_articles_records_tokens_cost_and_time_left(chat: ChatServer, tmp_path: Path) -> None:
    for number in range(3):
        text = f"Story {number}: the United States imposed sanctions on Iran."
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    good = {"draft": draft(drafted_event("imposed sanctions on Iran")), "delay": 0.4}
    chat.script(good, good, good)
    prices = tmp_path / "prices.toml"
    prices.write_text('["stub-model-2026"]\ninput = 1.0\noutput = 2.0\n', encoding="utf-8")
    shown = seen(
        "extract", str(tmp_path), "--model", "stub", "--concurrency", "1", "--prices", str(prices),
        "--out", str(tmp_path / "results.jsonl"), OPENAI_BASE_URL=chat.base_url,
    )  # fmt: skip
    assert "0/3" in shown
    assert re.search(r"[12]/3.*[12] records.*tokens in.*\$0\.00", shown)
    assert re.search(r"\d:\d\d:\d\d", shown)
    assert "3 articles: 3 events, 0 positions" in shown
