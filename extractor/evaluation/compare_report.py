"""A comparison in words and tables for readers, and as JSON for machines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from extractor.evaluation.compare import Change, Comparison, Contrast, Run
from extractor.evaluation.stats import DocumentCounts
from extractor.evaluation.tables import Rows, aligned, piped
from extractor.evaluation.verdict import ALPHA, sentence

__all__ = ["COMPARISON_VERSION", "as_json", "as_markdown", "as_text", "verdicts"]

COMPARISON_VERSION: Final = 1
"""The version of the JSON layout."""


def as_json(comparison: Comparison) -> dict[str, Any]:
    """Plain dicts and lists. ``cost`` in US dollars, ``seconds`` summed over documents, both a trial."""
    first = comparison.runs[0]
    plan = comparison.plan
    return {
        "comparison": COMPARISON_VERSION,
        "measure": plan.measure,
        "margin": plan.margin,
        "alpha": ALPHA,
        "resamples": plan.resamples,
        "seed": plan.seed,
        "same_gold": comparison.same_gold,
        "documents": comparison.documents,
        "stories": comparison.stories,
        "runs": [
            _run_json(run, first, left_out)
            for run, left_out in zip(comparison.runs, comparison.left_out, strict=True)
        ],
        "contrasts": [_contrast_json(one, comparison) for one in comparison.contrasts],
    }


def as_text(comparison: Comparison, most: int = 5) -> str:
    """For a terminal: verdicts first; ``most`` documents each of the best and the worst changes."""
    return _rendered(comparison, most, aligned, "{}")


def as_markdown(comparison: Comparison, most: int = 5) -> str:
    """The same in Markdown."""
    return _rendered(comparison, most, piped, "## {}")


def verdicts(comparison: Comparison) -> tuple[str, ...]:
    """One sentence for each run held against the baseline and each kind of record."""
    return tuple(_sentence(one, comparison) for one in comparison.contrasts)


def _sentence(contrast: Contrast, comparison: Comparison) -> str:
    names = contrast.baseline, contrast.challenger
    plan = comparison.plan
    return sentence(contrast.verdict, contrast.finding, names, contrast.kind, plan.measure, plan.margin)


def _run_json(run: Run, first: Run, left_out: int) -> dict[str, Any]:
    return {
        "name": run.name,
        "path": run.path,
        "gold": run.gold,
        "makers": run.makers,
        "trials": run.trials,
        "documents_left_out": left_out,
        "cost": _rounded(run.cost),
        "cost_difference": _rounded(_less(run.cost, first.cost)),
        "seconds": _rounded(run.seconds),
        "seconds_difference": _rounded(run.seconds - first.seconds),
    }


def _contrast_json(contrast: Contrast, comparison: Comparison) -> dict[str, Any]:
    finding = contrast.finding
    return {
        "kind": contrast.kind,
        "baseline": contrast.baseline,
        "challenger": contrast.challenger,
        "f1": {
            "baseline": _rounded(contrast.f1[0]),
            "challenger": _rounded(contrast.f1[1]),
            "difference": _rounded(finding.delta),
        },
        "interval": [_rounded(end) for end in finding.interval],
        "p": _rounded(contrast.p),
        "p_corrected": _rounded(finding.p),
        "documents_differing": finding.differing,
        "smallest_detectable": _rounded(finding.detectable),
        "verdict": contrast.verdict,
        "sentence": _sentence(contrast, comparison),
        "changes": [_change_json(one) for one in contrast.changes],
    }


def _change_json(change: Change) -> dict[str, Any]:
    return {
        "file": change.file,
        "baseline": _counts_json(change.baseline, change.f1[0]),
        "challenger": _counts_json(change.challenger, change.f1[1]),
        "effect": _rounded(change.effect),
    }


def _counts_json(counts: DocumentCounts, f1: float) -> dict[str, float | None]:
    true_positives, predictions, gold = counts
    return {"tp": true_positives, "pred": predictions, "gold": gold, "f1": _rounded(f1)}


def _rounded(value: float | None) -> float | None:
    """Sums may come out another way in the last digit on another machine."""
    return None if value is None else round(value, 9)


def _rendered(comparison: Comparison, most: int, table: Callable[[Rows], str], heading: str) -> str:
    bullet = "- " if table is piped else ""
    warnings = [f"{bullet}NOTE: {line}" for line in _warnings(comparison)]
    blocks = [
        *(["\n".join(warnings)] if warnings else []),
        f"{heading.format('Verdicts')}\n\n" + "\n".join(f"{bullet}{one}" for one in verdicts(comparison)),
        f"{heading.format('Figures')}\n\n{table(_figure_rows(comparison))}",
        f"{heading.format('Cost and time')}\n\n{table(_cost_rows(comparison))}",
        *_changed_blocks(comparison, most, table, heading),
        "\n".join(f"{bullet}{line}" for line in _closing(comparison)),
    ]
    return "\n\n".join(blocks) + "\n"


def _figure_rows(comparison: Comparison) -> Rows:
    measure = comparison.plan.measure
    rows = [
        ("", "run", f"{measure} F1", "difference", "95 % interval", "p", "differ", "detectable", "verdict")
    ]
    for kind in comparison.plan.kinds:
        contrasts = comparison.of(kind)
        base = contrasts[0]
        rows.append((kind, base.baseline, f"{base.f1[0]:.3f}", "", "", "", "", "", "baseline"))
        rows += [_figure_row(one) for one in contrasts]
    return rows


def _figure_row(contrast: Contrast) -> tuple[str, str, str, str, str, str, str, str, str]:
    finding = contrast.finding
    return (
        contrast.kind,
        contrast.challenger,
        f"{contrast.f1[1]:.3f}",
        f"{finding.delta:+.3f}",
        f"{finding.interval.low:+.3f} to {finding.interval.high:+.3f}",
        f"{finding.p:.4f}",
        f"{finding.differing} of {finding.documents}",
        "not known" if finding.detectable is None else f"{finding.detectable:.3f}",
        contrast.verdict,
    )


def _cost_rows(comparison: Comparison) -> Rows:
    first = comparison.runs[0]
    rows = [("run", "cost", "difference", "seconds", "difference", "trials", "made by")]
    for run in comparison.runs:
        own = run is first
        rows.append(
            (
                run.name,
                "unknown" if run.cost is None else f"${run.cost:.4f}",
                "" if own else _signed_money(_less(run.cost, first.cost)),
                f"{run.seconds:.1f}",
                "" if own else f"{run.seconds - first.seconds:+.1f}",
                str(run.trials),
                run.makers,
            )
        )
    return rows


def _less(value: float | None, other: float | None) -> float | None:
    return None if value is None or other is None else value - other


def _signed_money(cost: float | None) -> str:
    return "unknown" if cost is None else f"{'-' if cost < 0 else '+'}${abs(cost):.4f}"


def _changed_blocks(
    comparison: Comparison, most: int, table: Callable[[Rows], str], heading: str
) -> Iterator[str]:
    for contrast in comparison.contrasts if most else ():
        rows = _changed_rows(contrast, most)
        if len(rows) > 1:
            title = f"{contrast.kind.capitalize()} that changed, {contrast.challenger} against "
            yield f"{heading.format(title + contrast.baseline)}\n\n{table(rows)}"


def _changed_rows(contrast: Contrast, most: int) -> Rows:
    """The best changes first, then the worst; those that move nothing are told in JSON only."""
    gained = [one for one in contrast.changes if one.effect > 0]
    lost = [one for one in reversed(contrast.changes) if one.effect < 0]
    rows = [("", "document", "F1", "TP", "predicted", "gold", "moves all by")]
    for word, changes in (("better", gained), ("worse", lost)):
        rows += [_changed_row(word, one) for one in changes[:most]]
        if more := changes[most:]:
            effect = sum(one.effect for one in more)
            rows.append((word, f"and {len(more)} more", "", "", "", "", f"{effect:+.4f}"))
    return rows


def _changed_row(word: str, change: Change) -> tuple[str, str, str, str, str, str, str]:
    before, after = change.baseline, change.challenger
    return (
        word,
        change.file,
        f"{change.f1[0]:.3f} → {change.f1[1]:.3f}",
        f"{before[0]:.2f} → {after[0]:.2f}",
        f"{before[1]:.3g} → {after[1]:.3g}",
        f"{before[2]:.3g}" if before[2] == after[2] else f"{before[2]:.3g} → {after[2]:.3g}",
        f"{change.effect:+.4f}",
    )


def _closing(comparison: Comparison) -> Iterator[str]:
    plan, first = comparison.plan, comparison.runs[0]
    stories = f" in {comparison.stories} stories" if comparison.stories < comparison.documents else ""
    gold = f"gold {first.gold}" if comparison.same_gold else "DIFFERENT GOLD"
    yield (
        f"{comparison.documents} documents{stories}, {gold}, {first.rules}; tied within ±{plan.margin:g}; "
        f"{plan.resamples} resamples, seed {plan.seed}"
    )
    if len(comparison.runs) > 2:
        yield f"p corrected for {len(comparison.runs) - 1} comparisons (Holm); intervals are not corrected"


def _warnings(comparison: Comparison) -> Iterator[str]:
    if not comparison.same_gold:
        hashes = ", ".join(f"{run.name} {run.gold}" for run in comparison.runs)
        yield f"the runs were held against different gold ({hashes}): labels of a shared document may differ"
    for run, left_out in zip(comparison.runs, comparison.left_out, strict=True):
        if left_out:
            yield f"{run.path}: {left_out} documents left out, another run lacks them"
