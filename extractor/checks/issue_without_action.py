"""Whether a position is for pressure or relief cannot be told without the act that is argued about."""

from __future__ import annotations

from extractor.checks.case import Case
from extractor.checks.check import Check

__all__ = ["CHECK"]


def _find(case: Case) -> str | None:
    position = case.position
    if position is None or position.issue_kind != "sanctions" or position.issue_action is not None:
        return None
    return (
        f"issue_kind 'sanctions' without issue_action (label {position.issue_label!r}): give the act that is "
        "argued about; sanctions in general are 'maintain' when they stand and 'impose' when they do not"
    )


CHECK = Check("issue_without_action", "repair", "An issue of kind sanctions has its action.", _find)
