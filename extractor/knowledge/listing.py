"""What ships of names and words, table by table, and where it comes from."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from importlib.resources import files
from typing import Any, NamedTuple

from extractor.knowledge.vocabulary import shipped_tables

__all__ = ["TableCount", "shipped_counts", "sources"]

_ROOMS = {
    "actors": "actors",
    "forms": "forms of names",
    "equivalents": "bodies that do the work of a common one",
    "date_words": "words for days",
}


class TableCount(NamedTuple):
    """A shipped table, how many entries it has, and of what."""

    name: str
    entries: int
    what: str


def shipped_counts() -> Iterator[TableCount]:
    """Every shipped table, in the order of folders and names."""
    data = files("extractor.knowledge") / "data"
    for room, what in _ROOMS.items():
        for table in sorted((data / room).iterdir(), key=lambda item: item.name):
            if table.name.endswith(".csv"):
                rows = csv.reader(io.StringIO(table.read_text(encoding="utf-8-sig")))
                yield TableCount(f"{room}/{table.name}", sum(map(bool, rows)) - 1, what)
    for name, content in shipped_tables().items():
        yield TableCount(f"vocabulary/{name}", _entries(content), "phrases and verbs")


def sources() -> str:
    """What the page of sources says of where the tables come from, and under which licence."""
    page = (files("extractor.knowledge") / "data" / "SOURCES.md").read_text(encoding="utf-8")
    return page[page.index("## Sources") :].rstrip()


def _entries(content: Any) -> int:
    if isinstance(content, list):
        return len(content)
    return sum(map(_entries, content.values())) if isinstance(content, dict) else 1
