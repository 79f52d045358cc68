"""Direct or indirect speech, read from the quotation marks around the evidence (PolNeAR/PARC)."""

from __future__ import annotations

import re

from extractor.article.model import Article
from extractor.schemas.terms import AttributionName
from extractor.schemas.values import Evidence

__all__ = ["attribution", "quoted_spans"]

# One kind of marks at a time; a quotation left open runs to the end of its paragraph.
_QUOTATION = re.compile(
    r'“[^”“]*(?:”|$)|«[^»«]*(?:»|$)|„[^“”„]*(?:[“”]|$)|"[^"]*(?:"|$)|(?<!\w)‘[^‘]*?(?:’(?!\w)|$)|「[^」]*(?:」|$)'
)


def attribution(article: Article, evidence: tuple[Evidence, ...]) -> AttributionName:
    """``direct`` when all of the evidence stands in quotation marks, ``indirect`` when none does."""
    spans = [
        span
        for paragraph in article.paragraphs
        if any(e.start < paragraph.end and e.end > paragraph.start for e in evidence)
        for span in quoted_spans(article.text, paragraph.start, paragraph.end)
    ]
    inside = [any(start <= at < end for start, end in spans) for e in evidence for at in _letters(e)]
    if inside and all(inside):
        return "direct"
    return "mixed" if any(inside) else "indirect"


def quoted_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans in quotation marks, the marks included, of ``text[start:end]``; offsets are those of ``text``."""
    return [(start + match.start(), start + match.end()) for match in _QUOTATION.finditer(text[start:end])]


def _letters(evidence: Evidence) -> list[int]:
    return [evidence.start + index for index, letter in enumerate(evidence.quote) if letter.isalnum()]
