"""A stated position as published: who holds what on which issue."""

from __future__ import annotations

from pydantic import Field, computed_field

from extractor.schemas import terms
from extractor.schemas.identity import record_id
from extractor.schemas.values import Actor, DateSpan, Evidence, Flag, Record

__all__ = ["Issue", "Position"]


class Issue(Record):
    """What a position is about."""

    kind: terms.IssueKind
    action: terms.ActionName | None = None
    targets: tuple[Actor, ...] = ()
    label: str


class Position(Record):
    """What an actor says, votes or is reported to hold."""

    holder: Actor
    speaker: Actor | None = None
    stance: terms.Stance
    issue: Issue
    condition: str | None = None
    certainty: terms.CertaintyName = "certain"
    speech_act: terms.SpeechAct = "state"
    basis: terms.Basis = "stated"
    addressees: tuple[Actor, ...] = ()
    date: DateSpan | None = None
    attribution: terms.AttributionName = Field(
        default="indirect", description="From the quotation marks around the evidence; set by code."
    )
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    flags: tuple[Flag, ...] = Field(default=(), description="Doubts to look at first; empty when none.")
    confidence: float | None = Field(
        default=None, ge=0, le=1, description="Share of samples that found it; null with one sample."
    )

    @computed_field(description="Direction: supporting pressure and opposing relief are one view.")  # type: ignore[prop-decorator]
    @property
    def leaning(self) -> terms.LeaningName:
        return terms.leaning(self.issue.kind, self.issue.action, self.stance)

    @computed_field(description="Stable identity: the same content gives the same id.")  # type: ignore[prop-decorator]
    @property
    def id(self) -> str:
        return record_id("position", self)
