"""From which sentence does a quote differ, and at which of its words?"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, islice
from typing import Final

from extractor.article.model import Sentence
from extractor.grounding.borders import is_border
from extractor.grounding.misquote import APART, HEAD, LONGEST_PART, TAIL, Misquote, longest, shortened
from extractor.grounding.search import CUT, Ends, Page, Place
from extractor.grounding.typography import Folded
from extractor.grounding.verdicts import NotLocated
from extractor.grounding.words import is_unspaced, shown, word_spans

__all__ = ["differs"]

_ENOUGH: Final = 3  # words shared at one end; of a shorter quote half of it, a third if it was cited there
_CANDIDATES: Final = 4


@dataclass(frozen=True, slots=True)
class _Likeness:
    """How many words a sentence shares with the quote from its start and up to its end, and where."""

    sentence: Sentence
    head: int
    tail: int
    head_place: Place | None
    tail_place: Place | None


def differs(quote: Misquote) -> NotLocated | None:
    """The answer, when enough of ``quote`` stands in a sentence, the cited one before others as good."""
    return _cut_word(quote) or _other_word(quote) or _first_and_last_word(quote)


def _cut_word(quote: Misquote) -> NotLocated | None:
    """All of it stands there, but a word or a number goes on: "likely" in "unlikely"."""
    page = quote.page
    places = list(islice(page.places(quote.quote.text, quote.low, quote.high, CUT), _CANDIDATES))
    if not places:
        return None
    place = min(places, key=lambda each: abs(each.sentence.number - quote.cited))
    word = 0 if not is_border(page.folded, place.start) else quote.count - 1
    begin = place.start + quote.spans[word][0]
    printed = _word_around(page.folded, begin, page.paragraph_end(place.sentence))
    return _answer(quote, place.sentence, word, printed)


def _word_around(folded: Folded, at: int, limit: int) -> str:
    """The word or number that character ``at`` belongs to, to its borders on both sides."""
    start = at
    while start > 0 and at - start < LONGEST_PART and not is_border(folded, start):
        start -= 1
    end = start + max(1, len(shown(folded, start, limit)))
    while end < limit and end - start < LONGEST_PART and not is_border(folded, end):
        end += 1
    return folded.text[start:end]


def _other_word(quote: Misquote) -> NotLocated | None:
    likeness = max(
        (_likeness(quote, sentence) for sentence in _candidates(quote)),
        key=lambda each: (
            quote.weight(0, each.head) + quote.weight(quote.count - each.tail, quote.count),
            -abs(each.sentence.number - quote.cited),
        ),
        default=None,
    )
    if likeness is None or not _is_enough(quote, likeness):
        return None
    if likeness.head_place:
        return _answer(quote, likeness.sentence, likeness.head, _after(quote.page, likeness.head_place))
    assert likeness.tail_place  # one of the two has words
    word = quote.count - likeness.tail - 1
    return _answer(quote, likeness.sentence, word, _before(quote.page, likeness.tail_place), "begins")


def _first_and_last_word(quote: Misquote) -> NotLocated | None:
    """Its inner words stand there: the quote was put into quotation marks, or both ends were changed."""
    inner = quote.run(1)
    shared = quote.weight(1, 1 + inner)
    if shared < min(_ENOUGH, max(1, quote.weight(0, quote.count) / 2)):
        return None
    place = quote.places(1, 1 + inner, APART)[0]
    return _answer(quote, place.sentence, 0, _before(quote.page, place), "begins")


def _candidates(quote: Misquote) -> list[Sentence]:
    """The cited sentence, and those nearest to it in which the longest run from either end stands."""
    sentences = quote.page.article.sentences
    found = list(sentences[quote.cited - 1 : quote.cited])
    ends = [(0, quote.head), (quote.count - quote.tail, quote.count)]
    places = [quote.places(first, after, APART)[:_CANDIDATES] for first, after in ends if first < after]
    found += [place.sentence for place in chain.from_iterable(places)]
    return list({sentence.number: sentence for sentence in found}.values())


def _likeness(quote: Misquote, sentence: Sentence) -> _Likeness:
    page = quote.page
    low, after = page.span(sentence)
    high = min(page.paragraph_end(sentence), after + len(quote.quote.text))

    def find(first: int, last: int, begin: int, ends: Ends = APART) -> Place | None:
        places = page.places(quote.words(first, last), begin, high, ends)
        return next((place for place in places if place.start < after or first > 0), None)

    head = longest(lambda count, ends: find(0, count, low, ends) is not None, HEAD, quote.count - 1)
    head_place = find(0, head, low) if head else None
    begin = head_place.end if head_place else low
    count = quote.count
    tail = longest(
        lambda words, ends: find(count - words, count, begin, ends) is not None, TAIL, count - max(head, 1)
    )
    tail_place = find(count - tail, count, begin) if tail else None
    if head_place and tail_place:
        nearer = page.places(quote.words(0, head), low, tail_place.start, APART)
        head_place = [head_place, *(p for p in islice(nearer, _CANDIDATES) if p.start < after)][-1]
    return _Likeness(sentence, head, tail, head_place, tail_place)


def _is_enough(quote: Misquote, likeness: _Likeness) -> bool:
    head = quote.weight(0, likeness.head)
    tail = quote.weight(quote.count - likeness.tail, quote.count)
    part = 3 if likeness.sentence.number == quote.cited else 2
    return max(head, tail) >= _ENOUGH or 0 < quote.weight(0, quote.count) <= part * (head + tail)


def _after(page: Page, place: Place) -> str:
    """The word that the text has after ``place``; empty where the paragraph ends."""
    text = page.folded.text
    limit = page.paragraph_end(place.sentence)
    at = place.end + 1 if text[place.end : place.end + 1] == " " else place.end
    return _word_around(page.folded, at, limit) if at < limit else ""


def _before(page: Page, place: Place) -> str:
    """The word that the text has before ``place``; empty where the paragraph begins."""
    low = max(page.paragraph_start(place.sentence), place.start - LONGEST_PART)
    before = page.folded.text[low : place.start]
    spans = word_spans(before)
    return before[spans[-1][0] : spans[-1][1]] if spans else ""


def _answer(quote: Misquote, sentence: Sentence, word: int, printed: str, edge: str = "ends") -> NotLocated:
    text = quote.quote.text
    start, end = quote.spans[word]
    said = shown(quote.quote, start, len(text)) if is_unspaced(text[start]) else text[start:end]
    counted = " (each character counts as one)" if is_unspaced(text[start]) else ""
    if not printed:
        where = f"where the paragraph {edge}"
    elif printed == said:
        where = "with other white space or punctuation before it than the text has"
    else:
        where = f"where the text has {shortened(printed, LONGEST_PART)}"
    return quote.fails(
        "quote_differs",
        f"differs from sentence {sentence.number} at word {word + 1}{counted}: "
        f"it says {shortened(said, LONGEST_PART)} {where}",
    )
