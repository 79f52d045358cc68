"""What the gazetteer knows of one actor, and of one form of its name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from extractor.schemas import terms

__all__ = ["BodyNoun", "Entry", "Form", "FormType", "Use"]

FormType = Literal["name", "abbreviation", "demonym", "capital", "metonym"]

Use = Literal["whole", "alone", "article", "own"]
"""Limits on a form: ``whole`` only as a whole name, never in running text; ``alone`` not beside another
capitalised word (Jordan, Congress); ``article`` only after an article (the West); ``own`` only in text of
its own language (German "Island")."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A known actor. ``parent`` is the id of the state a body or agency rolls up to, else None."""

    id: str  # country:RU, org:EU, coalition:G7, body:us-state-department, group:hamas ...
    name: str  # its usual English name
    kind: terms.ActorKindName
    country: str | None = None
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class BodyNoun:
    """A word for a body that every state has: "Foreign Ministry"; "government" is the state itself."""

    slug: str
    name: str


class Form(NamedTuple):  # a tuple: thousands are made on loading, and a frozen dataclass takes twice as long
    """One way to write an actor or body noun. ``language`` is ISO 639-1, or ``*`` for any.

    ``target`` None marks a phrase that names no actor though a part of it would ("South China Sea").
    """

    text: str
    target: Entry | BodyNoun | None
    type: FormType
    language: str
    uses: frozenset[Use] = frozenset()
