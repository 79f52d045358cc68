"""What ``extractor eval`` reads from its options and writes to files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from extractor.errors import SettingsError
from extractor.evaluation.report import as_json
from extractor.evaluation.run import Evaluation

__all__ = ["parse_fail_under", "shortfalls", "writable", "write_report"]

_KINDS = ("events", "positions")


def parse_fail_under(asked: str | None) -> dict[str, float]:
    """``events=0.8,positions=0.8`` as a dict, either may lack. Raises SettingsError for anything else."""
    least: dict[str, float] = {}
    for part in asked.split(",") if asked is not None else ():
        kind, _, number = (piece.strip() for piece in part.partition("="))
        share = _share(number)
        if kind not in _KINDS or kind in least or share is None:
            raise SettingsError(
                f"--fail-under {asked!r}: {part.strip()!r} is not understood; "
                "give soft F1 from 0 to 1 once for each kind, as in events=0.8,positions=0.8"
            )
        least[kind] = share
    return least


def _share(number: str) -> float | None:
    try:
        share = float(number)
    except ValueError:
        return None
    return share if 0 <= share <= 1 else None


def shortfalls(evaluation: Evaluation, least: Mapping[str, float]) -> list[str]:
    """One line for each kind of record whose soft F1 is below what was asked for."""
    reached = {
        "events": evaluation.events.micro["soft"].f1,
        "positions": evaluation.positions.micro["soft"].f1,
    }
    return [
        f"{kind}: soft F1 {reached[kind]:.4f} is below --fail-under {share:g}"
        for kind, share in least.items()
        if reached[kind] < share
    ]


def writable(path: Path | None) -> Path | None:
    """``path``, known to be writable before anything is spent. Raises SettingsError."""
    if path is None:
        return None
    there = path.exists()
    try:
        path.open("ab").close()
    except OSError as error:
        raise SettingsError(f"--out {str(path)!r} cannot be written: {error.strerror}") from error
    if not there:
        path.unlink()
    return path


def write_report(evaluation: Evaluation, path: Path) -> None:
    """All figures as JSON, UTF-8."""
    text = json.dumps(as_json(evaluation), ensure_ascii=False, indent=2)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
