"""Lines broken at a fixed width, joined again into their paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

__all__ = ["unwrap"]

_WIDEST = 110  # characters; nobody wraps wider
_NARROWEST = 40
_FEWEST_JOINS = 4
_SHARE = 0.9  # of the line ends must be where the next word would not have fitted

_BLANK = re.compile(r"\n[ \t]*\n")


def unwrap(text: str) -> str:
    """``text`` with the line ends inside its paragraphs turned into spaces, if it was wrapped by a program.

    That is so when lines are at most 110 characters, paragraphs are set apart by blank lines, and nearly
    every line within one ends because the next line's first word would not have fitted the width. Any
    other text comes back unchanged. ``text`` is cleaned text (``\\n`` only); its length stays the same.
    """
    blocks = _BLANK.split(text)
    width = max((len(line) for line in text.split("\n")), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return text
    fits = [fit for block in blocks for fit in _would_have_fitted(block.split("\n"), width)]
    if len(fits) < _FEWEST_JOINS or fits.count(False) < _SHARE * len(fits):
        return text
    return re.sub(r"(?<=[^\n])\n(?=[^\n])", " ", text)


def _would_have_fitted(lines: Sequence[str], width: int) -> Iterator[bool]:
    for line, following in pairwise(lines):
        word = following.split(maxsplit=1)[:1]
        if word:
            yield len(line.rstrip()) + 1 + len(word[0]) <= width
