"""Whoever a record names must be spoken of in the article, under whatever form of the name."""

from __future__ import annotations

from extractor.checks.case import Case
from extractor.checks.check import Check
from extractor.checks.pronoun_as_actor import is_pronoun

__all__ = ["CHECK"]


def _find(case: Case) -> str | None:
    absent = [
        f"{field} {name!r}"
        for field, name in case.named
        if case.reading.mention(name) is None and not is_pronoun(name)
    ]
    if not absent:
        return None
    return (
        f"{', '.join(absent)}: mentioned nowhere in the article; name the actor as the article names it, "
        "or leave out what the article does not say"
    )


CHECK = Check(
    "actor_not_mentioned",
    "repair",
    "Every actor that the record names is spoken of in title or body: by this name, an alias, a capital, a "
    "demonym, a metonym, one of its bodies, a surname, or the words of its description.",
    _find,
)
