"""``extractor eval run``: extract from labelled articles and score what comes back."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from extractor.evaluation.kept import Kept
    from extractor.evaluation.report import About
    from extractor.evaluation.run import Evaluation

__all__ = ["command"]


class Format(StrEnum):
    """How figures are shown."""

    table = "table"
    json = "json"
    md = "md"


class Split(StrEnum):
    """Which gold articles are used."""

    dev = "dev"
    test = "test"
    all = "all"


def command(
    context: typer.Context,
    gold: Annotated[
        Path | None, typer.Option(help="Folder with gold files. Default: the gold that ships with the tool.")
    ] = None,
    split: Annotated[
        Split, typer.Option(help="Only gold articles of this split; one without a split is in dev.")
    ] = Split.all,
    model: Annotated[
        str | None,
        typer.Option(
            help="'rules' (embedded, no key), a model of the endpoint, or recorded:FILE. "
            "Default: EXTRACTOR_MODEL."
        ),
    ] = None,
    trials: Annotated[
        int, typer.Option(min=1, max=1000, help="Ask about each article N times; figures are means.")
    ] = 1,
    passes: Annotated[
        int, typer.Option(min=1, max=20, help="Read each part N times; further passes ask what was missed.")
    ] = 1,
    votes: Annotated[
        int,
        typer.Option(
            min=1, max=50, help="Take N samples; each record gets the share that found it as confidence."
        ),
    ] = 1,
    window: Annotated[
        int | None,
        typer.Option(min=500, help="Characters of an article in one question. Default: 24000."),
    ] = None,
    prompts: Annotated[Path | None, typer.Option(help="Folder with a prompt set of your own.")] = None,
    prices: Annotated[
        Path | None, typer.Option(help="Price file (TOML), for costs. Default: EXTRACTOR_PRICES.")
    ] = None,
    concurrency: Annotated[int, typer.Option(min=1, max=1000, help="Articles in flight at a time.")] = 8,
    cache: Annotated[
        Path | None,
        typer.Option(
            help="Folder that keeps a model's results, so that nothing is asked twice. "
            "Default: 'eval' in EXTRACTOR_CACHE."
        ),
    ] = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Ask anew and keep nothing.")] = False,
    rescore: Annotated[
        Path | None,
        typer.Option(metavar="RESULT.json", help="Score the results in this file anew; no engine is asked."),
    ] = None,
    ceiling: Annotated[
        Path | None,
        typer.Option(
            help="Folder with the labels of two people in 'a' and 'b', whose agreement is shown beside every "
            "F1. Default: 'agreement' in the gold folder, if it is there."
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "-o", "--out", help="Write figures and results to this file (JSON), the tables beside it (.md)."
        ),
    ] = None,
    fail_under: Annotated[
        str | None,
        typer.Option(help="Least soft F1, as in events=0.8,positions=0.8; below it the status is 1."),
    ] = None,
    format: Annotated[Format, typer.Option(help="How figures are shown on stdout.")] = Format.table,  # noqa: A002  # the flag's name is a contract
) -> None:
    """Extract from gold articles and score what comes back.

    Figures go to stdout, everything else to stderr. Exit status: 0 all done; 1 below --fail-under; 2 bad gold
    or options; 3 some articles failed, were refused or are partial (and count as missed where nothing came
    back); 4 the engine cannot be used; 130 interrupted.
    """
    from extractor.cli.eval_asking import Asking, asked, rescored
    from extractor.cli.eval_command import refuse_engine_options, the_command
    from extractor.cli.eval_files import (
        ceiling_of,
        gold_folder,
        in_split,
        parse_fail_under,
        read_gold,
        say_unnamed,
        shortfalls,
        writable,
        write_report,
    )
    from extractor.evaluation.report import About

    least = parse_fail_under(fail_under)
    if rescore is not None:
        refuse_engine_options(context)
    folder = gold_folder(gold)
    every = read_gold(folder)
    say_unnamed(folder, every)
    articles = in_split(every, split)
    path = writable(out, unlike=rescore)
    top = ceiling_of(articles, ceiling, folder)
    with _keeping(path is not None or format is Format.json) as kept:
        if rescore is None:
            asking = Asking(
                model, prompts, prices, concurrency, passes, votes, window, trials, cache, no_cache=no_cache
            )
            evaluation = asked(articles, asking, kept)
        else:
            evaluation = rescored(articles, every, rescore, kept)
        about = About(the_command(context), top, rescore.name if rescore else None)
        if path is not None:
            write_report(evaluation, about, path)
        _show(evaluation, about, format)
    missing = shortfalls(evaluation, least)
    for line in missing:
        typer.echo(f"extractor: {line}", err=True)
    done = all(one.status == "ok" for one in evaluation.documents)
    raise typer.Exit(1 if missing else 0 if done else 3)


def _keeping(wanted: bool) -> AbstractContextManager[Kept]:
    from extractor.evaluation.kept import Kept, in_file

    return in_file() if wanted else nullcontext(Kept())


def _show(evaluation: Evaluation, about: About, form: Format) -> None:
    from extractor.evaluation.report import json_pieces
    from extractor.evaluation.report_text import as_markdown, as_text

    if form is Format.json:
        for piece in json_pieces(evaluation, about):
            typer.echo(piece, nl=False)
    else:
        shown = as_markdown(evaluation, about) if form is Format.md else as_text(evaluation, about)
        typer.echo(shown, nl=False)
