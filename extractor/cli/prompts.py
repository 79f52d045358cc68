"""``extractor prompts``: list, show and check prompt templates."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["app"]

app = typer.Typer(
    help="Prompt templates and their fingerprints.", no_args_is_help=True, rich_markup_mode=None
)

Folder = Annotated[Path | None, typer.Option("--prompts", help="Folder with a prompt set of your own.")]


@app.command("list")
def list_prompts(prompts: Folder = None) -> None:
    """List id, fingerprint, templates and examples."""
    from extractor import prompts as prompt_sets
    from extractor import shipped

    made = prompt_sets.load(prompts or shipped.prompts())
    print(f"{made.id}  fingerprint {made.fingerprint}")
    for role, template in made.templates.items():
        print(f"  {role}: {len(template):,} characters")
    for example in made.examples:
        print(
            f"  example {example.name}: {len(example.answer.events)} events, "
            f"{len(example.answer.positions)} positions"
        )


@app.command("show")
def show_prompt(
    path: Annotated[
        str | None, typer.Argument(metavar="[ARTICLE]", help="Fill the user message for this article.")
    ] = None,
    prompts: Folder = None,
) -> None:
    """Print the messages as a model gets them."""
    from extractor import prompts as prompt_sets
    from extractor import shipped
    from extractor.article.sources import ReadOptions, expand, read

    made = prompt_sets.load(prompts or shipped.prompts())
    print(f"--- system\n{made.system}")
    if path is not None:
        options = ReadOptions()
        for source in expand([path], options):
            print(f"--- user\n{made.user(read(source, options))}")


@app.command("check")
def check_prompts(prompts: Folder = None) -> None:
    """Prove that a prompt set is sound.

    Every template fills, and every worked example grounds in its own text.
    """
    from extractor import prompts as prompt_sets
    from extractor import shipped
    from extractor.promptcheck import check

    made = prompt_sets.load(prompts or shipped.prompts())
    check(made)
    print(f"{made.id}: {len(made.templates)} templates fill, {len(made.examples)} examples ground")
