"""The way of the data, with a scripted engine: every status, and provenance."""

from __future__ import annotations

import asyncio

import pytest

from extractor import pipeline
from extractor.asking import Plan
from extractor.engines.engine import EngineCard, Receipt, Usage
from extractor.errors import EngineFailed, EngineRefused, EngineUnusable, ReadError
from extractor.prices import Price, Prices
from extractor.schemas.draft import Draft
from extractor.schemas.extraction import Extraction, Rejected
from tests.engines.scripted import ScriptedEngine, answering
from tests.factories import article_of, drafted_event, drafted_position

ARTICLE = article_of("The United States imposed sanctions on Iran. China opposes sanctions on Iran.")
EVENT = drafted_event("imposed sanctions on Iran")
POSITION = drafted_position("China opposes sanctions", 2)


def run(*answers: Draft | EngineFailed | EngineRefused | EngineUnusable, **options: object) -> Extraction:
    return asyncio.run(pipeline.extract(ARTICLE, ScriptedEngine(*answers), **options))  # type: ignore[arg-type]


def test_a_draft_becomes_records_with_actors_evidence_and_provenance() -> None:
    result = run(answering(EVENT, POSITION))
    assert result.status == "ok"
    assert [actor.id for actor in result.events[0].targets] == ["country:IR"]
    assert result.events[0].evidence[0].quote == "imposed sanctions on Iran"
    assert result.positions[0].leaning == "relief"
    made = result.provenance
    assert (made.engine, made.model, made.prompt, made.fingerprint) == ("scripted", "script-1", "p", "f")
    assert (made.attempts, made.tokens_in, made.tokens_cached, made.tokens_out) == (1, 100, 40, 10)


def test_nothing_found_is_ok_with_empty_lists() -> None:
    result = run(answering())
    assert (result.status, result.events, result.positions, result.error) == ("ok", (), (), None)


def test_a_record_lost_for_good_is_partial() -> None:
    bad = drafted_event("lifted sanctions on Iran", action="lift")
    result = run(answering(EVENT, bad), answering())
    assert result.status == "partial"
    assert len(result.events) == 1
    assert result.rejected[0].record["action"] == "lift"


def test_a_refusal_is_refused_with_the_providers_words_and_what_it_cost() -> None:
    refusal = EngineRefused("I would rather not")
    refusal.receipt = Receipt("script-1", Usage(1, 50, 0, 5))
    result = run(refusal)
    assert (result.status, result.error) == ("refused", "I would rather not")
    assert result.provenance.tokens_in == 50


def test_a_failure_keeps_the_answers_that_were_no_use() -> None:
    failure = EngineFailed("none of 3 answers fits")
    thrown = Rejected(kind="answer", record={"answer": "{"}, check="structure", reason="broken", attempt=1)
    failure.receipt = Receipt("script-1", Usage(3, 150, 0, 15), (thrown,))
    result = run(failure)
    assert result.status == "failed"
    assert result.rejected == (thrown,)
    assert result.provenance.attempts == 3


def test_an_unusable_engine_ends_the_run() -> None:
    with pytest.raises(EngineUnusable):
        run(EngineUnusable("no key"))


def test_repeats_are_merged() -> None:
    again = drafted_event("sanctions on Iran", senders=[])
    result = run(answering(EVENT, again))
    assert len(result.events) == 1
    assert len(result.events[0].evidence) == 2


def test_costs_come_from_the_price_file() -> None:
    prices = Prices({"script-1": Price(1.0, 0.5, 2.0)})
    assert run(answering(), prices=prices).provenance.cost == pytest.approx((60 + 20 + 20) / 1e6)
    assert run(answering()).provenance.cost is None


def test_an_input_that_could_not_be_read_is_failed_with_its_remedy() -> None:
    result = pipeline.unread(ReadError("a.pdf", "only pictures", "run OCR first"), ScriptedEngine())
    assert (result.status, result.article.id, result.article.source) == ("failed", None, "a.pdf")
    assert result.error == "only pictures; run OCR first"


def test_the_text_is_carried_only_when_asked_for() -> None:
    assert run(answering(), with_text=True).text == ARTICLE.text
    assert run(answering()).text is None


def test_samples_give_each_record_its_share_as_confidence() -> None:
    result = run(answering(EVENT, POSITION), answering(EVENT), answering(EVENT), plan=Plan(votes=3))
    assert [one.confidence for one in result.events] == [1.0]
    assert [one.confidence for one in result.positions] == [0.3333]
    assert result.provenance.attempts == 3
    assert result.provenance.tokens_in == 300


def test_without_votes_there_is_no_confidence() -> None:
    assert run(answering(EVENT)).events[0].confidence is None


def test_a_sample_that_fails_leaves_the_others_and_is_told() -> None:
    result = run(answering(EVENT), EngineFailed("gone"), answering(EVENT), plan=Plan(votes=3))
    assert (result.status, result.error) == ("partial", "gone")
    assert [one.confidence for one in result.events] == [1.0]


def test_a_price_for_the_model_asked_for_counts_when_it_answers_under_a_longer_name() -> None:
    class Dated(ScriptedEngine):
        @property
        def card(self) -> EngineCard:
            return EngineCard("scripted", "script")

    prices = Prices({"script": Price(1.0, 1.0, 1.0)})
    result = asyncio.run(pipeline.extract(ARTICLE, Dated(answering()), prices=prices))
    assert result.provenance.model == "script-1"
    assert result.provenance.cost == pytest.approx(110 / 1e6)
