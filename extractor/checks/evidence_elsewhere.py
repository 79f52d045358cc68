"""The quotes stand where the actors are spoken of."""

from __future__ import annotations

from extractor.checks.case import Case
from extractor.checks.check import Check

__all__ = ["CHECK"]

_BEFORE, _AFTER = 5, 1  # sentences: a pronoun's name is seldom farther off; '"…", said X' comes after


def _find(case: Case) -> str | None:
    names = case.bearers
    text = case.reading.text
    spans = [text.around(evidence, _BEFORE, _AFTER) for evidence in case.evidence]
    if case.event is not None:
        spans += [(p.start, p.end) for p in case.reading.article.paragraphs if p.kind == "title"]
    if not names or case.reading.spoken_of(names, spans):
        return None
    whom = "holder and speaker" if case.position is not None else "senders and targets"
    return (
        f"none of {', '.join(map(repr, names))} ({whom}) is spoken of in the paragraph of a quote or the "
        f"{_BEFORE} sentences before it; quote the words where they are"
    )


CHECK = Check(
    "evidence_elsewhere",
    "flag",
    "Holder or speaker (for an event a sender or target; the title counts) is spoken of in the paragraph of "
    f"some quote, in the {_BEFORE} sentences before it or the one after.",
    _find,
)
