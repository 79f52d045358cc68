"""Reads the gazetteer's tables: actors, and the forms of their names.

Tables lie in ``extractor/knowledge/data/actors`` and ``…/forms`` as CSV with a header, one file a group,
to be read and edited in any spreadsheet; ``data/SOURCES.md`` says what the columns mean.
"""

from __future__ import annotations

import csv
import functools
import io
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final, NamedTuple, cast, get_args

from extractor.errors import UsageError
from extractor.knowledge.entry import BodyNoun, Entry, Form, FormType, Use
from extractor.schemas import terms

__all__ = ["ActorData", "read_actor_data"]

_ACTOR_COLUMNS: Final = ["id", "kind", "country", "parent", "name"]
_FORM_COLUMNS: Final = ["id", "language", "type", "form", "use"]
_EQUIVALENT_COLUMNS: Final = ["country", "noun", "id"]
_NOUN: Final = "noun:"
_NOBODY: Final = "none"
_KINDS: Final = frozenset(get_args(terms.ActorKindName))
_TYPES: Final = frozenset(get_args(FormType))
_USES: Final = frozenset(get_args(Use))
_LANGUAGES: Final = frozenset(("en", "es", "fr", "de", "*"))


@dataclass(frozen=True, slots=True)
class ActorData:
    """All tables read. ``equivalents`` maps (country, noun slug) to the body that does the noun's work."""

    entries: dict[str, Entry]
    nouns: dict[str, BodyNoun]
    equivalents: dict[tuple[str, str], str]
    forms: list[Form]
    noun_forms: list[Form]  # those of the forms that name a body noun


class _Row(NamedTuple):
    file: str
    line: int
    cells: list[str]

    def wrong(self, column: str, value: str, remedy: str) -> UsageError:
        return UsageError(
            f"{self.file}, line {self.line}, column {column}: {value!r} cannot be used; {remedy}"
        )


def read_actor_data(folder: Traversable | None = None) -> ActorData:
    """The tables under ``folder`` (default: as shipped), checked.

    Raises:
        UsageError: a row that cannot be used; names file, line, column, value and remedy.
    """
    folder = folder or files("extractor.knowledge") / "data"
    entries: dict[str, Entry] = {}
    nouns: dict[str, BodyNoun] = {}
    parented: list[_Row] = []
    for row in _rows(folder / "actors", _ACTOR_COLUMNS):
        _read_actor(row, entries, nouns)
        if row.cells[3]:
            parented.append(row)
    for row in parented:
        if row.cells[3] not in entries:
            raise row.wrong("parent", row.cells[3], "name an id of the actors tables or nothing")
    equivalents = {}
    for row in _rows(folder / "equivalents", _EQUIVALENT_COLUMNS):
        country, noun, same = row.cells
        if same not in entries or noun not in nouns:
            raise row.wrong("id", same, "name a body and a noun of the actors tables")
        equivalents[country, noun] = same
    forms = [_read_form(row, entries, nouns) for row in _rows(folder / "forms", _FORM_COLUMNS)]
    noun_forms = [form for form in forms if isinstance(form.target, BodyNoun)]
    return ActorData(entries, nouns, equivalents, forms, noun_forms)


def _rows(folder: Traversable, columns: list[str]) -> Iterator[_Row]:
    for table in sorted(folder.iterdir(), key=lambda item: item.name):
        if not table.name.endswith(".csv"):
            continue
        reader = csv.reader(io.StringIO(table.read_text(encoding="utf-8-sig")))
        header = next(reader, [])
        if header != columns:
            raise UsageError(f"{table.name}: header {header!r} is not {columns!r}; put the columns right")
        name = table.name
        for cells in reader:
            row = _Row(name, reader.line_num, cells)
            if len(cells) != len(columns):
                raise row.wrong("all", ",".join(cells), f"give {len(columns)} cells")
            yield row


def _read_actor(row: _Row, entries: dict[str, Entry], nouns: dict[str, BodyNoun]) -> None:
    actor_id, kind, country, parent, name = row.cells
    if actor_id in entries or actor_id.removeprefix(_NOUN) in nouns:
        raise row.wrong("id", actor_id, "each id stands once")
    if not name:
        raise row.wrong("name", name, "give the usual English name")
    if actor_id.startswith(_NOUN):
        slug = actor_id.removeprefix(_NOUN)
        nouns[slug] = BodyNoun(slug, name)
        return
    if kind not in _KINDS:
        raise row.wrong("kind", kind, f"use one of {', '.join(sorted(_KINDS))}")
    if country and not (len(country) == 2 and country.isascii() and country.isupper()):
        raise row.wrong("country", country, "use an ISO 3166-1 alpha-2 code or nothing")
    entries[actor_id] = Entry(
        actor_id, name, cast(terms.ActorKindName, kind), country or None, parent or None
    )


def _read_form(row: _Row, entries: dict[str, Entry], nouns: dict[str, BodyNoun]) -> Form:
    actor_id, language, form_type, text, use = row.cells
    target: Entry | BodyNoun | None = entries.get(actor_id)
    if target is None and actor_id.startswith(_NOUN):
        target = nouns.get(actor_id.removeprefix(_NOUN))
    if target is None and actor_id != _NOBODY:
        raise row.wrong("id", actor_id, "name an id of the actors tables, or 'none'")
    if language not in _LANGUAGES:
        raise row.wrong("language", language, f"use one of {', '.join(sorted(_LANGUAGES))}")
    if form_type not in _TYPES:
        raise row.wrong("type", form_type, f"use one of {', '.join(sorted(_TYPES))}")
    if not text[:1].isalnum():
        raise row.wrong("form", text, "give the form as printed, from its first letter or digit")
    uses = _uses(use)
    if not uses <= _USES:
        raise row.wrong("use", use, f"use {', '.join(sorted(_USES))} or nothing")
    return Form(text, target, cast(FormType, form_type), language, cast("frozenset[Use]", uses))


@functools.cache
def _uses(cell: str) -> frozenset[str]:
    return frozenset(cell.split())
