"""Words for days and periods in a line, and which of them dates an act."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from extractor.engines.rules.line import Line

__all__ = ["Day", "days_of", "nearest_day"]

_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_NUMBER: Final = re.compile(r"\d{1,2}(?:st|nd|rd|th|er|º)?")
_UNTIL: Final = frozenset({"until", "till", "through", "hasta", "jusqu'", "jusqu'au", "bis"})
_RELATIVE: Final = ("last", "next", "this", "late", "early", "earlier", "later")
_PERIODS: Final = ("week", "month", "year", "weekend", "summer", "winter", "spring", "autumn")


@dataclass(frozen=True, slots=True)
class Day:
    """Words ``start`` up to ``after``; ``exact`` for a single day, ``until`` after "until"."""

    start: int
    after: int
    exact: bool
    until: bool = False
    since: bool = False
    year: int | None = None


def days_of(line: Line) -> list[Day]:
    """Every day or period told in ``line``, in order."""
    return list(_days(line))


def _days(line: Line) -> Iterator[Day]:
    index = 0
    while index < len(line.words):
        found = _calendar(line, index) or _relative(line, index) or _year(line, index)
        if found is None:
            index += 1
            continue
        yield found
        index = found.after


def _day(line: Line, start: int, after: int, *, exact: bool, year: int | None = None) -> Day:
    before = line.words[start - 1] if start else ""
    return Day(start, after, exact, before in _UNTIL, before in ("since", "desde", "depuis", "seit"), year)


def _calendar(line: Line, index: int) -> Day | None:
    """ "March 5, 2014", "5 March", "March 2014", "5 de marzo de 2014", "Tuesday"."""
    value = line.value(index, "day")
    if value in ("weekday", "near") and line.raw[index][0].isalpha():
        if line.language == "en" and line.raw[index][0].islower() and value == "weekday":
            return None
        if line.words[index] == "morgen" or line.words[index] == "mañana":
            return None
        start = index - 1 if index and line.words[index - 1] in ("last", "next", "this") else index
        return _day(line, start, index + 1, exact=True)
    if value != "month" or (line.language == "en" and line.raw[index][0].islower()):
        return None
    return _month(line, index)


def _month(line: Line, index: int) -> Day | None:
    words = line.words
    start, after, exact = index, index + 1, False
    back = index - 1
    if back > 0 and words[back] in ("de", "."):
        back -= 1
    if back >= 0 and _NUMBER.fullmatch(words[back]):
        start, exact = back, True
    elif index and words[index - 1] in ("last", "late", "early", "mid"):
        start = index - 1
    if after < len(words) and not exact and _NUMBER.fullmatch(words[after]):
        after, exact = after + 1, True
    year_at = after + 1 if after < len(words) and words[after] in (",", "de", "of", "del") else after
    if year_at < len(words) and _YEAR.fullmatch(words[year_at]):
        return _day(line, start, year_at + 1, exact=exact, year=int(words[year_at]))
    if (
        words[index] in ("may", "march", "mars", "mai")
        and not exact
        and words[index - 1 : index] not in (["in"], ["since"], ["last"], ["until"], ["en"], ["im"])
    ):
        return None
    return _day(line, start, after, exact=exact)


def _relative(line: Line, index: int) -> Day | None:
    words = line.words
    if words[index] in _RELATIVE and index + 1 < len(words) and words[index + 1] in _PERIODS:
        start = index - 1 if index and words[index - 1] in ("earlier", "later") else index
        return _day(line, start, index + 2, exact=False)
    return None


def _year(line: Line, index: int) -> Day | None:
    if (
        _YEAR.fullmatch(line.words[index])
        and index
        and line.words[index - 1]
        in ("in", "since", "en", "desde", "depuis", "seit", "im", "of", "late", "early", "until")
    ):
        return _day(line, index, index + 1, exact=False, year=int(line.words[index]))
    return None


def nearest_day(days: list[Day], word: int, barriers: list[int]) -> Day | None:
    """The day nearest to ``word`` with none of ``barriers`` (words of other clauses' verbs) between."""
    best: tuple[int, Day] | None = None
    for day in days:
        low, high = (word, day.start) if day.start > word else (day.after, word)
        if any(low < barrier < high for barrier in barriers):
            continue
        distance = high - low
        if best is None or distance < best[0]:
            best = distance, day
    return best[1] if best is not None and best[0] <= 18 else None
