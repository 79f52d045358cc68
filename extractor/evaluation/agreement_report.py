"""Agreement of labellers as tables for readers, and as JSON for machines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from extractor.evaluation.agreement import Agreement
from extractor.evaluation.figures import KINDS, PRF, Counts, Measure, prf
from extractor.evaluation.score import FieldFigures, Summary
from extractor.evaluation.signature import SCORER_VERSION
from extractor.evaluation.slices import Slice, slices
from extractor.evaluation.tables import Rows, aligned, piped
from extractor.evaluation.weights import THETA, weight_tables

__all__ = ["AGREEMENT_VERSION", "as_json", "as_markdown", "as_text"]

AGREEMENT_VERSION: Final = 1
"""The version of the JSON layout."""

_MEASURES: Final[tuple[Measure, ...]] = ("soft", "found", "strict")
_NAMED: Final = 5
_SLICED_BY: Final = ("genre", "language", "split")


def as_json(agreements: Sequence[Agreement]) -> dict[str, Any]:
    """Plain dicts and lists, one entry in ``pairs`` for each direction."""
    return {
        "agreement": AGREEMENT_VERSION,
        "scorer": SCORER_VERSION,
        "theta": THETA,
        "weights": weight_tables(),
        "pairs": [_pair_json(one) for one in agreements],
    }


def as_text(agreements: Sequence[Agreement]) -> str:
    """Aligned columns for a terminal."""
    return _rendered(agreements, aligned, "")


def as_markdown(agreements: Sequence[Agreement]) -> str:
    """The same tables in Markdown."""
    return _rendered(agreements, piped, "## ")


def _pair_json(agreement: Agreement) -> dict[str, Any]:
    figures = agreement.figures
    return {
        "labels": agreement.labels,
        "reference": agreement.reference,
        "gold": figures.signature.gold,
        "documents": len(figures.documents),
        **{kind: _summary_json(figures.of(kind)) for kind in KINDS},
        "slices": {
            tag: {value: _slice_json(part) for value, part in parts.items()}
            for tag, parts in _slices(agreement).items()
        },
        "only_labels": list(agreement.only_labels),
        "only_reference": list(agreement.only_reference),
    }


def _summary_json(summary: Summary) -> dict[str, Any]:
    return {
        **_counts_json(summary.counts),
        "fields": {
            name: {
                "overall": _prf_json(field.overall),
                "in_pairs": _prf_json(field.in_pairs),
                "filled": field.counts.pred,
                "reference_filled": field.counts.gold,
            }
            for name, field in summary.fields.items()
        },
        "differences": {label: count for label, count in sorted(summary.labels.items()) if label != "exact"},
    }


def _slice_json(part: Slice) -> dict[str, Any]:
    return {"documents": part.documents, **{kind: _counts_json(part.of(kind)) for kind in KINDS}}


def _counts_json(counts: Counts) -> dict[str, Any]:
    figures = {m: prf(counts.true_positives(m), counts.pred, counts.gold) for m in _MEASURES}
    return {
        **{measure: _prf_json(figure) for measure, figure in figures.items()},
        "records": counts.pred,
        "reference_records": counts.gold,
    }


def _prf_json(figure: PRF) -> dict[str, float]:
    return {name: round(value, 9) for name, value in figure._asdict().items()}


def _slices(agreement: Agreement) -> Mapping[str, Mapping[str, Slice]]:
    found = slices(agreement.figures.documents)
    return {tag: found[tag] for tag in _SLICED_BY if tag in found}


def _rendered(agreements: Sequence[Agreement], table: Callable[[Rows], str], heading: str) -> str:
    bullet = "- " if table is piped else ""
    blocks = [
        f"{heading}Records: soft / found / strict F1\n\n{table(_record_rows(agreements))}",
        f"{heading}Fields: F1 over all records / in matched pairs\n\n{table(_field_rows(agreements))}",
        f"{heading}Slices: soft F1 of events / positions\n\n{table(_slice_rows(agreements))}",
        "\n".join(f"{bullet}{line}" for line in _closing(agreements)),
    ]
    return "\n\n".join(blocks) + "\n"


def _record_rows(agreements: Sequence[Agreement]) -> Rows:
    rows = [["labels", "documents", "events", "records", "positions", "records"]]
    for one in agreements:
        cells = [cell for kind in KINDS for cell in _record_cells(one.figures.of(kind).counts)]
        rows.append([one.name, str(len(one.figures.documents)), *cells])
    return rows


def _record_cells(counts: Counts) -> tuple[str, str]:
    return _shares(counts, _MEASURES), f"{counts.pred:g} and {counts.gold:g}"


def _shares(counts: Counts, measures: Sequence[Measure]) -> str:
    """A dash where neither side has a record: 0 would read as disagreement."""
    if not counts.pred + counts.gold:
        return "-"
    return " / ".join(f"{prf(counts.true_positives(m), counts.pred, counts.gold).f1:.3f}" for m in measures)


def _field_rows(agreements: Sequence[Agreement]) -> Rows:
    rows = [["", "field", "weight", *(one.name for one in agreements)]]
    for kind in KINDS:
        weights = weight_tables()[kind]
        summaries = [one.figures.of(kind) for one in agreements]
        for name in summaries[0].fields:
            weight = f"{weights[name]:g}" if name in weights else "-"
            rows.append([kind, name, weight, *(_field_cell(summary.fields[name]) for summary in summaries)])
    return rows


def _field_cell(field: FieldFigures) -> str:
    """A dash where neither side has the field filled."""
    counts = field.counts
    if not counts.pred + counts.gold:
        return "-"
    paired = f"{field.in_pairs.f1:.3f}" if counts.paired_pred + counts.paired_gold else "-"
    return f"{field.overall.f1:.3f} / {paired}"


def _slice_rows(agreements: Sequence[Agreement]) -> Rows:
    rows = [["", "", "documents", *(one.name for one in agreements)]]
    by_tag = [_slices(one) for one in agreements]
    for tag, value in _values(by_tag):
        parts = [found.get(tag, {}).get(value) for found in by_tag]
        documents = max(part.documents for part in parts if part is not None)
        rows.append([tag, value, str(documents), *(_slice_cell(part) for part in parts)])
    return rows


def _values(by_tag: Sequence[Mapping[str, Mapping[str, Slice]]]) -> list[tuple[str, str]]:
    """Every tag with every value that any of the references gives it."""
    met = [(tag, value) for tags in by_tag for tag, parts in tags.items() for value in parts]
    return sorted(dict.fromkeys(met), key=lambda one: _SLICED_BY.index(one[0]))


def _slice_cell(part: Slice | None) -> str:
    return "-" if part is None else " / ".join(_shares(part.of(kind), ("soft",)) for kind in KINDS)


def _closing(agreements: Sequence[Agreement]) -> Iterator[str]:
    yield "the second of two names stands where gold does: only its optional records may lack for free"
    yield f"scorer {SCORER_VERSION}, theta {THETA:g}"
    left_out: dict[tuple[str, str], tuple[str, ...]] = {}
    for one in agreements:
        left_out[one.labels, one.reference] = one.only_labels
        left_out[one.reference, one.labels] = one.only_reference
    for (has, lacks), files in left_out.items():
        if files:
            more = f" and {len(files) - _NAMED} more" if len(files) > _NAMED else ""
            yield f"left out, in {has} but not in {lacks}: {', '.join(files[:_NAMED])}{more}"
