"""Names that no gazetteer holds: sequences of capitalised words, and what kind of thing they name."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from extractor.engines.rules.line import Line
from extractor.schemas import terms

__all__ = ["kind_of_name", "name_end"]

_PARTICLES: Final = frozenset(
    {"von", "van", "der", "de", "la", "bin", "al", "el", "del", "da", "ibn", "ter", "y", "dos", "du"}
)
_NO_NAME: Final = frozenset(
    [
        "adverb",
        "and",
        "appeal",
        "be",
        "day",
        "det",
        "have",
        "modal",
        "nobody",
        "not",
        "opener",
        "prep",
        "pronoun",
        "role",
        "strong",
        "designee",
        "speech",
        "semi",
        "resolution",
        "rankword",
        "anaphor",
        "because",
        "nothing",
        "conduct",
    ]
)
_TITLES: Final = frozenset(
    {"mr.", "mrs.", "ms.", "dr.", "mr", "mrs", "ms", "sir", "lord", "sr", "monsieur", "herr", "frau"}
)
_NEVER: Final = frozenset(
    {"i", "act", "resolution", "chapter", "article", "order", "treaty", "photo", "here", "there"}
)
_LONGEST = 5


def name_end(line: Line, start: int, taken: Container[int]) -> int:
    """Index after the capitalised name that begins at word ``start``; ``start`` itself when there is none.

    ``taken`` are the first words of known mentions: no name runs into one.
    """
    index = start
    while index < len(line.words) and index - start < _LONGEST and _belongs(line, index, start, taken):
        index += 1
    while index > start and line.words[index - 1] in _PARTICLES:
        index -= 1
    return index


def is_title(word: str) -> bool:
    """Whether ``word`` is a form of address that stands before a name."""
    return word in _TITLES


def kind_of_name(line: Line, start: int, after: int) -> terms.ActorKindName:
    """company, vessel or person, by the words of the name and the one before it."""
    before = line.words[start - 1] if start else ""
    if before in ("vessel", "tanker", "ship", "yacht", "freighter"):
        return "vessel"
    if any(line.has(index, "firm") for index in range(start, after)):
        return "company"
    if after - start == 1:
        return "company" if line.raw[start].isupper() else "other"
    return "person"


def _belongs(line: Line, index: int, start: int, taken: Container[int]) -> bool:
    word = line.raw[index]
    if index in taken or line.words[index] in _NEVER:
        return False
    if index > start and line.has(index, "firm") and word[0].isupper():
        return True
    if word[0].isupper() and word[0].isalpha():
        return _NO_NAME.isdisjoint(line.cues[index].kinds) or (len(word) == 2 and word[1] == ".")
    if word in _PARTICLES and index + 1 < len(line.raw):
        return index > 0 and _leads_to_name(line, index + 1, taken)
    return False


def _leads_to_name(line: Line, index: int, taken: Container[int]) -> bool:
    """ "von der Leyen": a particle, perhaps another, then a capital."""
    if line.raw[index] in _PARTICLES and index + 1 < len(line.raw):
        index += 1
    return line.raw[index][:1].isupper() and index not in taken
