"""The places of a folded article at which some folded words stand, whole and within one paragraph."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from extractor.article.model import Article, Sentence
from extractor.grounding.borders import is_border
from extractor.grounding.typography import Folded, folded_article

__all__ = ["CUT", "WHOLE", "Ends", "Page", "Place", "page_of"]

Ends = tuple[Callable[[Folded, int], bool] | None, Callable[[Folded, int], bool] | None]
"""What must hold of the place where words begin, and of that where they end."""

WHOLE: Final[Ends] = (is_border, is_border)
CUT: Final[Ends] = (None, None)

_MOST_PLACES: Final = 2_000  # of words that stand everywhere, such as "a", so many are looked at


@dataclass(frozen=True, slots=True)
class Place:
    """``page.text[start:end]`` of the folded article, and the sentence that it begins in."""

    start: int
    end: int
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Page:
    """An article and its folded text."""

    article: Article
    folded: Folded

    def places(
        self, words: str, low: int = 0, high: int | None = None, ends: Ends = WHOLE
    ) -> Iterator[Place]:
        """Where ``words`` stand between ``low`` and ``high``, in order, uncut at their ``ends``.

        They begin in a sentence and end in its paragraph, so nothing is found in boilerplate.
        """
        text = self.folded.text
        first, last = ends
        high = len(text) if high is None else high
        at = text.find(words, low, high)
        for _ in range(_MOST_PLACES):
            if at == -1:
                return
            end = at + len(words)
            if (not first or first(self.folded, at)) and (not last or last(self.folded, end)):
                sentence = self.sentence_at(self.folded.start(at))
                if sentence and self.folded.end(end - 1) <= self.article.paragraphs[sentence.paragraph].end:
                    yield Place(at, end, sentence)
            at = text.find(words, at + 1, high)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that the source ``offset`` stands in."""
        sentences = self.article.sentences
        index = bisect_right(sentences, offset, key=lambda sentence: sentence.start) - 1
        return sentences[index] if index >= 0 and offset < sentences[index].end else None

    def span(self, sentence: Sentence) -> tuple[int, int]:
        """Where ``sentence`` stands in the folded text."""
        return self.folded.index(sentence.start), self.folded.index(sentence.end)

    def paragraph_end(self, sentence: Sentence) -> int:
        """Where the paragraph of ``sentence`` ends in the folded text."""
        return self.folded.index(self.article.paragraphs[sentence.paragraph].end)

    def paragraph_start(self, sentence: Sentence) -> int:
        """Where the paragraph of ``sentence`` begins in the folded text."""
        return self.folded.index(self.article.paragraphs[sentence.paragraph].start)


def page_of(article: Article) -> Page:
    """The article's page; its folded text is kept while it is asked about."""
    return Page(article, folded_article(article.text))
