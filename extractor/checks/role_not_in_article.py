"""An office comes from the article, not from what the model knows."""

from __future__ import annotations

from extractor.checks.case import Case
from extractor.checks.check import Check
from extractor.checks.mentions import find_mention

__all__ = ["CHECK"]


def _find(case: Case) -> str | None:
    odd = [
        f"actor {actor.name!r}, role {actor.role!r}"
        for actor in case.described
        if actor.role and actor.role.strip() and not _stands(case, actor.role)
    ]
    return f"{'; '.join(odd)}: the article has no such words" if odd else None


def _stands(case: Case, role: str) -> bool:
    return case.reading.text.prints(role) or find_mention(role, None, case.reading.text) is not None


CHECK = Check(
    "role_not_in_article",
    "flag",
    "At least half of the words of an actor's role stand together in the article.",
    _find,
)
