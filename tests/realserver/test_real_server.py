"""The library against servers that nobody here wrote, with a model that talks nonsense.

Run with ``pytest -m realserver``; see docs/real-server.md. What the model says is random, so nothing here
rests on its words: only on what the server holds it to, and on what must hold whatever it says.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, get_args

import pytest

from extractor import Extraction, Extractor
from extractor.engines.engine import Receipt, Usage
from extractor.engines.llm.client import ChatClient, Endpoint
from extractor.engines.llm.memory import recall, remember
from extractor.engines.llm.modes import Habit, ModeName
from extractor.errors import EngineFailed
from tests.realserver.deaf import deaf
from tests.realserver.servers import MODEL, Server

pytestmark = [pytest.mark.realserver, pytest.mark.timeout(300)]

CONSTRAINED: dict[str, set[ModeName]] = {
    "llama_cpp.server": {"tools"},
    "llama-server": {"json_schema"},
}
"""The modes in which each server holds the model to the whole schema, so that every answer is a draft."""

# Tokens, which here are bytes.
PROMPT_AND_SOME = 16_384  # the longest seed article no longer fits
LESS_THAN_PROMPT = 4_096
LIMIT = 60  # of an answer: three empty lists fit, a record does not

WithContext = Callable[[int], AbstractContextManager[Server]]


@pytest.fixture
def deaf_server(server: Server) -> Iterator[Server]:
    """The server behind a front that drops tools and formats."""
    with deaf(server) as front:
        yield front


def extracted(server: Server, articles: Iterable[Path], **settings: Any) -> list[Extraction]:
    """The results, one by one: the server has but one slot, and keeps what it read of the last prompt."""
    with Extractor(MODEL, base_url=server.base_url, concurrency=1, with_text=True, **settings) as extractor:
        return list(extractor.extract_many(articles))


def remembered(server: Server) -> Habit | None:
    """How the server wants to be asked, as kept for the next run."""
    return recall(_cache(), server.base_url, MODEL)


def expect(server: Server, habit: Habit) -> None:
    """Makes the next run begin with ``habit``."""
    remember(_cache(), server.base_url, MODEL, habit)


def assert_nothing_ungrounded(results: Iterable[Extraction]) -> None:
    """Random words may be in the article by chance, but what is published is there to the letter."""
    for result in results:
        quoted = [one.evidence for one in result.events] + [one.evidence for one in result.positions]
        for evidence in (one for all_of_one in quoted for one in all_of_one):
            assert result.text is not None
            assert result.text[evidence.start : evidence.end] == evidence.quote


async def usage_of(endpoint: Endpoint, questions: int) -> list[Usage]:
    """What each of some short questions took, answered or not."""
    client, used = ChatClient(endpoint), []
    for number in range(questions):
        try:
            receipt: object = (await client.ask([{"role": "user", "content": f"Question {number}"}])).receipt
        except EngineFailed as error:
            receipt = error.receipt
        assert isinstance(receipt, Receipt)
        used.append(receipt.usage)
    await client.close()
    return used


def unusable_answers(results: Iterable[Extraction]) -> list[str]:
    """Answers that did not pass the structure layer at all."""
    return [one.record["answer"] for result in results for one in result.rejected if "answer" in one.record]


def test_the_server_names_its_model(server: Server) -> None:
    async def names() -> list[str]:
        client = ChatClient(Endpoint(MODEL, server.base_url))
        try:
            return await client.models()
        finally:
            await client.close()

    assert asyncio.run(names()) == [MODEL]


def test_a_mode_is_found_and_answers_held_to_the_grammar_are_drafts(
    server: Server, seeds: list[Path]
) -> None:
    results = extracted(server, seeds)
    assert len(results) == 5
    assert {result.status for result in results} <= {"ok", "partial"}
    assert {result.provenance.mode for result in results} <= CONSTRAINED[server.program]
    assert unusable_answers(results[2:]) == []  # two articles may go by until the mode is certain
    offered = [one for result in results for one in result.rejected if one.kind != "answer"]
    assert offered  # nonsense, but records
    assert_nothing_ungrounded(results)


def test_the_mode_that_was_found_is_remembered_for_the_next_run(server: Server, seeds: list[Path]) -> None:
    assert remembered(server) is None
    *_, last = extracted(server, seeds[:2])
    habit = remembered(server)
    assert habit is not None
    assert habit.mode == last.provenance.mode
    (later,) = extracted(server, seeds[2:3])
    assert later.provenance.mode == habit.mode
    assert unusable_answers([later]) == []
    assert remembered(server) == habit


@pytest.mark.parametrize("mode", get_args(ModeName))
def test_whatever_mode_is_expected_the_run_ends_in_one_that_holds(
    server: Server, seeds: list[Path], mode: ModeName
) -> None:
    expect(server, Habit(mode))
    results = extracted(server, seeds[:2])
    assert {result.status for result in results} <= {"ok", "partial"}
    if mode in CONSTRAINED[server.program]:
        assert {result.provenance.mode for result in results} == {mode}
        assert unusable_answers(results) == []
    assert_nothing_ungrounded(results)


def test_garbage_is_failed_or_partial_and_never_an_exception(deaf_server: Server, seeds: list[Path]) -> None:
    results = extracted(deaf_server, seeds)
    assert len(results) == 5
    assert {result.status for result in results} <= {"failed", "partial"}
    assert all(result.error for result in results if result.status == "failed")
    assert unusable_answers(results)  # what was said is kept
    assert_nothing_ungrounded(results)


def test_an_article_longer_than_the_context_is_asked_about_in_parts(
    with_context: WithContext, seeds: list[Path]
) -> None:
    longest = max(seeds, key=lambda seed: seed.stat().st_size)
    with with_context(PROMPT_AND_SOME) as server:
        (result,) = extracted(server, [longest], tries=1)
    assert result.status in ("ok", "partial")
    assert result.provenance.attempts > 1  # one for each part
    assert_nothing_ungrounded([result])


def test_a_context_too_small_for_the_prompt_fails_each_article_with_the_servers_words(
    with_context: WithContext, seeds: list[Path]
) -> None:
    with with_context(LESS_THAN_PROMPT) as server:
        results = extracted(server, seeds)
    assert [result.status for result in results] == ["failed"] * 5
    assert all("context" in (result.error or "") for result in results)
    assert all(str(LESS_THAN_PROMPT) in (result.error or "") for result in results)


def test_at_most_one_answer_is_longer_than_the_output_limit(server: Server) -> None:
    # A server may ignore the newer name of the limit without a word: an answer beyond it tells.
    used = asyncio.run(usage_of(Endpoint(MODEL, server.base_url, tries=1, max_output=LIMIT), questions=20))
    assert len([one for one in used if one.tokens_out > LIMIT * one.calls]) <= 1
    assert any(one.tokens_out == LIMIT * one.calls for one in used)  # so some were cut


def test_a_cut_answer_is_partial_or_failed_and_never_an_exception(server: Server, tmp_path: Path) -> None:
    expect(server, Habit(limit_field="max_tokens"))
    articles = [tmp_path / f"{country}.txt" for country in ("Iran", "Cuba", "Mali", "Syria", "Belarus")]
    for article in articles:
        article.write_text(
            f"Japan imposed sanctions on {article.stem}. China opposes them.", encoding="utf-8"
        )
    results = extracted(server, articles, max_output=LIMIT, tries=1)
    assert len(results) == 5
    assert {result.status for result in results} <= {"ok", "partial", "failed"}
    assert any(result.status != "ok" for result in results)
    assert all("output limit" in (result.error or "") for result in results if result.status == "failed")
    assert_nothing_ungrounded(results)


def _cache() -> Path:
    return Path(os.environ["EXTRACTOR_CACHE"])
