"""Finds what ships with the package: prompts, seeds and gold.

In a wheel (also inside a zip) they lie under ``extractor/_shipped``; in a checkout or an editable install,
which does not see force-included files, they lie beside the package.
"""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

__all__ = ["gold", "prompts", "seeds"]


def prompts() -> Traversable:
    """The folder of prompt templates and worked examples."""
    return _folder("prompts", "prompts")


def seeds() -> Traversable:
    """The folder of the five sample articles."""
    return _folder("seeds", "seeds")


def gold() -> Traversable:
    """The folder of gold files."""
    return _folder("gold", "eval/gold")


def _folder(shipped: str, in_checkout: str) -> Traversable:
    package = files("extractor")
    inside = package / "_shipped" / shipped
    if inside.is_dir() or not isinstance(package, Path):
        return inside
    return package.parent / in_checkout
