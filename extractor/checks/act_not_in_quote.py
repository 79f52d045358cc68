"""The quotes of an event must hold a word of the act, not only its day or its actors."""

from __future__ import annotations

import functools
import re
from typing import Final

from extractor.checks.case import Case
from extractor.checks.check import Check
from extractor.checks.plain import plain_words
from extractor.checks.wordlists import tables
from extractor.knowledge.vocabulary import NO_CUES, cut
from extractor.schemas.values import Evidence

__all__ = ["CHECK"]

_ACTS: Final = frozenset(
    {"act", "list", "strong", "weak", "nominal", "penalise", "enlist", "prohibit", "exempting", "pressure"}
)


def _find(case: Case) -> str | None:
    if case.event is None or any(_tells(case, evidence) for evidence in case.evidence):
        return None
    shown = " and ".join(repr(evidence.quote) for evidence in case.evidence)
    return (
        f"the evidence {shown} holds no word of an act ({case.event.action!r}): quote the words that tell it"
    )


@functools.cache
def _stems(language: str) -> re.Pattern[str] | None:
    table = tables("cues")["act"].get(language)
    if table is None:
        return None
    return re.compile(rf"{'|'.join(table['part'])}|\b(?:{'|'.join(table['stem'])})")


def _tells(case: Case, evidence: Evidence) -> bool:
    language = case.reading.text.language_of(evidence)
    stems, known = _stems(language), case.reading.knowledge.vocabulary(language)
    if stems is None or known is None:
        return True
    quote = plain_words(evidence.quote)
    if stems.search(f"{quote} "):
        return True
    words = cut(quote)[0]
    cues = (known.at(words, index) or (0, NO_CUES) for index in range(len(words)))
    return any(found.kinds & _ACTS for _, found in cues)


CHECK = Check(
    "act_not_in_quote",
    "flag",
    "Some quote of the event holds a word for a measure or for what is done with one (English, Spanish, "
    "French, German).",
    _find,
)
