"""What other code imports: ``extract`` and ``explain`` for one article, ``Extractor`` for many."""

from __future__ import annotations

import asyncio
import hashlib
import json
import math
import os
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self, TypeAlias

from extractor import pipeline, shipped
from extractor import prices as price_file
from extractor import prompts as prompt_sets
from extractor.article.build import article_from_text
from extractor.article.model import Article
from extractor.article.sources import ReadOptions, Source, read, read_path
from extractor.asking import Plan
from extractor.budget import Budget
from extractor.corpus.loop import BackgroundLoop
from extractor.corpus.scheduler import Completed
from extractor.engines.engine import Engine, EngineCard
from extractor.errors import ReadError, SettingsError
from extractor.gate.terms import terms_fingerprint
from extractor.gate.weights import weights
from extractor.knowledge.known import Knowledge, knowledge_of
from extractor.limits import Meter
from extractor.schemas.draft import draft_schema
from extractor.schemas.extraction import SCHEMA_VERSION, Extraction
from extractor.settings import RECORDED, RULES, Settings

__all__ = ["Extractor", "Input", "explain", "extract"]

DEFAULT_OUTPUT = 8_192
"""Tokens set aside for an answer when a budget is set and no other limit: four times a rich article's."""

Input: TypeAlias = str | Path | Article | Source


def extract(
    x: Input, *, model: str | None = None, base_url: str | None = None, api_key: str | None = None
) -> Extraction:
    """The sanctions events and stated positions of one article.

    Args:
        x: a ``str`` is the article's text, a ``Path`` a file, an ``Article`` itself.
        model: ``"rules"``, or a model of the endpoint; absent, the environment decides.
        base_url: the OpenAI-compatible endpoint; absent, OPENAI_BASE_URL.
        api_key: its key; absent, OPENAI_API_KEY.

    Raises:
        ReadError: the input cannot be read.
        UsageError: wrong arguments or settings.
        EngineUnusable: the engine cannot be used at all (key, model, quota).
    """
    with Extractor(model, base_url=base_url, api_key=api_key) as extractor:
        return extractor.extract(x)


def explain(x: Input, *, knowledge: Path | None = None) -> Extraction:
    """What the embedded rules find in one article; ``explain`` of the result says why.

    Args:
        x: a ``str`` is the article's text, a ``Path`` a file, an ``Article`` itself.
        knowledge: a folder with names and words of your own; absent, EXTRACTOR_KNOWLEDGE.

    Raises:
        ReadError: the input cannot be read.
        UsageError: wrong arguments or settings.
    """
    with Extractor(RULES, knowledge=knowledge, gate=False, explain=True) as extractor:
        return extractor.extract(x)


