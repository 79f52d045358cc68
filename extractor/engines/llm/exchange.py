"""What one question has cost and what was answered, however often it had to be asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError, model_validator

from extractor.engines.engine import Receipt, Usage
from extractor.engines.llm.modes import Heard
from extractor.errors import EngineFailed
from extractor.schemas.draft import Draft
from extractor.schemas.extraction import Rejected

__all__ = ["Exchange", "WholeDraft"]


class WholeDraft(Draft):
    """What instructor asks for: a draft that says something, be it three empty lists."""

    @model_validator(mode="before")
    @classmethod
    def _not_empty(cls, given: Any) -> Any:
        if given == {}:
            raise ValueError("the object is empty: actors, events and positions are missing")
        return given


@dataclass
class Exchange:
    """What one question has cost so far, however often it had to be asked."""

    model: str
    usage: Usage = field(default_factory=Usage)
    last: Heard | None = None
    unusable: list[tuple[int, str, str]] = field(default_factory=list)  # attempt, answer, reason

    def hear(self, heard: Heard) -> None:
        """Takes down an answer."""
        self.last = heard
        if heard.saved is None:
            self.unusable.append((self.usage.calls, heard.text, _why(heard.text)))

    def receipt(self, *, repaired: bool) -> Receipt:
        """All of it; ``repaired`` says whether a usable answer came in the end."""
        return Receipt(
            self.model,
            self.usage,
            tuple(self._rejected(repaired=repaired)),
            self.last.habit.mode if self.last else None,
        )

    def _rejected(self, *, repaired: bool) -> Iterator[Rejected]:
        """Answers of which nothing could be saved, and what was left out of the last one."""
        for attempt, answer, reason in self.unusable:
            yield _rejection({"answer": answer}, reason, attempt, repaired=repaired)
        saved = self.last.saved if self.last else None
        if saved is not None and saved.notes:
            left_out = [{note.where: note.what} for note in saved.notes]
            reason = "; ".join(f"{note.where}: {note.reason}" for note in saved.notes)
            yield _rejection({"left_out": left_out}, reason, self.usage.calls, repaired=False)

    def failed(self) -> EngineFailed:
        """The error for a question that no answer could be used of."""
        reason = self.unusable[-1][2] if self.unusable else "nothing was answered"
        return EngineFailed(f"none of {len(self.unusable)} answers fits the schema; the last: {reason}")


def _rejection(record: dict[str, Any], reason: str, attempt: int, *, repaired: bool) -> Rejected:
    return Rejected(
        kind="answer", record=record, check="structure", reason=reason, attempt=attempt, repaired=repaired
    )


def _why(text: str) -> str:
    """What is wrong with an answer of which nothing could be saved."""
    try:
        WholeDraft.model_validate_json(text)
    except ValidationError as error:
        lines = (f"{'.'.join(map(str, one['loc']))}: {one['msg']}".lstrip(": ") for one in error.errors())
        return "; ".join(lines)
    return "no draft in it"
