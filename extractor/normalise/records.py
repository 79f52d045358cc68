"""A grounded draft record becomes a record that can be published."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeVar

from extractor.article.model import Article
from extractor.knowledge import dates
from extractor.normalise.actors import ActorTable
from extractor.normalise.attribution import attribution
from extractor.schemas.draft import DraftEvent, DraftPosition
from extractor.schemas.event import SanctionsEvent
from extractor.schemas.position import Issue, Position
from extractor.schemas.values import DateSpan, Evidence, in_text_order

__all__ = ["event", "position"]

T = TypeVar("T")

_AHEAD = re.compile(
    r"\b(?:will|shall|would|going to|set to|due to|to take effect"
    r"|wird|werden|sollen?|entrar[áa]n?|ser[áa]n?|sera|seront|vont)\b",
    re.IGNORECASE,
)


def event(
    article: Article, draft: DraftEvent, evidence: Iterable[Evidence], actors: ActorTable
) -> SanctionsEvent:
    """The published form of a drafted event; ``evidence`` is where its quotes were found."""
    return SanctionsEvent(
        action=draft.action,
        stage=draft.stage,
        senders=actors.actors(draft.senders),
        targets=actors.actors(draft.targets),
        measures=_once(draft.measures),
        reach=draft.reach,
        sectors=_once(draft.sectors),
        objectives=_once(draft.objectives),
        instruments=_once(draft.instruments),
        date=_days(article, draft.date, future=_lies_ahead(draft)),
        in_force=_days(article, draft.in_force, future=True),
        is_background=draft.is_background,
        according_to=actors.actor(draft.according_to) if draft.according_to else None,
        evidence=in_text_order(evidence),
    )


def position(
    article: Article, draft: DraftPosition, evidence: Iterable[Evidence], actors: ActorTable
) -> Position:
    """The published form of a drafted position; ``evidence`` is where its quotes were found."""
    placed = in_text_order(evidence)
    return Position(
        holder=actors.actor(draft.holder),
        speaker=actors.actor(draft.speaker) if draft.speaker else None,
        stance=draft.stance,
        issue=Issue(
            kind=draft.issue_kind,
            action=draft.issue_action if draft.issue_kind == "sanctions" else None,
            targets=actors.actors(draft.issue_targets),
            label=draft.issue_label,
        ),
        condition=draft.condition or None,
        certainty=draft.certainty,
        speech_act=draft.speech_act,
        basis=draft.basis,
        addressees=actors.actors(draft.addressees),
        date=_days(article, draft.date),
        attribution=attribution(article, placed),
        evidence=placed,
    )


def _days(article: Article, words: str | None, *, future: bool = False) -> DateSpan | None:
    if not words or not words.strip():
        return None
    start, end = dates.resolve(words, article.published, article.language, future=future)
    return DateSpan(text=words, start=start, end=end)


def _lies_ahead(draft: DraftEvent) -> bool:
    """Whether the day of an act is still to come: promised, and told in the future beside the day's words.

    "Will impose on Monday" is next Monday; "agreed on Monday to impose" was the last one.
    """
    return draft.stage == "committed" and any(
        draft.date is not None and draft.date in cited.quote and _AHEAD.search(cited.quote)
        for cited in draft.evidence
    )


def _once(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))
