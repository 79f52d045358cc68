"""The labelled texts that the gate is fitted and measured on: practice articles and gold, by split."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

__all__ = ["Labelled", "Split", "labelled"]

ROOT = Path(__file__).resolve().parent.parent
Split = Literal["dev", "test"]


class Labelled(NamedTuple):
    """A text, and whether it holds a record. ``kind`` groups texts in the tables of figures."""

    name: str
    language: str
    kind: str
    records: bool
    text: str


def labelled(split: Split, root: Path = ROOT) -> list[Labelled]:
    """Every labelled text of ``split``; the seeds count as dev."""
    found = list(_short(root / "eval" / "practice" / "gate.jsonl", split))
    for folder in ("practice", "gold"):
        found += _annotated(root / "eval" / folder, split, root / "seeds")
    return found


def _short(path: Path, split: Split) -> Iterator[Labelled]:
    for line in path.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        if one["split"] == split:
            text = f"{one['title']}\n\n{one['text']}"
            yield Labelled(one["id"], one["language"], one["kind"], one["records"], text)


def _annotated(folder: Path, split: Split, seeds: Path) -> Iterator[Labelled]:
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        info = gold["article"]
        if info.get("split", "dev") != split:
            continue
        file = folder / info["file"]
        text = (file if file.exists() else seeds / info["file"]).read_text(encoding="utf-8")
        records = bool(gold["events"] or gold["positions"])
        kind = f"{folder.name}_{'pos' if records else 'neg'}"
        yield Labelled(path.stem, info["language"], kind, records, text)
