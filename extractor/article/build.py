"""Text to Article: clean, paragraphs, boilerplate, headline, languages, numbered sentences."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from extractor.article.boilerplate import marks
from extractor.article.clean import clean
from extractor.article.language import detect_each, languages_of
from extractor.article.model import Article, Paragraph
from extractor.article.sentences import MAX_SENTENCES, number_sentences
from extractor.article.title import given_title, guess_title
from extractor.errors import ReadError

__all__ = ["MAX_BYTES", "article_from_text"]

MAX_BYTES = 2_000_000

_LINE = re.compile(r"[^\n]*[^\s][^\n]*")


def article_from_text(
    text: str,
    *,
    source: str = "<text>",
    title: str | None = None,
    publisher: str | None = None,
    published: dt.date | None = None,
    max_bytes: int = MAX_BYTES,
) -> Article:
    """The article of an already decoded text: one paragraph a non-empty line.

    ``title`` is looked for near the top, and put there as a paragraph of its own when it is missing, so
    that it can be cited; without it, the headline is guessed. Building an article again from the ``text``
    (and ``title``) of one gives the same text, offsets and numbers.

    Args:
        max_bytes: the longest text allowed, in bytes of UTF-8.

    Raises:
        ReadError: nothing but white space, nothing but boilerplate, longer than ``max_bytes``, or more
            than MAX_SENTENCES sentences.
    """
    _check_size(text, source, max_bytes)
    text = clean(text)
    spans = _lines(text)
    if not spans:
        raise ReadError(source, "there is no text in it", "check that the file holds an article")
    title = _one_line(title)
    if title and given_title(title, _words(text, spans)) is None:
        text = f"{title}\n\n{text}"
        spans = _lines(text)
    paragraphs = _paragraphs(text, spans, title)
    if all(paragraph.kind == "boilerplate" for paragraph in paragraphs):
        rules = ", ".join(sorted({paragraph.rule for paragraph in paragraphs if paragraph.rule}))
        raise ReadError(source, f"there is only boilerplate in it ({rules})", "give the article's own text")
    sentences = number_sentences(text, paragraphs)
    if len(sentences) > MAX_SENTENCES:
        reason = f"it has {len(sentences):,} sentences, more than the limit of {MAX_SENTENCES:,}"
        raise ReadError(source, reason, "split it into its articles")
    return Article(
        text=text,
        source=source,
        paragraphs=paragraphs,
        sentences=sentences,
        title=title or _title_of(text, paragraphs),
        publisher=_one_line(publisher),
        published=published,
        languages=languages_of(paragraphs),
    )


def _check_size(text: str, source: str, max_bytes: int) -> None:
    # A character is one to four bytes: most texts need no encoding to be told short or long.
    if len(text) * 4 <= max_bytes:
        return
    size = len(text.encode(errors="replace"))
    if size > max_bytes:
        reason = f"its text has {size:,} bytes, more than the limit of {max_bytes:,}"
        raise ReadError(source, reason, "split it into its articles, or raise max_bytes")


def _one_line(words: str | None) -> str | None:
    """Cleaned, on one line; None when nothing is left."""
    return " ".join(clean(words).split()) or None if words else None


def _lines(text: str) -> list[tuple[int, int]]:
    """Spans of the lines that hold something, without white space at either end."""
    spans = []
    for match in _LINE.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        spans.append((start, match.start() + len(line.rstrip())))
    return spans


def _words(text: str, spans: Sequence[tuple[int, int]]) -> list[str]:
    return [text[start:end] for start, end in spans]


def _paragraphs(text: str, spans: Sequence[tuple[int, int]], title: str | None) -> tuple[Paragraph, ...]:
    lines = _words(text, spans)
    rules = marks(lines)
    headline = given_title(title, lines) if title else guess_title(lines, rules)
    languages = detect_each(lines)
    return tuple(
        _paragraph(span, rule, language, is_title=index == headline)
        for index, (span, rule, language) in enumerate(zip(spans, rules, languages, strict=True))
    )


def _paragraph(span: tuple[int, int], rule: str | None, language: str | None, *, is_title: bool) -> Paragraph:
    if is_title:
        return Paragraph(*span, kind="title", language=language)
    if rule is not None:
        return Paragraph(*span, kind="boilerplate", rule=rule, language=language)
    return Paragraph(*span, language=language)


def _title_of(text: str, paragraphs: Sequence[Paragraph]) -> str | None:
    for paragraph in paragraphs:
        if paragraph.kind == "title":
            return " ".join(text[paragraph.start : paragraph.end].split())
    return None
