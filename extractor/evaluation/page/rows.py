"""What is said of each record on the page: its label, its partner, and a mark for every field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from extractor.evaluation.align import credit
from extractor.evaluation.errors import Labelled
from extractor.evaluation.overlap import overlap
from extractor.evaluation.page.cases import Case, is_pair, similarity
from extractor.evaluation.page.words import FIELDS
from extractor.evaluation.scheme import Field, filled

__all__ = ["row_id", "rows"]

_EMPTY: Final = "."


def row_id(case: Case, index: int) -> str:
    """The name of a row within its answer: ``e3`` is the fourth label of the events."""
    return f"{case.kind[0]}{index}"


def rows(case: Case) -> Iterator[dict[str, Any]]:
    """One dict a label, in the scorer's order. Absent keys mean "nothing to say".

    ``marks`` holds one letter for each of ``FIELDS``: r right, h half, w wrong, m missing, i invented, and a
    dot where both sides are empty. ``pair`` tells whether pred and gold stand for each other; where they
    do not, one of them only explains the label.
    """
    for index, labelled in enumerate(case.score.labels):
        row = {
            "id": row_id(case, index),
            "kind": case.kind,
            "label": labelled.label,
            "pred": labelled.pred,
            "gold": labelled.gold,
            "pair": is_pair(labelled),
            "reason": _reason(labelled),
            **_compared(case, labelled),
        }
        yield {key: value for key, value in row.items() if value not in (None, "", {})}


def _reason(labelled: Labelled) -> str:
    return labelled.why or _REASONS.get(labelled.label, "")


_REASONS: Final = {
    "duplicate": "the gold record already has its match",
    "split": "gold has as one record what was given as several",
    "merged": "gold has as several records what was given as one",
    "ungrounded": "found, but refused because its quote is not in the article",
    "spurious": "no gold record says this",
    "missed": "no answer says this",
    "optional": "gold lets this record be left out: it costs nothing, present or absent",
}


def _compared(case: Case, labelled: Labelled) -> dict[str, Any]:
    alike = similarity(case, labelled)
    if alike is None or labelled.pred is None or labelled.gold is None:
        return {}
    pred, gold = case.preds[labelled.pred], case.golds[labelled.gold]
    marked = [_mark(field, pred, gold) for field in FIELDS[case.kind]]
    return {
        "similarity": round(alike, 4),
        "overlap": round(overlap(case.scheme.spans(pred), case.scheme.spans(gold)), 3),
        "marks": "".join(letter for letter, _ in marked),
        "why": {field.name: why for field, (_, why) in zip(FIELDS[case.kind], marked, strict=True) if why},
        "errors": {one.field: one.kind for one in labelled.fields},
    }


def _mark(field: Field[Any], pred: Any, gold: Any) -> tuple[str, str]:
    """The field's letter and, where there is more to say, the comparator's reason."""
    found = credit(field, pred, gold)
    if found is None:
        return _EMPTY, ""
    if found.score == 1:
        return "r", found.why
    if not filled(field.get(pred)):
        return "m", ""
    if not filled(field.get(gold)):
        return "i", ""
    return ("h" if found.score > 0 else "w"), found.why
