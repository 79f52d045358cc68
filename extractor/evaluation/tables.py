"""Rows of words as a table: aligned for a terminal, or in Markdown. The first row is the head."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["Rows", "aligned", "piped"]

Rows = Sequence[Sequence[str]]


def aligned(rows: Rows) -> str:
    """Columns as wide as their widest cell, two blanks between them."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    return "\n".join(line.rstrip() for line in lines)


def piped(rows: Rows) -> str:
    """A Markdown table; bars inside cells are escaped."""
    escaped = [[cell.replace("|", "\\|") for cell in row] for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in escaped]
    return "\n".join([lines[0], f"|{' --- |' * len(rows[0])}", *lines[1:]])
