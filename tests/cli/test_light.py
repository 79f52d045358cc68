"""What the command must not load."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import ROOT

HEAVY = (
    "openai",
    "instructor",
    "trafilatura",
    "pypdfium2",
    "scipy",
    "dateparser",
    "httpx2",
    "aiohttp",
    "numpy",
)


def loaded(*args: str) -> set[str]:
    """Top-level modules loaded when ``extractor`` has run with ``args``."""
    script = (
        "import sys\n"
        "sys.argv = ['extractor', *sys.argv[1:]]\n"
        "from extractor.cli import main\n"
        "try:\n    main()\n"
        "except SystemExit as end:\n    assert not end.code, end.code\n"
        "print(*{name.split('.')[0] for name in sys.modules}, file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *args], capture_output=True, text=True, timeout=50, check=True
    )
    return set(done.stderr.splitlines()[-1].split())


def test_help_loads_neither_the_vendors_nor_pydantic() -> None:
    assert not loaded("--help") & {*HEAVY, "pydantic", "jinja2", "rich"}


def test_version_is_as_light() -> None:
    assert not loaded("--version") & {*HEAVY, "pydantic", "rich"}


@pytest.mark.parametrize("form", ["jsonl", "table"])
def test_the_embedded_rules_load_no_vendor(form: str) -> None:
    seed = str(ROOT / "seeds" / "003_c45d8345549db2a3.txt")
    assert not loaded("extract", seed, "--model", "rules", "--format", form) & {
        "openai",
        "instructor",
        "aiohttp",
        "scipy",
    }
