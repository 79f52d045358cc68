"""The stored results of a result file as answers, so that they can be scored anew without any engine."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from pydantic import ValidationError

from extractor.errors import ResultError
from extractor.evaluation.answers import Answer
from extractor.evaluation.gold import GoldArticle
from extractor.evaluation.report_file import ReportDocument, ReportFile
from extractor.schemas.extraction import Extraction

__all__ = ["stored_answers"]


def stored_answers(
    report: ReportFile, gold: Sequence[GoldArticle], passed_over: Collection[str] = ()
) -> Iterator[Answer]:
    """The results in ``report`` for the gold articles; those with an id in ``passed_over`` may be there too.

    A trial for which no result came back has none here either.

    Raises ResultError, naming the file and the place, when it has no results, lacks an article of the gold,
    has one that is not in the gold, or holds a result that cannot be read.
    """
    _check(report, gold, passed_over)
    wanted = {one.id for one in gold}
    for number, document in enumerate(report.documents):
        if document.id in wanted:
            yield from _answers(report.path, number, document)


def _check(report: ReportFile, gold: Sequence[GoldArticle], passed_over: Collection[str]) -> None:
    stored = {one.id: one for one in report.documents}
    if not any(trial.result for one in report.documents for trial in one.trials):
        raise ResultError(
            f"{report.path}: documents: holds counts but no results (layout version {report.report}), "
            "so it cannot be scored anew; run again with `extractor eval run -o`"
        )
    lacking = [one.file for one in gold if one.id not in stored]
    if lacking:
        raise ResultError(
            f"{report.path}: documents: holds nothing for {_listed(lacking)} of the gold; run again with "
            "`extractor eval run -o`: what is in the cache is not asked again"
        )
    known = {one.id for one in gold}.union(passed_over)
    strange = [one.file for one in report.documents if one.id not in known]
    if strange:
        raise ResultError(
            f"{report.path}: documents: holds {_listed(strange)}, not in this gold (or its text has "
            "changed); give the gold that it was made with by --gold"
        )


def _answers(path: str, number: int, document: ReportDocument) -> Iterator[Answer]:
    for trial, stored in enumerate(document.trials, start=1):
        if stored.result is None:
            continue
        place = f"{path}: documents[{number}].trials[{trial - 1}].result"
        try:
            result = Extraction.model_validate(stored.result)
        except ValidationError as error:
            first = error.errors(include_url=False, include_context=False)[0]
            where = ".".join(map(str, first["loc"]))
            raise ResultError(f"{place}.{where}: {first['msg']}; run again with `eval run -o`") from error
        if result.article.id != document.id:
            raise ResultError(
                f"{place}.article.id: {result.article.id!r} is not its document's, {document.id!r}"
            )
        yield Answer(trial, result, cached=stored.cached)


def _listed(files: Sequence[str]) -> str:
    shown = ", ".join(files[:3])
    return shown if len(files) <= 3 else f"{shown} and {len(files) - 3} more"
