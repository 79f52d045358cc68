"""A budget is reserved before each call is sent and never overshot, however many are under way."""

from __future__ import annotations

import asyncio
import random

import pytest

from extractor.budget import Budget
from extractor.errors import BudgetSpent, SettingsError
from extractor.prices import Price, Prices

PRICES = Prices({"m": Price(1.0, 0.1, 10.0)})


def test_a_cost_cap_without_a_price_for_the_model_is_refused_with_what_to_do() -> None:
    with pytest.raises(SettingsError, match="needs a price for model 'other'"):
        Budget("other", max_cost=1.0, prices=PRICES)
    with pytest.raises(SettingsError, match="EXTRACTOR_PRICES"):
        Budget("m", max_cost=1.0)
    Budget("other", max_tokens=1)


def test_what_was_set_aside_and_not_used_is_free_again() -> None:
    async def run() -> Budget:
        budget = Budget("m", max_tokens=1_400)
        for _ in range(5):
            ticket = await budget.reserve(500, 400)
            budget.settle(ticket, 100, 0, 20)
        return budget

    assert asyncio.run(run()).tokens == 600


def test_a_call_that_could_overshoot_is_not_sent() -> None:
    async def run() -> None:
        budget = Budget("m", max_tokens=1_000)
        budget.settle(await budget.reserve(500, 400), 400, 0, 200)
        with pytest.raises(BudgetSpent, match="600 of 1,000 tokens are spent"):
            await budget.reserve(300, 200)
        assert budget.spent

    asyncio.run(run())


def test_a_call_waits_while_one_under_way_may_free_enough() -> None:
    async def run() -> None:
        budget = Budget("m", max_tokens=1_000)
        first = await budget.reserve(400, 400)
        second = asyncio.create_task(budget.reserve(400, 400))
        await asyncio.sleep(0)
        assert not second.done()
        budget.settle(first, 50, 0, 50)
        assert (await second).tokens == 800

    asyncio.run(run())


def test_an_answer_without_a_count_costs_all_that_was_set_aside() -> None:
    async def run() -> None:
        budget = Budget("m", max_cost=1.0, prices=PRICES)
        budget.settle(await budget.reserve(1_000, 1_000), 0, 0, 0)
        assert budget.dollars == pytest.approx(0.011)
        assert budget.tokens == 2_000

    asyncio.run(run())


def test_a_call_that_cost_nothing_is_given_back() -> None:
    async def run() -> None:
        budget = Budget("m", max_tokens=100)
        budget.release(await budget.reserve(50, 50))
        assert await budget.reserve(50, 50)
        assert budget.tokens == 0

    asyncio.run(run())


@pytest.mark.parametrize("seed", range(5))
def test_a_hundred_calls_at_once_never_overshoot(seed: int) -> None:
    chance = random.Random(seed)
    budget = Budget("m", max_cost=0.05, max_tokens=40_000, prices=PRICES)
    sent = 0

    async def call() -> None:
        nonlocal sent
        size, limit = chance.randrange(100, 900), chance.randrange(50, 400)
        try:
            ticket = await budget.reserve(size, limit)
        except BudgetSpent:
            return
        sent += 1
        await asyncio.sleep(chance.random() / 1000)
        if chance.random() < 0.1:
            budget.release(ticket)
        else:
            budget.settle(ticket, chance.randrange(size + 1), 0, chance.randrange(1, limit + 1))

    async def run() -> None:
        await asyncio.gather(*(call() for _ in range(200)))

    asyncio.run(run())
    assert budget.dollars <= 0.05
    assert budget.tokens <= 40_000
    assert budget.spent
    assert sent > 20
