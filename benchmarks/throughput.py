"""The whole way at 200 in flight, against a bare instructor loop and against the ideal, in one run.

Ours: prompt, call, structure, grounding, checks, normalising, merging. The bare loop: the same messages,
ready made, through ``instructor`` with the same schema, its answers thrown away. Both take turns on the same
server and the same stories (4.6 kB, eight records, answers of 4.1 kB). The ceiling is what a client that only
sends ready bytes and reads the answer gets from that server: it must be far above both.

The ideal is ``articles / in flight × delay`` seconds. The machine must be otherwise idle: the client needs
most of a core at 200 ms and half of one at 2 s, the server a part of another.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.serving import MODEL, ModelServer, own_memory, serving
from benchmarks.stories import EVENTS, POSITIONS, article
from extractor import prompts, shipped
from extractor.article.model import Article
from extractor.library import Extractor
from extractor.schemas.draft import Draft, draft_schema

__all__ = ["main"]

IN_FLIGHT = 200
ROUNDS = 3
SHORT, SHORT_ARTICLES, SHORT_AIM = 0.2, 600, 2.5
LONG, LONG_ARTICLES, LONG_AIM = 2.0, 4_000, 0.95  # 40 s: the first 200 answers come at once


@dataclass(frozen=True, slots=True)
class Pace:
    """Articles a second, and processor milliseconds that an article took of this process."""

    rate: float
    cpu: float

    def share(self, delay: float) -> float:
        """Of the ideal rate."""
        return self.rate * delay / IN_FLIGHT


def main() -> bool:
    """Prints paces at both delays; true when both aims are met."""
    with own_memory():
        _print_free_core()
        met = [_at_short_delay()]
        _print_free_core()
        met.append(_at_long_delay())
    return all(met)


def _at_short_delay() -> bool:
    print(
        f"{SHORT * 1000:.0f} ms a call, {IN_FLIGHT} in flight, rounds of {SHORT_ARTICLES} articles, "
        f"medians of {ROUNDS}"
    )
    paces: dict[str, list[Pace]] = {"ceiling": [], "instructor": [], "ours": []}
    with serving("--delay", str(SHORT)) as server:
        _warm(server)
        for turn in range(ROUNDS):
            first = 1 + turn * SHORT_ARTICLES
            numbers = range(first, first + SHORT_ARTICLES)
            articles = [article(number) for number in numbers]
            asked = _messages(articles)
            paces["ceiling"].append(asyncio.run(_ceiling(server, asked)))
            paces["instructor"].append(asyncio.run(_instructor(server, asked)))
            paces["ours"].append(_ours(server, articles))
    middle = {name: _median(some) for name, some in paces.items()}
    for name, pace in middle.items():
        print(
            f"{name:12} {pace.rate:7.0f} articles/s, {pace.share(SHORT):4.0%} of the ideal, "
            f"{pace.cpu:5.2f} ms CPU an article"
        )
    times = middle["ours"].rate / middle["instructor"].rate
    by_cpu = middle["instructor"].cpu / middle["ours"].cpu
    print(f"ours is {times:.2f} times the bare loop; {_aim(f'{SHORT_AIM}', met=times >= SHORT_AIM)}")
    print(f"by processor time, which other work on the machine disturbs least: {by_cpu:.2f} times")
    return times >= SHORT_AIM


def _at_long_delay() -> bool:
    articles = [article(number) for number in range(1, LONG_ARTICLES + 1)]
    with serving("--delay", str(LONG)) as server:
        _warm(server)
        pace = _ours(server, articles)
    share = pace.share(LONG)
    print(
        f"{LONG:.0f} s a call, {LONG_ARTICLES} articles: {pace.rate:.1f} articles/s, {share:.1%} of "
        f"the ideal, {pace.cpu:.2f} ms CPU an article; {_aim(f'{LONG_AIM:.0%}', met=share >= LONG_AIM)}"
    )
    return share >= LONG_AIM


def _print_free_core() -> None:
    """How much of a core this process gets: where others work too, shares of the ideal are theirs as well."""
    watch = _Watch()
    spun = sum(1 for _ in range(20_000_000))
    pace = watch.pace(spun)
    print(f"a busy loop gets {pace.rate * pace.cpu / 1000:.0%} of a core")


def _aim(least: str, *, met: bool) -> str:
    return f"aim: at least {least}{'' if met else '   MISSED'}"


def _warm(server: ModelServer) -> None:
    """Imports, schema, vocabularies, and what the tool remembers of the endpoint."""
    articles = [article(number) for number in range(90_001, 90_021)]
    _ours(server, articles)
    asyncio.run(_instructor(server, _messages(articles)))


def _median(paces: Sequence[Pace]) -> Pace:
    return Pace(statistics.median(one.rate for one in paces), statistics.median(one.cpu for one in paces))


def _messages(articles: Sequence[Article]) -> list[list[dict[str, Any]]]:
    """The prompt for each article, as our engine fills it."""
    loaded = prompts.load(shipped.prompts())
    system = {"role": "system", "content": loaded.system}
    return [[system, {"role": "user", "content": loaded.user(one)}] for one in articles]


def _ours(server: ModelServer, articles: Sequence[Article]) -> Pace:
    with Extractor(MODEL, base_url=server.base_url, api_key="k", concurrency=IN_FLIGHT) as extractor:
        extractor.extract(article(90_000))  # the client is made once in a run, not once an article
        watch = _Watch()
        found = sum(len(one.events) + len(one.positions) for one in extractor.extract_many(articles))
        pace = watch.pace(len(articles))
    assert found == len(articles) * (EVENTS + POSITIONS), f"{found} records of {len(articles)} articles"
    return pace


async def _instructor(server: ModelServer, asked: Sequence[list[dict[str, Any]]]) -> Pace:
    import instructor
    from openai import AsyncOpenAI

    async with AsyncOpenAI(base_url=server.base_url, api_key="k", timeout=60) as plain:
        client = instructor.from_openai(plain, mode=instructor.Mode.TOOLS)

        async def one(messages: Any) -> None:
            answer = await client.chat.completions.create(
                model=MODEL, messages=messages, response_model=Draft
            )
            assert answer.events

        await one(asked[0])
        return await _paced(one, asked)


async def _ceiling(server: ModelServer, asked: Sequence[list[dict[str, Any]]]) -> Pace:
    import aiohttp

    function = {"name": "Draft", "parameters": draft_schema()}
    tools = [{"type": "function", "function": function}]
    bodies = [json.dumps({"model": MODEL, "messages": one, "tools": tools}).encode() for one in asked]
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=IN_FLIGHT)) as session:

        async def one(body: bytes) -> None:
            async with session.post(f"{server.base_url}/chat/completions", data=body) as answer:
                await answer.read()

        await _paced(one, bodies)  # the server makes its answers ready
        return await _paced(one, bodies)


async def _paced(work: Callable[[Any], Awaitable[None]], items: Sequence[Any]) -> Pace:
    """``work`` over ``items``, IN_FLIGHT at a time."""
    slots = asyncio.Semaphore(IN_FLIGHT)

    async def one(item: Any) -> None:
        async with slots:
            await work(item)

    watch = _Watch()
    await asyncio.gather(*(one(item) for item in items))
    return watch.pace(len(items))


class _Watch:
    """Wall and processor time since it was made."""

    def __init__(self) -> None:
        self._wall, self._cpu = time.perf_counter(), time.process_time()

    def pace(self, articles: int) -> Pace:
        wall, cpu = time.perf_counter() - self._wall, time.process_time() - self._cpu
        return Pace(articles / wall, cpu / articles * 1000)
