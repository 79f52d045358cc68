"""Text with its typography folded, and the way back: which characters of the source each one stands for.

Folded are Unicode's canonical forms and those compatibility forms that change the look alone (ligatures,
full and half width, presentation forms, raised letters); curly and straight quotes; dashes, two hyphens in
a row among them; runs of white space; soft hyphens and all that is invisible. Raised and lowered figures,
fractions, circled and parenthesised numbers are not: NFKC would make "102" of "10²" and "1" of "①". Nor are
letter case, vowel points, digits of other scripts or a hyphen printed at the end of a line.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

__all__ = ["LONG_DASHES", "UNFOLDED", "Folded", "fold", "folded_article"]

LONG_DASHES = frozenset("\u2014\u2015\ufe31\ufe58")  # these part words where hyphens join them

# Soft hyphen, grapheme joiner, Arabic letter mark and elongation, Mongolian selectors, BOM.
_INVISIBLE_CODES = (0x00AD, 0x034F, 0x061C, 0x0640, 0x180B, 0x180C, 0x180D, 0x180E, 0x180F, 0xFEFF)
# Zero-width and direction marks, direction controls, word joiner and isolates, variation selectors, tags.
_INVISIBLE_RANGES = (
    range(0x200B, 0x2010),
    range(0x202A, 0x202F),
    range(0x2060, 0x2070),
    range(0xFE00, 0xFE10),
    range(0xE0000, 0xE0080),
    range(0xE0100, 0xE01F0),
)
_INVISIBLE = frozenset(map(chr, [*_INVISIBLE_CODES, *(code for span in _INVISIBLE_RANGES for code in span)]))
_SINGLE_QUOTES = (
    "\u2018\u2019\u201a\u201b\u2032\u2035\u02bb\u02bc\u02b9\u00b4`\u1fbd\u2039\u203a\u05f3\uff07\uff40"
)
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u2036\u00ab\u00bb\u301d\u301e\u301f\u05f4\uff02"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\u058a\u05be\ufe31\ufe32\ufe58\ufe63\uff0d"
_FOLDS = {
    **dict.fromkeys(_INVISIBLE, ""),
    **dict.fromkeys(_SINGLE_QUOTES, "'"),
    **dict.fromkeys(_DOUBLE_QUOTES, '"'),
    **dict.fromkeys(_DASHES, "-"),
    "\u301c": "~",  # the wave dash, which encodings exchange with the fullwidth tilde
}

# The characters that stay as they are whatever stands around them; a test asks each of them.
_STEADY = (
    "!-,.-_a-~\u00a1-\u00a7\u00a9\u00ac\u00ae\u00b0-\u00b3\u00b6\u00b7\u00b9\u00bc-\u0131\u0134-\u013e"
    "\u0141-\u0148\u014a-\u017e\u0180-\u01c3\u01cd-\u01f0\u01f4-\u024f\u0388-\u03ce\u0400-\u0482\u048a-\u052f"
    "\u0531-\u0556\u0561-\u0586\u05d0-\u05ea\u060c\u061b\u061f\u0620-\u063f\u0641-\u064a\u0660-\u066f\u0671-\u0674"
    "\u0679-\u06d5\u06f0-\u06fc\u0904-\u0939\u0964-\u096f\u0e01-\u0e30\u0e32\u0e3f-\u0e46\u10d0-\u10fa"
    "\u1e00-\u1e99\u1ea0-\u1ef9\u2020-\u2022\u2030\u2031\u20a0-\u20a7\u20a9-\u20c0\u3001-\u3003\u3005-\u3011"
    "\u3041-\u3096\u30a1-\u30fe\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
)
UNFOLDED = f" \\-{_STEADY}"  # but for runs of spaces and of hyphens
_ODD = re.compile(rf"[^{UNFOLDED}]")
# Each begins with one class of characters: only so does the search pass quickly over all others.
_RUN = rf"(?<=[-{_DASHES}])[-{_DASHES}]+|(?<=\u00ad)[ \t]*\n[ \t]*"
_ODD_SPAN = re.compile(rf"[^ {_STEADY}](?:{_RUN}|(?<!-))")
_ODD_SPAN_OR_SPACES = re.compile(rf"[^{_STEADY}](?:(?<= ) +|{_RUN}|(?<![- ]))")

_CURLY = (("\u2019", "'"), ("\u2018", "'"), ("\u201c", '"'), ("\u201d", '"'))
_RUNS_OF_LINES = ("\n\n", " \n", "\n ")
_NOT_TYPOGRAPHY = ("<sub>", "<fraction>", "<circle>")
_LONGEST_CLUSTER = 64  # putting marks in order takes the square of their number


@dataclass(frozen=True, slots=True)
class Folded:
    """The folded ``text`` of ``original``.

    ``text`` is cut into segments: ``at[k]`` is where segment ``k`` begins in it, ``spans[k]`` the source
    offsets it stands for, and whether it was copied letter by letter or is to be taken whole.
    """

    text: str
    original: str = field(repr=False)
    at: Sequence[int] = field(repr=False)
    spans: Sequence[tuple[int, int, bool]] = field(repr=False)

    def start(self, index: int) -> int:
        """Source offset at which character ``index`` begins."""
        segment = bisect_right(self.at, index) - 1
        start, _, copied = self.spans[segment]
        return start + index - self.at[segment] if copied else start

    def end(self, index: int) -> int:
        """Source offset after character ``index``, with all that was folded into it."""
        segment = bisect_right(self.at, index) - 1
        start, end, copied = self.spans[segment]
        return start + index - self.at[segment] + 1 if copied else end

    def source(self, index: int) -> str:
        """What is printed where character ``index`` stands."""
        return self.original[self.start(index) : self.end(index)]

    def index(self, offset: int) -> int:
        """The first character that begins at or after source ``offset``; the length when there is none."""
        segment = bisect_right(self.spans, offset, key=lambda span: span[0]) - 1
        if segment < 0:
            return 0
        start, end, copied = self.spans[segment]
        if offset == start or (copied and offset < end):
            return self.at[segment] + offset - start
        return self.at[segment + 1] if segment + 1 < len(self.at) else len(self.text)


def fold(text: str) -> Folded:
    """``text`` with its typography folded. White space at either end folds to one space."""
    plain = _exchanged(text)
    if "  " not in plain and "--" not in plain and _ODD.search(plain) is None:
        return Folded(plain, text, (0,), ((0, len(text), True),))
    folding = _Folding(plain)
    done = 0
    for start, end in _odd_spans(plain):
        folding.copy(done, start)
        folding.put(_folded(plain[start:end]), start, end)
        done = end
    folding.copy(done, len(plain))
    return Folded("".join(folding.out), text, folding.at, folding.spans)


folded_article = lru_cache(maxsize=8)(fold)
"""``fold``, kept for the articles at hand: each is asked about many times in a row."""


def _exchanged(text: str) -> str:
    """``text`` with what nearly every article has folded letter by letter: curly quotes, ends of lines.

    An end of line beside other white space, or that may follow a divided word, is left: more is folded there.
    """
    for quote, straight in _CURLY:
        text = text.replace(quote, straight)
    if "\u00ad" in text or any(run in text for run in _RUNS_OF_LINES):
        return text
    return text.replace("\n", " ")


class _Folding:
    """A folded text in the making."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.out: list[str] = []
        self.at: list[int] = []
        self.spans: list[tuple[int, int, bool]] = []
        self.length = 0

    def copy(self, start: int, end: int) -> None:
        """Takes ``text[start:end]`` over as it is."""
        if start < end and self.text[start] == " " and self._after_space():
            start += 1
        if start < end:
            self._add(self.text[start:end], (start, end, True))

    def put(self, folded: str, start: int, end: int) -> None:
        """Puts ``folded`` in the place of ``text[start:end]``."""
        if folded[:1] == " " and self._after_space():
            folded = folded[1:]
        if folded:
            self._add(folded, (start, end, False))

    def _after_space(self) -> bool:
        return bool(self.out) and self.out[-1][-1] == " "

    def _add(self, piece: str, span: tuple[int, int, bool]) -> None:
        self.out.append(piece)
        self.at.append(self.length)
        self.spans.append(span)
        self.length += len(piece)


