"""To abstain, there must be something to vote on."""

from __future__ import annotations

from extractor.checks.case import Case
from extractor.checks.check import Check
from extractor.checks.cues import tells_of

__all__ = ["CHECK"]


def _find(case: Case) -> str | None:
    position = case.position
    if position is None or position.stance != "abstain" or tells_of(case.reading.text, "vote"):
        return None
    return (
        "stance 'abstain', but the article tells of no vote: outside a vote, taking no side is 'uncommitted'"
    )


CHECK = Check(
    "abstain_without_vote",
    "flag",
    "Where the stance is abstain, the article tells of a vote or an abstention.",
    _find,
)
