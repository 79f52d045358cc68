"""A pronoun names nobody: whom it stands for can be told from the article, not from the record."""

from __future__ import annotations

from functools import lru_cache

from extractor.checks.case import Case
from extractor.checks.check import Check
from extractor.checks.plain import bare, plain_name
from extractor.checks.wordlists import merged

__all__ = ["CHECK", "is_pronoun"]


@lru_cache(maxsize=8192)
def is_pronoun(name: str) -> bool:
    """Whether the whole name is a pronoun; "WHO" and "IT" in capitals are not."""
    plain = plain_name(name)
    return bare(plain) in merged("names", "pronouns") and not (len(plain) > 1 and plain.isupper())


def _find(case: Case) -> str | None:
    pronouns = [f"{field} {name!r}" for field, name in case.named if is_pronoun(name)]
    if not pronouns:
        return None
    return f"{', '.join(pronouns)}: a pronoun names nobody; give the name of whom it stands for"


CHECK = Check("pronoun_as_actor", "repair", "No actor is a bare pronoun.", _find)
