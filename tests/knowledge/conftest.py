"""The exceptions to the rules of inflection, as the package ships them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib import resources

import pytest


@pytest.fixture(scope="session")
def irregular() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Language to infinitive (or family) to what is irregular about it."""
    file = resources.files("extractor.knowledge") / "data" / "vocabulary" / "irregular.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
