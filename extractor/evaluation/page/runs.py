"""Stored runs joined with gold and scored again: every answer to every article, ready to be shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from extractor.errors import ResultError
from extractor.evaluation.figures import Counts
from extractor.evaluation.gold import GoldArticle, gold_hash
from extractor.evaluation.names import ReadActor
from extractor.evaluation.page.cases import KINDS, Case, Kind, cases, mean
from extractor.evaluation.report_file import ReportFile, ReportTrial
from extractor.evaluation.rescore import stored_answers
from extractor.schemas.extraction import Extraction

__all__ = ["Answer", "Ref", "ScoredDocument", "ScoredRun", "score_run", "shared_gold"]


@dataclass(frozen=True, slots=True)
class Ref:
    """Where on the page a record is shown: article, number of the answer, row in that answer."""

    file: str
    answer: int
    row: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One trial's answer to one article, scored. ``number`` counts over all runs of the page, from 0."""

    number: int
    trial: ReportTrial
    result: Extraction | None
    cases: tuple[Case, Case]


@dataclass(frozen=True, slots=True)
class ScoredDocument:
    """One article and a run's answers to it."""

    gold: GoldArticle
    answers: tuple[Answer, ...]

    def of_kind(self, kind: Kind) -> tuple[Case, ...]:
        """The answers' records of one kind, one Case a trial."""
        return tuple(answer.cases[KINDS.index(kind)] for answer in self.answers)

    def counts(self, kind: Kind) -> Counts:
        """The mean over trials."""
        return mean([case.score.counts for case in self.of_kind(kind)])


@dataclass(frozen=True, slots=True)
class ScoredRun:
    """A run whose answers were scored again against the gold at hand."""

    letter: str
    report: ReportFile
    documents: tuple[ScoredDocument, ...]
    same_gold: bool

    @property
    def name(self) -> str:
        """The file's name."""
        return PurePath(self.report.path).name

    @property
    def trials(self) -> int:
        """How many answers each article has."""
        return self.report.run.trials

    def counts(self, kind: Kind) -> Counts:
        """The sum over documents of the means over trials."""
        return sum((one.counts(kind) for one in self.documents), Counts())


def shared_gold(gold: Sequence[GoldArticle], reports: Sequence[ReportFile]) -> tuple[GoldArticle, ...]:
    """The gold articles that every run answered, in gold's order. Raises ResultError when there are none."""
    answered = [{document.id for document in report.documents} for report in reports]
    shared = tuple(one for one in gold if all(one.id in ids for ids in answered))
    if not shared:
        paths = " and ".join(report.path for report in reports)
        raise ResultError(
            f"{paths}: documents: no article of this gold is in {'it' if len(reports) == 1 else 'both'}; "
            "give the gold that was run by --gold"
        )
    return shared


def score_run(
    report: ReportFile,
    letter: str,
    gold: Sequence[GoldArticle],
    shown: Sequence[GoldArticle],
    read: ReadActor,
    first_answer: int,
    theta: float,
) -> ScoredRun:
    """Scores a run's stored answers to the articles that are ``shown``.

    Args:
        report: the run's result file.
        letter: what the run is called on the page.
        gold: all of gold, to tell whether it is what the run was held against.
        shown: the articles to show.
        read: makes actors comparable.
        first_answer: the number of the run's first trial.
        theta: the similarity from which on two records may be paired.

    Raises ResultError when the file holds no results, or has an article that gold lacks.
    """
    results = {
        (one.result.article.id, one.trial): one.result
        for one in stored_answers(report, shown, passed_over={one.id for one in gold})
    }
    trials = {document.id: document.trials for document in report.documents}
    return ScoredRun(
        letter=letter,
        report=report,
        documents=tuple(
            ScoredDocument(
                one,
                tuple(
                    _answer(one, trial, results.get((one.id, number + 1)), read, first_answer + number, theta)
                    for number, trial in enumerate(trials[one.id])
                ),
            )
            for one in shown
        ),
        same_gold=gold_hash([one for one in gold if one.id in trials]) == report.signature.gold,
    )


def _answer(
    gold: GoldArticle,
    trial: ReportTrial,
    result: Extraction | None,
    read: ReadActor,
    number: int,
    theta: float,
) -> Answer:
    return Answer(number, trial, result, cases(gold, result, read, theta))
