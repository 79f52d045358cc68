"""A conditional stance hangs on something: without it the record says nothing."""

from __future__ import annotations

from extractor.checks.case import Case
from extractor.checks.check import Check

__all__ = ["CHECK"]


def _find(case: Case) -> str | None:
    position = case.position
    if position is None or position.stance != "conditional":
        return None
    if position.condition and position.condition.strip():
        return None
    return (
        "stance 'conditional' without a condition: copy the condition in the article's words, or give the "
        "stance that is held without one"
    )


CHECK = Check("conditional_without_condition", "repair", "A conditional stance states its condition.", _find)
