"""Which prediction stands for which gold record: similarity, eligibility, and the one-to-one alignment.

Defined in the project's scoring rules under "Weights" and "Alignment". What may not be paired is 0 before the
assignment is solved, not struck out of its answer: that would lose pairs (worked example 2).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from extractor.evaluation.assignment import assign
from extractor.evaluation.comparators import Credit
from extractor.evaluation.overlap import overlap
from extractor.evaluation.scheme import Field, Row, Scheme

__all__ = ["Alignment", "Fit", "Pair", "align", "anchored", "contradict", "credit", "eligible", "fit"]

R = TypeVar("R")

_SLACK = 1e-9  # sums of thirds and sevenths must not miss a threshold by a rounding
# Ties are settled by amounts that are too small to outweigh a difference in similarity, in this order.
_BY_EXACT_FIELDS, _BY_EVIDENCE, _BY_PAIRS = 1e-6, 1e-9, 1e-12
_MISSING = Credit(0.0, "missing")
_INVENTED = Credit(0.0, "not in gold")


Cell = tuple[int, int]
"""A prediction and a gold record, by index."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How well two records fit: similarity in [0, 1], and what each weighted field earns, in their order.

    None stands for a field that is empty on both sides.
    """

    similarity: float
    fields: tuple[Credit | None, ...]

    @property
    def exact_fields(self) -> int:
        """How many weighted fields are equal."""
        return sum(found is not None and found.score == 1 for found in self.fields)


@dataclass(frozen=True, slots=True)
class Pair:
    """Indices into predictions and gold as they were given."""

    pred: int
    gold: int
    similarity: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs with required gold, the pairs with optional gold, and the strict matching's size.

    ``fits`` has every cell that may be a pair: of required gold with all predictions, of optional gold with
    those that required gold left over.
    """

    pairs: tuple[Pair, ...]
    optional: tuple[Pair, ...]
    strict: int
    fits: Mapping[Cell, Fit]


def credit(field: Field[R], pred: R, gold: R) -> Credit | None:
    """The field's credit; None when it is empty on both sides, which earns and costs nothing."""
    return _credit(field, field.value(pred), field.value(gold))


def fit(pred: R, gold: R, scheme: Scheme[R]) -> Fit:
    """Σ weight x credit / Σ weight over the fields that are filled on at least one side."""
    return _fit(scheme.row(pred), scheme.row(gold), scheme)


def anchored(pred: R, gold: R, scheme: Scheme[R]) -> bool:
    """Whether an anchor agrees at all, or every anchor is empty on both sides."""
    return _anchored(scheme.row(pred), scheme.row(gold), scheme)


def eligible(pred: R, gold: R, scheme: Scheme[R], theta: float) -> Fit | None:
    """How well the two fit when they may be a pair, else None."""
    if scheme.contradiction(pred, gold) is not None:
        return None
    return _alike(scheme.row(pred), scheme.row(gold), scheme, theta)


def contradict(pred: R, gold: R, scheme: Scheme[R], theta: float) -> str | None:
    """Why the two would be a pair if they did not say opposite things, else None."""
    why = scheme.contradiction(pred, gold)
    if why is None or _alike(scheme.row(pred), scheme.row(gold), scheme, theta) is None:
        return None
    return why


def _credit(field: Field[R], a: Any, b: Any) -> Credit | None:
    if a is None:
        return None if b is None else _MISSING
    return _INVENTED if b is None else field.compare(a, b)


def _fit(pred: Row, gold: Row, scheme: Scheme[R]) -> Fit:
    fields = tuple(map(_credit, scheme.fields, pred, gold))
    earned = possible = 0.0
    for field, found in zip(scheme.fields, fields, strict=True):
        if found is not None:
            possible += field.weight
            earned += field.weight * found.score
    return Fit(earned / possible if possible else 1.0, fields)


def _anchored(pred: Row, gold: Row, scheme: Scheme[R]) -> bool:
    all_empty = True
    for place in scheme.anchor_places:
        found = _credit(scheme.fields[place], pred[place], gold[place])
        if found is not None:
            all_empty = False
            if found.score > 0:
                return True
    return all_empty


def _alike(pred: Row, gold: Row, scheme: Scheme[R], theta: float) -> Fit | None:
    if not _anchored(pred, gold, scheme):
        return None
    found = _fit(pred, gold, scheme)
    return found if found.similarity >= theta - _SLACK else None


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
    required = [j for j, may_lack in enumerate(optional) if not may_lack]
    fits = _fits(preds, golds, range(len(preds)), required, scheme, theta)
    pairs = _pairs(preds, golds, fits, scheme)
    taken = {pair.pred for pair in pairs}
    left_over = [i for i in range(len(preds)) if i not in taken]
    extra = [j for j, may_lack in enumerate(optional) if may_lack]
    more = _fits(preds, golds, left_over, extra, scheme, theta) if extra else {}
    return Alignment(pairs, _pairs(preds, golds, more, scheme), _strict(fits, pairs), fits | more)


def _fits(
    preds: Sequence[R],
    golds: Sequence[R],
    rows: Sequence[int],
    columns: Sequence[int],
    scheme: Scheme[R],
    theta: float,
) -> dict[Cell, Fit]:
    """The cells among these predictions and gold records that may be a pair; every value is read once."""
    mine = {i: scheme.row(preds[i]) for i in rows}
    theirs = {j: scheme.row(golds[j]) for j in columns}
    return {
        (i, j): found
        for i, pred in mine.items()
        for j, gold in theirs.items()
        if scheme.contradiction(preds[i], golds[j]) is None
        and (found := _alike(pred, gold, scheme, theta)) is not None
    }


def _pairs(
    preds: Sequence[R], golds: Sequence[R], fits: Mapping[Cell, Fit], scheme: Scheme[R]
) -> tuple[Pair, ...]:
    """The best pairs among the cells."""
    chosen = sorted(fits) if _is_forced(fits) else _chosen(preds, golds, fits, scheme)
    return tuple([Pair(i, j, fits[i, j].similarity) for i, j in chosen])


def _is_forced(cells: Collection[Cell]) -> bool:
    """Whether no two cells share a row or a column, so that there is nothing to choose."""
    return len({i for i, _ in cells}) == len(cells) == len({j for _, j in cells})


def _chosen(
    preds: Sequence[R], golds: Sequence[R], fits: Mapping[Cell, Fit], scheme: Scheme[R]
) -> list[Cell]:
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


def _strict(fits: Mapping[Cell, Fit], pairs: Sequence[Pair]) -> int:
    """Size of the greatest matching on similarity 1, which the soft pairs need not contain."""
    if all(pair.similarity >= 1 - _SLACK for pair in pairs):
        return len(pairs)
    same = {cell for cell, found in fits.items() if found.similarity >= 1 - _SLACK}
    if _is_forced(same):
        return len(same)
    rows, columns = sorted({i for i, _ in same}), sorted({j for _, j in same})
    return len(assign([[float((i, j) in same) for j in columns] for i in rows]))
