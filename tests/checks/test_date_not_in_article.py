"""A date's words stand in the article."""

from __future__ import annotations

import pytest

from tests.checks.example import Example, event, position

CHECK = "date_not_in_article"

FIRES = (
    Example(
        "an ISO day",
        "The United States imposed sanctions on Iran on March 5.",
        event("imposed sanctions on Iran", date="2024-03-05"),
        says="date '2024-03-05'",
    ),
    Example(
        "a year added",
        "China opposed sanctions on Iran on March 5.",
        position("opposed sanctions on Iran", date="March 5, 2024"),
        says="date 'March 5, 2024'",
    ),
    Example(
        "a term that is not there, in German",
        "Die EU verhängte Sanktionen gegen Iran bis Juli.",
        event("verhängte Sanktionen gegen Iran", senders=["EU"], in_force="bis 31. Juli"),
        language="de",
        says="in_force 'bis 31. Juli'",
    ),
)

SILENT = (
    Example(
        "as it stands",
        "The United States imposed sanctions on Iran on March 5, valid until July.",
        event("imposed sanctions on Iran", date="on March 5", in_force="until July"),
    ),
    Example(
        "other case and punctuation",
        "On Tuesday (March 5) the United States imposed sanctions on Iran.",
        event("imposed sanctions on Iran", date="on tuesday, March 5"),
    ),
    Example(
        "another space",
        "On 5 March the United States imposed sanctions on Iran.",
        event("imposed sanctions on Iran", date="5 March"),
    ),
    Example(
        "Chinese",
        "中国星期四反对制裁伊朗。",
        position("反对制裁伊朗", holder="中国", issue_targets=["伊朗"], date="星期四"),
        language="zh",
    ),
)


@pytest.mark.parametrize("example", FIRES, ids=lambda example: example.why)
def test_words_for_a_day_that_do_not_stand_there_are_sent_back(example: Example) -> None:
    message = example.message(CHECK)
    assert message is not None
    assert example.says
    assert example.says in message


@pytest.mark.parametrize("example", SILENT, ids=lambda example: example.why)
def test_words_for_a_day_as_they_stand_pass(example: Example) -> None:
    assert example.message(CHECK) is None
