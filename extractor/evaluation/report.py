"""An evaluation as JSON, for machines and later comparison, and as a table, for readers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from extractor.evaluation.article_score import Note
from extractor.evaluation.figures import MEASURES, PRF, Counts, Measure, document_prf
from extractor.evaluation.run import Document, Evaluation
from extractor.evaluation.score import FieldFigures, Summary

__all__ = ["REPORT_VERSION", "as_json", "as_markdown", "as_text"]

REPORT_VERSION: Final = 1

Row = Sequence[str]
Rows = Sequence[Row]


def as_json(evaluation: Evaluation) -> dict[str, Any]:
    """Plain dicts and lists; ``report`` is the version of this layout.

    Per document it holds the counts that paired tests resample, and every record that is not exact.
    """
    return {
        "report": REPORT_VERSION,
        "signature": {
            "text": str(evaluation.signature),
            "scorer": evaluation.signature.scorer,
            "theta": evaluation.signature.theta,
            "weights": evaluation.signature.weights,
            "gold": evaluation.signature.gold,
            "makers": [maker._asdict() for maker in evaluation.signature.makers],
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
        "run": {
            "documents": len(evaluation.documents),
            "failed": [one.file for one in evaluation.failed],
            "seconds": round(evaluation.seconds, 3),
            "cost": evaluation.cost,
            "tokens_in": evaluation.tokens_in,
            "tokens_out": evaluation.tokens_out,
        },
        "documents": [_document_json(one) for one in evaluation.documents],
    }


def as_text(evaluation: Evaluation) -> str:
    """Aligned columns for a terminal."""
    return _rendered(evaluation, _aligned, "")


def as_markdown(evaluation: Evaluation) -> str:
    """The same tables in Markdown."""
    return _rendered(evaluation, _piped, "## ")


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
        "strict": counts.strict,
        "found": counts.found,
        "grounded": _rounded(counts.grounded),
        "pred": counts.pred,
        "gold": counts.gold,
    }


def _field_json(field: FieldFigures) -> dict[str, Any]:
    return {
        "overall": _prf_json(field.overall),
        "in_pairs": _prf_json(field.in_pairs),
        "pred": field.counts.pred,
        "gold": field.counts.gold,
    }


def _document_json(document: Document) -> dict[str, Any]:
    return {
        "file": document.file,
        "id": document.id,
        "tags": dict(document.tags),
        "status": document.status,
        "error": document.error,
        "events": _counts_json(document.events),
        "positions": _counts_json(document.positions),
        "seconds": document.seconds,
        "cost": document.cost,
        "records": [_note_json(note) for note in document.notes],
    }


def _note_json(note: Note) -> dict[str, Any]:
    return {
        "kind": note.kind,
        "label": note.labelled.label,
        "pred": note.pred,
        "gold": note.gold,
        "why": note.labelled.why or None,
        "fields": [{"field": one.field, "error": one.kind, "why": one.why} for one in note.labelled.fields],
    }


def _rendered(evaluation: Evaluation, table: Callable[[Rows], str], heading: str) -> str:
    blocks = [
        f"{heading}Records\n\n{table(_record_rows(evaluation))}",
        f"{heading}Fields\n\n{table(_field_rows(evaluation))}",
        f"{heading}Errors\n\n{table(_error_rows(evaluation))}",
        f"{heading}Documents\n\n{table(_document_rows(evaluation))}",
        "\n".join(_closing(evaluation)),
    ]
    return "\n\n".join(blocks) + "\n"


def _kinds(evaluation: Evaluation) -> tuple[tuple[str, Summary], ...]:
    return ("events", evaluation.events), ("positions", evaluation.positions)


def _record_rows(evaluation: Evaluation) -> Rows:
    rows: list[Row] = [("", "measure", "P", "R", "F1", "macro F1", "F1 where gold", "TP", "pred", "gold")]
    for kind, summary in _kinds(evaluation):
        rows += [_record_row(kind, summary, measure) for measure in MEASURES]
    return rows


def _record_row(kind: str, summary: Summary, measure: Measure) -> Row:
    return (
        kind,
        measure,
        *(_share(value) for value in summary.micro[measure]),
        _share(summary.macro[measure].f1),
        _share(summary.positives[measure].f1),
        f"{summary.counts.true_positives(measure):.2f}",
        str(summary.counts.pred),
        str(summary.counts.gold),
    )


def _field_rows(evaluation: Evaluation) -> Rows:
    rows: list[Row] = [("", "field", "weight", "P", "R", "F1", "F1 in pairs", "pred", "gold")]
    for kind, summary in _kinds(evaluation):
        weights = evaluation.signature.weights[kind]
        for name, field in summary.fields.items():
            rows.append(
                (
                    kind,
                    name,
                    f"{weights[name]:g}" if name in weights else "-",
                    *_shares(field.overall, field.counts.pred + field.counts.gold),
                    *_shares(field.in_pairs[2:], field.counts.paired_pred + field.counts.paired_gold),
                    str(field.counts.pred),
                    str(field.counts.gold),
                )
            )
    return rows


def _error_rows(evaluation: Evaluation) -> Rows:
    rows: list[Row] = [("", "label", "records", "soft F1 regained")]
    for kind, summary in _kinds(evaluation):
        by_gain = sorted(summary.labels, key=lambda label: (-summary.regained[label], label))
        for label in by_gain:
            gain = f"{summary.regained[label]:+.3f}" if summary.regained[label] else "-"
            rows.append((kind, label, str(summary.labels[label]), gain))
    return rows


def _document_rows(evaluation: Evaluation) -> Rows:
    rows: list[Row] = [
        ("document", "status", "events F1", "pred/gold", "positions F1", "pred/gold", "seconds", "cost")
    ]
    for one in evaluation.documents:
        cells = [cell for counts in (one.events, one.positions) for cell in _cells(counts)]
        rows.append((one.file, one.status, *cells, f"{one.seconds:.2f}", _money(one.cost)))
    return rows


def _cells(counts: Counts) -> tuple[str, str]:
    return _share(document_prf(counts.soft, counts.pred, counts.gold).f1), f"{counts.pred}/{counts.gold}"


def _closing(evaluation: Evaluation) -> Iterator[str]:
    for kind, summary in _kinds(evaluation):
        if summary.empty_accuracy is not None:
            empty = summary.documents - summary.positive_documents
            yield f"{kind}: {_share(summary.empty_accuracy)} of {empty} empty documents left empty"
    rates = evaluation.grounding
    if rates.before_repair is not None and rates.after_repair is not None:
        yield (
            f"evidence to the letter: {_share(rates.before_repair)} before repair, "
            f"{_share(rates.after_repair)} after; {rates.lost} records lost for it"
        )
    for one in evaluation.failed:
        yield f"{one.status}: {one.file}: {one.error}"
    tokens = f"{evaluation.tokens_in} tokens in, {evaluation.tokens_out} out"
    yield f"{evaluation.seconds:.1f} s, cost {_money(evaluation.cost)}, {tokens}"
    yield str(evaluation.signature)


def _share(value: float) -> str:
    return f"{value:.3f}"


def _shares(values: Iterable[float], counted: int) -> Iterator[str]:
    """A dash where nothing was counted: 0 would read as a failure."""
    return (_share(value) if counted else "-" for value in values)


def _money(cost: float | None) -> str:
    return "unknown" if cost is None else f"${cost:.4f}"


def _aligned(rows: Rows) -> str:
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    return "\n".join(line.rstrip() for line in lines)


def _piped(rows: Rows) -> str:
    escaped = [[cell.replace("|", "\\|") for cell in row] for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in escaped]
    return "\n".join([lines[0], f"|{' --- |' * len(rows[0])}", *lines[1:]])
