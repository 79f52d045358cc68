"""Finds the parts of a draft in whatever text a model gave: prose, fences, wrappers, damaged or cut JSON."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

__all__ = ["Damaged", "Pieces", "encodable", "found_in", "last_block"]

_TRIES: Final = 400  # failed starts before giving up; keeps hostile text from costing quadratic time
_DEPTH: Final = 24  # a draft nests 4 deep
_DAMAGED: Final = 20  # tries that a damaged record counts for: few are worth going on after
_WRAPPED: Final = 4  # wrappers around a draft
_KEPT: Final = 2_000  # characters kept of a damaged record
_LISTS: Final = ("actors", "events", "positions")
_MARKS: Final = {"actors": ("name", "kind"), "events": ("action", "stage"), "positions": ("holder", "stance")}
_START: Final = re.compile(r"[{\[]")
_BLOCK: Final = re.compile(r"```[ \t]*\w*[ \t]*\n(.*?)(?:\n[ \t]*```|\Z)", re.DOTALL)
_OPENED: Final = re.compile(r'(?<!\\)"(actors|events|positions)"\s*:\s*\[')
_CLOSED: Final = re.compile(r"\}\s*\]\s*\}[\s`]*\Z")
_GAP: Final = re.compile(r"[\s,]*")


@dataclass(frozen=True, slots=True)
class Damaged:
    """A record that is no JSON: its words, shortened, and what is wrong with them."""

    text: str
    reason: str


@dataclass
class Pieces:
    """The raw records of a draft, as JSON values; what stood beside them; whether the text breaks off."""

    actors: list[Any] = field(default_factory=list)
    events: list[Any] = field(default_factory=list)
    positions: list[Any] = field(default_factory=list)
    left_out: list[tuple[str, Any, str]] = field(default_factory=list)
    cut: bool = False
    tries: int = field(default=_TRIES, repr=False)

    def of(self, name: str) -> list[Any]:
        """The list called ``name``."""
        records: list[Any] = getattr(self, name)
        return records


def last_block(text: str) -> str | None:
    """What stands in the last fenced block, closed or not."""
    blocks = _BLOCK.findall(text) if "```" in text else ()
    return blocks[-1].strip() if blocks else None


def found_in(text: str) -> Pieces | None:
    """The parts of the last draft in ``text``; None when nothing looks like one."""
    text = encodable(text)
    loose = _OPENED.search(text) is None  # else a record by itself is part of a draft that is damaged
    found = [pieces for value in _values(text) if (pieces := _draft_in(value, loose=loose)) is not None]
    return found[-1] if found else _opened(text)


def _values(text: str) -> Iterator[Any]:
    """The JSON objects and lists in ``text``, the outermost of each that can be read."""
    at = failed = 0
    while failed < _TRIES and (start := _START.search(text, at)):
        value, end = _decoded(text, start.start())
        if end is None:
            failed, at = failed + 1, start.end()
        else:
            yield value
            at = end


def _decoded(text: str, at: int) -> tuple[Any, int | None]:
    """The JSON value that starts at ``at`` and where it ends; None for the end when it is none."""
    try:
        value, end = _DECODER.raw_decode(text, at)
        return _plain(value, 0), end
    except (ValueError, RecursionError):
        return None, None


def _draft_in(value: Any, *, loose: bool, depth: int = 0) -> Pieces | None:
    """The draft that ``value`` is or wraps; with ``loose`` also records without the lists around them."""
    if isinstance(value, str) and value.startswith(("{", "[")):
        value = _decoded(value, 0)[0]
    if isinstance(value, dict) and any(isinstance(value.get(name), list) for name in _LISTS):
        return _from_draft(value)
    items = [value] if _named(value) else value
    if loose and isinstance(items, list) and any(_named(one) in ("events", "positions") for one in items):
        return _from_records(items)
    if depth == _WRAPPED or not isinstance(value, dict | list):
        return None
    inner = list(value.values()) if isinstance(value, dict) else value
    found = [one for item in inner if (one := _draft_in(item, loose=loose, depth=depth + 1)) is not None]
    if isinstance(value, list) and len(found) > 1:  # several calls of the tool, each with a part
        return _joined(found)
    return found[-1] if found else None


def _joined(parts: list[Pieces]) -> Pieces:
    whole = Pieces(left_out=[one for part in parts for one in part.left_out])
    for name in _LISTS:
        whole.of(name).extend(item for part in parts for item in part.of(name))
    return whole


def _from_draft(value: dict[str, Any]) -> Pieces:
    pieces = Pieces()
    for key, given in value.items():
        if key in _LISTS and isinstance(given, list):
            pieces.of(key).extend(given)
        elif key in _LISTS and isinstance(given, dict) and all(_is_of(key, one) for one in given.values()):
            pieces.of(key).extend(given.values())
        elif key in _LISTS and given is not None:
            pieces.of(key).append(given)
        elif given is not None:
            pieces.left_out.append((key, given, "no such list in the schema"))
    return pieces


def _from_records(values: list[Any]) -> Pieces:
    pieces = Pieces()
    for number, value in enumerate(values):
        if name := _named(value):
            pieces.of(name).append(value)
        else:
            pieces.left_out.append((str(number), value, "neither actor nor event nor position"))
    return pieces


def _named(value: Any) -> str | None:
    """The list of the draft that ``value`` belongs to by its keys."""
    return next((name for name in ("events", "positions", "actors") if _is_of(name, value)), None)


def _is_of(name: str, value: Any) -> bool:
    """Whether ``value`` has what every record of that list says in one word (a schema's are objects)."""
    said = [isinstance(value, dict) and isinstance(value.get(mark), str) for mark in _MARKS[name]]
    return all(said) if name == "actors" else any(said)


def _opened(text: str) -> Pieces | None:
    """The records that stand whole in a draft that is damaged or breaks off; None when there are none."""
    pieces, at, seen = Pieces(), 0, set()
    while opened := _OPENED.search(text, at):
        name = opened.group(1)
        seen.add(name)
        at, pieces.cut = _read_list(text, opened.end(), name, pieces)
    if not pieces.cut and seen != set(_LISTS):
        pieces.cut = "}" not in text[at:]
    whole = any(pieces.of(name) for name in _LISTS)
    return pieces if whole or (seen and not pieces.cut) else None


def _read_list(text: str, at: int, name: str, pieces: Pieces) -> tuple[int, bool]:
    """Takes the items of a list from ``at`` on; where it ended, and whether the text broke off in it."""
    items = pieces.of(name)
    while (at := _after_gap(text, at)) < len(text):
        if text[at] == "]" or _OPENED.match(text, at):
            return at + (text[at] == "]"), False
        value, end = _decoded(text, at)
        if end is not None:
            items.append(value)
            at = end
            continue
        pieces.tries -= _DAMAGED
        after = _resumed(text, at + 1, name, pieces)
        words = text[at:after].strip().rstrip(",")
        # What looks like the end may stand in a string that the end of the text cut off.
        ended = _CLOSED.search(text, max(at, len(text) - 200)) is not None
        closed = ended and not (after is None and "Unterminated string" in _why(words))
        if (after is not None or closed) and any(map(str.isalnum, words)):
            items.append(Damaged(words[:_KEPT], _why(words)))
        if after is None:
            return len(text), not closed
        at = after
    return at, True


def _resumed(text: str, at: int, name: str, pieces: Pieces) -> int | None:
    """Where the next whole record of the list, or the next list, begins after a damaged record."""
    opened = _OPENED.search(text, at)
    end = opened.start() if opened else len(text)
    while pieces.tries > 0 and (at := text.find("{", at, end)) >= 0:
        if _is_of(name, _decoded(text, at)[0]):
            return at
        pieces.tries -= 1
        at += 1
    return opened.start() if opened and pieces.tries > 0 else None


def _after_gap(text: str, at: int) -> int:
    gap = _GAP.match(text, at)
    return gap.end() if gap else at


def _why(words: str) -> str:
    try:
        _DECODER.raw_decode(words)
    except (ValueError, RecursionError) as error:
        return f"not JSON: {error}"
    return f"nested deeper than {_DEPTH}"


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object; lists under a key that comes twice are joined, so that no record is lost."""
    made: dict[str, Any] = {}
    for key, value in pairs:
        before = made.get(key)
        made[key] = [*before, *value] if isinstance(before, list) and isinstance(value, list) else value
    return made


def _whole_number(digits: str) -> int | str:
    return int(digits) if len(digits) < 19 else digits


def _fraction(digits: str) -> float | str:
    number = float(digits)
    return number if math.isfinite(number) else digits


def _plain(value: Any, depth: int) -> Any:
    """``value`` with text that can be encoded; raises ValueError where it nests too deep."""
    if depth > _DEPTH:
        raise ValueError
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, dict):
        return {encodable(key): _plain(one, depth + 1) for key, one in value.items()}
    return [_plain(one, depth + 1) for one in value] if isinstance(value, list) else value


def encodable(text: str) -> str:
    """``text`` with U+FFFD for halves of surrogate pairs, which no file or socket takes."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


# Control characters inside strings are taken as they are; numbers that JSON cannot hold are kept as text.
_DECODER: Final = json.JSONDecoder(
    object_pairs_hook=_pairs,
    parse_constant=str,
    parse_int=_whole_number,
    parse_float=_fraction,
    strict=False,
)