def _odd_spans(text: str) -> Iterator[tuple[int, int]]:
    """The spans that may fold to something else, in order: a run, or a character with all its marks."""
    done = 0
    spans = _ODD_SPAN_OR_SPACES if "  " in text else _ODD_SPAN
    for found in spans.finditer(text):
        start, end = found.span()
        if end <= done:
            continue
        if end - start == 1:
            start, end = _cluster(text, start, done)
        yield start, end
        done = end


def _cluster(text: str, at: int, done: int) -> tuple[int, int]:
    """The character at ``at`` with the one it marks and the marks on it, or a run of invisible ones."""
    if text[at] in _INVISIBLE:
        after = at
        while after < len(text) and text[after] in _INVISIBLE:
            after += 1
        if after == len(text) or not _joins(text[after]):
            return at, after
    elif not _joins(text[at]):
        return at, _marked_end(text, at + 1)
    start = at - 1 if at > done else at
    return start, _marked_end(text, start + 1)


def _marked_end(text: str, after: int) -> int:
    """Where the marks of the character before ``after`` end, invisible characters among them."""
    end = after
    limit = min(len(text), after + _LONGEST_CLUSTER)
    while after < limit and ((joins := _joins(text[after])) or text[after] in _INVISIBLE):
        after += 1
        if joins:
            end = after
    return end


