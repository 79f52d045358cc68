"""``extractor eval``: how good is an engine, held against labelled articles?"""

from __future__ import annotations

import typer

from extractor.cli import eval_agreement, eval_compare, eval_run, eval_show

__all__ = ["app"]

app = typer.Typer(
    help="Measure engines against labelled articles.", rich_markup_mode=None, no_args_is_help=True
)


@app.callback()
def _group() -> None:
    """Measure engines against labelled articles."""


app.command("run")(eval_run.command)
app.command("compare")(eval_compare.command)
app.command("agreement")(eval_agreement.command)
app.command("show")(eval_show.command)
