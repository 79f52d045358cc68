"""``extractor knowledge``: what is known of actors and words, and whether additions to it are sound."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["app"]

app = typer.Typer(
    help="Names of actors and words for sanctions: what ships, and your additions.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command("check")
def check_knowledge(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder with additions of your own.")],
) -> None:
    """Read a folder of additions and say what it adds.

    Exit status 2 with every file, line, field and value that cannot be used, and what to do. Nothing is
    extracted: 'extract --knowledge DIR' uses the folder. What it may hold: docs/knowledge.md.
    """
    from extractor.knowledge.known import knowledge_of

    added = knowledge_of(folder)
    print(f"{folder}: {_counted(len(added.files), 'file')} read, fingerprint {added.knowledge.added}")
    print(f"  {_counted(added.actors, 'actor')}, {_counted(added.forms, 'form')} of names")
    for (file, kind), count in sorted(added.phrases.items()):
        print(f"  {_counted(count, 'phrase')} in {file}{f' [{kind}]' if kind else ''}")
    if not added.actors and not added.forms and not added.phrases:
        print("  nothing new: all of it ships already")


@app.command("list")
def list_knowledge() -> None:
    """List the shipped tables: how much each holds, from where, under which licence."""
    from extractor.knowledge.listing import shipped_counts, sources

    for table in shipped_counts():
        print(f"{table.name:<32} {table.entries:>6,} {table.what}")
    print()
    print(sources())


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
