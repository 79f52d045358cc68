"""Suspects in gold: what was answered with sound evidence although no gold record says it.

Such a record is either the engine's error or gold's omission; only a reader can tell. Those that several
answers found are looked at first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.evaluation.page.cases import KINDS, Kind
from extractor.evaluation.page.documents import record_words
from extractor.evaluation.page.runs import Ref, ScoredDocument
from extractor.evaluation.page.unpaired import Group, unpaired_groups
from extractor.schemas.event import SanctionsEvent
from extractor.schemas.position import Position

__all__ = ["Suspect", "suspects"]

_SUSPICIOUS = ("spurious", "contradiction")


@dataclass(frozen=True, slots=True)
class Suspect:
    """A group of predictions. ``found`` of ``answers`` answers to the article have it."""

    kind: Kind
    label: str
    words: str
    quotes: tuple[str, ...]
    flags: tuple[str, ...]
    found: int
    answers: int
    ref: Ref


def suspects(articles: Sequence[Sequence[ScoredDocument]]) -> list[Suspect]:
    """Those found by most other answers first, then those with fewest flags, then as in gold."""
    found = [one for documents in articles for kind in KINDS for one in _of_article(documents, kind)]
    return sorted(found, key=lambda one: (-one.found, len(one.flags)))


def _of_article(documents: Sequence[ScoredDocument], kind: Kind) -> Iterator[Suspect]:
    text = documents[0].gold.article.text
    answers = sum(len(document.answers) for document in documents)
    for group in unpaired_groups(documents, kind):
        suspicious = [one for one in group.sightings if one.label in _SUSPICIOUS]
        record: SanctionsEvent | Position = group.view.record
        if suspicious and all(text[one.start : one.end] == one.quote for one in record.evidence):
            yield _suspect(group, suspicious[0].label, suspicious[0].ref, answers)


def _suspect(group: Group, label: str, ref: Ref, answers: int) -> Suspect:
    record: SanctionsEvent | Position = group.view.record
    return Suspect(
        kind=group.kind,
        label=label,
        words=record_words(group.kind, record),
        quotes=tuple(one.quote for one in record.evidence),
        flags=tuple(flag.check for flag in record.flags),
        found=len(group.sightings),
        answers=answers,
        ref=ref,
    )
