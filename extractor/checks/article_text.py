"""What the checks need to know of an article's text, each looked up once, when first asked for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from extractor.article.model import Article, Sentence
from extractor.checks.numbers import printed_numbers
from extractor.checks.plain import Plain, lowered, plain_name, plain_of, unspaced
from extractor.checks.words import tokens
from extractor.knowledge.actors import Entry
from extractor.knowledge.known import Knowledge
from extractor.schemas.values import Evidence

__all__ = ["ArticleText"]

KNOWN_LANGUAGES: Final = frozenset(("en", "es", "fr", "de"))
"""Languages in which the gazetteer knows the names of states and their demonyms."""

_NOT_WORDS: Final = re.compile(r"[\W_]+")
_LATIN: Final = re.compile(r"[A-Za-zÀ-ɏ]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_TASTED: Final = 1500  # characters looked at to tell the script of a text

Span = tuple[int, int]


class ArticleText:
    """The title and body of one article: where things stand, by offsets of ``article.text``."""

    def __init__(self, article: Article, knowledge: Knowledge) -> None:
        self.article = article
        self.knowledge = knowledge
        self._printed: dict[str, bool] = {}
        self._places: dict[Span, tuple[int, int]] = {}

    @cached_property
    def plain(self) -> Plain:
        """The text folded for looking up."""
        return plain_of(self.article)

    @cached_property
    def inflected(self) -> bool:
        """Whether names may stand in other forms than a draft gives them: any language but English."""
        return any(language != "en" for language in self.article.languages) or not self.article.languages

    @cached_property
    def is_latin(self) -> bool:
        """Whether most letters are Latin."""
        taste = self.plain.cased.strip()[:_TASTED]
        return 2 * len(_LATIN.findall(taste)) >= len(_LETTER.findall(taste))

    @cached_property
    def sentence_words(self) -> tuple[frozenset[str], ...]:
        """The words of each sentence, bare."""
        text = self.article.text
        return tuple(frozenset(tokens(text[s.start : s.end])) for s in self.article.sentences)

    @cached_property
    def numbers(self) -> frozenset[int]:
        """Every whole number printed."""
        return printed_numbers(self.plain.cased)

    def prints(self, words: str) -> bool:
        """Whether ``words`` stand in the text one after the other; punctuation and case aside."""
        if words not in self._printed:
            self._printed[words] = self._prints(words)
        return self._printed[words]

    def _prints(self, words: str) -> bool:
        if self.plain.find(plain_name(words)):
            return True
        wanted = _squeezed(plain_name(words))
        if any(map(unspaced, wanted)):
            return wanted.replace(" ", "") in self._squeezed.replace(" ", "")
        return wanted.strip() == "" or wanted in self._squeezed

    @cached_property
    def _squeezed(self) -> str:
        return _squeezed(self.plain.cased)

    @cached_property
    def known(self) -> dict[str, tuple[int, ...]]:
        """Where the actors that the gazetteer knows are named, by id and in any form, bodies under their
        state's id as well. The one dear look: about a millisecond, taken only when a name fails to stand."""
        known, found = self.knowledge.actors, dict[str, set[int]]()
        for start, mention in self._mentions():
            found.setdefault(mention.id, set()).add(start)
            above = known.state_of(mention)
            if above is not None:
                found.setdefault(above.id, set()).add(start)
        return {actor_id: tuple(sorted(starts)) for actor_id, starts in found.items()}

    def _mentions(self) -> Iterator[tuple[int, Entry]]:
        article = self.article
        for paragraph in article.paragraphs:
            if paragraph.kind != "boilerplate":
                words = article.text[paragraph.start : paragraph.end]
                for mention in self.knowledge.actors.find(words, paragraph.language or article.language):
                    yield paragraph.start + mention.start, mention.entry

    @cached_property
    def _sentence_starts(self) -> Sequence[int]:
        return [sentence.start for sentence in self.article.sentences]

    def place(self, evidence: Evidence) -> tuple[int, int]:
        """The indices of the first and the last sentence that a quote stands in."""
        span = evidence.start, evidence.end
        if span not in self._places:
            self._places[span] = self._sentence_at(span[0]), self._sentence_at(span[1] - 1)
        return self._places[span]

    def _sentence_at(self, offset: int) -> int:
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def sentences_of(self, evidence: Evidence) -> tuple[Sentence, ...]:
        """The sentences that a quote stands in."""
        first, last = self.place(evidence)
        return self.article.sentences[first : last + 1]

    def around(self, evidence: Evidence, before: int, after: int) -> Span:
        """The stretch of the quote's paragraphs, and of so many sentences before and after the quote."""
        sentences, paragraphs = self.article.sentences, self.article.paragraphs
        first, last = self.place(evidence)
        start = min(sentences[max(0, first - before)].start, paragraphs[sentences[first].paragraph].start)
        later = sentences[min(len(sentences) - 1, last + after)]
        return start, max(later.end, paragraphs[sentences[last].paragraph].end)

    def language_of(self, evidence: Evidence) -> str:
        """ISO 639-1 of the first sentence of a quote; English when unknown."""
        return self.article.language_of(self.article.sentences[self.place(evidence)[0]]) or "en"


def _squeezed(text: str) -> str:
    return f" {_NOT_WORDS.sub(' ', lowered(text)).strip()} "
