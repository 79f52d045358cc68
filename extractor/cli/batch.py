"""``extractor batch``: questions into a file, answers out of files; no network needed for either."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.article.model import Article
    from extractor.article.sources import ReadOptions
    from extractor.batch.collecting import Account
    from extractor.batch.requests import Requests
    from extractor.engines.recorded.engine import RecordedEngine
    from extractor.errors import ReadError
    from extractor.prompts import PromptSet

__all__ = ["app"]

app = typer.Typer(
    help="Ask through files in the OpenAI Batch API's format.", rich_markup_mode=None, no_args_is_help=True
)

_SHOWN = 10  # lines of one kind told on stderr


@app.callback()
def _group() -> None:
    """Ask through files in the OpenAI Batch API's format."""


@app.command("prepare")
def prepare(
    model: Annotated[str, typer.Option(help="The model that is to answer.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="Write the requests to this file (.jsonl).")],
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATH]...", help="Files, folders, globs, http(s) addresses, or - for stdin."),
    ] = None,
    gold: Annotated[
        Path | None,
        typer.Option(help="Ask about the labelled articles of this folder, as 'eval run' shows them."),
    ] = None,
    votes: Annotated[int, typer.Option(min=1, max=50, help="Ask each question N times.")] = 1,
    window: Annotated[
        int | None, typer.Option(min=500, help="Characters of an article in one question. Default: 24000.")
    ] = None,
    max_output: Annotated[int | None, typer.Option(min=64, help="Tokens of one answer at most.")] = None,
    prompts: Annotated[Path | None, typer.Option(help="Folder with a prompt set of your own.")] = None,
    published: Annotated[
        str | None,
        typer.Option(metavar="YYYY-MM-DD", help="Publication date of articles that state none."),
    ] = None,
    gate: Annotated[
        bool,
        typer.Option(
            "--gate",
            help="Do not ask about articles that can hold no record; their results go to OUT.left-out.jsonl.",
        ),
    ] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch also from private and loopback addresses.")
    ] = False,
) -> None:
    """Write one request a line, with the articles beside them in OUT.articles.jsonl.

    With --gate, OUT.left-out.jsonl holds the results of the articles not asked about, with the reason.

    Exit status: 0 all done; 2 wrong use or nothing readable; 3 some inputs could not be read.
    """
    from extractor.article.sources import ReadOptions
    from extractor.batch.articles import article_line, articles_path
    from extractor.batch.requests import Asking, first_requests
    from extractor.cli.days import day
    from extractor.cli.left_out import left_out
    from extractor.cli.output import refuse_to_overwrite
    from extractor.engines.llm.engine import WINDOW
    from extractor.errors import ReadError, SettingsError

    reading = ReadOptions(allow_private=allow_private, published=day("--published", published), leave_out=out)
    if bool(paths) == (gold is not None):
        raise SettingsError("name articles, or a gold folder with --gold")
    refuse_to_overwrite(paths or (), out)
    asking = Asking(model, _prompts(prompts), window or WINDOW, votes, max_output)
    articles = requests = unread = 0
    beside = articles_path(out)
    try:
        with (
            out.open("w", encoding="utf-8", newline="\n") as asked,
            beside.open("w", encoding="utf-8", newline="\n") as texts,
            left_out(out, on=gate) as leave_out,
        ):
            for article in _gold(gold) if gold is not None else _read(paths or [], reading):
                if isinstance(article, ReadError):
                    unread += 1
                    typer.echo(f"extractor: {article}", err=True)
                    continue
                articles += 1
                if leave_out(article):
                    continue
                texts.write(article_line(article) + "\n")
                for line in first_requests(article, asking):
                    requests += 1
                    asked.write(line + "\n")
    except OSError as error:
        raise SettingsError(f"--out {str(out)!r} cannot be written: {error}") from error
    typer.echo(
        f"extractor: {requests} requests about {articles} articles in {out}, texts in {beside}", err=True
    )
    raise typer.Exit(2 if not articles else 3 if unread else 0)


