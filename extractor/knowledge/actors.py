"""The gazetteer of actors and its exact resolver. (Interface; the reader is being written.)"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extractor.schemas import terms

__all__ = ["Entry", "FormType", "Gazetteer", "Mention", "gazetteer"]

FormType = Literal["name", "abbreviation", "demonym", "capital", "metonym"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A known actor. ``parent`` is the id of the state a body or agency rolls up to, else None."""

    id: str  # country:RU, org:EU, coalition:G7, body:us-state-department, group:hamas ...
    name: str  # its usual English name
    kind: terms.ActorKindName
    country: str | None = None
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A known actor named in a text at ``text[start:end]``."""

    start: int
    end: int
    entry: Entry
    form: FormType


class Gazetteer:
    """Known actors by every form of their names. Look-ups are exact after folding, never fuzzy."""

    def entry(self, actor_id: str) -> Entry | None:
        raise NotImplementedError

    def resolve(self, name: str, language: str | None = None) -> tuple[Entry, FormType] | None:
        """The actor that ``name`` as a whole names, or None. 'the Kremlin', 'Russian', 'U.S.' resolve."""
        raise NotImplementedError

    def find(self, text: str, language: str | None = None) -> list[Mention]:
        """Every mention in ``text``, leftmost-longest, not overlapping, short tokens guarded."""
        raise NotImplementedError


def gazetteer() -> Gazetteer:
    """The shipped gazetteer, loaded once."""
    raise NotImplementedError
