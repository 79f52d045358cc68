"""Whether the gate can read a text: its terms are in English, Spanish, French and German."""

from __future__ import annotations

import functools
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Final

__all__ = ["READ", "why_unread"]

READ: Final = ("en", "es", "fr", "de")

_BLOCK: Final = 400  # pieces looked at together: a passage in another language must not drown in a long text
_SAMPLE: Final = 80  # pieces of each block
_ENOUGH: Final = 8.0  # score below which a block is not held to be in a language
_LEAD: Final = 1.5
_SCRIPT: Final = 0.25  # share of pieces in another script
_MOST_KEPT: Final = 50_000  # pieces remembered
_LONGEST_KEPT: Final = 40  # characters
_SCRIPT_WORDS: Final = "in a script that the gate does not read"
_LATIN_END: Final = "\u024f"
_LEAST: Final = 0.12  # share of function words in running text of a language that is read; it has 0.3 to 0.5
_SHORT: Final = 15  # pieces; of fewer nothing can be said
_AROUND: Final = "«»\"'“”‘’„()[]{}.,;:!?…–—-"


def why_unread(pieces: Sequence[str]) -> str | None:
    """Why these pieces of a text cannot be judged by terms in READ, or None when they can."""
    owners = _owners()
    if len(pieces) < _SHORT:
        foreign = sum(1 for piece in pieces if owners[piece] == _OTHER_SCRIPT)
        return (
            _SCRIPT_WORDS if foreign >= _SCRIPT * len(pieces) else f"of {len(pieces)} words, too few to judge"
        )
    known = looked_at = 0
    for start in range(0, len(pieces), _BLOCK):
        block = pieces[start : start + _BLOCK]
        sample = block[:: max(1, len(block) // _SAMPLE)]
        told = [languages for piece in sample if (languages := owners[piece])]
        if told.count(_OTHER_SCRIPT) >= _SCRIPT * len(sample):
            return _SCRIPT_WORDS
        scores = _scores(told)
        own = max(scores.get(language, 0.0) for language in READ)
        other = max(scores, key=scores.__getitem__, default="en")
        if other not in READ and scores[other] >= max(_ENOUGH, _LEAD * own):
            return f"in the language {other!r}, which the gate does not read"
        known += sum(1 for languages in told if not _READ.isdisjoint(languages))
        looked_at += len(sample)
    if known < _LEAST * looked_at:
        return f"in none of the languages that the gate reads ({', '.join(READ)})"
    return None


_READ: Final = frozenset(READ)
_OTHER_SCRIPT: Final = ("script",)


def _scores(told: Sequence[tuple[str, ...]]) -> dict[str, float]:
    """Each language's function words; one shared by n languages counts 1/n for each."""
    scores: dict[str, float] = {}
    for languages, count in Counter(told).items():
        for language in languages:
            scores[language] = scores.get(language, 0.0) + count / len(languages)
    return scores


class _Owners(dict[str, tuple[str, ...]]):
    """Piece of text to the languages that it is a function word of; _OTHER_SCRIPT for one in another script.

    Pieces are looked into when first met.
    """

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, piece: str) -> tuple[str, ...]:
        if len(self) >= _MOST_KEPT:
            self.clear()
        found = tuple(self._words.get(piece.strip(_AROUND).lower(), ()))
        if not piece.isascii() and any(letter > _LATIN_END and letter.isalpha() for letter in piece):
            found = _OTHER_SCRIPT
        if len(piece) <= _LONGEST_KEPT:
            self[piece] = found
        return found


@functools.cache
def _owners() -> _Owners:
    """The languages of each function word, from the table that articles are told apart by."""
    raw = (files("extractor.article") / "data" / "function_words.toml").read_text("utf-8")
    owners: dict[str, list[str]] = {}
    for language, words in tomllib.loads(raw).items():
        for word in dict.fromkeys(words.split()):
            owners.setdefault(word, []).append(language)
    return _Owners(owners)
