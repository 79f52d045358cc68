"""Whole commands from a cold process: ``extractor --help`` against ``import typer``, and the five seeds.

Commands take turns, so that a change of the machine's speed meets both; medians are compared. Every command
finds its modules compiled, as an installation leaves them: a first run of each is not counted.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 15
SEEDS = Path(__file__).parent.parent / "seeds"

IMPORT_TYPER = [sys.executable, "-c", "import typer"]
HELP = [sys.executable, "-m", "extractor", "--help"]
FIVE_SEEDS = [sys.executable, "-m", "extractor", "extract", str(SEEDS), "--model", "rules"]


def main() -> None:
    """Prints the medians and the ratio (aim: at most 3), and the whole command on the seeds (under 3 s)."""
    with tempfile.TemporaryDirectory() as compiled:
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = compiled
        _measure()


def _measure() -> None:
    for command in (IMPORT_TYPER, HELP, FIVE_SEEDS):
        seconds(command)
    floor, shown = [], []
    for _ in range(ROUNDS):
        floor.append(seconds(IMPORT_TYPER))
        shown.append(seconds(HELP))
    ratio = statistics.median(shown) / statistics.median(floor)
    print(f"import typer         {statistics.median(floor) * 1000:7.0f} ms (median of {ROUNDS})")
    print(
        f"extractor --help     {statistics.median(shown) * 1000:7.0f} ms: {ratio:.2f} times (aim: at most 3)"
    )
    whole = [seconds(FIVE_SEEDS) for _ in range(5)]
    print(
        f"five seeds, rules    {statistics.median(whole) * 1000:7.0f} ms, slowest {max(whole) * 1000:.0f} ms"
        " (aim: under 3,000)"
    )


def seconds(command: list[str]) -> float:
    """Wall time of one run of ``command``."""
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - started
