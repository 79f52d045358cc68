"""A quote that stands nowhere: its words, and where runs of them do stand."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from itertools import islice
from typing import Final

from extractor.grounding.borders import parts_words
from extractor.grounding.search import WHOLE, Ends, Page, Place
from extractor.grounding.typography import Folded
from extractor.grounding.verdicts import Check, NotLocated
from extractor.grounding.words import weight, word_spans

__all__ = ["APART", "HEAD", "LONGEST_PART", "TAIL", "Misquote", "longest", "shortened"]

LONGEST_PART: Final = 80
_LONGEST_QUOTE: Final = 200
_LONGEST_REASON: Final = 600
_REACH: Final = 100_000  # characters on either side of the cited sentence: a long text costs no more
_MOST_PLACES: Final = 50
_MOST_CUT: Final = 8  # words of one number, or one price


APART: Final[Ends] = (parts_words, parts_words)
HEAD: Final[Ends] = (parts_words, None)
TAIL: Final[Ends] = (None, parts_words)


class Misquote:
    """The folded ``quote``, cut into words, and the part of the page that is compared with it."""

    def __init__(self, page: Page, quote: Folded, cited: int) -> None:
        self.page = page
        self.quote = quote
        self.cited = cited
        self.spans = word_spans(quote.text)
        self.count = len(self.spans)
        self.weights = [weight(quote.text[start:end]) for start, end in self.spans]
        sentences = page.article.sentences
        middle = page.folded.index(sentences[min(cited, len(sentences)) - 1].start) if sentences else 0
        self.low = max(0, middle - _REACH)
        self.high = min(len(page.folded.text), middle + _REACH)

    def words(self, first: int, after: int) -> str:
        """Words ``first`` up to ``after``, counted from 0, as they stand in the quote."""
        return self.quote.text[self.spans[first][0] : self.spans[after - 1][1]]

    def weight(self, first: int, after: int) -> float:
        """How much words ``first`` up to ``after`` say."""
        return sum(self.weights[first:after])

    def places(self, first: int, after: int, ends: Ends = WHOLE) -> list[Place]:
        """Where these words stand, nearest to the cited sentence first."""
        words = self.words(first, after)
        found = islice(self.page.places(words, self.low, self.high, ends), _MOST_PLACES)
        return sorted(found, key=lambda place: (abs(place.sentence.number - self.cited), place.start))

    @cached_property
    def head(self) -> int:
        """How many words from the first on stand together somewhere."""
        return self.run(0)

    @cached_property
    def tail(self) -> int:
        """How many words up to the last stand together somewhere."""

        def stands(count: int, ends: Ends) -> bool:
            return self._stand(self.count - count, self.count, ends)

        return longest(stands, TAIL, self.count)

    def run(self, first: int) -> int:
        """How many words from ``first`` on, counted from 0, stand together somewhere."""
        return longest(lambda count, ends: self._stand(first, first + count, ends), HEAD, self.count - first)

    def _stand(self, first: int, after: int, ends: Ends) -> bool:
        return next(self.page.places(self.words(first, after), self.low, self.high, ends), None) is not None

    def fails(self, check: Check, why: str) -> NotLocated:
        """The answer that names the quote, then says ``why``."""
        reason = f"the quote {shortened(self.quote.original.strip(), _LONGEST_QUOTE)} {why}"
        if len(reason) > _LONGEST_REASON:
            reason = f"{reason[: _LONGEST_REASON - 4]} ..."
        return NotLocated(check, reason)


def longest(stands: Callable[[int, Ends], bool], fixed: Ends, most: int) -> int:
    """The greatest number of words, up to ``most``, that stand somewhere uncut; 0 when there is none.

    With one end fixed (``HEAD`` or ``TAIL``) and the other free to be cut, fewer words stand wherever more
    do: so the greatest number is found by halving, and brought down from there to one that cuts nothing.
    """
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if stands(middle, fixed) else (low, middle - 1)
    for count in range(low, max(0, low - _MOST_CUT), -1):
        if stands(count, APART):
            return count
    return 0


def shortened(text: str, length: int) -> str:
    """``text`` in quotation marks, without its middle when it is longer than ``length``."""
    if len(text) > length:
        text = f"{text[: length * 2 // 3]} [...] {text[-length // 4 :]}"
    return repr(text)
