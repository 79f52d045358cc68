"""Every way of asking against every way of treating it, over real HTTP, and what is remembered of it."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from extractor.engines.engine import Answer
from extractor.engines.llm.client import ChatClient, Endpoint
from extractor.engines.llm.memory import FILE, recall, remember
from extractor.engines.llm.modes import LADDER, Habit, ModeName
from extractor.errors import EngineBusy, EngineFailed, EngineRefused, EngineTooLong, EngineUnusable
from extractor.limits import RetryLimits
from tests.chat_server import mode_of
from tests.conftest import ChatServer
from tests.factories import draft, drafted_event

QUESTION = [{"role": "system", "content": "static"}, {"role": "user", "content": "an article"}]
GOOD = {"draft": draft(drafted_event())}
QUICK = RetryLimits(tries=4, seconds=5.0, first_wait=0.01, longest_wait=0.05)
REFUSING = ("reject 400", "reject 422", "reject 500", "reject 501", "prose")


def ask(chat: ChatServer, memory: Path | None, *answers: dict[str, Any], **endpoint: Any) -> Answer:
    """One question to a new client."""
    chat.script(*answers)
    return asyncio.run(_ask(Endpoint("stub", chat.base_url, memory=memory, retry=QUICK, **endpoint)))


async def _ask(endpoint: Endpoint, times: int = 1) -> Answer:
    client = ChatClient(endpoint)
    try:
        return (await asyncio.gather(*[client.ask(list(QUESTION)) for _ in range(times)]))[0]
    finally:
        await client.close()


async def _believed(chat: ChatServer, memory: Path) -> None:
    """A second article, asked by the same client, bears out what the first one spoke for."""
    chat.script(*[GOOD] * 10)
    client = ChatClient(Endpoint("stub", chat.base_url, memory=memory, retry=QUICK))
    for _ in range(2):
        await client.ask(list(QUESTION))
    await client.close()


def asked(chat: ChatServer) -> list[str]:
    """The modes of the requests received, in their order."""
    return [mode_of(request["body"]) for request in chat.requests]


def known(chat: ChatServer, memory: Path) -> Habit | None:
    return recall(memory, Endpoint("stub", chat.base_url).label, "stub")


@pytest.mark.parametrize("mode", LADDER)
@pytest.mark.parametrize("others", REFUSING)
def test_the_first_mode_that_is_honoured_is_found_and_remembered(
    chat: ChatServer, tmp_path: Path, mode: ModeName, others: str
) -> None:
    chat.treat(**{other: others for other in LADDER if other != mode})
    answer = ask(chat, tmp_path, GOOD, GOOD, GOOD, GOOD)
    before = LADDER[: LADDER.index(mode) + 1]
    assert len(answer.draft.events) == 1
    assert asked(chat) == list(before)
    assert answer.receipt.mode == mode
    if others == "prose" and mode != LADDER[0]:  # one article's text may have caused it: not yet believed
        assert known(chat, tmp_path) is None
        asyncio.run(_believed(chat, tmp_path))
    assert known(chat, tmp_path) == Habit(mode)

    again = ask(chat, tmp_path, GOOD)
    assert len(again.draft.events) == 1
    assert asked(chat) == [mode]


@pytest.mark.parametrize("mode", LADDER)
def test_where_a_mode_is_ignored_but_json_comes_in_a_fence_it_is_taken(
    chat: ChatServer, tmp_path: Path, mode: ModeName
) -> None:
    before = LADDER[: LADDER.index(mode)]
    chat.treat(**dict.fromkeys(before, "reject 400"), **{mode: "fenced"})
    answer = ask(chat, tmp_path, GOOD)
    assert len(answer.draft.events) == 1
    assert asked(chat) == [*before, mode]
    assert answer.receipt.mode == "text"
    if mode != "text":  # one article's text may have caused it: not yet believed
        assert known(chat, tmp_path) is None
        asyncio.run(_believed(chat, tmp_path))
    assert known(chat, tmp_path) == Habit("text")


@pytest.mark.parametrize("others", ["reject 400", "reject 500"])
def test_endpoints_that_reject_every_mode_are_told_from_those_that_are_down(
    chat: ChatServer, tmp_path: Path, others: str
) -> None:
    chat.treat(**dict.fromkeys(LADDER, others))
    with pytest.raises(
        EngineBusy if others == "reject 500" else EngineUnusable, match="tools is not supported"
    ):
        ask(chat, tmp_path, GOOD)
    assert known(chat, tmp_path) is None


def test_prose_in_every_mode_fails_this_article_alone(chat: ChatServer, tmp_path: Path) -> None:
    chat.treat(**dict.fromkeys(LADDER, "prose"))
    with pytest.raises(EngineFailed, match="in prose however it is asked") as caught:
        ask(chat, tmp_path, GOOD, GOOD, GOOD, GOOD)
    assert asked(chat) == list(LADDER)
    assert known(chat, tmp_path) is None
    assert len(caught.value.receipt.rejected) == len(LADDER)  # type: ignore[attr-defined]


def test_each_mode_is_asked_for_in_its_own_way(chat: ChatServer) -> None:
    bodies = {}
    for mode in LADDER:
        chat.treat(**{other: "reject 400" for other in LADDER if other != mode})
        ask(chat, None, GOOD)
        bodies[mode] = chat.requests[-1]["body"]
    assert bodies["tools"]["tools"][0]["function"]["strict"] is True
    assert bodies["json_schema"]["response_format"]["json_schema"]["strict"] is True
    assert bodies["json_object"]["response_format"] == {"type": "json_object"}
    assert not {"tools", "tool_choice", "response_format"} & set(bodies["text"])
    for mode in ("tools", "json_schema"):
        assert bodies[mode]["messages"] == QUESTION
    for mode in ("json_object", "text"):
        system, *rest = bodies[mode]["messages"]
        assert rest == QUESTION[1:]
        assert system["content"].startswith("static\n")
        assert "JSON" in system["content"]  # without the word OpenAI rejects json_object
        schema = json.loads(system["content"].splitlines()[-1])
        assert schema["required"] == ["actors", "events", "positions"]


@pytest.mark.parametrize("mode", LADDER)
def test_an_unusable_answer_is_asked_again_in_the_same_mode(
    chat: ChatServer, tmp_path: Path, mode: ModeName
) -> None:
    remember(tmp_path, Endpoint("stub", chat.base_url).label, "stub", Habit(mode))
    chat.script(GOOD, {"text": "Let me think."}, GOOD)

    async def run() -> Answer:
        client = ChatClient(Endpoint("stub", chat.base_url, memory=tmp_path, retry=QUICK))
        await client.ask(list(QUESTION))
        answer = await client.ask(list(QUESTION))
        await client.close()
        return answer

    answer = asyncio.run(run())
    assert len(answer.draft.events) == 1
    assert asked(chat) == [mode] * 3
    _, first, second = (request["body"]["messages"] for request in chat.requests)
    assert second[: len(first)] == first
    assert [message["role"] for message in second[len(first) :]] == ["assistant", "user"]
    assert {"role": "assistant", "content": "Let me think."}.items() <= second[len(first)].items()


def test_until_the_mode_is_known_calls_go_one_by_one(chat: ChatServer) -> None:
    chat.treat(tools="reject 400", json_schema="reject 500", json_object="prose")
    chat.script(*[{**GOOD, "delay": 0.2}] * 300)
    asyncio.run(_ask(Endpoint("stub", chat.base_url, retry=QUICK), times=200))
    modes = asked(chat)
    assert modes[:8] == [*LADDER, *LADDER]  # a mode that is ignored is believed of the second article
    assert modes[8:] == ["text"] * 198


def test_when_the_endpoint_rejects_everything_those_who_waited_are_told_so(chat: ChatServer) -> None:
    chat.treat(**dict.fromkeys(LADDER, "reject 400"))

    async def run() -> list[Answer | BaseException]:
        client = ChatClient(Endpoint("stub", chat.base_url, retry=QUICK))
        answers = await asyncio.gather(
            *[client.ask(list(QUESTION)) for _ in range(20)], return_exceptions=True
        )
        await client.close()
        return list(answers)

    assert {type(one) for one in asyncio.run(run())} <= {EngineUnusable, *EngineUnusable.__subclasses__()}
    assert asked(chat) == list(LADDER)


@pytest.mark.parametrize("treatment", REFUSING)
def test_a_remembered_mode_that_no_longer_holds_is_found_anew(
    chat: ChatServer, tmp_path: Path, treatment: str
) -> None:
    ask(chat, tmp_path, GOOD)
    assert known(chat, tmp_path) == Habit("tools")
    chat.treat(tools=treatment)
    chat.script(*[GOOD] * 60)
    asyncio.run(_ask(Endpoint("stub", chat.base_url, memory=tmp_path, retry=QUICK), times=10))
    assert known(chat, tmp_path) == Habit("json_schema")
    modes = asked(chat)
    assert modes.count("json_schema") == 10
    # Each of the ten may find the old mode rejected (a 500 as often as it is tried again), one searches.
    assert modes.count("tools") <= 10 * QUICK.tries + 1


def test_a_mode_that_worked_and_is_rejected_later_is_found_anew(chat: ChatServer) -> None:
    async def run() -> None:
        client = ChatClient(Endpoint("stub", chat.base_url, retry=QUICK))
        chat.script(GOOD)
        await client.ask(list(QUESTION))
        chat.treat(tools="reject 400")
        chat.script(GOOD)
        await client.ask(list(QUESTION))
        await client.close()

    asyncio.run(run())
    assert asked(chat) == ["tools", "tools", "json_schema"]


@pytest.mark.parametrize(
    "answer",
    [{"refusal": "no"}, {"status": 400, "error": {"message": "x", "code": "context_length_exceeded"}}],
)
def test_a_refusal_or_a_long_article_says_nothing_of_the_mode(
    chat: ChatServer, tmp_path: Path, answer: dict[str, Any]
) -> None:
    with pytest.raises((EngineRefused, EngineTooLong)):
        ask(chat, tmp_path, answer, GOOD)
    assert asked(chat) == ["tools"]
    assert known(chat, tmp_path) is None


def test_a_call_of_the_tool_with_rubbish_in_it_proves_nothing(chat: ChatServer, tmp_path: Path) -> None:
    with pytest.raises(EngineFailed, match="none of 3 answers"):
        ask(chat, tmp_path, *[{"arguments": "{"}] * 3)
    assert asked(chat) == ["tools"] * 3
    assert known(chat, tmp_path) is None


def test_a_404_about_tools_is_about_the_mode(chat: ChatServer) -> None:
    """One gateway says so when no host of the model takes tools."""
    missing = {"status": 404, "error": {"message": "No endpoints found that support tool use."}}
    ask(chat, None, missing, GOOD)
    assert asked(chat) == ["tools", "json_schema"]


def test_the_output_limit_goes_by_the_name_that_the_endpoint_knows(chat: ChatServer, tmp_path: Path) -> None:
    ask(chat, tmp_path, GOOD, max_output=500)
    assert chat.requests[0]["body"]["max_completion_tokens"] == 500
    chat.treat(max_completion_tokens="reject 400")
    ask(chat, tmp_path, GOOD, max_output=500)
    assert [request["body"].get("max_tokens") for request in chat.requests] == [None, 500]
    assert known(chat, tmp_path) == Habit("tools", limit_field="max_tokens")
    ask(chat, tmp_path, GOOD, max_output=500)
    assert len(chat.requests) == 1
    assert "max_completion_tokens" not in chat.requests[0]["body"]


def test_without_an_output_limit_none_is_sent(chat: ChatServer) -> None:
    ask(chat, None, GOOD)
    assert not {"max_tokens", "max_completion_tokens"} & set(chat.requests[0]["body"])


def test_bounds_are_left_out_of_the_schema_where_they_are_rejected(chat: ChatServer, tmp_path: Path) -> None:
    """Some endpoints take strict schemas but not the words for lengths."""
    chat.treat(maxLength="reject 400")
    ask(chat, tmp_path, GOOD)
    assert asked(chat) == ["tools", "tools"]
    assert "maxLength" not in json.dumps(chat.requests[1]["body"])
    assert known(chat, tmp_path) == Habit("tools", bounded=False)


SOUND = {"mode": "text", "limit_field": "max_tokens", "bounded": True, "found": "NOW"}


@pytest.mark.parametrize(
    "content",
    [
        "",
        "not json",
        "[]",
        '{"endpoints": 3}',
        '{"endpoints": {"KEY": 3}}',
        *[
            json.dumps({"endpoints": {"KEY": SOUND | fault}})
            for fault in (
                {"mode": "telepathy"},
                {"mode": ["text"]},
                {"limit_field": "no"},
                {"bounded": 3},
                {"found": "soon"},
                {"found": "2020-01-01"},
                {"found": None},
            )
        ],
    ],
)
def test_a_memory_that_is_damaged_or_old_is_as_good_as_none(
    chat: ChatServer, tmp_path: Path, content: str
) -> None:
    key = f"{Endpoint('stub', chat.base_url).label} stub"
    today = datetime.now(UTC).date().isoformat()
    (tmp_path / FILE).write_text(content.replace("KEY", key).replace("NOW", today), encoding="utf-8")
    assert known(chat, tmp_path) is None
    ask(chat, tmp_path, GOOD)
    assert known(chat, tmp_path) == Habit("tools")


def test_what_is_remembered_is_told_apart_by_endpoint_and_model_and_holds_no_secret(tmp_path: Path) -> None:
    endpoint = Endpoint("m", "https://user:hunter2@host.example/v1?key=abc", api_key="sk-1")
    remember(tmp_path, endpoint.label, "m", Habit("text"))
    remember(tmp_path, endpoint.label, "other", Habit("json_object"))
    assert recall(tmp_path, endpoint.label, "m") == Habit("text")
    assert recall(tmp_path, endpoint.label, "third") is None
    written = (tmp_path / FILE).read_text(encoding="utf-8")
    assert not any(secret in written for secret in ("hunter2", "abc", "sk-1"))
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_what_was_found_out_long_ago_is_forgotten(tmp_path: Path) -> None:
    remember(tmp_path, "e", "m", Habit("text"))
    file = tmp_path / FILE
    for days, expected in ((29, Habit("text")), (31, None), (-2, None)):
        found = (datetime.now(UTC).date() - timedelta(days=days)).isoformat()
        entries = json.loads(file.read_text(encoding="utf-8"))
        entries["endpoints"]["e m"]["found"] = found
        file.write_text(json.dumps(entries), encoding="utf-8")
        assert recall(tmp_path, "e", "m") == expected


def test_a_folder_that_cannot_be_written_to_stops_nothing(chat: ChatServer, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    assert len(ask(chat, blocked / "below", GOOD).draft.events) == 1


def test_an_endpoint_that_ignores_the_limits_newer_name_is_told_its_older_one(
    chat: ChatServer, tmp_path: Path
) -> None:
    """llama_cpp.server does: the answer comes, longer than was asked for."""
    ask(chat, tmp_path, GOOD, max_output=10)  # the stub counts far more than ten tokens
    assert known(chat, tmp_path) == Habit("tools", limit_field="max_tokens")
    ask(chat, tmp_path, GOOD, max_output=10)
    assert chat.requests[0]["body"]["max_tokens"] == 10
