"""Records that were refused for their evidence, as the scorer sees them: they explain what was missed."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import ValidationError

from extractor.evaluation.grounding_rates import is_ungrounded
from extractor.evaluation.names import ReadActor
from extractor.evaluation.views import EventView, PositionView, event_view, position_view
from extractor.schemas.draft import DraftEvent, DraftEvidence, DraftPosition
from extractor.schemas.event import SanctionsEvent
from extractor.schemas.extraction import Extraction
from extractor.schemas.position import Issue, Position
from extractor.schemas.values import Actor, Evidence

__all__ = ["refused_events", "refused_positions"]


def refused_events(extraction: Extraction, read: ReadActor) -> list[EventView]:
    """Events lost for their evidence. What is not even a draft is left out: it says nothing definite."""
    views = []
    for one in extraction.rejected:
        if one.kind == "event" and is_ungrounded(one) and not one.repaired:
            try:
                draft = DraftEvent.model_validate(one.record)
            except ValidationError:
                continue
            views.append(event_view(_event(draft), read))
    return views


def refused_positions(extraction: Extraction, read: ReadActor) -> list[PositionView]:
    """Positions lost for their evidence, as ``refused_events``."""
    views = []
    for one in extraction.rejected:
        if one.kind == "position" and is_ungrounded(one) and not one.repaired:
            try:
                draft = DraftPosition.model_validate(one.record)
            except ValidationError:
                continue
            views.append(position_view(_position(draft), read))
    return views


def _event(draft: DraftEvent) -> SanctionsEvent:
    return SanctionsEvent(
        action=draft.action,
        stage=draft.stage,
        senders=_actors(draft.senders),
        targets=_actors(draft.targets),
        measures=tuple(draft.measures),
        sectors=tuple(draft.sectors),
        evidence=_evidence(draft.evidence),
    )


def _position(draft: DraftPosition) -> Position:
    return Position(
        holder=Actor(name=draft.holder or "?", kind="other"),
        speaker=Actor(name=draft.speaker, kind="other") if draft.speaker else None,
        stance=draft.stance,
        issue=Issue(
            kind=draft.issue_kind,
            action=draft.issue_action,
            targets=_actors(draft.issue_targets),
            label=draft.issue_label,
        ),
        evidence=_evidence(draft.evidence),
    )


def _actors(names: Sequence[str]) -> tuple[Actor, ...]:
    return tuple(Actor(name=name, kind="other") for name in names if name)


def _evidence(cited: Sequence[DraftEvidence]) -> tuple[Evidence, ...]:
    """The quotes stand nowhere in the article; their offsets mean nothing."""
    return tuple(Evidence(quote=one.quote, start=0, end=len(one.quote)) for one in cited)
