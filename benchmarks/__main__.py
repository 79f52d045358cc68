"""Runs every benchmark and prints its figures: ``python -m benchmarks [name ...]``.

Figures are ratios taken in one run, so that they hold on other machines; absolute times beside them are this
machine's. Never part of the tests.
"""

from __future__ import annotations

import sys

from benchmarks import cold_start, rules_speed

ALL = {"cold_start": cold_start.main, "rules_speed": rules_speed.main}


def main() -> None:
    """Runs those named, or all."""
    for name in sys.argv[1:] or ALL:
        if name not in ALL:
            sys.exit(f"no benchmark {name!r}; there are {', '.join(ALL)}")
        print(f"== {name}")
        ALL[name]()


if __name__ == "__main__":
    main()
