"""Fixtures for all tests: the loopback chat server, a clean environment, small factories."""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import hypothesis
import pytest

# Time bounds guard against endless work only; a loaded machine may take long over one example.
hypothesis.settings.register_profile("project", deadline=None)
hypothesis.settings.load_profile("project")

ROOT = Path(__file__).parent.parent
# Commands run in processes of their own; compiled modules are shared among them, as an installation has them,
# even where the environment forbids to write any.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
os.environ["PYTHONPYCACHEPREFIX"] = str(ROOT / ".pytest_cache" / "bytecode")

_CACHES = itertools.count()


@dataclass
class ChatServer:
    """The scripted server, seen from a test."""

    port: int

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    def script(self, *answers: dict[str, Any]) -> None:
        """The answers to give from now on; forgets earlier requests."""
        self._call("/script", list(answers))

    def treat(self, **treatment: str) -> None:
        """How modes and fields are treated from now on: see ``tests/chat_server.py``."""
        self._call("/treat", treatment)

    @property
    def requests(self) -> list[dict[str, Any]]:
        """The chat requests received since the last script: ``headers`` and ``body`` of each."""
        received: list[dict[str, Any]] = self._call("/requests")
        return received

    def _call(self, path: str, body: Any = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", data=data)
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)


@pytest.fixture(scope="session")
def _chat_process() -> Iterator[ChatServer]:
    with subprocess.Popen(
        [sys.executable, str(ROOT / "tests" / "chat_server.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        yield ChatServer(int(process.stdout.readline()))
        assert process.stdin is not None
        process.stdin.close()
        process.wait(timeout=10)


@pytest.fixture
def chat(_chat_process: ChatServer) -> ChatServer:
    """The chat server with an empty script."""
    _chat_process.script()
    _chat_process.treat()
    return _chat_process


@pytest.fixture(autouse=True)
def _no_settings_from_outside(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Tests see none of the user's keys, endpoints, proxies or remembered endpoints."""
    monkeypatch.setenv("EXTRACTOR_CACHE", str(tmp_path_factory.getbasetemp() / f"cache-{next(_CACHES)}"))
    for name in (
        "OPENAI_API_KEY",
        "OPENAI_BASE_URL",
        "EXTRACTOR_MODEL",
        "EXTRACTOR_PRICES",
        "EXTRACTOR_TIMEOUT",
    ):
        monkeypatch.delenv(name, raising=False)
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def seeds() -> list[Path]:
    """The five sample articles."""
    return sorted((ROOT / "seeds").glob("*.txt"))


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """With EXTRACTOR_TESTS_NO_SKIPS=1 (CI) a skipped test fails the run: CI installs what tests need."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("EXTRACTOR_TESTS_NO_SKIPS") == "1" and reporter and reporter.stats.get("skipped"):
        session.exitstatus = exitstatus or pytest.ExitCode.TESTS_FAILED
