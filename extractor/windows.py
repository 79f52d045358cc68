"""Long articles in pieces: windows over sentences that overlap, so that nothing is cut from its context."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.article.model import Article, Sentence

__all__ = ["OVERLAP", "Window", "halves", "windows"]

OVERLAP = 3
"""Sentences that a window shares with the one before: a pronoun finds its name, a quote its speaker."""


@dataclass(frozen=True, slots=True)
class Window:
    """The sentences ``first`` to ``last`` of an article, both included."""

    first: int
    last: int

    def __str__(self) -> str:
        return f"sentences {self.first} to {self.last}"


def windows(article: Article, size: int | None) -> tuple[Window, ...]:
    """The article's sentences in windows of at most ``size`` characters (None: one window for all).

    A single sentence longer than ``size`` is a window of its own. An article without sentences has one
    empty window, so that every article is asked about.
    """
    count = len(article.sentences)
    if size is None or count == 0:
        return (Window(1, count),)
    return tuple(_windows(article.sentences, size))


def halves(window: Window) -> tuple[Window, Window] | None:
    """Two overlapping windows in place of one that was too long; None when it cannot be split."""
    length = window.last - window.first + 1
    if length < 2:
        return None
    shared = min(OVERLAP, (length - 1) // 3)
    middle = window.first + (length - 1) // 2
    return Window(window.first, middle), Window(middle + 1 - shared, window.last)


def _windows(sentences: tuple[Sentence, ...], size: int) -> Iterator[Window]:
    first = 0
    while True:
        end = _reach(sentences, first, size)
        yield Window(first + 1, end)
        if end == len(sentences):
            return
        first = max(first + 1, end - OVERLAP)
        while _reach(sentences, first, size) == end:  # what is shared must leave room for what is new
            first += 1


def _reach(sentences: tuple[Sentence, ...], first: int, size: int) -> int:
    """The index after the last sentence that still fits with ``first``, which always does."""
    end = first + 1
    while end < len(sentences) and sentences[end].end - sentences[first].start <= size:
        end += 1
    return end
