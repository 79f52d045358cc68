"""An engine whose answers a test writes: the one seam to the outside, doubled."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.engines.engine import Answer, EngineCard, Failure, Question, Receipt, Usage
from extractor.errors import EngineError
from extractor.schemas.draft import Draft

__all__ = ["ScriptedEngine", "answering"]

ONE_CALL = Usage(calls=1, tokens_in=100, tokens_cached=40, tokens_out=10)


class ScriptedEngine:
    """Gives its answers one after the other, first or follow-up; raises those that are errors."""

    def __init__(
        self,
        *answers: Draft | Answer | EngineError | None,
        window: int | None = None,
        examples: tuple[str, ...] = (),
    ) -> None:
        self._answers = list(answers)
        self.window = window
        self.examples = examples
        self.questions: list[Question] = []
        self.failures: list[Sequence[Failure]] = []
        self.closed = False

    @property
    def card(self) -> EngineCard:
        return EngineCard("scripted", "script-1", prompt="p", fingerprint="f")

    async def propose(self, question: Question) -> Answer:
        self.questions.append(question)
        answer = self._next()
        assert answer is not None
        return answer

    async def mend(self, question: Question, answer: Answer, failures: Sequence[Failure]) -> Answer | None:
        self.failures.append(failures)
        return self._next()

    async def close(self) -> None:
        self.closed = True

    def _next(self) -> Answer | None:
        answer = self._answers.pop(0) if self._answers else None
        if isinstance(answer, EngineError):
            raise answer
        return Answer(answer, Receipt("script-1", ONE_CALL)) if isinstance(answer, Draft) else answer


def answering(*records: object, **more: object) -> Draft:
    """A draft of these records."""
    from tests.factories import draft

    return Draft.model_validate(draft(*records, **more))  # type: ignore[arg-type]
