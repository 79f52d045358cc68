"""What the user named, one article at a time: files, folders, globs, URLs, stdin, lines of JSONL.

Expanding never raises for one input: what is missing or unreadable becomes a Source whose reading fails,
so that the rest of a run goes on.
"""

from __future__ import annotations

import datetime as dt
import glob
import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

from extractor.article import jsonl
from extractor.article.build import MAX_BYTES
from extractor.article.clean import visible
from extractor.article.fetch import without_credentials
from extractor.article.folders import article_files, holds_results, passed_over
from extractor.article.model import Article
from extractor.article.readers import CONTAINER_FACTOR, SUFFIXES, read_bytes, read_file, read_url
from extractor.errors import ReadError

__all__ = ["ReadOptions", "Source", "count_hint", "expand", "is_input", "left_out", "read", "read_path"]

_URL = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_MAGIC = re.compile(r"[*?\[]")
_CHEAP_TO_COUNT = 64_000_000  # bytes of JSONL


@dataclass(frozen=True)
class ReadOptions:
    """How inputs are read.

    ``max_bytes`` limits an article's text (UTF-8); pages and PDF files may be ten times as large.
    ``timeout`` is in seconds for a whole fetch. ``published`` is the day of articles that state none (in a
    page's metadata, in JSONL, in front matter). ``leave_out`` is
    a file that folders and globs pass over: the one that results are written to, which grows meanwhile.
    """

    max_bytes: int = MAX_BYTES
    allow_private: bool = False
    timeout: float = 20.0
    max_redirects: int = 5
    published: dt.date | None = None
    leave_out: Path | None = None


@dataclass(frozen=True)
class Source:
    """One article to be read: its name in results and messages, and how to read it. Can be pickled.

    A name is printable and can be encoded, whatever the file is called: see ``clean.visible``.
    ``kind`` tells what ``place`` is: the path of a file, a URL, the file of the JSONL line ``data``, the
    name of bytes already had (stdin), or, for ``broken``, the reason why there is nothing (``remedy``:
    what to do).
    """

    name: str
    kind: Literal["file", "url", "line", "bytes", "broken"]
    place: str
    data: bytes = b""
    number: int = 0
    remedy: str = ""


def expand(paths: Iterable[str], options: ReadOptions | None = None) -> Iterator[Source]:
    """The articles behind ``paths``, lazily and in order; a JSONL file gives one Source a line.

    A path is a file, a folder (its files with a known suffix, in subfolders too, sorted), a glob, an http
    or https URL, or ``-`` for stdin.
    """
    options = options or ReadOptions()
    for path in paths:
        yield from _expand_one(path, options)


def read(source: Source, options: ReadOptions | None = None) -> Article:
    """The article of ``source``.

    Raises:
        ReadError: it cannot be read; says why and what to do.
    """
    options = options or ReadOptions()
    if source.kind == "broken":
        raise ReadError(source.name, source.place, source.remedy)
    if source.kind == "url":
        return read_url(
            source.place,
            published=options.published,
            max_bytes=options.max_bytes,
            allow_private=options.allow_private,
            timeout=options.timeout,
            max_redirects=options.max_redirects,
        )
    if source.kind == "line":
        return jsonl.article_from_line(
            source.data,
            file=source.place,
            number=source.number,
            published=options.published,
            max_bytes=options.max_bytes,
        )
    if source.kind == "bytes":
        return read_bytes(
            source.data, source=source.name, published=options.published, max_bytes=options.max_bytes
        )
    return read_file(
        Path(source.place), source=source.name, published=options.published, max_bytes=options.max_bytes
    )


def read_path(path: Path, options: ReadOptions | None = None) -> Article:
    """The one article of the file ``path``.

    Raises:
        ReadError: missing, a folder, several articles (JSONL), or not readable.
    """
    options = options or ReadOptions()
    if path.is_dir():
        raise ReadError(
            visible(str(path)), "this is a folder", "name a file, or use extract_many on its files"
        )
    sources = _of_file(str(path), options)
    first = next(sources, None)
    if first is None:
        raise ReadError(visible(str(path)), "there is no article in it", "check the file")
    if first.kind == "line" and next(sources, None) is not None:
        raise ReadError(
            visible(str(path)), "it holds several articles", "use extract_many, or the command line"
        )
    return read(first, options)


def count_hint(paths: Iterable[str], options: ReadOptions | None = None) -> int | None:
    """How many articles ``expand`` will give, or None where only reading would tell (stdin, large JSONL)."""
    total = 0
    for path in paths:
        count = _count_one(path, options or ReadOptions())
        if count is None:
            return None
        total += count
    return total


def _expand_one(path: str, options: ReadOptions) -> Iterator[Source]:
    if path == "-":
        yield from _of_stream(sys.stdin.buffer, options)
    elif _URL.match(path):
        yield Source(visible(without_credentials(path)), "url", path)
    elif os.path.lexists(path) or not _MAGIC.search(path):
        yield from _of_path(path, options)
    else:
        yield from _of_glob(path, options)


def _of_path(path: str, options: ReadOptions) -> Iterator[Source]:
    if Path(path).is_dir():
        yield from _of_folder(path, options)
    else:
        yield from _of_file(path, options)


def _of_glob(pattern: str, options: ReadOptions) -> Iterator[Source]:
    matches = _matches(pattern)
    if not matches:
        yield _broken(pattern, "no file matches this pattern", "check the pattern and the folder")
    for match in matches:
        yield from _of_path(match, options)


