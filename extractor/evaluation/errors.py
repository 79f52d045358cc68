"""What went wrong with each record: one label a record, and what repairing it would bring.

Labels follow the project's scoring rules under "Figures". A pair has one label; every prediction and every
required gold record that is in no pair has one of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, Literal, TypeVar

from extractor.evaluation.align import Alignment, Cell, Fit, Pair, contradict, eligible
from extractor.evaluation.scheme import Field, Scheme, filled

__all__ = ["FieldError", "Label", "Labelled", "label_records"]

R = TypeVar("R")

Label = Literal[
    "exact",
    "field errors",
    "contradiction",
    "duplicate",
    "split",
    "merged",
    "ungrounded",
    "spurious",
    "missed",
    "optional",
]
FieldErrorKind = Literal["missing", "invented", "wrong", "swapped role"]


@dataclass(frozen=True, slots=True)
class FieldError:
    """One weighted field of a pair that did not earn full credit."""

    field: str
    kind: FieldErrorKind
    why: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label with the records it is about, as indices into predictions and gold.

    For a pair both are set. For a duplicate, a split, a contradiction and a merged record the other index
    is the record that explains the label. ``mended_tp`` and ``mended_pred`` are what repairing it would add
    to the soft true positives and to the number of predictions.
    """

    label: Label
    pred: int | None = None
    gold: int | None = None
    fields: tuple[FieldError, ...] = ()
    why: str = ""
    mended_tp: float = 0.0
    mended_pred: int = 0


@dataclass(frozen=True, slots=True)
class _Case(Generic[R]):
    """One document's records and how they were aligned."""

    preds: Sequence[R]
    golds: Sequence[R]
    rejected: Sequence[R]
    pairs: tuple[Pair, ...]
    fits: Mapping[Cell, Fit]
    scheme: Scheme[R]
    theta: float


def label_records(
    preds: Sequence[R],
    golds: Sequence[R],
    optional: Sequence[bool],
    rejected: Sequence[R],
    alignment: Alignment,
    scheme: Scheme[R],
    theta: float,
) -> tuple[Labelled, ...]:
    """One label for every pair, every unpaired prediction and every unpaired required gold record."""
    pairs = (*alignment.pairs, *alignment.optional)
    case = _Case(preds, golds, rejected, pairs, alignment.fits, scheme, theta)
    paired_preds = {pair.pred for pair in pairs}
    paired_golds = {pair.gold for pair in pairs}
    labels = [
        *(_of_pair(case, pair) for pair in alignment.pairs),
        *(Labelled("optional", pair.pred, pair.gold) for pair in alignment.optional),
        *(_of_pred(case, i) for i in range(len(preds)) if i not in paired_preds),
        *(_of_gold(case, i) for i in range(len(golds)) if i not in paired_golds and not optional[i]),
    ]
    return tuple(_completed_once(labels, {pair.gold: pair for pair in alignment.pairs}))


def _of_pair(case: _Case[R], pair: Pair) -> Labelled:
    if pair.similarity >= 1 - 1e-9:
        return Labelled("exact", pair.pred, pair.gold)
    errors = tuple(_field_errors(case, pair))
    return Labelled("field errors", pair.pred, pair.gold, errors, mended_tp=1 - pair.similarity)


def _field_errors(case: _Case[R], pair: Pair) -> Iterator[FieldError]:
    pred, gold = case.preds[pair.pred], case.golds[pair.gold]
    earned = case.fits[pair.pred, pair.gold].fields
    for field, found in zip(case.scheme.fields, earned, strict=True):
        if found is None or found.score == 1:
            continue
        if _is_swapped(field, pred, gold, case.scheme, found.score):
            yield FieldError(field.name, "swapped role", "stands in the other role in gold")
        elif not filled(field.get(pred)):
            yield FieldError(field.name, "missing", "empty here, filled in gold")
        elif not filled(field.get(gold)):
            yield FieldError(field.name, "invented", "filled here, empty in gold")
        else:
            yield FieldError(field.name, "wrong", found.why)


