"""Words for days and periods: what days they mean, and where in a text they stand.

Rules (data-model, ruling 18): a weekday is the last one on or before the publication date; "two weeks ago"
and "this week" are that calendar week, Monday to Sunday; "since 2014" leaves the end open; "recently" and
"days after" mean no days. A missing year is that of the nearest such day on or before the publication date
(after "until" and "by", on or after it). With ``future`` the nearest is sought ahead.
"""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import re
from collections.abc import Iterator
from typing import Final

from extractor.knowledge.date_grammar import View, read_span
from extractor.knowledge.date_words import LANGUAGES, Piece, anchors, read_pieces

__all__ = ["find", "resolve"]

_ABSOLUTE: Final = re.compile(r"\d|M")
_NEEDS_LEAD: Final = re.compile(r"M\d+|\d{4}")  # a bare month or year is a date only after "in", "since" ...
_SOME_DAY: Final = dt.date(2024, 7, 10)
_LONGEST: Final = 16  # marks in one date expression
_GAP: Final = re.compile(r"[\s,'’\u00a0]*|\s*[-–—]\s*|\.\s*")
_ANY_WORD: Final = re.compile(r"[^\W\d_]+|\d+(?:[./-]\d+)*")
_GERMAN_YEAR: Final = re.compile(r"(?:^|[.!?] |\b[a-zäöüß]+ )((?:19|20)\d\d)(?= [a-zäöüß]|[.,;]|$)")
_TELLING_NUMBER: Final = re.compile(r"(?:19|20)\d\d|\d{1,4}([./-])\d{1,2}\1\d{1,4}|\d{4}-\d{4}")
_REACH: Final = 36  # characters from a telling word within which its expression starts and ends
_TITLES: Final = frozenset(("Today", "Yesterday", "Tomorrow"))  # "India Today" is a newspaper


def resolve(
    words: str, published: dt.date | None = None, language: str | None = None, *, future: bool = False
) -> tuple[dt.date | None, dt.date | None]:
    """First and last day that ``words`` mean, seen from the publication date, else (None, None).

    Args:
        words: the words as printed, with or without their preposition: "on Tuesday", "since 2014".
        language: ISO 639-1 of the words; absolute dates are tried in the other languages as well.
        future: look ahead where the words do not say ("on Thursday" for an act still to come).

    Returns:
        Both days included; None is an open or unknown side. The first is never after the last.
    """
    view = View(published, future)
    for tried in _order(language):
        pieces = read_pieces(words, tried)
        marks = _since_clause([piece.mark for piece in pieces])
        if not pieces or None in marks:
            continue
        line = " ".join(mark for mark in marks if mark)
        if tried != (language or tried) and not _ABSOLUTE.search(line):
            continue  # "hier" is French for yesterday, German for here
        span = read_span(line, view)
        if span is not None:
            return span
    return _by_dateparser(words, language)


def _since_clause(marks: list[str | None]) -> list[str | None]:
    """ "since Russia invaded Ukraine in 2022": what lies between is no date word."""
    if marks[:1] != ["since"] or None not in marks:
        return marks
    last = len(marks) - marks[::-1].index(None)
    return ["since", *marks[last:]] if last < len(marks) else marks


def _order(language: str | None) -> list[str]:
    own = [language] if language in LANGUAGES else []
    return own + [other for other in LANGUAGES if other != language]


