"""What the gate says of a text."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Found", "GateVerdict"]


@dataclass(frozen=True, slots=True)
class Found:
    """A word that spoke for a record or against: ``text[start:end]``, and what it was taken for."""

    evidence: str
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class GateVerdict:
    """Whether a text may hold a record.

    ``score`` is the probability that it holds one, where one article in two does; None when the text was
    not judged (another language, too short), which passes. ``found`` are the words that weighed most.
    """

    passes: bool
    score: float | None
    threshold: float
    reason: str
    found: tuple[Found, ...] = ()
