"""Negations and refusals that stand right beside words and reverse them, by language."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Any, Final

from extractor.checks.wordlists import alternatives, tables

__all__ = ["Negations", "negations"]

_UNSPACED: Final = ("zh",)
_MOST_LINKS: Final = 4


@dataclass(frozen=True, slots=True)
class Negations:
    """Patterns over lower-case text: ``before`` ends where a quote begins, ``after`` begins where it ends.

    Only space may lie between, since a comma or quotation mark begins another clause. ``last`` are the words
    that ``before`` can end with: a quick look that settles most quotes (None: there is none). ``kept``
    matches quotes that are not reversed.
    """

    before: re.Pattern[str]
    last: frozenset[str] | None
    after: re.Pattern[str] | None
    kept: re.Pattern[str]


@functools.cache
def negations(language: str) -> Negations | None:
    """Those of ``language`` (ISO 639-1), or None when they are not known."""
    table = tables("negations").get(language)
    if table is None:
        return None
    return _without_spaces(table) if language in _UNSPACED else _with_spaces(table)


def _with_spaces(table: dict[str, Any]) -> Negations:
    words, first, links = table["word"], table.get("first", []), table.get("link", [])
    harmless = "".join(rf"(?<!\b{word} )" for word in table.get("not_with", []))
    # "n't" stands within a word, "n'" and "d'" without a space after them
    before = rf"(?P<word>{harmless}(?:\b|(?=n't))(?:{alternatives(words)})(?:\s+|(?<='))"
    before += rf"(?:(?:{alternatives(links)})\s+){{0,{_MOST_LINKS}}})$" if links else ")$"
    if first:
        before += rf"|(?<!\w )\b(?P<first>(?:{alternatives(first)}))\s+$"
    ends = {phrase.split()[-1] for phrase in (*words, *first, *links)}
    after = table.get("after")
    kept = rf"(?:{alternatives(table['kept'])})\b|.*\b(?:{alternatives(table['inside'])})\b"
    return Negations(
        re.compile(before),
        frozenset(ends),
        re.compile(rf"(?:\s+|(?=n't))(?P<word>{alternatives(after)})\b") if after else None,
        re.compile(kept, re.DOTALL),
    )


def _without_spaces(table: dict[str, Any]) -> Negations:
    kept = f"{alternatives(table['kept'])}|.*(?:{alternatives(table['inside'])})"
    return Negations(
        re.compile(rf"(?P<word>{alternatives(table['word'])})$"),
        None,
        None,
        re.compile(kept, re.DOTALL),
    )
