"""The progress bar on stderr, and the closing line."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import TracebackType
from typing import TYPE_CHECKING, Self

from extractor.article.clean import visible
from extractor.schemas.extraction import Extraction

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

__all__ = ["Progress", "Summary"]


_MOST_NAMED = 20  # articles left out by the gate told on stderr; the results tell of every one


@dataclass
class Summary:
    """What a run has come to so far; costs are US dollars, None once any article's price is unknown."""

    statuses: dict[str, int] = field(default_factory=dict)
    readable: int = 0
    events: int = 0
    positions: int = 0
    empty: int = 0
    undated: int = 0
    rejected: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float | None = 0.0
    opinions: int = 0
    compared: int = 0
    disagreed: int = 0
    rules_only: int = 0

    def add(self, result: Extraction) -> None:
        """Counts one more result."""
        self.statuses[result.status] = self.statuses.get(result.status, 0) + 1
        self.readable += result.article.id is not None
        self.events += len(result.events)
        self.positions += len(result.positions)
        self.empty += result.status == "ok" and not result.events and not result.positions
        self.undated += result.article.published is None and _has_open_days(result)
        self.rejected += sum(not one.repaired for one in result.rejected)
        if (opinion := result.second_opinion) is not None:
            self.opinions += 1
            self.compared += opinion.compared
            self.disagreed += opinion.disagreed
            self.rules_only += opinion.rules_only
        made = result.provenance
        self.tokens_in += made.tokens_in
        self.tokens_out += made.tokens_out
        if made.tokens_in or made.tokens_out:
            self.cost = None if self.cost is None or made.cost is None else self.cost + made.cost

    @property
    def articles(self) -> int:
        """How many results there are."""
        return sum(self.statuses.values())

    @property
    def left_out(self) -> int:
        """How many articles the gate stopped."""
        return self.statuses.get("left_out", 0)

    @property
    def exit_status(self) -> int:
        """0 all done; 2 nothing readable; 3 some failed, were refused or are partial."""
        if not self.readable:
            return 2
        done = self.statuses.get("ok", 0) + self.left_out
        return 0 if done == self.articles else 3

    @property
    def spent(self) -> str:
        """Tokens and cost, or nothing when no model was asked."""
        if not self.tokens_in and not self.tokens_out:
            return ""
        cost = "cost unknown (no price)" if self.cost is None else f"${self.cost:.4f}"
        return f"{self.tokens_in:,} tokens in, {self.tokens_out:,} out, {cost}"

    def line(self, seconds: float) -> str:
        """The closing line."""
        found = f"{_count(self.events, 'event')}, {_count(self.positions, 'position')}"
        parts = [f"{_count(self.articles, 'article')}: {found}"]
        if self.empty:
            parts.append(f"nothing found in {self.empty}")
        if self.left_out:
            parts.append(f"{self.left_out} left out by the gate (see 'gate' in the results)")
        parts += [
            f"{count} {status}"
            for status in ("partial", "refused", "failed")
            if (count := self.statuses.get(status))
        ]
        if self.rejected:
            parts.append(f"{_count(self.rejected, 'rejected record')} (see 'rejected' in the results)")
        if self.undated:
            days = "days stay words in"
            parts.append(f"{days} {self.undated} without a publication date (see --published)")
        if self.opinions:
            shared, more = _count(self.compared, "shared record"), _count(self.rules_only, "record")
            parts.append(
                f"second opinion: the rules read {self.disagreed} of {shared} otherwise (see 'flags') "
                f"and {more} more"
            )
        if self.spent:
            parts.append(self.spent)
        return "; ".join([*parts, f"{seconds:.1f} s"])


class Progress:
    """A bar while stderr is a terminal; in any case one closing line, and a line for each article lost."""

    def __init__(self, total: int | None) -> None:
        self.summary = Summary()
        self._total = total
        self._started = time.monotonic()
        self._bar = _bar() if sys.stderr.isatty() else None

    def __enter__(self) -> Self:
        if self._bar is not None:
            self._task = self._bar.add_task("", total=self._total, told="")
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()
        if kind is KeyboardInterrupt:
            print("extractor: interrupted; what was finished is kept", file=sys.stderr)
        if self.summary.articles:
            print(f"extractor: {self.summary.line(time.monotonic() - self._started)}", file=sys.stderr)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Takes the bar off the screen while data is written to it."""
        shares_screen = self._bar is not None and sys.stdout.isatty()
        if self._bar is not None and shares_screen:
            self._bar.stop()
        try:
            yield
        finally:
            if self._bar is not None and shares_screen:
                self._bar.start()

    def add(self, result: Extraction) -> None:
        """Counts a result; says on stderr what was lost and why."""
        self.summary.add(result)
        if result.status in ("failed", "refused"):
            with self.paused():
                lost = visible(f"{result.article.source}: {result.status}: {result.error}")
                print(f"extractor: {lost}", file=sys.stderr)
        if result.gate is not None and not result.gate.passes and self.summary.left_out <= _MOST_NAMED:
            with self.paused():
                why = visible(f"{result.article.source}: left out by the gate: {result.gate.reason}")
                print(f"extractor: {why}", file=sys.stderr)
        if self._bar is not None:
            told = f"{self.summary.events + self.summary.positions} records {self.summary.spent}"
            self._bar.update(self._task, advance=1, told=told)


def _has_open_days(result: Extraction) -> bool:
    spans = [*(event.date for event in result.events), *(position.date for position in result.positions)]
    return any(span is not None and span.start is None and span.end is None for span in spans)


def _bar() -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    return Bar(
        TextColumn("articles"),
        MofNCompleteColumn(),
        BarColumn(bar_width=24),
        TextColumn("{task.fields[told]}"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
