"""The one seam to the outside: whatever proposes drafts for an article is an Engine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from extractor.article.model import Article
from extractor.schemas.draft import Draft, DraftEvent, DraftPosition
from extractor.schemas.extraction import Rejected

__all__ = ["Answer", "Engine", "EngineCard", "Failure", "Receipt", "Usage"]


@dataclass(frozen=True, slots=True)
class EngineCard:
    """What provenance says of an engine before it has answered."""

    engine: str
    model: str
    client: str | None = None
    endpoint: str | None = None
    prompt: str | None = None
    fingerprint: str | None = None


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens as the endpoint counted them, and calls made. Adds up."""

    calls: int = 0
    tokens_in: int = 0
    tokens_cached: int = 0
    tokens_out: int = 0

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            self.calls + other.calls,
            self.tokens_in + other.tokens_in,
            self.tokens_cached + other.tokens_cached,
            self.tokens_out + other.tokens_out,
        )


@dataclass(frozen=True, slots=True)
class Failure:
    """A record of a draft that did not pass a check, with words that its engine can act on."""

    record: DraftEvent | DraftPosition
    check: str
    reason: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What an answer took: the model as it named itself, tokens and calls, and what was thrown away.

    ``rejected`` holds whole answers that never became a draft (structure errors).
    """

    model: str
    usage: Usage = field(default_factory=Usage)
    rejected: tuple[Rejected, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """An engine's answer: the draft, and what it took.

    ``conversation`` is the engine's own memory of the exchange, needed to ask again.
    """

    draft: Draft
    receipt: Receipt
    conversation: tuple[dict[str, Any], ...] = field(default=(), repr=False)


class Engine(Protocol):
    """Proposes a draft for an article; may be asked again for what failed.

    Raises from both: EngineUnusable (stop the run), EngineFailed, EngineRefused (this article alone).
    """

    @property
    def card(self) -> EngineCard:
        """What this engine is, for provenance."""
        ...

    async def propose(self, article: Article) -> Answer:
        """The first answer for ``article``."""
        ...

    async def mend(self, article: Article, answer: Answer, failures: Sequence[Failure]) -> Answer | None:
        """A further answer holding the failed records only, put right; None when it cannot be asked."""
        ...

    async def close(self) -> None:
        """Gives back what it holds (connections)."""
        ...
