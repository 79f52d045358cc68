"""Runs over hostile articles, by library, on real HTTP."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from extractor import Extraction, Extractor
from tests.conftest import ChatServer
from tests.hostile.answers import TRIES

__all__ = ["HARMLESS", "Ask", "Asked", "harmless_text"]

HARMLESS = {
    "first.txt": ("Chile", "Norway"),
    "second.txt": ("Kenya", "Chile"),
    "third.txt": ("Norway", "Kenya"),
}
"""Files of plain articles, and the sender and target of the one record in each."""


@dataclass(frozen=True)
class Asked:
    """What a run gave, by the file's path, and the requests that it sent, in order."""

    results: dict[str, Extraction]
    requests: list[dict[str, Any]]
    count: int


Ask = Callable[..., Asked]


@pytest.fixture
def ask(chat: ChatServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Ask:
    """Runs the model engine over ``paths`` with these answers scripted; each run meets the endpoint anew."""
    runs = itertools.count()

    def run(paths: Iterable[Path], answers: list[dict[str, Any]], concurrency: int = 4) -> Asked:
        monkeypatch.setenv("EXTRACTOR_CACHE", str(tmp_path / f"cache-{next(runs)}"))
        chat.script(*answers)
        with Extractor(
            "stub", base_url=chat.base_url, api_key="sk-hostile-1", tries=TRIES, concurrency=concurrency
        ) as extractor:
            results = list(extractor.extract_many(paths))
        return Asked({one.article.source: one for one in results}, chat.requests, len(results))

    return run


def harmless_text(name: str) -> str:
    """The text of a plain article."""
    sender, target = HARMLESS[name]
    return f"{sender} acts against {target}\n\n{sender} imposed sanctions on {target} on Monday."


@pytest.fixture
def harmless_files(tmp_path: Path) -> list[Path]:
    """The plain articles, written down."""
    paths = [tmp_path / name for name in HARMLESS]
    for path in paths:
        path.write_text(harmless_text(path.name), encoding="utf-8")
    return paths
