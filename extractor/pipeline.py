"""The way of the data: read, ask, ground, ask again, normalise, merge.

An article is read elsewhere; here its engine proposes a draft, quotes are located to the letter, what fails
is asked for again, names and days are normalised, and repeats are folded into one record.
"""

from __future__ import annotations

from time import perf_counter

from extractor.article.model import Article
from extractor.engines.engine import Engine, Receipt, Usage
from extractor.errors import EngineFailed, EngineRefused, ReadError
from extractor.merge import merge_events, merge_positions
from extractor.normalise import records
from extractor.normalise.actors import ActorTable
from extractor.prices import Prices
from extractor.repair import ask_until_grounded
from extractor.schemas.article_info import ArticleInfo
from extractor.schemas.extraction import Extraction, Provenance, Rejected
from extractor.schemas.terms import StatusName
from extractor.version import __version__

__all__ = ["extract", "unread"]


async def extract(
    article: Article, engine: Engine, *, tries: int = 3, prices: Prices | None = None, with_text: bool = False
) -> Extraction:
    """One article's result. Never raises for this article alone: its status tells.

    Raises EngineUnusable when the engine cannot be used at all.
    """
    started = perf_counter()
    try:
        grounded = await ask_until_grounded(article, engine, tries)
    except EngineRefused as error:
        return _unanswered(article, engine, "refused", error, started, prices)
    except EngineFailed as error:
        return _unanswered(article, engine, "failed", error, started, prices)

    actors = ActorTable(grounded.actors, article.language)
    events = [records.event(article, draft, evidence, actors) for draft, evidence in grounded.events]
    positions = [records.position(article, draft, evidence, actors) for draft, evidence in grounded.positions]
    return Extraction(
        article=article.info,
        status="partial" if grounded.lost else "ok",
        error=grounded.error,
        events=merge_events(events),
        positions=merge_positions(positions),
        rejected=tuple(grounded.rejected),
        provenance=_provenance(engine, grounded.model, grounded.usage, grounded.attempts, started, prices),
        text=article.text if with_text else None,
    )


def unread(error: ReadError, engine: Engine) -> Extraction:
    """The result for an input that could not be read: failed, with the reason and the remedy."""
    return Extraction(
        article=ArticleInfo(source=error.source),
        status="failed",
        error=f"{error.reason}; {error.remedy}",
        provenance=_provenance(engine, engine.card.model, Usage(), 0, perf_counter(), None),
    )


def _unanswered(
    article: Article,
    engine: Engine,
    status: StatusName,
    error: EngineFailed | EngineRefused,
    started: float,
    prices: Prices | None,
) -> Extraction:
    receipt = error.receipt if isinstance(error.receipt, Receipt) else Receipt(engine.card.model)
    attempts = max(1, receipt.usage.calls)
    rejected: tuple[Rejected, ...] = receipt.rejected
    return Extraction(
        article=article.info,
        status=status,
        error=str(error),
        rejected=rejected,
        provenance=_provenance(engine, receipt.model, receipt.usage, attempts, started, prices),
    )


def _provenance(
    engine: Engine, model: str, usage: Usage, attempts: int, started: float, prices: Prices | None
) -> Provenance:
    card = engine.card
    return Provenance(
        engine=card.engine,
        model=model or card.model,
        client=card.client,
        endpoint=card.endpoint,
        prompt=card.prompt,
        fingerprint=card.fingerprint,
        tool_version=__version__,
        attempts=attempts,
        tokens_in=usage.tokens_in,
        tokens_cached=usage.tokens_cached,
        tokens_out=usage.tokens_out,
        cost=prices.cost(model, usage.tokens_in, usage.tokens_cached, usage.tokens_out) if prices else None,
        seconds=round(perf_counter() - started, 4),
    )
