"""A worker pool over an iterator: results in completion order, no batch barrier, bounded memory."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Iterator, Sequence
from typing import TypeVar

__all__ = ["completed"]

T = TypeVar("T")
R = TypeVar("R")

_END = object()


async def completed(
    items: Iterable[T], work: Callable[[T], Awaitable[R]], concurrency: int
) -> AsyncGenerator[R, None]:
    """Yields ``await work(item)`` for every item, at most ``concurrency`` at a time, as each is done.

    ``items`` is drawn lazily, in a thread unless it is a sequence (it may wait for a file or a pipe). An
    error of ``work`` ends the run after the results that were ready; closing the generator cancels the rest.
    """
    iterator = iter(items)
    draws_at_once = isinstance(items, Sequence)
    one_at_a_time = asyncio.Lock()
    ready: asyncio.Queue[R | object] = asyncio.Queue(maxsize=concurrency)

    async def draw() -> T | object:
        if draws_at_once:
            return next(iterator, _END)
        async with one_at_a_time:
            return await asyncio.to_thread(_next, iterator)

    async def worker() -> None:
        while (item := await draw()) is not _END:
            await ready.put(await work(item))  # type: ignore[arg-type]  # not _END, so a T

    async def pool() -> None:
        try:
            async with asyncio.TaskGroup() as group:
                for _ in range(concurrency):
                    group.create_task(worker())
        except ExceptionGroup:
            await ready.put(_END)
            raise
        await ready.put(_END)  # not when cancelled: then nobody takes it, and a full queue would wait for ever

    running = asyncio.create_task(pool())
    try:
        while (result := await ready.get()) is not _END:
            yield result  # type: ignore[misc]  # not _END, so an R
        await _outcome(running)
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


def _next(iterator: Iterator[T]) -> T | object:
    return next(iterator, _END)


async def _outcome(running: asyncio.Task[None]) -> None:
    """Raises the first worker's error by itself, not the group around it."""
    try:
        await running
    except ExceptionGroup as group:
        raise group.exceptions[0] from None
