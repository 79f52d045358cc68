"""Words of a text with what stands between them, folded so that typography makes no difference."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Final

__all__ = ["Words", "fold_gap", "split"]

_GAP: Final = re.compile(r"([\W_]+)")
_GAP_IN_ASCII: Final = re.compile(r"([^a-z0-9]+)")  # the same in lower-case ASCII, at half the price
# Combining marks and characters without width do not end a word (texts come in NFD, or with soft hyphens).
_UNSEEN_CLASS: Final = "\u00ad\u200b-\u200d\u2060\ufeff"
_UNSEEN: Final = re.compile(f"[{_UNSEEN_CLASS}]")
_WITHIN: Final = re.compile(f"[\u0300-\u036f{_UNSEEN_CLASS}]")
_GAP_BUT_MARKS: Final = re.compile(rf"((?:(?![\u0300-\u036f{_UNSEEN_CLASS}])[\W_])+)")
_APOSTROPHES: Final = frozenset("'’‘ʼ`´′＇ʻʿʾ")
_HYPHENS: Final = frozenset("-‐‑‒–﹣－")
_LONGEST_ABBREVIATED: Final = 3  # "St." and "Gen." end no sentence, "Korea." does


@dataclass(frozen=True, slots=True)
class Words:
    """Pieces of ``text``, by turns a word and a gap, the first and the last a word (perhaps empty).

    ``folds`` holds the pieces in lower case, ``starts`` their offsets in ``text`` and the end of the last.
    Indices of words are even, indices of gaps odd.
    """

    text: str
    folds: list[str]
    starts: list[int]

    def gap(self, index: int) -> str:
        """The gap at the odd ``index``, folded; see ``fold_gap``."""
        return fold_gap(self.folds[index], len(self.folds[index - 1]))

    def printed(self, first: int, last: int | None = None) -> str:
        """The text from piece ``first`` to piece ``last`` (default: that piece alone), as it stands."""
        return self.text[self.starts[first] : self.starts[(first if last is None else last) + 1]]


def split(text: str) -> Words:
    """The words of ``text`` in order. Offsets are code points of ``text`` as given."""
    lower = text.lower()
    if len(lower) != len(text):  # a few letters grow: "İ" becomes two code points
        lower = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    if lower.isascii():
        folds = _GAP_IN_ASCII.split(lower)
        return Words(text, folds, [0, *accumulate(map(len, folds))])
    folds = (_GAP_BUT_MARKS if _WITHIN.search(lower) else _GAP).split(lower)
    starts = [0, *accumulate(map(len, folds))]
    if not unicodedata.is_normalized("NFKC", lower) or _UNSEEN.search(lower):
        folds = [piece if piece.isascii() else _fold(piece, index) for index, piece in enumerate(folds)]
    return Words(text, folds, starts)


def _fold(piece: str, index: int) -> str:
    is_gap = index % 2
    return piece if is_gap else unicodedata.normalize("NFKC", _UNSEEN.sub("", piece)).lower()


@lru_cache(maxsize=4096)
def fold_gap(gap: str, length_before: int) -> str:
    """A gap's class: one space, hyphen or line break is " ", an apostrophe "'", else what it is.

    "St. Kitts" and "St Kitts" fold alike; a dot after a longer word ends a sentence and stays. So does a
    blank line: no name runs on from one paragraph into the next.
    """
    bare = gap.strip()
    if not bare:
        return " " if gap.count("\n") < 2 else "\n"
    if len(bare) == 1 and bare in _HYPHENS:
        return " "
    if len(bare) == 1 and bare in _APOSTROPHES:
        return "'"
    if bare == "." and gap != bare and length_before <= _LONGEST_ABBREVIATED:
        return " "
    return bare
