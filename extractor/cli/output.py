"""Where results go: a table on a terminal, JSON lines when piped, or a file."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NoReturn

from extractor.article.sources import is_input
from extractor.errors import SettingsError
from extractor.schemas.extraction import Extraction

__all__ = ["Write", "output", "refuse_to_overwrite"]

Write = Callable[[Extraction], None]

_FORMATS = ("table", "json", "jsonl")


@contextmanager
def output(asked: str | None, path: Path | None) -> Iterator[Write]:
    """A function that writes one result, in the format asked for or the one that fits the place.

    UTF-8 on every platform; JSON lines are flushed one by one. Raises SettingsError for an unknown format or
    a file that cannot be written, before anything is extracted.
    """
    form = _format(asked, path)
    if path is None:
        try:
            yield from _writing(form, sys.stdout.buffer)
        except BrokenPipeError:
            _end_quietly()
        return
    try:
        stream = path.open("wb")
    except OSError as error:
        raise SettingsError(f"--out {str(path)!r} cannot be written: {error.strerror}") from error
    with stream:
        yield from _writing(form, stream)


def refuse_to_overwrite(paths: Iterable[str], out: Path | None) -> None:
    """Raises SettingsError when ``out`` is itself one of the inputs: opening it would empty it."""
    if out is not None and is_input(out, paths):
        raise SettingsError(f"--out {str(out)!r} is one of the inputs and would be overwritten; name another")


def _end_quietly() -> NoReturn:
    """Whoever reads our output has enough (``| head``): no error, and nothing left to flush at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(0)


def _format(asked: str | None, path: Path | None) -> str:
    if asked is not None:
        if asked not in _FORMATS:
            raise SettingsError(f"--format {asked!r}: it must be one of {', '.join(_FORMATS)}")
        return asked
    if path is not None:
        return "json" if path.suffix == ".json" else "jsonl"
    return "table" if sys.stdout.isatty() else "jsonl"


def _writing(form: str, stream: BinaryIO) -> Iterator[Write]:
    writers = {"table": _tables, "json": _array, "jsonl": _lines}
    yield from writers[form](stream)


def _lines(stream: BinaryIO) -> Iterator[Write]:
    def write(result: Extraction) -> None:
        stream.write(result.model_dump_json().encode() + b"\n")
        stream.flush()

    yield write


def _array(stream: BinaryIO) -> Iterator[Write]:
    written = 0

    def write(result: Extraction) -> None:
        nonlocal written
        stream.write((b",\n" if written else b"[\n") + result.model_dump_json(indent=2).encode())
        stream.flush()
        written += 1

    try:
        yield write
    finally:
        stream.write(b"\n]\n" if written else b"[]\n")
        stream.flush()


def _tables(stream: BinaryIO) -> Iterator[Write]:
    from extractor.cli.table import console, print_result

    screen = console(stream)

    def write(result: Extraction) -> None:
        print_result(result, screen)

    yield write
