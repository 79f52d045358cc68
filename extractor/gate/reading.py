"""A text as the gate reads it: its pieces, and the telling ones among them. No sentences, no Article."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import compress

from extractor.gate.fold import pieces
from extractor.gate.lexicon import PHRASE, Lexicon

__all__ = ["Reading", "read", "spans"]


@dataclass(frozen=True, slots=True)
class Reading:
    """``pieces`` of ``text`` in order, cut by spaces or by words; ``telling`` are the indexes of those that
    bear a class, ``codes`` their codes.
    """

    text: str
    pieces: list[str]
    telling: list[int]
    codes: list[int]
    by_space: bool


def read(text: str, lexicon: Lexicon) -> Reading:
    """The telling pieces of ``text``. The time taken grows with its length and no faster."""
    cut, by_space = pieces(text)
    telling: list[int] = []
    codes: list[int] = []
    alone = list(map(lexicon.__getitem__, cut))
    for index in compress(range(len(cut)), alone):
        code = alone[index]
        if code & PHRASE:
            code = lexicon.with_phrases(cut, index)
        if code:
            telling.append(index)
            codes.append(code)
    return Reading(text, cut, telling, codes, by_space)


def spans(reading: Reading, indexes: Collection[int]) -> list[tuple[int, int]]:
    """Where the pieces with these indexes stand in ``reading.text``: start and end of each, in order."""
    text, found, rest, passed = reading.text, [], reading.text, 0
    for index in sorted(indexes):
        piece = reading.pieces[index]
        if reading.by_space:
            rest = rest.split(None, index - passed)[-1].lstrip()
            start = len(text) - len(rest)
        else:
            start = _start(reading, index)
        passed = index
        found.append((start, start + len(piece)))
    return found


def _start(reading: Reading, index: int) -> int:
    """Where piece ``index`` begins, counted piece by piece."""
    at = 0
    for piece in reading.pieces[:index]:
        at = reading.text.index(piece, at) + len(piece)
    return reading.text.index(reading.pieces[index], at)
