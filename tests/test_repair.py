"""Good records are kept at once; what failed is asked for again, alone."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from extractor.article.model import Article
from extractor.engines.engine import Answer, Receipt, Usage
from extractor.errors import EngineFailed, EngineRefused
from extractor.repair import Grounded, ask_until_grounded
from extractor.schemas.draft import Draft
from tests.engines.scripted import ScriptedEngine, answering
from tests.factories import article_of, drafted_event, drafted_position

ARTICLE = article_of("The United States imposed sanctions on Iran. China opposes sanctions on Iran.")
GOOD = drafted_event("imposed sanctions on Iran")
BAD = drafted_position("China supports sanctions", 2)
MENDED = drafted_position("China opposes sanctions", 2)


def run(
    *answers: Draft | EngineFailed | EngineRefused | None, tries: int = 3
) -> tuple[Grounded, ScriptedEngine]:
    engine = ScriptedEngine(*answers)
    return asyncio.run(ask_until_grounded(ARTICLE, engine, tries)), engine


def test_when_all_is_grounded_nothing_is_asked_again() -> None:
    grounded, engine = run(answering(GOOD, MENDED))
    assert len(grounded.events) == 1
    assert len(grounded.positions) == 1
    assert engine.failures == []
    assert not grounded.lost


def test_only_the_failed_record_is_asked_for_again_with_the_reason() -> None:
    grounded, engine = run(answering(GOOD, BAD), answering(MENDED))
    assert [[failure.record for failure in asked] for asked in engine.failures] == [[BAD]]
    assert "differs from sentence 2 at word 2" in engine.failures[0][0].reason
    assert [record for record, _ in grounded.passed] == [GOOD, MENDED]
    assert [(one.check, one.attempt, one.repaired) for one in grounded.rejected] == [
        ("quote_not_in_article", 1, True)
    ]
    assert not grounded.lost
    assert grounded.usage.calls == 2


def test_a_record_that_is_not_mended_is_kept_among_the_rejected_and_counts_as_lost() -> None:
    grounded, _ = run(answering(GOOD, BAD), answering(BAD), answering(BAD))
    assert [record for record, _ in grounded.passed] == [GOOD]
    assert [(one.attempt, one.repaired) for one in grounded.rejected] == [(1, True), (2, True), (3, False)]
    assert grounded.attempts == 3
    assert grounded.lost


def test_a_record_withdrawn_when_asked_again_stays_rejected() -> None:
    grounded, _ = run(answering(GOOD, BAD), answering())
    assert [one.repaired for one in grounded.rejected] == [False]
    assert grounded.lost


def test_tries_are_capped() -> None:
    grounded, engine = run(*[answering(BAD)] * 9, tries=2)
    assert grounded.attempts == 2
    assert len(engine.failures) == 1


def test_an_engine_that_cannot_be_asked_again_leaves_what_is_good() -> None:
    grounded, _ = run(answering(GOOD, BAD), None)
    assert len(grounded.events) == 1
    assert grounded.lost


@pytest.mark.parametrize("error", [EngineFailed("gone"), EngineRefused("no")])
def test_a_failed_follow_up_keeps_what_is_good_and_says_so(error: EngineFailed | EngineRefused) -> None:
    grounded, _ = run(answering(GOOD, BAD), error)
    assert len(grounded.events) == 1
    assert grounded.error is not None
    assert str(error) in grounded.error


def test_one_bad_quote_among_good_ones_does_not_lose_the_record() -> None:
    both = GOOD.model_copy(update={"evidence": [*GOOD.evidence, *BAD.evidence]})
    grounded, engine = run(answering(both))
    assert engine.failures == []
    assert [len(places) for _, places in grounded.events] == [1]
    assert [(one.kind, one.record) for one in grounded.rejected] == [
        ("evidence", {"sentence": 2, "quote": "China supports sanctions"})
    ]
    assert not grounded.lost


def test_a_first_answer_that_fails_is_the_callers_to_handle() -> None:
    with pytest.raises(EngineFailed):
        run(EngineFailed("no answer"))


def test_asking_again_for_broken_structure_counts_as_a_try() -> None:
    """An article costs about ``tries`` answers in all, not ``tries`` times ``tries``."""

    class Costly(ScriptedEngine):
        async def propose(self, article: Article) -> Answer:
            answer = await super().propose(article)
            return replace(answer, receipt=Receipt("script-1", Usage(calls=3)))

    engine = Costly(answering(GOOD, BAD), answering(MENDED))
    grounded = asyncio.run(ask_until_grounded(ARTICLE, engine, 3))
    assert engine.failures == []
    assert grounded.lost
