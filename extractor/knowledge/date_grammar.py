"""What a line of date marks means, seen from a publication date. See ``date_words`` for the marks."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

__all__ = ["Span", "View", "read_span"]

Span = tuple[dt.date | None, dt.date | None]
_Days = tuple[dt.date, dt.date]
_Found = _Days | bool
_YearMaker = Callable[[int], _Days | None]
_NOWHERE: Final[Span] = (None, None)
_ONE_DAY: Final = dt.timedelta(days=1)
_UNIT: Final = "day|week|weekend|month|quarter|half|year"


@dataclass(frozen=True, slots=True)
class View:
    """From when, and which way, one looks: a weekday or a date without a year is the nearest that way."""

    published: dt.date | None
    future: bool = False


def read_span(line: str, view: View) -> Span | None:
    """First and last day of ``line``; (None, None) when it names days that cannot be settled.

    Such are days beyond the first or last year of the calendar. None when the line is no date expression.
    """
    try:
        return _span(line, view)
    except (ValueError, OverflowError):
        return _NOWHERE


def _span(line: str, view: View) -> Span | None:
    line = " ".join(mark for mark in line.split() if mark != "in")
    if line == "D?":
        return _NOWHERE
    opened = re.fullmatch(r"(since|from|until|of) (.+)", line)
    if opened and opened[1] == "of":  # "vom 3. bis 5. März", but "die Liste vom März"
        return _settled(_range(opened[2], view, opened=True) or _point(opened[2], view))
    if opened and (days := _range(opened[2], view, opened=True) if opened[1] != "until" else None):
        return _settled(days)
    if opened:
        ahead = opened[1] == "until"
        found = _point(opened[2], replace(view, future=view.future or ahead))
        if not isinstance(found, tuple):
            return _settled(found)
        return (None, found[1]) if ahead else (found[0], None)
    return _settled(_range(line, view) or _point(line, view))


def _settled(found: _Found) -> Span | None:
    if isinstance(found, tuple):
        return found
    return _NOWHERE if found else None


# A reader below returns the days; True when the words name days but the view cannot settle them (no
# publication date, no such day); False when they are no date expression.


def _range(line: str, view: View, *, opened: bool = False) -> _Found:
    """An interval. "Thursday and Friday" is one, "Tuesday and Friday" is not, "between" them is."""
    for joint in re.finditer(r" (to|until|and) ", line):
        first, last = line[: joint.start()], line[joint.end() :]
        first, last = _completed(first, last)
        made = _between(first, last, view, touching=joint[1] == "and" and not opened)
        if made is not False:
            return made
    return False


def _completed(first: str, last: str) -> tuple[str, str]:
    """Lends what is said once: "1 to 5 March 2022", "March 1 to 5, 2022", "March to May 2022"."""
    month_after = re.fullmatch(r"\d{1,2} (M\d+(?: \d{4})?)", last)
    if month_after and re.fullmatch(r"\d{1,2}", first):
        return f"{first} {month_after[1]}", last
    month_before = re.fullmatch(r"(M\d+) \d{1,2}", first)
    day_after = re.fullmatch(r"\d{1,2}( \d{4})?", last)
    if month_before and day_after:
        return first + (day_after[1] or ""), f"{month_before[1]} {last}"
    return first, last


def _between(first: str, last: str, view: View, *, touching: bool) -> _Found:
    year = re.search(r"\b\d{4}$", last)
    if year and not re.search(r"\d{4}|D", first) and "M" in first:
        end = _point(last, view)
        start = _point(f"{first} {year[0]}", view)
        if isinstance(start, tuple) and isinstance(end, tuple) and start[0] > end[1]:
            start = _point(f"{first} {int(year[0]) - 1}", view)  # "November to February 2022"
    elif view.future or re.search(r"\d{4}$|D", first):
        start = _point(first, view)
        after = View(start[0], future=True) if isinstance(start, tuple) else view
        end = _point(last, after if _yearless(last) else view)
    else:
        end = _point(last, view)
        before = View(end[1]) if isinstance(end, tuple) else view
        start = _point(first, before if _yearless(first) else view)
    if start is False or end is False:
        return False
    if not (isinstance(start, tuple) and isinstance(end, tuple)):
        return True
    if touching and start[1] + _ONE_DAY != end[0]:
        return False
    return (start[0], end[1]) if start[0] <= end[1] else True


def _yearless(line: str) -> bool:
    return re.fullmatch(r"W\d|M\d+|\d{1,2} M\d+|M\d+ \d{1,2}", line) is not None


def _point(line: str, view: View) -> _Found:
    for reader in (_printed_day, _day_of_month, _month, _year, _weekday, _near_day, _unit, _count, _part):
        found = reader(line, view)
        if found is not False:
            return found
    return False


def _printed_day(line: str, _: View) -> _Found:
    match = re.fullmatch(r"(?:W\d )?D(\d{4}-\d\d-\d\d)", line)
    if match is None:
        return False
    day = dt.date.fromisoformat(match[1])
    return day, day


def _day_of_month(line: str, view: View) -> _Found:
    match = re.fullmatch(
        r"(?:W\d )?(?:(?P<d>\d{1,2}) M(?P<m>\d+)|M(?P<m2>\d+) (?P<d2>\d{1,2}))"
        r"(?: (?P<y>\d{4})| (?P<rel>last|this|next) year)?",
        line,
    )
    if match is None:
        return False
    day, month = int(match["d"] or match["d2"]), int(match["m"] or match["m2"])
    if not 1 <= day <= 31:
        return False
    year = _told_year(match["y"], match["rel"], view)
    if year is not None:
        return _one_day(year, month, day) or True
    return _nearest(lambda year: _one_day(year, month, day), view)


def _month(line: str, view: View) -> _Found:
    match = re.fullmatch(
        r"(?:(?P<before>last|this|next) )?M(?P<m>\d+)"
        r"(?: (?P<after>last|next)| (?P<y>\d{4})| (?P<rel>last|this|next) year)?",
        line,
    )
    if match is None:
        return False
    month, side = int(match["m"]), match["before"] or match["after"]
    year = _told_year(match["y"], match["rel"], view)
    if year is not None:
        return _whole_month(year, month)
    if side == "this" and view.published:
        return _whole_month(view.published.year, month)
    if side and view.published:
        beside = _whole_month(view.published.year, view.published.month)
        edge = beside[0] - _ONE_DAY if side == "last" else beside[1] + _ONE_DAY
        view = View(edge, future=side == "next")
    return _nearest(lambda year: _whole_month(year, month), view)


def _year(line: str, _: View) -> _Found:
    match = re.fullmatch(r"(\d{4})( decade)?", line)
    if match is None:
        return False
    year = int(match[1])
    return dt.date(year, 1, 1), dt.date(year + (9 if match[2] else 0), 12, 31)


def _weekday(line: str, view: View) -> _Found:
    match = re.fullmatch(
        r"(?:(?P<before>last|past|this|next) )?W(?P<w>\d)"
        r"(?: (?P<after>last|next)| (?P<week>last|this|next) week)?",
        line,
    )
    if match is None:
        return False
    if view.published is None:
        return True
    wanted, side = int(match["w"]), match["before"] or match["after"]
    if match["week"] or side == "this":
        monday = _shifted("week", _step(match["week"] or "this"), view.published)[0]
        day = monday + wanted * _ONE_DAY
    elif side == "next" or (view.future and side is None):
        start = view.published + (_ONE_DAY if side else dt.timedelta())
        day = start + ((wanted - start.weekday()) % 7) * _ONE_DAY
    else:
        start = view.published - (_ONE_DAY if side else dt.timedelta())
        day = start - ((start.weekday() - wanted) % 7) * _ONE_DAY
    return day, day


_NEAR: Final = {"before_yesterday": -2, "yesterday": -1, "today": 0, "tomorrow": 1, "after_tomorrow": 2}


def _near_day(line: str, view: View) -> _Found:
    line = re.sub(r"^W\d | W\d$", "", line)  # "yesterday, Sunday"
    if line not in _NEAR:
        return False
    if view.published is None:
        return True
    day = view.published + _NEAR[line] * _ONE_DAY
    return day, day


def _unit(line: str, view: View) -> _Found:
    match = re.fullmatch(
        rf"(?:(?P<edge>earlier|later) )?(?:(?P<side>last|past|this|next) )?"
        rf"(?P<unit>{_UNIT})(?: (?P<after>last|next))?",
        line,
    )
    if match is None or not (match["side"] or match["after"] or match["unit"] == "weekend"):
        return False
    if view.published is None:
        return True
    side = match["side"] or match["after"] or ("next" if view.future else "this")
    start, end = _shifted(match["unit"], _step(side), view.published)
    if match["unit"] == "weekend" and side == "this" and not view.future and start > view.published:
        start, end = start - 7 * _ONE_DAY, end - 7 * _ONE_DAY
    if match["edge"] == "later" and side == "this":
        return view.published, end  # "earlier this week" is the whole week
    return start, end


def _count(line: str, view: View) -> _Found:
    match = re.fullmatch(
        r"(?:(?P<n>\d{1,2}) (?P<u>day|week|month|quarter|year) (?P<way>ago|hence)"
        r"|(?P<way2>ago|hence) (?P<n2>\d{1,2}) (?P<u2>day|week|month|quarter|year)"
        r"|(?P<span>last|past|next) (?P<n3>\d{1,2}) (?P<u3>day|week|month|year)"
        r"|(?P<n4>\d{1,2}) (?P<span4>past|next) (?P<u4>day|week|month|year))",
        line,
    )
    if match is None:
        return False
    if view.published is None:
        return True
    count = int(match["n"] or match["n2"] or match["n3"] or match["n4"])
    unit = match["u"] or match["u2"] or match["u3"] or match["u4"]
    if way := match["way"] or match["way2"]:
        return _shifted(unit, -count if way == "ago" else count, view.published)
    if (match["span"] or match["span4"]) == "next":
        return view.published, _moved(unit, count, view.published)
    return _moved(unit, -count, view.published), view.published


def _part(line: str, view: View) -> _Found:
    match = re.fullmatch(
        r"(?P<n>[1-4]) (?P<u>quarter|half)(?: (?P<y>\d{4})| (?P<rel>last|this|next) year)?", line
    )
    if match is None:
        return False
    number, length = int(match["n"]), 3 if match["u"] == "quarter" else 6
    if number * length > 12:
        return False
    last = number * length
    year = _told_year(match["y"], match["rel"], view)
    if year is not None:
        return _months(year, last - length + 1, last)
    return _nearest(lambda year: _months(year, last - length + 1, last), view)


def _told_year(year: str | None, relative: str | None, view: View) -> int | None:
    if year:
        return int(year)
    return view.published.year + _step(relative) if relative and view.published else None


def _nearest(make: _YearMaker, view: View) -> _Found:
    """The last one begun on or before the publication date, or the first not ended before it."""
    if view.published is None:
        return True
    years = range(view.published.year - 8, view.published.year + 9)  # 8: from one 29 February to the next
    made = [days for year in years if (days := make(year)) is not None]
    if view.future:
        return next((days for days in made if days[1] >= view.published), True)
    return next((days for days in reversed(made) if days[0] <= view.published), True)


def _step(side: str) -> int:
    return {"last": -1, "past": -1, "this": 0, "next": 1}[side]


def _one_day(year: int, month: int, day: int) -> _Days | None:
    if day > calendar.monthrange(year, month)[1]:
        return None
    made = dt.date(year, month, day)
    return made, made


def _months(year: int, first: int, last: int) -> _Days:
    return dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1])


def _whole_month(year: int, month: int) -> _Days:
    return _months(year, month, month)


def _moved(unit: str, count: int, day: dt.date) -> dt.date:
    if unit in ("day", "week"):
        return day + count * (7 if unit == "week" else 1) * _ONE_DAY
    months = day.year * 12 + day.month - 1 + count * {"month": 1, "quarter": 3, "half": 6, "year": 12}[unit]
    year, month = divmod(months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _shifted(unit: str, count: int, day: dt.date) -> _Days:
    """The calendar unit (a week runs Monday to Sunday) that is ``count`` units from the one of ``day``."""
    if unit == "weekend":
        monday = _shifted("week", count, day)[0]
        return monday + 5 * _ONE_DAY, monday + 6 * _ONE_DAY
    day = _moved(unit, count, day)
    if unit == "week":
        monday = day - day.weekday() * _ONE_DAY
        return monday, monday + 6 * _ONE_DAY
    length = {"day": 0, "month": 1, "quarter": 3, "half": 6, "year": 12}[unit]
    if not length:
        return day, day
    first = (day.month - 1) // length * length + 1
    return _months(day.year, first, first + length - 1)
