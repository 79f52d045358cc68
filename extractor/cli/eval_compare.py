"""``extractor eval compare``: is one run better than another, or can these articles not tell?"""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from extractor.evaluation.compare import Comparison
    from extractor.evaluation.figures import Kind

__all__ = ["command"]


class Which(StrEnum):
    """Which kind of record is compared."""

    events = "events"
    positions = "positions"
    both = "both"


class By(StrEnum):
    """What counts as found."""

    soft = "soft"
    found = "found"
    strict = "strict"
    grounded = "grounded"


class Format(StrEnum):
    """How the comparison is shown."""

    table = "table"
    json = "json"
    md = "md"


def command(
    files: Annotated[
        list[Path],
        typer.Argument(help="Result files of `eval run -o`, the baseline first.", metavar="A B..."),
    ],
    kind: Annotated[Which, typer.Option(help="Which records to compare.")] = Which.both,
    measure: Annotated[By, typer.Option(help="What counts as found; soft is the headline.")] = By.soft,
    margin: Annotated[
        float, typer.Option(min=0.0, max=1.0, help="Runs are tied when F1 surely differs by less than this.")
    ] = 0.02,
    changed: Annotated[
        int, typer.Option(min=0, help="How many of the best and of the worst changed documents to show.")
    ] = 5,
    format: Annotated[Format, typer.Option(help="How the comparison is shown on stdout.")] = Format.table,  # noqa: A002  # the flag's name is a contract
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="Also write everything to this file, as JSON.")
    ] = None,
    fail_if_worse: Annotated[
        bool, typer.Option("--fail-if-worse", help="Status 1 when a run is worse than the baseline.")
    ] = False,
    only_shared: Annotated[
        bool,
        typer.Option("--only-shared", help="Compare shared documents even though gold differs between runs."),
    ] = False,
    resamples: Annotated[
        int, typer.Option(min=1000, max=1_000_000, help="Draws of the bootstrap and of the randomisation.")
    ] = 10_000,
    seed: Annotated[int, typer.Option(min=0, help="The same seed gives the same figures.")] = 0,
) -> None:
    """Say which of two or more runs is better, document by document, against the first.

    A verdict is better, worse, tied (too alike to matter) or underpowered (too few documents to tell).
    Exit status: 0 compared; 1 a run is worse and --fail-if-worse was given; 2 files cannot be compared.
    """
    from extractor.evaluation.compare import Plan, compare
    from extractor.evaluation.compare_report import as_json
    from extractor.evaluation.compared_run import load_runs

    path = _writable(out)
    comparison = compare(
        load_runs(files),
        Plan(
            kinds=_kinds(kind),
            measure=measure.value,
            resamples=resamples,
            seed=seed,
            margin=margin,
            only_shared=only_shared,
        ),
    )
    if path is not None:
        path.write_text(_json(as_json(comparison)), encoding="utf-8", newline="\n")
    typer.echo(_shown(comparison, format, changed), nl=False)
    worse = any(one.verdict == "worse" for one in comparison.contrasts)
    raise typer.Exit(1 if worse and fail_if_worse else 0)


def _writable(out: Path | None) -> Path | None:
    if out is None:
        return None
    from extractor.cli.eval_files import writable  # it brings the whole scorer, which takes half a second

    return writable(out)


def _kinds(asked: Which) -> tuple[Kind, ...]:
    from extractor.evaluation.figures import KINDS

    return tuple(kind for kind in KINDS if asked in (kind, Which.both))


def _shown(comparison: Comparison, form: Format, changed: int) -> str:
    from extractor.evaluation.compare_report import as_json, as_markdown, as_text

    if form is Format.json:
        return _json(as_json(comparison))
    return as_markdown(comparison, changed) if form is Format.md else as_text(comparison, changed)


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
