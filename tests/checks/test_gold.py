"""What careful readers labelled must pass: a check that finds fault with it would lose true records."""

from __future__ import annotations

import pytest

from extractor.checks.register import examine
from extractor.evaluation.gold import GoldArticle, load_gold
from tests.checks.drafting import cases_of
from tests.conftest import ROOT

GOLD = ROOT / "eval" / "gold"
MOST_FLAGS = 0.13  # a record; most are quotes that tell an act only together with their context


@pytest.fixture(scope="module")
def gold() -> tuple[GoldArticle, ...]:
    return load_gold(GOLD, ROOT / "seeds")


def test_no_labelled_record_is_rejected_or_sent_back(gold: tuple[GoldArticle, ...]) -> None:
    found = [
        (article.file, finding.check, finding.message)
        for article in gold
        for case in cases_of(article)
        for finding in examine(case)
        if finding.level != "flag"
    ]
    assert found == []


def test_few_labelled_records_are_flagged(gold: tuple[GoldArticle, ...]) -> None:
    flags = [
        (article.file, finding.check, finding.message)
        for article in gold
        for case in cases_of(article)
        for finding in examine(case)
        if finding.level == "flag"
    ]
    records = sum(len(article.events) + len(article.positions) for article in gold)
    assert len(flags) <= MOST_FLAGS * records, flags
