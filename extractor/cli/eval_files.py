"""What ``extractor eval run`` reads from its options and writes to files."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.errors import SettingsError

if TYPE_CHECKING:
    from extractor.evaluation.ceiling import Ceiling
    from extractor.evaluation.gold import GoldArticle
    from extractor.evaluation.report import About
    from extractor.evaluation.run import Evaluation

__all__ = [
    "ceiling_of",
    "gold_folder",
    "in_split",
    "parse_fail_under",
    "read_gold",
    "say_unnamed",
    "shortfalls",
    "writable",
    "write_report",
]

_KINDS = ("events", "positions")
_MOST_NAMED = 5


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


def gold_folder(folder: Path | None) -> Traversable:
    """The folder named, else the gold that ships with the tool."""
    from extractor import shipped

    return folder if folder is not None else shipped.gold()


def read_gold(folder: Traversable) -> tuple[GoldArticle, ...]:
    """The gold in a folder, its articles beside it or among the seeds. Raises GoldError."""
    from extractor import shipped
    from extractor.evaluation.gold import load_gold

    return load_gold(folder, shipped.seeds())


def say_unnamed(folder: Traversable, gold: Sequence[GoldArticle]) -> None:
    """One line on stderr where texts lie in the gold folder that no gold file names."""
    from extractor.evaluation.gold import unnamed_texts

    texts = unnamed_texts(folder, gold)
    if texts:
        named = ", ".join(texts[:_MOST_NAMED]) + (", …" if len(texts) > _MOST_NAMED else "")
        count = "1 text" if len(texts) == 1 else f"{len(texts)} texts"
        print(
            f"extractor: {count} in the gold folder that no gold file names, left out: {named}; "
            "an article needs a .json, also when there is nothing to find",
            file=sys.stderr,
        )


def in_split(gold: Sequence[GoldArticle], split: str) -> tuple[GoldArticle, ...]:
    """The articles of a split, or ``all``. Raises SettingsError when there are none."""
    from extractor.evaluation.slices import tag_of

    chosen = tuple(one for one in gold if split in ("all", tag_of(one.tags, "split")))
    if not chosen:
        there = ", ".join(sorted({str(tag_of(one.tags, "split")) for one in gold}))
        raise SettingsError(f"--split {split!r}: no gold article is in it; there are: {there}")
    return chosen


def ceiling_of(gold: Sequence[GoldArticle], asked: Path | None, folder: Traversable) -> Ceiling | None:
    """The labellers' agreement: from the folder asked for, else from gold's own, if it has one.

    Raises SettingsError, GoldError: see ``evaluation.ceiling``; also when none of the articles was labelled
    twice in a folder that was asked for.
    """
    from extractor import shipped
    from extractor.evaluation.ceiling import LABELLERS, ceiling

    own = folder.joinpath("agreement")
    if asked is None and not all(own.joinpath(name).is_dir() for name in LABELLERS):
        return None
    found = ceiling(gold, asked if asked is not None else own, folder, shipped.seeds())
    if asked is not None and found is None:
        raise SettingsError(f"--ceiling {str(asked)!r}: both labellers have no article of this run in common")
    return found


def writable(path: Path | None, unlike: Path | None = None) -> Path | None:
    """``path``, known to be writable, with the table beside it, before anything is spent.

    Raises SettingsError; also when it would overwrite its own table, or ``unlike``, which is read from.
    """
    if path is None:
        return None
    if path.suffix == ".md":
        raise SettingsError(f"--out {str(path)!r}: the table goes to that name; give one that ends in .json")
    if unlike is not None and path.exists() and path.samefile(unlike):
        raise SettingsError(f"--out {str(path)!r} is the file that is scored again; name another")
    for file in (path, _table(path)):
        _try_out(file)
    return path


def _try_out(path: Path) -> None:
    there = path.exists()
    try:
        path.open("ab").close()
    except OSError as error:
        raise SettingsError(f"--out {str(path)!r} cannot be written: {error.strerror}") from error
    if not there:
        path.unlink()


def _table(path: Path) -> Path:
    return path.with_suffix(".md")


def write_report(evaluation: Evaluation, about: About, path: Path) -> None:
    """All figures and results as JSON, and the tables as Markdown beside it; UTF-8, each at one stroke."""
    from extractor.evaluation.report import json_pieces
    from extractor.evaluation.report_text import as_markdown

    _write(path, json_pieces(evaluation, about))
    _write(_table(path), [f"# {path.stem}\n\n", as_markdown(evaluation, about)])


def _write(path: Path, pieces: Iterable[str]) -> None:
    """A file that is there is overwritten only by a whole one; its permissions stay those of a new file."""
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".eval-run-") as folder:
        fresh = Path(folder) / path.name
        with fresh.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(pieces)
        os.replace(fresh, path)  # noqa: PTH105  # the two paths are on one file system
