"""The way of the data: read, ask, locate, check, ask again, normalise, merge.

An article is read elsewhere; here its engine proposes drafts, quotes are located to the letter, named checks
say whether the article bears each record, what fails is asked for again, names and days are normalised,
repeats are folded into one record, and samples are counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter
from typing import TypeAlias, TypeVar

from extractor.article.model import Article
from extractor.asking import Asked, Plan, ask
from extractor.engines.engine import Engine, Receipt, Usage
from extractor.errors import EngineFailed, EngineRefused, ReadError
from extractor.merge import merge_events, merge_positions, same_act, same_view
from extractor.normalise import records
from extractor.normalise.actors import ActorTable
from extractor.prices import Prices
from extractor.repair import Passed
from extractor.schemas.article_info import ArticleInfo
from extractor.schemas.draft import DraftEvent, DraftPosition
from extractor.schemas.event import SanctionsEvent
from extractor.schemas.extraction import Extraction, Provenance
from extractor.schemas.position import Position
from extractor.version import __version__
from extractor.votes import vote

__all__ = ["Plan", "extract", "unread"]

ONCE = Plan()
"""One pass over the article, one sample of it."""

_Vain: TypeAlias = EngineFailed | EngineRefused
Published = TypeVar("Published", SanctionsEvent, Position)


async def extract(
    article: Article,
    engine: Engine,
    plan: Plan = ONCE,
    *,
    prices: Prices | None = None,
    with_text: bool = False,
) -> Extraction:
    """One article's result. Never raises for this article alone: its status tells.

    Raises EngineUnusable when the engine cannot be used at all.
    """
    started = perf_counter()
    samples, vain = await _samples(article, engine, plan)
    if not samples:
        return _unanswered(article, engine, vain, started, prices)
    found = [_publish(article, sample) for sample in samples]
    receipt = _receipt(samples, vain)
    attempts = sum(sample.attempts for sample in samples)
    return Extraction(
        article=article.info,
        status="partial" if vain or any(sample.lost for sample in samples) else "ok",
        error="; ".join(_errors(samples, vain)) or None,
        events=vote([events for events, _ in found], same_act) if plan.votes > 1 else found[0][0],
        positions=vote([views for _, views in found], same_view) if plan.votes > 1 else found[0][1],
        rejected=receipt.rejected,
        provenance=_provenance(engine, receipt, attempts, started, prices),
        text=article.text if with_text else None,
    )


def unread(error: ReadError, engine: Engine) -> Extraction:
    """The result for an input that could not be read: failed, with the reason and the remedy."""
    return Extraction(
        article=ArticleInfo(source=error.source),
        status="failed",
        error=f"{error.reason}; {error.remedy}",
        provenance=_provenance(engine, Receipt(""), 0, perf_counter(), None),
    )


async def _samples(article: Article, engine: Engine, plan: Plan) -> tuple[list[Asked], list[_Vain]]:
    """The article asked about ``plan.votes`` times: what each time gave, and why some gave nothing."""
    samples: list[Asked] = []
    vain: list[_Vain] = []
    for _ in range(plan.votes):
        try:
            samples.append(await ask(article, engine, plan))
        except (EngineFailed, EngineRefused) as error:
            vain.append(error)
    return samples, vain


def _publish(article: Article, sample: Asked) -> tuple[tuple[SanctionsEvent, ...], tuple[Position, ...]]:
    """The records of one sample as published: normalised, repeats folded."""
    actors = ActorTable(sample.actors, article.language)
    events = [
        _flagged(records.event(article, one.record, one.evidence, actors), one)
        for one in sample.passed
        if isinstance(one.record, DraftEvent)
    ]
    positions = [
        _flagged(records.position(article, one.record, one.evidence, actors), one)
        for one in sample.passed
        if isinstance(one.record, DraftPosition)
    ]
    return merge_events(events), merge_positions(positions)


def _flagged(record: Published, passed: Passed) -> Published:
    return record.model_copy(update={"flags": passed.flags}) if passed.flags else record


def _unanswered(
    article: Article, engine: Engine, vain: Sequence[_Vain], started: float, prices: Prices | None
) -> Extraction:
    """The result when no sample gave anything: refused if the provider declined, else failed."""
    receipt = _receipt([], vain)
    return Extraction(
        article=article.info,
        status="refused" if any(isinstance(error, EngineRefused) for error in vain) else "failed",
        error="; ".join(_errors([], vain)),
        rejected=receipt.rejected,
        provenance=_provenance(engine, receipt, max(1, receipt.usage.calls), started, prices),
    )


def _errors(samples: Sequence[Asked], vain: Sequence[_Vain]) -> list[str]:
    """What went wrong, each thing once."""
    return list(dict.fromkeys([*(error for one in samples for error in one.errors), *map(str, vain)]))


def _receipt(samples: Sequence[Asked], vain: Sequence[_Vain]) -> Receipt:
    """What all samples took together, those in vain too."""
    paid = [error.receipt for error in vain if isinstance(error.receipt, Receipt)]
    parts: list[Asked | Receipt] = [*samples, *paid]
    models = [one.model for one in parts if one.model]
    modes = [one.mode for one in parts if one.mode]
    usage = sum((one.usage for one in parts), Usage())
    rejected = tuple(entry for one in parts for entry in one.rejected)
    return Receipt(models[-1] if models else "", usage, rejected, modes[-1] if modes else None)


def _provenance(
    engine: Engine, receipt: Receipt, attempts: int, started: float, prices: Prices | None
) -> Provenance:
    card, usage = engine.card, receipt.usage
    model = receipt.model or card.model
    return Provenance(
        engine=card.engine,
        model=model,
        client=card.client,
        endpoint=card.endpoint,
        prompt=card.prompt,
        fingerprint=card.fingerprint,
        mode=receipt.mode,
        tool_version=__version__,
        attempts=attempts,
        tokens_in=usage.tokens_in,
        tokens_cached=usage.tokens_cached,
        tokens_out=usage.tokens_out,
        cost=_cost(prices, (model, card.model), usage),
        seconds=round(perf_counter() - started, 4),
    )


def _cost(prices: Prices | None, names: Sequence[str], usage: Usage) -> float | None:
    """By the model as it answered, else as it was asked for: endpoints add a date to the name."""
    costs = (
        prices.cost(name, usage.tokens_in, usage.tokens_cached, usage.tokens_out) if prices else None
        for name in names
    )
    return next((cost for cost in costs if cost is not None), None)
