"""What is done cannot lie ahead of the day on which it is told."""

from __future__ import annotations

import datetime as dt

from extractor.checks.case import Case
from extractor.checks.check import Check
from extractor.checks.days import days_of

__all__ = ["CHECK"]

_SLACK = dt.timedelta(days=2)  # time zones, and pages dated before the text was updated


def _find(case: Case) -> str | None:
    event = case.event
    published = case.reading.article.published
    if event is None or published is None or event.stage not in ("adopted", "rejected"):
        return None
    first, _ = days_of(case)
    if first is None or first <= published + _SLACK:
        return None
    return (
        f"stage {event.stage!r}, but date {event.date!r} is {first}, after publication ({published}): give "
        "the day of the decision as date and the day of effect as in_force, or stage 'committed' when the "
        "act is still to come"
    )


CHECK = Check(
    "date_contradicts_stage",
    "repair",
    "An act that is adopted or rejected does not lie after the day of publication (two days of slack).",
    _find,
)
