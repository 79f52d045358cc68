"""Records in one line of words, for lists of errors."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.schemas.event import SanctionsEvent
from extractor.schemas.position import Position
from extractor.schemas.values import Actor

__all__ = ["describe_event", "describe_position"]


def describe_event(event: SanctionsEvent) -> str:
    """As in ``impose (adopted): EU > Russia``; ``?`` where the article names nobody."""
    return f"{event.action} ({event.stage}): {_names(event.senders)} > {_names(event.targets)}"


def describe_position(position: Position) -> str:
    """As in ``Hungary: relief (sanctions: ending the oil embargo)``."""
    return f"{position.holder.name}: {position.leaning} ({position.issue.kind}: {position.issue.label})"


def _names(actors: Sequence[Actor]) -> str:
    return ", ".join(actor.name for actor in actors) or "?"
