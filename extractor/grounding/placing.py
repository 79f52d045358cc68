"""Locate a quote in an article to the letter, or say exactly why it is not there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extractor.article.model import Article, Sentence
from extractor.grounding.borders import is_whole
from extractor.grounding.explain import why_not
from extractor.grounding.search import Page, Place, page_of
from extractor.grounding.typography import fold
from extractor.grounding.verdicts import Located, NotLocated
from extractor.schemas.draft import DraftEvidence
from extractor.schemas.values import Evidence

__all__ = ["locate"]

_AROUND: Final = 40  # characters on either side that a border may hang on
_LITERAL_TRIES: Final = 50


def locate(article: Article, cited: DraftEvidence, examples: Sequence[str] = ()) -> Located | NotLocated:
    """The quote of ``cited`` in ``article``, at best in the sentence that it cites.

    It may run on over the following sentences of the same paragraph. Found in another sentence alone, it is
    accepted there, in the nearest one, and noted; boilerplate has no sentences, so nothing is found in it.

    Args:
        examples: the texts of the worked examples that the engine was shown: a quote from one of them is
            told apart from one made up.
    """
    quote = cited.quote.strip()
    if not any(map(str.isalnum, quote)):
        return NotLocated(
            "quote_empty", f"the quote {cited.quote!r} holds no words; copy some from a sentence"
        )
    sentence = article.sentences[cited.sentence - 1] if cited.sentence <= len(article.sentences) else None
    span = _to_the_letter(article, sentence, quote) if sentence else None
    if sentence and span:
        return _located(article, span, sentence, cited.sentence)
    wanted = fold(quote)
    if wanted.text != wanted.text.strip():  # white space beside invisible characters
        wanted = fold(wanted.text.strip())
    page = page_of(article)
    place = _nearest(page, wanted.text, sentence, cited.sentence)
    if place is None:
        return why_not(page, wanted, cited.sentence, examples)
    span = page.folded.start(place.start), page.folded.end(place.end - 1)
    return _located(article, span, place.sentence, cited.sentence)


def _located(article: Article, span: tuple[int, int], sentence: Sentence, cited: int) -> Located:
    start, end = span
    note = (
        None if sentence.number == cited else f"cited sentence {cited}, stands in sentence {sentence.number}"
    )
    return Located(Evidence(quote=article.text[start:end], start=start, end=end), sentence.number, note)


def _to_the_letter(article: Article, sentence: Sentence, quote: str) -> tuple[int, int] | None:
    """The quote as it is, in the cited sentence: found without folding more than what stands around it."""
    text = article.text
    limit = min(article.paragraphs[sentence.paragraph].end, sentence.end + len(quote))
    at = text.find(quote, sentence.start, limit)
    for _ in range(_LITERAL_TRIES):
        if at == -1 or at >= sentence.end:
            return None
        if _stands_whole(text, at, at + len(quote)):
            return at, at + len(quote)
        at = text.find(quote, at + 1, limit)
    return None


def _stands_whole(text: str, start: int, end: int) -> bool:
    """Whether neither end of ``text[start:end]`` cuts a word, or a character from its marks."""
    low = max(0, start - _AROUND)
    around = fold(text[low : end + _AROUND])
    first, after = around.index(start - low), around.index(end - low)
    whole = around.start(first) == start - low and around.end(after - 1) == end - low
    return whole and is_whole(around, first, after)


def _nearest(page: Page, wanted: str, sentence: Sentence | None, cited: int) -> Place | None:
    """The first place in the cited sentence; else that in the sentence nearest to it."""
    if sentence:
        low, after = page.span(sentence)
        within = page.places(wanted, low, after + len(wanted))
        place = next(within, None)
        if place and place.sentence.number == cited:
            return place
    return min(
        page.places(wanted),
        key=lambda place: (abs(place.sentence.number - cited), place.sentence.number, place.start),
        default=None,
    )
