"""The model engine: prompts out, drafts back, over any OpenAI-compatible endpoint."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from extractor.article.model import Article
from extractor.engines.engine import Answer, EngineCard, Failure
from extractor.engines.llm.client import ChatClient, Endpoint, Message
from extractor.prompts import PromptSet

__all__ = ["LlmEngine"]


class LlmEngine:
    """Fills the prompt set for an article, asks the endpoint, asks again for what failed."""

    def __init__(self, endpoint: Endpoint, prompts: PromptSet) -> None:
        self._client = ChatClient(endpoint)
        self._prompts = prompts
        self._system: Message = {"role": "system", "content": prompts.system}

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

    async def propose(self, article: Article) -> Answer:
        """The model's draft. The static part comes first, the article last, so that prompt caches hit."""
        return await self._client.ask(
            [self._system, {"role": "user", "content": self._prompts.user(article)}]
        )

    async def mend(self, article: Article, answer: Answer, failures: Sequence[Failure]) -> Answer:
        """The failed records alone, put right or left out, in the same conversation."""
        again = {
            "role": "user",
            "content": self._prompts.mend(article, [(f.record, f.reason) for f in failures]),
        }
        return await self._client.ask([*answer.conversation, again])

    async def models(self) -> list[str]:
        """What the endpoint says it offers; raises EngineError when it does not answer."""
        return await self._client.models()

    async def close(self) -> None:
        """Closes the connections."""
        await self._client.close()