def _by_dateparser(words: str, language: str | None) -> tuple[dt.date | None, dt.date | None]:
    """A day with its year in a language without rules of its own. Relative words are never guessed at."""
    if language is None or language in LANGUAGES or not re.search(r"\d{4}", words):
        return None, None
    import dateparser

    try:
        found = dateparser.parse(
            words,
            languages=[language],
            settings={"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]},
        )
    except ValueError:  # a language that dateparser does not know
        return None, None
    if found is None:
        return None, None
    return found.date(), found.date()


def find(text: str, language: str | None = None) -> list[tuple[int, int]]:
    """Spans ``text[start:end]`` of date expressions, in order, not overlapping, without "on" or "in".

    ``language`` is that of the text, English when None; other languages than en, es, fr and de give none.
    A bare month or year counts only where a preposition or another date word leads it.
    """
    language = language or "en"
    if language not in LANGUAGES:
        return []
    found: list[tuple[int, int]] = []
    for start, end in _windows(text, language):
        spans: Iterator[tuple[int, int]] = itertools.chain.from_iterable(
            map(_spans, _runs(text[start:end], language))
        )
        if language == "de":
            spans = itertools.chain(spans, _bare_years(text[start:end]))
        found.extend((start + first, start + last) for first, last in spans)
    if language == "de":
        found = _apart(found)
    return [span for span in found if not _is_title(text, span)]


def _bare_years(text: str) -> Iterator[tuple[int, int]]:
    """German dates by the year alone: "verhängte 2006 nach dem Atomtest". Before a noun it is a count."""
    for match in _GERMAN_YEAR.finditer(text):
        yield match.span(1)


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, without a bare year that lies in a longer date."""
    kept: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda one: (one[0], -one[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _windows(text: str, language: str) -> list[tuple[int, int]]:
    """Stretches of the text around words that tell of a day: a cheap look before the close one."""
    telling = anchors(language)
    windows: list[tuple[int, int]] = []
    for match in _ANY_WORD.finditer(text):
        word = match[0].lower()
        if word not in telling and not (word[0].isdigit() and _TELLING_NUMBER.match(word)):
            continue
        start, end = max(0, match.start() - _REACH), match.end() + _REACH
        if windows and start <= windows[-1][1]:
            windows[-1] = windows[-1][0], end
        else:
            windows.append((start, end))
    return [_at_words(text, start, end) for start, end in windows]


def _at_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, min(end, len(text))


def _is_title(text: str, span: tuple[int, int]) -> bool:
    before = text[max(0, span[0] - 2) : span[0]]
    return text[slice(*span)] in _TITLES and before[:1].isalpha() and before[1:] == " "


def _runs(text: str, language: str) -> Iterator[list[Piece]]:
    """Stretches of date words with nothing but spaces, commas and dashes between them."""
    run: list[Piece] = []
    for piece in read_pieces(text, language):
        if run and (piece.mark is None or not _joined(text, run[-1], piece)):
            yield run
            run = []
        if piece.mark is not None:
            run.append(piece)
    if run:
        yield run


def _joined(text: str, before: Piece, piece: Piece) -> bool:
    gap = text[before.end : piece.start]
    if "\n\n" in gap or _GAP.fullmatch(gap) is None:
        return False
    if "." not in gap:
        return True
    mark, number_next = before.mark or "", text[piece.start].isdigit()
    if mark.isdigit() and int(mark) <= 31:  # "5. März"; any other dot ends the sentence
        return (piece.mark or "").startswith("M")
    return mark.startswith("M") and number_next and before.end - before.start <= 5  # "Sept. 5"


def _spans(run: list[Piece]) -> Iterator[tuple[int, int]]:
    first = 0
    while first < len(run):
        last = _expression_end(run, first)
        if last is None:
            first += 1
            continue
        yield run[first].start, run[last].end
        first = last + 1


def _expression_end(run: list[Piece], first: int) -> int | None:
    if run[first].mark in ("", "in"):
        return None
    lead = first > 0 and any(run[before].mark == "in" for before in range(max(0, first - 2), first))
    for last in range(min(len(run), first + _LONGEST) - 1, first - 1, -1):
        if run[last].mark in ("", "in"):
            continue
        line = " ".join(piece.mark for piece in run[first : last + 1] if piece.mark)
        if _is_expression(line) and (lead or not _NEEDS_LEAD.fullmatch(line)):
            return last
    return None


@functools.lru_cache(maxsize=8192)
def _is_expression(line: str) -> bool:
    return read_span(line, View(_SOME_DAY)) is not None
