"""The command over a folder of hostile articles: a result each, and a terminal that nothing steers."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from extractor import Extraction, Position, SanctionsEvent
from tests.cli.conftest import Run, extractor  # noqa: F401  # a fixture
from tests.hostile.invented import FOLDER, invented
from tests.hostile.made import DISGUISED, PLAIN, UNREADABLE, Made

pty = pytest.importorskip("pty", reason="needs a POSIX terminal")

ORDERS = "\x1b[2J\x1b]0;owned\x07\x9b31m\x7f\u202e"
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_STEERING = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def write(folder: Path, articles: Iterable[Made]) -> list[str]:
    """Hostile files of all kinds, some under names that only a hostile hand would give."""
    paths = []
    for number, made in enumerate(articles):
        paths.append(folder / f"{number:03}{made.suffix}")
        paths[-1].write_bytes(made.data)
    names = [
        b"a\nb.txt",
        b"c\x1b[2Jd.txt",
        b"e\xff\xfe.txt",
        "f\u202etxt.exe.txt".encode(),
        b"-.txt",
        b"--help.txt",
        b"[0].txt",
        b"*.txt",
        b"g#1.txt",
        b"{{ x }}.txt",
        b"h\x1b]0;owned\x07.jsonl",
        "\u0085\u009b.txt".encode(),
    ]
    for name in names:
        path = os.fsencode(folder) + b"/" + name
        with open(path, "wb") as file:  # noqa: PTH123  # Path takes no bytes
            line = json.dumps({"text": PLAIN, "id": ORDERS, "title": ORDERS, "publisher": f"{ORDERS}\ud800"})
            file.write(line.encode() if name.endswith(b"jsonl") else PLAIN.encode())
        paths.append(Path(os.fsdecode(path)))
    (folder / os.fsdecode(b"left\x1b[2J\xff.exe")).write_bytes(b"x")
    return [str(path) for path in paths]


def test_a_folder_of_hostile_files_gives_one_line_of_json_each(extractor: Run, tmp_path: Path) -> None:  # noqa: F811
    unreadable = [made for made in UNREADABLE if made.name != "random bytes"]
    paths = write(tmp_path, (*DISGUISED, *unreadable))
    done = extractor(
        "extract",
        str(tmp_path),
        str(FOLDER),
        "--model",
        "rules",
        "--format",
        "jsonl",
        "--with-text",
        "--concurrency",
        "1",
    )
    assert done.status == 3, done.err
    results = [Extraction.model_validate_json(line) for line in done.out.split("\n") if line]
    assert len(results) == len(paths) + len(invented())
    assert len({result.article.source for result in results}) == len(results)
    failed = {result.article.source: result.error for result in results if result.status != "ok"}
    assert len(failed) == len(unreadable)
    (large,) = (words for words in failed.values() if words and "larger than" in words)
    assert large == (
        "it is larger than the limit of 2,000,000 bytes; split it into its articles, or raise max_bytes"
    )
    for result in results:
        records: tuple[SanctionsEvent | Position, ...] = (*result.events, *result.positions)
        for record in records:
            for evidence in record.evidence:
                assert result.text is not None
                assert result.text[evidence.start : evidence.end] == evidence.quote
        assert _STEERING.findall(f"{result.article.source} {result.error}") == []
    assert _STEERING.findall(done.err) == []


def terminal(*args: str, cwd: Path) -> str:
    """What ``extractor`` writes to a terminal, without colours; stderr goes elsewhere."""
    master, slave = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "extractor", *args],
        stdin=subprocess.DEVNULL,
        stdout=slave,
        stderr=subprocess.DEVNULL,
        cwd=cwd,
        env={**os.environ, "COLUMNS": "120", "LINES": "40", "TERM": "xterm-256color"},
    ) as process:
        os.close(slave)
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
    os.close(master)
    return _COLOUR.sub("", b"".join(chunks).decode())


def test_a_table_of_hostile_articles_does_not_steer_the_terminal(tmp_path: Path) -> None:
    write(tmp_path, [made for made in DISGUISED if made.name in ("terminal orders", "bidi isolates")])
    formulas, markup = FOLDER / "spreadsheet-formulas.txt", FOLDER / "markup-in-plain-text.txt"
    shown = terminal(
        "extract", ".", str(formulas), str(markup), "--model", "rules", "--concurrency", "1", cwd=tmp_path
    )
    assert "Canada imposed sanctions on Belarus" in shown
    assert _STEERING.findall(shown.replace("\r\n", "\n")) == []
    assert "\r" not in shown.replace("\r\n", "\n")
    assert "c\\x1b[2Jd.txt" in shown


def test_a_forged_result_does_not_steer_the_terminal_either(tmp_path: Path) -> None:
    """Results of a model, or of somebody else's run, hold words that no article was cleaned of."""
    event = {
        "action": "impose",
        "stage": "adopted",
        "date": {"text": ORDERS},
        "instruments": [ORDERS],
        "senders": [{"name": ORDERS, "kind": "state"}],
        "according_to": {"name": ORDERS, "kind": "state"},
        "evidence": [{"quote": ORDERS, "start": 0, "end": len(ORDERS)}],
    }
    position = {
        "holder": {"name": ORDERS, "kind": "state"},
        "speaker": {"name": ORDERS, "kind": "person"},
        "stance": "oppose",
        "leaning": "oppose",
        "certainty": "certain",
        "speech_act": "state",
        "basis": "stated",
        "issue": {"kind": "conduct", "label": ORDERS},
        "condition": ORDERS,
        "evidence": [{"quote": ORDERS, "start": 0, "end": len(ORDERS)}],
    }
    rejected = {"kind": "event", "record": {}, "check": ORDERS, "reason": ORDERS, "attempt": 1}
    article = {"source": ORDERS, "title": ORDERS * 200, "publisher": ORDERS, "languages": [ORDERS]}
    provenance = {"engine": "rules", "model": ORDERS, "tool_version": "0"}
    lines = [
        {
            "article": article,
            "events": [event],
            "positions": [position],
            "rejected": [rejected],
            "error": ORDERS,
            "status": "partial",
            "provenance": provenance,
        },
        {"article": article, "status": "failed", "error": ORDERS, "provenance": provenance},
    ]
    path = tmp_path / "forged.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    shown = terminal("show", str(path), cwd=tmp_path)
    assert "impose" in shown
    assert "oppose" in shown
    assert shown.count("owned") > 12
    assert _STEERING.findall(shown.replace("\r\n", "\n")) == []
    assert max(map(len, shown.split("\r\n"))) < 1000
