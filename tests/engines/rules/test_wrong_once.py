"""Sentences on which the rules once told something wrong."""

from __future__ import annotations

from extractor.engines.rules.positions.stand import label_of
from extractor.engines.rules.who.agents import of_entry
from extractor.knowledge.actors import gazetteer
from tests.engines.rules.told import draft

CONTEXT = "U.S. Secretary of State Marco Rubio said Washington would keep its sanctions on Venezuela. "


def test_she_is_not_the_person_of_the_line_before_when_an_unknown_name_speaks() -> None:
    told = draft(CONTEXT + "Machado said that she supported sanctions on Venezuela.")
    assert not [one for one in told.positions if one.evidence[0].sentence == 2]


def test_she_still_is_the_person_named_in_the_line() -> None:
    told = draft("Senator Marta Ruiz, a Republican from Florida, said she opposes lifting sanctions on Iran.")
    assert [one.holder for one in told.positions] == ["Marta Ruiz"]


def test_pressure_on_nobody_is_no_word_for_sanctions() -> None:
    told = draft(CONTEXT + "Senator Marta Ruiz said that she supported “pressure that is intelligent”.")
    assert not [one for one in told.positions if one.holder == "Marta Ruiz"]


def test_a_quotation_is_quoted_with_both_its_marks() -> None:
    told = draft(
        "Kremlin spokesman Dmitry Peskov called the sanctions on Belarus “illegal” and left the room."
    )
    quotes = [evidence.quote for one in told.positions for evidence in one.evidence]
    assert quotes
    assert all(quote.count("“") == quote.count("”") for quote in quotes)


def test_a_label_says_belarus_where_the_line_says_belarusian() -> None:
    entry = gazetteer().by_country("BY")
    assert entry is not None
    assert label_of("lift", [of_entry(entry, "Belarusian", "demonym")]).endswith("on Belarus")
