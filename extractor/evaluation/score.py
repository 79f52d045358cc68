"""One document's counts, and the figures over many documents.

Defined in the project's scoring rules under "Figures". ``score_records`` works on any kind of record that has
a Scheme; a Tally adds documents up one by one, so that memory does not grow with them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from extractor.evaluation.align import Alignment, align
from extractor.evaluation.errors import Label, Labelled, label_records
from extractor.evaluation.figures import MEASURES, PRF, Counts, FieldCounts, Measure, document_prf, prf
from extractor.evaluation.overlap import overlap
from extractor.evaluation.scheme import Field, Scheme, filled_values

__all__ = ["FieldFigures", "RecordsScore", "Summary", "Tally", "score_records"]

R = TypeVar("R")

_EMPTY = FieldCounts()

GROUNDED_FROM = 0.5
"""The overlap (intersection over union, in characters) from which on evidence counts as the same."""


@dataclass(frozen=True, slots=True)
class RecordsScore:
    """One document's score for one kind of record."""

    counts: Counts
    fields: dict[str, FieldCounts]
    labels: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class FieldFigures:
    """A field's precision, recall and F1 over all records, and over matched pairs only."""

    overall: PRF
    in_pairs: PRF
    counts: FieldCounts


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of one kind of record over all documents.

    ``micro`` is the headline; ``macro`` averages over all documents, ``positives`` over those with required
    gold. ``empty_accuracy`` is the share of documents without required gold for which nothing was said, None
    when there are none. ``regained`` is the soft F1 that repairing one class of errors would add.
    """

    counts: Counts
    micro: dict[Measure, PRF]
    macro: dict[Measure, PRF]
    positives: dict[Measure, PRF]
    empty_accuracy: float | None
    documents: int
    positive_documents: int
    fields: dict[str, FieldFigures]
    labels: dict[Label, float]
    regained: dict[Label, float]


def score_records(
    preds: Sequence[R],
    golds: Sequence[R],
    optional: Sequence[bool],
    scheme: Scheme[R],
    theta: float,
    rejected: Sequence[R] = (),
) -> RecordsScore:
    """Scores one document's predictions of one kind against its gold.

    Args:
        preds: the published records; repeats count as they stand.
        golds: the gold records.
        optional: for each gold record, whether it may be left out.
        scheme: fields, weights, anchors and contradictions.
        theta: the similarity from which on two records may be paired.
        rejected: records that were offered and refused for their evidence; they earn nothing, but
            tell a gold record that was missed from one that was found and could not be shown.
    """
    alignment = align(preds, golds, optional, scheme, theta)
    sides = _sides(preds, golds, optional, alignment)
    return RecordsScore(
        counts=_counts(sides, alignment, scheme),
        fields={field.name: _field_counts(field, sides) for field in (*scheme.fields, *scheme.diagnostics)},
        labels=label_records(preds, golds, optional, rejected, alignment, scheme, theta),
    )


@dataclass(frozen=True, slots=True)
class _Sides(Generic[R]):
    """The records that count: those in a pair first, in the order of the pairs."""

    preds: Sequence[R]
    golds: Sequence[R]
    pairs: int


def _sides(
    preds: Sequence[R], golds: Sequence[R], optional: Sequence[bool], alignment: Alignment
) -> _Sides[R]:
    pairs = alignment.pairs
    taken = {pair.pred for pair in (*pairs, *alignment.optional)}
    found = {pair.gold for pair in pairs}
    more_preds = [pred for i, pred in enumerate(preds) if i not in taken]
    more_golds = [gold for j, gold in enumerate(golds) if j not in found and not optional[j]]
    return _Sides(
        preds=[preds[pair.pred] for pair in pairs] + more_preds,
        golds=[golds[pair.gold] for pair in pairs] + more_golds,
        pairs=len(pairs),
    )


def _counts(sides: _Sides[R], alignment: Alignment, scheme: Scheme[R]) -> Counts:
    grounded = [
        pair.similarity
        for pair, pred, gold in zip(alignment.pairs, sides.preds, sides.golds, strict=False)
        if overlap(scheme.spans(pred), scheme.spans(gold)) >= GROUNDED_FROM
    ]
    return Counts(
        soft=sum([pair.similarity for pair in alignment.pairs]),
        strict=alignment.strict,
        found=sides.pairs,
        grounded=sum(grounded),
        pred=len(sides.preds),
        gold=len(sides.golds),
    )


def _field_counts(field: Field[R], sides: _Sides[R]) -> FieldCounts:
    preds, golds = filled_values(field, sides.preds), filled_values(field, sides.golds)
    if not preds and not golds:
        return _EMPTY
    paired_preds = [i for i in preds if i < sides.pairs]
    paired_golds = [i for i in golds if i < sides.pairs]
    return FieldCounts(
        credit=sum([field.compare(preds[i], golds[i]).score for i in paired_preds if i in golds]),
        pred=len(preds),
        gold=len(golds),
        paired_pred=len(paired_preds),
        paired_gold=len(paired_golds),
    )


class Tally(Generic[R]):
    """Running totals of one kind of record; one ``add`` per document, then ``summary``."""

    def __init__(self, scheme: Scheme[R]) -> None:
        self._counts = Counts()
        self._fields = {field.name: FieldCounts() for field in (*scheme.fields, *scheme.diagnostics)}
        self._macro = _Mean()
        self._positives = _Mean()
        self._empty = 0
        self._silent_on_empty = 0
        self._labels: Counter[Label] = Counter()
        self._mended_tp: Counter[Label] = Counter()
        self._mended_pred: Counter[Label] = Counter()

    def add(self, score: RecordsScore) -> None:
        """Counts one document in."""
        counts = score.counts
        self._counts += counts
        for name, field in score.fields.items():
            if field is not _EMPTY:
                self._fields[name] += field
        figures = [document_prf(counts.true_positives(m), counts.pred, counts.gold) for m in MEASURES]
        self._macro.add(figures)
        if counts.gold:
            self._positives.add(figures)
        else:
            self._empty += 1
            self._silent_on_empty += not counts.pred
        for labelled in score.labels:
            self._labels[labelled.label] += 1
            self._mended_tp[labelled.label] += labelled.mended_tp  # type: ignore[assignment]  # a float counts too
            self._mended_pred[labelled.label] += labelled.mended_pred

    def summary(self) -> Summary:
        """The figures over the documents added so far."""
        total = self._counts
        return Summary(
            counts=total,
            micro={m: prf(total.true_positives(m), total.pred, total.gold) for m in MEASURES},
            macro=self._macro.figures(),
            positives=self._positives.figures(),
            empty_accuracy=self._silent_on_empty / self._empty if self._empty else None,
            documents=self._macro.documents,
            positive_documents=self._positives.documents,
            fields={name: _field_figures(counts) for name, counts in self._fields.items()},
            labels=dict[Label, float](self._labels),
            regained={label: self._regained(label) for label in self._labels},
        )

    def _regained(self, label: Label) -> float:
        total = self._counts
        mended = prf(total.soft + self._mended_tp[label], total.pred + self._mended_pred[label], total.gold)
        return mended.f1 - prf(total.soft, total.pred, total.gold).f1


class _Mean:
    """The mean of documents' figures, one row of P, R and F1 per measure."""

    def __init__(self) -> None:
        self.documents = 0
        self._sums = [[0.0, 0.0, 0.0] for _ in MEASURES]

    def add(self, figures: Sequence[PRF]) -> None:
        self.documents += 1
        for sums, figure in zip(self._sums, figures, strict=True):
            for i, value in enumerate(figure):
                sums[i] += value

    def figures(self) -> dict[Measure, PRF]:
        documents = max(1, self.documents)
        return {
            measure: PRF(*(value / documents for value in sums))
            for measure, sums in zip(MEASURES, self._sums, strict=True)
        }


def _field_figures(counts: FieldCounts) -> FieldFigures:
    return FieldFigures(
        overall=prf(counts.credit, counts.pred, counts.gold),
        in_pairs=prf(counts.credit, counts.paired_pred, counts.paired_gold),
        counts=counts,
    )
