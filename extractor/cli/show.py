"""``extractor show``: results that were written earlier, filtered."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["command"]


def command(
    results: Annotated[str, typer.Argument(metavar="JSONL", help="A file of results, or - for stdin.")],
    format: Annotated[  # noqa: A002  # the flag's name is a contract
        str | None, typer.Option(help="table or jsonl. Default: table on a terminal, jsonl when piped.")
    ] = None,
    actor: Annotated[
        str | None,
        typer.Option(help="Sender, holder or speaker: a name, 'Russia', or an id, 'country:RU'."),
    ] = None,
    target: Annotated[str | None, typer.Option(help="Target of the act or issue: a name or an id.")] = None,
    stance: Annotated[str | None, typer.Option(help="Positions of this stance or leaning only.")] = None,
    action: Annotated[str | None, typer.Option(help="This action of an event or issue only.")] = None,
    since: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Dated on or after this day.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Dated on or before this day.")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Write to this file instead of stdout.")] = None,
) -> None:
    """Show earlier results, filtered.

    A record is shown when it passes all filters given.
    """
    from extractor.cli.days import day
    from extractor.cli.filters import Wanted, filtered
    from extractor.cli.output import output
    from extractor.cli.results import read_results

    wanted = Wanted(
        actor=actor,
        target=target,
        stance=stance,
        action=action,
        since=day("--since", since),
        until=day("--until", until),
    )
    wanted.check()
    matches = 0
    with output(format, out) as write:
        for result in read_results(results):
            shown = filtered(result, wanted)
            if shown is not None:
                write(shown)
                matches += 1
    if not matches:
        typer.echo("extractor: no record matches", err=True)
