"""A small line chart as numbers: where lines, marks and words of an SVG stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

__all__ = ["Chart", "Line", "line_chart"]

WIDTH: Final = 420
HEIGHT: Final = 170
_LEFT, _RIGHT, _TOP, _BOTTOM = 40, 60, 12, 26


@dataclass(frozen=True, slots=True)
class Line:
    """One run: its points, and where its name stands."""

    name: str
    points: tuple[tuple[float, float, float, float], ...]
    """x and y in the picture, then the threshold and the F1."""
    label_y: float

    @property
    def path(self) -> str:
        """The ``points`` attribute of a polyline."""
        return " ".join(f"{x:.1f},{y:.1f}" for x, y, _, _ in self.points)


@dataclass(frozen=True, slots=True)
class Chart:
    """Lines, and the grid behind them: (y, value) and (x, value)."""

    width: int
    height: int
    left: int
    right: int
    lines: tuple[Line, ...]
    levels: tuple[tuple[float, float], ...]
    steps: tuple[tuple[float, float], ...]


def line_chart(series: Sequence[tuple[str, Sequence[tuple[float, float]]]]) -> Chart:
    """F1 over the threshold, one line a run; F1 always from 0 to 1, so that small changes look small."""
    steps = [theta for theta, _ in series[0][1]]
    inner = WIDTH - _LEFT - _RIGHT

    def x(theta: float) -> float:
        return _LEFT + inner * (theta - steps[0]) / (steps[-1] - steps[0])

    def y(value: float) -> float:
        return _TOP + (HEIGHT - _TOP - _BOTTOM) * (1 - value)

    lines: list[Line] = []
    for name, points in series:
        placed = tuple((x(theta), y(value), theta, value) for theta, value in points)
        lines.append(Line(name, placed, _apart(placed[-1][1], [one.label_y for one in lines])))
    return Chart(
        width=WIDTH,
        height=HEIGHT,
        left=_LEFT,
        right=WIDTH - _RIGHT,
        lines=tuple(lines),
        levels=tuple((y(value), value) for value in (0.0, 0.5, 1.0)),
        steps=tuple((x(theta), theta) for theta in steps),
    )


def _apart(wanted: float, taken: Sequence[float], least: float = 14) -> float:
    """``wanted``, or as far beside what is taken as keeps two names legible."""
    for one in taken:
        if abs(wanted - one) < least:
            return one + least if wanted >= one else one - least
    return wanted
