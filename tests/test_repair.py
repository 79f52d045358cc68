"""Good records are kept at once; what failed is asked for again, alone."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from extractor.engines.engine import Answer, Broken, Question, Receipt, Usage
from extractor.errors import EngineFailed, EngineRefused, EngineTooLong
from extractor.repair import Grounded, ask_until_grounded
from extractor.schemas.draft import Draft
from tests.engines.scripted import ScriptedEngine, answering
from tests.factories import article_of, drafted_event, drafted_position

ARTICLE = article_of("The United States imposed sanctions on Iran. China opposes sanctions on Iran.")
GOOD = drafted_event("imposed sanctions on Iran")
BAD = drafted_position("China supports sanctions", 2)
MENDED = drafted_position("China opposes sanctions", 2)


def run(
    *answers: Draft | Answer | EngineFailed | EngineRefused | None, tries: int = 3
) -> tuple[Grounded, ScriptedEngine]:
    engine = ScriptedEngine(*answers)
    return asyncio.run(ask_until_grounded(Question(ARTICLE), engine, tries)), engine


def test_when_all_is_grounded_nothing_is_asked_again() -> None:
    grounded, engine = run(answering(GOOD, MENDED))
    assert [one.record for one in grounded.passed] == [GOOD, MENDED]
    assert engine.failures == []
    assert not grounded.lost


def test_only_the_failed_record_is_asked_for_again_with_the_reason() -> None:
    grounded, engine = run(answering(GOOD, BAD), answering(MENDED))
    assert [[failure.record for failure in asked] for asked in engine.failures] == [[BAD.model_dump()]]
    assert "differs from sentence 2 at word 2" in engine.failures[0][0].reason
    assert [one.record for one in grounded.passed] == [GOOD, MENDED]
    assert [(one.check, one.attempt, one.repaired) for one in grounded.rejected] == [
        ("quote_differs", 1, True)
    ]
    assert not grounded.lost
    assert grounded.usage.calls == 2


def test_a_record_that_is_not_mended_is_kept_among_the_rejected_and_counts_as_lost() -> None:
    grounded, _ = run(answering(GOOD, BAD), answering(BAD), answering(BAD))
    assert [one.record for one in grounded.passed] == [GOOD]
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
    assert len(grounded.passed) == 1
    assert grounded.lost


@pytest.mark.parametrize("error", [EngineFailed("gone"), EngineRefused("no")])
def test_a_failed_follow_up_keeps_what_is_good_and_says_so(error: EngineFailed | EngineRefused) -> None:
    grounded, _ = run(answering(GOOD, BAD), error)
    assert len(grounded.passed) == 1
    assert grounded.error is not None
    assert str(error) in grounded.error


def test_one_bad_quote_among_good_ones_does_not_lose_the_record() -> None:
    both = GOOD.model_copy(update={"evidence": [*GOOD.evidence, *BAD.evidence]})
    grounded, engine = run(answering(both))
    assert engine.failures == []
    assert [len(one.evidence) for one in grounded.passed] == [1]
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
        async def propose(self, question: Question) -> Answer:
            answer = await super().propose(question)
            return replace(answer, receipt=Receipt("script-1", Usage(calls=3)))

    engine = Costly(answering(GOOD, BAD), answering(MENDED))
    grounded = asyncio.run(ask_until_grounded(Question(ARTICLE), engine, 3))
    assert engine.failures == []
    assert grounded.lost


def broken(**record: object) -> Broken:
    return Broken(
        "position", {"holder": "China", "issue_kind": "sanctions", **record}, "stance: not one of …"
    )


def answer(draft: Draft, *parts: Broken, cut: bool = False) -> Answer:
    return Answer(draft, Receipt("script-1", Usage(1, 100, 0, 50)), parts, cut)


def test_a_record_that_breaks_the_schema_is_asked_for_alone_and_the_sound_ones_are_kept() -> None:
    grounded, engine = run(answer(answering(GOOD), broken(stance="against")), answering(MENDED))
    assert [[(one.kind, one.check) for one in asked] for asked in engine.failures] == [
        [("position", "structure")]
    ]
    assert engine.failures[0][0].record["stance"] == "against"
    assert [one.record for one in grounded.passed] == [GOOD, MENDED]
    assert [(one.check, one.repaired) for one in grounded.rejected] == [("structure", True)]
    assert not grounded.lost


def test_a_broken_record_that_is_never_mended_is_rejected_as_it_came() -> None:
    bad = broken(stance="against")
    grounded, _ = run(answer(answering(GOOD), bad), answer(answering(), bad), answer(answering(), bad))
    assert [one.repaired for one in grounded.rejected] == [True, True, False]
    assert grounded.rejected[-1].record == dict(bad.record)
    assert grounded.lost


def test_a_cut_answer_is_asked_for_its_missing_part_though_nothing_failed() -> None:
    grounded, engine = run(answer(answering(GOOD), cut=True), answering(MENDED))
    assert engine.failures == [[]]
    assert [one.record for one in grounded.passed] == [GOOD, MENDED]
    assert not grounded.lost


def test_an_answer_that_stays_cut_is_counted_as_lost() -> None:
    cut = answer(answering(GOOD), cut=True)
    grounded, _ = run(cut, cut, cut)
    assert grounded.attempts == 3
    assert grounded.lost


def test_a_record_that_the_article_does_not_bear_is_asked_for_with_the_checks_message() -> None:
    foreign = drafted_event("imposed sanctions on Iran", senders=["Atlantis"])
    grounded, engine = run(answering(foreign), answering(GOOD))
    assert engine.failures[0][0].check == "actor_not_mentioned"
    assert "Atlantis" in engine.failures[0][0].reason
    assert [one.record for one in grounded.passed] == [GOOD]
    assert not grounded.lost


def test_a_corrected_sentence_number_is_noted_on_the_evidence() -> None:
    grounded, _ = run(answering(drafted_event("imposed sanctions on Iran", sentence=2)))
    assert grounded.passed[0].evidence[0].note == "cited sentence 2, stands in sentence 1"


def test_words_of_a_worked_example_never_pass_and_are_named_as_such() -> None:
    bad = drafted_event("froze the assets of eleven officials")
    engine = ScriptedEngine(answering(bad), None, examples=("Iceland froze the assets of eleven officials.",))
    grounded = asyncio.run(ask_until_grounded(Question(ARTICLE), engine, 3))
    assert grounded.passed == []
    assert grounded.rejected[0].check == "quote_from_example"


def test_a_follow_up_whose_answer_is_cut_before_a_record_is_whole_is_asked_once_more() -> None:
    grounded, engine = run(answering(GOOD, BAD), EngineTooLong("cut off"), answering(MENDED))
    assert len(engine.failures) == 2
    assert [one.record for one in grounded.passed] == [GOOD, MENDED]
    assert grounded.error is None
    assert not grounded.lost


def test_follow_ups_that_are_always_cut_come_to_an_end() -> None:
    grounded, engine = run(answering(GOOD, BAD), *[EngineTooLong("cut off")] * 9)
    assert len(engine.failures) == 2
    assert grounded.error == "asking again failed: cut off"
    assert grounded.lost