def _is_swapped(field: Field[R], pred: R, gold: R, scheme: Scheme[R], score: float) -> bool:
    """Whether the field's value is rather what gold has in the role it is taken for."""
    mine = field.get(pred)
    roles = [b if a == field.name else a for a, b in scheme.swaps if field.name in (a, b)]
    theirs = [scheme.by_name[role].get(gold) for role in roles]
    return filled(mine) and any(
        filled(other) and field.compare(mine, other).score > score for other in theirs
    )


def _of_pred(case: _Case[R], index: int) -> Labelled:
    pred = case.preds[index]
    for pair in case.pairs:
        may_pair = (index, pair.gold) in case.fits
        if may_pair and not _differ_outright(pred, case.golds[pair.gold], case.scheme):
            label: Label = "split" if _is_part(case, pred, pair) else "duplicate"
            return Labelled(label, index, pair.gold, mended_pred=-1)
    for j, other in enumerate(case.golds):
        if why := contradict(pred, other, case.scheme, case.theta):
            return Labelled("contradiction", index, j, why=why, mended_pred=-1)
    return Labelled("spurious", index, mended_pred=-1)


def _differ_outright(pred: R, gold: R, scheme: Scheme[R]) -> bool:
    """Whether a field filled on both sides has nothing in common: another act of the same actors, say."""
    values = [(field, field.get(pred), field.get(gold)) for field in scheme.fields]
    return any(filled(a) and filled(b) and field.compare(a, b).score == 0 for field, a, b in values)


def _is_part(case: _Case[R], pred: R, pair: Pair) -> bool:
    """Whether two predictions share out between them what gold has as one."""
    kept, whole = _parts(case, case.preds[pair.pred]), _parts(case, case.golds[pair.gold])
    return _alike(case, _parts(case, pred), kept) == 0 and 0 < _alike(case, kept, whole) < 1


def _of_gold(case: _Case[R], index: int) -> Labelled:
    gold = case.golds[index]
    for pair in case.pairs:
        if (pair.pred, index) in case.fits and _is_merged(case, gold, pair):
            return Labelled("merged", pair.pred, index, mended_tp=1, mended_pred=1)
    for i, pred in enumerate(case.preds):
        if why := contradict(pred, gold, case.scheme, case.theta):
            return Labelled("contradiction", i, index, why=why, mended_tp=1, mended_pred=1)
    if any(eligible(offered, gold, case.scheme, case.theta) for offered in case.rejected):
        return Labelled("ungrounded", None, index, mended_tp=1, mended_pred=1)
    return Labelled("missed", None, index, mended_tp=1, mended_pred=1)


def _is_merged(case: _Case[R], gold: R, pair: Pair) -> bool:
    """Whether one prediction holds together what gold has as two."""
    other, both = _parts(case, case.golds[pair.gold]), _parts(case, case.preds[pair.pred])
    mine = _parts(case, gold)
    return _alike(case, mine, other) == 0 and _alike(case, both, mine) > 0 and _alike(case, both, other) > 0


def _parts(case: _Case[R], record: R) -> object:
    return case.scheme.by_name[case.scheme.parts].get(record) if case.scheme.parts else None


def _alike(case: _Case[R], a: object, b: object) -> float:
    """The credit of two values of the scheme's set-valued field; -1 where one is empty."""
    if case.scheme.parts is None or not filled(a) or not filled(b):
        return -1
    return case.scheme.by_name[case.scheme.parts].compare(a, b).score


def _completed_once(labels: list[Labelled], pairs: dict[int, Pair]) -> Iterator[Labelled]:
    """Repairing a split or a merger also completes the pair it was taken from, once for each pair."""
    by_pred = {pair.pred: pair for pair in pairs.values()}
    completed: set[int] = set()
    for labelled in labels:
        pair = None
        if labelled.label == "split" and labelled.gold is not None:
            pair = pairs.get(labelled.gold)
        elif labelled.label == "merged" and labelled.pred is not None:
            pair = by_pred.get(labelled.pred)
        if pair is None or pair.gold in completed:
            yield labelled
            continue
        completed.add(pair.gold)
        yield replace(labelled, mended_tp=labelled.mended_tp + 1 - pair.similarity)
