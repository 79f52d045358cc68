"""Which records to show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import astuple, dataclass

from extractor.errors import SettingsError
from extractor.knowledge.actors import gazetteer
from extractor.schemas import terms
from extractor.schemas.article_info import ArticleInfo
from extractor.schemas.event import SanctionsEvent
from extractor.schemas.extraction import Extraction
from extractor.schemas.position import Position
from extractor.schemas.values import Actor, DateSpan

__all__ = ["Wanted", "filtered"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Conditions that a record must all meet; None asks for nothing. Days are those of the act or saying."""

    actor: str | None = None
    target: str | None = None
    stance: str | None = None
    action: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None

    def check(self) -> None:
        """Raises SettingsError for a stance or action that the data model does not have."""
        for flag, value, allowed in (
            ("--stance", self.stance, (*terms.values(terms.StanceName), "pressure", "relief")),
            ("--action", self.action, terms.values(terms.ActionName)),
        ):
            if value is not None and value not in allowed:
                raise SettingsError(f"{flag} {value!r}: it must be one of {', '.join(allowed)}")


def filtered(result: Extraction, wanted: Wanted) -> Extraction | None:
    """``result`` with the wanted records alone; None when a filter is set and none is left."""
    if not any(value is not None for value in astuple(wanted)):
        return result
    events = tuple(event for event in result.events if _event_passes(event, result.article, wanted))
    positions = tuple(p for p in result.positions if _position_passes(p, result.article, wanted))
    if not events and not positions:
        return None
    return result.model_copy(update={"events": events, "positions": positions})


def _event_passes(event: SanctionsEvent, article: ArticleInfo, wanted: Wanted) -> bool:
    return (
        wanted.stance is None
        and (wanted.action is None or event.action == wanted.action)
        and _named(wanted.actor, event.senders)
        and _named(wanted.target, event.targets)
        and _dated(wanted, event.date, article)
    )


def _position_passes(position: Position, article: ArticleInfo, wanted: Wanted) -> bool:
    voices = [position.holder, *([position.speaker] if position.speaker else [])]
    return (
        (wanted.stance is None or wanted.stance in (position.stance, position.leaning))
        and (wanted.action is None or position.issue.action == wanted.action)
        and _named(wanted.actor, voices)
        and _named(wanted.target, position.issue.targets)
        and _dated(wanted, position.date, article)
    )


def _named(wanted: str | None, actors: Iterable[Actor]) -> bool:
    if wanted is None:
        return True
    known = gazetteer().resolve(wanted)
    ids = {wanted, known[0].id if known else wanted}
    words = wanted.casefold()
    return any(actor.id in ids or words in actor.name.casefold() for actor in actors)


def _dated(wanted: Wanted, span: DateSpan | None, article: ArticleInfo) -> bool:
    """Whether the day, or for want of one the publication date, lies in the range; unknown days do not."""
    if wanted.since is None and wanted.until is None:
        return True
    start = (span.start if span else None) or (None if span and span.end else article.published)
    end = (span.end if span else None) or (None if span and span.start else article.published)
    if start is None and end is None:
        return False
    return (wanted.since is None or end is None or end >= wanted.since) and (
        wanted.until is None or start is None or start <= wanted.until
    )
