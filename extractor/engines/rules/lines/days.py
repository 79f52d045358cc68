"""Words for days and periods in a line, as words of the line."""

from __future__ import annotations

import datetime as dt
import functools
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import Final

from extractor.engines.rules.lines.line import Line
from extractor.knowledge import dates

__all__ = ["Day", "days_of"]

_SEEN_FROM: Final = dt.date(2024, 7, 10)  # any day: only how long a period is and which side is open count
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_SINCE: Final = frozenset({"since", "desde", "depuis", "dès", "seit"})
_CLAUSE: Final = 14  # words from "since" to the day that its clause ends with
_MARKS: Final = frozenset({",", ";", ":", "(", ")", "“", "”", "«", "»", '"'})


@dataclass(frozen=True, slots=True)
class Day:
    """Words ``start`` up to ``after``; ``exact`` for a single day.

    ``until`` and ``since`` leave the beginning or the end open; ``year`` is the year when it is printed.
    """

    start: int
    after: int
    exact: bool
    until: bool = False
    since: bool = False
    year: int | None = None


def days_of(line: Line) -> list[Day]:
    """Every day or period told in ``line``, in order; all of them mean days that can be settled."""
    found: list[Day] = []
    for start, end in _spans(line.text, line.language):
        first = bisect_right(line.starts, start) - 1
        after = bisect_left(line.starts, end)
        told = _told(line.text[start:end], line.language)
        if told is not None and first >= 0:
            found.append(_with_since(line, replace(told, start=first, after=after), found))
    return found


@functools.lru_cache(maxsize=256)
def _spans(text: str, language: str) -> tuple[tuple[int, int], ...]:
    return tuple(dates.find(text, language))


@functools.lru_cache(maxsize=1024)
def _told(words: str, language: str) -> Day | None:
    start, end = dates.resolve(words, _SEEN_FROM, language)
    if start is None and end is None:
        return None
    years = _YEAR.findall(words)
    return Day(0, 0, start == end, start is None, end is None, int(years[-1]) if years else None)


def _with_since(line: Line, day: Day, earlier: list[Day]) -> Day:
    """ "since Russia invaded Ukraine in 2022": the clause dates the act, from its day on."""
    if day.since or day.until:
        return day
    low = max(earlier[-1].after if earlier else 0, day.start - _CLAUSE)
    for index in range(day.start - 1, low - 1, -1):
        word = line.words[index]
        if word in _MARKS:
            break
        if word in _SINCE:
            return replace(day, start=index, exact=False, since=True)
    return day
