"""``extractor knowledge``: what is known of actors and words, and whether additions to it are sound."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

__all__ = ["app"]

_MOST_TOLD = 30

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
    for actor in added.unnamed:
        print(f"  {actor} has no form in forms/ and is never found; add one, or leave the actor out")
    for place in added.passed_over[:_MOST_TOLD]:
        print(f"  known already, passed over: {place}")
    if len(added.passed_over) > _MOST_TOLD:
        print(f"  … and {len(added.passed_over) - _MOST_TOLD} more that are known already")


@app.command("find")
def find_knowledge(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, an id, or a phrase.")],
    knowledge: Annotated[
        Path | None,
        typer.Option(help="Folder with names and words of your own, searched too."),
    ] = None,
) -> None:
    """Say who carries a name, with id and all forms, and what a phrase stands for.

    Kind, country and the forms of each language are printed; of a phrase the language, the kind and the
    value. Where nothing is just so, actors are listed that hold the name. Exit status 1 when nothing is
    found.
    """
    from extractor.knowledge.finding import find_actors, find_phrases
    from extractor.knowledge.known import knowledge_of, shipped_knowledge

    known = shipped_knowledge() if knowledge is None else knowledge_of(knowledge).knowledge
    actors, phrases = find_actors(known, name), find_phrases(known, name)
    for entry, forms in actors:
        print("  ".join(filter(None, (entry.id, entry.kind, entry.country, entry.name))))
        for language, listed in forms.items():
            print(f"  {language}: {' · '.join(listed)}")
    for phrase in phrases:
        print(f"[{phrase.language}.{phrase.kind}] {phrase.value}: {phrase.phrase!r}")
    if not actors and not phrases:
        print(f"{name!r} is no known name and no phrase of the vocabulary", file=sys.stderr)
        raise typer.Exit(1)


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
