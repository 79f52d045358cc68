"""An evaluation as JSON, for machines and later comparison. ``report_text`` has it for readers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from extractor.evaluation.ceiling import Ceiling
from extractor.evaluation.figures import KINDS, MEASURES, PRF, Counts, Kind, Measure, prf
from extractor.evaluation.run import Evaluation, Trial
from extractor.evaluation.score import FieldFigures, Summary
from extractor.evaluation.slices import Slice, slices

__all__ = ["REPORT_VERSION", "About", "as_json", "json_pieces", "trial_f1"]

REPORT_VERSION: Final = 2


@dataclass(frozen=True, slots=True)
class About:
    """What a report says besides the evaluation.

    ``command`` makes the run again; ``rescored`` is the file whose stored results were scored, if any.
    """

    command: str | None = None
    ceiling: Ceiling | None = None
    rescored: str | None = None


NOTHING: Final = About()


def as_json(evaluation: Evaluation, about: About = NOTHING) -> dict[str, Any]:
    """Plain dicts and lists; ``report`` is the version of this layout, ``report_file`` reads it back.

    Per document it holds the counts that paired tests resample, every record of the first trial that is not
    exact, and each trial's counts and result.
    """
    return _head(evaluation, about) | {"documents": list(_documents(evaluation))}


def json_pieces(evaluation: Evaluation, about: About = NOTHING) -> Iterator[str]:
    """The text of ``as_json``, piece by piece, so that results are never all in memory; a document a line."""
    head = json.dumps(_head(evaluation, about), ensure_ascii=False, indent=2)
    yield head.removesuffix("\n}") + ',\n  "documents": ['
    before = "\n    "
    for document in _documents(evaluation):
        yield before + json.dumps(document, ensure_ascii=False, separators=(",", ":"))
        before = ",\n    "
    yield "\n  ]\n}\n"


def trial_f1(evaluation: Evaluation, kind: Kind) -> list[float]:
    """The soft micro F1 of each trial by itself."""
    totals = [Counts()] * evaluation.trials
    for document in evaluation.documents:
        for i, trial in enumerate(document.trials):
            totals[i] += trial.events if kind == "events" else trial.positions
    return [prf(one.soft, one.pred, one.gold).f1 for one in totals]


def _head(evaluation: Evaluation, about: About) -> dict[str, Any]:
    return {
        "report": REPORT_VERSION,
        "signature": {
            "text": str(evaluation.signature),
            "scorer": evaluation.signature.scorer,
            "theta": evaluation.signature.theta,
            "weights": evaluation.signature.weights,
            "gold": evaluation.signature.gold,
            "makers": [maker._asdict() for maker in evaluation.signature.makers],
            "run": evaluation.signature.run,
        },
        "events": _summary_json(evaluation.events),
        "positions": _summary_json(evaluation.positions),
        "grounding": {
            "verbatim_before_repair": evaluation.grounding.before_repair,
            "verbatim_after_repair": evaluation.grounding.after_repair,
            "offered": evaluation.grounding.offered,
            "failed_first": evaluation.grounding.failed_first,
            "lost": evaluation.grounding.lost,
        },
        "run": _run_json(evaluation, about),
        "slices": {
            tag: {value: _slice_json(one) for value, one in by_value.items()}
            for tag, by_value in slices(evaluation.documents).items()
        },
        "ceiling": None if about.ceiling is None else _ceiling_json(about.ceiling),
    }


def _run_json(evaluation: Evaluation, about: About) -> dict[str, Any]:
    return {
        "documents": len(evaluation.documents),
        "failed": [one.file for one in evaluation.failed],
        "trials": evaluation.trials,
        "trial_f1": {kind: [_rounded(f1) for f1 in trial_f1(evaluation, kind)] for kind in KINDS},
        "cached": evaluation.cached,
        "seconds": round(evaluation.seconds, 3),
        "cost": evaluation.cost,
        "wall_seconds": None if evaluation.wall_seconds is None else round(evaluation.wall_seconds, 3),
        "spent": evaluation.spent,
        "tokens_in": evaluation.tokens_in,
        "tokens_out": evaluation.tokens_out,
        "command": about.command,
        "rescored": about.rescored,
    }


def _summary_json(summary: Summary) -> dict[str, Any]:
    return {
        "micro": _figures_json(summary.micro),
        "macro": _figures_json(summary.macro),
        "positives": _figures_json(summary.positives),
        "empty_accuracy": summary.empty_accuracy,
        "documents": summary.documents,
        "positive_documents": summary.positive_documents,
        "counts": _counts_json(summary.counts),
        "fields": {name: _field_json(field) for name, field in summary.fields.items()},
        "errors": {
            label: {"records": count, "f1_regained": _rounded(summary.regained[label])}
            for label, count in sorted(summary.labels.items())
        },
    }


def _figures_json(figures: Mapping[Measure, PRF]) -> dict[str, dict[str, float]]:
    return {measure: _prf_json(figure) for measure, figure in figures.items()}


def _prf_json(figure: PRF) -> dict[str, float]:
    return {name: _rounded(value) for name, value in figure._asdict().items()}


def _rounded(value: float) -> float:
    """Results arrive in any order; rounding keeps the order of a sum out of the file."""
    return round(value, 9)


def _counts_json(counts: Counts) -> dict[str, float]:
    return {
        "soft": _rounded(counts.soft),
        "strict": _rounded(counts.strict),
        "found": _rounded(counts.found),
        "grounded": _rounded(counts.grounded),
        "pred": _rounded(counts.pred),
        "gold": _rounded(counts.gold),
    }


def _field_json(field: FieldFigures) -> dict[str, Any]:
    return {
        "overall": _prf_json(field.overall),
        "in_pairs": _prf_json(field.in_pairs),
        "pred": _rounded(field.counts.pred),
        "gold": _rounded(field.counts.gold),
    }


def _slice_json(one: Slice) -> dict[str, Any]:
    return {
        "documents": one.documents,
        **{kind: _figures_json(one.figures(kind)) for kind in KINDS},
        "counts": {kind: _counts_json(one.of(kind)) for kind in KINDS},
        "seconds": round(one.seconds, 3),
        "cost": one.cost,
    }


def _ceiling_json(ceiling: Ceiling) -> dict[str, Any]:
    """F1 by measure, and every pair of sides in full."""
    return {
        "source": ceiling.source,
        "documents": ceiling.twice,
        **{
            kind: {
                **{measure: ceiling.f1(kind, measure) for measure in MEASURES},
                "pairs": {
                    pair: {measure: _prf_json(ceiling.pair(pair, kind, measure)) for measure in MEASURES}
                    for pair in ceiling.pairs
                },
            }
            for kind in KINDS
        },
    }


def _documents(evaluation: Evaluation) -> Iterator[dict[str, Any]]:
    for document in evaluation.documents:
        yield {
            "file": document.file,
            "id": document.id,
            "tags": dict(document.tags),
            "status": document.status,
            "error": document.error,
            "events": _counts_json(document.events),
            "positions": _counts_json(document.positions),
            "seconds": round(document.seconds, 4),
            "cost": document.cost,
            "records": list(evaluation.kept.notes(document.id)),
            "trials": [
                _trial_json(trial) | {"result": evaluation.kept.result(document.id, number)}
                for number, trial in enumerate(document.trials, start=1)
            ],
        }


def _trial_json(trial: Trial) -> dict[str, Any]:
    return {
        "events": _counts_json(trial.events),
        "positions": _counts_json(trial.positions),
        "status": trial.status,
        "error": trial.error,
        "seconds": trial.seconds,
        "cost": trial.cost,
        "cached": trial.cached,
    }
