"""One article's result, one line of JSONL."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from extractor.schemas import terms
from extractor.schemas.article_info import ArticleInfo
from extractor.schemas.event import SanctionsEvent
from extractor.schemas.explanation import Explanation
from extractor.schemas.gate_note import GateNote
from extractor.schemas.position import Position
from extractor.schemas.rows import event_row, position_row
from extractor.schemas.second_opinion import SecondOpinion
from extractor.schemas.values import Record

__all__ = ["SCHEMA_VERSION", "Extraction", "Provenance", "Rejected", "RejectedKind"]

SCHEMA_VERSION = "3"

RejectedKind = Literal["event", "position", "evidence", "answer"]


class Rejected(Record):
    """A record the engine offered that did not pass: what it was, and why."""

    kind: RejectedKind
    record: dict[str, Any] = Field(
        description="The record as the engine gave it; for kind evidence, one quote of a record that stands "
        "on its other quotes; for kind answer, the text of an answer that broke the schema."
    )
    check: str = Field(description="Name of the check that it did not pass.")
    reason: str
    attempt: int = Field(ge=1, description="In which attempt it was offered; the first is 1.")
    repaired: bool = Field(default=False, description="true where a later attempt mended it.")


class Provenance(Record):
    """What made the records, and at what price."""

    engine: str = Field(description="'rules', 'openai-compatible', 'recorded', or 'gate'.")
    model: str = Field(description="As the endpoint answered; for rules, the version of the rules.")
    client: str | None = Field(default=None, description="Libraries that spoke to the endpoint.")
    endpoint: str | None = Field(default=None, description="Host and path of the endpoint, no secrets.")
    prompt: str | None = Field(default=None, description="Id of the prompt set.")
    fingerprint: str | None = Field(
        default=None, description="Over all that shapes the answer: templates, examples, schema; or rules."
    )
    knowledge: str | None = Field(
        default=None, description="Fingerprint of the user's additions to names and words; null without any."
    )
    mode: str | None = Field(default=None, description="How the endpoint was made to fill the schema.")
    schema_version: str = SCHEMA_VERSION
    tool_version: str
    attempts: int = Field(default=1, ge=0)
    tokens_in: int = Field(default=0, ge=0)
    tokens_cached: int = Field(default=0, ge=0)
    tokens_out: int = Field(default=0, ge=0)
    cost: float | None = Field(default=None, description="In US dollars; null when no price is known.")
    seconds: float = Field(default=0.0, ge=0)


class Extraction(Record):
    """All that was found in one article, all that was rejected, and how it came about.

    ``status``: ``ok`` (also when nothing was found), ``left_out`` (the gate held that there is nothing to
    find, and no engine was asked: ``gate`` says why), ``partial`` (a record was lost for good or a window
    failed), ``refused`` (``error`` holds the provider's words), ``failed`` (``error`` says why).
    """

    article: ArticleInfo
    status: terms.StatusName = "ok"
    error: str | None = None
    events: tuple[SanctionsEvent, ...] = ()
    positions: tuple[Position, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    gate: GateNote | None = Field(default=None, description="What the gate said; null without a gate.")
    second_opinion: SecondOpinion | None = Field(
        default=None, description="What the rules read beside a model; null when they were not asked."
    )
    explain: tuple[Explanation, ...] | None = Field(
        default=None, description="Why the rules made each record, when asked for; null otherwise."
    )
    provenance: Provenance
    text: str | None = Field(default=None, description="The cleaned text, when asked for.")

    def to_rows(self) -> list[dict[str, Any]]:
        """One flat dict a record, events first, for ``pandas.DataFrame``. Columns: see ``schemas.rows``."""
        return [
            *(event_row(self.article, event) for event in self.events),
            *(position_row(self.article, position) for position in self.positions),
        ]
