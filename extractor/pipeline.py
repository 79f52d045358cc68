"""The way of the data: read, ask, locate, check, ask again, normalise, merge.

An article is read elsewhere; here the gate, where there is one, leaves out what can hold no record, the
engine proposes drafts, quotes are located to the letter, named checks
say whether the article bears each record, what fails is asked for again, names and days are normalised,
repeats are folded into one record, and samples are counted. On request the embedded rules read the article
beside a model, and what they read otherwise is flagged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import TypeAlias, TypeVar

from extractor.article.model import Article
from extractor.asking import Asked, Plan, ask
from extractor.engines.engine import Engine, Receipt, Usage
from extractor.errors import EngineFailed, EngineRefused, ReadError
from extractor.gate.screen import screen_article
from extractor.gate.terms import terms_fingerprint
from extractor.gate.verdict import GateVerdict
from extractor.knowledge.known import Knowledge, shipped_knowledge
from extractor.merge import folded_events, folded_positions, same_act, same_view
from extractor.normalise import records
from extractor.normalise.actors import ActorTable
from extractor.prices import Prices
from extractor.repair import Passed
from extractor.schemas.article_info import ArticleInfo
from extractor.schemas.draft import DraftEvent, DraftPosition
from extractor.schemas.event import SanctionsEvent
from extractor.schemas.explanation import Explanation, Reason
from extractor.schemas.extraction import Extraction, Provenance
from extractor.schemas.gate_note import GateNote, GateWord
from extractor.schemas.position import Position
from extractor.schemas.second_opinion import SecondOpinion
from extractor.second_opinion import compare_events, compare_positions
from extractor.version import __version__
from extractor.votes import vote

__all__ = ["Plan", "extract", "left_out", "unread"]

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
    gate: float | None = None,
    second: Engine | None = None,
    with_text: bool = False,
) -> Extraction:
    """One article's result. Never raises for this article alone: its status tells.

    ``gate`` is the probability of a record from which the engine is asked; None asks it about every article.
    ``second`` reads the article too: what it reads otherwise is flagged on the engine's records.

    Raises EngineUnusable when the engine cannot be used at all.
    """
    started = perf_counter()
    verdict = None if gate is None else screen_article(article, threshold=gate)
    if verdict is not None and not verdict.passes:
        return left_out(article, verdict, with_text=with_text)
    samples, vain = await _samples(article, engine, plan)
    if not samples:
        unanswered = _unanswered(article, engine, vain, started, prices, plan.knowledge)
        return unanswered.model_copy(update={"gate": _note(verdict)}) if verdict else unanswered
    found = [_publish(article, sample, plan.knowledge) for sample in samples]
    result = _Published(
        vote([one.events for one in found], same_act) if plan.votes > 1 else found[0].events,
        vote([one.positions for one in found], same_view) if plan.votes > 1 else found[0].positions,
        found[0].reasons,
    )
    opinion = None
    if second is not None:
        result, opinion = await _compared(article, result, second, plan.knowledge)
    receipt = _receipt(samples, vain)
    attempts = sum(sample.attempts for sample in samples)
    return Extraction(
        article=article.info,
        status="partial" if vain or any(sample.lost for sample in samples) else "ok",
        error="; ".join(_errors(samples, vain)) or None,
        events=result.events,
        positions=result.positions,
        rejected=receipt.rejected,
        gate=_note(verdict),
        second_opinion=opinion,
        explain=_explained(result),
        provenance=_provenance(engine, receipt, attempts, started, prices, plan.knowledge),
        text=article.text if with_text else None,
    )


def left_out(article: Article, verdict: GateVerdict, *, with_text: bool = False) -> Extraction:
    """The result for an article that the gate stopped: no engine was asked, and the gate says why."""
    return Extraction(
        article=article.info,
        status="left_out",
        gate=_note(verdict),
        provenance=Provenance(
            engine="gate", model=f"gate-{terms_fingerprint()}", tool_version=__version__, attempts=0
        ),
        text=article.text if with_text else None,
    )


def _note(verdict: GateVerdict | None) -> GateNote | None:
    if verdict is None:
        return None
    return GateNote(
        passes=verdict.passes,
        score=verdict.score,
        threshold=verdict.threshold,
        reason=verdict.reason,
        found=tuple(
            GateWord(evidence=one.evidence, words=one.words, start=one.start, end=one.end)
            for one in verdict.found
        ),
    )


def unread(error: ReadError, engine: Engine) -> Extraction:
    """The result for an input that could not be read: failed, with the reason and the remedy."""
    return Extraction(
        article=ArticleInfo(source=error.source),
        status="failed",
        error=f"{error.reason}; {error.remedy}",
        provenance=_provenance(engine, Receipt(""), 0, perf_counter(), None, None),
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


@dataclass(frozen=True, slots=True)
class _Published:
    """Records as published; ``reasons`` say why each was made, events first, where the engine tells."""

    events: tuple[SanctionsEvent, ...]
    positions: tuple[Position, ...]
    reasons: tuple[tuple[Reason, ...], ...] | None = None


def _publish(article: Article, sample: Asked, knowledge: Knowledge | None) -> _Published:
    """The records of one sample as published: normalised, repeats folded."""
    actors = ActorTable(sample.actors, article.language, knowledge)
    told = [one for one in sample.passed if isinstance(one.record, DraftEvent)]
    held = [one for one in sample.passed if isinstance(one.record, DraftPosition)]
    events = folded_events(
        _flagged(records.event(article, one.record, one.evidence, actors), one)
        for one in told
        if isinstance(one.record, DraftEvent)
    )
    positions = folded_positions(
        _flagged(records.position(article, one.record, one.evidence, actors), one)
        for one in held
        if isinstance(one.record, DraftPosition)
    )
    reasons = [
        *(_reasons(told, places) for _, places in events),
        *(_reasons(held, places) for _, places in positions),
    ]
    return _Published(
        tuple(event for event, _ in events),
        tuple(view for view, _ in positions),
        tuple(reasons) if sample.explained else None,
    )


def _reasons(passed: Sequence[Passed], places: Sequence[int]) -> tuple[Reason, ...]:
    return tuple(reason for place in places for reason in passed[place].reasons)


def _explained(result: _Published) -> tuple[Explanation, ...] | None:
    if result.reasons is None:
        return None
    ids = [*(event.id for event in result.events), *(view.id for view in result.positions)]
    return tuple(
        Explanation(record=one, reasons=reasons) for one, reasons in zip(ids, result.reasons, strict=True)
    )


async def _compared(
    article: Article, result: _Published, second: Engine, knowledge: Knowledge | None
) -> tuple[_Published, SecondOpinion]:
    """The records with what ``second`` reads otherwise as flags, and the count of it."""
    asked = await ask(article, second, Plan(tries=1, knowledge=knowledge))
    other = _publish(article, asked, knowledge)
    known = knowledge or shipped_knowledge()
    events = compare_events(article, result.events, other.events, known)
    positions = compare_positions(article, result.positions, other.positions, known)
    opinion = SecondOpinion(
        model=second.card.model,
        fingerprint=second.card.fingerprint,
        compared=events.compared + positions.compared,
        disagreed=events.disagreed + positions.disagreed,
        rules_only=events.rules_only + positions.rules_only,
    )
    return _Published(events.records, positions.records, result.reasons), opinion


def _flagged(record: Published, passed: Passed) -> Published:
    return record.model_copy(update={"flags": passed.flags}) if passed.flags else record


def _unanswered(
    article: Article,
    engine: Engine,
    vain: Sequence[_Vain],
    started: float,
    prices: Prices | None,
    knowledge: Knowledge | None,
) -> Extraction:
    """The result when no sample gave anything: refused if the provider declined, else failed."""
    receipt = _receipt([], vain)
    return Extraction(
        article=article.info,
        status="refused" if any(isinstance(error, EngineRefused) for error in vain) else "failed",
        error="; ".join(_errors([], vain)),
        rejected=receipt.rejected,
        provenance=_provenance(engine, receipt, max(1, receipt.usage.calls), started, prices, knowledge),
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
    engine: Engine,
    receipt: Receipt,
    attempts: int,
    started: float,
    prices: Prices | None,
    knowledge: Knowledge | None,
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
        knowledge=knowledge.added if knowledge is not None else None,
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
