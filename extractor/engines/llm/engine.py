"""The model engine: prompts out, drafts back, over any OpenAI-compatible endpoint."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from extractor.engines.engine import Answer, EngineCard, Failure, Question
from extractor.engines.llm.client import ChatClient, Endpoint
from extractor.engines.llm.messages import Messages
from extractor.limits import Meter
from extractor.prompts import PromptSet

__all__ = ["WINDOW", "LlmEngine"]

WINDOW = 24_000
"""Characters: about 6,000 tokens of text, which with prompt and answer fits every model in use today, and
few enough that records late in an article are not passed over."""


class LlmEngine:
    """Fills the prompt set for an article, asks the endpoint, asks again for what failed."""

    def __init__(
        self, endpoint: Endpoint, prompts: PromptSet, window: int = WINDOW, meter: Meter | None = None
    ) -> None:
        self._client = ChatClient(endpoint, meter)
        self._prompts = prompts
        self._window = window
        self._messages = Messages(prompts)

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
        """Where and what is asked, for provenance."""
        return EngineCard(
            engine="openai-compatible",
            model=self._client.endpoint.model,
            client=self._client.libraries,
            endpoint=self._client.endpoint.label,
            prompt=self._prompts.id,
            fingerprint=self._prompts.fingerprint,
        )

    async def propose(self, question: Question) -> Answer:
        """The model's draft."""
        return await self._client.ask(self._messages.first(question))

    async def mend(self, question: Question, answer: Answer, failures: Sequence[Failure]) -> Answer:
        """The failed records alone, put right or left out, in the same conversation."""
        return await self._client.ask(self._messages.mend(question, answer, failures))

    async def close(self) -> None:
        """Closes the connections."""
        await self._client.close()
