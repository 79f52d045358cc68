"""``extractor eval agreement``: how far two labellers agree, and each with the adjudicated gold."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.evaluation.agreement import Agreement, Labels

__all__ = ["command"]


class Format(StrEnum):
    """How figures are shown."""

    table = "table"
    json = "json"
    md = "md"


def command(
    first: Annotated[Path, typer.Argument(help="Folder with one labeller's files.", metavar="A")],
    second: Annotated[Path, typer.Argument(help="Folder with another labeller's files.", metavar="B")],
    gold: Annotated[
        Path | None, typer.Option(help="Folder with the adjudicated files, held against both.")
    ] = None,
    articles: Annotated[
        Path | None,
        typer.Option(
            help="Folder of articles that are not beside the labels. Default: the gold that ships here."
        ),
    ] = None,
    format: Annotated[Format, typer.Option(help="How figures are shown on stdout.")] = Format.table,  # noqa: A002  # the flag's name is a contract
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="Also write all figures to this file, as JSON.")
    ] = None,
) -> None:
    """Score one folder of labels against another, in both directions.

    The files have gold's format. Figures go to stdout. Exit status: 0 done; 2 bad labels or options.
    """
    from extractor.cli.eval_files import writable
    from extractor.evaluation.agreement_report import as_json

    path = writable(out)
    folders = [folder for folder in (first, second, gold) if folder is not None]
    found = _agreements(*_labels(folders, articles))
    if path is not None:
        path.write_text(_json(as_json(found)), encoding="utf-8", newline="\n")
    typer.echo(_shown(found, format), nl=False)


def _labels(folders: Sequence[Path], articles: Path | None) -> list[Labels]:
    from extractor import shipped
    from extractor.evaluation.labels import load_labels

    places = articles if articles is not None else shipped.gold(), shipped.seeds()
    names = [folder.resolve().name for folder in folders]
    if len(set(names)) < len(names):
        names = [str(folder) for folder in folders]
    return [load_labels(folder, name, *places) for folder, name in zip(folders, names, strict=True)]


def _agreements(first: Labels, second: Labels, gold: Labels | None = None) -> list[Agreement]:
    from extractor.evaluation.agreement import agree

    pairs = [(first, second), (second, first)]
    pairs += [(first, gold), (second, gold)] if gold is not None else []
    return [agree(labels, reference) for labels, reference in pairs]


def _shown(agreements: Sequence[Agreement], form: Format) -> str:
    from extractor.evaluation.agreement_report import as_json, as_markdown, as_text

    if form is Format.json:
        return _json(as_json(agreements))
    return as_markdown(agreements) if form is Format.md else as_text(agreements)


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
