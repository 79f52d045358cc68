"""Stages at which an act cannot be."""

from __future__ import annotations

from typing import Final

from extractor.checks.case import Case
from extractor.checks.check import Check

__all__ = ["CHECK"]

# lapse happens by itself: nobody makes it hang on the target's conduct or votes it down (that is maintain or
# extend). evade is nothing one tables, puts to a vote or threatens a target with. Every other pair occurs:
# an offer to lift "if" is threatened, a fine that a court refuses is enforce/rejected.
_IMPOSSIBLE: Final = {
    "lapse": {
        "threatened": "give 'committed' when they run out unless renewed",
        "rejected": "refusing to let them lapse is action 'maintain' or 'extend'",
    },
    "evade": {
        "proposed": "give 'considered' or 'committed' when the breach is still to come",
        "threatened": "give 'considered' or 'committed' when the breach is still to come",
        "rejected": "refusing to evade sanctions is no act; drop the record",
    },
}


def _find(case: Case) -> str | None:
    if case.event is None:
        return None
    remedy = _IMPOSSIBLE.get(case.event.action, {}).get(case.event.stage)
    if remedy is None:
        return None
    return f"stage {case.event.stage!r} is impossible for action {case.event.action!r}: {remedy}"


CHECK = Check(
    "stage_contradicts_action",
    "repair",
    "The act can be at its stage: lapse is never threatened or rejected; evade never proposed, threatened or "
    "rejected.",
    _find,
)
