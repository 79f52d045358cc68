"""The one seam to the outside: whatever proposes drafts for an article is an Engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol, TypeAlias

from extractor.article.model import Article, Sentence
from extractor.schemas.draft import Draft, DraftActor, DraftEvent, DraftPosition
from extractor.schemas.explanation import Reason
from extractor.schemas.extraction import Rejected

__all__ = [
    "Answer",
    "Broken",
    "DraftRecord",
    "Engine",
    "EngineCard",
    "Failure",
    "Question",
    "Receipt",
    "RecordKind",
    "Usage",
]

DraftRecord: TypeAlias = DraftEvent | DraftPosition
RecordKind = Literal["event", "position"]


@dataclass(frozen=True, slots=True)
class Question:
    """What an engine is asked: an article, which of its sentences, and what is known so far.

    ``first`` and ``last`` are sentence numbers, both included; ``actors`` are those met in earlier windows;
    ``found`` are the records that an earlier pass found in these sentences, so that only what was missed
    is wanted.
    """

    article: Article
    first: int = 1
    last: int = 99_999
    actors: tuple[DraftActor, ...] = ()
    found: tuple[DraftRecord, ...] = ()

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences asked about."""
        return self.article.sentences[self.first - 1 : self.last]


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
class Broken:
    """A record of an answer that breaks the schema while others do not: as it came, and what is wrong."""

    kind: RecordKind
    record: Mapping[str, Any]
    reason: str


@dataclass(frozen=True, slots=True)
class Failure:
    """A record that did not pass, with words that its engine can act on.

    ``record`` is its JSON as the engine gave it, so that what breaks the schema can be shown too.
    """

    kind: RecordKind
    record: Mapping[str, Any]
    check: str
    reason: str

    @property
    def cited(self) -> tuple[int, ...]:
        """Numbers of the sentences that the record cites, as far as they can be read."""
        evidence = self.record.get("evidence")
        quotes = evidence if isinstance(evidence, list | tuple) else ()
        numbers = {one.get("sentence") for one in quotes if isinstance(one, dict)}
        return tuple(sorted(number for number in numbers if isinstance(number, int)))


@dataclass(frozen=True, slots=True)
class Receipt:
    """What an answer took: the model as it named itself, tokens and calls, and what was thrown away.

    ``rejected`` holds whole answers that never became a draft (structure errors), and what was left out of
    one that did; ``mode`` is how the endpoint was made to fill the schema.
    """

    model: str
    usage: Usage = field(default_factory=Usage)
    rejected: tuple[Rejected, ...] = ()
    mode: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """An engine's answer: the draft, and what it took.

    ``broken`` holds records that break the schema, saved out of the answer apart from the sound ones;
    ``cut`` says that the answer ended at the model's output limit, so that records may be missing.
    ``conversation`` is the engine's own memory of the exchange, needed to ask again. ``reasons`` say why each
    record was made, the events in order and then the positions; None where that is not told.
    """

    draft: Draft
    receipt: Receipt
    broken: tuple[Broken, ...] = ()
    cut: bool = False
    conversation: tuple[dict[str, Any], ...] = field(default=(), repr=False)
    reasons: tuple[tuple[Reason, ...], ...] | None = field(default=None, repr=False)


class Engine(Protocol):
    """Proposes a draft for a question; may be asked again for what failed.

    Raises from both: EngineUnusable (stop the run), EngineFailed, EngineRefused (this article alone).
    """

    @property
    def card(self) -> EngineCard:
        """What this engine is, for provenance."""
        ...

    @property
    def window(self) -> int | None:
        """Characters of an article that one question may hold; None when there is no bound."""
        ...

    @property
    def examples(self) -> tuple[str, ...]:
        """Texts of worked examples that the engine is shown: no record may rest on their words."""
        ...

    async def propose(self, question: Question) -> Answer:
        """The first answer to ``question``."""
        ...

    async def mend(self, question: Question, answer: Answer, failures: Sequence[Failure]) -> Answer | None:
        """A further answer holding the failed records only, put right, and what a cut answer still owes.

        None when the engine cannot be asked again.
        """
        ...

    async def close(self) -> None:
        """Gives back what it holds (connections)."""
        ...
