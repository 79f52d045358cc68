"""The wire over real HTTP on loopback, with the real openai and instructor clients."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from extractor.engines.engine import Answer, Receipt
from extractor.engines.llm.client import ChatClient, Endpoint
from extractor.errors import EngineBusy, EngineFailed, EngineRefused, EngineUnusable, SettingsError
from extractor.limits import RetryLimits
from tests.conftest import ChatServer
from tests.factories import draft, drafted_event

QUESTION = [{"role": "system", "content": "static"}, {"role": "user", "content": "an article"}]
GOOD = {"draft": draft(drafted_event())}
QUICK = RetryLimits(tries=4, seconds=5.0, first_wait=0.01, longest_wait=0.05)


def ask(chat: ChatServer, *answers: dict[str, Any], **endpoint: Any) -> Answer:
    chat.script(*answers)
    return asyncio.run(_ask(Endpoint("stub", chat.base_url, **({"retry": QUICK} | endpoint))))


async def _ask(endpoint: Endpoint) -> Answer:
    client = ChatClient(endpoint)
    try:
        return await client.ask(list(QUESTION))
    finally:
        await client.close()


def test_a_sound_answer_takes_one_call_and_counts_its_tokens(chat: ChatServer) -> None:
    answer = ask(chat, GOOD)
    assert [event.action for event in answer.draft.events] == ["impose"]
    assert answer.receipt.model == "stub-model-2026"
    assert answer.receipt.usage.calls == 1
    assert answer.receipt.usage.tokens_cached == 7
    assert answer.receipt.usage.tokens_in > 0
    assert answer.receipt.usage.tokens_out > 0
    assert len(chat.requests) == 1


def test_the_request_forces_one_strict_tool_and_puts_the_static_part_first(chat: ChatServer) -> None:
    ask(chat, GOOD)
    body = chat.requests[0]["body"]
    assert [message["role"] for message in body["messages"]] == ["system", "user"]
    assert body["tools"][0]["function"]["strict"] is True
    assert body["tools"][0]["function"]["parameters"]["required"] == ["actors", "events", "positions"]
    assert body["tool_choice"] == {"type": "function", "function": {"name": "Draft"}}


def test_an_answer_that_breaks_the_schema_is_asked_again_with_the_precise_error(chat: ChatServer) -> None:
    broken = draft(drafted_event())
    broken["events"][0]["action"] = "punish"
    answer = ask(chat, {"draft": broken}, GOOD)
    first, second = chat.requests
    assert len(second["body"]["messages"]) > len(first["body"]["messages"])
    said = str(second["body"]["messages"][2:])
    assert "events.0.action" in said
    assert "punish" in said
    assert answer.receipt.usage.calls == 2
    rejected = answer.receipt.rejected
    assert [(one.kind, one.check, one.attempt, one.repaired) for one in rejected] == [
        ("answer", "structure", 1, True)
    ]
    assert "events.0.action" in rejected[0].reason


def test_the_prepared_tool_is_sent_when_asking_again_too(chat: ChatServer) -> None:
    ask(chat, {"arguments": "{"}, GOOD)
    first, second = chat.requests
    assert first["body"]["tools"] == second["body"]["tools"]


def test_prose_instead_of_a_tool_call_is_asked_again(chat: ChatServer) -> None:
    answer = ask(chat, {"text": "Here is what I found."}, GOOD)
    assert len(answer.draft.events) == 1
    assert answer.receipt.rejected[0].record == {"answer": "Here is what I found."}


def test_three_unusable_answers_fail_with_all_of_them_kept(chat: ChatServer) -> None:
    with pytest.raises(EngineFailed, match="none of 3 answers fits the schema") as caught:
        ask(chat, *[{"arguments": '{"events": 1}'}] * 5)
    receipt = caught.value.receipt
    assert isinstance(receipt, Receipt)
    assert receipt.usage.calls == 3
    assert [one.repaired for one in receipt.rejected] == [False, False, False]
    assert len(chat.requests) == 3


def test_template_marks_in_the_article_are_not_filled_when_asking_again(chat: ChatServer) -> None:
    """instructor can treat messages as templates; an article is data."""
    hostile = [{"role": "user", "content": "{{ 7 * 7 }} {% raw %}"}]
    chat.script({"arguments": "{"}, GOOD)

    async def run() -> None:
        client = ChatClient(Endpoint("stub", chat.base_url, retry=QUICK))
        await client.ask(list(hostile))
        await client.close()

    asyncio.run(run())
    assert chat.requests[1]["body"]["messages"][0] == hostile[0]


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_passing_fault_is_tried_again_and_never_enters_the_prompt(chat: ChatServer, status: int) -> None:
    answer = ask(chat, {"status": status, "error": {"message": "overloaded, wait"}}, GOOD)
    assert len(answer.draft.events) == 1
    assert len(chat.requests) == 2
    assert chat.requests[0]["body"] == chat.requests[1]["body"]


@pytest.mark.parametrize("fault", ["drop", "half"])
def test_a_broken_connection_is_tried_again(chat: ChatServer, fault: str) -> None:
    answer = ask(chat, {**GOOD, "fault": fault}, GOOD)
    assert len(answer.draft.events) == 1


def test_an_answer_that_is_no_completion_is_tried_again(chat: ChatServer) -> None:
    assert len(ask(chat, {"body": "<html>proxy error</html>"}, {"body": "{}"}, GOOD).draft.events) == 1


def test_a_slow_answer_times_out_and_is_tried_again(chat: ChatServer) -> None:
    assert len(ask(chat, {**GOOD, "delay": 2}, GOOD, timeout=0.5).draft.events) == 1


@pytest.mark.parametrize(
    "pause", [lambda: "1", lambda: format_datetime(datetime.now(UTC) + timedelta(seconds=2), usegmt=True)]
)
def test_the_pause_that_the_endpoint_asks_for_is_kept(chat: ChatServer, pause: Callable[[], str]) -> None:
    limited = {"status": 429, "headers": {"retry-after": pause()}, "error": {"message": "slow down"}}
    started = time.monotonic()
    ask(chat, limited, GOOD)
    assert time.monotonic() - started >= 0.9


def test_a_pause_longer_than_the_limit_is_not_waited_for(chat: ChatServer) -> None:
    limited = {"status": 429, "headers": {"retry-after": "3600"}, "error": {"message": "slow down"}}
    started = time.monotonic()
    with pytest.raises(EngineBusy, match="slow down"):
        ask(chat, limited, GOOD)
    assert time.monotonic() - started < 30  # an hour was asked for


def test_tries_on_the_wire_are_capped(chat: ChatServer) -> None:
    with pytest.raises(EngineBusy, match="500"):
        ask(chat, *[{"status": 500, "error": {"message": "down"}}] * 9)
    assert len(chat.requests) == QUICK.tries


@pytest.mark.parametrize(
    ("answer", "remedy"),
    [
        ({"status": 401, "error": {"message": "no"}}, "OPENAI_API_KEY"),
        ({"status": 403, "error": {"message": "no"}}, "OPENAI_API_KEY"),
        ({"status": 404, "error": {"message": "no such model"}}, "model name 'stub'"),
        ({"status": 429, "error": {"message": "no", "code": "insufficient_quota"}}, "quota is used up"),
        ({"status": 400, "error": {"message": "unknown field"}}, "does not take this kind of request"),
    ],
)
def test_what_cannot_pass_stops_at_once_and_says_what_to_do(
    chat: ChatServer, answer: dict[str, Any], remedy: str
) -> None:
    with pytest.raises(EngineUnusable, match=remedy):
        ask(chat, answer, GOOD)
    assert len(chat.requests) == 1


def test_a_context_that_is_too_long_fails_this_article_alone(chat: ChatServer) -> None:
    error = {"message": "maximum context length", "code": "context_length_exceeded"}
    with pytest.raises(EngineFailed, match="too long for this model"):
        ask(chat, {"status": 400, "error": error})


def test_a_refusal_carries_the_providers_words(chat: ChatServer) -> None:
    with pytest.raises(EngineRefused, match="I cannot help with that") as caught:
        ask(chat, {"refusal": "I cannot help with that"})
    assert isinstance(caught.value.receipt, Receipt)
    assert caught.value.receipt.usage.calls == 1


def test_a_refusal_while_asking_again_is_a_refusal(chat: ChatServer) -> None:
    with pytest.raises(EngineRefused):
        ask(chat, {"arguments": "{"}, {"refusal": "no"})


def test_an_unusable_endpoint_while_asking_again_stops_the_run(chat: ChatServer) -> None:
    with pytest.raises(EngineUnusable):
        ask(chat, {"arguments": "{"}, {"status": 401, "error": {"message": "revoked"}})


def test_a_content_filter_is_a_refusal(chat: ChatServer) -> None:
    with pytest.raises(EngineRefused, match="content filter"):
        ask(chat, {"text": "", "finish": "content_filter"})


def test_an_answer_cut_off_at_the_output_limit_says_so(chat: ChatServer) -> None:
    with pytest.raises(EngineFailed, match="cut off"):
        ask(chat, {"arguments": '{"actors": [', "finish": "length"})


def test_the_key_is_sent_but_never_shown(chat: ChatServer) -> None:
    key = "sk-secret-0123456789"
    chat.script({"status": 401, "error": {"message": f"Incorrect API key provided: {key}"}})
    endpoint = Endpoint("stub", chat.base_url, api_key=key, retry=QUICK)
    with pytest.raises(EngineUnusable) as caught:
        asyncio.run(_ask(endpoint))
    assert chat.requests[0]["headers"]["authorization"] == f"Bearer {key}"
    assert key not in str(caught.value)
    assert key not in repr(endpoint)


def test_the_label_of_an_endpoint_holds_no_credentials() -> None:
    endpoint = Endpoint("m", "https://user:pass@host.example:8443/v1/?key=abc")
    assert endpoint.label == "https://host.example:8443/v1"


def test_no_endpoint_at_all_is_unusable_and_says_what_to_set() -> None:
    with pytest.raises(EngineUnusable, match="OPENAI_API_KEY"):
        ChatClient(Endpoint("some-model"))


def test_an_address_that_is_not_http_is_a_setting_error() -> None:
    with pytest.raises(SettingsError, match="not an http"):
        ChatClient(Endpoint("m", "ftp://host/v1"))


def test_an_endpoint_that_is_not_there_is_busy_not_a_crash() -> None:
    with pytest.raises(EngineBusy, match="no connection to"):
        asyncio.run(_ask(Endpoint("m", "http://127.0.0.1:9/v1", retry=QUICK)))
