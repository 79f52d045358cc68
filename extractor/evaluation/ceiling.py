"""How well two people agree on the articles of a run: what an engine's scores can be held against.

The ceiling is the F1 of two labellers, one of them as gold, as ``evaluation.agreement`` defines it. Optional
records make the two directions differ; the ceiling is their mean. Each labeller against the adjudicated gold
is told beside it: it is higher, for the gold was made from their labels.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources.abc import Traversable
from typing import Final

from extractor.errors import SettingsError
from extractor.evaluation.agreement import Labels, agree
from extractor.evaluation.figures import PRF, Counts, Kind, Measure, prf
from extractor.evaluation.gold import GoldArticle
from extractor.evaluation.labels import load_labels
from extractor.evaluation.names import ReadActor
from extractor.evaluation.run import Document, Evaluation
from extractor.evaluation.slices import Slice, slices

__all__ = ["LABELLERS", "Ceiling", "ceiling"]

LABELLERS: Final = ("a", "b")
"""The folders of the two labellers."""


@dataclass(frozen=True)
class Ceiling:
    """Both labellers against each other and against gold, on the articles that both labelled.

    ``articles`` counts those of the run, ``twice`` those labelled by both; ``pairs`` are named as in
    ``a against b``: a's records scored, b's as gold. F1 are means of the two directions, None where neither
    labeller has anything to compare.
    """

    folder: str
    articles: int
    twice: int
    pairs: Mapping[str, Evaluation]

    @property
    def source(self) -> str:
        """Where the figures come from, in words."""
        return (
            f"two labellers ({self.folder}), mean of both directions, "
            f"over {self.twice} of {self.articles} articles"
        )

    def f1(self, kind: Kind, measure: Measure = "soft") -> float | None:
        """The agreement over all articles, micro."""
        return _mean([_f1(one.of(kind).counts, measure) for one in self._directions])

    def field(self, kind: Kind, name: str) -> float | None:
        """The agreement on one field over all records."""
        fields = [one.of(kind).fields[name] for one in self._directions]
        return _mean([one.overall.f1 if one.counts.pred + one.counts.gold else None for one in fields])

    def slice(self, kind: Kind, tag: str, value: str) -> float | None:
        """The soft agreement over the articles of a slice."""
        found = [by_tag.get(tag, {}).get(value) for by_tag in self._slices]
        return _mean([_f1(one.of(kind)) for one in found if one is not None])

    def document(self, kind: Kind, id: str) -> float | None:  # noqa: A002  # the data model's name
        """The soft agreement on one article."""
        found = [by_id.get(id) for by_id in self._documents]
        return _mean([_f1(one.of(kind)) for one in found if one is not None])

    def pair(self, name: str, kind: Kind, measure: Measure) -> PRF:
        """The figures of one pair of sides, one direction."""
        return self.pairs[name].of(kind).micro[measure]

    @cached_property
    def _directions(self) -> tuple[Evaluation, Evaluation]:
        first, second = LABELLERS
        return self.pairs[f"{first} against {second}"], self.pairs[f"{second} against {first}"]

    @cached_property
    def _slices(self) -> list[dict[str, dict[str, Slice]]]:
        return [slices(one.documents) for one in self._directions]

    @cached_property
    def _documents(self) -> list[dict[str, Document]]:
        return [{document.id: document for document in one.documents} for one in self._directions]


def ceiling(
    gold: Sequence[GoldArticle], folder: Traversable, *places: Traversable, read: ReadActor | None = None
) -> Ceiling | None:
    """The agreement on those of ``gold`` that both labellers labelled; None when there are none.

    Args:
        gold: the adjudicated articles of a run.
        folder: holds the folders ``a`` and ``b`` with gold files.
        places: where the articles are that do not lie beside a labeller's files.
        read: makes actors comparable; absent, the shipped gazetteer.

    Raises:
        SettingsError: there is no folder ``a`` or ``b`` in it.
        GoldError: a labeller's file breaks a rule.
    """
    for name in LABELLERS:
        if not folder.joinpath(name).is_dir():
            raise SettingsError(
                f"--ceiling {str(folder)!r} has no folder {name!r}: it must hold the gold files of two "
                f"labellers, in folders {' and '.join(LABELLERS)}"
            )
    sides = [load_labels(folder.joinpath(name), name, *places).articles for name in LABELLERS]
    twice = {one.id for one in gold}.intersection(*({one.id for one in side} for side in sides))
    if not twice:
        return None
    first, second, third = (
        Labels(name, tuple(one for one in side if one.id in twice))
        for name, side in zip((*LABELLERS, "gold"), (*sides, gold), strict=True)
    )
    pairs = ((first, second), (second, first), (first, third), (second, third))
    agreements = [agree(labels, reference, read) for labels, reference in pairs]
    return Ceiling(folder.name, len(gold), len(twice), {one.name: one.figures for one in agreements})


def _f1(counts: Counts, measure: Measure = "soft") -> float | None:
    """F1; None where neither side has any record."""
    if not counts.pred + counts.gold:
        return None
    return prf(counts.true_positives(measure), counts.pred, counts.gold).f1


def _mean(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None
