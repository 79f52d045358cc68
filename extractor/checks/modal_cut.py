"""A quote that leaves out the "could" or "threatened to" before it makes an intention look done."""

from __future__ import annotations

import functools
import re
from typing import Final

from extractor.checks import clause
from extractor.checks.case import Case
from extractor.checks.check import Check
from extractor.checks.plain import plain_words
from extractor.checks.wordlists import alternatives, tables
from extractor.knowledge.known import Knowledge
from extractor.knowledge.vocabulary import CueSet
from extractor.schemas.values import Evidence

__all__ = ["CHECK"]

_ACTS: Final = frozenset(("act", "list", "hit", "prohibit", "penalise", "enlist", "govern"))
_WORDS: Final = re.compile(r"[^\W\d_]+")


def _find(case: Case) -> str | None:
    if case.event is None or case.event.stage != "adopted":
        return None
    cut = [_cut(case, evidence) for evidence in case.evidence]
    if not cut or None in cut:
        return None
    return (
        f"stage 'adopted', but the quote {case.evidence[0].quote!r} leaves out {cut[0]!r} right before it: "
        "quote the words with it, and give the stage that they state"
    )


@functools.cache
def _modals(language: str) -> re.Pattern[str] | None:
    table = tables("modals").get(language)
    if table is None:
        return None
    between = rf"(?:\s+(?:{alternatives(table['between'])}))?" if "between" in table else ""
    return re.compile(rf"(?:\b|(?='))(?P<word>{alternatives(table['modal'])}){between}(?:\s+|(?<='))$")


def _cut(case: Case, evidence: Evidence) -> str | None:
    language = case.reading.text.language_of(evidence)
    pattern = _modals(language)
    match = pattern.search(clause.before(case.reading.text, evidence)) if pattern is not None else None
    words = _WORDS.findall(plain_words(evidence.quote)) if match is not None else []
    if match is None or not words:
        return None
    # A German infinitive ends its clause, elsewhere the verb follows the modal.
    word = words[-1 if language == "de" else 0]
    return match["word"] if _is_bare_verb(word, language, case.reading.knowledge) else None


def _is_bare_verb(word: str, language: str, knowledge: Knowledge) -> bool:
    known = knowledge.vocabulary(language)
    entry = known.entries.get(word) if known is not None else None
    cues = entry[0] if entry is not None else None
    return cues is not None and _bare(cues)


def _bare(cues: CueSet) -> bool:
    return any(cue.kind in _ACTS and ("b" in cue.form or "g" in cue.form) for cue in cues)


CHECK = Check(
    "modal_cut",
    "repair",
    "The quotes of an adopted act do not all begin right after a modal or verb of intention that they omit.",
    _find,
)
