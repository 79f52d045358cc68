"""Precision, recall and F1 from counts, and counts that add up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

__all__ = ["KINDS", "MEASURES", "PRF", "Counts", "FieldCounts", "Kind", "Measure", "document_prf", "prf"]

Kind = Literal["events", "positions"]
Measure = Literal["soft", "strict", "found", "grounded"]
KINDS: Final[tuple[Kind, ...]] = ("events", "positions")
MEASURES: Final[tuple[Measure, ...]] = ("soft", "strict", "found", "grounded")


class PRF(NamedTuple):
    """Precision, recall and their harmonic mean, each in [0, 1]."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Counts:
    """True positives in four senses, and the sizes of both sides. Adds up over documents.

    ``soft`` sums the similarities of the pairs, ``strict`` counts a maximum matching on similarity 1,
    ``found`` counts the pairs, ``grounded`` sums the similarities of pairs whose evidence overlaps by half.
    Predictions paired with optional gold, and optional gold itself, are on neither side. One trial's numbers
    of records are whole; means over trials need not be.
    """

    soft: float = 0.0
    strict: float = 0
    found: float = 0
    grounded: float = 0.0
    pred: float = 0
    gold: float = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.soft + other.soft,
            self.strict + other.strict,
            self.found + other.found,
            self.grounded + other.grounded,
            self.pred + other.pred,
            self.gold + other.gold,
        )

    def __truediv__(self, number: int) -> Counts:
        return Counts(
            _share(self.soft, number),
            _share(self.strict, number),
            _share(self.found, number),
            _share(self.grounded, number),
            _share(self.pred, number),
            _share(self.gold, number),
        )

    def true_positives(self, measure: Measure) -> float:
        """The true positives in that sense."""
        return float(getattr(self, measure))


@dataclass(frozen=True, slots=True)
class FieldCounts:
    """One field's credit inside the pairs, and how many records have it filled: all, and paired ones."""

    credit: float = 0.0
    pred: float = 0
    gold: float = 0
    paired_pred: float = 0
    paired_gold: float = 0

    def __add__(self, other: FieldCounts) -> FieldCounts:
        return FieldCounts(
            self.credit + other.credit,
            self.pred + other.pred,
            self.gold + other.gold,
            self.paired_pred + other.paired_pred,
            self.paired_gold + other.paired_gold,
        )

    def __truediv__(self, number: int) -> FieldCounts:
        return FieldCounts(
            _share(self.credit, number),
            _share(self.pred, number),
            _share(self.gold, number),
            _share(self.paired_pred, number),
            _share(self.paired_gold, number),
        )


def prf(true_positives: float, pred: float, gold: float) -> PRF:
    """P = TP/|pred|, R = TP/|gold|, F1 = 2TP/(|pred|+|gold|); 0 where there is nothing to divide by."""
    return PRF(
        true_positives / pred if pred else 0.0,
        true_positives / gold if gold else 0.0,
        2 * true_positives / (pred + gold) if pred + gold else 0.0,
    )


def document_prf(true_positives: float, pred: float, gold: float) -> PRF:
    """As ``prf``, for one document in a macro average: nothing expected and nothing said is 1."""
    if not pred and not gold:
        return PRF(1.0, 1.0, 1.0)
    return prf(true_positives, pred, gold)


def _share(total: float, number: int) -> float:
    """``total / number``, still a whole number where that is one."""
    exact = total / number
    return int(exact) if isinstance(total, int) and exact.is_integer() else exact
