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
    inside, outside = _parted(article.text, evidence, spans)
    if _has_words(inside):
        return "mixed" if _has_words(outside) else "direct"
    return "indirect"


def quoted_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans in quotation marks, the marks included, of ``text[start:end]``; offsets are those of ``text``."""
    return [(start + match.start(), start + match.end()) for match in _QUOTATION.finditer(text[start:end])]


def _parted(
    text: str, evidence: tuple[Evidence, ...], spans: list[tuple[int, int]]
) -> tuple[list[str], list[str]]:
    """The pieces of the evidence that stand inside the spans (in order, apart), and those outside."""
    inside: list[str] = []
    outside: list[str] = []
    for one in evidence:
        at = one.start
        for start, end in spans:
            if end > at and start < one.end:
                outside.append(text[at : max(at, start)])
                inside.append(text[max(at, start) : min(end, one.end)])
                at = min(end, one.end)
        outside.append(text[at : one.end])
    return inside, outside


def _has_words(pieces: list[str]) -> bool:
    return any(character.isalnum() for piece in pieces for character in piece)
