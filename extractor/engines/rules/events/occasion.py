"""A day told for an occasion holds for every act told of it (ruling 18): undated news takes its day."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extractor.article.model import Article
from extractor.engines.rules.events.from_acts import Event
from extractor.knowledge import dates

__all__ = ["lend_days"]

_SEEN_FROM: Final = dt.date(2024, 7, 10)
_WEEK: Final = dt.timedelta(days=7)
_OPENING: Final = 8  # sentences
_DONE: Final = frozenset({"adopted", "rejected", "proposed"})
_UNDATED: Final = frozenset({"maintain", "evade", "enforce"})


def lend_days(events: Sequence[Event], article: Article) -> list[Event]:
    """The events in order; undated news takes the day of the first dated news of the same sender.

    Failing that, news of whoever the article's first news is about takes the day that the article opens with
    ("The ministers met on Monday", "announced the decision on Thursday"). Only single days are lent ("on
    Monday"), never months or years, and only to acts that are done and told as news. An act that goes on
    ("keeps", "evades") has no day.
    """
    news = [event for event in events if _is_news(event)]
    dated = [(event.timing.date, _senders(event)) for event in news if _single_day(event.timing.date)]
    undated = {event.line for event in news if _lacks_day(event)}
    if undated and (day := _opening_day(article, undated)) is not None:
        dated.append((day, _senders(news[0])))
    return [_dated(event, dated) for event in events]


def _dated(event: Event, dated: list[tuple[str | None, set[str]]]) -> Event:
    if not _lacks_day(event):
        return event
    keys = _senders(event)
    day = next((day for day, others in dated if _same_round(keys, others)), None)
    return event if day is None else replace(event, timing=replace(event.timing, date=day))


def _lacks_day(event: Event) -> bool:
    return _is_news(event) and event.timing.date is None and event.action not in _UNDATED


def _opening_day(article: Article, undated: set[int]) -> str | None:
    """The first weekday, "today" or the like in the article's opening that lies in the week before its date.

    Printed dates do not count: that of a page or dateline is when it was written. Nor do the days of the
    sentences ``undated``, which tell an act and its day apart.
    """
    seen_from = article.published or _SEEN_FROM
    body = (one for one in article.sentences if article.paragraphs[one.paragraph].kind != "title")
    for sentence in itertools.islice(body, _OPENING):
        if sentence.number in undated:
            continue
        text = article.text[sentence.start : sentence.end]
        language = article.language_of(sentence) or "en"
        for start, end in dates.find(text, language):
            words = text[start:end]
            first, last = dates.resolve(words, seen_from, language)
            recent = first is not None and first == last and seen_from - _WEEK < first <= seen_from
            if recent and not any(letter.isdigit() for letter in words):
                return words
    return None


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
