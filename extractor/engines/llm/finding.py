"""Finds out how an endpoint wants to be asked, at its first call, and anew when that no longer holds.

Each mode is honoured, rejected (400, 500 and the like) or silently ignored (200 and prose). Until one is
known the calls go one by one, so that a run of many articles does not stumble in as many places.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal, Protocol

from extractor.engines.llm.faults import Crashed, Declined
from extractor.engines.llm.memory import recall, remember
from extractor.engines.llm.modes import LADDER, Habit, Heard, ModeName, explained
from extractor.errors import EngineBusy, EngineFailed, EngineRefused, EngineUnusable

__all__ = ["Finder", "Hear", "Treatment"]


class Hear(Protocol):
    """Asks with a habit. In an attempt a 500 is told at once, as Declined, instead of being tried again."""

    async def __call__(self, habit: Habit, *, attempt: bool) -> Heard: ...


_TURNS: Final = 3


@dataclass(frozen=True, slots=True)
class Treatment:
    """How an endpoint treated one mode, with its words or the kind of its answer."""

    mode: ModeName
    outcome: Literal["honoured", "rejected", "ignored", "unclear"]
    words: str = ""
    usable: bool = False


class Finder:
    """Knows one endpoint's habit, or finds it out. ``folder`` is where it is remembered between runs."""

    def __init__(self, folder: Path | None, endpoint: str, model: str) -> None:
        self._where: Final = (folder, endpoint, model)
        known = recall(*self._where)
        self.habit = known or Habit()
        self._settled = known is not None  # calls may go in parallel
        self._proven = False  # seen to work in this process
        self._turn = 0  # counts the searches that ended
        self._failure: Declined | EngineBusy | None = None  # how the last one failed, if it tells of all
        self._doubted: Habit | None = None  # what a single answer speaks for
        self._lock = asyncio.Lock()

    async def ask(self, hear: Hear) -> Heard:
        """An answer in the endpoint's mode. Where that is not yet known, or no longer holds, finds it first.

        Raises EngineFailed when the model answers in prose however it is asked (nothing is remembered then),
        Declined when every mode is rejected.
        """
        for _ in range(_TURNS):
            turn = self._turn
            if self._settled and (heard := await self._as_known(hear)) is not None:
                return heard
            async with self._lock:
                if self._turn == turn:
                    return await self._searched(hear)
                if isinstance(self._failure, EngineBusy):
                    raise EngineBusy(str(self._failure))
                if self._failure is not None:
                    raise EngineUnusable(str(self._failure))
        raise EngineFailed("the endpoint treats the same request differently from call to call")

    async def survey(self, hear: Hear) -> list[Treatment]:
        """Asks once in every mode; the strictest that is honoured is remembered."""
        treatments, best = [], None
        for mode in LADDER:
            treatment, habit = await self._treated(mode, hear)
            treatments.append(treatment)
            if habit is not None and (best is None or best.mode == "text"):
                best = habit
        if best is not None:
            self._settle(best)
        return treatments

    async def _as_known(self, hear: Hear) -> Heard | None:
        """The answer in the mode that is known; None when the endpoint no longer takes that."""
        habit = self.habit
        try:
            heard = await hear(habit, attempt=False)
        except Declined:
            return None
        except Crashed:
            if self._proven and self.habit == habit:  # else another search has ended meanwhile
                raise
            return None
        if not heard.usable and not (self._proven and self.habit == habit):
            return None
        self._proven = self._proven or heard.usable
        if heard.habit != habit and self.habit == habit:
            self._settle(heard.habit)
        return heard

    async def _searched(self, hear: Hear) -> Heard:
        """As ``_search``; what it comes to holds for those who waited meanwhile, too."""
        try:
            heard, ignored = await self._search(hear)
        except (Declined, EngineBusy) as error:
            self._turn, self._failure = self._turn + 1, error
            raise
        mode = explained(heard)
        if mode is None:
            raise EngineFailed("the model answers in prose however it is asked for JSON")
        ignored = ignored or mode != heard.habit.mode
        heard = replace(heard, habit=replace(heard.habit, mode=mode))
        if ignored and heard.habit != self._doubted:
            # An article's text may have led the model away from a mode that the endpoint honours: only the
            # same from a second article settles it. Those who wait find out for themselves.
            self._doubted = heard.habit
            return heard
        if heard.saved is None:  # a call of the tool with rubbish in it: good enough to ask again, no proof
            return heard
        self._turn, self._failure, self._proven = self._turn + 1, None, True
        self._settle(heard.habit)
        return heard

    async def _search(self, hear: Hear) -> tuple[Heard, bool]:
        """The answer in the first mode that gives one, or else the last prose; whether a mode was ignored."""
        declined: list[Declined] = []
        prose = None
        for mode in LADDER:
            try:
                heard = await hear(replace(self.habit, mode=mode), attempt=True)
            except Declined as error:
                declined.append(error)
                continue
            if heard.usable:
                return heard, prose is not None
            prose = heard
        if prose is not None:
            return prose, True
        if declined[0].status != 500:
            raise declined[0]
        # The server is down rather than particular.
        return await hear(replace(self.habit, mode=LADDER[0]), attempt=False), False

    def _settle(self, habit: Habit) -> None:
        self.habit, self._settled = habit, True
        remember(*self._where, habit)

    async def _treated(self, mode: ModeName, hear: Hear) -> tuple[Treatment, Habit | None]:
        """How ``mode`` is treated, and the habit that it speaks for."""
        try:
            heard = await hear(replace(self.habit, mode=mode), attempt=True)
        except Declined as error:
            return Treatment(mode, "rejected", str(error)), None
        except (EngineFailed, EngineRefused) as error:
            return Treatment(mode, "unclear", str(error)), None
        explanation = explained(heard)
        if explanation is None:
            return Treatment(mode, "ignored", "answered in prose"), None
        habit = replace(heard.habit, mode=explanation)
        if explanation == mode:
            return Treatment(mode, "honoured", usable=True), habit
        return Treatment(mode, "ignored", "answered with JSON among its text", usable=True), habit
