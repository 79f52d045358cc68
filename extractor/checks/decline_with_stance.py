"""Who refuses to comment has taken no side."""

from __future__ import annotations

from extractor.checks.case import Case
from extractor.checks.check import Check

__all__ = ["CHECK"]


def _find(case: Case) -> str | None:
    position = case.position
    if position is None or position.speech_act != "decline" or position.stance == "uncommitted":
        return None
    return (
        f"speech_act 'decline' with stance {position.stance!r}: who refuses to comment is 'uncommitted'; who "
        "refuses a request states ('state') that it opposes it"
    )


CHECK = Check(
    "decline_with_stance",
    "flag",
    "Speech act decline (refuses to comment) stands with stance uncommitted.",
    _find,
)
