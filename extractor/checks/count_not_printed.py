"""A group's count is the number printed, not one that the model has counted."""

from __future__ import annotations

from extractor.checks.case import Case
from extractor.checks.check import Check
from extractor.checks.numbers import LANGUAGES

__all__ = ["CHECK"]


def _find(case: Case) -> str | None:
    article = case.reading.article
    counts = [(actor.name, actor.count) for actor in case.described if actor.count is not None]
    if not counts or not LANGUAGES.issuperset(article.languages):
        return None
    odd = [f"{name!r}, count {count}" for name, count in counts if count not in case.reading.text.numbers]
    return f"{'; '.join(odd)}: the article prints no such number" if odd else None


CHECK = Check(
    "count_not_printed",
    "flag",
    "A group's count stands in the article, in digits or spelled (English, Spanish, French, German).",
    _find,
)
