"""Which prediction stands for which gold record: similarity, eligibility, and the one-to-one alignment.

Defined in the project's scoring rules under "Weights" and "Alignment". What may not be paired is 0 before the
assignment is solved, not struck out of its answer: that would lose pairs (worked example 2).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from extractor.evaluation.assignment import assign
from extractor.evaluation.comparators import Credit
from extractor.evaluation.overlap import overlap
from extractor.evaluation.scheme import Field, Scheme, filled

__all__ = ["Alignment", "Fit", "Pair", "align", "anchored", "contradict", "credit", "eligible", "fit"]

R = TypeVar("R")

_SLACK = 1e-9  # sums of thirds and sevenths must not miss a threshold by a rounding
# Ties are settled by amounts that are too small to outweigh a difference in similarity, in this order.
_BY_EXACT_FIELDS, _BY_EVIDENCE, _BY_PAIRS = 1e-6, 1e-9, 1e-12
_MISSING = Credit(0.0, "missing")
_INVENTED = Credit(0.0, "not in gold")


@dataclass(frozen=True, slots=True)
class Fit:
    """How well two records fit: similarity in [0, 1], and how many weighted fields are equal."""

    similarity: float
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


def credit(field: Field[R], pred: R, gold: R) -> Credit | None:
    """The field's credit; None when it is empty on both sides, which earns and costs nothing."""
    a, b = field.get(pred), field.get(gold)
    if filled(a):
        return field.compare(a, b) if filled(b) else _INVENTED
    return _MISSING if filled(b) else None


def fit(pred: R, gold: R, scheme: Scheme[R]) -> Fit:
    """Σ weight x credit / Σ weight over the fields that are filled on at least one side."""
    earned = possible = 0.0
    exact = 0
    for field in scheme.fields:
        found = credit(field, pred, gold)
        if found is not None:
            possible += field.weight
            earned += field.weight * found.score
            exact += found.score == 1
    return Fit(earned / possible if possible else 1.0, exact)


def anchored(pred: R, gold: R, scheme: Scheme[R]) -> bool:
    """Whether an anchor agrees at all, or every anchor is empty on both sides."""
    all_empty = True
    for field in scheme.anchors:
        found = credit(field, pred, gold)
        if found is not None:
            all_empty = False
            if found.score > 0:
                return True
    return all_empty


def eligible(pred: R, gold: R, scheme: Scheme[R], theta: float) -> Fit | None:
    """How well the two fit when they may be a pair, else None."""
    if scheme.contradiction(pred, gold) is not None:
        return None
    return _alike(pred, gold, scheme, theta)


def _alike(pred: R, gold: R, scheme: Scheme[R], theta: float) -> Fit | None:
    if not anchored(pred, gold, scheme):
        return None
    found = fit(pred, gold, scheme)
    return found if found.similarity >= theta - _SLACK else None


def contradict(pred: R, gold: R, scheme: Scheme[R], theta: float) -> str | None:
    """Why the two would be a pair if they did not say opposite things, else None."""
    why = scheme.contradiction(pred, gold)
    return why if why is not None and _alike(pred, gold, scheme, theta) is not None else None


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
    required = [i for i, may_lack in enumerate(optional) if not may_lack]
    pairs, strict = _pairs(preds, golds, range(len(preds)), required, scheme, theta)
    taken = {pair.pred for pair in pairs}
    left_over = [i for i in range(len(preds)) if i not in taken]
    extra = [i for i, may_lack in enumerate(optional) if may_lack]
    return Alignment(pairs, _pairs(preds, golds, left_over, extra, scheme, theta)[0], strict)


def _pairs(
    preds: Sequence[R],
    golds: Sequence[R],
    rows: Sequence[int],
    columns: Sequence[int],
    scheme: Scheme[R],
    theta: float,
) -> tuple[tuple[Pair, ...], int]:
    """The best pairs among these predictions and gold records, and the size of the strict matching."""
    fits = {
        (i, j): found
        for i in rows
        for j in columns
        if (found := eligible(preds[i], golds[j], scheme, theta)) is not None
    }
    chosen = sorted(fits) if _is_forced(fits) else _chosen(preds, golds, fits, scheme)
    pairs = tuple(Pair(i, j, fits[i, j].similarity) for i, j in chosen)
    return pairs, _strict(fits, pairs)


def _is_forced(cells: Collection[tuple[int, int]]) -> bool:
    """Whether no two cells share a row or a column, so that there is nothing to choose."""
    return len({i for i, _ in cells}) == len(cells) == len({j for _, j in cells})


def _chosen(
    preds: Sequence[R], golds: Sequence[R], fits: Mapping[tuple[int, int], Fit], scheme: Scheme[R]
) -> list[tuple[int, int]]:
    """The assignment of the greatest total similarity; ties are settled whatever the order of either side."""
    rows = sorted({i for i, _ in fits}, key=lambda i: scheme.canonical(preds[i]))
    columns = sorted({j for _, j in fits}, key=lambda j: scheme.canonical(golds[j]))
    smaller = min(len(rows), len(columns))
    values = {
        (i, j): found.similarity + _tie(found, preds[i], golds[j], scheme) / smaller
        for (i, j), found in fits.items()
    }
    matrix = [[values.get((i, j), 0.0) for j in columns] for i in rows]
    return sorted((rows[i], columns[j]) for i, j in assign(matrix))


def _tie(found: Fit, pred: R, gold: R, scheme: Scheme[R]) -> float:
    exact = found.exact_fields / len(scheme.fields)
    evidence = overlap(scheme.spans(pred), scheme.spans(gold))
    return _BY_EXACT_FIELDS * exact + _BY_EVIDENCE * evidence + _BY_PAIRS


def _strict(fits: Mapping[tuple[int, int], Fit], pairs: Sequence[Pair]) -> int:
    """Size of the greatest matching on similarity 1, which the soft pairs need not contain."""
    if all(pair.similarity >= 1 - _SLACK for pair in pairs):
        return len(pairs)
    same = {cell for cell, found in fits.items() if found.similarity >= 1 - _SLACK}
    if _is_forced(same):
        return len(same)
    rows, columns = sorted({i for i, _ in same}), sorted({j for _, j in same})
    return len(assign([[float((i, j) in same) for j in columns] for i in rows]))
