"""The draft: what an engine may say. Small, flat, cheap in tokens; no offsets, ids or ISO dates.

The docstrings and descriptions below are sent to the model as part of the schema. Every field is in the
published schema's ``required``; what a model leaves out all the same is read as null or empty.
Drafts carry no validators across fields: those are named checks, made after the structure is sound.
"""

from __future__ import annotations

from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field

from extractor.schemas import terms

__all__ = [
    "MAX_ACTORS",
    "MAX_RECORDS",
    "Draft",
    "DraftActor",
    "DraftEvent",
    "DraftEvidence",
    "DraftPosition",
    "draft_schema",
]

MAX_ACTORS: Final = 300
MAX_RECORDS: Final = 100
"""Of events, and as many of positions."""

_BOUNDS: Final = ("minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems")

Name = Annotated[str, Field(max_length=200)]


class _Draft(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, title=None)


class DraftEvidence(_Draft):
    """A short quote that states the record."""

    sentence: Annotated[int, Field(ge=1, le=99999, description="Number of the sentence it stands in.")]
    quote: Annotated[
        str,
        Field(
            min_length=1,
            max_length=600,
            description="Copied letter by letter, no ellipsis; whole words; as short as still proves it.",
        ),
    ]


class DraftActor(_Draft):
    """Each actor once; records below name it by `name`."""

    name: Annotated[str, Field(max_length=200, description="Its fullest mention, as in the article.")]
    kind: terms.ActorKindName
    country: Annotated[
        str | None,
        Field(max_length=2, description="ISO 3166-1 alpha-2 of the state it is or belongs to, or null."),
    ] = None
    role: Annotated[str | None, Field(max_length=200, description="Office or title as in the text.")] = None
    count: Annotated[
        int | None, Field(ge=0, le=10_000_000, description="For a group: the number printed.")
    ] = None


class DraftEvent(_Draft):
    """An act of the sender itself: done, decided, tabled, considered or threatened."""

    action: terms.Action
    stage: terms.Stage
    senders: Annotated[
        list[Name],
        Field(max_length=60, description="Who acts; empty when the article does not say. evade: evaders."),
    ] = Field(default_factory=list)
    targets: Annotated[
        list[Name],
        Field(max_length=200, description="Whom it is aimed at; named designees first."),
    ] = Field(default_factory=list)
    measures: Annotated[list[terms.MeasureName], Field(max_length=16)] = Field(default_factory=list)
    reach: terms.Reach = Field(default_factory=lambda: "primary")
    sectors: Annotated[list[terms.SectorName], Field(max_length=11)] = Field(default_factory=list)
    objectives: Annotated[
        list[terms.ObjectiveName],
        Field(max_length=15, description="Only where a reason is worded in the same or next sentence."),
    ] = Field(default_factory=list)
    instruments: Annotated[
        list[Name],
        Field(max_length=20, description="Laws, orders, resolutions or lists named, as in the text."),
    ] = Field(default_factory=list)
    date: Annotated[
        str | None, Field(max_length=100, description="The article's words for the day of the act.")
    ] = None
    in_force: Annotated[
        str | None, Field(max_length=100, description="Words for effective or expiry dates, if printed.")
    ] = None
    is_background: Annotated[
        bool, Field(description="true for history told as context, false for the news itself.")
    ] = Field(default_factory=bool)
    according_to: Annotated[
        str | None,
        Field(max_length=200, description="The source, when no sentence asserts the act in its own voice."),
    ] = None
    evidence: Annotated[list[DraftEvidence], Field(min_length=1, max_length=20)]


class DraftPosition(_Draft):
    """What an actor says, votes or is reported to hold. A call on others to act is a position, no event."""

    holder: Annotated[
        str,
        Field(max_length=200, description="Whose position it is: the state for one who speaks for it."),
    ]
    speaker: Annotated[
        str | None,
        Field(max_length=200, description="Who voiced it, when named or described apart from the holder."),
    ] = None
    stance: terms.Stance
    issue_kind: terms.IssueKind
    issue_action: Annotated[
        terms.ActionName | None,
        Field(description="For kind sanctions: the act that is argued about; otherwise null."),
    ] = None
    issue_targets: Annotated[
        list[Name],
        Field(max_length=60, description="Whom the measure concerns, or whose conduct is in dispute."),
    ] = Field(default_factory=list)
    issue_label: Annotated[str, Field(max_length=120, description="3 to 10 plain words.")]
    condition: Annotated[
        str | None, Field(max_length=300, description="The stated condition, in the article's words.")
    ] = None
    certainty: terms.CertaintyName
    speech_act: terms.SpeechAct
    basis: terms.Basis
    addressees: Annotated[
        list[Name],
        Field(max_length=60, description="Only the grammatical object of call, urge, ask, lobby, demand."),
    ] = Field(default_factory=list)
    date: Annotated[
        str | None, Field(max_length=100, description="The article's words for the day it was said.")
    ] = None
    evidence: Annotated[list[DraftEvidence], Field(min_length=1, max_length=20)]


class Draft(_Draft):
    """All sanctions events and stated positions of one article. Empty lists when there are none."""

    actors: Annotated[list[DraftActor], Field(max_length=MAX_ACTORS)] = Field(default_factory=list)
    events: Annotated[list[DraftEvent], Field(max_length=MAX_RECORDS)] = Field(default_factory=list)
    positions: Annotated[list[DraftPosition], Field(max_length=MAX_RECORDS)] = Field(default_factory=list)


def draft_schema(*, bounded: bool = True) -> dict[str, Any]:
    """The JSON Schema sent to a model: every field required, nothing additional, no titles or defaults.

    Args:
        bounded: False leaves out bounds of lengths and numbers, for endpoints that reject those words; drafts
            are held to them all the same when they are read.

    Returns:
        A JSON Schema (draft 2020-12) as a plain dict, the same on every call.
    """
    left_out = {"title", "default", *(() if bounded else _BOUNDS)}
    schema: dict[str, Any] = _strict(Draft.model_json_schema(), left_out)
    return schema


def _strict(node: Any, left_out: set[str]) -> Any:
    if isinstance(node, list):
        return [_strict(item, left_out) for item in node]
    if not isinstance(node, dict):
        return node
    made = {
        key: (
            {name: _strict(sub, left_out) for name, sub in value.items()}
            if key in ("properties", "$defs")
            else _strict(value, left_out)
        )
        for key, value in node.items()
        if key not in left_out
    }
    if "properties" in made:
        made["required"] = list(made["properties"])
        made["additionalProperties"] = False
    return made