class Extractor:
    """Holds an engine and its connections; use it for many articles, close it when done.

    What is not given is read from the environment once, here. It may be shared between threads and event
    loops: all work runs on one background loop of its own.

    Args:
        model: ``"rules"`` or a model of the endpoint; absent, EXTRACTOR_MODEL, else ``"rules"`` where no
            endpoint is configured.
        base_url, api_key: the OpenAI-compatible endpoint; absent, OPENAI_BASE_URL and OPENAI_API_KEY.
        prompts: a folder with a prompt set of your own.
        prices: a price file (see ``extractor.prices``); without one, cost is null.
        concurrency: articles in flight at a time.
        tries: answers to one question at most, follow-ups for failed records included.
        passes: how often each part of an article is read; each further pass asks what was missed.
        votes: how many samples of each article are taken; records carry the share of samples that found
            them as ``confidence``.
        window: characters of an article in one question; longer articles are asked about in parts.
        max_cost: US dollars that all calls together may cost; needs a price for the model.
        max_tokens: tokens, in and out, that all calls together may take.
        max_output: tokens of one answer at most; without it the endpoint's own limit counts.
        gate: whether the embedded gate leaves out, before the engine is asked, articles that can hold no
            record; a number is its threshold, above 0 and below 1. Absent, EXTRACTOR_GATE, else no gate.
        knowledge: a folder with names and words of your own (``docs/knowledge.md``), for the rules, for the
            ids of actors and for the checks; absent, EXTRACTOR_KNOWLEDGE.
        explain: whether results say why each record was made; for the embedded rules alone.
        second_opinion: whether the embedded rules read each article beside a model; what they read
            otherwise is flagged (``docs/trust.md``), and results count it. Asks no model.
        with_text: whether results carry the cleaned text that offsets refer to.
        reading: limits for reading files and URLs.

    Raises:
        UsageError: wrong arguments, settings or prompts.
        EngineUnusable: the engine cannot be used at all.
    """

    def __init__(  # noqa: PLR0913  # each is one thing that a user sets; all but the first by keyword
        self,
        model: str | None = None,
        *,
        base_url: str | None = None,
        api_key: str | None = None,
        prompts: Path | None = None,
        prices: Path | None = None,
        concurrency: int = 8,
        tries: int = 3,
        passes: int = 1,
        votes: int = 1,
        window: int | None = None,
        max_cost: float | None = None,
        max_tokens: int | None = None,
        max_output: int | None = None,
        gate: bool | float | None = None,
        knowledge: Path | None = None,
        explain: bool = False,
        second_opinion: bool = False,
        with_text: bool = False,
        reading: ReadOptions | None = None,
    ) -> None:
        counts = {"concurrency": concurrency, "tries": tries, "passes": passes, "votes": votes}
        caps = {"window": window, "max_cost": max_cost, "max_tokens": max_tokens, "max_output": max_output}
        _check_numbers(counts, caps)
        settings = Settings.from_environment()
        self._gate = _gate(settings.gate if gate is None else gate)
        price_path = prices or settings.prices
        self._prices = price_file.load(price_path) if price_path else None
        name = settings.chosen(model)
        _check_rules(name, explain=explain, second_opinion=second_opinion)
        folder = knowledge or settings.knowledge
        self._knowledge = knowledge_of(folder).knowledge if folder else None
        self._plan = Plan(tries, passes, votes, name.startswith(RECORDED), self._knowledge)
        self._budget = _budget(name, max_cost, max_tokens, self._prices)
        self.engine = _engine(
            name,
            _Asking(
                base_url or settings.base_url,
                api_key or settings.api_key,
                settings.timeout,
                settings.cache,
                window,
                max_output or (DEFAULT_OUTPUT if self._budget else None),
                self._budget,
            ),
            self._plan,
            prompts,
            explain=explain,
        )
        self._second = _rules(self._knowledge) if second_opinion else None
        self._max_output = max_output
        self._concurrency = concurrency
        self._with_text = with_text
        self._reading = reading or ReadOptions()
        self._loop = BackgroundLoop()
        self._runs: list[Completed[Input, Extraction]] = []

    @property
    def card(self) -> EngineCard:
        """What the engine is: name, model, endpoint, prompt and fingerprint."""
        return self.engine.card

    @property
    def fingerprint(self) -> str:
        """16 hex digits over the engine and how it is asked: model, endpoint, prompt, schema, tries, passes,
        votes, window, output limit. Equal fingerprints give equal results, as far as a model ever does.
        """
        card = self.card
        engine = [card.engine, card.model, card.endpoint, card.prompt, card.fingerprint]
        schema = [SCHEMA_VERSION, draft_schema()]
        plan = [self._plan.tries, self._plan.passes, self._plan.votes, self._plan.apart, *self._gate_print()]
        plan += self._further_print()
        said = json.dumps([engine, schema, plan, self.engine.window, self._max_output], sort_keys=True)
        return hashlib.sha256(said.encode()).hexdigest()[:16]

    @property
    def budget(self) -> Budget | None:
        """What was spent of what may be spent; None without a cap."""
        return self._budget

    def extract(self, x: Input) -> Extraction:
        """One article's result; its status tells how it went. Raises ReadError, EngineUnusable."""
        return self._loop.run(self._one(x))

    async def aextract(self, x: Input) -> Extraction:
        """As ``extract``, for async code."""
        return await self._loop.arun(self._one(x))

    def explain(self, x: Input) -> Extraction:
        """What the rules find in one article, and why: as ``extract``, with ``explain`` in the result.

        Raises SettingsError with another engine than the rules; ReadError.
        """
        _check_rules(self.card.engine, explain=True, second_opinion=False)
        return self._loop.run(self._one(x, _rules(self._knowledge, explain=True)))

    def extract_many(self, articles: Iterable[Input]) -> Iterator[Extraction]:
        """Results in completion order. One article never raises: its status tells. Raises EngineUnusable.

        When the budget is spent no further article is begun; ``budget.spent`` tells.
        """
        results = self._loop.run(self._many(articles))
        try:
            while ready := self._loop.run(results.ready()):
                yield from ready
        finally:
            self._loop.run(self._end(results))

    async def aextract_many(self, articles: Iterable[Input]) -> AsyncIterator[Extraction]:
        """As ``extract_many``, for async code."""
        results = await self._loop.arun(self._many(articles))
        try:
            while ready := await self._loop.arun(results.ready()):
                for result in ready:
                    yield result
        finally:
            await self._loop.arun(self._end(results))

    def stop(self) -> None:
        """Ends every ``extract_many`` under way after the results that are ready; the rest is cancelled.

        Safe in a signal handler and from any thread.
        """
        for run in tuple(self._runs):
            self._loop.call_soon(run.stop)

    def close(self) -> None:
        """Closes connections and the background loop; it starts again if used again."""
        self._loop.run(self.engine.close())
        self._loop.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _gate_print(self) -> list[object]:
        """What of the gate shapes results; nothing without one."""
        return [] if self._gate is None else [self._gate, terms_fingerprint()]

    def _further_print(self) -> list[object]:
        """Whose knowledge and second opinion shape results; nothing without them."""
        known = [] if self._knowledge is None else ["knowledge", self._knowledge.added]
        return [*known, *([] if self._second is None else ["second opinion", self._second.card.fingerprint])]

    async def _one(self, x: Input, engine: Engine | None = None) -> Extraction:
        article = await self._article(x)
        result = await pipeline.extract(
            article,
            engine or self.engine,
            self._plan,
            prices=self._prices,
            gate=self._gate,
            second=self._second,
            with_text=self._with_text,
        )
        if self._budget is not None and self._budget.spent:
            for run in self._runs:
                run.drain()
        return result

    async def _many(self, articles: Iterable[Input]) -> Completed[Input, Extraction]:
        results = Completed(articles, self._any, self._concurrency)
        self._runs.append(results)
        return results

    async def _end(self, results: Completed[Input, Extraction]) -> None:
        self._runs.remove(results)
        await results.aclose()

    async def _any(self, x: Input) -> Extraction:
        try:
            return await self._one(x)
        except ReadError as error:
            return pipeline.unread(error, self.engine)

    async def _article(self, x: Input) -> Article:
        if isinstance(x, Article):
            return x
        if isinstance(x, str):
            _refuse_path(x)
            return article_from_text(x, published=self._reading.published)
        if isinstance(x, Path):
            return await asyncio.to_thread(read_path, x, self._reading)
        if not isinstance(x, Source):
            raise SettingsError(f"cannot extract from {type(x).__name__}: give text, a Path or an Article")
        return await asyncio.to_thread(read, x, self._reading)


