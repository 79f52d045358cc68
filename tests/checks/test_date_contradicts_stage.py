"""What is done does not lie ahead."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.example import Example, event

CHECK = "date_contradicts_stage"

FIRES = (
    Example(
        "adopted in the future",
        "The United States imposes sanctions on Iran on 1 June 2024.",
        event("imposes sanctions on Iran", date="1 June 2024"),
        published=dt.date(2024, 3, 5),
        says="2024-06-01, after publication (2024-03-05)",
    ),
    Example(
        "adopted in the future, in German",
        "Die EU verhängt am 1. Juni 2024 Sanktionen gegen Iran.",
        event("verhängt am 1. Juni 2024 Sanktionen gegen Iran", senders=["EU"], date="1. Juni 2024"),
        published=dt.date(2024, 3, 5),
        language="de",
        says="2024-06-01",
    ),
)

SILENT = (
    Example(
        "the same, committed",
        "The United States imposes sanctions on Iran on 1 June 2024.",
        event("imposes sanctions on Iran", stage="committed", date="1 June 2024"),
        published=dt.date(2024, 3, 5),
    ),
    Example(
        "the day after, in another time zone",
        "The United States imposed sanctions on Iran on March 6, 2024.",
        event("imposed sanctions on Iran", date="March 6, 2024"),
        published=dt.date(2024, 3, 5),
    ),
    Example(
        "a weekday without a publication date",
        "The United States imposed sanctions on Iran on 1 June 2024.",
        event("imposed sanctions on Iran", date="1 June 2024"),
    ),
)


@pytest.mark.parametrize("example", FIRES, ids=lambda example: example.why)
def test_an_act_done_after_publication_is_sent_back(example: Example) -> None:
    message = example.message(CHECK)
    assert message is not None
    assert example.says
    assert example.says in message


@pytest.mark.parametrize("example", SILENT, ids=lambda example: example.why)
def test_an_act_done_by_the_day_of_publication_passes(example: Example) -> None:
    assert example.message(CHECK) is None
