"""One article's result held against its gold: events and positions apart, there is no blended score."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from extractor.evaluation.describe import describe_event, describe_position
from extractor.evaluation.errors import Labelled
from extractor.evaluation.gold import GoldArticle
from extractor.evaluation.names import ReadActor
from extractor.evaluation.refused_views import refused_events, refused_positions
from extractor.evaluation.score import RecordsScore, score_records
from extractor.evaluation.views import event_view, position_view
from extractor.evaluation.weights import EVENTS, POSITIONS, THETA
from extractor.schemas.extraction import Extraction

__all__ = ["ArticleScore", "Note", "notes", "notes_json", "score_article"]


@dataclass(frozen=True, slots=True)
class ArticleScore:
    """One article's score for both kinds of record."""

    events: RecordsScore
    positions: RecordsScore


@dataclass(frozen=True, slots=True)
class Note:
    """What a label is about, in words: the prediction and the gold record, either may be absent."""

    kind: str
    labelled: Labelled
    pred: str | None
    gold: str | None


def score_article(
    gold: GoldArticle, result: Extraction | None, read: ReadActor, theta: float = THETA
) -> ArticleScore:
    """The score of one article's result; without a result, all its gold is missed."""
    return ArticleScore(_events(gold, result, read, theta), _positions(gold, result, read, theta))


def _events(gold: GoldArticle, result: Extraction | None, read: ReadActor, theta: float) -> RecordsScore:
    return score_records(
        preds=[event_view(one, read) for one in result.events] if result else [],
        golds=[event_view(one.record, read, one.aliases) for one in gold.events],
        optional=[one.optional for one in gold.events],
        scheme=EVENTS,
        theta=theta,
        rejected=refused_events(result, read) if result else [],
    )


def _positions(gold: GoldArticle, result: Extraction | None, read: ReadActor, theta: float) -> RecordsScore:
    return score_records(
        preds=[position_view(one, read) for one in result.positions] if result else [],
        golds=[position_view(one.record, read, one.aliases) for one in gold.positions],
        optional=[one.optional for one in gold.positions],
        scheme=POSITIONS,
        theta=theta,
        rejected=refused_positions(result, read) if result else [],
    )


def notes(gold: GoldArticle, result: Extraction | None, score: ArticleScore) -> tuple[Note, ...]:
    """What there is to say of every record that is not exact."""
    events = [describe_event(one) for one in (result.events if result else ())]
    positions = [describe_position(one) for one in (result.positions if result else ())]
    gold_events = [describe_event(one.record) for one in gold.events]
    gold_positions = [describe_position(one.record) for one in gold.positions]
    return (
        *_notes("event", score.events, events, gold_events),
        *_notes("position", score.positions, positions, gold_positions),
    )


def notes_json(gold: GoldArticle, result: Extraction | None, score: ArticleScore) -> list[dict[str, Any]]:
    """The same as JSON."""
    return [
        {
            "kind": note.kind,
            "label": note.labelled.label,
            "pred": note.pred,
            "gold": note.gold,
            "why": note.labelled.why or None,
            "fields": [
                {"field": one.field, "error": one.kind, "why": one.why} for one in note.labelled.fields
            ],
        }
        for note in notes(gold, result, score)
    ]


def _notes(kind: str, score: RecordsScore, preds: Sequence[str], golds: Sequence[str]) -> Iterator[Note]:
    for labelled in score.labels:
        if labelled.label != "exact":
            pred = None if labelled.pred is None else preds[labelled.pred]
            gold = None if labelled.gold is None else golds[labelled.gold]
            yield Note(kind, labelled, pred, gold)
