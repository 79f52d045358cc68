"""Undated news takes the day of its occasion."""

from __future__ import annotations

from extractor.engines.rules.agents import Agent
from extractor.engines.rules.details import Timing
from extractor.engines.rules.events import Event
from extractor.engines.rules.occasion import lend_days
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


def _days(*events: Event) -> list[str | None]:
    return [event.timing.date for event in lend_days(events)]


def test_undated_news_takes_the_day_of_the_same_senders_news() -> None:
    assert _days(_told(EU, "Monday"), _told(EU, None), _told(FIJI, None)) == ["Monday", "Monday", None]


def test_history_neither_lends_nor_takes_a_day() -> None:
    assert _days(_told(EU, "Monday", background=True), _told(EU, None)) == ["Monday", None]
    assert _days(_told(EU, "Monday"), _told(EU, None, background=True)) == ["Monday", None]


def test_a_whole_month_is_not_lent() -> None:
    assert _days(_told(EU, "last month"), _told(EU, None)) == ["last month", None]


def test_an_act_that_goes_on_takes_no_day() -> None:
    assert _days(_told(EU, "Monday"), _told(EU, None, action="maintain")) == ["Monday", None]
