"""Decoded text to cleaned text: line ends, byte order marks, control characters. Nothing else changes.

Quotes are given to the letter of the cleaned text, so curly quotes, dashes, non-breaking spaces and soft
hyphens stay as they are; matching folds them later, through an offset map.
"""

from __future__ import annotations

import re

__all__ = ["clean", "visible"]

# Every separator that str.splitlines knows as a line or page end, apart from \x1c-\x1e: those are C0
# data separators, never line ends in an article, and fall to _CONTROL.
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")

# C0 and DEL, but for tab and line feed; U+FEFF is a byte order mark wherever files were glued together
# (its use as a no-break space is deprecated since Unicode 3.2).
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufeff]")

# C1 controls are nobody's intention: they are what Windows-1252 becomes when read as Latin-1, and are read
# back as every browser does (WHATWG Encoding). A terminal would take U+009B for the start of an order.
_C1 = re.compile("[\x80-\x9f]")
_MISREAD = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}

# A lone surrogate cannot be written as UTF-8, so it could be neither hashed nor published.
_SURROGATE = re.compile("[\ud800-\udfff]")

# Controls of terminals, characters that reorder what is shown, line ends, and halves of characters.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def clean(text: str) -> str:
    """``text`` with ``\\n`` as its only line end, and without byte order marks and control characters.

    Lone surrogates become U+FFFD, C1 controls what Windows-1252 has in their place. Cleaning cleaned text
    changes nothing.
    """
    text = _LINE_END.sub("\n", text)
    text = _CONTROL.sub("", text)
    if _C1.search(text) is not None:
        text = text.translate(_MISREAD)
    return _SURROGATE.sub("\ufffd", text)


def visible(text: str) -> str:
    """``text`` for one line of a screen or a log: what would steer a terminal or reorder the line is escaped.

    ``"a\\x1b[2J"`` comes back with the four characters ``\\x1b`` in place of the escape. The result can
    always be encoded, so names of files that are not UTF-8 can stand in JSON too.
    """
    return _UNPRINTABLE.sub(lambda found: ascii(found[0])[1:-1], text)
