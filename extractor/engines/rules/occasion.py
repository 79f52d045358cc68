"""A day told for an occasion holds for every act told of it (ruling 18): undated news takes its day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extractor.engines.rules.events import Event
from extractor.knowledge import dates

__all__ = ["lend_days"]

_SEEN_FROM: Final = dt.date(2024, 7, 10)
_DONE: Final = frozenset({"adopted", "rejected", "proposed"})
_UNDATED: Final = frozenset({"maintain", "evade", "enforce"})


def lend_days(events: Sequence[Event]) -> list[Event]:
    """The events in order; undated news takes the day of the first dated news of the same sender.

    Only single days are lent ("on Monday"), never months or years, and only to acts that are done and told
    as news. An act that goes on ("keeps", "evades") has no day.
    """
    dated = [
        (event, _senders(event)) for event in events if _is_news(event) and _single_day(event.timing.date)
    ]
    return [_dated(event, dated) for event in events]


def _dated(event: Event, dated: list[tuple[Event, set[str]]]) -> Event:
    if not _is_news(event) or event.timing.date is not None or event.action in _UNDATED:
        return event
    keys = _senders(event)
    lender = next((one for one, others in dated if _same_round(keys, others)), None)
    return event if lender is None else replace(event, timing=replace(event.timing, date=lender.timing.date))


def _is_news(event: Event) -> bool:
    return event.stage in _DONE and not event.timing.is_background


def _senders(event: Event) -> set[str]:
    return {agent.key for agent in event.senders}


def _same_round(keys: set[str], others: set[str]) -> bool:
    return not keys or not others or not keys.isdisjoint(others)


def _single_day(words: str | None) -> bool:
    if words is None:
        return False
    start, end = dates.resolve(words, _SEEN_FROM)
    return start is not None and start == end
