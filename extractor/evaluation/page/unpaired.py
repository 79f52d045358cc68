"""Predictions that stand for no gold record, grouped by what they say over all runs and trials."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from extractor.evaluation.align import eligible
from extractor.evaluation.page.cases import Case, Kind
from extractor.evaluation.page.rows import row_id
from extractor.evaluation.page.runs import Ref, ScoredDocument

__all__ = ["Group", "Sighting", "unpaired_groups"]


@dataclass(frozen=True, slots=True)
class Sighting:
    """One answer's telling of it. ``run`` is the run's index."""

    run: int
    label: str
    ref: Ref


@dataclass(slots=True)
class Group:
    """Predictions that would pair with one another. ``view`` is the first one's."""

    kind: Kind
    case: Case
    view: Any
    sightings: list[Sighting] = field(default_factory=list)

    def share(self, run: int, document: ScoredDocument) -> float:
        """In which part of the run's answers it stands."""
        return sum(one.run == run for one in self.sightings) / len(document.answers)


def unpaired_groups(documents: Sequence[ScoredDocument], kind: Kind) -> list[Group]:
    """The groups of one article, in the order in which they are first met.

    Args:
        documents: the same article in each run.
        kind: of which records.

    A prediction joins the group it fits best; an answer is in a group once, so that what one answer
    repeats does not look like agreement.
    """
    groups: list[Group] = []
    for run, document in enumerate(documents):
        for answer, case in zip(document.answers, document.of_kind(kind), strict=True):
            for index, label, view in _unpaired(case):
                ref = Ref(document.gold.file, answer.number, row_id(case, index))
                group = _best(groups, view, case, answer.number)
                if group is None:
                    group = Group(kind, case, view)
                    groups.append(group)
                group.sightings.append(Sighting(run, label, ref))
    return groups


def _unpaired(case: Case) -> Iterator[tuple[int, str, Any]]:
    for index, labelled in enumerate(case.score.labels):
        if labelled.mended_pred < 0 and labelled.pred is not None:
            yield index, labelled.label, case.preds[labelled.pred]


def _best(groups: Sequence[Group], view: Any, case: Case, answer: int) -> Group | None:
    best, most = None, 0.0
    for group in groups:
        if any(one.ref.answer == answer for one in group.sightings):
            continue
        found = eligible(view, group.view, case.scheme, case.theta)
        if found is not None and found.similarity > most:
            best, most = group, found.similarity
    return best
