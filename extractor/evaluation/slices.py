"""The documents of a run by genre, language, regime, length and split."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from extractor.evaluation.figures import MEASURES, PRF, Counts, Kind, Measure, prf
from extractor.evaluation.run import Document

__all__ = ["DEFAULT_SPLIT", "TAGS", "Slice", "slices", "tag_of"]

TAGS: Final = ("genre", "language", "regime", "length", "split")

DEFAULT_SPLIT: Final = "dev"
"""Where gold names no split: the seeds, which everybody has looked at."""

_LENGTHS: Final = ("short", "medium", "long")


@dataclass(frozen=True, slots=True)
class Slice:
    """Documents that share a tag's value: their counts and what the engine took for them once."""

    documents: int
    events: Counts
    positions: Counts
    seconds: float
    cost: float | None

    def of(self, kind: Kind) -> Counts:
        """The counts of one kind of record."""
        return self.events if kind == "events" else self.positions

    def figures(self, kind: Kind) -> dict[Measure, PRF]:
        """The micro figures of one kind of record."""
        counts = self.of(kind)
        return {m: prf(counts.true_positives(m), counts.pred, counts.gold) for m in MEASURES}


def tag_of(tags: Mapping[str, str], tag: str) -> str | None:
    """An article's value of a tag; one without a split is in DEFAULT_SPLIT."""
    return tags.get(tag, DEFAULT_SPLIT if tag == "split" else None)


def slices(documents: Sequence[Document]) -> dict[str, dict[str, Slice]]:
    """Slices by tag and value; a document without a tag is in none of that tag's, a tag that none has is left
    out. Lengths go from short to long, other values by name.
    """
    by_tag = {tag: _by_value(documents, tag) for tag in TAGS}
    return {
        tag: {value: _slice(by_value[value]) for value in sorted(by_value, key=_order)}
        for tag, by_value in by_tag.items()
        if by_value
    }


def _by_value(documents: Sequence[Document], tag: str) -> dict[str, list[Document]]:
    found: dict[str, list[Document]] = {}
    for document in documents:
        value = tag_of(document.tags, tag)
        if value is not None:
            found.setdefault(value, []).append(document)
    return found


def _order(value: str) -> tuple[int, str]:
    return _LENGTHS.index(value) if value in _LENGTHS else 0, value


def _slice(documents: Sequence[Document]) -> Slice:
    costs = [one.cost for one in documents]
    return Slice(
        documents=len(documents),
        events=sum((one.events for one in documents), Counts()),
        positions=sum((one.positions for one in documents), Counts()),
        seconds=sum(one.seconds for one in documents),
        cost=None if None in costs else sum(cost for cost in costs if cost is not None),
    )
