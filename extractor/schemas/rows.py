"""A result as flat rows, for data frames and spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from extractor.schemas.article_info import ArticleInfo
from extractor.schemas.event import SanctionsEvent
from extractor.schemas.position import Position
from extractor.schemas.values import Actor, DateSpan

__all__ = ["event_row", "position_row"]

Row = dict[str, Any]


def event_row(article: ArticleInfo, event: SanctionsEvent) -> Row:
    """One event as a flat dict; lists are joined with ``"; "``, days are ISO strings or None."""
    return {
        **_article(article),
        "record": "event",
        "id": event.id,
        "action": event.action,
        "stage": event.stage,
        "senders": _names(event.senders),
        "sender_ids": _ids(event.senders),
        "targets": _names(event.targets),
        "target_ids": _ids(event.targets),
        "measures": _joined(event.measures),
        "reach": event.reach,
        "sectors": _joined(event.sectors),
        "objectives": _joined(event.objectives),
        "instruments": _joined(event.instruments),
        **_days(event.date),
        "is_background": event.is_background,
        "according_to": event.according_to.name if event.according_to else None,
        "quote": _joined(evidence.quote for evidence in event.evidence),
    }


def position_row(article: ArticleInfo, position: Position) -> Row:
    """One position as a flat dict; lists are joined with ``"; "``, days are ISO strings or None."""
    issue = position.issue
    return {
        **_article(article),
        "record": "position",
        "id": position.id,
        "holder": position.holder.name,
        "holder_id": position.holder.id,
        "speaker": position.speaker.name if position.speaker else None,
        "stance": position.stance,
        "leaning": position.leaning,
        "issue_kind": issue.kind,
        "action": issue.action,
        "targets": _names(issue.targets),
        "target_ids": _ids(issue.targets),
        "issue": issue.label,
        "condition": position.condition,
        "certainty": position.certainty,
        "speech_act": position.speech_act,
        "basis": position.basis,
        "attribution": position.attribution,
        "addressees": _names(position.addressees),
        **_days(position.date),
        "quote": _joined(evidence.quote for evidence in position.evidence),
    }


def _article(article: ArticleInfo) -> Row:
    published = article.published.isoformat() if article.published else None
    return {"article_id": article.id, "source": article.source, "published": published}


def _days(span: DateSpan | None) -> Row:
    return {
        "date_text": span.text if span else None,
        "date_start": span.start.isoformat() if span and span.start else None,
        "date_end": span.end.isoformat() if span and span.end else None,
    }


def _joined(parts: Iterable[str]) -> str:
    return "; ".join(parts)


def _names(actors: Iterable[Actor]) -> str:
    return _joined(actor.name for actor in actors)


def _ids(actors: Iterable[Actor]) -> str:
    return _joined(actor.id for actor in actors)
