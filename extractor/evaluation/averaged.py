"""Totals over several trials made into figures of one."""

from __future__ import annotations

from dataclasses import replace

from extractor.evaluation.score import FieldFigures, Summary

__all__ = ["averaged"]


def averaged(summary: Summary, trials: int) -> Summary:
    """The summary of documents that were each counted in once per trial, per trial.

    Every document has the same number of trials, so that shares (P, R, F1, the F1 regained) are those of the
    mean counts already; only what is counted is divided.
    """
    if trials == 1:
        return summary
    return replace(
        summary,
        counts=summary.counts / trials,
        documents=summary.documents // trials,
        positive_documents=summary.positive_documents // trials,
        fields={name: _field(figures, trials) for name, figures in summary.fields.items()},
        labels={label: number / trials for label, number in summary.labels.items()},
    )


def _field(figures: FieldFigures, trials: int) -> FieldFigures:
    return replace(figures, counts=figures.counts / trials)
