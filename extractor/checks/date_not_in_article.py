"""Words for days are copied, so they stand in the article."""

from __future__ import annotations

from extractor.checks.case import Case
from extractor.checks.check import Check

__all__ = ["CHECK"]


def _find(case: Case) -> str | None:
    fields = {"date": case.record.date, "in_force": case.event.in_force if case.event is not None else None}
    odd = [
        f"{field} {words!r}"
        for field, words in fields.items()
        if words and words.strip() and not case.reading.text.prints(words)
    ]
    if not odd:
        return None
    return (
        f"{', '.join(odd)}: these words do not stand in the article; copy its own words for the day as they "
        "stand, or give null when it says none"
    )


CHECK = Check(
    "date_not_in_article",
    "repair",
    "The words of date and in_force stand in the article, one after the other; case and punctuation aside.",
    _find,
)
