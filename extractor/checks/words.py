"""Words that carry a name or a description, and when two of them are forms of one word."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from extractor.checks.numbers import is_number_word
from extractor.checks.plain import bare, plain_name, unspaced
from extractor.checks.wordlists import merged

__all__ = ["content_words", "name_parts", "same_word", "tokens"]

_WORD: Final = re.compile(r"[^\W_]+")
_ARABIC_PREFIX: Final = re.compile(r"^[وفبلك]?(?:ال)?")


def tokens(text: str) -> list[str]:
    """The words of a text, each bare; a stretch of a script without spaces counts as its pairs of letters."""
    found: list[str] = []
    for word in _WORD.findall(bare(text)):
        if unspaced(word[0]) and len(word) > 2:
            found += [word[at : at + 2] for at in range(len(word) - 1)]
        else:
            found.append(word)
    return found


@lru_cache(maxsize=8192)
def content_words(name: str) -> tuple[str, ...]:
    """The words of a name or description that tell whom it means, each once."""
    words = [word for word in tokens(plain_name(name)) if word not in merged("names", "empty")]
    telling = [word for word in words if not (word.isdigit() or is_number_word(word))]
    return tuple(dict.fromkeys(telling))


@lru_cache(maxsize=8192)
def name_parts(name: str) -> tuple[str, ...]:
    """The parts of a person's name, without titles, particles and initials; empty when nothing is left."""
    words = tokens(plain_name(name))
    left_out = merged("names", "titles") | merged("names", "particles")
    parts = [word for word in words if word not in left_out]
    return tuple(part for part in parts if len(part) > 1 or unspaced(part))


@lru_cache(maxsize=65536)
def same_word(one: str, other: str, *, inflected: bool) -> bool:
    """Whether two bare words are forms of one.

    Args:
        inflected: the text's language inflects names: endings of up to three letters may differ, and a
            prefix may stand before ("России" for "Россия", "وإيران" for "إيران"). Otherwise only a plural
            or possessive "s" may.
    """
    if one == other or (one.startswith("spokes") and other.startswith("spokes")):
        return True
    if not inflected:
        return len(one) > 2 and one.rstrip("s") == other.rstrip("s")
    short, long = sorted((_without_prefix(one), _without_prefix(other)), key=len)
    if len(short) < 3:
        return False
    shared = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return shared >= max(3, len(short) - 3) and len(long) - shared <= 4 and 5 * shared >= 3 * len(short)


def _without_prefix(word: str) -> str:
    return _ARABIC_PREFIX.sub("", word) if word[0] >= "\u0600" else word
