"""Which prediction stands for which gold record: similarity, eligibility, and the one-to-one alignment.

Defined in the project's scoring rules under "Weights" and "Alignment". What may not be paired is 0 before the
assignment is solved, not struck out of its answer: that would lose pairs (worked example 2).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from extractor.evaluation.assignment import assign
from extractor.evaluation.comparators import Credit
from extractor.evaluation.overlap import overlap
from extractor.evaluation.scheme import Field, Scheme, filled

__all__ = ["Alignment", "Fit", "Pair", "align", "contradict", "credit", "fit"]

R = TypeVar("R")

_SLACK = 1e-9  # sums of thirds and sevenths must not miss a threshold by a rounding
# Ties are settled by amounts that are too small to outweigh a difference in similarity, in this order.
_BY_EXACT_FIELDS, _BY_EVIDENCE, _BY_PAIRS = 1e-6, 1e-9, 1e-12
_MISSING = Credit(0.0, "missing")
_INVENTED = Credit(0.0, "not in gold")


@dataclass(frozen=True, slots=True)
class Fit:
    """How well two records fit: similarity in [0, 1], whether an anchor agrees, equal filled fields."""

    similarity: float
    anchored: bool
    exact_fields: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Indices into predictions and gold as they were given."""

    pred: int
    gold: int
    similarity: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs with required gold, the pairs with optional gold, and the strict matching's size."""

    pairs: tuple[Pair, ...]
    optional: tuple[Pair, ...]
    strict: int


@dataclass(frozen=True, slots=True)
class _Side(Generic[R]):
    """Records in canonical order, with their indices as given."""

    indices: tuple[int, ...]
    records: tuple[R, ...]


def credit(field: Field[R], pred: R, gold: R) -> Credit | None:
    """The field's credit; None when it is empty on both sides, which earns and costs nothing."""
    a, b = field.get(pred), field.get(gold)
    if filled(a):
        return field.compare(a, b) if filled(b) else _INVENTED
    return _MISSING if filled(b) else None


def fit(pred: R, gold: R, scheme: Scheme[R]) -> Fit:
    """Σ weight x credit / Σ weight over the fields that are filled on at least one side."""
    earned = possible = 0.0
    exact = anchors_empty = 0
    anchored = False
    for field in scheme.fields:
        found = credit(field, pred, gold)
        is_anchor = field.name in scheme.anchors
        if found is None:
            anchors_empty += is_anchor
            continue
        possible += field.weight
        earned += field.weight * found.score
        exact += found.score == 1
        anchored = anchored or (is_anchor and found.score > 0)
    nothing_to_hold_on = anchors_empty == len(scheme.anchors)
    return Fit(earned / possible if possible else 1.0, anchored or nothing_to_hold_on, exact)


def contradict(pred: R, gold: R, scheme: Scheme[R], theta: float) -> str | None:
    """Why the two would be a pair if they did not say opposite things, else None."""
    why = scheme.contradiction(pred, gold)
    if why is None:
        return None
    found = fit(pred, gold, scheme)
    return why if found.anchored and found.similarity >= theta - _SLACK else None


def align(
    preds: Sequence[R], golds: Sequence[R], optional: Sequence[bool], scheme: Scheme[R], theta: float
) -> Alignment:
    """Required gold is aligned first; what is left of the predictions may then be paired with optional gold.

    Args:
        preds: predictions, in any order; repeats are kept.
        golds: gold records, in any order.
        optional: for each gold record whether it may be left out.
        scheme: how to compare.
        theta: the similarity from which on two records may be paired.

    Returns:
        Pairs by index into ``preds`` and ``golds``; the same whatever the order of either.
    """
    if not preds or not golds:
        return Alignment((), (), 0)
    sides = _sorted(preds, range(len(preds)), scheme)
    required = _sorted(golds, [i for i, may_lack in enumerate(optional) if not may_lack], scheme)
    pairs, strict = _pairs(sides, required, scheme, theta)
    taken = {pair.pred for pair in pairs}
    left_over = _sorted(preds, [i for i in range(len(preds)) if i not in taken], scheme)
    extra = _sorted(golds, [i for i, may_lack in enumerate(optional) if may_lack], scheme)
    return Alignment(pairs, _pairs(left_over, extra, scheme, theta)[0], strict)


def _sorted(records: Sequence[R], indices: Sequence[int], scheme: Scheme[R]) -> _Side[R]:
    order = indices
    if len(indices) > 1:
        order = sorted(indices, key=lambda index: scheme.canonical(records[index]))
    return _Side(tuple(order), tuple(records[i] for i in order))


def _pairs(preds: _Side[R], golds: _Side[R], scheme: Scheme[R], theta: float) -> tuple[tuple[Pair, ...], int]:
    """The best pairs of two sides, and how many could be paired with similarity 1."""
    if not preds.records or not golds.records:
        return (), 0
    fits = [[_eligible(pred, gold, scheme, theta) for gold in golds.records] for pred in preds.records]
    smaller = min(len(preds.records), len(golds.records))
    chosen = assign(
        [
            [
                _with_ties(cell, preds.records[i], golds.records[j], scheme, smaller)
                for j, cell in enumerate(row)
            ]
            for i, row in enumerate(fits)
        ]
    )
    pairs = tuple(
        Pair(preds.indices[i], golds.indices[j], found.similarity)
        for i, j in chosen
        if (found := fits[i][j]) is not None
    )
    return pairs, _strict(fits, pairs)


def _eligible(pred: R, gold: R, scheme: Scheme[R], theta: float) -> Fit | None:
    if scheme.contradiction(pred, gold) is not None:
        return None
    found = fit(pred, gold, scheme)
    return found if found.anchored and found.similarity >= theta - _SLACK else None


def _with_ties(cell: Fit | None, pred: R, gold: R, scheme: Scheme[R], smaller: int) -> float:
    if cell is None:
        return 0.0
    exact = cell.exact_fields / len(scheme.fields)
    evidence = overlap(scheme.spans(pred), scheme.spans(gold))
    return cell.similarity + (_BY_EXACT_FIELDS * exact + _BY_EVIDENCE * evidence + _BY_PAIRS) / smaller


def _strict(fits: list[list[Fit | None]], pairs: tuple[Pair, ...]) -> int:
    """Size of the greatest matching on similarity 1, which the soft pairs need not contain."""
    if all(pair.similarity >= 1 - _SLACK for pair in pairs):
        return len(pairs)
    same = [[float(cell is not None and cell.similarity >= 1 - _SLACK) for cell in row] for row in fits]
    return len(assign(same))
