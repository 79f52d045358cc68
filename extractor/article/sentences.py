"""Sentences with offsets: one pass over the full stops, each judged by what stands on either side.

syntok was the first choice and took 5 to 11 ms an article of 4.4 kB, where 300 articles a second leave
3.3 ms for everything, so the rules are our own; they also know the scripts that it does not. Where a stop
is in doubt the sentence goes on: a quote is located within its sentence, and one too long does no harm.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator, Sequence
from importlib.resources import files

from extractor.article.model import Paragraph, Sentence

__all__ = ["MAX_SENTENCE", "MAX_SENTENCES", "number_sentences", "split"]

# Longer than any sentence written to be read; a line without a stop is cut where it may be.
MAX_SENTENCE = 2_000
# What a quote can cite (see DraftEvidence); a text with more has no sentences, only stops and line ends.
MAX_SENTENCES = 99_999
_HEADING = 150  # characters: a line this short and without a stop at its end is a headline

# A match never fails after its first character, so the scan is linear. Only classes take possessive
# quantifiers: over groups with a look-ahead Python 3.11.2 gets them wrong.
# “ and « close when the sentence was opened by „ or », so not before a letter.
_STOP = re.compile(
    r"(?P<mark>[.!?…]++|[。！？｡؟۔।॥։።។॥။]++)"
    r"(?P<close>(?:[\"'”’»›)\]}」』）】》〉]|[“‘«‹](?!\w))*(?:\[\d{1,3}\])*(?:[ \u00a0\u202f]»(?!\S))?)"
)
_NEXT = re.compile(
    r"(?P<space>\s*+)(?P<open>[\"'“‘«‹»„‚(\[{¿¡–—\-•*]*+)[ \u00a0\u202f]?+"
    r"(?P<word>[^\W\d_]{0,40}+(?:['’](?=\s))?)(?P<digit>\d?)"
)
_HAN_OR_KANA = re.compile(r"[\u3005-\u3007\u3041-\u30ff\u3400-\u9fff]")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}[.\-]){1,5}[^\W\d_]{1,2}")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_ELISION = re.compile(r"(?:l|d|un|dell|all|nell|dall|sull)['’]", re.IGNORECASE)  # "l’art. 12"
_ROMAN = re.compile(r"[IVXLCDM]+")
_OPENERS = "\"'“‘«‹»„‚([{¿¡–—-•*"
_QUOTES = frozenset("\"'”’»«“")
_TOKEN = 40  # characters looked back for the word before a stop
_BREAKS = ("; ", ": ", ", ", "；", "，", "、", "،", " ")


@functools.cache
def _words(name: str) -> frozenset[str]:
    return frozenset(_data()[name].split())


@functools.cache
def _data() -> dict[str, str]:
    raw = files("extractor.article").joinpath("data", "abbreviations.toml").read_text("utf-8")
    return tomllib.loads(raw)


@functools.cache
def _attribution() -> re.Pattern[str]:
    verbs = "|".join(sorted(_words("speech_verbs")))
    return re.compile(rf"(?:[A-Z][\w.’'-]{{0,30}}+ ){{1,3}}(?:{verbs})\b")


def number_sentences(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Sentence, ...]:
    """The sentences of title and body, numbered from 1 in reading order; boilerplate has none."""
    spans = (
        (index, span)
        for index, paragraph in enumerate(paragraphs)
        if paragraph.kind != "boilerplate"
        for span in split(text, paragraph.start, paragraph.end)
    )
    return tuple(
        Sentence(number, start, end, paragraph)
        for number, (paragraph, (start, end)) in enumerate(spans, start=1)
    )


def split(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Spans of the sentences of the one paragraph ``text[start:end]``, without the space between them.

    Offsets are code points of ``text``. No span is longer than MAX_SENTENCE. Linear in the length.
    """
    start, end = _trimmed(text, start, len(text) if end is None else end)
    return [piece for span in _spans(text, start, end) for piece in _bounded(text, *span)]


def _spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    scan = _Scan(text, start, end)
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() >= end or stop.start() < begin:
            continue
        after = _NEXT.match(text, stop.end(), end)
        assert after is not None  # every part of the pattern may be empty
        if scan.is_end(stop, after):
            yield begin, stop.end()
            begin = after.end("space")
    if begin < end:
        yield begin, end


