"""What can be saved of an answer that breaks the schema: every sound record, and what is wrong with the rest.

Reading is lenient where nothing can be lost by it, and guesses nowhere:

- the draft is found in prose, fences, wrappers such as ``{"arguments": ...}`` and lists; the last one counts;
- a name of a closed vocabulary is read whatever its case, with spaces or hyphens for ``_`` ("Asset Freeze");
- null stands for a field left out, a key outside the schema is left out (``Note``), the record is kept;
- of an actor only name and kind must be sound; without them the entry is left out (``Note``), and records
  that name the actor still resolve by name;
- any other fault makes the record ``Broken``; a record that the end of the answer cuts off is dropped and
  ``cut`` is set. No part of a value is ever made up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ValidationError

from extractor.engines.engine import Broken, RecordKind
from extractor.engines.pieces import Damaged, Pieces, found_in, last_block
from extractor.schemas.draft import MAX_ACTORS, MAX_RECORDS, Draft, DraftActor, DraftEvent, DraftPosition

__all__ = ["Note", "Salvaged", "salvage"]

_SHOWN: Final = 8  # faults told of one record; a model that made more has misread the whole
_MISSING: Final = object()

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Note:
    """Something of an answer that was left out without losing a record: where, what and why."""

    where: str
    what: Any
    reason: str


@dataclass(frozen=True, slots=True)
class Salvaged:
    """The sound part of an answer as a draft, its broken records, and what was left out.

    ``cut`` says that the answer breaks off, so that records may be missing. ``sound`` that nothing had to be
    saved: the answer as a whole was a valid draft.
    """

    draft: Draft
    broken: tuple[Broken, ...] = ()
    notes: tuple[Note, ...] = ()
    cut: bool = False
    sound: bool = False

    @property
    def empty(self) -> bool:
        """Whether no event or position came out of it, not even a broken one."""
        return not (self.draft.events or self.draft.positions or self.broken)


def salvage(text: str) -> Salvaged | None:
    """What ``text`` says as a draft; None when nothing in it looks like one. Never raises."""
    if (draft := _sound(text)) is not None:
        return Salvaged(draft, sound=True)
    pieces = found_in(text)
    return None if pieces is None else _checked(pieces)


def _sound(text: str) -> Draft | None:
    """The draft, when the whole text, or its only fenced block, is a valid one.

    An empty object is none: finding nothing is said with three empty lists. One that has a key twice is read
    piece by piece, since a parser would keep the last and lose the first without a word.
    """
    bare = text.strip().lstrip("\ufeff")
    block = bare if bare.startswith("{") else last_block(bare)
    if block is None or any(block.count(f'"{key}"') > 1 for key in Draft.model_fields):
        return None
    try:
        draft = Draft.model_validate_json(block)
    except ValidationError:
        return None
    return draft if draft.model_fields_set else None


def _checked(pieces: Pieces) -> Salvaged:
    notes = [Note(where, what, reason) for where, what, reason in pieces.left_out]
    broken: list[Broken] = []
    actors = _actors(pieces.actors, notes)
    events = _records(DraftEvent, "event", pieces.events, broken, notes)
    positions = _records(DraftPosition, "position", pieces.positions, broken, notes)
    draft = Draft(actors=actors, events=events, positions=positions)
    return Salvaged(draft, tuple(broken), tuple(notes), pieces.cut)


def _actors(items: Iterable[Any], notes: list[Note]) -> list[DraftActor]:
    actors: list[DraftActor] = []
    for number, item in enumerate(items):
        where = f"actors.{number}"
        read = _read(DraftActor, item, where, partial=True)
        if isinstance(read, str):
            notes.append(Note(where, _as_record(item), f"left out: {read}"))
        elif len(actors) == MAX_ACTORS:
            notes.append(Note(where, item, f"left out: there are {MAX_ACTORS} actors before it"))
        else:
            notes += read[1]
            actors.append(read[0])
    return actors


def _records(
    model: type[Model], kind: RecordKind, items: Iterable[Any], broken: list[Broken], notes: list[Note]
) -> list[Model]:
    """The sound ones; adds the others to ``broken``, and to ``notes`` what was left out of sound ones."""
    sound: list[Model] = []
    before = len(broken)
    for number, item in enumerate(items):
        where = f"{kind}s.{number}"
        read = _read(model, item, where)
        if isinstance(read, str) and len(broken) - before == MAX_RECORDS:
            notes.append(
                Note(where, _as_record(item), f"the rest is left out, after {MAX_RECORDS} broken {kind}s")
            )
            break
        if isinstance(read, str):
            broken.append(Broken(kind, _as_record(item), read))
        elif len(sound) < MAX_RECORDS:
            notes += read[1]
            sound.append(read[0])
        elif read[0] in sound:  # a model that goes round in circles
            notes.append(Note(where, item, "left out: the same record stands before it"))
        else:
            broken.append(Broken(kind, item, f"there are {MAX_RECORDS} {kind}s before it; no more are taken"))
    return sound


def _read(
    model: type[Model], item: Any, where: str, *, partial: bool = False
) -> tuple[Model, list[Note]] | str:
    """The record and what was left out of it, or why it is broken.

    ``partial`` leaves out unsound fields that the model can do without.
    """
    if isinstance(item, Damaged):
        return item.reason
    if not isinstance(item, dict):
        return f"not an object but {_shown(item)}"
    try:
        return model.model_validate(item), []
    except ValidationError as error:
        faults = error.errors(include_url=False)
    mended, notes = _mended(model, item, faults, where, partial=partial)
    try:
        return model.model_validate(mended), notes
    except ValidationError as error:
        return _worded(error.errors(include_url=False), {fault["loc"]: fault["input"] for fault in faults})


def _as_record(item: Any) -> dict[str, Any]:
    if isinstance(item, Damaged):
        return {"text": item.text}
    return item if isinstance(item, dict) else {"value": item}


def _mended(
    model: type[BaseModel], item: dict[str, Any], faults: Iterable[Any], where: str, *, partial: bool
) -> tuple[dict[str, Any], list[Note]]:
    """A copy of ``item`` with what can be read leniently put as the schema has it."""
    mended, notes = _copied(item), []
    for fault in faults:
        path, given = fault["loc"], fault["input"]
        field = model.model_fields.get(str(path[0])) if path else None
        optional = field is not None and not field.is_required()
        if fault["type"] == "literal_error" and isinstance(given, str):
            _put(mended, path, "_".join(given.replace("-", " ").split()).lower())
        elif fault["type"] == "extra_forbidden":
            notes.append(Note(_dotted(where, path), given, "no such field in the schema"))
            _put(mended, path, _MISSING)
        elif optional and given is None and len(path) == 1:
            _put(mended, path, _MISSING)
        elif optional and partial:
            notes.append(Note(_dotted(where, path), given, f"left out: {fault['msg']}"))
            _put(mended, path[:1], _MISSING)
    return mended, notes


def _copied(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copied(one) for key, one in value.items()}
    return [_copied(one) for one in value] if isinstance(value, list) else value


def _put(record: dict[str, Any], path: tuple[int | str, ...], value: object) -> None:
    """Sets what stands at ``path``, or takes it away."""
    *way, last = path
    holder: Any = record
    for step in way:
        holder = holder[step]
    if value is not _MISSING:
        holder[last] = value
    else:
        holder.pop(last, None)


def _worded(faults: list[Any], given: Mapping[Any, Any]) -> str:
    """Field, what it must be, and what was ``given`` there, for each fault."""
    told = []
    for fault in faults[:_SHOWN]:
        value = given.get(fault["loc"], fault["input"])
        but = "" if fault["type"] == "missing" else f"; got {_shown(value)}"
        told.append(f"{_dotted('', fault['loc'])}: {fault['msg']}{but}")
    more = len(faults) - len(told)
    return "; ".join(told) + (f"; and {more} more" if more else "")


def _dotted(where: str, path: Iterable[int | str]) -> str:
    return ".".join(map(str, (where, *path) if where else path))


def _shown(value: Any) -> str:
    words = repr(value) if not isinstance(value, Mapping) else f"an object with {', '.join(map(repr, value))}"
    return words if len(words) <= 80 else f"{words[:77]}..."
