"""All that is known of actors and words: the shipped tables and, where a user keeps some, additions."""

from __future__ import annotations

import functools
import hashlib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor.errors import UsageError
from extractor.knowledge.actor_data import ActorData, add_actor_data, read_actor_data
from extractor.knowledge.actors import Entry, Gazetteer, gazetteer
from extractor.knowledge.added_files import digest, find_files
from extractor.knowledge.added_words import add_words
from extractor.knowledge.vocabulary import Vocabulary, build, fingerprint, shipped_tables, vocabulary

__all__ = ["Added", "Knowledge", "knowledge_of", "shipped_knowledge"]

_MOST_TOLD = 30


class Knowledge:
    """Actors and words for whoever reads an article, names an actor or checks a record.

    Args:
        actors: makes the gazetteer, when it is first wanted.
        words: the vocabulary of a language, None where there is none.
        added: fingerprint of what was added to the shipped tables; None for those alone.
    """

    def __init__(
        self,
        actors: Callable[[], Gazetteer],
        words: Callable[[str], Vocabulary | None],
        added: str | None = None,
    ) -> None:
        self._actors = actors
        self._resolved = functools.lru_cache(maxsize=16384)(self._resolve)
        self.vocabulary = functools.cache(words)
        self.added = added

    @functools.cached_property
    def actors(self) -> Gazetteer:
        """The gazetteer."""
        return self._actors()

    def resolved(self, name: str, language: str | None) -> Entry | None:
        """The actor that this whole name names, kept: a run meets the same names all along."""
        return self._resolved(name, language)

    @property
    def fingerprint(self) -> str:
        """16 hex digits over the vocabulary and all that was added."""
        if self.added is None:
            return fingerprint()
        return hashlib.sha256(f"{fingerprint()}+{self.added}".encode()).hexdigest()[:16]

    def _resolve(self, name: str, language: str | None) -> Entry | None:
        match = self.actors.resolve(name, language)
        return None if match is None else match[0]


@dataclass(frozen=True, slots=True)
class Added:
    """What a folder adds: the knowledge with it, and how many of each were not known before.

    ``phrases`` are counted by file, language and kind ("measures.toml", "en.strong"). ``passed_over`` names
    rows and phrases that are known already, ``unnamed`` the ids of added actors that no text can name.
    """

    knowledge: Knowledge
    files: tuple[str, ...]
    actors: int
    forms: int
    phrases: dict[tuple[str, str], int]
    passed_over: tuple[str, ...]
    unnamed: tuple[str, ...]


@functools.cache
def shipped_knowledge() -> Knowledge:
    """What ships, loaded once."""
    return Knowledge(gazetteer, vocabulary)


def knowledge_of(folder: Path) -> Added:
    """The shipped knowledge with the additions in ``folder`` (``docs/knowledge.md`` says what it may hold).

    The files are read anew on every call, and only here.

    Raises:
        UsageError: names every file, line, field and value that cannot be used, with the remedy.
    """
    problems: list[str] = []
    passed_over: list[str] = []
    files = find_files(folder, problems)
    shipped = read_actor_data()
    data = add_actor_data(shipped, files, problems, passed_over)
    before = shipped_tables()
    tables = add_words(before, files, data.entries, problems, passed_over)
    if problems:
        raise UsageError(_told(folder, problems))
    made = Knowledge(lambda: Gazetteer(data), lambda language: build(language, tables), digest(files))
    return Added(
        made,
        tuple(f"{file.room}/{file.name}" for file in files),
        len(data.entries) + len(data.nouns) - len(shipped.entries) - len(shipped.nouns),
        len(data.forms) - len(shipped.forms),
        dict(_counted(tables) - _counted(before)),
        tuple(passed_over),
        _unnamed(data, shipped, tables),
    )


def _unnamed(data: ActorData, shipped: ActorData, tables: Mapping[str, Mapping[str, Any]]) -> tuple[str, ...]:
    """Added actors without a form, that are neither spoken for nor do the work of a common body."""
    used = {form.target.id for form in data.forms if isinstance(form.target, Entry)}
    used |= {*data.equivalents.values(), *tables["leaders.toml"]}
    used |= {entry.parent for entry in data.entries.values() if entry.parent is not None}
    return tuple(one for one in data.entries if one not in shipped.entries and one not in used)


def _told(folder: Path, problems: list[str]) -> str:
    if len(problems) == 1:
        return problems[0]
    more = len(problems) - _MOST_TOLD
    rest = [f"… and {more} more"] if more > 0 else []
    return "\n  ".join([f"knowledge {str(folder)!r} cannot be used:", *problems[:_MOST_TOLD], *rest])


def _counted(tables: Mapping[str, Mapping[str, Any]]) -> Counter[tuple[str, str]]:
    """Phrases by file and table; leaders and irregular verbs, which have no kinds, by file alone."""
    found: Counter[tuple[str, str]] = Counter()
    for name, table in tables.items():
        for head, content in table.items():
            if isinstance(content, list):
                found[name, ""] += len(content)
                continue
            for kind, values in content.items():
                lists = [value for value in values.values() if isinstance(value, list)]
                found[name, f"{head}.{kind}" if lists else head] += sum(map(len, lists)) if lists else 1
    return found
