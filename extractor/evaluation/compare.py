"""Runs over the same gold, held against the first of them, document by document.

Defined in the project's scoring rules under "Comparing two runs". Counts come averaged over a run's trials
within each document, so that trials never pass for documents. Events and positions are compared apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.errors import ResultError
from extractor.evaluation.bootstrap import interval, resampled_f1, smallest_detectable
from extractor.evaluation.figures import KINDS, Counts, Kind, Measure, document_prf, prf
from extractor.evaluation.stats import DocumentCounts, holm, paired_randomisation
from extractor.evaluation.verdict import LEAST_DOCUMENTS, MARGIN, Finding, Verdict, judge

if TYPE_CHECKING:
    from extractor.evaluation.bootstrap import Array

__all__ = ["Change", "Comparison", "Contrast", "Plan", "Run", "RunDocument", "compare"]


@dataclass(frozen=True, slots=True)
class RunDocument:
    """One document of a run, averaged over trials. ``cost`` in US dollars, None when it is not known."""

    id: str
    file: str
    story: str | None
    counts: Mapping[Kind, Counts]
    seconds: float
    cost: float | None


@dataclass(frozen=True, slots=True)
class Run:
    """A run as it is compared. ``rules`` are scorer, threshold and weights; they must agree between runs."""

    name: str
    path: str
    gold: str
    rules: str
    makers: str
    trials: int
    documents: tuple[RunDocument, ...]

    @property
    def seconds(self) -> float:
        """The sum over documents: what the run would take one article after the other."""
        return sum(document.seconds for document in self.documents)

    @property
    def cost(self) -> float | None:
        """The sum over documents in US dollars; None when a document's is not known."""
        costs = [document.cost for document in self.documents if document.cost is not None]
        return sum(costs) if len(costs) == len(self.documents) else None


@dataclass(frozen=True, slots=True)
class Plan:
    """How to compare.

    F1 differences below ``margin`` do not matter. With ``only_shared``, runs over different gold are compared
    on the documents that all of them have.
    """

    kinds: tuple[Kind, ...] = KINDS
    measure: Measure = "soft"
    resamples: int = 10_000
    seed: int = 0
    margin: float = MARGIN
    only_shared: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """A document in which the two runs' counts differ, each as (true positives, predictions, gold).

    ``f1`` are the document's own; ``effect`` is how far it alone moves the baseline's F1 over all documents.
    """

    file: str
    baseline: DocumentCounts
    challenger: DocumentCounts
    f1: tuple[float, float]
    effect: float


@dataclass(frozen=True, slots=True)
class Contrast:
    """One run against the baseline in one kind of record. ``p`` is uncorrected, ``finding`` has the other.

    ``f1`` is baseline's and challenger's over all documents; ``changes`` go from the best to the worst.
    """

    kind: Kind
    baseline: str
    challenger: str
    f1: tuple[float, float]
    p: float
    finding: Finding
    verdict: Verdict
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of it. ``runs`` are cut to the documents that were compared, the baseline first.

    ``left_out`` counts, for each run, its documents that another run lacks. ``stories`` are the units that
    were resampled: as many as documents where no two tell one story.
    """

    runs: tuple[Run, ...]
    plan: Plan
    contrasts: tuple[Contrast, ...]
    documents: int
    stories: int
    left_out: tuple[int, ...]

    def of(self, kind: Kind) -> tuple[Contrast, ...]:
        """The contrasts in one kind of record, in the order of the runs."""
        return tuple(one for one in self.contrasts if one.kind == kind)

    @property
    def same_gold(self) -> bool:
        """Whether all runs were held against the same gold."""
        return len({run.gold for run in self.runs}) == 1


def compare(runs: Sequence[Run], plan: Plan) -> Comparison:
    """Every run against the first.

    Documents of one story are resampled and exchanged together. Holm's correction is taken over the runs
    held against the baseline, within each kind of record.

    Raises:
        ResultError: fewer than two runs; they were scored by different rules or, unless ``plan`` says
            otherwise, against different gold; or no document is in all of them.
    """
    if len(runs) < 2:
        raise ResultError(f"{len(runs)} result file cannot be compared; name two or more, the baseline first")
    for run in runs[1:]:
        _refuse_unlike(runs[0], run, only_shared=plan.only_shared)
    cut = _shared(runs)
    stories = _stories(cut)
    kept = len(cut[0].documents)
    tables = [_table(cut, stories, kind, plan.measure) for kind in plan.kinds]
    draws = resampled_f1([rows for table in tables for rows in table.by_story], plan.resamples, plan.seed)
    return Comparison(
        runs=cut,
        plan=plan,
        contrasts=tuple(
            one
            for i, table in enumerate(tables)
            for one in _contrasts(cut, table, draws[:, i * len(cut) : (i + 1) * len(cut)], plan)
        ),
        documents=kept,
        stories=len(stories),
        left_out=tuple(len(run.documents) - kept for run in runs),
    )


def _refuse_unlike(first: Run, run: Run, *, only_shared: bool) -> None:
    if run.rules != first.rules:
        raise ResultError(
            f"{run.path}: scored by {run.rules}, but {first.path} by {first.rules}; "
            "score both with one version of the tool"
        )
    if run.gold != first.gold and not only_shared:
        raise ResultError(
            f"{run.path}: gold {run.gold!r}, but {first.path} has gold {first.gold!r}; score both against "
            "one gold folder, or compare just the documents that they share with --only-shared"
        )


def _shared(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The runs, cut to the documents that all have, in the baseline's order."""
    by_id = [{document.id: document for document in run.documents} for run in runs]
    kept = [document.id for document in runs[0].documents if all(document.id in ids for ids in by_id)]
    if not kept:
        paths = ", ".join(run.path for run in runs)
        raise ResultError(f"{paths}: no document is in all of them; compare runs over the same articles")
    return tuple(
        replace(run, documents=tuple(ids[one] for one in kept)) for run, ids in zip(runs, by_id, strict=True)
    )