def _matches(pattern: str) -> list[str]:
    found = glob.glob(pattern, recursive=True)  # noqa: PTH207  # Path.glob takes no absolute pattern
    # "**" matches folders beside the files in them: each file is to be read once.
    return sorted(match for match in found if "**" not in pattern or not Path(match).is_dir())


def _of_folder(path: str, options: ReadOptions) -> Iterator[Source]:
    found = False
    for entry in _walk(path):
        found = True
        if isinstance(entry, Source):
            yield entry
        else:
            yield from _of_file(entry, options)
    if not found:
        known = " ".join(sorted(SUFFIXES))
        yield _broken(path, f"this folder has no articles ({known})", "name the files themselves")


def _walk(folder: str) -> Iterator[str | Source]:
    """The folder's article files, then a broken Source for each subfolder that cannot be listed."""
    failed: list[OSError] = []
    yield from article_files(folder, failed.append)
    for error in failed:
        yield _broken(
            str(error.filename), f"this folder cannot be read ({error.strerror})", "check its rights"
        )


def left_out(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Path and reason of each file in the folders among ``paths`` that ``expand`` does not read."""
    for path in paths:
        if path != "-" and not _URL.match(path):
            for place in [path] if os.path.lexists(path) else _matches(path):
                if Path(place).is_dir():
                    yield from ((visible(file), reason) for file, reason in passed_over(place))


def _of_file(path: str, options: ReadOptions) -> Iterator[Source]:
    if options.leave_out is not None and _is_same_file(path, options.leave_out):
        return
    try:
        with Path(path).open("rb") as stream:
            if _is_jsonl(path, stream):
                yield from _of_lines(path, stream, options)
                return
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        reason = "there is no such file" if missing else f"it cannot be opened ({error.strerror})"
        yield _broken(path, reason, "check the path" if missing else "check its rights")
        return
    yield Source(visible(path), "file", path)


def is_input(file: Path, paths: Iterable[str]) -> bool:
    """Whether ``file`` is an article, or holds articles, that ``expand(paths)`` would read."""
    named = list(paths)
    if any(_is_same_file(path, file) for path in named):
        return True
    if not file.is_file() or not file.stat().st_size or holds_results(str(file)):
        return False
    for path in named:
        if path == "-" or _URL.match(path):
            continue
        for place in [path] if os.path.lexists(path) else _matches(path):
            files = article_files(place, lambda _: None) if Path(place).is_dir() else [place]
            if any(_is_same_file(one, file) for one in files):
                return True
    return False


def _is_same_file(path: str, other: Path) -> bool:
    """Whether both are there and are one file, whatever they are called."""
    try:
        return Path(path).samefile(other)
    except OSError:
        return False


def _is_jsonl(path: str, stream: BinaryIO) -> bool:
    suffix = Path(path).suffix.lower()
    if suffix in SUFFIXES:
        return SUFFIXES[suffix] == "jsonl"
    head = stream.read(4096)
    stream.seek(0)
    return jsonl.looks_like_jsonl(head)


def _of_lines(path: str, stream: BinaryIO, options: ReadOptions) -> Iterator[Source]:
    name, found = visible(path), False
    for number, line in jsonl.lines(stream, options.max_bytes):
        found = True
        if line is None:
            reason = f"this line is longer than an article of {options.max_bytes:,} bytes can make it"
            yield _broken(f"{name}#{number}", reason, "split the article, or raise max_bytes")
        else:
            yield Source(jsonl.line_name(name, number, line), "line", name, line, number)
    if not found:
        yield _broken(path, "there is no line in it", "check the file")


def _of_stream(stream: BinaryIO, options: ReadOptions) -> Iterator[Source]:
    head = stream.peek(4096) if hasattr(stream, "peek") else b""
    if jsonl.looks_like_jsonl(head):
        yield from _of_lines("-", stream, options)
        return
    longest = CONTAINER_FACTOR * options.max_bytes
    data = stream.read(longest + 1)
    if len(data) > longest:
        yield _broken("-", f"stdin holds more than {longest:,} bytes", "give it as JSONL, one article a line")
    else:
        yield Source("-", "bytes", "-", data)


def _broken(name: str, reason: str, remedy: str) -> Source:
    return Source(visible(name), "broken", reason, remedy=remedy)


def _count_one(path: str, options: ReadOptions) -> int | None:
    if path == "-":
        return None
    if _URL.match(path) or not (os.path.lexists(path) or _MAGIC.search(path)):
        return 1
    matches = [path] if os.path.lexists(path) else _matches(path)
    counts = [_count_path(match, options) for match in matches]
    known = [count for count in counts if count is not None]
    return max(sum(known), 1) if len(known) == len(counts) else None


def _count_path(path: str, options: ReadOptions) -> int | None:
    if Path(path).is_dir():
        counts = [1 if isinstance(entry, Source) else _count_file(entry, options) for entry in _walk(path)]
        known = [count for count in counts if count is not None]
        return max(sum(known), 1) if len(known) == len(counts) else None
    return _count_file(path, options)


def _count_file(path: str, options: ReadOptions) -> int | None:
    if options.leave_out is not None and _is_same_file(path, options.leave_out):
        return 0
    try:
        with Path(path).open("rb") as stream:
            if not _is_jsonl(path, stream):
                return 1
            if os.fstat(stream.fileno()).st_size > _CHEAP_TO_COUNT:
                return None
            return max(sum(1 for line in stream if line.strip()), 1)
    except OSError:
        return 1
