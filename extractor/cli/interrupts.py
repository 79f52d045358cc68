"""Ctrl-C and SIGTERM end a run in order: nothing more is asked, what was finished is kept.

A KeyboardInterrupt may be raised between any two steps of the interpreter, also where a lock has just been
taken. So the first signal only asks the run to stop; a second Ctrl-C is the usual one.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

__all__ = ["Interrupts", "stopping"]


@dataclass
class Interrupts:
    """Whether the run was asked to stop."""

    happened: bool = False


@contextmanager
def stopping(stop: Callable[[], None]) -> Iterator[Interrupts]:
    """Calls ``stop`` at the first SIGINT or SIGTERM; to be used in the main thread."""
    interrupts = Interrupts()

    def first(number: int, frame: FrameType | None) -> None:  # noqa: ARG001  # as signal wants it
        interrupts.happened = True
        signal.signal(signal.SIGINT, before[signal.SIGINT])
        stop()

    before = {number: signal.signal(number, first) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield interrupts
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
