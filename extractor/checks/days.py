"""The days that a record's date words mean."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from extractor.checks.case import Case
from extractor.knowledge import dates

__all__ = ["days_of"]

Days = tuple[dt.date | None, dt.date | None]


def days_of(case: Case) -> Days:
    """First and last day of the record's date, as far as they can be told from the article."""
    words = case.record.date
    if not words or not words.strip() or case.reading.article.published is None:
        return None, None
    return _days(words, case.reading.article.published, case.reading.article.language)


@lru_cache(maxsize=4096)
def _days(words: str, published: dt.date, language: str | None) -> Days:
    return dates.resolve(words, published, language)
