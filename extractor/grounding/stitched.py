"""Is a quote stitched from two places, with an ellipsis of its own or silently?"""

from __future__ import annotations

import re
from typing import Final

from extractor.grounding.misquote import LONGEST_PART, Misquote, shortened
from extractor.grounding.search import CUT, Place
from extractor.grounding.verdicts import NotLocated
from extractor.grounding.words import weight

__all__ = ["stitched"]

_ELLIPSIS: Final = re.compile(r" ?[\[(]? ?(?:\.{3,}|\.(?: \.){2,}) ?[\])]? ?")
_LEAST: Final = 3  # words that are a part of their own; fewer may stand together by chance
_SLIP: Final = 3  # words that were left out or said twice: a slip, told as a difference
_REMEDY: Final = "give each part as an evidence of its own"


def stitched(quote: Misquote) -> NotLocated | None:
    """The answer, when the parts of ``quote`` stand in two places."""
    return _by_ellipsis(quote) or _silently(quote)


def _by_ellipsis(quote: Misquote) -> NotLocated | None:
    parts = _parts(quote)
    if len(parts) < 2:
        return None
    places = [next(quote.page.places(part, quote.low, quote.high), None) for part in parts]
    if not any(places):
        return None
    told = "; ".join(map(_told, parts[:3], places))
    return quote.fails(
        "quote_stitched",
        f"is joined with an ellipsis that the text does not have there: {told}; {_REMEDY}",
    )


def _parts(quote: Misquote) -> list[str]:
    """What stands between the ellipses that the article does not print there."""
    text = quote.quote.text
    parts: list[str] = []
    begin = 0
    for joint in _ELLIPSIS.finditer(text):
        printed = text[begin : joint.end()].strip()
        if next(quote.page.places(printed, quote.low, quote.high, CUT), None) is None:
            parts.append(text[begin : joint.start()].strip())
            begin = joint.end()
    parts.append(text[begin:].strip())
    return [part for part in parts if any(map(str.isalnum, part))]


def _told(part: str, place: Place | None) -> str:
    where = f"stands in sentence {place.sentence.number}" if place else "stands nowhere"
    return f"{shortened(part, LONGEST_PART)} {where}"


def _silently(quote: Misquote) -> NotLocated | None:
    if quote.weight(0, quote.head) < _LEAST:
        return None
    cut = _cut(quote)
    if cut is None:
        return None
    heads, tails = quote.places(0, cut), quote.places(cut, quote.count)
    if not heads or not tails or any(_is_slip(quote, first, second) for first in heads for second in tails):
        return None
    told = "; ".join(
        (_told(quote.words(0, cut), heads[0]), _told(quote.words(cut, quote.count), tails[0])),
    )
    return quote.fails("quote_stitched", f"is stitched from two places: {told}; {_REMEDY}")


def _cut(quote: Misquote) -> int | None:
    """Where two runs of words that both stand in the article make up the whole quote."""
    for cut in range(quote.head, quote.count - quote.tail - 1, -1):
        if cut < quote.count and min(quote.weight(0, cut), quote.weight(cut, quote.count)) >= _LEAST:
            return cut
    return None


def _is_slip(quote: Misquote, head: Place, tail: Place) -> bool:
    """Whether the two stand so close that a few words were dropped or doubled."""
    if head.sentence.paragraph != tail.sentence.paragraph or tail.end <= head.end:
        return False
    low, high = sorted((head.end, tail.start))
    if high - low > 200:
        return False
    return weight(quote.page.folded.text[low:high]) <= _SLIP
