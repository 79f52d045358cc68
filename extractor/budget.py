"""What a run may spend: reserved before each call is sent, settled with what the endpoint counted.

A call is sent only when its worst case still fits: every byte of the request a token, every answer as long
as the output limit. So the budget is never overshot, however many calls are under way. While others are
under way a call that does not fit waits, for their true cost is smaller than what was set aside for them.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from extractor.errors import BudgetSpent, SettingsError
from extractor.prices import Prices

__all__ = ["Budget", "Reservation"]


@dataclass(frozen=True, slots=True, eq=False)
class Reservation:
    """What was set aside for one call: dollars and tokens."""

    dollars: float
    tokens: int


@dataclass
class Budget:
    """Caps on dollars and on tokens (in and out together); None is no cap. For one event loop.

    Attributes:
        refused: calls that were not sent because they would not have fitted.
    """

    model: str
    max_cost: float | None = None
    max_tokens: int | None = None
    prices: Prices | None = None
    dollars: float = 0.0
    tokens: int = 0
    refused: int = 0
    _under_way: list[Reservation] = field(default_factory=list)
    _waiting: list[asyncio.Event] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Raises SettingsError when a cost is capped and the model has no price."""
        if self.max_cost is not None and (self.prices is None or self.model not in self.prices.by_model):
            raise SettingsError(
                f"--max-cost needs a price for model {self.model!r}: add it to a price file and name that "
                "with --prices or EXTRACTOR_PRICES (--max-tokens needs no price)"
            )

    @property
    def spent(self) -> bool:
        """Whether a call was refused."""
        return self.refused > 0

    def __str__(self) -> str:
        caps = []
        if self.max_cost is not None:
            caps.append(f"${self.dollars:.4f} of ${self.max_cost:g}")
        if self.max_tokens is not None:
            caps.append(f"{self.tokens:,} of {self.max_tokens:,} tokens")
        return " and ".join(caps)

    async def reserve(self, bytes_in: int, max_out: int) -> Reservation:
        """Sets aside the worst case of a call; waits while calls under way may still free enough.

        Raises BudgetSpent when it can no longer fit.
        """
        wanted = Reservation(self._cost(bytes_in, 0, max_out), bytes_in + max_out)
        while not self._fits(wanted, *self._under_way):
            if not self._under_way or not self._fits(wanted):
                self.refused += 1
                raise BudgetSpent(
                    f"not asked: {self} are spent, a call of up to {wanted.tokens:,} tokens could overshoot"
                )
            freed = asyncio.Event()
            self._waiting.append(freed)
            await freed.wait()
        self._under_way.append(wanted)
        return wanted

    def settle(self, ticket: object, tokens_in: int, cached: int, tokens_out: int) -> None:
        """Books what the endpoint counted; all that was set aside when it counted nothing."""
        reservation = self._back(ticket)
        if tokens_in + tokens_out > 0:
            self.dollars += self._cost(tokens_in, cached, tokens_out)
            self.tokens += tokens_in + tokens_out
        else:
            self.dollars += reservation.dollars
            self.tokens += reservation.tokens

    def release(self, ticket: object) -> None:
        """Gives back what was set aside for a call that cost nothing."""
        self._back(ticket)

    def _back(self, ticket: object) -> Reservation:
        index = next(i for i, one in enumerate(self._under_way) if one is ticket)
        while self._waiting:
            self._waiting.pop().set()
        return self._under_way.pop(index)

    def _fits(self, *calls: Reservation) -> bool:
        """Whether what is spent and the worst case of ``calls`` stay within both caps."""
        dollars = self.dollars + sum(call.dollars for call in calls)
        tokens = self.tokens + sum(call.tokens for call in calls)
        return (self.max_cost is None or dollars <= self.max_cost) and (
            self.max_tokens is None or tokens <= self.max_tokens
        )

    def _cost(self, tokens_in: int, cached: int, tokens_out: int) -> float:
        """Dollars; 0 when the model has no price (then no cost is capped)."""
        cost = self.prices.cost(self.model, tokens_in, cached, tokens_out) if self.prices else None
        return cost or 0.0
