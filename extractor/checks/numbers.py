"""Numbers as newspapers print them: in digits, and spelled in English, Spanish, French and German."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Final

from extractor.checks.plain import bare
from extractor.checks.wordlists import listed, tables

__all__ = ["LANGUAGES", "is_number_word", "printed_numbers"]

LANGUAGES: Final = frozenset(("en", "es", "fr", "de"))

_DIGITS: Final = re.compile(r"\d+(?:[.,'’ \u00a0\u202f]\d{3})+(?!\d)|\d+[.,]\d+|\d+")
_MOST_DIGITS: Final = 15  # longer ones count nothing, and Python reads no more than 4,300
_MAGNITUDE: Final = re.compile(
    r"\s?(?:(?P<thousand>thousand|mil\b|mille|tausend)|(?P<million>million|mill[oó]n|mio))", re.IGNORECASE
)


def printed_numbers(text: str) -> frozenset[int]:
    """Every whole number that ``text`` prints, in digits of any script or in words up to a hundred."""
    found = {number for match in _DIGITS.finditer(text) for number in _read(match, text)}
    low = text.lower()
    found |= {number for words, number in _spelled().items() if words in low and _stands(words, low)}
    return frozenset(found)


def is_number_word(word: str) -> bool:
    """Whether this single word, bare of diacritics, spells a number above one in one of LANGUAGES."""
    return word in _single_words()


def _read(match: re.Match[str], text: str) -> Iterator[int]:
    digits = match[0]
    whole = re.sub(r"\D", "", digits)
    if len(whole) > _MOST_DIGITS:
        return
    parted = re.fullmatch(r"\d+[.,]\d{1,2}", digits)
    yield int(whole if parted is None else re.split(r"[.,]", digits)[0])
    magnitude = _MAGNITUDE.match(text, match.end())
    if magnitude is not None:
        factor = 1_000 if magnitude["thousand"] else 1_000_000
        yield round(float(digits.replace(",", ".") if parted else whole) * factor)


def _stands(words: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


@functools.cache
def _spelled() -> dict[str, int]:
    spelled = {
        word: int(number) for number, words in tables("numbers")["others"].items() for word in words.split()
    }
    for language in sorted(LANGUAGES):
        spelled |= {word: number for number, word in enumerate(_units(language))}
        spelled |= dict(_beyond(language))
    return spelled


def _units(language: str) -> list[str]:
    return listed(tables("numbers")[language]["units"])


def _beyond(language: str) -> Iterator[tuple[str, int]]:
    """The tens, and with their units."""
    units = _units(language)
    for place, tens in enumerate(
        listed(tables("numbers")[language]["tens"]), start=3 if language == "es" else 2
    ):
        yield tens, place * 10
        for unit in range(1, 20 if (language, place) == ("fr", 6) else 10):
            for words in _joined(language, tens, unit, units[unit]):
                yield words, place * 10 + unit
    if language == "fr":
        yield from ((f"quatre-vingt-{units[unit]}", 80 + unit) for unit in range(1, 20))


def _joined(language: str, tens: str, unit: int, word: str) -> tuple[str, ...]:
    if language == "en":
        return f"{tens}-{word}", f"{tens} {word}"
    if language == "es":
        return (f"{tens} y {word}",)
    if language == "de":
        return (f"{'ein' if unit == 1 else word}und{tens}",)
    return (f"{tens} et {word}" if unit in (1, 11) else f"{tens}-{word}",)


@functools.cache
def _single_words() -> frozenset[str]:
    return frozenset(bare(words) for words, number in _spelled().items() if number > 1 and words.isalpha())
