"""``extractor eval``: how good is an engine, held against labelled articles?"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from extractor.evaluation.gold import GoldArticle
    from extractor.evaluation.run import Evaluation

__all__ = ["app"]

app = typer.Typer(
    help="Measure an engine against labelled articles.", rich_markup_mode=None, no_args_is_help=True
)


class Format(StrEnum):
    """How figures are shown."""

    table = "table"
    json = "json"
    md = "md"


@app.callback()
def _group() -> None:
    """Measure an engine against labelled articles."""


@app.command("run")
def run(
    gold: Annotated[
        Path | None, typer.Option(help="Folder with gold files. Default: the gold that ships with the tool.")
    ] = None,
    model: Annotated[
        str | None,
        typer.Option(help="'rules' (embedded, no key) or a model of the endpoint. Default: EXTRACTOR_MODEL."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="Also write all figures to this file, as JSON.")
    ] = None,
    fail_under: Annotated[
        str | None,
        typer.Option(help="Least soft F1, as in events=0.8,positions=0.8; below it the status is 1."),
    ] = None,
    format: Annotated[Format, typer.Option(help="How figures are shown on stdout.")] = Format.table,  # noqa: A002  # the flag's name is a contract
    prompts: Annotated[Path | None, typer.Option(help="Folder with a prompt set of your own.")] = None,
    prices: Annotated[
        Path | None, typer.Option(help="Price file (TOML), for costs. Default: EXTRACTOR_PRICES.")
    ] = None,
    concurrency: Annotated[int, typer.Option(min=1, max=1000, help="Articles in flight at a time.")] = 8,
) -> None:
    """Extract from gold articles and score what comes back.

    Figures go to stdout, everything else to stderr. Exit status: 0 all done; 1 below --fail-under; 2 bad gold
    or options; 3 some articles failed, were refused or are partial (and count as missed where nothing came
    back); 4 the engine cannot be used; 130 interrupted.
    """
    from extractor.cli.eval_files import parse_fail_under, shortfalls, writable, write_report
    from extractor.cli.notices import say_which_engine
    from extractor.cli.progress import Progress
    from extractor.evaluation.run import evaluate
    from extractor.library import Extractor

    least = parse_fail_under(fail_under)
    articles = _gold(gold)
    path = writable(out)
    with (
        Extractor(model, prompts=prompts, prices=prices, concurrency=concurrency) as extractor,
        Progress(len(articles)) as progress,
    ):
        say_which_engine(extractor.card, asked_for=model)
        evaluation = evaluate(articles, extractor.extract_many, on_result=progress.add)
    if path is not None:
        write_report(evaluation, path)
    typer.echo(_shown(evaluation, format), nl=False)
    missing = shortfalls(evaluation, least)
    for line in missing:
        typer.echo(f"extractor: {line}", err=True)
    raise typer.Exit(1 if missing else progress.summary.exit_status)


def _gold(folder: Path | None) -> tuple[GoldArticle, ...]:
    from extractor import shipped
    from extractor.evaluation.gold import load_gold

    return load_gold(folder if folder is not None else shipped.gold(), shipped.seeds())


def _shown(evaluation: Evaluation, form: Format) -> str:
    import json

    from extractor.evaluation.report import as_json, as_markdown, as_text

    if form is Format.json:
        return json.dumps(as_json(evaluation), ensure_ascii=False, indent=2) + "\n"
    return as_markdown(evaluation) if form is Format.md else as_text(evaluation)
