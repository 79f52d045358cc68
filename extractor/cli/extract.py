"""``extractor extract``: articles in, records out."""

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
    model: Annotated[
        str | None,
        typer.Option(help="'rules' (embedded, no key) or a model of the endpoint. Default: EXTRACTOR_MODEL."),
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Write to this file instead of stdout.")] = None,
    format: Annotated[  # noqa: A002  # the flag's name is a contract
        str | None,
        typer.Option(help="table, json or jsonl. Default: table on a terminal, jsonl when piped."),
    ] = None,
    with_text: Annotated[
        bool, typer.Option("--with-text", help="Results carry the cleaned text that offsets refer to.")
    ] = False,
    published: Annotated[
        str | None,
        typer.Option(metavar="YYYY-MM-DD", help="Publication date of articles that state none."),
    ] = None,
    prompts: Annotated[Path | None, typer.Option(help="Folder with a prompt set of your own.")] = None,
    prices: Annotated[
        Path | None, typer.Option(help="Price file (TOML), for costs. Default: EXTRACTOR_PRICES.")
    ] = None,
    concurrency: Annotated[int, typer.Option(min=1, max=1000, help="Articles in flight at a time.")] = 8,
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
    max_cost: Annotated[
        float | None, typer.Option(min=0, help="US dollars the run may cost; needs a price for the model.")
    ] = None,
    max_tokens: Annotated[
        int | None, typer.Option(min=1, help="Tokens, in and out, the run may take.")
    ] = None,
    max_output: Annotated[
        int | None, typer.Option(min=64, help="Tokens of one answer at most. Default with a budget: 8192.")
    ] = None,
    gate: Annotated[
        bool | None,
        typer.Option(
            "--gate/--no-gate",
            help="Leave out, before the model is asked, articles that can hold no record; each is listed "
            "with the reason (see 'extractor gate'). Default: EXTRACTOR_GATE.",
            show_default=False,
        ),
    ] = None,
    knowledge: Annotated[
        Path | None,
        typer.Option(
            help="Folder with names and words of your own (docs/knowledge.md). Default: EXTRACTOR_KNOWLEDGE."
        ),
    ] = None,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain", help="Say why each record was made: rule, trigger, words of each field. Rules only."
        ),
    ] = False,
    second_opinion: Annotated[
        bool,
        typer.Option(
            "--second-opinion",
            help="The embedded rules read too; where they read otherwise, the model's record is flagged.",
        ),
    ] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch also from private and loopback addresses.")
    ] = False,
) -> None:
    """Extract sanctions events and stated positions from articles.

    Data goes to stdout, everything else to stderr. Exit status: 0 all done; 2 wrong use or nothing readable;
    3 some articles failed, were refused or are partial; 4 the engine cannot be used; 130 interrupted.
    """
    from extractor.article.sources import ReadOptions, count_hint, expand
    from extractor.cli.days import day
    from extractor.cli.interrupts import stopping
    from extractor.cli.notices import say_what_is_left_out, say_what_was_spent, say_which_engine
    from extractor.cli.output import output, refuse_to_overwrite
    from extractor.cli.progress import Progress
    from extractor.library import Extractor

    reading = ReadOptions(
        allow_private=allow_private,
        published=day("--published", published),
        leave_out=out,
    )
    refuse_to_overwrite(paths, out)
    with (
        Extractor(
            model,
            prompts=prompts,
            prices=prices,
            concurrency=concurrency,
            passes=passes,
            votes=votes,
            window=window,
            max_cost=max_cost,
            max_tokens=max_tokens,
            max_output=max_output,
            gate=gate,
            knowledge=knowledge,
            explain=explain,
            second_opinion=second_opinion,
            with_text=with_text,
            reading=reading,
        ) as extractor,
        output(format, out) as write,
        Progress(count_hint(paths, reading)) as progress,
    ):
        say_which_engine(extractor.card, asked_for=model)
        say_what_is_left_out(paths)
        with stopping(extractor.stop) as interrupts:
            for result in extractor.extract_many(expand(paths, reading)):
                with progress.paused():
                    write(result)
                progress.add(result)
        if interrupts.happened:
            raise KeyboardInterrupt
        say_what_was_spent(extractor.budget)
    raise typer.Exit(progress.summary.exit_status)
