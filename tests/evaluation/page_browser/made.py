"""Result files for the tests of the page, written as ``eval run --out`` writes them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from extractor.evaluation.answers import Answer
from extractor.evaluation.gold import GoldArticle
from extractor.evaluation.report import as_json
from extractor.evaluation.run import score_answers
from extractor.schemas.extraction import Extraction
from tests.evaluation.known import READ

__all__ = ["CEILING", "content", "write_run"]

CEILING = {"source": "two labellers", "events": {"soft": 0.9}, "positions": {"soft": 0.8}}


def write_run(path: Path, gold: Sequence[GoldArticle], *trials: Sequence[Extraction], **changed: Any) -> Path:
    """A file of these answers to the gold, one list a trial; ``changed`` are fields of the file."""
    path.write_text(json.dumps(content(gold, *trials) | changed), encoding="utf-8")
    return path


def content(gold: Sequence[GoldArticle], *trials: Sequence[Extraction]) -> dict[str, Any]:
    """What such a file holds. Actors are read by the small gazetteer of the tests."""
    return as_json(score_answers(gold, _answers(trials), trials=len(trials), read=READ))


def _answers(trials: Sequence[Sequence[Extraction]]) -> Iterator[Answer]:
    for number, results in enumerate(trials, start=1):
        for result in results:
            yield Answer(number, result)
