"""What a kind of record is scored by: fields, weights, anchors and contradictions, as data.

The alignment and the counts know no field by name: they work on any record type that has a Scheme.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from extractor.evaluation.comparators import Comparator

__all__ = ["Field", "Row", "Scheme", "filled", "filled_values", "no_contradiction"]

R = TypeVar("R")

Row = Sequence[Any]
"""A record's values, one a weighted field."""


@dataclass(frozen=True, slots=True)
class Field(Generic[R]):
    """One compared field. ``get`` gives its value, ``None`` or ``()`` when it is empty."""

    name: str
    weight: float
    get: Callable[[R], Any]
    compare: Comparator

    def value(self, record: R) -> Any:
        """The record's value, None when it is empty."""
        value = self.get(record)
        return value if filled(value) else None


def no_contradiction(a: Any, b: Any) -> str | None:  # noqa: ARG001 -- a Scheme's default, called with both
    """No two records contradict each other."""
    return None


@dataclass(frozen=True)
class Scheme(Generic[R]):
    """How records of one kind are compared.

    Attributes:
        name: ``events`` or ``positions``; in reports.
        fields: the weighted fields.
        anchored_by: names of weighted fields of which one must agree at all for a pair to count.
        canonical: JSON of a record; the order in which ties are settled.
        spans: where a record's evidence stands, half-open intervals of code points.
        contradiction: a sentence when two records say opposite things, else None.
        diagnostics: fields reported without weight.
        parts: the set-valued field by which one record is split into several or several are merged.
        swaps: pairs of fields whose values are easily taken for each other.
    """

    name: str
    fields: tuple[Field[R], ...]
    anchored_by: tuple[str, ...]
    canonical: Callable[[R], str]
    spans: Callable[[R], tuple[tuple[int, int], ...]]
    contradiction: Callable[[R, R], str | None] = no_contradiction
    diagnostics: tuple[Field[R], ...] = ()
    parts: str | None = None
    swaps: tuple[tuple[str, str], ...] = ()

    @cached_property
    def by_name(self) -> dict[str, Field[R]]:
        """The weighted fields by their names."""
        return {field.name: field for field in self.fields}

    @cached_property
    def anchors(self) -> tuple[Field[R], ...]:
        """The fields of ``anchored_by``."""
        return tuple(self.by_name[name] for name in self.anchored_by)

    @cached_property
    def anchor_places(self) -> tuple[int, ...]:
        """Where the anchors stand among ``fields``."""
        return tuple(self.fields.index(field) for field in self.anchors)

    def row(self, record: R) -> Row:
        """The values of the weighted fields, in their order; None for each that is empty."""
        values = [field.get(record) for field in self.fields]
        return [None if value in (None, ()) else value for value in values]


def filled(value: object) -> bool:
    """Whether a field holds anything; ``False`` and 0 are values."""
    return value not in (None, ())


def filled_values(field: Field[R], records: Sequence[R]) -> dict[int, Any]:
    """The field's value in each record that has it filled, by the record's index."""
    return {i: value for i, record in enumerate(records) if (value := field.get(record)) not in (None, ())}
