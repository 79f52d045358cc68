"""What is told beside an act: measures, sectors, reasons, legal basis, days, background."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.engines.rules.told import draft, event


def test_measures_are_read_from_the_noun_and_from_what_is_frozen_or_banned() -> None:
    told = event(
        "The EU imposed sanctions on five generals, freezing their assets and barring them from entering."
    )
    assert told.measures == ["asset_freeze", "travel_ban"]
    assert event("The Security Council extended an arms embargo on South Sudan.").measures == ["arms_embargo"]


def test_sectors_are_those_of_the_target_not_words_of_a_name() -> None:
    told = event("The U.S. announced sanctions on Russia's energy, defense and banking sectors.")
    assert told.sectors == ["energy", "finance", "defence"]
    assert event("The U.S. blacklisted Gulf Petroleum Shipping Ltd under its Iran sanctions.").sectors == []


def test_an_objective_needs_a_word_that_opens_a_reason() -> None:
    with_reason = event("Canada imposed sanctions on Myanmar following the coup.")
    assert with_reason.objectives == ["democracy"]
    assert event("Canada imposed sanctions on Myanmar. The coup was in February.").objectives == []


def test_counter_sanctions_are_retaliation() -> None:
    told = event("China imposed sanctions on two American firms in retaliation for the arms deal.")
    assert told.objectives == ["retaliation"]


def test_an_instrument_is_named_as_in_the_text() -> None:
    told = event("The U.S. imposed sanctions on Iran under Executive Order 13902.")
    assert told.instruments == ["Executive Order 13902"]


def test_secondary_sanctions_reach_third_parties() -> None:
    assert event("The U.S. will impose secondary sanctions on Russia.").reach == "secondary"


def test_the_day_is_given_in_the_articles_words() -> None:
    assert event("The EU imposed sanctions on Iran on Monday.").date == "Monday"
    assert event("The EU imposed sanctions on Iran on March 5, 2014.").date == "March 5, 2014"
    assert event("Britain will impose sanctions on Belarus next week.").date == "next week"


def test_a_day_of_another_clause_is_not_the_acts() -> None:
    assert event("Canada imposed sanctions on Myanmar after the February coup.").date is None


def test_until_dates_the_term_and_not_the_act() -> None:
    told = event("EU ambassadors agreed on Wednesday to extend sanctions against Russia until July 31.")
    assert (told.date, told.in_force) == ("Wednesday", "until July 31")


def test_history_is_background_and_the_news_is_not() -> None:
    text = (
        "The EU imposed new sanctions on Iran on Monday.\n\nThe bloc had lifted sanctions on Iran in 2016."
        "\n\nThe United States first imposed sanctions on Iran in 1979."
    )
    assert [told.is_background for told in draft(text, dt.date(2024, 5, 7)).events] == [False, True, True]


def test_the_pluperfect_of_reported_speech_is_no_background() -> None:
    told = event("Mike Pompeo told reporters Washington had imposed new sanctions on Venezuela.")
    assert not told.is_background


def test_a_group_keeps_its_printed_number() -> None:
    text = "The EU imposed sanctions on eleven Iranian officials."
    (group,) = [actor for actor in draft(text).actors if actor.kind == "group"]
    assert (group.name, group.count, group.country) == ("eleven Iranian officials", 11, "IR")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The EU on Tuesday imposed sanctions on Belarus.", "Tuesday"),
        ("Canada imposed sanctions on Myanmar in May last year.", "May last year"),
        ("On Sept 12, 2019, Canada imposed sanctions on Myanmar.", "Sept 12, 2019"),
        ("Britain imposed sanctions on Belarus earlier this month.", "earlier this month"),
        ("Norway may impose sanctions on Belarus.", None),
        ("Canada imposed sanctions on Myanmar after last year's coup.", None),
        (
            "The EU has imposed sanctions on Belarus since it shut a bridge in 2019.",
            "since it shut a bridge in 2019",
        ),
        ("Estados Unidos impuso sanciones a Nicaragua en enero de 2019.", "enero de 2019"),
        ("La Unión Europea impuso este lunes sanciones a Nicaragua.", "este lunes"),
        ("Le Canada a sanctionné jeudi deux ministres du Mali.", "jeudi"),
        ("Die EU hat am Mittwoch Sanktionen gegen Belarus verhängt.", "Mittwoch"),
        ("Die EU verhängte 2019 erstmals Sanktionen gegen Belarus.", "2019"),
    ],
)
def test_the_day_is_that_of_the_acts_own_clause(text: str, words: str | None) -> None:
    (told,) = draft(text, dt.date(2024, 5, 8)).events
    assert told.date == words


def test_a_day_of_another_verb_is_not_the_acts() -> None:
    told = event("The EU imposed sanctions on Belarus, which had jailed a priest on Monday.")
    assert told.date is None


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        (
            "Fiji imposed sanctions on two ministers, whose assets in the country are frozen.",
            ["asset_freeze"],
        ),
        ("Canada imposed sanctions on Myanmar, banning imports of timber.", ["import_restriction"]),
        ("Canada imposed sanctions on Myanmar, prohibiting the sale of pumps to it.", ["export_restriction"]),
        ("Canada imposed an embargo on arms against Fiji.", ["arms_embargo"]),
        (
            "La UE impuso sanciones a Nicaragua que prohíben la importación de oro.",
            ["import_restriction"],
        ),
        (
            "L'UE a imposé des sanctions au Mali : les avoirs de deux ministres sont gelés.",
            ["asset_freeze"],
        ),
        (
            "Die EU verhängte Sanktionen gegen Belarus und untersagte die Ausfuhr von Maschinen.",
            ["export_restriction"],
        ),
    ],
)
def test_what_is_forbidden_tells_the_measure(text: str, measures: list[str]) -> None:
    assert measures in [told.measures for told in draft(text).events]


def test_the_business_of_a_listed_firm_is_no_sector() -> None:
    assert event("The U.S. imposed sanctions on three banks in Minsk.").sectors == []
    assert event("Canada imposed sanctions on Fiji's financial and fishing sectors.").sectors == ["finance"]
    assert event("Canada announced financial sanctions on Fiji.").sectors == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The EU imposed sanctions on Belarus under Regulation (EU) No 765/2006.",
            ["Regulation (EU) No 765/2006"],
        ),
        (
            "Die EU verhängte Sanktionen gegen Belarus nach der Verordnung (EU) Nr. 765/2006.",
            ["Verordnung (EU) Nr. 765/2006"],
        ),
        ("Estados Unidos impuso sanciones a Nicaragua con la Ley Renacer.", ["Ley Renacer"]),
    ],
)
def test_instruments_are_named_in_four_languages(text: str, names: list[str]) -> None:
    assert event(text).instruments == names
