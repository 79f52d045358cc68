"""The small values that records are made of: actors, days and evidence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from extractor.schemas import terms

__all__ = ["Actor", "DateSpan", "Evidence", "Flag", "Record", "in_text_order"]


class Record(BaseModel):
    """Base of everything published: closed, frozen, and readable from its own JSON.

    Computed fields are in the JSON; they are dropped on reading and computed again.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _drop_computed(cls, data: Any) -> Any:
        computed = cls.model_computed_fields
        if isinstance(data, dict) and not computed.keys().isdisjoint(data):
            return {key: value for key, value in data.items() if key not in computed}
        return data


class Evidence(Record):
    """A quote from the article, to the letter: ``quote == text[start:end]`` of the cleaned text.

    Offsets count Unicode code points. ``note`` says what was corrected when it was located.
    """

    quote: str = Field(min_length=1)
    start: int = Field(ge=0)
    end: int = Field(ge=1)
    note: str | None = Field(default=None, description="What was corrected, e.g. the sentence cited.")

    @model_validator(mode="after")
    def _length_agrees(self) -> Self:
        if self.end - self.start != len(self.quote):
            raise ValueError(f"evidence {self.start}..{self.end} is not as long as its quote {self.quote!r}")
        return self


def in_text_order(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Every place once, in the order of the text; without a note where one telling of it has none."""
    places: dict[tuple[int, int], Evidence] = {}
    for one in sorted(evidence, key=lambda each: (each.start, each.end, each.note is not None)):
        places.setdefault((one.start, one.end), one)
    return tuple(places.values())


class Flag(Record):
    """A doubt about a published record that code found: look at this one first."""

    check: str = Field(description="Name of the check, see docs/checks.md.")
    message: str


class DateSpan(Record):
    """The article's words for a day or period and, when they can be resolved, the days as ISO interval.

    Both ends are included; null is an open side. Both null: the words could not be resolved.
    """

    text: str
    start: dt.date | None = None
    end: dt.date | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"{self.text!r}: start {self.start} is after end {self.end}")
        return self


class Actor(Record):
    """A state, body, organisation, coalition, person, company, group or vessel.

    ``id`` is canonical and set by code, e.g. ``country:RU``, ``org:EU``, ``person:sergei-lavrov``.
    """

    id: str = ""
    name: Annotated[str, Field(min_length=1, description="As in the article, its fullest mention.")]
    kind: terms.ActorKindName
    country: Annotated[
        str | None,
        Field(pattern=r"^[A-Z]{2}$", description="ISO 3166-1 alpha-2 of its state; null for organisations."),
    ] = None
    role: Annotated[str | None, Field(description="Office or title as in the text.")] = None
    count: Annotated[int | None, Field(ge=0, description="For a group: the number printed.")] = None
