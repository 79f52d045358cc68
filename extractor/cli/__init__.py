"""The command ``extractor``: its commands, and the exit status of every error.

0 all done · 1 a check asked for failed · 2 wrong use or nothing readable · 3 some articles failed, were
refused or are partial · 4 the engine cannot be used at all · 130 interrupted, finished work kept.

Only typer is imported here; each command imports what it needs when it runs, so that ``--help`` is quick.
"""

from __future__ import annotations

import gc
import sys
from io import TextIOWrapper
from typing import Annotated

import typer

from extractor.cli import batch, doctor, eval, extract, gate, knowledge, prompts, schema, show  # noqa: A004  # a command's name
from extractor.errors import EngineUnusable, ExtractorError
from extractor.version import __version__

__all__ = ["app", "main"]

SMALL_OBJECTS = 50_000
"""New objects between two searches for cycles. An article makes many and hardly a cycle; at Python's own 700
the searches take a tenth to a quarter of the rules' time."""

app = typer.Typer(
    name="extractor",
    help="News articles in; sanctions events and stated positions out, with evidence quoted to the letter.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(asked: bool) -> None:
    if asked:
        print(f"extractor {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Sanctions events and stated positions from news articles."""


app.command("extract")(extract.command)
app.command("gate")(gate.command)
app.command("show")(show.command)
app.add_typer(batch.app, name="batch")
app.add_typer(eval.app, name="eval")
app.add_typer(prompts.app, name="prompts")
app.add_typer(knowledge.app, name="knowledge")
app.command("schema")(schema.command)
app.command("doctor")(doctor.command)


def main() -> None:
    """Runs the command line; every error of the package ends in one line and its exit status."""
    _speak_utf8()
    gc.set_threshold(SMALL_OBJECTS)
    try:
        app()
    except EngineUnusable as error:
        _stop(4, str(error))
    except ExtractorError as error:
        _stop(2, str(error))


def _speak_utf8() -> None:
    """UTF-8 on every platform, also where the console says otherwise."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _stop(status: int, message: str) -> None:
    print(f"extractor: {message}", file=sys.stderr)
    sys.exit(status)
