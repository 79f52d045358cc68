"""Verdicts of the gate, a line an article: as JSON, or to be read."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

from extractor.article.clean import visible
from extractor.article.model import Article
from extractor.errors import SettingsError
from extractor.gate.verdict import GateVerdict

__all__ = ["Write", "verdicts"]

Write = Callable[[Article, GateVerdict], None]


@contextmanager
def verdicts(asked: str | None, path: Path | None) -> Iterator[Write]:
    """A function that writes one verdict. Raises SettingsError for an unknown format or a file that fails."""
    if asked not in (None, "table", "jsonl"):
        raise SettingsError(f"--format {asked!r}: it must be one of table, jsonl")
    as_table = asked == "table" or (asked is None and path is None and sys.stdout.isatty())
    shown = _row if as_table else _json
    if path is None:
        yield _writing(sys.stdout, shown)
        return
    try:
        stream = path.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise SettingsError(f"--out {str(path)!r} cannot be written: {error.strerror}") from error
    with stream:
        yield _writing(stream, shown)


def _writing(stream: TextIO, shown: Callable[[Article, GateVerdict], str]) -> Write:
    def write(article: Article, verdict: GateVerdict) -> None:
        print(shown(article, verdict), file=stream, flush=True)

    return write


def _json(article: Article, verdict: GateVerdict) -> str:
    told = {"source": article.source, "id": article.id, "title": article.title, **asdict(verdict)}
    return json.dumps(told, ensure_ascii=False)


def _row(article: Article, verdict: GateVerdict) -> str:
    score = "   -  " if verdict.score is None else f"{verdict.score:.4f}"
    word = "passes  " if verdict.passes else "left out"
    return visible(f"{word}  {score}  {article.source}  {' '.join(verdict.reason.split())}")
