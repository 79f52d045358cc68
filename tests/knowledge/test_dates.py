"""Words for days: what they mean seen from a publication date, and where they stand."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.knowledge.date_words import LANGUAGES
from extractor.knowledge.dates import find, resolve

FRIDAY = dt.date(2022, 2, 25)


def days(
    words: str, language: str = "en", published: dt.date | None = FRIDAY, *, future: bool = False
) -> str:
    start, end = resolve(words, published, language, future=future)
    if start == end:
        return start.isoformat() if start else ""
    return f"{start or ''}..{end or ''}"


def found(text: str, language: str | None = "en") -> list[str]:
    return [text[start:end] for start, end in find(text, language)]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Tuesday", "2022-02-22"),
        ("on Tuesday evening", "2022-02-22"),
        ("Friday", "2022-02-25"),
        ("last Friday", "2022-02-18"),
        ("this Saturday", "2022-02-26"),
        ("Tuesday last week", "2022-02-15"),
        ("next Tuesday", "2022-03-01"),
        ("Thursday and Friday", "2022-02-24..2022-02-25"),
        ("yesterday", "2022-02-24"),
        ("the day before yesterday", "2022-02-23"),
        ("today", "2022-02-25"),
        ("last night", "2022-02-24"),
        ("tomorrow", "2022-02-26"),
        ("this week", "2022-02-21..2022-02-27"),
        ("last week", "2022-02-14..2022-02-20"),
        ("two weeks ago", "2022-02-07..2022-02-13"),
        ("three days ago", "2022-02-22"),
        ("over the weekend", "2022-02-19..2022-02-20"),
        ("last month", "2022-01-01..2022-01-31"),
        ("a year ago", "2021-01-01..2021-12-31"),
        ("earlier this year", "2022-01-01..2022-12-31"),
        ("later this month", "2022-02-25..2022-02-28"),
        ("in the past two months", "2021-12-25..2022-02-25"),
        ("by the end of the year", "..2022-12-31"),
        ("last quarter", "2021-10-01..2021-12-31"),
    ],
)
def test_relative_words_are_seen_from_the_publication_date(words: str, meant: str) -> None:
    assert days(words) == meant
    assert days(words, published=None) == ""


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("in 2014", "2014-01-01..2014-12-31"),
        ("March 2014", "2014-03-01..2014-03-31"),
        ("mid-March 2014", "2014-03-01..2014-03-31"),
        ("since 2014", "2014-01-01.."),
        ("until 15 September 2026", "..2026-09-15"),
        ("through September 15, 2026", "..2026-09-15"),
        ("on 12 May 2021", "2021-05-12"),
        ("Wednesday, May 12th, 2021", "2021-05-12"),
        ("Sept. 5, 2021", "2021-09-05"),
        ("12.05.2021", "2021-05-12"),
        ("2021-05-12", "2021-05-12"),
        ("25/03/2024", "2024-03-25"),
        ("03/25/2024", "2024-03-25"),
        ("05/05/2024", "2024-05-05"),
        ("05/03/2024", ""),
        ("March 1-5, 2022", "2022-03-01..2022-03-05"),
        ("1–5 March 2022", "2022-03-01..2022-03-05"),
        ("between November and February 2022", "2021-11-01..2022-02-28"),
        ("from 1 March 2021 to 5 April 2022", "2021-03-01..2022-04-05"),
        ("2014-2016", "2014-01-01..2016-12-31"),
        ("the first quarter of 2023", "2023-01-01..2023-03-31"),
        ("Q4 2023", "2023-10-01..2023-12-31"),
        ("second half of 2023", "2023-07-01..2023-12-31"),
        ("the 1990s", "1990-01-01..1999-12-31"),
        ("29 February 2023", ""),
        ("31 September 2022", ""),
    ],
)
def test_absolute_dates_need_no_publication_date(words: str, meant: str) -> None:
    assert days(words) == meant
    assert days(words, published=None) == meant


@pytest.mark.parametrize(
    ("words", "past", "ahead"),
    [
        ("in March", "2021-03-01..2021-03-31", "2022-03-01..2022-03-31"),
        ("in February", "2022-02-01..2022-02-28", "2022-02-01..2022-02-28"),
        ("24 February", "2022-02-24", "2023-02-24"),
        ("on Thursday", "2022-02-24", "2022-03-03"),
        ("on Friday", "2022-02-25", "2022-02-25"),
        ("Thursday and Friday", "2022-02-24..2022-02-25", "2022-03-03..2022-03-04"),
        ("from 1 March to 5 April", "2021-03-01..2021-04-05", "2022-03-01..2022-04-05"),
        ("from 1 December to 5 January", "2021-12-01..2022-01-05", "2022-12-01..2023-01-05"),
        ("until 15 September", "..2022-09-15", "..2022-09-15"),
        ("last March", "2021-03-01..2021-03-31", "2021-03-01..2021-03-31"),
        ("5 March last year", "2021-03-05", "2021-03-05"),
    ],
)
def test_a_missing_year_or_week_is_the_nearest_that_way(words: str, past: str, ahead: str) -> None:
    assert days(words) == past
    assert days(words, future=True) == ahead
    assert days(words, published=None) == ""


@pytest.mark.parametrize(
    "words",
    [
        "recently",
        "days after",
        "may",
        "we may",
        "march",
        "soon",
        "a few weeks ago",
        "",
        "the",
        "5",
        "week",
        "us",
        "Monday's child",
        "G20",
        "1718",
        "3 o'clock",
        "of March protests",
    ],
)
def test_vague_words_and_other_words_mean_no_days(words: str) -> None:
    assert days(words) == ""


@pytest.mark.parametrize(
    ("language", "words", "meant"),
    [
        ("es", "ayer", "2022-02-24"),
        ("es", "el 24 de febrero de 2022", "2022-02-24"),
        ("es", "la semana pasada", "2022-02-14..2022-02-20"),
        ("es", "hace dos semanas", "2022-02-07..2022-02-13"),
        ("es", "el lunes pasado", "2022-02-21"),
        ("es", "el pasado lunes", "2022-02-21"),
        ("es", "desde 2014", "2014-01-01.."),
        ("es", "hasta el 15 de septiembre de 2026", "..2026-09-15"),
        ("es", "del 1 de marzo al 5 de abril de 2021", "2021-03-01..2021-04-05"),
        ("es", "a finales de 2021", "2021-01-01..2021-12-31"),
        ("es", "el próximo martes", "2022-03-01"),
        ("es", "05/03/2024", "2024-03-05"),
        ("fr", "hier", "2022-02-24"),
        ("fr", "lundi", "2022-02-21"),
        ("fr", "mardi dernier", "2022-02-22"),
        ("fr", "le 3 mai", "2021-05-03"),
        ("fr", "le 1er mars 2021", "2021-03-01"),
        ("fr", "il y a deux semaines", "2022-02-07..2022-02-13"),
        ("fr", "jusqu’au 15 septembre 2026", "..2026-09-15"),
        ("fr", "du 1er mars au 5 avril 2021", "2021-03-01..2021-04-05"),
        ("fr", "aujourd'hui", "2022-02-25"),
        ("fr", "avant-hier", "2022-02-23"),
        ("fr", "début août 2021", "2021-08-01..2021-08-31"),
        ("de", "gestern", "2022-02-24"),
        ("de", "hier", ""),
        ("de", "5. März 2022", "2022-03-05"),
        ("de", "am Dienstagabend", "2022-02-22"),
        ("de", "vor zwei Wochen", "2022-02-07..2022-02-13"),
        ("de", "letzte Woche", "2022-02-14..2022-02-20"),
        ("de", "seit 2014", "2014-01-01.."),
        ("de", "bis zum 15. September 2026", "..2026-09-15"),
        ("de", "vom 1. März bis zum 5. April 2021", "2021-03-01..2021-04-05"),
        ("de", "nächsten Dienstag", "2022-03-01"),
        ("de", "March 2014", "2014-03-01..2014-03-31"),
        ("it", "24 febbraio 2022", "2022-02-24"),
        ("ru", "24 февраля 2022", "2022-02-24"),
        ("it", "ieri", ""),
        ("xx", "24 foo 2022", ""),
    ],
)
def test_other_languages_are_read_by_their_own_words(language: str, words: str, meant: str) -> None:
    assert days(words, language) == meant


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Biden may meet on Tuesday and we march on.", ["Tuesday"]),
        ("In March 2014 the EU acted; May said no.", ["March 2014"]),
        ("Two weeks ago, on 24 February 2022, again", ["Two weeks ago", "24 February 2022"]),
        ("the 15-member council’s resolution 2231 of 10 officials", []),
        ("at Friday’s session in May", ["Friday", "May"]),
        ("March of protest. A second and third try.", []),
        ("the 2014 sanctions, in force since 2014", ["since 2014"]),
        ("from 1 March to 5 April 2022.", ["from 1 March to 5 April 2022"]),
        ("It ended on 5 March. Tuesday was calm.", ["5 March", "Tuesday"]),
        ("according to India Today TV", []),
        ("Today he left", ["Today"]),
        ("on Tuesday and Friday", ["Tuesday", "Friday"]),
        ("on Thursday and Friday", ["Thursday and Friday"]),
        ("dated 05/03/2024", ["05/03/2024"]),
        ("extended until 15 September 2026 by the Council", ["until 15 September 2026"]),
    ],
)
def test_date_expressions_are_found_and_junk_is_not(text: str, spans: list[str]) -> None:
    assert found(text) == spans


def test_date_expressions_are_found_in_other_languages() -> None:
    assert found("El martes 24 de febrero de 2022 y hace dos semanas", "es") == [
        "martes 24 de febrero de 2022",
        "hace dos semanas",
    ]
    assert found("Le lundi 3 mai 2021, hier ; en mai. Un homme", "fr") == ["lundi 3 mai 2021", "hier", "mai"]
    assert found("Am 5. März 2022 ist er hier, seit 2014.", "de") == ["5. März 2022", "seit 2014"]
    assert found("Martedì 24 febbraio 2022", "it") == []


PIECES = st.sampled_from(
    [
        "from",
        "to",
        "until",
        "since",
        "and",
        "in",
        "last",
        "next",
        "this",
        "two",
        "weeks",
        "ago",
        "March",
        "Friday",
        "1",
        "31",
        "29",
        "2014",
        "9999",
        "2100",
        "00/00/0000",
        "12.05.2021",
        "0001-01-01",
        "quarter",
        "weekend",
        "hace",
        "depuis",
        "bis",
        "März",
        "mayo",
        "year",
        "month",
        "the",
        "-",
        ",",
        ".",
    ]
)
DATES = st.one_of(st.none(), st.dates())
ANY_LANGUAGE = st.sampled_from([None, *LANGUAGES])


@given(st.lists(PIECES, max_size=7).map(" ".join), DATES, ANY_LANGUAGE, st.booleans())
def test_a_start_is_never_after_its_end(
    words: str, published: dt.date | None, language: str | None, future: bool
) -> None:
    start, end = resolve(words, published, language, future=future)
    assert start is None or end is None or start <= end


@given(st.lists(PIECES, max_size=12).map(" ".join), ANY_LANGUAGE)
def test_found_spans_are_in_order_and_apart(text: str, language: str | None) -> None:
    last = 0
    for start, end in find(text, language):
        assert last <= start < end <= len(text)
        last = end


@given(st.dates(dt.date(1990, 1, 1), dt.date(2090, 12, 31)), st.dates(dt.date(1990, 1, 1)))
def test_a_printed_day_means_itself_whenever_it_is_read(day: dt.date, published: dt.date) -> None:
    month = f"{day:%B}"
    for words in (
        day.isoformat(),
        f"{day:%d.%m.%Y}",
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
    ):
        assert resolve(words, published, "en") == (day, day)


@given(st.text())
def test_any_text_is_searched_and_read_without_an_error(text: str) -> None:
    find(text)
    resolve(text, FRIDAY)


def test_a_number_in_letters_is_no_day_of_the_month() -> None:
    assert found("In March a court in Oslo ruled.") == ["March"]
    assert found("Im Dezember elf Personen gelistet", "de") == ["Dezember"]
    assert found("They agreed two weeks ago to meet.") == ["two weeks ago"]


def test_a_german_year_stands_alone_but_a_count_does_not() -> None:
    assert found("Die Liste umfasst 2011 Personen.", "de") == []
    assert found("Der Rat beschloss 2011 erstmals ein Embargo.", "de") == ["2011"]


def test_a_clause_after_since_is_dated_by_its_day() -> None:
    assert days("since Fiji seized the island in May 2019") == "2019-05-01.."
    assert days("seit dem Überfall auf die Insel im Mai 2019", "de") == "2019-05-01.."


def test_german_vom_opens_a_period_only_with_its_end() -> None:
    assert days("vom November", "de") == "2021-11-01..2021-11-30"
    assert days("vom 3. bis 5. März 2021", "de") == "2021-03-03..2021-03-05"


def test_yesterday_with_its_weekday_is_one_day() -> None:
    assert days("yesterday, Thursday") == "2022-02-24"


def test_days_beyond_the_calendar_are_found_and_not_settled() -> None:
    assert find("March to 0001-01-01") == [(0, 19)]
    assert resolve("March to 0001-01-01", dt.date(2026, 3, 5), "en") == (None, None)
