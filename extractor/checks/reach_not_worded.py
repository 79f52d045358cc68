"""Reach is secondary only where the text says so (ruling 17)."""

from __future__ import annotations

from extractor.checks.case import Case
from extractor.checks.check import Check
from extractor.checks.cues import tells_of

__all__ = ["CHECK"]


def _find(case: Case) -> str | None:
    event = case.event
    if event is None or event.reach != "secondary" or tells_of(case.reading.text, "reach"):
        return None
    return "reach 'secondary', but no words of the article tell of third parties: give 'primary'"


CHECK = Check(
    "reach_not_worded",
    "flag",
    "Where reach is secondary, the article speaks of secondary sanctions, third countries, foreign firms or "
    "those who deal with the target.",
    _find,
)
