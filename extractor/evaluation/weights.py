"""The tables of the scoring rules: fields, weights, anchors and contradictions of events and positions."""

from __future__ import annotations

from operator import attrgetter
from typing import Final

from extractor.evaluation import comparators as c
from extractor.evaluation.names import ActorKey
from extractor.evaluation.scheme import Field, Scheme
from extractor.evaluation.views import EventView, PositionView

__all__ = ["EVENTS", "POSITIONS", "THETA", "weight_tables"]

THETA: Final = 0.5
"""The similarity from which on two records may be paired."""

_PRESSURE: Final = frozenset({"impose", "designate", "tighten", "extend", "maintain", "enforce"})
# Evading is no relief granted by anyone: unlike in Position.leaning it has no direction here.
_RELIEF: Final = frozenset({"ease", "exempt", "suspend", "lift", "delist", "lapse"})
_OPPOSITE_VIEW: Final = {
    "pressure": "relief", "relief": "pressure", "support": "oppose", "oppose": "support"
}  # fmt: skip


def _event_contradiction(a: EventView, b: EventView) -> str | None:
    if (a.action in _PRESSURE and b.action in _RELIEF) or (a.action in _RELIEF and b.action in _PRESSURE):
        return f"opposite directions: {a.action} and {b.action}"
    if (a.stage == "rejected") != (b.stage == "rejected"):
        return f"rejected on one side only: {a.stage} and {b.stage}"
    return None


def _position_contradiction(a: PositionView, b: PositionView) -> str | None:
    if _OPPOSITE_VIEW.get(a.view) == b.view:
        return f"opposite views: {a.view} and {b.view}"
    return None


def _event_actors(event: EventView) -> tuple[ActorKey, ...]:
    return event.senders + event.targets


def _position_actors(position: PositionView) -> tuple[ActorKey, ...]:
    speakers = () if position.speaker is None else (position.speaker,)
    return (position.holder, *speakers, *position.issue_targets)


def _roles(actors: tuple[ActorKey, ...]) -> tuple[ActorKey, ...]:
    return tuple([actor for actor in actors if actor.role])


def _counted(actors: tuple[ActorKey, ...]) -> tuple[ActorKey, ...]:
    return tuple([actor for actor in actors if actor.count is not None])


def _placed(actors: tuple[ActorKey, ...]) -> tuple[ActorKey, ...]:
    return tuple([actor for actor in actors if actor.country])


EVENTS: Final = Scheme[EventView](
    name="events",
    fields=(
        Field("action", 3, attrgetter("action"), c.action),
        Field("targets", 3, attrgetter("targets"), c.actor_set),
        Field("senders", 2, attrgetter("senders"), c.body_as_state_set),
        Field("stage", 2, attrgetter("stage"), c.enum),
        Field("measures", 1, attrgetter("measures"), c.enum_set),
        Field("sectors", 1, attrgetter("sectors"), c.enum_set),
        Field("date", 1, attrgetter("date"), c.date),
    ),
    anchored_by=("senders", "targets"),
    canonical=lambda event: event.record.model_dump_json(exclude={"id"}),
    spans=attrgetter("spans"),
    contradiction=_event_contradiction,
    diagnostics=(
        Field("reach", 0, attrgetter("reach"), c.enum),
        Field("objectives", 0, attrgetter("objectives"), c.enum_set),
        Field("instruments", 0, attrgetter("instruments"), c.text_set),
        Field("in_force", 0, attrgetter("in_force"), c.date),
        Field("is_background", 0, attrgetter("is_background"), c.enum),
        Field("according_to", 0, attrgetter("according_to"), c.actor),
        Field("actor kind", 0, _event_actors, c.attribute_set("kind")),
        Field("actor country", 0, lambda e: _placed(_event_actors(e)), c.attribute_set("country")),
        Field("actor role", 0, lambda e: _roles(_event_actors(e)), c.attribute_set("role")),
        Field("actor count", 0, lambda e: _counted(_event_actors(e)), c.attribute_set("count")),
    ),
    parts="targets",
    swaps=(("senders", "targets"),),
)

POSITIONS: Final = Scheme[PositionView](
    name="positions",
    fields=(
        Field("holder", 3, attrgetter("holder"), c.body_as_state),
        Field("view", 3, attrgetter("view"), c.enum),
        Field("issue.targets", 2, attrgetter("issue_targets"), c.actor_set),
        Field("issue.kind", 1, attrgetter("issue_kind"), c.enum),
        Field("speaker", 1, attrgetter("speaker"), c.actor),
    ),
    anchored_by=("holder",),
    canonical=lambda position: position.record.model_dump_json(exclude={"id", "leaning"}),
    spans=attrgetter("spans"),
    contradiction=_position_contradiction,
    diagnostics=(
        Field("stance", 0, attrgetter("stance"), c.enum),
        Field("issue.action", 0, attrgetter("issue_action"), c.action),
        Field("issue.label", 0, attrgetter("label"), c.text),
        Field("condition", 0, attrgetter("condition"), c.text),
        Field("certainty", 0, attrgetter("certainty"), c.enum),
        Field("speech_act", 0, attrgetter("speech_act"), c.enum),
        Field("basis", 0, attrgetter("basis"), c.enum),
        Field("addressees", 0, attrgetter("addressees"), c.actor_set),
        Field("date", 0, attrgetter("date"), c.date),
        Field("actor kind", 0, _position_actors, c.attribute_set("kind")),
        Field("actor country", 0, lambda p: _placed(_position_actors(p)), c.attribute_set("country")),
        Field("actor role", 0, lambda p: _roles(_position_actors(p)), c.attribute_set("role")),
    ),
    parts="issue.targets",
    swaps=(("holder", "speaker"),),
)


def weight_tables() -> dict[str, dict[str, float]]:
    """The weights as published with every figure: kind of record, then field, then weight."""
    return {
        "events": {field.name: field.weight for field in EVENTS.fields},
        "positions": {field.name: field.weight for field in POSITIONS.fields},
    }
