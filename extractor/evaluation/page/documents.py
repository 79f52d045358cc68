"""The articles as the page's script reads them: text, gold, every answer with its rows."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from typing import Any, Final

from extractor.article.model import Article
from extractor.evaluation.describe import describe_event, describe_position
from extractor.evaluation.gold import GoldArticle, GoldRecord
from extractor.evaluation.page.cases import KINDS, Kind
from extractor.evaluation.page.rows import rows
from extractor.evaluation.page.runs import Answer, ScoredDocument
from extractor.evaluation.page.words import in_words
from extractor.evaluation.slices import TAGS, tag_of
from extractor.schemas.event import SanctionsEvent
from extractor.schemas.extraction import Extraction, Rejected
from extractor.schemas.position import Position

__all__ = ["document_data", "places_in_utf16", "record_words"]

_LONGEST_REFUSED: Final = 4000
"""Characters of a refused record that are shown: a broken answer can be as long as the model cared to be."""

Place = Callable[[int], int]


def document_data(
    documents: Sequence[ScoredDocument], changes: Mapping[str, Sequence[str]] | None
) -> dict[str, Any]:
    """One article and the answers of all runs.

    Args:
        documents: the same article in each run.
        changes: row names by the kind of change between the runs; None without a second run.
    """
    gold = documents[0].gold
    text = gold.article.text
    place = places_in_utf16(text)
    return {
        "file": gold.file,
        "id": gold.id,
        "title": gold.article.title or gold.article.source,
        "published": str(gold.article.published or ""),
        "language": gold.article.language or "",
        "tags": {tag: value for tag in TAGS if (value := tag_of(gold.tags, tag)) is not None},
        "text": text,
        "aside": _aside(gold.article, place),
        "gold": _gold(gold, place),
        "answers": {
            answer.number: _answer(answer, text, place) for one in documents for answer in one.answers
        },
        "changes": {} if changes is None else {name: list(found) for name, found in changes.items()},
    }


def places_in_utf16(text: str) -> Place:
    """From an offset in code points to one in UTF-16 code units, which is how a browser counts."""
    if text.isascii() or max(text) <= "\uffff":
        return lambda offset: offset
    units = [0, *accumulate(2 if character > "\uffff" else 1 for character in text)]
    return lambda offset: units[min(offset, len(text))]


def record_words(kind: Kind, record: Any) -> str:
    """The record in one line."""
    return describe_event(record) if kind == "event" else describe_position(record)


def _aside(article: Article, place: Place) -> list[list[int]]:
    """Where no evidence can come from."""
    return [[place(one.start), place(one.end)] for one in article.paragraphs if one.kind == "boilerplate"]


def _gold(gold: GoldArticle, place: Place) -> dict[Kind, list[dict[str, Any]]]:
    return {
        "event": [_gold_record("event", one, place) for one in gold.events],
        "position": [_gold_record("position", one, place) for one in gold.positions],
    }


def _gold_record(kind: Kind, gold: GoldRecord[Any], place: Place) -> dict[str, Any]:
    said = {"optional": gold.optional or None, "note": gold.note}
    return _record(kind, gold.record, place) | {name: value for name, value in said.items() if value}


def _record(kind: Kind, record: SanctionsEvent | Position, place: Place) -> dict[str, Any]:
    return {
        "words": record_words(kind, record),
        "fields": in_words(kind, record),
        "evidence": [[place(one.start), place(one.end), one.note or ""] for one in record.evidence],
    }


def _answer(answer: Answer, text: str, place: Place) -> dict[str, Any]:
    trial = answer.trial
    return {
        "status": trial.status,
        "error": trial.error or "",
        "seconds": round(trial.seconds, 2),
        "cost": trial.cost,
        "counts": {
            case.kind: [
                round(case.score.counts.soft, 4),
                case.score.counts.pred,
                case.score.counts.gold,
            ]
            for case in answer.cases
        },
        "records": _predicted(answer.result, text, place),
        "rows": [row for case in answer.cases for row in rows(case)],
        "rejected": [_rejected(one) for one in (answer.result.rejected if answer.result else ())],
    }


def _predicted(result: Extraction | None, text: str, place: Place) -> dict[Kind, list[dict[str, Any]]]:
    if result is None:
        return {kind: [] for kind in KINDS}
    return {
        "event": [_predicted_record("event", one, text, place) for one in result.events],
        "position": [_predicted_record("position", one, text, place) for one in result.positions],
    }


def _predicted_record(
    kind: Kind, record: SanctionsEvent | Position, text: str, place: Place
) -> dict[str, Any]:
    astray = [one.quote for one in record.evidence if text[one.start : one.end] != one.quote]
    said = {
        "flags": [[flag.check, flag.message] for flag in record.flags],
        "confidence": record.confidence,
        "astray": astray,
    }
    return _record(kind, record, place) | {
        name: value for name, value in said.items() if value not in (None, [])
    }


def _rejected(refused: Rejected) -> dict[str, Any]:
    content = json.dumps(refused.record, ensure_ascii=False, indent=1)
    left_out = len(content) - _LONGEST_REFUSED
    return {
        "kind": refused.kind,
        "check": refused.check,
        "reason": refused.reason,
        "attempt": refused.attempt,
        "repaired": refused.repaired,
        "record": content if left_out <= 0 else f"{content[:_LONGEST_REFUSED]}… {left_out} more characters",
    }
