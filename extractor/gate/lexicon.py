"""The classes of words that the gate looks for, and which of them a piece of text bears."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Final, NamedTuple

from extractor.gate.fold import bare_words, fold

__all__ = ["PHRASE", "Lexicon"]

PHRASE: Final = 1
"""Bit of a piece that phrases are filed under; class n has bit ``1 << (n + 1)``."""

_MOST_KEPT: Final = 100_000  # pieces remembered; a hostile corpus must not fill the memory
_LONGEST_KEPT: Final = 80  # characters
_NO_CAPITALS: Final = 3  # more than any word has
_COMPOUND: Final = 7  # letters; shorter words are no German compounds


class _Part(NamedTuple):
    """One word of a phrase: its letters folded, whether more may follow, how many capitals it needs."""

    letters: str
    open_end: bool
    capitals: int


class _Phrase(NamedTuple):
    """A phrase's words, which of them it is filed under, and its class's bit."""

    parts: tuple[_Part, ...]
    key: int
    bit: int


class _Near(NamedTuple):
    """The phrases filed under one word: by the word before it, by the one after it, or by neither."""

    after: dict[str, list[_Phrase]]
    before: dict[str, list[_Phrase]]
    open_ended: list[_Phrase]


class _Seen(NamedTuple):
    """What is known of a piece: its words joined and folded, and how they are printed."""

    small: str
    capitals: int


class Lexicon(dict[str, int]):
    """Piece of text as printed to its code: the bits of its classes, 0 for one that tells nothing.

    A piece is looked at letter by letter once, when it is first met: texts repeat their words.

    Args:
        classes: terms by class, in the form of ``data/terms.toml``.
    """

    def __init__(self, classes: Mapping[str, Iterable[str]]) -> None:
        super().__init__()
        self.names = tuple(classes)
        self._seen: dict[str, _Seen] = {}
        self._whole: dict[str, list[tuple[int, int]]] = {}
        self._begun: dict[str, int] = {}
        self._held: list[tuple[str, int]] = []
        self._phrases: dict[str, _Near] = {}
        self._least: dict[str, int] = {}  # capitals that a word needs to be of any phrase ("UN", not "un")
        for number, terms in enumerate(classes.values()):
            for term in dict.fromkeys(terms):
                self._file(term, 1 << (number + 1))
        self._lengths = sorted({len(stem) for stem in self._begun})

    def classes(self, code: int) -> list[str]:
        """The names of the classes in ``code``."""
        return [name for number, name in enumerate(self.names) if code >> (number + 1) & 1]

    def with_phrases(self, pieces: Sequence[str], index: int) -> int:
        """The code of ``pieces[index]``, which has the bit PHRASE, with the phrases filed under it."""
        seen, piece = self._seen, pieces[index]  # asked directly first: this is where the time goes
        code = self[piece] & ~PHRASE
        after, before, open_ended = self._phrases[(seen.get(piece) or self._look(piece)).small]
        if after and index:
            piece = pieces[index - 1]
            for phrase in after.get((seen.get(piece) or self._look(piece)).small, ()):
                if self._stands(phrase, pieces, index - phrase.key):
                    code |= phrase.bit
        if before and index + 1 < len(pieces):
            piece = pieces[index + 1]
            for phrase in before.get((seen.get(piece) or self._look(piece)).small, ()):
                if self._stands(phrase, pieces, index):
                    code |= phrase.bit
        for phrase in open_ended:
            if self._stands(phrase, pieces, index - phrase.key):
                code |= phrase.bit
        return code

    def __missing__(self, piece: str) -> int:
        if len(self) >= _MOST_KEPT:
            self.clear()
            self._seen.clear()
        words = bare_words(piece)
        code = 0
        for word in words:
            code |= self._code(word)
        if len(words) > 1:  # "dual-use", "U.S.", "oil-for-food"
            for index in range(len(words)):
                code |= self._within(words, index)
        small, capitals = self._look(piece)
        if capitals >= self._least.get(small, _NO_CAPITALS):
            code |= PHRASE
        if len(piece) <= _LONGEST_KEPT:
            self[piece] = code
        return code

    def _look(self, piece: str) -> _Seen:
        seen = self._seen.get(piece)
        if seen is None:
            words = bare_words(piece)
            seen = _Seen(" ".join(map(fold, words)), _capitals(words[0]) if words else 0)
            if len(piece) <= _LONGEST_KEPT:
                self._seen[piece] = seen
        return seen

    def _code(self, word: str) -> int:
        """The bits of one word alone."""
        folded = fold(word)
        capitals = _capitals(word)
        code = 0
        for needed, bit in self._whole.get(folded, ()):
            if capitals >= needed:
                code |= bit
        for length in self._lengths:
            if length > len(folded):
                break
            code |= self._begun.get(folded[:length], 0)
        if len(folded) >= _COMPOUND:
            for stem, bit in self._held:
                if stem in folded:
                    code |= bit
        return code

    def _within(self, words: Sequence[str], index: int) -> int:
        """The bits of the phrases among the words of one piece, filed under ``words[index]``."""
        code = 0
        near = self._phrases.get(fold(words[index]))
        if near is None:
            return 0
        for phrase in chain(near.open_ended, *near.after.values(), *near.before.values()):
            if self._stands(phrase, words, index - phrase.key):
                code |= phrase.bit
        return code

    def _stands(self, phrase: _Phrase, pieces: Sequence[str], start: int) -> bool:
        """Whether ``phrase`` stands in ``pieces`` from ``start``."""
        if start < 0 or start + len(phrase.parts) > len(pieces):
            return False
        for offset, part in enumerate(phrase.parts):
            small, capitals = self._look(pieces[start + offset])
            if capitals < part.capitals:
                return False
            if not (small.startswith(part.letters) if part.open_end else small == part.letters):
                return False
        return True

    def _file(self, term: str, bit: int) -> None:
        words = _words_of(term)
        if len(words) > 1:
            self._file_phrase(words, bit)
        elif term.startswith("*"):
            self._held.append((fold(term.strip("*")), bit))
        elif term.endswith("*"):
            stem = fold(term[:-1])
            self._begun[stem] = self._begun.get(stem, 0) | bit
        else:
            self._whole.setdefault(fold(words[0]), []).append((_capitals(words[0]), bit))

    def _file_phrase(self, words: list[str], bit: int) -> None:
        """Under its longest whole word, the rarest as a rule, and there under the word beside it."""
        parts = tuple(
            _Part(fold(word.removesuffix("*")), word.endswith("*"), _capitals(word)) for word in words
        )
        key = max(range(len(parts)), key=lambda at: (not parts[at].open_end, len(parts[at].letters), at))
        near = self._phrases.setdefault(parts[key].letters, _Near({}, {}, []))
        self._least[parts[key].letters] = min(
            parts[key].capitals, self._least.get(parts[key].letters, _NO_CAPITALS)
        )
        beside = parts[key - 1] if key else parts[1]
        filed = near.after if key else near.before
        place = near.open_ended if beside.open_end else filed.setdefault(beside.letters, [])
        place.append(_Phrase(parts, key, bit))


def _capitals(word: str) -> int:
    """2 for a word in capitals ("EU"), 1 for one that begins with a capital, else 0."""
    if not word[:1].isupper():
        return 0
    return 2 if len(word) > 1 and word.isupper() else 1


def _words_of(term: str) -> list[str]:
    """The words of a term, stars kept; elided letters are left out as they are in texts."""
    words = term.split()
    if len(words) < 2:
        return words
    return [word for word in words if word.isupper() or bare_words(f"x {word}")[1:]]
