"""Numbers as news writes them: "12", "1,200", "twelve", "una veintena", "dreizehn"."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["NUMBER_WORDS", "number_of"]

_DIGITS: Final = 7  # of a count: a draft takes no more than ten million, and no group is larger
_GROUPED: Final = re.compile(r"\d{1,3}(?:[.,]\d{3})+")

_UNITS: Final = {
    "en": "one two three four five six seven eight nine",
    "es": "uno dos tres cuatro cinco seis siete ocho nueve",
    "fr": "un deux trois quatre cinq six sept huit neuf",
    "de": "ein zwei drei vier fünf sechs sieben acht neun",
}
_TEENS: Final = {
    "en": "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    "es": "diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve",
    "fr": "dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf",
    "de": "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
}
_TENS: Final = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "fr": "vingt trente quarante cinquante soixante",
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
}
_OTHERS: Final = {
    "un": 1, "une": 1, "una": 1, "eine": 1, "einen": 1, "both": 2, "ambos": 2, "ambas": 2, "beide": 2,
    "dozen": 12, "docena": 12, "douzaine": 12, "dutzend": 12, "decena": 10, "dizaine": 10, "quinzaine": 15,
    "quincena": 15, "veintena": 20, "vingtaine": 20, "trentena": 30, "trentaine": 30, "centenar": 100,
    "centaine": 100, "cincuentena": 50, "cinquantaine": 50, "hundred": 100, "hundert": 100, "cien": 100,
    "soixante-dix": 70, "quatre-vingts": 80, "quatre-vingt-dix": 90, "pair": 2, "trio": 3,
}  # fmt: skip


def _joined(language: str, tens: str, unit: str) -> list[str]:
    if language == "en":
        return [f"{tens}-{unit}"]
    if language == "fr":
        return [f"{tens}-et-{unit}" if unit == "un" else f"{tens}-{unit}"]
    if language == "de":
        return [f"{unit}und{tens}"]
    accented = {"dos": "dós", "tres": "trés", "seis": "séis", "uno": "ún"}.get(unit, unit)
    return [f"veinti{accented}", f"veinti{unit}"] if tens == "veinte" else []


def _words() -> dict[str, int]:
    known = dict(_OTHERS)
    for language, units in _UNITS.items():
        low = units.split()
        for value, word in enumerate([*low, *_TEENS[language].split()], start=1):
            known.setdefault(word, value)
        for place, tens in enumerate(_TENS[language].split(), start=2):
            known[tens] = place * 10
            for unit, word in enumerate(low, start=1):
                known |= dict.fromkeys(_joined(language, tens, word), place * 10 + unit)
    return known


NUMBER_WORDS: Final = _words()
"""Number words of the four languages in lower case, to 99 and the usual round ones."""


def number_of(word: str) -> int | None:
    """The number that one token in lower case tells, or None; a year tells none."""
    if word.isdecimal():
        year = len(word) == 4 and word.startswith(("19", "20"))
        return None if year or len(word) > _DIGITS else int(word)
    known = NUMBER_WORDS.get(word)
    if known is None and _GROUPED.fullmatch(word) and len(word) <= _DIGITS + 2:
        return int(word.replace(",", "").replace(".", ""))
    return known
