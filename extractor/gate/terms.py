"""Reads the gate's terms from ``data/terms.toml``, and the names of states from the gazetteer."""

from __future__ import annotations

import functools
import hashlib
import tomllib
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Any, Final

from extractor.errors import SettingsError
from extractor.gate.fold import bare_words
from extractor.gate.lexicon import Lexicon
from extractor.knowledge.actor_data import read_actor_data
from extractor.knowledge.entry import Entry

__all__ = ["checked", "lexicon", "terms_fingerprint"]

_STATES: Final = ("country:", "territory:")
_SHORTEST: Final = 3  # letters; "US" and the like are among the terms, with their capitals


@functools.cache
def lexicon() -> Lexicon:
    """The lexicon as shipped. Raises SettingsError naming the term that cannot be used."""
    table = _table()
    classes = {name: list(checked(name, entry["words"])) for name, entry in table.items()}
    targets = {f"country:{code}" for code in table["target"]["states"]}
    for actor, form in _state_forms():
        classes["target" if actor in targets or actor.startswith("territory:") else "state"].append(form)
    return Lexicon(classes)


@functools.cache
def terms_fingerprint() -> str:
    """First 16 hex digits of SHA-256 over the terms file: weights fitted on other terms do not fit."""
    return hashlib.sha256(_content()).hexdigest()[:16]


def _content() -> bytes:
    return (files("extractor.gate") / "data" / "terms.toml").read_bytes()


def _table() -> dict[str, Any]:
    try:
        return tomllib.loads(_content().decode())
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(
            f"gate/data/terms.toml: {error}; correct the file, it is not valid TOML"
        ) from error


def checked(name: str, terms: Iterable[str]) -> Iterator[str]:
    """The terms of a class. Raises SettingsError naming one that cannot be looked for."""
    for term in terms:
        words = term.split()
        if any("*" in word.removesuffix("*") for word in words[1:]) or (len(words) > 1 and "*" in words[0]):
            raise SettingsError(
                f"gate/data/terms.toml, {name}: {term!r}: in a phrase, a star stands only at the end of its "
                "second or a later word"
            )
        yield term


def _state_forms() -> Iterator[tuple[str, str]]:
    """Ids and names of states, capitals and peoples, as words with single spaces."""
    for form in read_actor_data().forms:
        if (
            isinstance(form.target, Entry)
            and form.target.id.startswith(_STATES)
            and len(form.text) >= _SHORTEST
        ):
            words = bare_words(form.text)
            if any(len(word) > 1 for word in words):  # "U.S.A.": "U S" finds it, and "a" stands everywhere
                yield form.target.id, " ".join(words)
