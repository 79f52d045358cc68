"""Grounded drafts become records."""

from __future__ import annotations

import datetime as dt

import pytest

from extractor.normalise import records
from extractor.normalise.actors import ActorTable
from extractor.normalise.attribution import attribution
from extractor.schemas.values import Evidence
from tests.factories import article_of, drafted_event, drafted_position

TUESDAY = dt.date(2024, 5, 7)


def evidence(text: str, quote: str) -> Evidence:
    start = text.index(quote)
    return Evidence(quote=quote, start=start, end=start + len(quote))


def test_an_event_carries_actors_days_and_its_located_quotes_in_order() -> None:
    article = article_of("On Monday the US imposed sanctions on Iran.", published=TUESDAY)
    places = [evidence(article.text, "on Iran"), evidence(article.text, "imposed sanctions")]
    made = records.event(article, drafted_event(date="Monday"), places, ActorTable([]))
    assert [one.quote for one in made.evidence] == ["imposed sanctions", "on Iran"]
    assert [actor.id for actor in made.senders] == ["country:US"]
    assert made.date is not None
    assert (made.date.text, made.date.start, made.date.end) == (
        "Monday",
        dt.date(2024, 5, 6),
        dt.date(2024, 5, 6),
    )


def test_the_day_of_an_act_still_to_come_lies_ahead() -> None:
    article = article_of("The US will impose sanctions on Iran on Monday.", published=TUESDAY)
    drafted = drafted_event("will impose sanctions on Iran on Monday", stage="committed", date="Monday")
    made = records.event(article, drafted, [evidence(article.text, "will impose")], ActorTable([]))
    assert made.date is not None
    assert made.date.start == dt.date(2024, 5, 13)


@pytest.mark.parametrize(
    ("stage", "quote"),
    [
        ("committed", "agreed on Monday to impose sanctions"),
        ("considered", "told parliament on Monday that it would consider sanctions"),
    ],
)
def test_the_day_on_which_something_was_decided_or_told_lies_behind(stage: str, quote: str) -> None:
    article = article_of(f"The US {quote}.", published=TUESDAY)
    drafted = drafted_event(quote, stage=stage, date="Monday")
    made = records.event(article, drafted, [evidence(article.text, quote)], ActorTable([]))
    assert made.date is not None
    assert made.date.start == dt.date(2024, 5, 6)


def test_without_a_publication_date_a_weekday_stays_unresolved() -> None:
    article = article_of("On Monday the US imposed sanctions on Iran.")
    made = records.event(
        article, drafted_event(date="Monday"), [evidence(article.text, "imposed")], ActorTable([])
    )
    assert made.date is not None
    assert (made.date.text, made.date.start, made.date.end) == ("Monday", None, None)


def test_a_position_that_is_not_about_sanctions_has_no_action() -> None:
    article = article_of("China opposes the resolution.")
    drafted = drafted_position(issue_kind="resolution", issue_action="maintain")
    made = records.position(article, drafted, [evidence(article.text, "opposes")], ActorTable([]))
    assert made.issue.action is None
    assert made.leaning == "oppose"


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("He said “we will never agree” to it.", "we will never agree", "direct"),
        ("He said “we will never agree” to it.", "“we will never agree”", "direct"),
        ("He said “we will never agree” to it.", "said “we will never agree”", "mixed"),
        ("He said “no” to what they would never agree to.", "they would never agree", "indirect"),
        ('He said "we will never agree" to it.', "we will never agree", "direct"),
        ("Il dit « jamais » à cela.", "jamais", "direct"),
        ("Er sagte „niemals“ dazu.", "niemals", "direct"),
        ("It's Iran's plan, Europe's too.", "Iran's plan", "indirect"),
        ("The minister said: “We will never agree.", "never agree", "direct"),
    ],
)
def test_attribution_is_read_from_the_quotation_marks(text: str, quote: str, expected: str) -> None:
    assert attribution(article_of(text), (evidence(text, quote),)) == expected


def test_marks_in_another_paragraph_do_not_count() -> None:
    article = article_of("He said “no", "They agreed to the plan.")
    assert attribution(article, (evidence(article.text, "agreed"),)) == "indirect"
