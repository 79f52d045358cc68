"""The wire over real HTTP on loopback, with the real openai and instructor clients."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest

from extractor.engines.engine import Answer, Receipt, Usage
from extractor.engines.llm.client import ChatClient, Endpoint
from extractor.engines.llm.memory import remember
from extractor.engines.llm.modes import LADDER, Habit
from extractor.errors import (
    EngineBusy,
    EngineFailed,
    EngineRefused,
    EngineTooLong,
    EngineUnusable,
    SettingsError,
)
from extractor.limits import RetryLimits
from tests.conftest import ChatServer
from tests.factories import draft, drafted_event, drafted_position

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


def test_a_broken_record_is_told_apart_and_nothing_is_asked_again(chat: ChatServer) -> None:
    broken = draft(drafted_event(), drafted_position())
    broken["events"][0]["action"] = "punish"
    answer = ask(chat, {"draft": broken})
    assert len(chat.requests) == 1
    assert (len(answer.draft.events), len(answer.draft.positions)) == (0, 1)
    assert [(one.kind, one.record["action"]) for one in answer.broken] == [("event", "punish")]
    assert answer.receipt.rejected == ()
    assert answer.conversation[-1]["role"] == "assistant"
    assert "punish" in answer.conversation[-1]["content"]


def test_what_is_left_out_of_a_sound_record_is_kept_in_the_receipt(chat: ChatServer) -> None:
    talkative = draft(drafted_event())
    talkative["events"][0]["confidence"] = 0.7
    answer = ask(chat, {"draft": talkative})
    assert len(answer.draft.events) == 1
    (rejected,) = answer.receipt.rejected
    assert (rejected.kind, rejected.check) == ("answer", "structure")
    assert rejected.record == {"left_out": [{"events.0.confidence": 0.7}]}
    assert "no such field" in rejected.reason


def test_an_answer_of_which_nothing_can_be_saved_is_asked_again_with_the_precise_error(
    chat: ChatServer,
) -> None:
    answer = ask(chat, {"arguments": '{"events": "none"}'}, GOOD)
    first, second = chat.requests
    assert len(second["body"]["messages"]) > len(first["body"]["messages"])
    said = str(second["body"]["messages"][2:])
    assert "events" in said
    assert "Input should be a valid array" in said
    assert answer.receipt.usage.calls == 2
    (rejected,) = answer.receipt.rejected
    assert (rejected.kind, rejected.check, rejected.attempt, rejected.repaired) == (
        "answer",
        "structure",
        1,
        True,
    )
    assert rejected.record == {"answer": '{"events": "none"}'}
    assert "events: Input should be a valid array" in rejected.reason


def test_of_the_second_answer_too_the_sound_records_are_saved(chat: ChatServer) -> None:
    broken = draft(drafted_event(), drafted_event(targets=["Cuba"]))
    broken["events"][0]["action"] = "punish"
    answer = ask(chat, {"arguments": "{"}, {"draft": broken})
    assert len(chat.requests) == 2
    assert [event.targets for event in answer.draft.events] == [["Cuba"]]
    assert len(answer.broken) == 1


def test_an_empty_object_is_not_taken_for_finding_nothing(chat: ChatServer) -> None:
    answer = ask(chat, {"arguments": "{}"}, GOOD)
    assert len(answer.draft.events) == 1
    assert "the object is empty" in str(chat.requests[1]["body"]["messages"])


def test_several_calls_of_the_tool_are_read_as_one_draft(chat: ChatServer) -> None:
    calls = [
        {"id": str(number), "type": "function", "function": {"name": "Draft", "arguments": json.dumps(one)}}
        for number, one in enumerate((draft(drafted_event()), draft(drafted_position())))
    ]
    message = {"role": "assistant", "content": None, "tool_calls": calls}
    answer = ask(chat, {"body": json.dumps({"model": "m", "choices": [{"message": message}]})})
    assert (len(answer.draft.events), len(answer.draft.positions)) == (1, 1)


def test_arguments_and_content_that_come_as_objects_are_read(chat: ChatServer) -> None:
    whole = draft(drafted_event())
    calls = [{"id": "1", "function": {"name": "Draft", "arguments": whole}}]
    parts = [{"type": "text", "text": json.dumps(whole)}]
    for message in ({"tool_calls": calls}, {"content": parts}):
        body = {
            "choices": [{"message": {"role": "assistant", **message}}],
            "usage": {"prompt_tokens": "many"},
        }
        answer = ask(chat, {"body": json.dumps(body)})
        assert len(answer.draft.events) == 1
        assert answer.receipt.usage == Usage(calls=1)


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
def test_a_passing_fault_is_tried_again_and_never_enters_the_prompt(
    chat: ChatServer, status: int, tmp_path: Path
) -> None:
    remember(tmp_path, Endpoint("stub", chat.base_url).label, "stub", Habit())
    answer = ask(chat, {"status": status, "error": {"message": "overloaded, wait"}}, GOOD, memory=tmp_path)
    assert len(answer.draft.events) == 1
    assert len(chat.requests) == 2
    assert chat.requests[0]["body"] == chat.requests[1]["body"]


@pytest.mark.parametrize("fault", ["drop", "reset", "half"])
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
    with pytest.raises(EngineBusy, match="503"):
        ask(chat, *[{"status": 503, "error": {"message": "down"}}] * 9)
    assert len(chat.requests) == QUICK.tries


def test_a_server_that_is_down_is_asked_once_in_each_mode_and_then_tried_again(chat: ChatServer) -> None:
    with pytest.raises(EngineBusy, match="500"):
        ask(chat, *[{"status": 500, "error": {"message": "down"}}] * 20)
    assert len(chat.requests) == len(LADDER) + QUICK.tries


@pytest.mark.parametrize(
    ("answer", "remedy"),
    [
        ({"status": 401, "error": {"message": "no"}}, "OPENAI_API_KEY"),
        ({"status": 403, "error": {"message": "no"}}, "OPENAI_API_KEY"),
        ({"status": 404, "error": {"message": "no such model"}}, "model name 'stub'"),
        ({"status": 400, "error": {"message": "Invalid model name passed"}}, "model name 'stub'"),
        ({"status": 400, "error": {"message": "API key not valid"}}, "OPENAI_API_KEY"),
        ({"status": 429, "error": {"message": "no", "code": "insufficient_quota"}}, "quota is used up"),
        ({"status": 402, "error": {"message": "Insufficient Balance"}}, "quota is used up"),
    ],
)
def test_what_cannot_pass_stops_at_once_and_says_what_to_do(
    chat: ChatServer, answer: dict[str, Any], remedy: str
) -> None:
    with pytest.raises(EngineUnusable, match=remedy):
        ask(chat, answer, GOOD)
    assert len(chat.requests) == 1


def test_a_request_that_is_invalid_in_every_mode_stops_the_run_with_the_first_error(chat: ChatServer) -> None:
    rejections = [{"status": 400, "error": {"message": f"no {mode}"}} for mode in LADDER]
    with pytest.raises(EngineUnusable, match="no tools; the endpoint does not take this kind of request"):
        ask(chat, *rejections, GOOD)
    assert len(chat.requests) == len(LADDER)


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (400, {"message": "too many", "code": "context_length_exceeded"}),
        (400, {"message": "This model's maximum context length is 4096 tokens. However, you requested 5000"}),
        (
            400,
            {
                "message": "the request exceeds the available context size",
                "type": "exceed_context_size_error",
            },
        ),
        (400, {"message": "Requested tokens (900) exceed context window of 512"}),
        (500, {"message": "the request exceeds the available context size"}),
        (422, {"message": "Input validation error: `inputs` must have less than 4096 tokens. Given: 5000"}),
        (413, {"message": "Payload Too Large"}),
        (429, {"message": "Request too large for m on tokens per min", "code": "rate_limit_exceeded"}),
    ],
)
def test_a_context_that_is_too_long_concerns_this_article_alone(
    chat: ChatServer, status: int, error: dict[str, str]
) -> None:
    with pytest.raises(EngineTooLong, match="too long for this model"):
        ask(chat, {"status": status, "error": error}, GOOD)
    assert len(chat.requests) == 1


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


@pytest.mark.parametrize(
    "error",
    [
        {"message": "filtered", "code": "content_filter"},
        {"message": "Content Exists Risk"},
        {
            "message": "your prompt was flagged as potentially violating our usage policy",
            "code": "invalid_prompt",
        },
    ],
)
def test_a_request_that_the_provider_filters_is_a_refusal(chat: ChatServer, error: dict[str, str]) -> None:
    with pytest.raises(EngineRefused, match=error["message"]):
        ask(chat, {"status": 400, "error": error}, GOOD)
    assert len(chat.requests) == 1


@pytest.mark.parametrize("cut", ["", "{", '{"actors": [', '{"actors": [], "events": [{"action": "imp'])
def test_an_answer_cut_off_before_a_record_was_whole_is_too_long(chat: ChatServer, cut: str) -> None:
    with pytest.raises(EngineTooLong, match="cut off at the model's output limit") as caught:
        ask(chat, {"arguments": cut, "finish": "length"}, GOOD)
    assert len(chat.requests) == 1
    assert isinstance(caught.value.receipt, Receipt)
    assert caught.value.receipt.usage.calls == 1


def test_of_an_answer_cut_off_later_the_whole_records_are_kept(chat: ChatServer) -> None:
    text = json.dumps(draft(drafted_event(), drafted_event(targets=["Cuba"]), drafted_position()))
    answer = ask(chat, {"arguments": text[: text.index("China") + 3], "finish": "length"})
    assert len(chat.requests) == 1
    assert [event.targets for event in answer.draft.events] == [["Iran"], ["Cuba"]]
    assert answer.draft.positions == []
    assert answer.cut


def test_an_answer_that_ends_at_the_limit_but_is_whole_is_not_cut(chat: ChatServer) -> None:
    assert not ask(chat, {**GOOD, "finish": "length"}).cut


def test_the_key_is_sent_but_never_shown(chat: ChatServer) -> None:
    key = "sk-secret-0123456789"
    chat.script({"status": 401, "error": {"message": f"Incorrect API key provided: {key}"}})
    endpoint = Endpoint("stub", chat.base_url, api_key=key, retry=QUICK)
    with pytest.raises(EngineUnusable) as caught:
        asyncio.run(_ask(endpoint))
    assert chat.requests[0]["headers"]["authorization"] == f"Bearer {key}"
    assert key not in str(caught.value)
    assert key not in repr(endpoint)


def test_a_password_in_the_address_is_never_shown(chat: ChatServer) -> None:
    endpoint = Endpoint("m", "http://user:hunter2@127.0.0.1:9/v1", retry=QUICK)
    with pytest.raises(EngineBusy) as caught:
        asyncio.run(_ask(endpoint))
    assert "hunter2" not in str(caught.value)
    assert endpoint.clean("hunter2 was wrong") == "*** was wrong"


def test_an_endpoint_that_sends_the_request_back_is_quoted_in_short(chat: ChatServer) -> None:
    with pytest.raises(EngineUnusable) as caught:
        ask(chat, {"status": 401, "error": {"message": "bad\nrequest " + "article " * 5_000}})
    assert len(str(caught.value)) < 600
    assert "bad request article" in str(caught.value)


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
