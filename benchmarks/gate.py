"""The gate: recall and stop rate by language and kind, speed, and cost by length.

``python -m benchmarks gate`` measures on dev; ``python -m benchmarks.gate test`` scores the test split.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from time import perf_counter, process_time

from benchmarks.gate_data import ROOT, Labelled, Split, labelled
from extractor.article.build import article_from_text
from extractor.gate.screen import screen, screen_article

RECALL, STOPPED, RATE = 0.99, 0.80, 2_000
"""Aims: of articles with records pass, of those without are stopped, texts of 4 kB a second on one core."""

_SIZE = 4_000
_LENGTHS = (4_000, 16_000, 64_000, 250_000, 1_000_000)
_SECONDS = 2.0


def main() -> bool:
    """Prints figures on dev, speed and linearity; whether the aims were met."""
    met = [rates("dev"), speed(), linear()]
    return all(met)


def rates(split: Split) -> bool:
    """Prints recall and stop rate; whether the aims were met."""
    passed = [(one, screen_article(article_from_text(one.text)).passes) for one in labelled(split)]
    print(f"{split}: {len(passed)} texts")
    for title, key in (("language", _language), ("kind", _kind)):
        for name in sorted({key(one) for one, _ in passed}):
            _print_rates(f"{title} {name}", [(one, ok) for one, ok in passed if key(one) == name])
    recall, stopped = _print_rates("all", passed)
    missed = [one.name for one, ok in passed if one.records and not ok]
    if missed:
        print(f"  with records, but stopped: {', '.join(missed)}")
    return recall >= RECALL and stopped >= STOPPED


def _language(one: Labelled) -> str:
    return one.language


def _kind(one: Labelled) -> str:
    return one.kind


def _print_rates(name: str, passed: Iterable[tuple[Labelled, bool]]) -> tuple[float, float]:
    told = list(passed)
    kept = [ok for one, ok in told if one.records]
    stopped = [not ok for one, ok in told if not one.records]
    recall = sum(kept) / len(kept) if kept else 1.0
    rate = sum(stopped) / len(stopped) if stopped else 1.0
    kept_told = f"{sum(kept)} of {len(kept)} with records pass ({recall:.3f})" if kept else ""
    stopped_told = f"{sum(stopped)} of {len(stopped)} without are stopped ({rate:.3f})" if stopped else ""
    print(f"  {name:24} {'; '.join(part for part in (kept_told, stopped_told) if part)}")
    return recall, rate


def speed() -> bool:
    """Prints raw texts a second; whether the aim was met on texts of seed size, hardest first."""
    met = True
    kinds = {
        "with records": [one.text for one in labelled("dev") if one.records],
        "without records": [one.text for one in labelled("dev") if not one.records],
    }
    for name, texts in kinds.items():
        sized = [_sized(texts, start) for start in range(min(len(texts), 60))]
        rate = len(sized) / _best(lambda texts=sized: [screen(text) for text in texts])  # type: ignore[misc]
        print(f"  {name}: {rate:,.0f} texts of {_SIZE:,} characters a second (aim {RATE:,})")
        met = met and rate >= RATE
    return met


def _sized(texts: list[str], start: int) -> str:
    """A text of _SIZE characters: several in a row, cut."""
    joined = ""
    while len(joined) < _SIZE:
        joined += texts[start % len(texts)] + "\n\n"
        start += 1
    return joined[:_SIZE]


def linear() -> bool:
    """Prints the cost of a character by length; whether in the longest text it is at most twice as high."""
    seed = (ROOT / "seeds" / "004_e48dce59903c255a.txt").read_text(encoding="utf-8")
    costs = []
    for length in _LENGTHS:
        text = (seed * (length // len(seed) + 1))[:length]
        seconds = _best(lambda text=text: screen(text))  # type: ignore[misc]
        costs.append(seconds / length)
        print(f"  {length:>9,} characters: {seconds * 1e3:8.2f} ms, {costs[-1] * 1e9:5.0f} ns a character")
    return costs[-1] <= 2 * costs[0]


def _best(run: Callable[[], object]) -> float:
    """CPU seconds of the fastest run in _SECONDS; others share the machine."""
    best, end = float("inf"), perf_counter() + _SECONDS
    while perf_counter() < end:
        started = process_time()
        run()
        best = min(best, process_time() - started)
    return best


if __name__ == "__main__":
    rates("test" if "test" in sys.argv[1:] else "dev")
