"""Reads the gazetteer's tables: actors, and the forms of their names.

Tables lie in ``extractor/knowledge/data/actors`` and ``…/forms`` as CSV with a header, one file a group,
to be read and edited in any spreadsheet; ``data/SOURCES.md`` says what the columns mean.
"""

from __future__ import annotations

import csv
import functools
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final, NamedTuple, cast, get_args

from extractor.errors import UsageError
from extractor.knowledge.added_files import AddedFile
from extractor.knowledge.entry import BodyNoun, Entry, Form, FormType, Use
from extractor.knowledge.near import near
from extractor.schemas import terms

__all__ = ["ActorData", "add_actor_data", "read_actor_data"]

_ACTOR_COLUMNS: Final = ["id", "kind", "country", "parent", "name"]
_FORM_COLUMNS: Final = ["id", "language", "type", "form", "use"]
_EQUIVALENT_COLUMNS: Final = ["country", "noun", "id"]
_COLUMNS: Final = {"actors": _ACTOR_COLUMNS, "equivalents": _EQUIVALENT_COLUMNS, "forms": _FORM_COLUMNS}
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

    def of(self, columns: list[str]) -> list[str]:
        """The cells, one for each of ``columns``."""
        if len(self.cells) != len(columns):
            raise UsageError(
                f"{self.file}, line {self.line}: {','.join(self.cells)!r} has {len(self.cells)} cells; give "
                f"{len(columns)} cells ({','.join(columns)}): an empty one keeps its comma, the last one "
                'too, and one with a comma in it stands in "quotes"'
            )
        return self.cells

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
    data = ActorData({}, {}, {}, [], [])
    rows = {room: _shipped_rows(folder / room, columns) for room, columns in _COLUMNS.items()}
    _read_into(data, rows, _at_once, [])
    return data


def add_actor_data(
    shipped: ActorData, added: Sequence[AddedFile], problems: list[str], passed_over: list[str]
) -> ActorData:
    """``shipped`` with the rows of ``added`` besides; what cannot be used goes to ``problems``, in words.

    Additions change nothing that is shipped: an id or a form that means something else already is a problem,
    a row that says what is known already goes to ``passed_over``.
    """
    data = ActorData(
        dict(shipped.entries), dict(shipped.nouns), dict(shipped.equivalents), list(shipped.forms), []
    )

    def listed(step: Callable[[], None]) -> None:
        try:
            step()
        except UsageError as error:
            problems.append(str(error))

    rows = {room: _added_rows(added, room, columns, problems) for room, columns in _COLUMNS.items()}
    _read_into(data, rows, listed, passed_over)
    return data


def _at_once(step: Callable[[], None]) -> None:
    step()


def _read_into(
    data: ActorData,
    rows: dict[str, Iterator[_Row]],
    each: Callable[[Callable[[], None]], None],
    passed_over: list[str],
) -> None:
    """Reads the rows into ``data``; ``each`` takes every step and says what becomes of its error."""
    known = _Known(data, passed_over)
    parented: list[_Row] = []

    def actor(row: _Row) -> None:
        known.actor(row)
        if row.cells[3]:
            parented.append(row)

    steps: list[tuple[Iterable[_Row], Callable[[_Row], None]]] = [
        (rows["actors"], actor),
        (parented, known.parent),
        (rows["equivalents"], known.equivalent),
        (rows["forms"], known.form),
    ]
    for some, step in steps:
        for row in some:
            each(functools.partial(step, row))
    data.noun_forms.extend(form for form in data.forms if isinstance(form.target, BodyNoun))


