"""A digest of the tool's code and data, so that a stored result is never taken for one of today's code."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

__all__ = ["code_digest"]

_WITHOUT: Final = frozenset({"_shipped", "batch", "cli", "corpus", "evaluation", "__pycache__"})
"""Rooms that have no say in what an article's result is; prompts have a fingerprint of their own."""

_SUFFIXES: Final = (".py", ".csv", ".toml", ".json", ".txt")


@functools.cache
def code_digest() -> str:
    """16 hex digits over every module and data file that has a say in a result, by name and bytes.

    The version alone would not do: in a checkout, checks and rules change between versions.
    """
    digest = hashlib.sha256()
    for name, content in sorted(_files(files("extractor"))):
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:16]


def _files(folder: Traversable, path: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        name = f"{path}/{entry.name}"
        if entry.is_dir():
            if entry.name not in _WITHOUT:
                yield from _files(entry, name)
        elif entry.name.endswith(_SUFFIXES):
            yield name, entry.read_bytes()
