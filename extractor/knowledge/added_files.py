"""The files of a folder of additions: which there may be, and what is in them."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Final, NamedTuple

from extractor.errors import UsageError

__all__ = ["AddedFile", "digest", "find_files"]

_SUFFIXES: Final = {"actors": ".csv", "forms": ".csv", "equivalents": ".csv", "vocabulary": ".toml"}
# Files that may be added though none is shipped: persons have ids of their own only where a user gives them.
_MORE: Final = {"actors": ("persons.csv",), "forms": ("persons.csv",)}
_NOTES: Final = (".md", ".txt")


class AddedFile(NamedTuple):
    """A file of additions: ``room`` is the folder it stands in ("forms"), ``place`` its path in messages."""

    room: str
    name: str
    place: str
    content: str


def find_files(folder: Path, problems: list[str]) -> list[AddedFile]:
    """The files under ``folder`` in a fixed order; what cannot be used goes to ``problems``, in words.

    Notes (``.md``, ``.txt``) and hidden files are passed over. Raises UsageError when it is no folder.
    """
    if not folder.is_dir():
        raise UsageError(f"knowledge {str(folder)!r} is no folder; name one with {_rooms()} in it")
    found: list[AddedFile] = []
    for path in sorted(folder.iterdir()):
        if _passed_over(path):
            continue
        if not path.is_dir() or path.name not in _SUFFIXES:
            problems.append(f"{path}: nothing of this name is read; put files in {_rooms()}")
            continue
        for inner in sorted(path.iterdir()):
            if not _passed_over(inner):
                found += _read(path.name, inner, problems)
    if not found and not problems:
        problems.append(f"{folder}: holds no files to read; put some in {_rooms()}")
    return found


def _rooms() -> str:
    return ", ".join(f"{room}/" for room in _SUFFIXES)


def _passed_over(path: Path) -> bool:
    return path.name.startswith(".") or (path.is_file() and path.suffix in _NOTES)


def _read(room: str, path: Path, problems: list[str]) -> list[AddedFile]:
    names = _names(room)
    if path.name not in names:
        problems.append(f"{path}: no file of this name is read; use one of {', '.join(names)}")
        return []
    try:
        return [AddedFile(room, path.name, str(path), path.read_text(encoding="utf-8-sig"))]
    except UnicodeDecodeError as error:
        problems.append(f"{path}: byte {error.start} is not UTF-8; save the file as UTF-8")
    except OSError as error:
        problems.append(f"{path}: cannot be read: {error.strerror}; give a readable file")
    return []


@functools.cache
def _names(room: str) -> Sequence[str]:
    shipped = (item.name for item in (files("extractor.knowledge") / "data" / room).iterdir())
    named = {name for name in shipped if name.endswith(_SUFFIXES[room])}
    return sorted(named.union(_MORE.get(room, ())))


def digest(added: Iterable[AddedFile]) -> str:
    """First 16 hex digits of SHA-256 over the files, name and content, wherever they lie."""
    made = hashlib.sha256()
    for file in added:
        made.update(f"{file.room}/{file.name}\0{file.content}\0".encode())
    return made.hexdigest()[:16]
