"""Retry policies: what is tried again, how long is waited, and when it ends."""

from __future__ import annotations

import asyncio

import pytest

from extractor.errors import EngineBusy, EngineError, EngineFailed, EngineRefused, EngineUnusable
from extractor.limits import RetryLimits, transport_retrying


class Slept:
    """Counts waits instead of waiting."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)


def run(limits: RetryLimits, *errors: EngineError) -> tuple[int, list[float]]:
    """Calls made and waits taken until the errors are used up; raises what the policy lets through."""
    left = list(errors)
    slept = Slept()
    calls = 0

    async def call() -> None:
        nonlocal calls
        calls += 1
        if left:
            raise left.pop(0)

    asyncio.run(transport_retrying(limits).copy(sleep=slept)(call))
    return calls, slept.seconds


def test_a_passing_fault_is_tried_again_with_growing_waits() -> None:
    calls, waits = run(RetryLimits(first_wait=1.0, seconds=1000), *[EngineBusy("busy")] * 4)
    assert calls == 5
    assert [1 <= waits[0] <= 2, 2 <= waits[1] <= 3, 4 <= waits[2] <= 5, 8 <= waits[3] <= 9] == [True] * 4


def test_no_wait_is_longer_than_the_longest_but_for_its_jitter() -> None:
    limits = RetryLimits(tries=20, first_wait=1.0, longest_wait=3.0, seconds=1000)
    _, waits = run(limits, *[EngineBusy("busy")] * 12)
    assert max(waits) <= 4


def test_the_pause_asked_for_goes_before_the_policys_own() -> None:
    assert run(RetryLimits(), EngineBusy("busy", retry_after=7.0))[1] == [7.0]


@pytest.mark.parametrize("pause", [float("nan"), float("inf"), -1.0])
def test_a_senseless_pause_is_not_kept(pause: float) -> None:
    (wait,) = run(RetryLimits(first_wait=0.5), EngineBusy("busy", retry_after=pause))[1]
    assert 0.5 <= wait <= 1.0


def test_a_pause_beyond_the_time_limit_is_not_waited_for() -> None:
    with pytest.raises(EngineBusy):
        run(RetryLimits(seconds=10), EngineBusy("busy", retry_after=60))


def test_tries_are_capped() -> None:
    with pytest.raises(EngineBusy, match="last"):
        run(RetryLimits(tries=2), EngineBusy("first"), EngineBusy("last"))


@pytest.mark.parametrize("error", [EngineUnusable("no"), EngineRefused("no"), EngineFailed("no")])
def test_every_other_error_goes_up_at_once(error: EngineError) -> None:
    with pytest.raises(type(error), match="no"):
        run(RetryLimits(), error)
