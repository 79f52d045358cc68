"""The word lists of the checks, read from ``data/*.toml`` when first asked for."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Any

__all__ = ["alternatives", "listed", "merged", "tables"]


@functools.cache
def tables(name: str) -> Mapping[str, Any]:
    """The tables of ``data/<name>.toml``."""
    path = resources.files("extractor.checks") / "data" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def listed(value: str | list[str]) -> list[str]:
    """A list of phrases, or the words of a string."""
    return value.split() if isinstance(value, str) else value


@functools.cache
def merged(file: str, table: str) -> frozenset[str]:
    """The words of one table in all of its languages."""
    return frozenset(word for value in tables(file)[table].values() for word in listed(value))


def alternatives(phrases: list[str] | frozenset[str]) -> str:
    """A pattern for any of the phrases, the longest first, with any white space inside them."""
    by_length = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in by_length)
