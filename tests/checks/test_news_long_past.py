"""The news is not long past."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.example import Example, event

CHECK = "news_long_past"

FIRES = (
    Example(
        "ten years before",
        "The United States imposed sanctions on Iran in March 2014.",
        event("imposed sanctions on Iran", date="March 2014"),
        published=dt.date(2024, 3, 5),
        says="2014-03-31",
    ),
    Example(
        "ten years before, in French",
        "Les États-Unis ont imposé des sanctions contre Iran en mars 2014.",
        event("ont imposé des sanctions contre Iran", senders=["États-Unis"], date="mars 2014"),
        published=dt.date(2024, 3, 5),
        language="fr",
        says="2014-03-31",
    ),
)

SILENT = (
    Example(
        "told as background",
        "The United States imposed sanctions on Iran in March 2014.",
        event("imposed sanctions on Iran", date="March 2014", is_background=True),
        published=dt.date(2024, 3, 5),
    ),
    Example(
        "since then, and still",
        "The United States has kept sanctions on Iran since 2014.",
        event("has kept sanctions on Iran since 2014", action="maintain", date="since 2014"),
        published=dt.date(2024, 3, 5),
    ),
    Example(
        "last week",
        "The United States imposed sanctions on Iran last week.",
        event("imposed sanctions on Iran", date="last week"),
        published=dt.date(2024, 3, 5),
    ),
)


@pytest.mark.parametrize("example", FIRES, ids=lambda example: example.why)
def test_news_of_long_ago_is_flagged(example: Example) -> None:
    message = example.message(CHECK)
    assert message is not None
    assert example.says
    assert example.says in message


@pytest.mark.parametrize("example", SILENT, ids=lambda example: example.why)
def test_news_of_these_days_and_old_background_pass(example: Example) -> None:
    assert example.message(CHECK) is None
