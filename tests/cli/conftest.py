"""The command run as users run it: a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pytest


@dataclass(frozen=True)
class Done:
    """What a finished command left."""

    status: int
    out: str
    err: str

    @property
    def results(self) -> list[dict[str, Any]]:
        """stdout as JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]


class Run(Protocol):
    """Runs ``extractor`` with these arguments, in the test's own folder, with these variables set."""

    def __call__(self, *args: str, stdin: str = "", **env: str) -> Done: ...


@pytest.fixture
def extractor(tmp_path: Path) -> Run:
    def run(*args: str, stdin: str = "", **env: str) -> Done:
        done = subprocess.run(
            [sys.executable, "-m", "extractor", *args],
            cwd=tmp_path,
            env={**os.environ, "PYTHONWARNINGS": "error", "PYTHONIOENCODING": "latin-1", **env},
            input=stdin.encode(),
            capture_output=True,
            timeout=50,
            check=False,
        )
        return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8", "replace"))

    return run
