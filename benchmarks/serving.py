"""Starts the model server beside a benchmark, and stops it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = ["MODEL", "ModelServer", "own_memory", "serving"]

MODEL = "stub-model"
ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class ModelServer:
    """A running server."""

    port: int

    @property
    def base_url(self) -> str:
        """The endpoint's base URL."""
        return f"http://127.0.0.1:{self.port}/v1"

    def counts(self) -> dict[str, Any]:
        """What it was asked and gave since the last reset."""
        counts: dict[str, Any] = self._call("counts")
        return counts

    def reset(self) -> None:
        """Forgets its counts."""
        self._call("reset", b"{}")

    def _call(self, path: str, data: bytes | None = None) -> Any:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", data, timeout=30) as answer:
            return json.load(answer)


@contextmanager
def serving(*options: str) -> Iterator[ModelServer]:
    """The model server with ``options`` of its command line, stopped at the end."""
    command = [sys.executable, "-m", "benchmarks.model_server", *options]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield ModelServer(int(process.stdout.readline()))
        finally:
            process.stdin.close()


@contextmanager
def own_memory(timeout: float = 60.0) -> Iterator[None]:
    """What the tool remembers between runs goes into a folder of its own; ``timeout`` in seconds a call."""
    with tempfile.TemporaryDirectory() as folder:
        before = dict(os.environ)
        os.environ |= {"EXTRACTOR_CACHE": folder, "EXTRACTOR_TIMEOUT": str(timeout)}
        for name in ("EXTRACTOR_MODEL", "EXTRACTOR_PRICES", "OPENAI_BASE_URL", "OPENAI_API_KEY"):
            os.environ.pop(name, None)
        try:
            yield
        finally:
            os.environ.clear()
            os.environ |= before
