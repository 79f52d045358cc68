"""Which files of a folder are articles, and which are passed over, and why."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from extractor.article.readers import SUFFIXES

__all__ = ["article_files", "holds_results", "passed_over"]

# Notes about the folder, by custom in capitals; one that is named by itself is read like any file.
_NOTES = frozenset(
    {"AUTHORS", "CHANGELOG", "CONTRIBUTING", "LICENCE", "LICENSE", "NOTICE", "README", "SOURCES"}
)


_RESULT = re.compile(rb'\s*(?:\[\s*)?\{\s*"article"\s*:\s*\{\s*"id"\s*:')


def holds_results(path: str) -> bool:
    """Whether the file begins as this tool's own results do."""
    try:
        with Path(path).open("rb") as stream:
            return _RESULT.match(stream.read(200)) is not None
    except OSError:
        return False


def article_files(folder: str, on_error: Callable[[OSError], object]) -> Iterator[str]:
    """Files with a known suffix, in subfolders too, sorted; ``on_error`` gets what cannot be listed."""
    return (path for path in _files(folder, on_error) if _why_not(path) is None)


def passed_over(folder: str) -> Iterator[tuple[str, str]]:
    """Path and reason of each file that ``article_files`` leaves out; hidden ones are not mentioned."""
    for path in _files(folder, lambda _: None):
        reason = _why_not(path)
        if reason is not None:
            yield path, reason


def _files(folder: str, on_error: Callable[[OSError], object]) -> Iterator[str]:
    """All files; hidden ones and links to folders are passed over."""
    for here, folders, files in os.walk(folder, onerror=on_error):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield str(Path(here, name))


def _why_not(path: str) -> str | None:
    suffix = Path(path).suffix.lower()
    if suffix not in SUFFIXES:
        return f"suffix {suffix!r} is not read from folders" if suffix else "it has no suffix"
    if suffix in (".md", ".txt") and Path(path).stem in _NOTES:
        return "a note about the folder"
    if suffix == ".jsonl" and holds_results(path):
        return "results of an earlier run"
    return None
