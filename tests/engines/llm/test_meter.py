"""Each single sending is reserved before and settled or released after it."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from extractor.engines.llm.client import ChatClient, Endpoint
from extractor.engines.llm.modes import LADDER
from extractor.errors import BudgetSpent, EngineError
from extractor.limits import RetryLimits
from tests.conftest import ChatServer
from tests.factories import draft, drafted_event

GOOD = {"draft": draft(drafted_event())}
ONCE = RetryLimits(tries=1)


class Counter:
    """Writes down what it is told; refuses from the call numbered ``refuse`` on."""

    def __init__(self, refuse: int = 99) -> None:
        self.refuse = refuse
        self.reserved: list[tuple[int, int]] = []
        self.given_back: list[tuple[int, int, int] | None] = []

    async def reserve(self, bytes_in: int, max_out: int) -> object:
        if len(self.reserved) == self.refuse:
            raise BudgetSpent("nothing left")
        self.reserved.append((bytes_in, max_out))
        return len(self.reserved)

    def settle(self, ticket: object, tokens_in: int, cached: int, tokens_out: int) -> None:
        self.given_back.append((tokens_in, cached, tokens_out))

    def release(self, ticket: object) -> None:
        self.given_back.append(None)


def metered(
    chat: ChatServer, counter: Counter, *answers: dict[str, Any], **endpoint: Any
) -> EngineError | None:
    """One question; the error that it ended with."""
    chat.script(*answers)

    async def run() -> EngineError | None:
        base_url = endpoint.pop("base_url", chat.base_url)
        client = ChatClient(Endpoint("stub", base_url, max_output=300, retry=ONCE, **endpoint), counter)
        try:
            await client.ask([{"role": "user", "content": "an article"}])
        except EngineError as error:
            return error
        finally:
            await client.close()
        return None

    return asyncio.run(run())


def test_an_answer_is_settled_with_what_the_endpoint_counted(chat: ChatServer) -> None:
    counter = Counter()
    assert metered(chat, counter, GOOD) is None
    ((bytes_in, max_out),) = counter.reserved
    assert bytes_in == int(chat.requests[0]["headers"]["content-length"])
    assert max_out == 300
    ((tokens_in, cached, tokens_out),) = [one for one in counter.given_back if one]
    assert tokens_in > 0
    assert cached == 7
    assert tokens_out > 0


def test_every_sending_is_counted_those_that_were_rejected_as_free(chat: ChatServer) -> None:
    chat.treat(tools="reject 400", json_schema="reject 500", json_object="prose")
    counter = Counter()
    assert metered(chat, counter, GOOD, GOOD) is None
    assert [one is None for one in counter.given_back] == [True, True, False, False]
    assert len(counter.reserved) == len(LADDER)


@pytest.mark.parametrize(
    ("answer", "endpoint", "back"),
    [
        ({**GOOD, "fault": "half"}, {}, (0, 0, 0)),
        ({**GOOD, "fault": "drop"}, {}, (0, 0, 0)),
        ({**GOOD, "fault": "reset"}, {}, (0, 0, 0)),
        ({**GOOD, "delay": 2}, {"timeout": 0.3}, (0, 0, 0)),
        ({"status": 504}, {}, (0, 0, 0)),
        ({"body": "<html>"}, {}, (0, 0, 0)),
        ({"status": 429}, {}, None),
        ({"status": 503}, {}, None),
        ({"status": 401}, {}, None),
        (GOOD, {"base_url": "http://127.0.0.1:9/v1"}, None),
    ],
)
def test_what_may_have_been_charged_counts_in_full_and_what_was_not_is_free(
    chat: ChatServer, answer: dict[str, Any], endpoint: dict[str, Any], back: object
) -> None:
    counter = Counter()
    assert metered(chat, counter, answer, **endpoint) is not None
    assert counter.given_back == [back]


def test_a_call_given_up_while_under_way_counts_in_full(chat: ChatServer) -> None:
    counter = Counter()
    chat.script({**GOOD, "delay": 2})

    async def run() -> None:
        client = ChatClient(Endpoint("stub", chat.base_url), counter)
        asking = asyncio.create_task(client.ask([{"role": "user", "content": "an article"}]))
        while not counter.reserved:
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.1)
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)
        await client.close()

    asyncio.run(run())
    assert counter.given_back == [(0, 0, 0)]


@pytest.mark.parametrize("refuse", [0, 1])
def test_what_the_meter_refuses_is_not_sent(chat: ChatServer, refuse: int) -> None:
    counter = Counter(refuse)
    error = metered(chat, counter, {"arguments": "{"}, GOOD)
    assert isinstance(error, BudgetSpent)
    assert len(chat.requests) == refuse
    assert len(counter.given_back) == refuse