def _stories(runs: Sequence[Run]) -> list[list[int]]:
    """Indices of documents, those of one story together; any of the runs may know the story."""
    found: dict[tuple[str, str], list[int]] = {}
    for i, document in enumerate(runs[0].documents):
        story = next((run.documents[i].story for run in runs if run.documents[i].story), None)
        found.setdefault(("story", story) if story else ("document", document.id), []).append(i)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class _Table:
    """The counts of one kind of record: a list for each run, a row for each document or story."""

    kind: Kind
    by_document: list[list[DocumentCounts]]
    by_story: list[list[DocumentCounts]]


def _table(runs: Sequence[Run], stories: Sequence[Sequence[int]], kind: Kind, measure: Measure) -> _Table:
    counts = [[_row(document.counts[kind], measure) for document in run.documents] for run in runs]
    return _Table(kind, counts, [[_sum(run[i] for i in story) for story in stories] for run in counts])


def _contrasts(runs: Sequence[Run], table: _Table, draws: Array, plan: Plan) -> Iterator[Contrast]:
    """Every run but the first against it. ``draws``: the F1 of each run in each resample."""
    counts, rows = table.by_document, table.by_story
    stories = len(rows[0])
    tests = [paired_randomisation(rows[0], other, plan.resamples, plan.seed) for other in rows[1:]]
    corrected = holm([test.p for test in tests])
    for i, test in enumerate(tests, 1):
        changes = _changes(runs[0], counts[0], counts[i])
        spread = draws[:, i] - draws[:, 0]
        finding = Finding(
            delta=test.delta,
            interval=interval(spread, stories),
            p=corrected[i - 1],
            comparisons=len(tests),
            documents=len(counts[0]),
            stories=stories,
            differing=len(changes),
            detectable=_detectable(spread, stories, len(tests)),
        )
        yield Contrast(
            kind=table.kind,
            baseline=runs[0].name,
            challenger=runs[i].name,
            f1=(_f1(_sum(counts[0])), _f1(_sum(counts[i]))),
            p=test.p,
            finding=finding,
            verdict=judge(finding, plan.margin),
            changes=changes,
        )


def _detectable(spread: Array, stories: int, comparisons: int) -> float | None:
    return smallest_detectable(spread, stories, comparisons) if stories >= LEAST_DOCUMENTS else None


def _changes(
    run: Run, baseline: Sequence[DocumentCounts], challenger: Sequence[DocumentCounts]
) -> tuple[Change, ...]:
    total = _sum(baseline)
    changes = [
        Change(
            file=document.file,
            baseline=before,
            challenger=after,
            f1=(document_prf(*before).f1, document_prf(*after).f1),
            effect=_f1(_exchanged(total, before, after)) - _f1(total),
        )
        for document, before, after in zip(run.documents, baseline, challenger, strict=True)
        if before != after
    ]
    return tuple(sorted(changes, key=lambda change: (-change.effect, change.file)))


def _row(counts: Counts, measure: Measure) -> DocumentCounts:
    """Rounded: means over trials that were added up in another order are no difference."""
    return round(counts.true_positives(measure), 9), round(counts.pred, 9), round(counts.gold, 9)


def _sum(rows: Iterable[DocumentCounts]) -> DocumentCounts:
    true_positives = predictions = gold = 0.0
    for row in rows:
        true_positives += row[0]
        predictions += row[1]
        gold += row[2]
    return true_positives, predictions, gold


def _exchanged(total: DocumentCounts, out: DocumentCounts, into: DocumentCounts) -> DocumentCounts:
    return total[0] - out[0] + into[0], total[1] - out[1] + into[1], total[2] - out[2] + into[2]


def _f1(counts: DocumentCounts) -> float:
    return prf(*counts).f1
