"""One-to-one assignment of the greatest total, with the small cases done by hand."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["Matrix", "assign"]

Matrix = Sequence[Sequence[float]]


def assign(matrix: Matrix) -> list[tuple[int, int]]:
    """Pairs (row, column) that maximise the sum of their cells, each row and column at most once.

    Cells are 0 or greater; a pair of 0 is dropped, so 0 means "may not be paired". Sorted by row.
    """
    if not matrix or not matrix[0]:
        return []
    forced = _without_choice(matrix)
    return _solve(matrix) if forced is None else forced


def _without_choice(matrix: Matrix) -> list[tuple[int, int]] | None:
    """The answer when no two non-zero cells share a row or column, which needs no solver; else None."""
    pairs = [(i, j) for i, row in enumerate(matrix) for j, cell in enumerate(row) if cell > 0]
    alone = len({i for i, _ in pairs}) == len(pairs) == len({j for _, j in pairs})
    return pairs if alone else None


def _solve(matrix: Matrix) -> list[tuple[int, int]]:
    if len(matrix) == 1 or len(matrix[0]) == 1:
        return _best_cell(matrix)
    from scipy.optimize import linear_sum_assignment

    rows, columns = linear_sum_assignment(matrix, maximize=True)
    pairs = zip(rows.tolist(), columns.tolist(), strict=True)
    return [(i, j) for i, j in pairs if matrix[i][j] > 0]


def _best_cell(matrix: Matrix) -> list[tuple[int, int]]:
    cells = [(cell, -i, -j) for i, row in enumerate(matrix) for j, cell in enumerate(row)]
    cell, i, j = max(cells)
    return [(-i, -j)] if cell > 0 else []
