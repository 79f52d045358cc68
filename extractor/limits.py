"""How often, how long, how fast and how much: retry policies for the wire, and what meters its cost."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from extractor.errors import EngineBusy

if TYPE_CHECKING:
    from tenacity import AsyncRetrying, RetryCallState

__all__ = ["Meter", "RetryLimits", "transport_retrying"]


@dataclass(frozen=True, slots=True)
class RetryLimits:
    """Caps on one call: at most ``tries`` sendings within ``seconds``; waits grow up to ``longest_wait``."""

    tries: int = 5
    seconds: float = 120.0
    first_wait: float = 0.5
    longest_wait: float = 30.0


class Meter(Protocol):
    """Counts what calls cost, around each single sending; may hold one back or refuse it.

    Each ticket is given back exactly once, by ``settle`` or by ``release``.
    """

    async def reserve(self, bytes_in: int, max_out: int) -> object:
        """A ticket for one sending: bytes of its body, tokens that its answer may have (0: no limit is set).

        May wait; raises EngineFailed (BudgetSpent) when it must not be sent.
        """
        ...

    def settle(self, ticket: object, tokens_in: int, cached: int, tokens_out: int) -> None:
        """What the endpoint counted; all zeros when it may have charged for a call that it did not count."""
        ...

    def release(self, ticket: object) -> None:
        """The call surely cost nothing."""
        ...


def transport_retrying(limits: RetryLimits) -> AsyncRetrying:
    """Retries for passing faults (EngineBusy) only; every other error goes up at once.

    Waits what the endpoint asked for (Retry-After), else exponentially with jitter. When the wait asked for
    would overrun ``limits.seconds``, it gives up at once instead of waiting in vain.
    """
    from tenacity import (
        AsyncRetrying,
        retry_if_exception_type,
        stop_after_attempt,
        stop_before_delay,
        wait_exponential,
        wait_random,
    )

    growing = wait_exponential(limits.first_wait, max=limits.longest_wait) + wait_random(0, limits.first_wait)

    def wait(state: RetryCallState) -> float:
        asked = _asked_to_wait(state)
        return growing(state) if asked is None else asked

    return AsyncRetrying(
        retry=retry_if_exception_type(EngineBusy),
        wait=wait,
        stop=stop_after_attempt(limits.tries) | stop_before_delay(limits.seconds),
        reraise=True,
    )


def _asked_to_wait(state: RetryCallState) -> float | None:
    error = state.outcome.exception() if state.outcome is not None else None
    asked = error.retry_after if isinstance(error, EngineBusy) else None
    return asked if asked is not None and math.isfinite(asked) and asked >= 0 else None
