"""What to mend first: every class of errors with the soft F1 that mending all of it would regain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from extractor.evaluation.align import credit, fit
from extractor.evaluation.errors import Labelled
from extractor.evaluation.figures import Counts
from extractor.evaluation.page.cases import KINDS, Case, Kind, soft_f1
from extractor.evaluation.page.rows import row_id
from extractor.evaluation.page.runs import Ref, ScoredDocument, ScoredRun
from extractor.evaluation.scheme import filled

__all__ = ["ErrorClass", "leaderboard", "similarity_with_field_mended"]

EXAMPLES: Final = 4


@dataclass(frozen=True, slots=True)
class ErrorClass:
    """A class of errors. ``records`` is the mean over trials; ``field``, ``how`` tell field errors apart."""

    kind: Kind
    label: str
    field: str | None
    how: str | None
    records: float
    regained: float
    examples: tuple[Ref, ...]

    @property
    def key(self) -> str:
        """What the page's filter calls it."""
        return "/".join(part for part in (self.label, self.field, self.how) if part)


@dataclass(slots=True)
class _Sum:
    records: float = 0.0
    mended: Counts = field(default_factory=Counts)
    examples: list[Ref] = field(default_factory=list)


_Key = tuple[str, str | None, str | None]


def leaderboard(run: ScoredRun) -> list[ErrorClass]:
    """All classes of both kinds, the greatest gain first.

    The gain of a class keeps the alignment as it is, as the report's figures do. Gains do not add up:
    each is what mending that class alone would bring.
    """
    found = [one for kind in KINDS for one in _of_kind(run, kind)]
    return sorted(found, key=lambda one: (-one.regained, one.kind, one.key))


def similarity_with_field_mended(case: Case, pred: Any, gold: Any, name: str) -> float:
    """The pair's similarity if this field were as gold has it: equal, or left empty where gold's is empty."""
    earned = possible = 0.0
    for one in case.scheme.fields:
        found = credit(one, pred, gold)
        if found is None or (one.name == name and not filled(one.get(gold))):
            continue
        possible += one.weight
        earned += one.weight * (1.0 if one.name == name else found.score)
    return earned / possible if possible else 1.0


def _of_kind(run: ScoredRun, kind: Kind) -> Iterator[ErrorClass]:
    sums: dict[_Key, _Sum] = {}
    for document in run.documents:
        _add(sums, document, kind)
    total = run.counts(kind)
    for (label, name, how), one in sums.items():
        regained = soft_f1(total + one.mended) - soft_f1(total)
        yield ErrorClass(kind, label, name, how, one.records, regained, tuple(one.examples[:EXAMPLES]))


def _add(sums: dict[_Key, _Sum], document: ScoredDocument, kind: Kind) -> None:
    share = 1 / len(document.answers)
    for answer, case in zip(document.answers, document.of_kind(kind), strict=True):
        for index, labelled in enumerate(case.score.labels):
            for key, mended in _classes(case, labelled):
                one = sums.setdefault(key, _Sum())
                one.records += share
                one.mended += Counts(soft=mended.soft * share, pred=mended.pred * share)
                # One example an article: the first four of a class should not all be of the first one.
                if all(ref.file != document.gold.file for ref in one.examples):
                    one.examples.append(Ref(document.gold.file, answer.number, row_id(case, index)))


def _classes(case: Case, labelled: Labelled) -> Sequence[tuple[_Key, Counts]]:
    if labelled.label in ("exact", "optional"):
        return ()
    if labelled.label != "field errors":
        return [((labelled.label, None, None), Counts(labelled.mended_tp, pred=labelled.mended_pred))]
    assert labelled.pred is not None and labelled.gold is not None  # field errors are of pairs  # noqa: PT018
    pred, gold = case.preds[labelled.pred], case.golds[labelled.gold]
    before = fit(pred, gold, case.scheme).similarity
    return [
        (
            ("field errors", one.field, one.kind),
            Counts(similarity_with_field_mended(case, pred, gold, one.field) - before),
        )
        for one in labelled.fields
    ]
