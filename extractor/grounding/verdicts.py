"""The two answers to "where does this quote stand?": here, or nowhere because."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extractor.schemas.values import Evidence

__all__ = ["Check", "Located", "NotLocated"]

Check = Literal[
    "quote_empty", "quote_not_in_article", "quote_differs", "quote_stitched", "quote_from_example"
]


@dataclass(frozen=True, slots=True)
class Located:
    """Where a quote stands. ``note`` says what was corrected on the way, if anything."""

    evidence: Evidence
    sentence: int
    note: str | None = None


@dataclass(frozen=True, slots=True)
class NotLocated:
    """Why a quote was not found: the name of the check, and words that the engine can act on."""

    check: Check
    reason: str
