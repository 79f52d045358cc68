"""Decoded text to cleaned text: line ends, byte order marks, control characters. Nothing else changes.

Quotes are given to the letter of the cleaned text, so curly quotes, dashes, non-breaking spaces and soft
hyphens stay as they are; matching folds them later, through an offset map.
"""

from __future__ import annotations

import re

__all__ = ["clean"]

# Every separator that str.splitlines knows as a line or page end, apart from \x1c-\x1e: those are C0
# data separators, never line ends in an article, and fall to _CONTROL.
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")

# C0 and DEL, but for tab and line feed; U+FEFF is a byte order mark wherever files were glued together
# (its use as a no-break space is deprecated since Unicode 3.2).
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufeff]")

# A lone surrogate cannot be written as UTF-8, so it could be neither hashed nor published.
_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """``text`` with ``\\n`` as its only line end, and without byte order marks and control characters.

    Lone surrogates become U+FFFD. Cleaning cleaned text changes nothing.
    """
    text = _LINE_END.sub("\n", text)
    text = _CONTROL.sub("", text)
    return _SURROGATE.sub("\ufffd", text)
