"""The words right before and right after a quote, in its own sentence."""

from __future__ import annotations

from extractor.checks.article_text import ArticleText
from extractor.schemas.values import Evidence

__all__ = ["after", "before"]

_SEEN = 80  # characters


def before(text: ArticleText, evidence: Evidence) -> str:
    """Up to the quote, in lower case and with straight apostrophes."""
    start = max(text.article.sentences[text.place(evidence)[0]].start, evidence.start - _SEEN)
    return _light(text.article.text[start : evidence.start])


def after(text: ArticleText, evidence: Evidence) -> str:
    """From the end of the quote, in lower case and with straight apostrophes."""
    end = min(text.article.sentences[text.place(evidence)[1]].end, evidence.end + _SEEN)
    return _light(text.article.text[evidence.end : end])


def _light(words: str) -> str:
    """All the folding that the few words beside a quote need; most quotes have nothing to look at there."""
    return words.replace("’", "'").lower()
