"""Why a quote does not stand in the article, in words that an engine can act on.

Asked in this order, the surest first: is it a worked example's; does it stand in boilerplate; is it stitched
from two places; does it differ from a sentence in a word. What is left is not in the article.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from extractor.grounding.borders import is_whole
from extractor.grounding.differs import differs
from extractor.grounding.misquote import Misquote
from extractor.grounding.search import Page
from extractor.grounding.stitched import stitched
from extractor.grounding.typography import Folded, fold
from extractor.grounding.verdicts import NotLocated

__all__ = ["why_not"]

_TELLING: Final = 3  # words of an example that are hardly an article's by chance

_example = lru_cache(maxsize=64)(fold)


def why_not(page: Page, quote: Folded, cited: int, examples: Sequence[str]) -> NotLocated:
    """The check that ``quote``, which stands in no sentence of ``page``, fails, and the reason."""
    misquote = Misquote(page, quote, cited)
    in_example = any(_stands_in(_example(text), quote.text) for text in examples)
    if in_example and misquote.weight(0, misquote.count) >= _TELLING:
        return _from_example(misquote)
    if _stands_in(page.folded, quote.text) and _begins_outside(page, quote.text):
        return misquote.fails(
            "quote_not_in_article",
            "stands only in a part of the page that is not the article (a menu, a caption, a notice) and "
            "cannot be cited; quote a numbered sentence, or leave the record out",
        )
    told = stitched(misquote) or differs(misquote)
    if told:
        return told
    if in_example:
        return _from_example(misquote)
    return misquote.fails(
        "quote_not_in_article",
        "does not stand in the article; copy it letter by letter from a numbered sentence, "
        "or leave the record out",
    )


def _stands_in(folded: Folded, words: str) -> bool:
    at = folded.text.find(words)
    return at != -1 and is_whole(folded, at, at + len(words))


def _begins_outside(page: Page, words: str) -> bool:
    return page.sentence_at(page.folded.start(page.folded.text.find(words))) is None


def _from_example(quote: Misquote) -> NotLocated:
    return quote.fails(
        "quote_from_example",
        "is taken from a worked example, not from this article; quote this article, or leave the record out",
    )
