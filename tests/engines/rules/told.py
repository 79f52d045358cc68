"""What the rules find in a text, as short tuples that tests can compare."""

from __future__ import annotations

import datetime as dt
from functools import cache

from extractor.article.build import article_from_text
from extractor.engines.rules.article_reading import read_article
from extractor.engines.rules.engine import draft_of
from extractor.schemas.draft import Draft, DraftEvent, DraftPosition

__all__ = ["acts", "draft", "event", "position", "views"]

Act = tuple[str, str, tuple[str, ...], tuple[str, ...]]
View = tuple[str, str, str, str | None]


@cache
def draft(text: str, published: dt.date | None = None) -> Draft:
    """The draft for ``text``."""
    return draft_of(read_article(article_from_text(text, published=published)))


def acts(text: str) -> list[Act]:
    """Action, stage, senders and targets of every event."""
    return [(e.action, e.stage, tuple(e.senders), tuple(e.targets)) for e in draft(text).events]


def views(text: str) -> list[View]:
    """Holder, stance, kind and action of every position."""
    return [(p.holder, p.stance, p.issue_kind, p.issue_action) for p in draft(text).positions]


def event(text: str) -> DraftEvent:
    """The only event of ``text``."""
    (found,) = draft(text).events
    return found


def position(text: str) -> DraftPosition:
    """The only position of ``text``."""
    (found,) = draft(text).positions
    return found
