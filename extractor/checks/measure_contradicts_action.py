"""A penalty is for breach: it belongs to enforcement."""

from __future__ import annotations

from extractor.checks.case import Case
from extractor.checks.check import Check

__all__ = ["CHECK"]


def _find(case: Case) -> str | None:
    if case.event is None or "penalty" not in case.event.measures or case.event.action == "enforce":
        return None
    return (
        f"measure 'penalty' belongs to action 'enforce', not {case.event.action!r}: give action 'enforce' "
        "when a breach is punished, else leave 'penalty' out"
    )


CHECK = Check(
    "measure_contradicts_action", "repair", "Measure penalty stands with action enforce only.", _find
)
