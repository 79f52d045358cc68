"""A negation or denial stands in the sentence, outside the quote: it may take back what the quote says."""

from __future__ import annotations

import functools
import re

from extractor.checks import clause
from extractor.checks.case import Case
from extractor.checks.check import Check
from extractor.checks.plain import plain_words
from extractor.checks.wordlists import alternatives, tables

__all__ = ["CHECK"]


def _find(case: Case) -> str | None:
    text = case.reading.text
    found = []
    for evidence in case.evidence:
        known = _denials(text.language_of(evidence))
        if known is None or known[0].search(plain_words(evidence.quote)):
            return None  # the quote tells of the negation itself
        match = known[0].search(clause.before(text, evidence)) or known[1].search(
            clause.after(text, evidence)
        )
        if match is None:
            return None  # this telling stands unnegated
        found.append((match[0].strip(), evidence.quote))
    word, quote = found[0]
    return (
        f"{word!r} stands in the sentence outside the quote {quote!r}: does it take back what the quote says?"
    )


@functools.cache
def _denials(language: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """What negates when it stands before a quote, and what does when it stands after it."""
    table = tables("denials").get(language)
    if table is None:
        return None
    before = re.compile(rf"(?:\b|(?=n't))(?:{alternatives(table['before'])})\b")
    return before, re.compile(rf"\b(?:{alternatives(table['after'])})\b")


CHECK = Check(
    "negation_nearby",
    "flag",
    "No negation or denial stands before every quote in its sentence, nor a denial after it (English, "
    "Spanish, French, German).",
    _find,
)
