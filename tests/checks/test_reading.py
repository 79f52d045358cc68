"""An article is read once for all of its records, and every offset is that of its text."""

from __future__ import annotations

import datetime as dt

from extractor.article.build import article_from_text
from extractor.article.model import Article
from extractor.checks.case import Reading
from extractor.checks.plain import plain_of
from tests.checks.example import actor


def article(text: str) -> Article:
    return article_from_text(text, source="test.txt", published=dt.date(2024, 3, 5))


def test_a_name_is_found_under_other_typography_at_its_own_offset() -> None:
    text = "“Aid to N’Djamena”, said the Ivory\u00a0Coast."
    plain = plain_of(article(text))
    assert plain.find("N'Djamena") == (text.index("N’"),)
    assert plain.find("ivory coast") == (text.index("Ivory"),)


def test_a_name_with_a_soft_hyphen_is_found_at_its_own_offset() -> None:
    text = "After talks in Wash\u00ading\u00adton, Moscow left."
    plain = plain_of(article(text))
    assert plain.find("Washington") == (text.index("Wash"),)
    assert plain.find("Moscow") == (text.index("Moscow"),)


def test_a_name_is_not_found_within_a_longer_word_or_a_sum_of_money() -> None:
    plain = plain_of(article("Nigerian banks lost US$5 million, and told us so."))
    assert plain.find("Niger") == ()
    assert plain.find("US") == ()
    assert plain.find("Nigerian") == (0,)


def test_a_reading_with_more_actors_keeps_what_was_looked_up() -> None:
    first = Reading(article("Lula said that Brazil opposes sanctions on Iran."), {})
    assert first.mention("Luiz Silva") is None
    known = first.text.known
    second = first.grown({"Luiz Inácio Lula": actor("Luiz Inácio Lula", "person", country="BR")})
    assert second.text.known is known
    found = second.mention("Luiz Inácio Lula")
    assert found is not None
    assert (found.how, found.missing) == ("part", ("luiz", "inacio"))


def test_a_description_is_found_whatever_the_spelling_of_the_name() -> None:
    reading = Reading(article("Iran."), {"Bank  Mellat": actor("Bank  Mellat", "company")})
    assert reading.described("BANK MELLAT") is reading.actors["Bank  Mellat"]
    assert reading.described("Bank Saderat") is None