def _refuse_path(text: str) -> None:
    """A string is an article's text; one that names a file is a Path forgotten."""
    if len(text) < 260 and "\n" not in text and os.path.isfile(text):  # noqa: PTH113  # Path would be built for every text
        raise SettingsError(f"the text {text!r} is the path of a file: give pathlib.Path({text!r})")


def _check_numbers(counts: dict[str, int], caps: dict[str, float | None]) -> None:
    for name, count in counts.items():
        if not 1 <= count <= 10_000:
            raise SettingsError(f"{name} is {count!r}: it must be 1 or more")
    for name, cap in caps.items():
        if cap is not None and not 0 < cap < math.inf:
            raise SettingsError(f"{name} is {cap!r}: it must be more than 0")


def _gate(asked: bool | float) -> float | None:  # noqa: FBT001  # on, off, or how strict
    """The gate's threshold, None without a gate."""
    if asked is False:
        return None
    if asked is True:
        return weights().threshold
    if not 0 < asked < 1:
        raise SettingsError(f"gate is {asked!r}: give True, False, or a threshold above 0 and below 1")
    return float(asked)


def _budget(
    model: str, max_cost: float | None, max_tokens: int | None, prices: price_file.Prices | None
) -> Budget | None:
    if model == RULES or (max_cost is None and max_tokens is None):
        return None
    return Budget(model, max_cost, max_tokens, prices)


@dataclass(frozen=True, slots=True)
class _Asking:
    """How a model is asked."""

    base_url: str | None
    api_key: str | None = field(repr=False)
    timeout: float
    memory: Path
    window: int | None
    max_output: int | None
    meter: Meter | None


def _check_rules(model: str, *, explain: bool, second_opinion: bool) -> None:
    """Reasons are the rules' alone to give, a second opinion is theirs beside a model's."""
    if explain and model != RULES:
        raise SettingsError(
            f"explain: only the embedded rules can say why they made a record, and the engine is {model!r}; "
            "ask with the model 'rules', or leave explain out"
        )
    if second_opinion and model == RULES:
        raise SettingsError(
            "second_opinion: the embedded rules are the second opinion, and the engine too; name a model, or "
            "leave second_opinion out"
        )


def _rules(knowledge: Knowledge | None, *, explain: bool = False) -> Engine:
    from extractor.engines.rules.engine import RulesEngine

    return RulesEngine(knowledge, explain=explain)


def _engine(
    model: str, asking: _Asking, plan: Plan, prompts: Path | None, *, explain: bool = False
) -> Engine:
    if model == RULES:
        if plan.passes > 1 or plan.votes > 1:
            raise SettingsError("passes and votes are for models: the embedded rules always answer the same")
        return _rules(plan.knowledge, explain=explain)
    from extractor.engines.llm.engine import WINDOW, LlmEngine

    loaded = prompt_sets.load(prompts or shipped.prompts())
    if model.startswith(RECORDED):
        from extractor.engines.recorded.answers import read_answers
        from extractor.engines.recorded.engine import RecordedEngine

        file = Path(model.removeprefix(RECORDED))
        window = asking.window or WINDOW
        answers = read_answers([file])
        return RecordedEngine(answers, loaded, window, tries=plan.tries, label=file.name, strict=True)
    from extractor.engines.llm.client import Endpoint

    endpoint = Endpoint(
        model,
        asking.base_url,
        asking.api_key,
        asking.timeout,
        plan.tries,
        memory=asking.memory,
        max_output=asking.max_output,
    )
    return LlmEngine(endpoint, loaded, asking.window or WINDOW, asking.meter)
