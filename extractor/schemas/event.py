"""A sanctions event as published: grounded, normalised, identified."""

from __future__ import annotations

from pydantic import Field, computed_field

from extractor.schemas import terms
from extractor.schemas.identity import record_id
from extractor.schemas.values import Actor, DateSpan, Evidence, Flag, Record

__all__ = ["SanctionsEvent"]


class SanctionsEvent(Record):
    """An act of the sender itself: done, decided, formally tabled, considered or threatened."""

    action: terms.Action
    stage: terms.Stage
    senders: tuple[Actor, ...] = ()
    targets: tuple[Actor, ...] = ()
    measures: tuple[terms.MeasureName, ...] = ()
    reach: terms.Reach = "primary"
    sectors: tuple[terms.SectorName, ...] = ()
    objectives: tuple[terms.ObjectiveName, ...] = ()
    instruments: tuple[str, ...] = ()
    date: DateSpan | None = None
    in_force: DateSpan | None = None
    is_background: bool = False
    according_to: Actor | None = None
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    flags: tuple[Flag, ...] = Field(default=(), description="Doubts to look at first; empty when none.")
    confidence: float | None = Field(
        default=None, ge=0, le=1, description="Share of samples that found it; null with one sample."
    )

    @computed_field(description="Stable identity: the same content gives the same id.")  # type: ignore[prop-decorator]
    @property
    def id(self) -> str:
        return record_id("event", self)
