"""A quote that leaves out the "not" before it says the reverse of the article."""

from __future__ import annotations

import re
from typing import Final

from extractor.checks import clause
from extractor.checks.case import Case
from extractor.checks.check import Check
from extractor.checks.negation_words import Negations, negations
from extractor.checks.plain import plain_words
from extractor.schemas.values import Evidence

__all__ = ["CHECK"]

# English "not" follows the verb that it negates: only after one of these does a quote end in mid-verb.
_VERB_BEGUN: Final = re.compile(
    r"\b(?:will|would|shall|should|could|can|may|might|must|has|have|had|is|are|was|were|do|does|did|"
    r"agree[sd]?|decide[sd]?|vowed|pledged|promised)$"
)
_FRENCH_NE: Final = re.compile(r"\b(?:ne\b|n')")


def _find(case: Case) -> str | None:
    text = case.reading.text
    for evidence in case.evidence:
        language = text.language_of(evidence)
        known = negations(language)
        if known is None:
            continue
        found = _cut_before(clause.before(text, evidence), evidence, known)
        side = "before"
        if found is None:
            found, side = _cut_after(clause.after(text, evidence), evidence, known, language), "after"
        if found is not None:
            return (
                f"the quote {evidence.quote!r} leaves out {found!r} right {side} it, which reverses it: "
                "quote the words with it, and let the record say what they then say"
            )
    return None


def _cut_before(words: str, evidence: Evidence, known: Negations) -> str | None:
    ending = words.split()[-1:]
    if not ending or not _may_end(ending[0], known.last):
        return None
    match = known.before.search(words)
    if match is None or known.kept.match(plain_words(evidence.quote)):
        return None
    return match[0].strip()


def _may_end(word: str, last: frozenset[str] | None) -> bool:
    return last is None or word in last or word.endswith(("n't", "n'", "d'"))


def _cut_after(words: str, evidence: Evidence, known: Negations, language: str) -> str | None:
    match = known.after.match(words) if known.after is not None else None
    if match is None or _more_follows(words[match.end() :], known):
        return None
    quote = plain_words(evidence.quote)
    if language == "en" and _VERB_BEGUN.search(quote) is None:
        return None
    if language == "fr" and (_FRENCH_NE.search(quote) is None or known.kept.match(quote)):
        return None
    return match[0].strip()


def _more_follows(words: str, known: Negations) -> bool:
    """ "not only …", "nicht nur …": the rest of the sentence takes nothing back."""
    return known.last is not None and known.kept.match(words.lstrip()) is not None


CHECK = Check(
    "negation_cut",
    "repair",
    "No quote begins right after, or ends right before, a negation or refusal in its clause.",
    _find,
)
