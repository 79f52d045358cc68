"""An article as the engines see it: clean text, marked paragraphs, numbered sentences."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from extractor.schemas.article_info import ArticleInfo

__all__ = ["Article", "Paragraph", "Sentence"]

ParagraphKind = Literal["title", "body", "boilerplate"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line or block of the text: ``text[start:end]``, in code points, without its line end.

    ``rule`` names the boilerplate rule that marked it, ``language`` is ISO 639-1 or None when too short.
    """

    start: int
    end: int
    kind: ParagraphKind = "body"
    rule: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A numbered sentence, ``text[start:end]``; boilerplate has none. ``paragraph`` is an index."""

    number: int
    start: int
    end: int
    paragraph: int


@dataclass(frozen=True)
class Article:
    """Cleaned text and what is known of it. Every offset in the package refers to ``text``.

    Sentences are numbered from 1 in reading order over title and body; what is marked as boilerplate is
    kept in ``text`` and in ``paragraphs`` but has no sentences, so no engine is shown it and no evidence
    can come from it.
    """

    text: str
    source: str
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    title: str | None = None
    publisher: str | None = None
    published: dt.date | None = None
    languages: tuple[str, ...] = ()

    @cached_property
    def id(self) -> str:
        """First 16 hex digits of SHA-256 of the cleaned text (UTF-8)."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]

    @property
    def info(self) -> ArticleInfo:
        """What a result says of its article."""
        return ArticleInfo(
            id=self.id,
            source=self.source,
            title=self.title,
            publisher=self.publisher,
            published=self.published,
            languages=self.languages,
            length=len(self.text),
        )

    @property
    def language(self) -> str | None:
        """ISO 639-1 of most of the text, or None."""
        return self.languages[0] if self.languages else None

    def sentence_text(self, number: int) -> str:
        """The words of sentence ``number`` (from 1). Raises IndexError when there is none such."""
        if number < 1:
            raise IndexError(number)
        sentence = self.sentences[number - 1]
        return self.text[sentence.start : sentence.end]

    def language_of(self, sentence: Sentence) -> str | None:
        """ISO 639-1 of the sentence's paragraph, or of the article's main language, or None."""
        own = self.paragraphs[sentence.paragraph].language
        return own or self.language
