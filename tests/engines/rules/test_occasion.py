"""Undated news takes the day of its occasion."""

from __future__ import annotations

import datetime as dt

from extractor.article.build import article_from_text
from extractor.engines.rules.events.details import Timing
from extractor.engines.rules.events.from_acts import Event
from extractor.engines.rules.events.occasion import lend_days
from extractor.engines.rules.who.agents import Agent
from extractor.schemas import terms

EU = Agent(name="EU", kind="intl_org")
FIJI = Agent(name="Fiji", kind="state")


def _told(
    sender: Agent, date: str | None, *, action: terms.ActionName = "impose", background: bool = False
) -> Event:
    return Event(
        action=action,
        stage="adopted",
        senders=[sender],
        targets=[],
        evidence=[],
        timing=Timing(date, None, is_background=background),
    )


def _days(*events: Event, text: str = "Talks went on.") -> list[str | None]:
    article = article_from_text(text, published=dt.date(2026, 3, 5))
    return [event.timing.date for event in lend_days(events, article)]


def test_undated_news_takes_the_day_of_the_same_senders_news() -> None:
    assert _days(_told(EU, "Monday"), _told(EU, None), _told(FIJI, None)) == ["Monday", "Monday", None]


def test_history_neither_lends_nor_takes_a_day() -> None:
    assert _days(_told(EU, "Monday", background=True), _told(EU, None)) == ["Monday", None]
    assert _days(_told(EU, "Monday"), _told(EU, None, background=True)) == ["Monday", None]


def test_a_whole_month_is_not_lent() -> None:
    assert _days(_told(EU, "last month"), _told(EU, None)) == ["last month", None]


def test_an_act_that_goes_on_takes_no_day() -> None:
    assert _days(_told(EU, "Monday"), _told(EU, None, action="maintain")) == ["Monday", None]


OPENS = "EU acts\n\nBRUSSELS, March 5, 2026 - Ministers of the bloc agreed on the step on Monday in Brussels."


def test_news_of_the_first_sender_takes_the_day_that_the_article_opens_with() -> None:
    assert _days(_told(EU, None), _told(FIJI, None), text=OPENS) == ["Monday", None]


def test_the_opening_lends_no_day_to_history_and_no_printed_date() -> None:
    assert _days(_told(EU, None, background=True), _told(EU, "2014"), text=OPENS) == [None, "2014"]
    assert _days(_told(EU, None), text="BRUSSELS, March 5, 2026 - Ministers agreed on the step.") == [None]


def test_a_day_that_a_later_part_of_the_article_tells_is_not_lent() -> None:
    assert _days(_told(EU, None), text="Talks went on for long. " * 9 + "They met on Monday.") == [None]


def test_a_day_to_come_is_not_lent() -> None:
    assert _days(_told(EU, None), text="Ministers will meet next Monday.") == [None]
