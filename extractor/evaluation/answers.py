"""The results of a run, trial by trial: from the cache where it has them, else from the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractor.article.model import Article
from extractor.evaluation.cache import Cache
from extractor.evaluation.gold import GoldArticle
from extractor.schemas.extraction import Extraction

__all__ = ["Answer", "Extract", "ask"]

Extract = Callable[[Iterable[Article]], Iterable[Extraction]]
"""Results for articles, in any order, each carrying its article's id: ``Extractor(...).extract_many``."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One article's result in one trial, counted from 1, and whether it was there before the run."""

    trial: int
    result: Extraction
    cached: bool = False


def ask(
    gold: Sequence[GoldArticle], extract: Extract, trials: int = 1, cache: Cache | None = None
) -> Iterator[Answer]:
    """Every article's result in every trial; ``extract`` is called for those alone that the cache lacks.

    Trials follow one another, so that a recording's n-th sample is the n-th trial's.
    """
    for trial in range(1, trials + 1):
        missing: list[Article] = []
        for one in gold:
            known = cache.get(one.article, trial) if cache is not None else None
            if known is None:
                missing.append(one.article)
            else:
                yield Answer(trial, known, cached=True)
        if missing:
            yield from _asked(missing, extract, trial, cache)


def _asked(
    articles: Sequence[Article], extract: Extract, trial: int, cache: Cache | None
) -> Iterator[Answer]:
    by_id = {article.id: article for article in articles}
    for result in extract(articles):
        article = by_id.get(result.article.id or "")
        if cache is not None and article is not None:
            cache.put(article, trial, result)
        yield Answer(trial, result)