class _Scan:
    """One paragraph under the scan: its text, its limits, and what kind of text it is."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.heading = end - start <= _HEADING and _STOP.search(text, max(start, end - 3), end) is None
        # Who writes without capitals ends sentences before small letters.
        self.without_capitals = end - start <= MAX_SENTENCE and text[start:end].islower()

    def is_end(self, stop: re.Match[str], after: re.Match[str]) -> bool:
        """Whether the sentence ends with ``stop``."""
        mark, word = stop["mark"], after["word"]
        if mark[0] not in ".!?…":
            return True
        if not after["space"]:
            return self._unspaced(stop, after)
        if word[:1].islower() and not self.without_capitals:
            return False
        if "!" in mark or "?" in mark:
            return not (_QUOTES.intersection(stop["close"]) and self._attributed(after))
        if mark != ".":
            return self._after_ellipsis(stop, after)
        return self._after_full_stop(stop, after)

    def _unspaced(self, stop: re.Match[str], after: re.Match[str]) -> bool:
        """Whether a stop without a space ends it: an opening quote follows, or Han and Kana on both sides."""
        before = self.text[max(self.start, stop.start() - 1) : stop.start()]
        if after["open"][:1] in ("“", "„", "«"):
            return before.islower()
        unspaced = _HAN_OR_KANA.match(before) and _HAN_OR_KANA.match(after["word"])
        return stop["mark"][0] in "!?" and unspaced is not None

    def _attributed(self, after: re.Match[str]) -> bool:
        return _attribution().match(self.text, after.start("word"), self.end) is not None

    def _after_ellipsis(self, stop: re.Match[str], after: re.Match[str]) -> bool:
        """With a space before it, the ellipsis stands for words left out of a quote."""
        elision = stop.start() > self.start and self.text[stop.start() - 1].isspace()
        return not elision or _starts(after)

    def _after_full_stop(self, stop: re.Match[str], after: re.Match[str]) -> bool:
        token = self._token_before(stop.start())
        if len(token) <= 1 and token.isalpha():
            return self._after_initial(token, stop.start(), after)
        if _NUMBER.fullmatch(token):
            return self._after_number(token, stop.start(), after)
        return self._after_word(token, after)

    def _token_before(self, position: int) -> str:
        low = max(self.start, position - _TOKEN)
        words = self.text[low:position].split()
        return _ELISION.sub("", words[-1].lstrip(_OPENERS)) if words else ""

    def _after_initial(self, letter: str, position: int, after: re.Match[str]) -> bool:
        spaced = self.text[max(self.start, position - 4) : position].replace(" ", "").replace("\u00a0", "")
        if spaced[-3:].lower() in _words("continuing") or letter in ("M", "D"):
            return False
        if position - len(letter) == self.start:  # "A. The measures" numbers a paragraph
            return False
        return _starts(after) and after["word"].lower() not in _words("name_particles")

    def _after_number(self, token: str, position: int, after: re.Match[str]) -> bool:
        word = after["word"].lower()
        if position - len(token) == self.start and len(token) <= 3:
            return False  # "1. The measures" numbers a paragraph
        if len(token) > 2:
            return True
        before = self._token_before(position - len(token))
        ordinal = before.lower() in _words("ordinal_before") and word
        return not ordinal and word not in _words("month_names")

    def _after_word(self, token: str, after: re.Match[str]) -> bool:
        low = token.lower()
        if low in _words("continuing") or (low in _words("titles") and token[0].isupper()):
            return False
        if low in _words("numbered"):
            return not (after["digit"] or _ROMAN.fullmatch(after["word"]))
        if low in _words("months_short"):
            return not after["digit"]
        may_end = low in _words("may_end") or (low in _words("may_end_capital") and token[0].isupper())
        if may_end or _DOTTED.fullmatch(token):
            return _starts(after) and not self.heading
        return True


def _starts(after: re.Match[str]) -> bool:
    """Whether the next word is one that opens sentences, or stands in its own opening quote."""
    return after["word"].lower() in _words("starters")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span, or pieces of it no longer than MAX_SENTENCE, cut after a clause or between words."""
    while end - start > MAX_SENTENCE:
        cut = _cut(text, start, start + MAX_SENTENCE)
        yield _trimmed(text, start, cut)
        start, _ = _trimmed(text, cut, end)
    if start < end:
        yield start, end


def _cut(text: str, start: int, limit: int) -> int:
    half = start + (limit - start) // 2
    for separator in _BREAKS:
        found = text.rfind(separator, half, limit)
        if found >= 0:
            return found + len(separator)
    return limit
