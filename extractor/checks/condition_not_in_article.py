"""A condition is given in the article's own words."""

from __future__ import annotations

from extractor.checks.case import Case
from extractor.checks.check import Check

__all__ = ["CHECK"]


def _find(case: Case) -> str | None:
    position = case.position
    if position is None or not position.condition or not position.condition.strip():
        return None
    if case.reading.text.prints(position.condition):
        return None
    return (
        f"condition {position.condition!r} does not stand in the article: copy the words of the condition as "
        "they stand, without an ellipsis, or give null when none is stated"
    )


CHECK = Check(
    "condition_not_in_article",
    "repair",
    "The condition's words stand in the article, one after the other; case and punctuation aside.",
    _find,
)
