"""``extractor eval show``: a run's answers beside gold, on one page that needs no network."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["command"]


def command(
    result: Annotated[
        Path, typer.Argument(metavar="RESULT", help="A file that `extractor eval run --out` wrote.")
    ],
    other: Annotated[
        Path | None,
        typer.Argument(
            metavar="OTHER", help="A second run, to see what changed from the first to it; two files at most."
        ),
    ] = None,
    out: Annotated[Path, typer.Option("-o", "--out", help="The page to write, one HTML file.")] = Path(
        "page.html"
    ),
    gold: Annotated[
        Path | None,
        typer.Option(help="Folder with the gold of the run. Default: the gold that ships with the tool."),
    ] = None,
) -> None:
    """Show the answers of a run, or of two, beside gold, on one page.

    The page holds articles, gold and answers, and opens without a network. Exit status: 0 written; 2 a file
    cannot be read, or gold lacks an answered article.
    """
    from extractor import shipped
    from extractor.cli.eval_files import writable
    from extractor.evaluation.gold import load_gold
    from extractor.evaluation.page.data import build_page
    from extractor.evaluation.page.render import render_page
    from extractor.evaluation.report_file import load_report

    path = writable(out)
    assert path is not None  # as `out` is never None
    runs = [load_report(one) for one in (result, other) if one is not None]
    articles = load_gold(gold if gold is not None else shipped.gold(), shipped.seeds())
    page = build_page(runs, articles)
    # Half a surrogate pair, which a refused answer may hold, becomes "?": it has no place in UTF-8.
    path.write_bytes(render_page(page).encode("utf-8", "replace"))
    for notice in page.notices:
        typer.echo(f"extractor: {notice}", err=True)
    shown = page.heads[0].documents
    typer.echo(f"extractor: {path}: {shown} article{'' if shown == 1 else 's'}", err=True)
