"""Locate quotes in an article to the letter, or say exactly why one is not there.

Matching folds typography alone: Unicode NFKC, curly and straight quotes, dashes, white space, soft hyphens
and invisible characters, through an offset map back to the text. One changed, missing or added word, number
or negation fails; there is no edit distance and no ratio anywhere. A match covers whole words, so "likely"
is not found in "unlikely".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from extractor.article.model import Article, Sentence
from extractor.schemas.draft import DraftEvidence
from extractor.schemas.values import Evidence

__all__ = ["Located", "NotLocated", "fold", "locate"]

# Soft hyphen, grapheme joiner, Arabic letter mark, Mongolian separator, zero-width, bidi controls, BOM.
_INVISIBLE_CODES = (0x00AD, 0x034F, 0x061C, 0x180E, 0xFEFF)
_INVISIBLE_RANGES = (range(0x200B, 0x2010), range(0x202A, 0x202F), range(0x2060, 0x2070))
_INVISIBLE = dict.fromkeys([*_INVISIBLE_CODES, *(code for span in _INVISIBLE_RANGES for code in span)], "")
_SINGLE = dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u2035\u02bc\u02b9\u00b4`\u2039\u203a\uff07", "'")
_DOUBLE = dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u2036\u00ab\u00bb\u301d\u301e\u301f\uff02", '"')
_DASHES = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\ufe58\ufe63\uff0d", "-")
_FOLDS = {**{chr(code): "" for code in _INVISIBLE}, **_SINGLE, **_DOUBLE, **_DASHES}

# What may change or vanish when folded: everything outside printable ASCII, runs of spaces, the backtick.
_UNPLAIN = re.compile(r"[^\x21-\x5f\x61-\x7e ]|  ")

# Scripts written without spaces between words: a quote may begin and end anywhere.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; ``starts[i]`` and ``ends[i]`` are the source offsets of its character ``i``."""

    text: str
    starts: tuple[int, ...] | range
    ends: tuple[int, ...] | range


@dataclass(frozen=True, slots=True)
class Located:
    """Where a quote stands. ``note`` says what was corrected on the way, if anything."""

    evidence: Evidence
    sentence: int
    note: str | None = None


@dataclass(frozen=True, slots=True)
class NotLocated:
    """Why a quote was not found: the name of the check, and words that the engine can act on."""

    check: str
    reason: str


@lru_cache(maxsize=256)
def fold(text: str) -> Folded:
    """``text`` with its typography folded, and the map back. White space at either end folds to one space."""
    if not _UNPLAIN.search(text):
        return Folded(text, range(len(text)), range(1, len(text) + 1))
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        for character in _folded(text[start:end]):
            if character == " " and out and out[-1] == " ":
                ends[-1] = end
                continue
            out.append(character)
            starts.append(start)
            ends.append(end)
    return Folded("".join(out), tuple(starts), tuple(ends))


def _folded(cluster: str) -> str:
    plain = _FOLDS.get(cluster)
    if plain is not None:
        return plain
    if cluster.isspace():
        return " "
    folded = unicodedata.normalize("NFKC", cluster.translate(_INVISIBLE))
    return "".join(" " if c.isspace() else _FOLDS.get(c, c) for c in folded)


def _clusters(text: str) -> list[tuple[int, int]]:
    """Spans that are normalised together: a character with its combining marks, a Hangul syllable's jamo."""
    spans: list[tuple[int, int]] = []
    start = 0
    for index in range(1, len(text) + 1):
        if index < len(text) and _joins(text[index]):
            continue
        spans.append((start, index))
        start = index
    return spans if text else []


def _joins(character: str) -> bool:
    code = ord(character)
    return code >= 0x300 and (0x1160 <= code <= 0x11FF or unicodedata.combining(character) != 0)


