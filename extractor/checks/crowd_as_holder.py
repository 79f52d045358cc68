"""Some, others, experts and analysts hold no position (ruling 26): there is nothing to mend."""

from __future__ import annotations

import functools
import re

from extractor.checks.case import Case
from extractor.checks.check import Check
from extractor.checks.plain import bare, plain_name
from extractor.checks.wordlists import alternatives, merged

__all__ = ["CHECK"]


def _find(case: Case) -> str | None:
    position = case.position
    if position is None or position.speaker or not _is_crowd(position.holder):
        return None
    return f"holder {position.holder!r} is an unnamed crowd, which holds no position; drop the record"


@functools.lru_cache(maxsize=8192)
def _is_crowd(name: str) -> bool:
    return _crowd().fullmatch(bare(plain_name(name))) is not None


@functools.cache
def _crowd() -> re.Pattern[str]:
    adjectives = alternatives(merged("names", "crowd_adjectives"))
    return re.compile(rf"(?:(?:{adjectives})\s*)*(?:{alternatives(merged('names', 'crowds'))})")


CHECK = Check(
    "crowd_as_holder",
    "reject",
    "The holder is no unnamed crowd: some, others, experts, analysts, observers, commentators, economists.",
    _find,
)
