"""The engine's part of ``extractor eval run``: asked anew, or its stored results taken."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.article.model import Article
    from extractor.evaluation.cache import Cache
    from extractor.evaluation.gold import GoldArticle
    from extractor.evaluation.kept import Kept
    from extractor.evaluation.run import Evaluation
    from extractor.library import Extractor
    from extractor.schemas.extraction import Extraction

__all__ = ["Asking", "asked", "rescored"]


@dataclass(frozen=True, slots=True)
class Asking:
    """Which engine, and how it is asked. ``cache`` is a folder asked for, None the usual one."""

    model: str | None
    prompts: Path | None
    prices: Path | None
    concurrency: int
    passes: int
    votes: int
    window: int | None
    trials: int
    cache: Path | None
    no_cache: bool


def asked(gold: Sequence[GoldArticle], asking: Asking, kept: Kept) -> Evaluation:
    """Runs the engine over gold and scores what comes back.

    Raises KeyboardInterrupt when interrupted, with all that was finished in the cache; EngineUnusable.
    """
    from extractor.cli.interrupts import stopping
    from extractor.cli.notices import say_which_engine
    from extractor.cli.progress import Progress
    from extractor.evaluation.run import evaluate
    from extractor.library import Extractor

    with Extractor(
        asking.model,
        prompts=asking.prompts,
        prices=asking.prices,
        concurrency=asking.concurrency,
        passes=asking.passes,
        votes=asking.votes,
        window=asking.window,
    ) as extractor:
        cache = _cache(asking, extractor)
        say_which_engine(extractor.card, asked_for=asking.model)
        _say_outdated(cache, gold, asking.trials)
        with Progress(len(gold) * asking.trials) as progress, stopping(extractor.stop) as interrupts:

            def extract(articles: Iterable[Article]) -> Iterator[Extraction]:
                return iter(()) if interrupts.happened else extractor.extract_many(articles)

            evaluation = evaluate(
                gold,
                extract,
                trials=asking.trials,
                cache=cache,
                engine=extractor.fingerprint,
                kept=kept,
                on_result=progress.add,
            )
    if interrupts.happened:
        _say(
            "interrupted; what was finished is in the cache, the same command goes on from there"
            if cache is not None
            else "interrupted; nothing was kept"
        )
        raise KeyboardInterrupt
    if evaluation.cached:
        total = len(gold) * asking.trials
        _say(f"{evaluation.cached} of {total} results were in the cache: their cost is not of this run")
    return evaluation


def rescored(gold: Sequence[GoldArticle], every: Sequence[GoldArticle], path: Path, kept: Kept) -> Evaluation:
    """Scores the results that the result file holds for ``gold``, which is some of ``every`` gold article.

    No engine is asked. Raises ResultError.
    """
    from extractor.evaluation.report_file import load_report
    from extractor.evaluation.rescore import stored_answers
    from extractor.evaluation.run import score_answers

    report = load_report(path)
    answers = stored_answers(report, gold, {one.id for one in every})
    return score_answers(gold, answers, trials=report.run.trials, engine=report.signature.run, kept=kept)


def _say_outdated(cache: Cache | None, gold: Sequence[GoldArticle], trials: int) -> None:
    """Said before anything is asked: asking costs."""
    outdated = cache.outdated([one.article for one in gold], trials) if cache is not None else 0
    if outdated:
        _say(
            f"{outdated} of {len(gold) * trials} results are in the cache, but from before the tool changed: "
            "they are asked for again"
        )


def _cache(asking: Asking, extractor: Extractor) -> Cache | None:
    """None where nothing would be saved: rules and recordings answer at once, and for nothing."""
    from extractor.evaluation.cache import Cache
    from extractor.settings import RULES, Settings

    if asking.no_cache:
        return None
    if extractor.card.engine in (RULES, "recorded"):
        if asking.cache is not None:
            _say(f"--cache is not used: {extractor.card.engine} costs nothing to ask again")
        return None
    folder = asking.cache or Settings.from_environment().cache / "eval"
    return Cache(folder, extractor.fingerprint, _say)


def _say(words: str) -> None:
    print(f"extractor: {words}", file=sys.stderr)
