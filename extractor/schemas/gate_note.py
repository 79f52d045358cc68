"""What a result says of the gate."""

from __future__ import annotations

from pydantic import Field

from extractor.schemas.values import Record

__all__ = ["GateNote", "GateWord"]


class GateWord(Record):
    """A word that the gate went by: ``text[start:end]`` of the cleaned article."""

    evidence: str = Field(description="What the word was taken for.")
    words: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class GateNote(Record):
    """What the gate said of the article before any engine was asked."""

    passes: bool = Field(description="false: no engine was asked, and the status is left_out.")
    score: float | None = Field(
        description="Probability of a record, where one article in two holds one; null when not judged."
    )
    threshold: float = Field(description="Score from which an article passes.")
    reason: str
    found: tuple[GateWord, ...] = ()
