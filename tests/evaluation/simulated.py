"""Pairs of runs over made-up documents, some of them harder than others, the same ones for both runs."""

from __future__ import annotations

from random import Random

from extractor.evaluation.stats import DocumentCounts

__all__ = ["paired_counts"]


def paired_counts(
    documents: int, seed: int, effect: float = 0.0
) -> tuple[list[DocumentCounts], list[DocumentCounts]]:
    """Two runs' counts; the second finds each gold record with a chance that is greater by ``effect``."""
    random = Random(seed)
    hard = [(random.randrange(7), random.betavariate(4, 2)) for _ in range(documents)]
    first = [_document(random, gold, ease) for gold, ease in hard]
    return first, [_document(random, gold, ease + effect) for gold, ease in hard]


def _document(random: Random, gold: int, ease: float) -> DocumentCounts:
    """What is found, how well, and up to two inventions."""
    found = sum(random.random() < ease for _ in range(gold))
    return found * random.betavariate(9, 1.5), found + random.choice((0, 0, 1, 2)), gold
