"""The examples of the library page run, top to bottom, as one program."""

from __future__ import annotations

import re
import subprocess
import sys

from tests.conftest import ROOT


def test_the_examples_of_the_library_page_run() -> None:
    page = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    assert len(blocks) >= 6
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", "\n".join(blocks)],
        cwd=ROOT, capture_output=True, text=True, timeout=50, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "impose adopted ['country:BY']" in done.stdout
    assert "Tuesday 2024-03-12" in done.stdout
