"""Repeats folded: one act, one record; another day, another act."""

from __future__ import annotations

from tests.engines.rules.told import acts, draft


def test_a_second_round_months_later_is_an_act_of_its_own() -> None:
    text = "The EU imposed sanctions on Belarus in June. Additional sanctions were levied in August."
    assert [act[0] for act in acts(text)] == ["impose", "tighten"]


def test_what_is_told_again_adds_a_quote_and_no_record() -> None:
    text = "EU sanctions Belarus\n\nThe EU imposed sanctions on Belarus on Monday."
    (told,) = draft(text).events
    assert told.date == "Monday"


def test_history_with_a_day_of_its_own_is_not_folded_into_the_news() -> None:
    text = (
        "The EU imposed sanctions on Belarus, officials said.\n\n"
        "The EU first imposed sanctions on Belarus in 2004."
    )
    assert [told.is_background for told in draft(text).events] == [False, True]


def test_more_names_for_a_listing_go_to_it() -> None:
    text = (
        "The EU imposed sanctions on six Belarusian officials on Monday. "
        "The new listings include Igor Makarov and Pavel Orlov."
    )
    (told,) = draft(text).events
    assert "Igor Makarov" in told.targets
    assert len(told.evidence) == 2


def test_relief_and_pressure_are_never_folded() -> None:
    text = "The EU imposed sanctions on Mali in 2022.\n\nThe EU lifted its sanctions on Mali on Monday."
    assert {act[0] for act in acts(text)} == {"impose", "lift"}
