"""Laws, orders and lists are named as in the text."""

from __future__ import annotations

from extractor.checks.case import Case
from extractor.checks.check import Check
from extractor.checks.mentions import find_mention

__all__ = ["CHECK"]


def _find(case: Case) -> str | None:
    odd = [
        name for name in (case.event.instruments if case.event is not None else ()) if not _stands(case, name)
    ]
    if not odd:
        return None
    return f"instruments {', '.join(map(repr, odd))}: not named so in the article"


def _stands(case: Case, name: str) -> bool:
    text = case.reading.text
    if not name.strip() or text.prints(name):
        return True
    mention = find_mention(name, None, text)
    numbers = {word for word in name.split() if any(character.isdigit() for character in word)}
    return mention is not None and mention.how != "part" and all(map(text.prints, numbers))


CHECK = Check(
    "instrument_not_in_article",
    "flag",
    "Each instrument stands in the article, or all of its words and numbers do within two sentences.",
    _find,
)
