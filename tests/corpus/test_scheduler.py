"""The worker pool: completion order, bounded, lazy, and honest about errors."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator

import pytest

from extractor.corpus.loop import BackgroundLoop
from extractor.corpus.scheduler import Completed
from extractor.errors import EngineUnusable


async def collect(items: Iterable[float], concurrency: int = 3) -> list[float]:
    async def work(item: float) -> float:
        await asyncio.sleep(item)
        return item

    return [result async for result in Completed(items, work, concurrency)]


def test_results_come_as_they_are_done() -> None:
    assert asyncio.run(collect([0.2, 0.01, 0.1])) == [0.01, 0.1, 0.2]


def test_every_item_is_done_once() -> None:
    items = [index / 100_000 for index in range(200)]
    assert sorted(asyncio.run(collect(iter(items), 7))) == items


def test_no_items_give_no_results() -> None:
    assert asyncio.run(collect([])) == []


def test_items_are_drawn_only_as_they_are_needed() -> None:
    drawn = 0

    def items() -> Iterator[int]:
        nonlocal drawn
        for index in range(1000):
            drawn += 1
            yield index

    async def run() -> None:
        async def work(item: int) -> int:
            return item

        results = Completed(items(), work, 4)
        await anext(results)
        await asyncio.sleep(0.05)
        await results.aclose()

    asyncio.run(run())
    assert drawn < 20


def test_no_more_than_the_limit_are_in_flight() -> None:
    running = most = 0

    async def work(item: int) -> int:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0.01)
        running -= 1
        return item

    async def run() -> int:
        return len([result async for result in Completed(range(30), work, 5)])

    assert asyncio.run(run()) == 30
    assert most == 5


def test_an_error_ends_the_run_as_itself_after_what_was_ready() -> None:
    async def work(item: int) -> int:
        if item == 3:
            raise EngineUnusable("no key")
        return item

    got: list[int] = []

    async def run() -> None:
        async for result in Completed(range(100), work, 1):
            got.append(result)  # noqa: PERF401  # what came before the error counts

    with pytest.raises(EngineUnusable, match="no key"):
        asyncio.run(run())
    assert got == [0, 1, 2]


def test_an_error_while_drawing_ends_the_run_too() -> None:
    def items() -> Iterator[int]:
        yield 1
        raise ValueError("broken source")

    async def run() -> None:
        async def work(item: int) -> int:
            return item

        with pytest.raises(ValueError, match="broken source"):
            _ = [result async for result in Completed(items(), work, 2)]

    asyncio.run(run())


def test_the_background_loop_serves_a_caller_that_is_in_a_loop_itself() -> None:
    loop = BackgroundLoop()

    async def answer() -> int:
        return 42

    async def caller() -> int:
        return loop.run(answer())

    assert asyncio.run(caller()) == 42
    loop.close()


def test_a_closed_background_loop_starts_again() -> None:
    loop = BackgroundLoop()

    async def answer() -> int:
        return 1

    assert loop.run(answer()) == 1
    loop.close()
    assert loop.run(answer()) == 1
    loop.close()
    loop.close()


def test_closing_the_background_loop_cancels_what_still_runs() -> None:
    loop = BackgroundLoop()
    ended: list[str] = []

    async def waiting() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            ended.append("cancelled")

    loop.submit(waiting())
    loop.run(asyncio.sleep(0.01))
    loop.close()
    assert ended == ["cancelled"]


def test_a_stopped_iteration_gives_what_is_ready_and_ends() -> None:
    async def work(item: int) -> int:
        await asyncio.sleep(0 if item < 3 else 60)
        return item

    async def run() -> list[int]:
        results = Completed(range(9), work, 3)
        got = [await anext(results) for _ in range(2)]
        await asyncio.sleep(0.01)
        results.stop()
        got += [result async for result in results]
        await results.aclose()
        return got

    assert asyncio.run(run()) == [0, 1, 2]


def test_stopping_wakes_whoever_waits_for_a_result() -> None:
    async def work(item: int) -> int:
        await asyncio.sleep(60)
        return item

    async def run() -> None:
        results = Completed([1], work, 1)
        waiting = asyncio.ensure_future(anext(results, None))
        await asyncio.sleep(0.01)
        results.stop()
        assert await waiting is None
        await results.aclose()

    asyncio.run(run())


def test_all_that_is_ready_is_handed_over_at_once_and_nothing_at_the_end() -> None:
    async def work(item: int) -> int:
        await asyncio.sleep(0 if item < 3 else 0.05)
        return item

    async def run() -> list[list[int]]:
        results = Completed(range(4), work, 3)
        first = await results.ready()
        await asyncio.sleep(0.01)
        return [first, await results.ready(), await results.ready(), await results.ready()]

    first, *rest = asyncio.run(run())
    assert first
    assert [*first, *rest[0]][:3] == [0, 1, 2]
    assert [one for batch in [first, *rest] for one in batch] == [0, 1, 2, 3]
    assert rest[-1] == []


def test_an_error_comes_after_what_was_ready_is_handed_over() -> None:
    async def work(item: int) -> int:
        if item == 2:
            raise EngineUnusable("no key")
        return item

    async def run() -> list[int]:
        results = Completed(range(9), work, 1)
        got = await results.ready()
        await asyncio.sleep(0.01)
        got += await results.ready()
        with pytest.raises(EngineUnusable, match="no key"):
            await results.ready()
        return got

    assert asyncio.run(run()) == [0, 1]


def test_a_stopped_iteration_hands_over_what_is_ready_and_ends() -> None:
    async def work(item: int) -> int:
        await asyncio.sleep(0 if item < 3 else 60)
        return item

    async def run() -> list[list[int]]:
        results = Completed(range(9), work, 3)
        got = await results.ready()
        await asyncio.sleep(0.01)
        results.stop()
        more = [await results.ready() for _ in range(3)]
        await results.aclose()
        return [got + more[0] + more[1], more[2]]

    assert asyncio.run(run()) == [[0, 1, 2], []]