def locate(article: Article, cited: DraftEvidence) -> Located | NotLocated:
    """The quote of ``cited`` in ``article``, at best in the sentence that it cites.

    It may run on over the following sentences of the same paragraph. Found in another sentence alone, it is
    accepted there and noted; boilerplate has no sentences, so nothing is ever found in it.
    """
    quote = cited.quote.strip()
    wanted = fold(quote).text.strip()
    if not any(character.isalnum() for character in wanted):
        return NotLocated("quote_empty", f"the quote {cited.quote!r} holds no words")
    for sentence in _nearest_first(article.sentences, cited.sentence):
        span = _find(article, sentence, quote, wanted)
        if span is None:
            continue
        start, end = span
        note = (
            None
            if sentence.number == cited.sentence
            else f"cited sentence {cited.sentence}, stands in sentence {sentence.number}"
        )
        return Located(Evidence(quote=article.text[start:end], start=start, end=end), sentence.number, note)
    return NotLocated("quote_not_in_article", _why_not(article, cited, wanted))


def _nearest_first(sentences: tuple[Sentence, ...], cited: int) -> Iterator[Sentence]:
    """The cited sentence, then the others by their distance from it; sorted only when it is not the one."""
    if cited <= len(sentences):
        yield sentences[cited - 1]
    others = (sentence for sentence in sentences if sentence.number != cited)
    yield from sorted(others, key=lambda s: (abs(s.number - cited), s.number))


def _find(article: Article, sentence: Sentence, quote: str, wanted: str) -> tuple[int, int] | None:
    """The span of a quote that begins in ``sentence``; the letter first, folded typography second."""
    paragraph_end = article.paragraphs[sentence.paragraph].end
    limit = min(paragraph_end, sentence.end + len(quote) + 64)
    at = article.text.find(quote, sentence.start, limit)
    while at != -1 and at < sentence.end:
        if _whole_words(article.text, at, at + len(quote)):
            return at, at + len(quote)
        at = article.text.find(quote, at + 1, limit)
    window = article.text[sentence.start : limit]
    if wanted == quote and not _UNPLAIN.search(window):
        return None
    folded = fold(window)
    at = folded.text.find(wanted)
    while at != -1:
        start = sentence.start + folded.starts[at]
        end = sentence.start + folded.ends[at + len(wanted) - 1]
        if start >= sentence.end:
            return None
        if _whole_words(folded.text, at, at + len(wanted)):
            return start, end
        at = folded.text.find(wanted, at + 1)
    return None


def _whole_words(text: str, start: int, end: int) -> bool:
    return not (_inside_word(text, start) or _inside_word(text, end))


def _inside_word(text: str, at: int) -> bool:
    """Whether offset ``at`` cuts a word or a number in two."""
    if at <= 0 or at >= len(text):
        return False
    before, after = text[at - 1], text[at]
    if before.isalnum() and (after.isalnum() or unicodedata.combining(after)):
        return not (_UNSPACED.match(before) or _UNSPACED.match(after))
    # "1.5 million" must not be quoted as "5 million", nor "-3" as "3".
    if after.isdigit() and before in ".,-" and at >= 2 and text[at - 2].isdigit():
        return True
    return before in ".," and after.isdigit() and at >= 2 and text[at - 2].isdigit()


def _why_not(article: Article, cited: DraftEvidence, wanted: str) -> str:
    if "..." in wanted:
        return (
            f"the quote {cited.quote!r} is joined with an ellipsis that the text does not have there; "
            "give each part as an evidence of its own"
        )
    words = wanted.split(" ")
    shown = [fold(article.text[s.start : s.end]).text for s in article.sentences]
    for count in range(len(words) - 1, 0, -1):
        head = " ".join(words[:count])
        for number, text in enumerate(shown, start=1):
            at = text.find(head)
            if at == -1 or not _whole_words(text, at, at + len(head)):
                continue
            rest = text[at + len(head) :].split()
            there = f"{rest[0]!r}" if rest else "the end of the sentence"
            return (
                f"the quote {cited.quote!r} differs from sentence {number} at word {count + 1}: "
                f"it says {words[count]!r} where the text has {there}"
            )
    return f"the quote {cited.quote!r} does not stand in the article"
