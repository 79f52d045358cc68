"""Seed-sized articles a second on one core, warm, against a floor in the same run; and what long texts cost.

The floor reads the same text with one regular expression for words, twenty times over: about what any reader
of text must do. ``raw`` is text to records (cleaning, sentences, language, rules, grounding, normalising,
merging); ``prepared`` starts from an Article, ``draft`` too, and ends with the engine's draft. All on one
event loop, as the library runs them. Texts of 10 kB, 100 kB and 1 MB are the seeds and the practice articles
of the dev split, joined.
"""

from __future__ import annotations

import asyncio
import gc
import json
import re
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from extractor import pipeline
from extractor.article.build import article_from_text
from extractor.cli import SMALL_OBJECTS
from extractor.engines.rules.article_reading import read_article
from extractor.engines.rules.engine import RulesEngine, draft_of

ROUNDS = 60
WORDS = re.compile(r"\w+|[^\w\s]")
ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
PRACTICE = ROOT / "eval" / "practice"
LENGTHS = (10_000, 100_000, 1_000_000)  # code points
AS_LONG = (
    100_000  # shorter texts are read as often as it takes to read this much: as many different sentences
)


def main() -> None:
    """Prints articles a second and the ratio to the floor, then the cost of long texts."""
    gc.set_threshold(SMALL_OBJECTS)  # as in the command
    asyncio.run(_main())
    _print_lengths()


async def _main() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    rates = {name: await rate(one, len(texts)) for name, one in _work(texts).items()}
    for name, per_second in rates.items():
        times = rates["floor"] / per_second
        print(f"{name:10} {per_second:8.0f} articles/s, {times:5.1f} times the floor's time")
    print("aims: prepared at least 300 articles/s, raw 150")


def _work(texts: list[str]) -> dict[str, Callable[[], Awaitable[None]]]:
    articles = [article_from_text(text) for text in texts]
    engine = RulesEngine()

    async def floor() -> None:
        for text in texts * 20:
            WORDS.findall(text)

    async def read() -> None:
        for text in texts:
            article_from_text(text)

    async def draft() -> None:
        for article in articles:
            draft_of(read_article(article))

    async def prepared() -> None:
        for article in articles:
            await pipeline.extract(article, engine)

    async def raw() -> None:
        for text in texts:
            await pipeline.extract(article_from_text(text), engine)

    return {"floor": floor, "read": read, "draft": draft, "prepared": prepared, "raw": raw}


async def rate(work: Callable[[], Awaitable[None]], articles: int) -> float:
    """Articles a second of process time, best of ``ROUNDS`` rounds: other work only ever slows one down."""
    await work()
    best = float("inf")
    for _ in range(ROUNDS):
        started = time.process_time()
        await work()
        best = min(best, time.process_time() - started)
    return articles / best


def _print_lengths() -> None:
    """Milliseconds of process time for each 10 kB, by length: even where the cost is linear."""
    joined = _joined(max(LENGTHS))
    _milliseconds(joined[:AS_LONG], AS_LONG)  # all its words met once
    costs = {}
    for length in LENGTHS:
        parts = [joined[at : at + length] for at in range(0, max(length, AS_LONG), length)]
        costs[length] = min(sum(_milliseconds(part, length) for part in parts) / len(parts) for _ in range(3))
    for length, cost in costs.items():
        print(
            f"{length:9,} code points: {cost:6.1f} ms for each 10,000, {cost / costs[LENGTHS[0]]:4.2f} times"
        )


def _milliseconds(text: str, length: int) -> float:
    """Process time from a prepared article to its draft, for each 10,000 code points."""
    article = article_from_text(text)
    started = time.process_time()
    draft_of(read_article(article))
    return (time.process_time() - started) * 1000 / (length / 10_000)


def _joined(length: int) -> str:
    """The dev texts one after the other, over and over."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    for path in sorted(PRACTICE.glob("*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))["article"]
        if article["split"] == "dev":
            texts.append((PRACTICE / article["file"]).read_text(encoding="utf-8"))
    whole = "\n\n".join(texts)
    return "\n\n".join([whole] * (length // len(whole) + 1))[:length]
