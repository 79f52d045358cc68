"""The command line of ``extractor eval run`` as a result file names it: what shapes the result, no more."""

from __future__ import annotations

import shlex

import typer

from extractor.errors import SettingsError

__all__ = ["refuse_engine_options", "the_command"]

_NAMED = ("gold", "split", "trials", "passes", "votes", "window", "prompts", "rescore")
"""Where results go, how many are asked at a time and what is kept has no say in the figures."""

_OF_ENGINES = (
    "model",
    "trials",
    "passes",
    "votes",
    "window",
    "prompts",
    "prices",
    "concurrency",
    "cache",
    "no_cache",
)


def the_command(context: typer.Context) -> str:
    """The command with the options that were given, and always the model: it may be the environment's."""
    from extractor.settings import Settings

    words = ["extractor", "eval", "run"]
    if context.params["rescore"] is None:
        words += ["--model", Settings.from_environment().chosen(context.params["model"])]
    for name in _NAMED:
        if _given(context, name):
            words += [f"--{name}", str(context.params[name])]
    return shlex.join(words)


def refuse_engine_options(context: typer.Context) -> None:
    """Raises SettingsError for an option that has no use when stored results are scored again."""
    for name in _OF_ENGINES:
        if _given(context, name):
            raise SettingsError(
                f"--{name.replace('_', '-')} has no use with --rescore, which asks no engine; leave it out"
            )


def _given(context: typer.Context, name: str) -> bool:
    source = context.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"
