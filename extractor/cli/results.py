"""Read results back from JSON lines or a JSON array."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from extractor.errors import ResultError
from extractor.schemas.extraction import Extraction

__all__ = ["read_results"]


def read_results(path: str) -> Iterator[Extraction]:
    """The results in a file, or on stdin for ``-``; raises ResultError naming file and line."""
    try:
        text = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise ResultError(f"{path}: cannot be read: {error.strerror}") from error
    if text.lstrip().startswith(b"["):
        yield from _array(path, text)
        return
    for number, line in enumerate(text.split(b"\n"), start=1):
        if line.strip():
            yield _result(f"{path}:{number}", line)


def _array(path: str, text: bytes) -> Iterator[Extraction]:
    try:
        items = json.loads(text)
    except ValueError as error:
        raise ResultError(f"{path}: is neither JSON lines nor a JSON array: {error}") from error
    for number, item in enumerate(items, start=1):
        yield _result(f"{path}: item {number}", json.dumps(item).encode())


def _result(place: str, line: bytes) -> Extraction:
    try:
        return Extraction.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "line"
        raise ResultError(
            f"{place}: is not a result of `extractor extract`: {where}: {first['msg']}"
        ) from error