@app.command("collect")
def collect(
    requests: Annotated[Path, typer.Argument(help="The requests, as 'batch prepare' wrote them.")],
    answers: Annotated[list[Path], typer.Argument(help="Files of answers, of every round so far.")],
    out: Annotated[Path | None, typer.Option(help="Write results to this file instead of stdout.")] = None,
    format: Annotated[  # noqa: A002  # the flag's name is a contract
        str | None,
        typer.Option(help="table, json or jsonl. Default: table on a terminal, jsonl when piped."),
    ] = None,
    further: Annotated[
        Path | None,
        typer.Option(
            help="Write what has to be asked further to this file. Default: REQUESTS.further.jsonl."
        ),
    ] = None,
    window: Annotated[int | None, typer.Option(min=500, help="As in 'batch prepare'.")] = None,
    tries: Annotated[int, typer.Option(min=1, max=10, help="Answers to one question at most.")] = 3,
    prompts: Annotated[Path | None, typer.Option(help="As in 'batch prepare'.")] = None,
    prices: Annotated[Path | None, typer.Option(help="Price file (TOML), for costs.")] = None,
    with_text: Annotated[
        bool, typer.Option("--with-text", help="Results carry the cleaned text that offsets refer to.")
    ] = False,
) -> None:
    """Check the answers as live ones are, write results, and write what has to be asked further.

    Give the answers of every round each time. Lost, failed, foreign and doubled lines are told on stderr.
    Exit status: 0 all done; 2 wrong use; 3 something is missing, failed or has to be asked further.
    """
    import asyncio

    from extractor import prices as price_file
    from extractor.asking import Plan
    from extractor.batch.articles import articles_path, read_articles
    from extractor.batch.collecting import account, results
    from extractor.batch.requests import read_requests
    from extractor.cli.output import output
    from extractor.cli.progress import Progress
    from extractor.engines.llm.engine import WINDOW
    from extractor.engines.recorded.answers import read_answers
    from extractor.engines.recorded.engine import RecordedEngine
    from extractor.knowledge.known import knowledge_of
    from extractor.settings import Settings

    made = _prompts(prompts)
    asked = read_requests(requests, made.fingerprint)
    loaded = read_answers(answers)
    articles = list(read_articles(articles_path(requests)))
    known = price_file.load(prices) if prices else None
    folder = Settings.from_environment().knowledge
    knowledge = knowledge_of(folder).knowledge if folder else None
    plan = Plan(tries, votes=asked.votes, apart=True, knowledge=knowledge)
    engine = RecordedEngine(loaded, made, window or WINDOW, tries=tries, label=requests.name, strict=False)

    async def write_all() -> None:
        async for result in results(articles, engine, plan, prices=known, with_text=with_text):
            write(result)
            progress.add(result)

    with output(format, out) as write, Progress(len(articles)) as progress:
        asyncio.run(write_all())
    told = account(asked.places, loaded, engine.used)
    _tell(told)
    _write_further(engine, asked, further or requests.with_suffix(".further.jsonl"))
    done = told.complete and not engine.waiting
    raise typer.Exit(progress.summary.exit_status or (0 if done else 3))


def _tell(told: Account) -> None:
    """What became of the requests, on stderr."""
    order = "" if told.in_order else ", in another order"
    typer.echo(f"extractor: {told.answered} of {told.asked} requests answered{order}", err=True)
    for kind in ("lost", "failed", "foreign", "doubled", "unreadable"):
        lines: tuple[str, ...] = getattr(told, kind)
        for line in lines[:_SHOWN]:
            typer.echo(f"extractor: {kind}: {line}", err=True)
        if len(lines) > _SHOWN:
            typer.echo(f"extractor: {kind}: {len(lines) - _SHOWN} more", err=True)


def _write_further(engine: RecordedEngine, asked: Requests, path: Path) -> None:
    """What has to be asked further, in a file of its own; an earlier one that no longer holds is emptied."""
    from extractor.errors import SettingsError

    if not engine.waiting and not path.exists():
        return
    lines = [asked.further_line(request, messages) for request, messages in engine.waiting.items()]
    try:
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
    except OSError as error:
        raise SettingsError(f"--further {str(path)!r} cannot be written: {error.strerror}") from error
    typer.echo(f"extractor: {len(lines)} further requests in {path}", err=True)


def _gold(folder: Path) -> Iterator[Article]:
    from extractor import shipped
    from extractor.evaluation.gold import load_gold

    return (one.article for one in load_gold(folder, shipped.seeds()))


def _read(paths: list[str], reading: ReadOptions) -> Iterator[Article | ReadError]:
    from extractor.article.sources import expand, read
    from extractor.errors import ReadError

    for source in expand(paths, reading):
        try:
            yield read(source, reading)
        except ReadError as error:
            yield error


def _prompts(folder: Path | None) -> PromptSet:
    from extractor import prompts, shipped

    return prompts.load(folder or shipped.prompts())
