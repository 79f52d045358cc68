"""Every question one article takes: windows, passes, halving, and windows that fail."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from extractor.asking import Asked, Plan, ask
from extractor.engines.engine import Answer, Receipt, Usage
from extractor.errors import EngineError, EngineFailed, EngineRefused, EngineTooLong
from extractor.schemas.draft import Draft
from tests.engines.scripted import ScriptedEngine, answering
from tests.factories import article_of, drafted_event, drafted_position

LONG = article_of(
    ". ".join(["The United States imposed sanctions on Iran", *["Rain fell"] * 9, "China opposes sanctions"])
)
EVENT = drafted_event()
POSITION = drafted_position("China opposes sanctions", 11)
US = {"name": "United States", "kind": "state", "country": "US"}


def run(
    *answers: Draft | Answer | EngineError, window: int | None = 100, **plan: Any
) -> tuple[Asked, ScriptedEngine]:
    engine = ScriptedEngine(*answers, window=window)
    return asyncio.run(ask(LONG, engine, Plan(**plan))), engine


def test_a_long_article_is_asked_about_in_windows_with_the_actors_met_so_far() -> None:
    asked, engine = run(answering(EVENT, actors=(US,)), answering(POSITION))
    first, second = engine.questions
    assert (first.first, first.actors) == (1, ())
    assert second.last == 11
    assert second.first <= first.last
    assert [actor.name for actor in second.actors] == ["United States"]
    assert [one.record for one in asked.passed] == [EVENT, POSITION]
    assert asked.usage.calls == 2


def test_a_window_that_is_too_long_for_the_model_is_halved() -> None:
    asked, engine = run(EngineTooLong("too long"), answering(EVENT), answering(POSITION), window=None)
    whole, left, right = engine.questions
    assert (whole.first, whole.last) == (1, 11)
    assert (left.first, right.last) == (1, 11)
    assert right.first <= left.last + 1
    assert [one.record for one in asked.passed] == [EVENT, POSITION]
    assert not asked.lost
    assert asked.errors == []


def test_a_window_that_fails_is_asked_about_once_more_when_the_others_are_done() -> None:
    asked, engine = run(EngineFailed("reset"), answering(POSITION), answering(EVENT))
    assert [question.first for question in engine.questions] == [1, engine.questions[1].first, 1]
    assert [one.record for one in asked.passed] == [POSITION, EVENT]
    assert not asked.lost


def test_a_window_that_fails_twice_leaves_the_rest_and_is_named() -> None:
    asked, _ = run(EngineFailed("reset"), answering(POSITION), EngineFailed("reset again"))
    assert [one.record for one in asked.passed] == [POSITION]
    assert asked.lost
    assert asked.errors[0].startswith("sentences 1 to ")
    assert "reset again" in asked.errors[0]


def test_a_refused_window_is_not_asked_about_again() -> None:
    asked, engine = run(EngineRefused("I would rather not"), answering(POSITION))
    assert len(engine.questions) == 2
    assert asked.lost
    assert "I would rather not" in asked.errors[0]


def test_when_every_window_fails_the_article_fails_with_all_that_was_spent() -> None:
    errors = [EngineFailed(f"no {number}") for number in range(4)]
    for error in errors:
        error.receipt = Receipt("m", Usage(1, 10, 0, 1))
    with pytest.raises(EngineFailed) as caught:
        run(*errors)
    receipt = caught.value.receipt
    assert isinstance(receipt, Receipt)
    assert receipt.usage.calls == 4


def test_a_sentence_that_alone_is_too_long_fails_by_name() -> None:
    with pytest.raises(EngineFailed, match="too long"):
        run(*[EngineTooLong("too long")] * 60, window=None)


def test_a_further_pass_is_told_what_was_found_and_ends_when_it_finds_nothing_new() -> None:
    asked, engine = run(answering(EVENT), answering(POSITION), answering(), window=None, passes=5)
    assert [question.found for question in engine.questions] == [(), (EVENT,), (EVENT, POSITION)]
    assert [one.record for one in asked.passed] == [EVENT, POSITION]


def test_a_further_pass_that_fails_leaves_what_was_found() -> None:
    asked, _ = run(answering(EVENT), EngineFailed("gone"), window=None, passes=2)
    assert [one.record for one in asked.passed] == [EVENT]
    assert asked.errors == ["pass 2 over sentences 1 to 11: gone"]


def test_attempts_are_numbered_through_over_windows() -> None:
    bad = drafted_event("lifted sanctions")
    asked, _ = run(answering(bad), answering(), answering(bad), answering(), tries=2)
    assert [one.attempt for one in asked.rejected] == [1, 3]
