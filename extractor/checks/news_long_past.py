"""What happened long before publication is seldom the article's news."""

from __future__ import annotations

import datetime as dt

from extractor.checks.case import Case
from extractor.checks.check import Check
from extractor.checks.days import days_of

__all__ = ["CHECK"]

_LONG = dt.timedelta(days=92)


def _find(case: Case) -> str | None:
    event, published = case.event, case.reading.article.published
    if event is None or event.is_background or published is None:
        return None
    _, last = days_of(case)
    if last is None or last >= published - _LONG:
        return None
    return (
        f"is_background false, but date {event.date!r} ends on {last}, more than {_LONG.days} days before "
        f"publication ({published})"
    )


CHECK = Check(
    "news_long_past",
    "flag",
    f"An event told as the news is dated within {_LONG.days} days before publication.",
    _find,
)
