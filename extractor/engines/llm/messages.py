"""What is said to a model: the messages of a first question, of a follow-up, and of asking anew."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.engines.engine import Answer, Failure, Question
from extractor.engines.llm.modes import Message
from extractor.prompts import FailedRecord, PromptSet

__all__ = ["Messages"]


class Messages:
    """A prompt set as messages. The static part comes first, the article last, so that prompt caches hit."""

    def __init__(self, prompts: PromptSet) -> None:
        self._prompts = prompts
        self._system: Message = {"role": "system", "content": prompts.system}

    def first(self, question: Question) -> list[Message]:
        """The first question about an article or a window of it."""
        asked = self._prompts.user(question.article, question.sentences, question.actors, question.found)
        return [self._system, {"role": "user", "content": asked}]

    def mend(self, question: Question, answer: Answer, failures: Sequence[Failure]) -> list[Message]:
        """The follow-up for the failed records alone, in the same conversation."""
        failed = [FailedRecord(one.kind, one.record, one.reason, one.cited) for one in failures]
        asked = self._prompts.mend(question.article, failed, cut=answer.cut)
        return [*answer.conversation, {"role": "user", "content": asked}]

    def again(self, messages: Sequence[Message], said: str, why: str) -> list[Message]:
        """The question once more after an answer of which nothing could be used."""
        asked = (
            f"That answer cannot be read: {why}\nAnswer once more, with one JSON object that fits the schema."
        )
        return [*messages, {"role": "assistant", "content": said}, {"role": "user", "content": asked}]
