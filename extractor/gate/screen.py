"""The gate: whether a text can hold a sanctions event or a position, before any model is asked.

A screen for recall: it leaves out what is clearly about something else (courts, leagues, schools, recipes),
never what is merely poor in evidence; what it cannot read passes. It finds nothing and proves nothing.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from extractor.article.model import Article
from extractor.gate.features import HOME, Part, measure
from extractor.gate.language import why_unread
from extractor.gate.reading import Reading, read, spans
from extractor.gate.terms import lexicon
from extractor.gate.verdict import Found, GateVerdict
from extractor.gate.weights import Weights, weights

__all__ = ["screen", "screen_article", "without_boilerplate"]

_WORTH_TELLING: Final = 0.1  # log-odds
_SHOWN: Final = 4  # words named in a reason


def screen(text: str, *, threshold: float | None = None) -> GateVerdict:
    """Whether ``text`` can hold a record. Reads the raw text; its cost is linear in the length.

    Args:
        threshold: probability from which a text passes; absent, the one chosen for recall.
    """
    fitted = weights()
    limit = fitted.threshold if threshold is None else threshold
    terms = lexicon()
    reading = read(text, terms)
    if not reading.pieces:
        return GateVerdict(passes=False, score=0.0, threshold=limit, reason="there is no word in it")
    best, odds = _best(measure(reading, terms), fitted)
    score = 1 / (1 + math.exp(-odds))
    passes = score >= limit
    if not passes and (unread := why_unread(reading.pieces)) is not None:
        return GateVerdict(passes=True, score=None, threshold=limit, reason=f"not judged: {unread}")
    found = _found(reading, best, fitted, for_it=passes)
    return GateVerdict(passes, round(score, 4), limit, _reason(found, best, passes=passes), found)


def screen_article(article: Article, *, threshold: float | None = None) -> GateVerdict:
    """As ``screen``, of title and body: boilerplate is never shown to an engine, so it holds no record.

    Offsets are those of ``article.text``.
    """
    return screen(without_boilerplate(article), threshold=threshold)


def without_boilerplate(article: Article) -> str:
    """The text with blanks in place of boilerplate, as long as before."""
    parts, at = [], 0
    for paragraph in article.paragraphs:
        if paragraph.kind == "boilerplate":
            parts += [article.text[at : paragraph.start], " " * (paragraph.end - paragraph.start)]
            at = paragraph.end
    return "".join([*parts, article.text[at:]])


def _best(parts: Iterator[Part], fitted: Weights) -> tuple[Part, float]:
    """The part that speaks most for a record, and its log-odds."""
    scored = ((fitted.log_odds(part.measured), -number, part) for number, part in enumerate(parts))
    odds, _, part = max(scored, key=lambda one: one[:2])
    return part, odds


def _found(reading: Reading, part: Part, fitted: Weights, *, for_it: bool) -> tuple[Found, ...]:
    """The words that weighed most, for a text that passes those for it, else those against it."""
    sign = 1 if for_it else -1
    weights_of = ((sign * fitted.by_feature[name] * value, name) for name, value in part.measured.items())
    weighed = sorted((one for one in weights_of if one[0] > _WORTH_TELLING), reverse=True)
    chosen: dict[int, str] = {}
    for _, name in weighed[:_SHOWN]:
        places = part.places[name]
        first = bisect_left(places, part.words.start)
        for index in places[first : first + _SHOWN]:
            if index < part.words.stop and len(chosen) < _SHOWN:
                chosen.setdefault(index, name)
    stands = dict(zip(sorted(chosen), spans(reading, chosen), strict=True))
    return tuple(
        Found(name, reading.text[slice(*stands[index])], *stands[index]) for index, name in chosen.items()
    )


def _reason(found: tuple[Found, ...], part: Part, *, passes: bool) -> str:
    words = ", ".join(dict.fromkeys(f"{one.words!r} ({one.evidence})" for one in found))
    if passes:
        return f"may hold a record: {words}" if words else "nothing speaks against a record"
    home = [name for name in HOME if f"{name} words" in part.measured]
    if "sanction at home" in part.measured and home:
        return f"speaks of sanctions in another sense ({', '.join(home)}): {words}"
    return f"no measure between states found{f'; speaks of {words}' if words else ''}"
