"""Text made comparable: typography folded as in grounding, in lower case, with the way back to the source."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from extractor.article.model import Article
from extractor.grounding import Folded, fold
from extractor.grounding.typography import folded_article

__all__ = ["Plain", "bare", "lowered", "plain_name", "plain_of", "plain_words", "unspaced"]

_UNSPACED: Final = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
)
_ABBREVIATION: Final = re.compile(r"(?=.{2,4}$)[A-Z]+\d*")


@dataclass(frozen=True, slots=True)
class Plain:
    """``cased`` and ``lower`` are the folded text, of one length; ``folded`` leads back to the source."""

    cased: str
    lower: str
    folded: Folded

    def find(self, name: str) -> tuple[int, ...]:
        """Source offsets at which ``name`` (from ``plain_name``) stands as whole words.

        Case makes no difference but for abbreviations of two to four letters: "US" is not "us".
        """
        exact = _ABBREVIATION.fullmatch(name) is not None
        text, wanted = (self.cased, name) if exact else (self.lower, lowered(name))
        found: list[int] = []
        at = text.find(wanted)
        while at != -1:
            end = at + len(wanted)
            if _whole(text, at, end):
                found.append(self.folded.start(at))
            at = text.find(wanted, end)
        return tuple(found)


def plain_of(article: Article) -> Plain:
    """The title and body of ``article``; boilerplate is blanked, so that nothing is found in it."""
    text = article.text
    for paragraph in article.paragraphs:
        if paragraph.kind == "boilerplate":
            blank = " " * (paragraph.end - paragraph.start)
            text = text[: paragraph.start] + blank + text[paragraph.end :]
    folded = folded_article(text) if text is article.text else fold(text)
    return Plain(folded.text, lowered(folded.text), folded)


def plain_words(text: str) -> str:
    """A short stretch of the article, folded and in lower case."""
    return fold(text).text.lower()


@lru_cache(maxsize=8192)
def plain_name(name: str) -> str:
    """``name`` folded as the text is, its white space single, without marks around it."""
    folded = name if name.isascii() else fold(name).text
    return " ".join(folded.split()).strip(" \"',;:")


@lru_cache(maxsize=8192)
def bare(text: str) -> str:
    """In lower case and without diacritics: "Erdoğan" is "erdogan", "Россию" keeps its letters."""
    low = lowered(text)
    if low.isascii():
        return low
    return "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))


def lowered(text: str) -> str:
    """``text`` in lower case and of the same length: the few letters that would grow stay as they are."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def unspaced(character: str) -> bool:
    """Whether it belongs to a script that is written without spaces between words."""
    return _UNSPACED.match(character) is not None


def _whole(text: str, start: int, end: int) -> bool:
    """Not part of a longer word, nor the "US" of "US$5"."""
    if start and text[start - 1].isalnum() and text[start].isalnum() and not _UNSPACED.match(text[start]):
        return False
    if end >= len(text):
        return True
    after = text[end]
    if after.isalnum():
        return not text[end - 1].isalnum() or _UNSPACED.match(text[end - 1]) is not None
    return after not in "$@"
