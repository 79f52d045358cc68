"""A name holds no more than the article says: a given name or office from elsewhere is worth a look."""

from __future__ import annotations

from extractor.checks.case import Case
from extractor.checks.check import Check

__all__ = ["CHECK"]


def _find(case: Case) -> str | None:
    odd = []
    for field, name in case.named:
        mention = case.reading.mention(name)
        if mention is not None and mention.how == "part":
            lacking = ", ".join(map(repr, mention.missing)) or "the whole of it"
            odd.append(f"{field} {name!r}: the article has only a part of it there, not {lacking}")
    return "; ".join(dict.fromkeys(odd)) or None


CHECK = Check(
    "name_not_as_printed",
    "flag",
    "The article has the whole name, or all words of a description within two sentences, and not only a "
    "surname or a part.",
    _find,
)
