"""Runs every benchmark and prints its figures: ``python -m benchmarks [name ...]``.

Figures are ratios taken in one run, so that they hold on other machines; absolute times beside them are this
machine's. Never part of the tests. Ends with status 1 when a benchmark that holds itself against aims missed
one.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from benchmarks import (
    cold_start,
    compare_speed,
    fault_run,
    gate,
    quote_forms,
    repair_cost,
    rules_errors,
    rules_speed,
    scoring,
    throughput,
)

ALL: dict[str, Callable[[], bool | None]] = {
    "cold_start": cold_start.main,
    "rules_speed": rules_speed.main,
    "rules_errors": rules_errors.main,
    "fault_run": fault_run.main,
    "repair_cost": repair_cost.main,
    "throughput": throughput.main,
    "quote_forms": quote_forms.main,
    "scoring": scoring.main,
    "gate": gate.main,
    "compare_speed": compare_speed.main,
}


def main() -> None:
    """Runs those named, or all."""
    names = sys.argv[1:] or list(ALL)
    for name in names:
        if name not in ALL:
            sys.exit(f"no benchmark {name!r}; there are {', '.join(ALL)}")
    missed = []
    for name in names:
        print(f"== {name}", flush=True)
        if ALL[name]() is False:
            missed.append(name)
    if missed:
        sys.exit(f"aims missed: {', '.join(missed)}")


if __name__ == "__main__":
    main()
