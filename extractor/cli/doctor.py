"""``extractor doctor``: what is configured, and, when asked, whether the endpoint answers."""

from __future__ import annotations

from typing import Annotated

import typer

__all__ = ["command"]


def command(
    model: Annotated[str | None, typer.Option(help="The model to look for.")] = None,
    ask: Annotated[
        bool, typer.Option("--ask", help="Ask the endpoint for its models (free of charge).")
    ] = False,
) -> None:
    """Say what is configured.

    With --ask, also whether the endpoint answers and knows the model; exit status 4 when it does not.
    """
    from extractor.cli.diagnosis import diagnose

    diagnose(model, ask=ask)
