"""Whether an article has any word for a thing, in the languages whose words for it are listed."""

from __future__ import annotations

import functools
import re

from extractor.checks.article_text import ArticleText
from extractor.checks.plain import bare
from extractor.checks.wordlists import tables

__all__ = ["tells_of"]

_UNSPACED = ("zh", "ar")


def tells_of(text: ArticleText, thing: str) -> bool:
    """True when the article has such a word, and when that cannot be told in its languages.

    Args:
        thing: a table of ``data/cues.toml`` with a list of patterns for each language.
    """
    if not tables("cues")[thing].keys() >= set(text.article.languages):
        return True
    return _pattern(thing).search(bare(text.plain.lower)) is not None


@functools.cache
def _pattern(thing: str) -> re.Pattern[str]:
    table = tables("cues")[thing]
    words = "|".join(one for language, listed in table.items() if language not in _UNSPACED for one in listed)
    parts = "|".join(one for language in _UNSPACED for one in table[language])
    return re.compile(rf"\b(?:{words})\b|{parts}")
