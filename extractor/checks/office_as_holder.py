"""Who speaks in office speaks for the state or body (ruling 3): the person is the speaker."""

from __future__ import annotations

import functools
import re

from extractor.checks.case import Case
from extractor.checks.check import Check
from extractor.checks.plain import bare
from extractor.checks.wordlists import merged

__all__ = ["CHECK"]


def _find(case: Case) -> str | None:
    position = case.position
    if position is None or position.speaker:
        return None
    holder = case.reading.described(position.holder)
    if holder is None or holder.kind != "person" or not holder.role or not holder.country:
        return None
    role = bare(holder.role)
    if not _any_of("offices").search(role) or _any_of("no_offices").search(role):
        return None
    return (
        f"holder {position.holder!r} speaks as {holder.role!r}: the holder is then the state or body, "
        "the person the speaker"
    )


@functools.cache
def _any_of(table: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(merged('names', table)))})\b")


CHECK = Check(
    "office_as_holder",
    "flag",
    "The holder is no head of state or government, minister, ambassador or spokesperson in office: these "
    "speak for their state or body.",
    _find,
)
