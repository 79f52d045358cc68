"""The gold file as it is written: one JSON file per article, closed, in the data model's own terms."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from extractor.schemas import terms

__all__ = ["GoldActor", "GoldEventRow", "GoldFile", "GoldHeader", "GoldPositionRow", "GoldQuote", "GoldSpan"]

Words = Annotated[str, Field(min_length=1)]
Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class GoldHeader(_Row):
    """Which article, and the slices it belongs to. ``id`` is checked when it is there."""

    file: Words
    id: str | None = None
    title: str | None = None
    published: dt.date | None = None
    genre: (
        Literal[
            "wire",
            "press_release",
            "un_record",
            "analysis",
            "opinion",
            "live",
            "translation",
            "interview",
            "legal_notice",
            "brief",
        ]
        | None
    ) = None
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")] | None = None
    regime: Words | None = None
    length: Literal["short", "medium", "long"] | None = None
    split: Words | None = None
    story: Words | None = None


class GoldActor(_Row):
    """An actor with its further right names."""

    name: Words
    kind: terms.ActorKindName
    country: Country | None = None
    role: Words | None = None
    count: Annotated[int, Field(ge=0)] | None = None
    aliases: tuple[Words, ...] = ()


class GoldQuote(_Row):
    """Words of the article; ``start`` when they occur more than once, in code points of the file's text."""

    quote: Words
    start: Annotated[int, Field(ge=0)] | None = None


class GoldSpan(_Row):
    """The article's words for a day or period, and the days when they can be resolved."""

    text: Words
    start: dt.date | None = None
    end: dt.date | None = None


class GoldEventRow(_Row):
    """An event as labelled."""

    action: terms.ActionName
    stage: terms.StageName
    senders: tuple[GoldActor, ...] = ()
    targets: tuple[GoldActor, ...] = ()
    measures: tuple[terms.MeasureName, ...] = ()
    reach: terms.ReachName = "primary"
    sectors: tuple[terms.SectorName, ...] = ()
    objectives: tuple[terms.ObjectiveName, ...] = ()
    instruments: tuple[Words, ...] = ()
    date: GoldSpan | None = None
    in_force: GoldSpan | None = None
    is_background: bool = False
    according_to: GoldActor | None = None
    evidence: Annotated[tuple[GoldQuote, ...], Field(min_length=1)]
    optional: bool = False
    note: str | None = None


class GoldIssue(_Row):
    """What a position is about, as labelled."""

    kind: terms.IssueKindName
    action: terms.ActionName | None = None
    targets: tuple[GoldActor, ...] = ()
    label: Words


class GoldPositionRow(_Row):
    """A position as labelled. The labeller states certainty, speech act and basis; nothing is assumed."""

    holder: GoldActor
    speaker: GoldActor | None = None
    stance: terms.StanceName
    issue: GoldIssue
    condition: Words | None = None
    certainty: terms.CertaintyName
    speech_act: terms.SpeechActName
    basis: terms.BasisName
    addressees: tuple[GoldActor, ...] = ()
    date: GoldSpan | None = None
    evidence: Annotated[tuple[GoldQuote, ...], Field(min_length=1)]
    optional: bool = False
    note: str | None = None


class GoldFile(_Row):
    """A whole gold file."""

    article: GoldHeader
    events: tuple[GoldEventRow, ...]
    positions: tuple[GoldPositionRow, ...]