class _Known:
    """Tables being filled, and what was in them before."""

    def __init__(self, data: ActorData, passed_over: list[str]) -> None:
        self._data = data
        self._passed_over = passed_over
        self._before = frozenset((*data.entries, *data.nouns))
        self._folded = {one.casefold(): one for one in self._before}
        self._forms: dict[str, list[Form]] = {}
        for form in data.forms:
            self._forms.setdefault(form.text.casefold(), []).append(form)

    def actor(self, row: _Row) -> None:
        data, actor_id = self._data, row.cells[0]
        if actor_id.removeprefix(_NOUN) not in self._before:
            if self._before:
                same = self._folded.setdefault(actor_id.casefold(), actor_id)
                if same != actor_id:
                    raise row.wrong("id", actor_id, f"it is {same} but for its capitals; write it so")
            _read_actor(row, data.entries, data.nouns)
            return
        other = ActorData({}, {}, {}, [], [])
        _read_actor(row, other.entries, other.nouns)
        if not (other.entries.items() <= data.entries.items() and other.nouns.items() <= data.nouns.items()):
            raise row.wrong(
                "id",
                actor_id,
                "it is a shipped actor, which stays as it is; take another id, or add forms to it",
            )
        self._passed_over.append(f"{row.file}, line {row.line}: {actor_id!r}")

    def parent(self, row: _Row) -> None:
        if row.cells[3] not in self._data.entries:
            remedy = f"name an id of the actors tables or nothing{near(row.cells[3], self._data.entries)}"
            raise row.wrong("parent", row.cells[3], remedy)

    def equivalent(self, row: _Row) -> None:
        country, noun, same = row.of(_EQUIVALENT_COLUMNS)
        if same not in self._data.entries or noun not in self._data.nouns:
            raise row.wrong("id", same, "name a body and a noun of the actors tables")
        if self._before and self._data.equivalents.get((country, noun), same) != same:
            known = self._data.equivalents[country, noun]
            raise row.wrong("id", same, f"this noun of {country} is {known} already; leave the row out")
        self._data.equivalents[country, noun] = same

    def form(self, row: _Row) -> None:
        data = self._data
        form = _read_form(row, data.entries, data.nouns)
        known = self._forms.get(form.text.casefold(), []) if self._before else []
        if form in known:
            self._passed_over.append(f"{row.file}, line {row.line}: {form.text!r}")
            return
        other = next((one for one in known if _clash(one, form)), None)
        if other is not None:
            meant = other.target.id if isinstance(other.target, Entry) else _NOBODY
            raise row.wrong("form", form.text, f"it means {meant} already, and stays so; leave the row out")
        data.forms.append(form)
        if self._before:
            self._forms.setdefault(form.text.casefold(), []).append(form)


def _clash(one: Form, other: Form) -> bool:
    """Whether two equal forms mean two actors to a reader of some language."""
    if isinstance(one.target, BodyNoun) or isinstance(other.target, BodyNoun) or one.target == other.target:
        return False
    return "*" in (one.language, other.language) or one.language == other.language


def _shipped_rows(folder: Traversable, columns: list[str]) -> Iterator[_Row]:
    for table in sorted(folder.iterdir(), key=lambda item: item.name):
        if table.name.endswith(".csv"):
            yield from _rows(table.name, table.read_text(encoding="utf-8-sig"), columns)


def _added_rows(
    added: Sequence[AddedFile], room: str, columns: list[str], problems: list[str]
) -> Iterator[_Row]:
    for file in added:
        if file.room == room:
            try:
                yield from _rows(file.place, file.content, columns)
            except UsageError as error:
                problems.append(str(error))


def _rows(name: str, content: str, columns: list[str]) -> Iterator[_Row]:
    reader = csv.reader(io.StringIO(content))
    header = next(reader, [])
    if header != columns:
        raise UsageError(
            f"{name}, line 1: header {','.join(header)!r} is not {','.join(columns)!r}; put the columns "
            "right, parted by commas (not by ';' or tabs, as some spreadsheets save them)"
        )
    for cells in reader:
        if any(cells):
            yield _Row(name, reader.line_num, cells)


def _read_actor(row: _Row, entries: dict[str, Entry], nouns: dict[str, BodyNoun]) -> None:
    actor_id, kind, country, parent, name = row.of(_ACTOR_COLUMNS)
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
    actor_id, language, form_type, text, use = row.of(_FORM_COLUMNS)
    target: Entry | BodyNoun | None = entries.get(actor_id)
    if target is None and actor_id.startswith(_NOUN):
        target = nouns.get(actor_id.removeprefix(_NOUN))
    if target is None and actor_id != _NOBODY:
        remedy = f"name an id of the actors tables, or 'none'{near(actor_id, entries)}"
        raise row.wrong("id", actor_id, remedy)
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
