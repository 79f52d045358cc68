"""What a check is, and what it finds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from extractor.checks.case import Case

__all__ = ["Check", "Finding", "Level"]

Level = Literal["reject", "repair", "flag"]
"""``reject``: cannot be mended, so the engine is not asked. ``repair``: asked again with the message, and
rejected when it still fails after the last try. ``flag``: published, with the finding on the record."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that a record's words must bear out.

    ``about`` says in one sentence what it proves. ``find`` gives None when all is well, else a message that
    names the field and its value and says what to do.
    """

    name: str
    level: Level
    about: str
    find: Callable[[Case], str | None]


@dataclass(frozen=True, slots=True)
class Finding:
    """A check that a record did not pass."""

    check: str
    level: Level
    message: str
