"""JSONL: one article a line, read one line at a time whatever the file's size."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from extractor.article.build import MAX_BYTES, article_from_text
from extractor.article.clean import visible
from extractor.article.markdown import host_of
from extractor.article.model import Article
from extractor.errors import ReadError

__all__ = ["article_from_line", "line_name", "lines", "looks_like_jsonl"]

FORM = '{"text": …} and, as far as known, id, title, published, publisher, url'


def lines(stream: BinaryIO, max_bytes: int = MAX_BYTES) -> Iterator[tuple[int, bytes | None]]:
    """Number (from 1) and bytes of each line that is not blank; None for one too long to hold an article.

    At most ``max_bytes`` of text fit in six times as many bytes of JSON (``\\u00e9``), and some over for
    the other fields: a longer line is passed over without being held in memory.
    """
    longest = 6 * max_bytes + 65_536
    number = 0
    while line := stream.readline(longest + 1):
        number += 1
        if len(line) > longest:
            while line and not line.endswith(b"\n"):
                line = stream.readline(longest)
            yield number, None
        elif line.strip():
            yield number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line


def line_name(path: str, number: int, line: bytes | None) -> str:
    """``path#id`` where the line has an id, else ``path#number``."""
    try:
        record = json.loads(line or b"")
    except (ValueError, RecursionError):
        return f"{path}#{number}"
    name = record.get("id") if isinstance(record, dict) else None
    return f"{path}#{visible(str(name))}" if _is_id(name) else f"{path}#{number}"


def looks_like_jsonl(head: bytes) -> bool:
    """Whether the first line of ``head`` is an object with a text; ``head`` may end within that line."""
    first = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    line, end, _ = first.partition(b"\n")
    if not line.startswith(b"{"):
        return False
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return not end and b'"text"' in line
    return isinstance(record, dict) and "text" in record


def article_from_line(
    line: bytes, *, file: str, number: int, published: dt.date | None = None, max_bytes: int = MAX_BYTES
) -> Article:
    """The article of one line.

    ``published`` stands in where the line names no day. The host of ``url`` is the publisher where none is
    named. Other fields are left alone.

    Raises:
        ReadError: named ``file#number``; the line is no JSON object, a field is missing or of another kind,
            or one of article_from_text's reasons.
    """
    where = f"{file}#{number}"
    record = _record(line, where)
    day = _string(record, "published", where)
    try:
        return article_from_text(
            _text(record, where),
            source=line_name(file, number, line),
            title=_string(record, "title", where),
            publisher=_string(record, "publisher", where) or host_of(_string(record, "url", where)),
            published=_day(day, where) if day else published,
            max_bytes=max_bytes,
        )
    except ReadError as error:
        # The line is what the user must find; an id would have to be searched for.
        raise ReadError(where, error.reason, error.remedy) from error


def _record(line: bytes, where: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except UnicodeDecodeError as error:
        raise ReadError(where, "this line is not UTF-8", "save the file as UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise ReadError(
            where, f"this line is not JSON ({error})", f"write one object a line: {FORM}"
        ) from error
    if not isinstance(record, dict):
        raise ReadError(where, f"this line is no JSON object but {record!r:.40}", f"write {FORM}")
    if not (record.get("id") is None or _is_id(record["id"])):
        raise ReadError(where, f"id is {record['id']!r:.40}", "give a string or a whole number")
    return record


def _is_id(value: object) -> bool:
    return isinstance(value, (str, int)) and not isinstance(value, bool) and value != ""


def _text(record: dict[str, Any], where: str) -> str:
    text = record.get("text")
    if not isinstance(text, str):
        found = "missing" if "text" not in record else f"{text!r:.40}, not a string"
        raise ReadError(where, f"text is {found}", f"write {FORM}")
    return text


def _string(record: dict[str, Any], field: str, where: str) -> str | None:
    value = record.get(field)
    if value is None or isinstance(value, str):
        return value or None
    raise ReadError(where, f"{field} is {value!r:.40}, not a string", f"write {field} as a string, or null")


def _day(value: str, where: str) -> dt.date:
    try:
        return dt.datetime.fromisoformat(value.strip()).date()
    except ValueError as error:
        raise ReadError(
            where, f"published is {value!r:.40}", "write the day as YYYY-MM-DD, or null"
        ) from error