@lru_cache(maxsize=4096)
def _joins(character: str) -> bool:
    """Whether it is written upon the character before: a mark, the jamo after the first of a syllable."""
    if character < "\u0300" or character in _INVISIBLE:
        return False
    return (
        unicodedata.category(character)[0] == "M"
        or "\u1160" <= character <= "\u11ff"
        or character in "\uff9e\uff9f"  # halfwidth voicing marks
    )


def _folded(span: str) -> str:
    if len(span) == 1:
        return _folded_character(span)
    if span.isspace():
        return " "
    if span[0] == "\u00ad" and span[-1].isspace():
        return ""  # a word divided at the end of a line
    if span[0] in "-" + _DASHES and span[-1] in "-" + _DASHES:
        return "-"
    return unicodedata.normalize("NFC", "".join(map(_folded_character, span)))


@lru_cache(maxsize=4096)
def _folded_character(character: str) -> str:
    known = _FOLDS.get(character)
    if known is not None:
        return known
    if character.isspace():
        return " "
    whole = unicodedata.normalize("NFKC", character)
    if whole == character or _means_something_else(character, whole):
        return character
    return "".join(" " if c.isspace() else _FOLDS.get(c, c) for c in whole)


def _means_something_else(character: str, whole: str) -> bool:
    """Whether the compatibility form ``whole`` says more or less than ``character`` does."""
    kind = unicodedata.decomposition(character).partition(" ")[0]
    if kind in _NOT_TYPOGRAPHY or character == "№":  # "No" is a negation in half of Europe
        return True
    if kind == "<super>":  # "1ᵉʳ" is "1er" and "2ª" is "2a", but "10ⁿ" is not "10n"
        return unicodedata.category(character)[0] != "L" or character in "ⁱⁿ"
    if kind not in ("<compat>", "<square>"):
        return False
    # "⑴" is not "(1)" nor "㏢" "3日"; a spacing accent is not a space with an accent.
    return any(c.isdigit() for c in whole) or (len(whole) > 1 and whole[0] == " ")
