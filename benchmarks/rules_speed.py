"""Seed-sized articles a second on one core, warm, against a floor in the same run.

The floor reads the same text with one regular expression for words, twenty times over: about what any reader
of text must do. ``raw`` is text to records (cleaning, sentences, language, rules, grounding, normalising,
merging); ``prepared`` starts from an Article.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Callable
from pathlib import Path

from extractor import pipeline
from extractor.article.build import article_from_text
from extractor.article.model import Article
from extractor.engines.rules.engine import RulesEngine

ROUNDS = 20
WORDS = re.compile(r"\w+|[^\w\s]")


def main() -> None:
    """Prints articles a second and the ratio to the floor."""
    texts = [
        path.read_text(encoding="utf-8")
        for path in sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
    ]
    articles = [article_from_text(text) for text in texts]
    engine = RulesEngine()

    def read() -> None:
        for text in texts:
            article_from_text(text)

    def prepared() -> None:
        for article in articles:
            run(article, engine)

    def raw() -> None:
        for text in texts:
            run(article_from_text(text), engine)

    def floor() -> None:
        for text in texts:
            for _ in range(20):
                WORDS.findall(text)

    rates = {
        name: rate(work, len(texts))
        for name, work in (("floor", floor), ("read", read), ("prepared", prepared), ("raw", raw))
    }
    for name, per_second in rates.items():
        print(
            f"{name:10} {per_second:8.0f} articles/s, "
            f"{rates['floor'] / per_second:5.1f} times the floor's time"
        )
    print("aim: raw at least 100 articles/s")


def run(article: Article, engine: RulesEngine) -> None:
    """Text to records."""
    asyncio.run(pipeline.extract(article, engine))


def rate(work: Callable[[], None], articles: int) -> float:
    """Articles a second, after one warm-up, over ``ROUNDS`` rounds of process time."""
    work()
    started = time.process_time()
    for _ in range(ROUNDS):
        work()
    return ROUNDS * articles / (time.process_time() - started)
