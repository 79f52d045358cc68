"""Words for days and periods in English, Spanish, French and German, read into one small notation.

The notation is a line of marks: ``M3`` March, ``W0`` Monday, ``5`` a number of up to two digits, ``2014`` a
year, ``D2021-05-12`` a day, ``D?`` a numeric date with two readings, the units ``day week weekend month
quarter half year decade``, and words that ``date_grammar`` knows: ``last next this ago since until to …``.
The phrases of each language stand in ``data/date_words``; one that says nothing about the day ("on", "the",
"evening") has the mark ``-`` there and an empty mark here.
"""

from __future__ import annotations

import csv
import datetime as dt
import functools
import io
import re
import unicodedata
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import Final

__all__ = ["LANGUAGES", "Piece", "anchors", "read_pieces"]

LANGUAGES: Final = ("en", "es", "fr", "de")

_CAPITALS: Final = frozenset(("en", "de"))  # months and weekdays are printed with a capital there

_PIECE: Final = re.compile(
    r"""(?<![\w])(?:
      (?P<iso>\d{4}[-/]\d{1,2}[-/]\d{1,2})
    | (?P<numeric>\d{1,2}(?P<sep>[./-])\d{1,2}(?P=sep)(?:\d{4}|\d\d))
    | (?P<clock>\d{1,2}:\d{2})
    | (?P<decade>(?:19|20)\d0)s
    | (?P<number>\d+)(?:st|nd|rd|th|ers?|ère|º|ª|°)?
    | (?P<quarter>[QT][1-4])
    | (?P<word>[^\W\d_][\u0300-\u036f\u00ad]*(?:[^\W\d_]|[\u0300-\u036f\u00ad])*)
    )(?![\w])""",
    re.VERBOSE,
)
_ANCHOR: Final = re.compile(
    r"M\d|W\d|(?:day|week|weekend|month|year|quarter|half|yesterday|today|tomorrow|\w+_\w+|this \w+)$"
)
_COUNTED: Final = re.compile(r"(?:day|week|weekend|month|quarter|half|year|past|next|last|\d+ ?quarter)\b")
_ORDINALS: Final = frozenset(
    ["first", "second", "third", "premier", "primero", "primer", "erste", "ersten", "zweiten"]
)  # fmt: skip
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_DASH: Final = re.compile(r"\s*[-–—]\s*")
_Lexicon = dict[str, list[tuple[tuple[str, ...], str]]]


@dataclass(frozen=True, slots=True)
class Piece:
    """One word or number at ``text[start:end]`` and its mark; None when no date word."""

    start: int
    end: int
    mark: str | None


def read_pieces(text: str, language: str) -> list[Piece]:
    """The words and numbers of ``text`` in order, several words of one phrase as one piece."""
    matches = list(_PIECE.finditer(text))
    lexicon = _lexicon(language)
    pieces: list[Piece] = []
    place = 0
    while place < len(matches):
        match = matches[place]
        if match["number"] and pieces and _is_dashed(text, pieces[-1], match):
            pieces.append(Piece(pieces[-1].end, match.start(), "to"))
        if match["word"] is None:
            pieces.append(Piece(match.start(), match.end(), _number_mark(match, language)))
            place += 1
            continue
        count, mark = _phrase(matches, place, lexicon, language)
        pieces.append(Piece(match.start(), matches[place + count - 1].end(), mark))
        place += count
    following = [*pieces[1:], None]
    return [_counting(text, piece, after) for piece, after in zip(pieces, following, strict=False)]


def _counting(text: str, piece: Piece, following: Piece | None) -> Piece:
    """A number in letters counts units ("two weeks ago"); it is no day of the month ("in March a court")."""
    if piece.mark is None or not piece.mark.isdigit() or text[piece.start].isdigit():
        return piece
    if text[piece.start : piece.end].lower() in _ORDINALS:
        return piece
    if following is not None and following.mark is not None and _COUNTED.match(following.mark):
        return piece
    return replace(piece, mark=None)


@functools.cache
def anchors(language: str) -> frozenset[str]:
    """Lower-case words one of which stands in every date expression without a year or numeric date."""
    return frozenset(
        phrase[-1]
        for phrases in _lexicon(language).values()
        for phrase, mark in phrases
        if _ANCHOR.match(mark)
    )


def _is_dashed(text: str, before: Piece, match: re.Match[str]) -> bool:
    dashed = _DASH.fullmatch(text[before.end : match.start()]) is not None
    return dashed and before.mark is not None and before.mark.isdigit()


def _phrase(
    matches: list[re.Match[str]], place: int, lexicon: _Lexicon, language: str
) -> tuple[int, str | None]:
    first = _fold(matches[place]["word"])
    for phrase, mark in lexicon.get(first, ()):
        if len(phrase) == 1:
            return 1, _by_case(mark, matches[place]["word"], language)
        words = [match["word"] for match in matches[place : place + len(phrase)]]
        if len(words) == len(phrase) and all(
            word is not None and _fold(word) == wanted for word, wanted in zip(words, phrase, strict=True)
        ):
            return len(phrase), _by_case(mark, str(words[0]), language)
    return 1, None


def _by_case(mark: str, word: str, language: str) -> str | None:
    if language in _CAPITALS and mark[:1] in ("M", "W") and not word[0].isupper():
        return None  # "may", "march", "august" are words of their own
    if mark == "tomorrow" and language == "de" and word[0].isupper():
        return ""  # "heute Morgen"
    return mark


def _number_mark(match: re.Match[str], language: str) -> str | None:
    if match["iso"]:
        year, month, day = map(int, re.split("[-/]", match["iso"]))
        return _day_mark([(year, month, day)])
    if match["numeric"]:
        return _numeric_mark(match["numeric"], match["sep"], language)
    if match["number"]:
        number = match["number"]
        return str(int(number)) if len(number) <= 2 else number if _YEAR.fullmatch(number) else None
    if match["decade"]:
        return f"{match['decade']} decade"
    return f"{match['quarter'][1]} quarter" if match["quarter"] else ""  # a time of day


def _numeric_mark(digits: str, separator: str, language: str) -> str | None:
    first, second, year = map(int, digits.split(separator))
    if year < 100:
        year += 2000 if year < 70 else 1900
    day_first = separator == "." or language != "en"
    readings = [(year, second, first)] if day_first else [(year, second, first), (year, first, second)]
    return _day_mark(readings)


def _day_mark(readings: list[tuple[int, int, int]]) -> str | None:
    days = set()
    for reading in readings:
        try:
            days.add(dt.date(*reading))
        except ValueError:
            continue
    if not days:
        return None
    return f"D{days.pop().isoformat()}" if len(days) == 1 else "D?"


def _fold(word: str) -> str:
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFKC", word.replace("\u00ad", "")).lower()


@functools.cache
def _lexicon(language: str) -> _Lexicon:
    """The phrases of one language by their first word, longest first, from ``data/date_words``."""
    table = files("extractor.knowledge") / "data" / "date_words" / f"{language}.csv"
    found: _Lexicon = {}
    for row in csv.DictReader(io.StringIO(table.read_text(encoding="utf-8-sig"))):
        words = tuple(row["phrase"].split())
        found.setdefault(words[0], []).append((words, row["mark"].removeprefix("-")))
    for phrases in found.values():
        phrases.sort(key=lambda phrase: -len(phrase[0]))
    return found
