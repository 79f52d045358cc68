"""How much two sets of evidence have in common, in code points of the article's text."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["overlap"]

Intervals = Sequence[tuple[int, int]]


def overlap(a: Intervals, b: Intervals) -> float:
    """Intersection over union of two sets of half-open intervals; 0 when both are empty."""
    x, y = _merged(a), _merged(b)
    common = _common(x, y)
    union = _size(x) + _size(y) - common
    return common / union if union else 0.0


def _merged(intervals: Intervals) -> list[tuple[int, int]]:
    if len(intervals) == 1:
        return list(intervals)
    merged: list[tuple[int, int]] = []
    for start, end in sorted(intervals):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _common(a: Intervals, b: Intervals) -> int:
    return sum(max(0, min(end, stop) - max(start, begin)) for start, end in a for begin, stop in b)


def _size(intervals: Intervals) -> int:
    return sum(end - start for start, end in intervals)
