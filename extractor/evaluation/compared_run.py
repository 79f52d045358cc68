"""Result files made ready to be compared: which run is which, and its documents' counts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ValidationError

from extractor.evaluation.compare import Run, RunDocument
from extractor.evaluation.report_file import (
    Number,
    ReportDocument,
    ReportSignature,
    SaneCounts,
    load_report,
)

__all__ = ["load_runs"]


class _Document(BaseModel):
    file: str
    id: str
    tags: Mapping[str, str] = {}
    events: SaneCounts
    positions: SaneCounts
    seconds: Number = 0.0
    cost: Number | None = None


class _Trials(BaseModel):
    trials: int = 1


class _Figures(BaseModel):
    """What is compared, out of a result file: results and notes, most of the file, are never built."""

    report: Literal[1, 2]
    signature: ReportSignature
    run: _Trials
    documents: tuple[_Document, ...]


def load_runs(paths: Sequence[Path]) -> tuple[Run, ...]:
    """The runs in these result files, named for the files as shortly as keeps them apart.

    Raises ResultError when a file cannot be read.
    """
    return tuple(_run(path, name) for path, name in zip(paths, _names(paths), strict=True))


def _run(path: Path, name: str) -> Run:
    report = _figures(path) or load_report(path)
    return Run(
        name=name,
        path=str(path),
        gold=report.signature.gold,
        rules=_rules(report.signature),
        makers=_makers(report.signature),
        trials=report.run.trials,
        documents=tuple(_document(document) for document in report.documents),
    )


def _figures(path: Path) -> _Figures | None:
    """The figures alone, read four times as fast; None where a careful look must say what is wrong."""
    try:
        found = _Figures.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None
    return found if len({one.id for one in found.documents}) == len(found.documents) else None


def _names(paths: Sequence[Path]) -> list[str]:
    """File names without their ending; whole paths, numbered if need be, where those are the same."""
    names = [path.stem for path in paths]
    if len(set(names)) < len(names):
        names = [str(path) for path in paths]
    repeated = len(set(names)) < len(names)
    return [f"{name} ({number})" for number, name in enumerate(names, 1)] if repeated else names


def _rules(signature: ReportSignature) -> str:
    weights = {kind: dict(fields) for kind, fields in signature.weights.items()}
    digest = hashlib.sha256(json.dumps(weights, sort_keys=True).encode()).hexdigest()[:8]
    return f"scorer {signature.scorer}, theta {signature.theta:g}, weights {digest}"


def _makers(signature: ReportSignature) -> str:
    """Engine, model and prompt of each maker, as a signature's text has them."""
    named = [
        f"{one.engine} {one.model}"
        + (f", prompt {one.prompt or '-'}@{one.fingerprint}" if one.fingerprint else "")
        for one in signature.makers
    ]
    return " + ".join(named) or "no results"


def _document(document: ReportDocument | _Document) -> RunDocument:
    return RunDocument(
        id=document.id,
        file=document.file,
        story=document.tags.get("story"),
        counts={"events": document.events, "positions": document.positions},
        seconds=document.seconds,
        cost=document.cost,
    )
