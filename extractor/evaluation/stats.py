"""Is the difference of two runs more than chance? Paired randomisation over documents, and Holm's correction.

Sources: Noreen 1989 and Berg-Kirkpatrick et al. 2012. Under the null hypothesis the two runs' answers to a
document may be exchanged; p is the share of exchanges whose F1 differs at least as much as observed. Those of
one story are exchanged together: give their sums as one row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

__all__ = ["Difference", "DocumentCounts", "f1", "holm", "paired_randomisation"]

DocumentCounts = tuple[float, float, float]
"""True positives, predictions and gold records of one document; fractions where trials were averaged."""

_EXACT_UP_TO = 16
_CELLS = 20_000  # numbers in a chunk, as in bootstrap.py
_ROUNDING = 1e-12


@dataclass(frozen=True, slots=True)
class Difference:
    """F1 of the second run minus the first, two-sided p, and whether p counts every exchange."""

    delta: float
    p: float
    exact: bool


def paired_randomisation(
    first: Sequence[DocumentCounts], second: Sequence[DocumentCounts], samples: int = 10_000, seed: int = 0
) -> Difference:
    """The difference in micro F1 of two runs over the same documents, in the same order.

    Up to 16 documents every exchange is tried, beyond that ``samples`` random ones, where the observed
    arrangement counts as one of them (Phipson & Smyth 2010), so that p is never 0.

    Raises:
        ValueError: the runs are not over equally many documents, or over none.
    """
    if len(first) != len(second) or not first:
        raise ValueError(f"runs of {len(first)} and {len(second)} documents cannot be compared in pairs")
    import numpy as np

    a, b = np.array(first, dtype=float), np.array(second, dtype=float)
    sums_a, sums_b = a.sum(axis=0), b.sum(axis=0)
    delta = float(f1(sums_b) - f1(sums_a))
    exact = len(first) <= _EXACT_UP_TO
    swaps = _every_swap(len(first)) if exact else _random_swaps(len(first), samples, seed)
    tried = extreme = 0
    for chunk in swaps:
        moved = chunk @ (b - a)
        differences = np.abs(f1(sums_b - moved) - f1(sums_a + moved))
        extreme += int((differences >= abs(delta) - _ROUNDING).sum())
        tried += len(chunk)
    p = extreme / tried if exact else (extreme + 1) / (tried + 1)
    return Difference(delta, p, exact)


def holm(ps: Sequence[float]) -> tuple[float, ...]:
    """Each p corrected for their number, in the order given (Holm 1979).

    The smallest of m is multiplied by m, the next by m - 1, and so on; none falls below the one before it,
    none exceeds 1. Held against one level, the chance of any false finding stays under that level.
    """
    corrected = [0.0] * len(ps)
    least = 0.0
    for rank, i in enumerate(sorted(range(len(ps)), key=ps.__getitem__)):
        least = max(least, min(1.0, (len(ps) - rank) * ps[i]))
        corrected[i] = least
    return tuple(corrected)


def f1(counts: Array) -> Array:
    """F1 over the last axis, which holds true positives, predictions and gold records; 0 where all are 0."""
    import numpy as np

    both = counts[..., 1] + counts[..., 2]
    return np.divide(2 * counts[..., 0], both, out=np.zeros_like(both), where=both > 0)


def _every_swap(documents: int) -> Iterator[Array]:
    import numpy as np

    numbers = np.arange(2**documents)
    yield ((numbers[:, None] >> np.arange(documents)) & 1).astype(float)


def _random_swaps(documents: int, samples: int, seed: int) -> Iterator[Array]:
    """Rows of zeros and ones, in chunks, so that memory stays small; eight to a random byte, for speed."""
    import numpy as np

    random = np.random.default_rng(seed)
    chunk = max(1, _CELLS // documents)
    for start in range(0, samples, chunk):
        size = min(chunk, samples - start), -(-documents // 8)
        packed = random.integers(0, 256, size=size, dtype=np.uint8)
        yield np.unpackbits(packed, axis=1, count=documents).astype(float)
