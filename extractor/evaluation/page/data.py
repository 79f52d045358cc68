"""Everything the page shows, computed: headline, leaderboard, changes, suspects, sensitivity, articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from extractor.evaluation.figures import MEASURES, PRF, Measure, prf
from extractor.evaluation.gold import GoldArticle
from extractor.evaluation.names import ReadActor, shipped_reader
from extractor.evaluation.page.cases import KINDS, Kind, soft_f1
from extractor.evaluation.page.changes import ChangedDocument, changed_documents
from extractor.evaluation.page.documents import document_data
from extractor.evaluation.page.leaderboard import ErrorClass, leaderboard
from extractor.evaluation.page.runs import ScoredDocument, ScoredRun, score_run, shared_gold
from extractor.evaluation.page.sensitivity import Sensitivity, sensitivity
from extractor.evaluation.page.suspects import Suspect, suspects
from extractor.evaluation.page.words import FIELDS
from extractor.evaluation.report_file import ReportFile
from extractor.evaluation.signature import SCORER_VERSION

__all__ = ["Figures", "Page", "RunHead", "build_page", "names"]

LETTERS = ("A", "B")
_AGREES = 5e-7  # stored figures are rounded to nine digits


@dataclass(frozen=True, slots=True)
class Figures:
    """One run's figures for one kind of record, and the ceiling: how far two labellers agree."""

    kind: Kind
    micro: dict[Measure, PRF]
    pred: float
    gold: float
    ceiling: float | None


@dataclass(frozen=True, slots=True)
class RunHead:
    """What stands above the figures of one run."""

    letter: str
    name: str
    signature: str
    trials: int
    documents: int
    failed: int
    seconds: float
    cost: float | None
    ceiling_source: str
    figures: tuple[Figures, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The page's content. ``script`` is what its script reads; all else is for the template."""

    theta: float
    heads: tuple[RunHead, ...]
    notices: tuple[str, ...]
    boards: tuple[tuple[ErrorClass, ...], ...]
    changed: tuple[ChangedDocument, ...]
    suspects: tuple[Suspect, ...]
    sensitivity: tuple[tuple[Sensitivity, ...], ...]
    script: dict[str, Any]


def build_page(
    reports: Sequence[ReportFile], gold: Sequence[GoldArticle], read: ReadActor | None = None
) -> Page:
    """The page of one run, or of two to be compared.

    Args:
        reports: one or two runs; the first one's threshold is used for both.
        gold: the labelled articles, at least those that were answered.
        read: makes actors comparable; absent, the shipped gazetteer.

    Raises:
        ResultError: an answered article is not in gold, or the runs share none.
    """
    runs = _scored(reports, gold, read or shipped_reader())
    articles = list(zip(*(run.documents for run in runs), strict=True))
    changed = changed_documents(articles) if len(runs) == 2 else []
    theta = reports[0].signature.theta
    return Page(
        theta=theta,
        heads=tuple(_head(run) for run in runs),
        notices=tuple(_notices(runs, theta)),
        boards=tuple(tuple(leaderboard(run)) for run in runs),
        changed=tuple(changed),
        suspects=tuple(suspects(articles)),
        sensitivity=tuple(zip(*(sensitivity(run, theta) for run in runs), strict=True)),
        script={
            "fields": {kind: [[one.name, one.weight] for one in FIELDS[kind]] for kind in KINDS},
            "answers": [
                {"run": run.letter, "trial": number, "trials": run.trials}
                for run in runs
                for number in range(1, run.trials + 1)
            ],
            "documents": [document_data(one, _changes_in(one, changed)) for one in articles],
        },
    )


def names(page: Page) -> str:
    """What the page is of, for its title."""
    return " and ".join(head.name for head in page.heads)


def _scored(
    reports: Sequence[ReportFile], gold: Sequence[GoldArticle], read: ReadActor
) -> tuple[ScoredRun, ...]:
    shown = shared_gold(gold, reports)
    theta = reports[0].signature.theta
    runs: list[ScoredRun] = []
    first = 0
    for letter, report in zip(LETTERS, reports, strict=False):
        runs.append(score_run(report, letter, gold, shown, read, first, theta))
        first += runs[-1].trials
    return tuple(runs)


def _head(run: ScoredRun) -> RunHead:
    trials = [answer.trial for document in run.documents for answer in document.answers]
    told = run.report
    return RunHead(
        letter=run.letter,
        name=run.name,
        signature=told.signature.text,
        trials=run.trials,
        documents=len(run.documents),
        failed=sum(one.status in ("failed", "refused") for one in trials),
        seconds=told.run.seconds,
        cost=told.run.cost,
        ceiling_source=told.ceiling.source if told.ceiling is not None else "",
        figures=tuple(_figures(run, kind) for kind in KINDS),
    )


def _figures(run: ScoredRun, kind: Kind) -> Figures:
    total = run.counts(kind)
    return Figures(
        kind=kind,
        micro={one: prf(total.true_positives(one), total.pred, total.gold) for one in MEASURES},
        pred=total.pred,
        gold=total.gold,
        ceiling=_ceiling(run, kind),
    )


def _ceiling(run: ScoredRun, kind: Kind) -> float | None:
    if run.report.ceiling is None:
        return None
    told = (run.report.ceiling.events if kind == "event" else run.report.ceiling.positions).get("soft")
    return float(told) if isinstance(told, (int, float)) else None


def _notices(runs: Sequence[ScoredRun], theta: float) -> Iterator[str]:
    for run in runs:
        report, shown = run.report, len(run.documents)
        if len(report.documents) > shown:
            yield f"{run.letter} has {len(report.documents)} articles; the {shown} that all have are shown."
        if report.signature.theta != theta:
            yield f"{run.letter} was scored at θ {report.signature.theta:g}, here at {theta:g}, as A."
        if not run.same_gold:
            yield f"Gold has changed since {run.letter} was made: all figures here are of the gold at hand."
        elif len(report.documents) == shown and report.signature.theta == theta:
            yield from _disagreements(run)


def _disagreements(run: ScoredRun) -> Iterator[str]:
    """Where scoring the stored answers again does not give what the file told."""
    for kind in KINDS:
        summary = run.report.events if kind == "event" else run.report.positions
        told, now = summary.micro["soft"].f1, soft_f1(run.counts(kind))
        if abs(told - now) > _AGREES:
            yield (
                f"The file of {run.letter} tells a soft F1 of {told:.3f} for {kind}s; scored again with "
                f"scorer {SCORER_VERSION} (then {run.report.signature.scorer}) it is {now:.3f}."
            )


def _changes_in(
    documents: Sequence[ScoredDocument], changed: Sequence[ChangedDocument]
) -> dict[str, list[str]] | None:
    """The rows of one article by how they changed, each as ``answer:row``."""
    if len(documents) == 1:
        return None
    found: dict[str, list[str]] = {}
    for one in changed:
        if one.file == documents[0].gold.file:
            for change in one.changes:
                found.setdefault(change.how, []).extend(f"{ref.answer}:{ref.row}" for ref in change.refs)
    return found
