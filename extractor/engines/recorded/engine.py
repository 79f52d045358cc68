"""The engine that finds its answers in a file: everything else is as with a live endpoint."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from extractor.engines.engine import Answer, EngineCard, Failure, Question
from extractor.engines.llm.client import stored_completion, take
from extractor.engines.llm.exchange import Exchange
from extractor.engines.llm.messages import Messages
from extractor.engines.llm.modes import Habit, Message
from extractor.engines.recorded.answers import Answers, Line
from extractor.engines.recorded.ids import RequestId, request_id
from extractor.errors import EngineError, EngineFailed, EngineUnusable
from extractor.prompts import PromptSet

__all__ = ["NotAnswered", "RecordedEngine"]


class NotAnswered(EngineFailed):
    """The file holds no answer to this request."""


class RecordedEngine:
    """Answers requests by their ids. The n-th time that it is asked the same, it gives the n-th sample.

    Args:
        answers: what the files hold.
        prompts: the prompt set that was used for them.
        window: characters of an article in one question, as when the requests were made.
        tries: answers to one question at most, where nothing can be saved of the first.
        label: what provenance calls the source of the answers.
        strict: whether an article without any answer ends the run, with what has changed; otherwise it fails
            alone (a batch may lack some).

    Attributes:
        waiting: requests that are not in the files, with their messages: what a further batch would ask.
        used: requests whose answers were given.
    """

    def __init__(
        self, answers: Answers, prompts: PromptSet, window: int, *, tries: int, label: str, strict: bool
    ) -> None:
        self.waiting: dict[RequestId, list[Message]] = {}
        self.used: set[RequestId] = set()
        self._answers: Final = answers
        self._prompts: Final = prompts
        self._messages: Final = Messages(prompts)
        self._window: Final = window
        self._tries: Final = tries
        self._label: Final = label
        self._strict: Final = strict
        self._asked: Counter[RequestId] = Counter()

    @property
    def window(self) -> int:
        """Characters of an article that one question may hold."""
        return self._window

    @cached_property
    def examples(self) -> tuple[str, ...]:
        """Texts of the worked examples in the prompt."""
        return tuple(example.text for example in self._prompts.examples)

    @cached_property
    def card(self) -> EngineCard:
        """Which answers of which model, for provenance."""
        return EngineCard(
            engine="recorded",
            model=self._model,
            endpoint=self._label,
            prompt=self._prompts.id,
            fingerprint=self._prompts.fingerprint,
        )

    @cached_property
    def _model(self) -> str:
        bodies = (line.body for line in self._answers.by_id.values() if line.body is not None)
        return next((str(body["model"]) for body in bodies if body.get("model")), "unknown")

    async def propose(self, question: Question) -> Answer:
        """The recorded draft. Raises EngineUnusable for a stale recording when strict."""
        return self._answer(question, self._messages.first(question), follow_up=False)

    async def mend(self, question: Question, answer: Answer, failures: Sequence[Failure]) -> Answer:
        """The recorded answer to the follow-up. Raises NotAnswered when there is none."""
        return self._answer(question, self._messages.mend(question, answer, failures), follow_up=True)

    async def close(self) -> None:
        """Nothing is held."""

    def _answer(self, question: Question, messages: list[Message], *, follow_up: bool) -> Answer:
        exchange = Exchange(self._model)
        try:
            while True:
                line = self._line(question, messages, follow_up=follow_up)
                completion = stored_completion(line.body) if line.body is not None else None
                if completion is None:
                    raise EngineFailed(line.error or f"{line.place}: its body is no chat completion")
                heard = take(completion, exchange, Habit())
                if heard.saved is not None:
                    break
                if exchange.usage.calls >= self._tries:
                    raise exchange.failed()
                messages = self._messages.again(messages, heard.text, exchange.unusable[-1][2])
                follow_up = True
        except EngineError as error:
            error.receipt = exchange.receipt(repaired=False)
            raise
        conversation = (*messages, {"role": "assistant", "content": heard.text})
        saved = heard.saved
        return Answer(saved.draft, exchange.receipt(repaired=True), saved.broken, saved.cut, conversation)

    def _line(self, question: Question, messages: list[Message], *, follow_up: bool) -> Line:
        first = request_id(question.article.id, self._prompts.fingerprint, messages, 1)
        wanted = first._replace(sample=self._asked[first] + 1)
        line = self._answers.by_id.get(wanted)
        if line is not None:
            self.used.add(wanted)
            # An answer that failed is not used up: asked once more, the file says the same.
            self._asked[first] += line.body is not None
            return line
        self.waiting[wanted] = messages
        if self._strict and not follow_up:
            raise EngineUnusable(
                f"{question.article.source}: {self._label} is stale: {self._changed(wanted)}"
            )
        raise NotAnswered("there is no answer yet to this question" if not follow_up else "not yet answered")

    def _changed(self, wanted: RequestId) -> str:
        """What differs from the recorded requests for the article."""
        known = [one for one in self._answers.by_id if one.article == wanted.article]
        if not known:
            return f"it holds no answer for article {wanted.article} (a changed text is another article)"
        prompts = sorted({one.prompt for one in known})
        if wanted.prompt not in prompts:
            return f"stale: the prompt set has fingerprint {wanted.prompt}, recorded was {prompts[0]}"
        if any(one.messages == wanted.messages for one in known):
            return f"it holds fewer than {wanted.sample} samples of this question"
        return "stale: title, publication date, languages or window differ from what was asked"
