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
    modes: Annotated[
        bool,
        typer.Option(
            "--modes",
            help="Try the four ways of asking for JSON and remember the best. Costs: four short calls, about "
            "10,000 tokens in all.",
        ),
    ] = False,
) -> None:
    """Say what is configured.

    With --ask, also whether the endpoint answers and knows the model; with --modes, which ways of asking for
    JSON it honours, rejects or ignores. Exit status 4 when the endpoint cannot be used.
    """
    from extractor.cli.diagnosis import diagnose

    diagnose(model, ask=ask or modes, modes=modes)
