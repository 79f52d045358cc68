"""Several samples of one article: which records were found how often, in their most common telling."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

from extractor.schemas.event import SanctionsEvent
from extractor.schemas.position import Position

__all__ = ["vote"]

R = TypeVar("R", SanctionsEvent, Position)


def vote(samples: Sequence[Sequence[R]], same: Callable[[R, R], bool]) -> tuple[R, ...]:
    """One record for each that any sample found, with the share of samples that found it as ``confidence``.

    Where samples tell one record in different ways the most common telling is taken, the first among equals;
    nothing is mixed. In the order of the text.
    """
    groups: list[list[R]] = []
    for sample in samples:
        met: set[int] = set()
        for record in sample:
            index = next(
                (i for i, group in enumerate(groups) if i not in met and same(group[0], record)), None
            )
            if index is None:
                groups.append([record])
                index = len(groups) - 1
            else:
                groups[index].append(record)
            met.add(index)
    chosen = (
        _most_common(group).model_copy(update={"confidence": round(len(group) / len(samples), 4)})
        for group in groups
    )
    return tuple(sorted(chosen, key=lambda record: record.evidence[0].start))


def _most_common(group: Sequence[R]) -> R:
    counted = Counter(_telling(record) for record in group)
    most = max(counted.values())
    return next(record for record in group if counted[_telling(record)] == most)


def _telling(record: R) -> str:
    """What the record says, whichever words of the article prove it."""
    return record.model_dump_json(exclude={"evidence", "flags", "confidence", "id"})
