"""Seed-sized articles a second on one core, warm, against a floor in the same run.

The floor reads the same text with one regular expression for words, twenty times over: about what any reader
of text must do. ``raw`` is text to records (cleaning, sentences, language, rules, grounding, normalising,
merging); ``prepared`` starts from an Article. All on one event loop, as the library runs them.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from extractor import pipeline
from extractor.article.build import article_from_text
from extractor.engines.rules.engine import RulesEngine

ROUNDS = 60
WORDS = re.compile(r"\w+|[^\w\s]")
SEEDS = Path(__file__).parent.parent / "seeds"


def main() -> None:
    """Prints articles a second and the ratio to the floor."""
    asyncio.run(_main())


async def _main() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    articles = [article_from_text(text) for text in texts]
    engine = RulesEngine()

    async def floor() -> None:
        for text in texts:
            for _ in range(20):
                WORDS.findall(text)

    async def read() -> None:
        for text in texts:
            article_from_text(text)

    async def prepared() -> None:
        for article in articles:
            await pipeline.extract(article, engine)

    async def raw() -> None:
        for text in texts:
            await pipeline.extract(article_from_text(text), engine)

    work = {"floor": floor, "read": read, "prepared": prepared, "raw": raw}
    rates = {name: await rate(one, len(texts)) for name, one in work.items()}
    for name, per_second in rates.items():
        times = rates["floor"] / per_second
        print(f"{name:10} {per_second:8.0f} articles/s, {times:5.1f} times the floor's time")
    print("aim: raw at least 100 articles/s")


async def rate(work: Callable[[], Awaitable[None]], articles: int) -> float:
    """Articles a second of process time, best of ``ROUNDS`` rounds: other work only ever slows one down."""
    await work()
    best = float("inf")
    for _ in range(ROUNDS):
        started = time.process_time()
        await work()
        best = min(best, time.process_time() - started)
    return articles / best
