"""Nothing takes long: not many bad quotes from a long text, not text made to be slow."""

from __future__ import annotations

import random
import time

import pytest

from extractor.article.build import article_from_text
from extractor.article.model import Article
from extractor.grounding import NotLocated, locate
from extractor.schemas.draft import DraftEvidence
from tests.factories import article_of

WORDS = ["the", "council", "will", "not", "support", "new", "sanctions", "on", "trade", "with", "ports"]
ENDLESS = 45.0
"""Seconds: what takes so long would never end; the work itself takes a fraction of it."""


def megabyte() -> Article:
    chance = random.Random(7)
    lines = (" ".join(chance.choices(WORDS, k=60)) + "." for _ in range(3_000))
    return article_from_text("\n".join(lines))


def test_two_thousand_bad_quotes_from_a_megabyte_are_all_explained() -> None:
    chance = random.Random(8)
    article = megabyte()
    assert len(article.text) > 900_000
    began = time.perf_counter()
    for _ in range(2_000):
        quote = " ".join(chance.choices(WORDS, k=chance.randint(12, 60)))
        cited = chance.randint(1, len(article.sentences))
        answer = locate(article, DraftEvidence(sentence=cited, quote=quote))
        assert isinstance(answer, NotLocated)
    assert time.perf_counter() - began < ENDLESS


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("a" * 500_000, "a" * 599 + "b"),
        ("a" * 500_000, "a" * 300),
        ("ab " * 170_000, "ab " * 190 + "c"),
        ("\u0301" * 500_000, "\u0301a"),
        ("e" + "\u0301\u0323" * 250_000, "e\u0301\u0323 x"),
        ("\u200b" * 250_000 + "x" + "\u200b" * 250_000, "x y"),
        ("制" * 500_000, "制" * 500 + "裁"),
        ("ア" * 500_000, "ア" * 500),
        ("- " * 250_000, "- a"),
        ("-" * 500_000, "a-b"),
        (" \u00a0" * 250_000 + "x", "x y"),
        ("1 500 " * 80_000, "500 1"),
        ("…" * 500_000, "a…b…c"),
        ("\ufdfa" * 100_000, "a b"),
        ("„" * 500_000, "„x"),
    ],
)
def test_text_made_to_be_slow_is_not(text: str, quote: str) -> None:
    article = article_of(text)
    began = time.perf_counter()
    for _ in range(3):
        locate(article, DraftEvidence(sentence=1, quote=quote))
    assert time.perf_counter() - began < ENDLESS
