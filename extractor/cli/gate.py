"""``extractor gate``: which articles can hold a record at all, before any model is asked."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["command"]


def command(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...",
            help="Files (.txt .md .html .pdf .jsonl), folders, globs, http(s) addresses, or - for stdin.",
        ),
    ],
    threshold: Annotated[
        float | None,
        typer.Option(help="Score from which an article passes, above 0 and below 1. Default: as fitted."),
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Write to this file instead of stdout.")] = None,
    format: Annotated[  # noqa: A002  # the flag's name is a contract
        str | None, typer.Option(help="table or jsonl. Default: table on a terminal, jsonl when piped.")
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch also from private and loopback addresses.")
    ] = False,
) -> None:
    """Say of each article whether it can hold a record, with score and reason. No model is asked.

    It is what 'extract --gate' goes by. Articles in languages other than English, Spanish, French and German
    pass. Exit status: 0 all judged; 2 wrong use or nothing readable; 3 some inputs could not be read.
    """
    from extractor.article.clean import visible
    from extractor.article.sources import ReadOptions, expand, read
    from extractor.cli.output import refuse_to_overwrite
    from extractor.cli.verdicts import verdicts
    from extractor.errors import ReadError, SettingsError
    from extractor.gate.screen import screen_article

    if threshold is not None and not 0 < threshold < 1:
        raise SettingsError(f"--threshold is {threshold!r}: it must be above 0 and below 1")
    reading = ReadOptions(allow_private=allow_private, leave_out=out)
    refuse_to_overwrite(paths, out)
    passed = stopped = unread = 0
    with verdicts(format, out) as write:
        for source in expand(paths, reading):
            try:
                article = read(source, reading)
            except ReadError as error:
                unread += 1
                typer.echo(f"extractor: {visible(str(error))}", err=True)
                continue
            verdict = screen_article(article, threshold=threshold)
            write(article, verdict)
            passed += verdict.passes
            stopped += not verdict.passes
    failed = f"; {unread} could not be read" if unread else ""
    typer.echo(f"extractor: {passed} pass, {stopped} would be left out{failed}", err=True)
    raise typer.Exit(2 if not passed + stopped else 3 if unread else 0)
