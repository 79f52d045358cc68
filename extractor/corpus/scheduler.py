"""A worker pool over an iterator: results in completion order, no batch barrier, bounded memory."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from typing import Generic, Self, TypeVar

__all__ = ["Completed"]

T = TypeVar("T")
R = TypeVar("R")

_END = object()


class Completed(Generic[T, R]):
    """Async iterator of ``await work(item)`` for every item, each as it is done.

    At most ``concurrency`` items are in flight. ``items`` is drawn lazily, in a thread unless it is a
    sequence (it may wait for a file or a pipe). An error of ``work`` or of ``items`` ends the iteration, as
    itself, after the results that were ready. ``aclose`` cancels what is still running.
    """

    def __init__(self, items: Iterable[T], work: Callable[[T], Awaitable[R]], concurrency: int) -> None:
        self._iterator = iter(items)
        self._draws_at_once = isinstance(items, Sequence)
        self._work = work
        self._concurrency = concurrency
        self._one_draw_at_a_time = asyncio.Lock()
        self._ready: asyncio.Queue[R | object] = asyncio.Queue(maxsize=concurrency)
        self._running: asyncio.Task[None] | None = None
        self._stopped = False
        self._drained = False

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> R:
        if self._stopped and self._ready.empty():
            raise StopAsyncIteration
        if self._running is None:
            self._running = asyncio.create_task(self._pool())
        result = await self._ready.get()
        if result is not _END:
            return result  # type: ignore[return-value]  # not _END, so an R
        if not self._stopped:
            await self._ready.put(_END)  # it stays at its end
            await _outcome(self._running)
        raise StopAsyncIteration

    async def ready(self) -> list[R]:
        """The next result and all others that are there by then, in the same order; none at the end.

        Raises as the iteration does. For a caller in another thread, whom each hand-over costs.
        """
        try:
            results = [await anext(self)]
        except StopAsyncIteration:
            return []
        while not self._ready.empty():
            result = self._ready.get_nowait()
            if result is _END:
                self._ready.put_nowait(_END)  # for the next call: what ended it comes after what was ready
                break
            results.append(result)  # type: ignore[arg-type]  # not _END, so an R
        return results

    def drain(self) -> None:
        """Draws no further items; what is under way is finished. To be called on the loop."""
        self._drained = True

    def stop(self) -> None:
        """Ends the iteration after what is ready, and cancels the rest. To be called on the loop."""
        self._stopped = True
        if self._running is not None:
            self._running.cancel()
        if self._ready.empty():
            self._ready.put_nowait(_END)  # whoever waits for a result need not wait on

    async def aclose(self) -> None:
        """Cancels what is still running and waits for it; may be called at any time."""
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)

    async def _pool(self) -> None:
        try:
            async with asyncio.TaskGroup() as group:
                for _ in range(self._concurrency):
                    group.create_task(self._worker())
        except ExceptionGroup:
            await self._ready.put(_END)
            raise
        await self._ready.put(_END)  # not when cancelled: nobody takes it, a full queue would wait for ever

    async def _worker(self) -> None:
        while (item := await self._draw()) is not _END:
            await self._ready.put(await self._work(item))  # type: ignore[arg-type]  # not _END, so a T

    async def _draw(self) -> T | object:
        if self._drained:
            return _END
        if self._draws_at_once:
            return next(self._iterator, _END)
        async with self._one_draw_at_a_time:
            return await asyncio.to_thread(_next, self._iterator)


def _next(iterator: Iterator[T]) -> T | object:
    return next(iterator, _END)


async def _outcome(running: asyncio.Task[None]) -> None:
    """Raises the first worker's error by itself, not the group around it."""
    try:
        await running
    except ExceptionGroup as group:
        raise group.exceptions[0] from None
