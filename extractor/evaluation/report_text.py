"""An evaluation as tables, on a terminal or in Markdown: F1 with its ceiling, scores with their price."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from statistics import fmean, stdev

from extractor.evaluation.ceiling import Ceiling
from extractor.evaluation.figures import KINDS, MEASURES, Kind, Measure, document_prf
from extractor.evaluation.report import NOTHING, About, trial_f1
from extractor.evaluation.run import Document, Evaluation
from extractor.evaluation.slices import Slice, slices
from extractor.evaluation.tables import Rows, aligned, piped

__all__ = ["as_markdown", "as_text"]

Row = tuple[str, ...]

_PRICE = ("seconds", "cost")


def as_text(evaluation: Evaluation, about: About = NOTHING) -> str:
    """Aligned columns for a terminal."""
    return _rendered(evaluation, about, aligned, "")


def as_markdown(evaluation: Evaluation, about: About = NOTHING) -> str:
    """The same tables in Markdown."""
    return _rendered(evaluation, about, piped, "## ")


def _rendered(evaluation: Evaluation, about: About, table: Callable[[Rows], str], heading: str) -> str:
    top = about.ceiling
    tables: list[tuple[str, Rows]] = [("Records", _record_rows(evaluation, top))]
    if top is not None:
        tables.append(("Ceiling", _ceiling_rows(top)))
    tables += [
        ("Slices (soft)", _slice_rows(evaluation, top)),
        ("Fields", _field_rows(evaluation, top)),
        ("Errors", _error_rows(evaluation)),
        ("Documents (soft)", _document_rows(evaluation, top)),
    ]
    blocks = [f"{heading}{title}\n\n{table(rows)}" for title, rows in tables]
    between = "\n\n" if heading else "\n"  # Markdown would run the lines into one
    return "\n\n".join([*blocks, between.join(_closing(evaluation, about))]) + "\n"


def _record_rows(evaluation: Evaluation, top: Ceiling | None) -> Rows:
    held = ("ceiling", "of ceiling") if top is not None else ()
    rows: list[Row] = [
        (
            "",
            "measure",
            "P",
            "R",
            "F1",
            *held,
            "macro F1",
            "F1 where gold",
            "TP",
            "pred",
            "gold",
            *_PRICE,
        )
    ]
    for kind in KINDS:
        rows += [_record_row(evaluation, top, kind, measure) for measure in MEASURES]
    return rows


def _record_row(evaluation: Evaluation, top: Ceiling | None, kind: Kind, measure: Measure) -> Row:
    summary = evaluation.of(kind)
    price = (f"{evaluation.seconds:.2f}", _money(evaluation.cost)) if measure == "soft" else ("", "")
    return (
        kind,
        measure,
        *(_share(value) for value in summary.micro[measure]),
        *(_held(summary.micro[measure].f1, top.f1(kind, measure)) if top is not None else ()),
        _share(summary.macro[measure].f1),
        _share(summary.positives[measure].f1),
        f"{summary.counts.true_positives(measure):.2f}",
        _number(summary.counts.pred),
        _number(summary.counts.gold),
        *price,
    )


def _ceiling_rows(top: Ceiling) -> Rows:
    rows: list[Row] = [
        ("one against another as gold", *(f"{kind} {m} F1" for kind in KINDS for m in MEASURES))
    ]
    rows += [
        (pair, *(_share(top.pair(pair, kind, m).f1) for kind in KINDS for m in MEASURES))
        for pair in top.pairs
    ]
    return rows


def _slice_rows(evaluation: Evaluation, top: Ceiling | None) -> Rows:
    head: list[str] = ["slice", "value", "documents"]
    for kind in KINDS:
        held = ("ceiling", "of ceiling") if top is not None else ()
        head += [f"{kind} P", "R", "F1", *held, "pred/gold"]
    rows: list[Row] = [(*head, *_PRICE)]
    for tag, by_value in slices(evaluation.documents).items():
        rows += [_slice_row(tag, value, one, top) for value, one in by_value.items()]
    return rows


def _slice_row(tag: str, value: str, one: Slice, top: Ceiling | None) -> Row:
    cells: list[str] = []
    for kind in KINDS:
        counts, soft = one.of(kind), one.figures(kind)["soft"]
        cells += _shares(soft, counts.pred + counts.gold)
        if top is not None:
            cells += _held(soft.f1 if counts.pred + counts.gold else None, top.slice(kind, tag, value))
        cells.append(f"{_number(counts.pred)}/{_number(counts.gold)}")
    return (tag, value, str(one.documents), *cells, f"{one.seconds:.2f}", _money(one.cost))


def _field_rows(evaluation: Evaluation, top: Ceiling | None) -> Rows:
    held = ("ceiling", "of ceiling") if top is not None else ()
    rows: list[Row] = [("", "field", "weight", "P", "R", "F1", *held, "F1 in pairs", "pred", "gold")]
    for kind in KINDS:
        weights = evaluation.signature.weights[kind]
        for name, field in evaluation.of(kind).fields.items():
            counted = field.counts.pred + field.counts.gold
            f1 = field.overall.f1 if counted else None
            rows.append(
                (
                    kind,
                    name,
                    f"{weights[name]:g}" if name in weights else "-",
                    *_shares(field.overall, counted),
                    *(_held(f1, top.field(kind, name)) if top is not None else ()),
                    *_shares(field.in_pairs[2:], field.counts.paired_pred + field.counts.paired_gold),
                    _number(field.counts.pred),
                    _number(field.counts.gold),
                )
            )
    return rows


def _error_rows(evaluation: Evaluation) -> Rows:
    rows: list[Row] = [("", "label", "records", "soft F1 regained")]
    for kind in KINDS:
        summary = evaluation.of(kind)
        by_gain = sorted(summary.labels, key=lambda label: (-summary.regained[label], label))
        for label in by_gain:
            gain = f"{summary.regained[label]:+.3f}" if summary.regained[label] else "-"
            rows.append((kind, label, _number(summary.labels[label]), gain))
    return rows


def _document_rows(evaluation: Evaluation, top: Ceiling | None) -> Rows:
    head: list[str] = ["document", "status"]
    for kind in KINDS:
        held = ("ceiling",) if top is not None else ()
        head += [f"{kind} F1", *held, "pred/gold"]
    return [(*head, *_PRICE), *(_document_row(one, top) for one in evaluation.documents)]


def _document_row(document: Document, top: Ceiling | None) -> Row:
    cells: list[str] = []
    for kind in KINDS:
        counts = document.of(kind)
        cells.append(_share(document_prf(counts.soft, counts.pred, counts.gold).f1))
        if top is not None:
            cells.append(_held(None, top.document(kind, document.id))[0])
        cells.append(f"{_number(counts.pred)}/{_number(counts.gold)}")
    mark = "*" if any(one.cached for one in document.trials) else ""
    return (
        document.file,
        document.status,
        *cells,
        f"{document.seconds:.2f}{mark}",
        _money(document.cost) + mark,
    )


def _closing(evaluation: Evaluation, about: About) -> Iterator[str]:
    yield from _trial_lines(evaluation)
    if about.ceiling is not None:
        yield f"ceiling: {about.ceiling.source}"
    for kind in KINDS:
        summary = evaluation.of(kind)
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
    yield from _price_lines(evaluation)
    if about.command is not None:
        yield f"made with: {about.command}"
    yield str(evaluation.signature)


def _trial_lines(evaluation: Evaluation) -> Iterator[str]:
    if evaluation.trials > 1:
        for kind in KINDS:
            f1 = trial_f1(evaluation, kind)
            each = " ".join(map(_share, f1))
            yield f"{kind}: soft F1 of {len(f1)} trials: {each} (mean {fmean(f1):.3f}, sd {stdev(f1):.3f})"


def _price_lines(evaluation: Evaluation) -> Iterator[str]:
    once = " for all articles once, trials averaged" if evaluation.trials > 1 else ""
    tokens = f"{_number(evaluation.tokens_in)} tokens in, {_number(evaluation.tokens_out)} out"
    yield f"the engine took {evaluation.seconds:.2f} s, cost {_money(evaluation.cost)}, {tokens}{once}"
    if evaluation.cached:
        asked = sum(len(one.trials) for one in evaluation.documents)
        yield (
            f"* {evaluation.cached} of {asked} results were cached: their seconds and cost are those of the "
            f"first time; this run spent {_money(evaluation.spent)}"
        )


def _held(f1: float | None, ceiling: float | None) -> tuple[str, str]:
    """The ceiling, and the share of it that was reached; dashes where there is nothing to hold against it."""
    if not ceiling:
        return ("-" if ceiling is None else _share(ceiling)), "-"
    return _share(ceiling), "-" if f1 is None else f"{f1 / ceiling:.0%}"


def _share(value: float) -> str:
    return f"{value:.3f}"


def _shares(values: Iterable[float], counted: float) -> Iterator[str]:
    """A dash where nothing was counted: 0 would read as a failure."""
    return (_share(value) if counted else "-" for value in values)


def _number(value: float) -> str:
    """Whole where it is; means over trials need not be."""
    return f"{value:.0f}" if float(value).is_integer() else f"{value:.2f}"


def _money(cost: float | None) -> str:
    return "unknown" if cost is None else f"${cost:.4f}"
