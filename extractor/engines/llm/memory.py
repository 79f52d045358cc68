"""What was found out about endpoints, kept in one small file of the cache folder. It may be lost any time."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Final, get_args

from extractor.engines.llm.modes import LADDER, Habit, LimitField

__all__ = ["FILE", "recall", "remember"]

FILE: Final = "endpoints.json"
_KEPT: Final = timedelta(days=30)  # servers get better: what was found out is found out anew then


def recall(folder: Path | None, endpoint: str, model: str) -> Habit | None:
    """How ``endpoint`` (no secrets in it) wanted to be asked for ``model``; None when unknown or too old."""
    entry = _entries(folder).get(f"{endpoint} {model}") if folder is not None else None
    try:
        found = date.fromisoformat(entry["found"]) if isinstance(entry, dict) else None
        if entry is None or found is None or not timedelta(0) <= _today() - found <= _KEPT:
            return None
        habit = Habit(entry["mode"], entry["limit_field"], entry["bounded"])
    except (KeyError, TypeError, ValueError):
        return None
    known = habit.mode in LADDER and habit.limit_field in get_args(LimitField)
    return habit if known and isinstance(habit.bounded, bool) else None


def remember(folder: Path | None, endpoint: str, model: str, habit: Habit) -> None:
    """Writes it down, at one stroke; a folder that cannot be written to is no error."""
    if folder is None:
        return
    entries = _entries(folder) | {f"{endpoint} {model}": asdict(habit) | {"found": _today().isoformat()}}
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, prefix=FILE, suffix=".new")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump({"endpoints": entries}, file, indent=1, ensure_ascii=False)
            Path(name).replace(folder / FILE)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise


def _entries(folder: Path | None) -> dict[str, Any]:
    """What the file holds; nothing when it is missing or damaged."""
    if folder is None:
        return {}
    try:
        content = json.loads((folder / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    entries = content.get("endpoints") if isinstance(content, dict) else None
    return entries if isinstance(entries, dict) else {}


def _today() -> date:
    return datetime.now(UTC).date()
