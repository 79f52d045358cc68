"""One article's records of one kind held against gold, kept so that they can be shown and scored again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from extractor.evaluation.align import align, fit
from extractor.evaluation.errors import Labelled
from extractor.evaluation.figures import Counts, prf
from extractor.evaluation.gold import GoldArticle
from extractor.evaluation.names import ReadActor
from extractor.evaluation.refused_views import refused_events, refused_positions
from extractor.evaluation.scheme import Scheme
from extractor.evaluation.score import RecordsScore, score_records
from extractor.evaluation.views import event_view, position_view
from extractor.evaluation.weights import EVENTS, POSITIONS
from extractor.schemas.extraction import Extraction

__all__ = ["KINDS", "Case", "Kind", "cases", "is_pair", "mean", "realigned", "similarity", "soft_f1"]

Kind = Literal["event", "position"]
KINDS: Final[tuple[Kind, Kind]] = ("event", "position")


@dataclass(frozen=True, slots=True)
class Case:
    """Views of both sides and their score. ``scheme`` compares them, whichever kind they are."""

    kind: Kind
    scheme: Scheme[Any]
    preds: Sequence[Any]
    golds: Sequence[Any]
    optional: Sequence[bool]
    theta: float
    score: RecordsScore


def cases(gold: GoldArticle, result: Extraction | None, read: ReadActor, theta: float) -> tuple[Case, Case]:
    """The article's events and its positions; without a result, all its gold is missed."""
    events = _case(
        "event",
        EVENTS,
        [event_view(one, read) for one in result.events] if result else [],
        [event_view(one.record, read, one.aliases) for one in gold.events],
        [one.optional for one in gold.events],
        refused_events(result, read) if result else [],
        theta,
    )
    positions = _case(
        "position",
        POSITIONS,
        [position_view(one, read) for one in result.positions] if result else [],
        [position_view(one.record, read, one.aliases) for one in gold.positions],
        [one.optional for one in gold.positions],
        refused_positions(result, read) if result else [],
        theta,
    )
    return events, positions


def _case(
    kind: Kind,
    scheme: Scheme[Any],
    preds: Sequence[Any],
    golds: Sequence[Any],
    optional: Sequence[bool],
    refused: Sequence[Any],
    theta: float,
) -> Case:
    score = score_records(preds, golds, optional, scheme, theta, refused)
    return Case(kind, scheme, preds, golds, optional, theta, score)


def is_pair(labelled: Labelled) -> bool:
    """Whether the label is about a pair; else its other index only explains it."""
    return labelled.label in ("exact", "field errors", "optional")


def similarity(case: Case, labelled: Labelled) -> float | None:
    """How alike the two records of a label are; None when it is about one record alone."""
    if labelled.pred is None or labelled.gold is None:
        return None
    return fit(case.preds[labelled.pred], case.golds[labelled.gold], case.scheme).similarity


def realigned(case: Case, scheme: Scheme[Any], theta: float) -> Counts:
    """The counts that soft F1 needs, when the same answers are aligned by another scheme or threshold."""
    found = align(case.preds, case.golds, case.optional, scheme, theta)
    return Counts(
        soft=sum(pair.similarity for pair in found.pairs),
        pred=len(case.preds) - len(found.optional),
        gold=len(case.golds) - sum(case.optional),
    )


def mean(counts: Sequence[Counts]) -> Counts:
    """The mean over the trials of one document."""
    return sum(counts, Counts()) / len(counts)


def soft_f1(counts: Counts) -> float:
    """Soft F1 over all that was counted; 0 where there was nothing."""
    return prf(counts.soft, counts.pred, counts.gold).f1
