"""What counts as a word: a run between white space, or one character of a script written without spaces.

A run of Katakana and a number in Chinese figures are one word each ("インド" is no word of "インドネシア"),
and so is a number whose thousands stand apart.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from extractor.grounding.typography import Folded

__all__ = ["is_katakana", "is_mark", "is_numeral", "is_unspaced", "is_word", "shown", "weight", "word_spans"]

_KATAKANA: Final = "\u30a1-\u30fa\u30fc-\u30ff"
_FIGURES: Final = "〇零一二三四五六七八九十百千万萬亿億兆两兩廿"
# Thai and Lao, Burmese, Khmer, Kana and Han; with the marks that belong to the character before.
_UNSPACED: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_MARKS: Final = (
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u17b4-\u17d3\u17dd"
    "\u3099\u309a"
)

_IS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_IS_KATAKANA = re.compile(f"[{_KATAKANA}]")
_WORD = re.compile(
    r"\d{1,3}(?: \d{3})+(?=\s|\Z)"
    rf"|[{_KATAKANA}]+|[{_FIGURES}]+|[{_UNSPACED}][{_MARKS}]*|[^\s{_UNSPACED}]+",
)
_LONGEST_SHOWN = 60
_SHOWN_CHARACTERS = 8  # of a script without spaces


def is_mark(character: str) -> bool:
    """Whether it is written upon the character before it."""
    return character >= "\u0300" and unicodedata.category(character)[0] == "M"


@lru_cache(maxsize=4096)
def is_word(character: str) -> bool:
    """Whether it is part of words: a letter, a digit or a mark upon one."""
    return character.isalnum() or is_mark(character)


def is_unspaced(character: str) -> bool:
    """Whether it is of a script written without spaces between words."""
    return character >= "\u0e00" and _IS_UNSPACED.match(character) is not None


def is_katakana(character: str) -> bool:
    """Whether it is a letter of the script in which Japanese writes foreign names."""
    return _IS_KATAKANA.match(character) is not None


def is_numeral(character: str) -> bool:
    """Whether it is part of a number in figures: a digit of any script, or a Chinese figure."""
    return character.isdecimal() or character in _FIGURES


def word_spans(text: str) -> list[tuple[int, int]]:
    """Where the words of a folded text begin and end."""
    return [found.span() for found in _WORD.finditer(text)]


def weight(text: str) -> float:
    """How much a folded text says, in words; a character of a script without spaces is half of one."""
    words = (text[start:end] for start, end in word_spans(text))
    return sum(0.5 if is_unspaced(word[0]) else 1 for word in words if any(map(is_word, word)))


def shown(folded: Folded, at: int, limit: int) -> str:
    """The words at ``at`` as a message shows them: up to the next space, or a few characters without any."""
    space = folded.text.find(" ", at, min(limit, at + _LONGEST_SHOWN))
    end = space if space != -1 else min(limit, at + _LONGEST_SHOWN)
    if is_unspaced(folded.text[at]):
        end = min(end, at + _SHOWN_CHARACTERS)
    return folded.text[at:end]
