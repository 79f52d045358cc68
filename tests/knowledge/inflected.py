"""Tables of verbs and their forms, held against what the package makes of them.

A line is ``infinitive | letter: forms | letter: forms``; without an infinitive it goes on with the one above.
In a form of several words "_" stands for the space.
"""

from __future__ import annotations

from collections.abc import Mapping

from extractor.knowledge.inflection import inflect

__all__ = ["Exceptions", "lacking", "made_anyway"]

Exceptions = Mapping[str, Mapping[str, Mapping[str, str]]]


def lacking(table: str, language: str, irregular: Exceptions) -> list[tuple[str, str, str]]:
    """Verb, letter and form of every form of ``table`` that is not made."""
    return [
        (verb, letter, form)
        for verb, letter, forms in _rows(table)
        for form in forms.split()
        if form.replace("_", " ") not in inflect(verb, language, irregular[language]).get(letter, [])
    ]


def made_anyway(table: str, language: str, irregular: Exceptions) -> list[tuple[str, str]]:
    """Verb and form of every form of ``table`` that is made, under whatever letter."""
    return [
        (verb, form)
        for verb, _, forms in _rows(table)
        for found in inflect(verb, language, irregular[language]).values()
        for form in found
        if form.replace(" ", "_") in forms.split()
    ]


def _rows(table: str) -> list[tuple[str, str, str]]:
    rows: list[tuple[str, str, str]] = []
    for line in table.strip().splitlines():
        named, *groups = (part.strip() for part in line.split("|"))
        verb = named or rows[-1][0]
        rows += [(verb, letter, forms.strip()) for letter, forms in (group.split(":") for group in groups)]
    return rows
