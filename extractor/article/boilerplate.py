"""Which lines of a page are boilerplate, and by what rule. Lines are marked, never deleted.

The rules are data (``data/boilerplate.toml``, which explains its own form), compiled once.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

__all__ = ["marks"]

# A list of related headlines: lines no longer than this, at most so many.
_HEADLINE = 140
_BULLETED = 220
_MOST_HEADLINES = 20

# Bylines stand near an end of the page.
_NEAR_TOP = 12
_NEAR_END = 10

_BULLET = re.compile(r"(?:[•◦▪▸►‣·*–—+»›-]|\d{1,2}[.)])\s")
_DECORATION = re.compile(r"[^\w\"'“‘«„‚(©@#<$./]+")  # bullets, arrows, emoji; what opens a quote stays
_OPENS_QUOTE = re.compile(r"[\"'“‘«„‚「]")
_STOPPED = re.compile(r"[.:;,。](?:[\"'”’»)\]])*$")


@dataclass(frozen=True, slots=True)
class Rule:
    """One named rule: patterns over a folded line (see the data file)."""

    name: str
    max: int
    needs: tuple[str, ...]
    whole: re.Pattern[str] | None
    start: re.Pattern[str] | None
    signals: tuple[re.Pattern[str], ...]
    enough: int
    follow: bool

    def fits(self, folded: str, bare: str) -> bool:
        """Whether the rule marks a line; ``bare`` is ``folded`` without the punctuation at its end."""
        if len(folded) > self.max or (self.needs and not any(word in folded for word in self.needs)):
            return False
        if self.whole is not None and self.whole.fullmatch(bare):
            return True
        if self.start is not None and self.start.match(folded):
            return True
        return self._signalled(bare)

    def _signalled(self, bare: str) -> bool:
        if not self.signals or _OPENS_QUOTE.match(bare):
            return False
        return sum(1 for signal in self.signals if signal.search(bare)) >= self.enough


def marks(lines: Sequence[str]) -> list[str | None]:
    """For each of a page's non-empty lines, the name of the rule that marks it, or None for text."""
    rules = [_rule_of(line) for line in lines]
    names = [rule.name if rule is not None else None for rule in rules]
    for index, rule in enumerate(rules):
        if rule is not None and rule.follow and _whole(rule, lines[index]):
            _mark_list(lines, names, index + 1, rule.name)
    _mark_bylines(lines, names)
    return names


def _rule_of(line: str) -> Rule | None:
    if len(line) > _longest():
        return None
    folded = _fold(line)
    bare = _bare(folded)
    return next((rule for rule in _rules() if rule.fits(folded, bare)), None)


def _bare(folded: str) -> str:
    return folded.rstrip(" .:!…»›>*→")


def _fold(line: str) -> str:
    # str.split knows NBSP and its kin as white space; replace is ten times faster than translate.
    folded = " ".join(line.lower().replace("’", "'").replace("‘", "'").split())
    decoration = _DECORATION.match(folded)
    return folded[decoration.end() :] if decoration else folded


def _whole(rule: Rule, line: str) -> bool:
    """Only a heading is followed by a list; "Read more: A headline" has its headline with it."""
    return rule.whole is not None and rule.whole.fullmatch(_bare(_fold(line))) is not None


def _mark_list(lines: Sequence[str], names: list[str | None], first: int, rule: str) -> None:
    """Marks the headlines from ``first`` on: to the first real paragraph, or to the end of the bullets."""
    bulleted = first < len(lines) and _BULLET.match(lines[first]) is not None
    for index in range(first, min(first + _MOST_HEADLINES, len(lines))):
        bullet = _BULLET.match(lines[index]) is not None
        if bulleted != bullet or not _is_headline(lines[index], bullet=bullet):
            return
        names[index] = names[index] or rule


def _is_headline(line: str, *, bullet: bool) -> bool:
    return len(line) <= (_BULLETED if bullet else _HEADLINE) and (bullet or not _STOPPED.search(line))


def _mark_bylines(lines: Sequence[str], names: list[str | None]) -> None:
    for index, line in enumerate(lines):
        near_an_end = index < _NEAR_TOP or index >= len(lines) - _NEAR_END
        if index and near_an_end and names[index] is None and len(line) <= 120 and _byline().fullmatch(line):
            names[index] = "byline"


@functools.cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("extractor.article").joinpath("data", "boilerplate.toml").read_text("utf-8"))


@functools.cache
def _rules() -> tuple[Rule, ...]:
    return tuple(_compiled(entry) for entry in _data()["rules"])


@functools.cache
def _longest() -> int:
    return max(rule.max for rule in _rules())


def _compiled(entry: dict[str, Any]) -> Rule:
    return Rule(
        name=entry["name"],
        max=entry["max"],
        needs=tuple(entry.get("needs", ())),
        whole=_any_of(entry.get("whole")),
        start=_any_of(entry.get("start")),
        signals=tuple(re.compile(_filled(pattern)) for pattern in entry.get("signals", ())),
        enough=entry.get("enough", 1),
        follow=entry.get("follow", False),
    )


def _any_of(patterns: list[str] | None) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{_filled(pattern)})" for pattern in patterns)) if patterns else None


def _filled(pattern: str) -> str:
    """``pattern`` with its fragments in place; a fragment may hold others that stand before it."""
    for name, fragment in reversed(_data()["fragments"].items()):
        pattern = pattern.replace(f"{{{name}}}", fragment)
    return pattern


@functools.cache
def _byline() -> re.Pattern[str]:
    data: dict[str, str] = _data()["byline"]
    capital = r"(?:[^\W\d_a-zß-öø-ÿ][\w.'’-]{0,30})"
    person = rf"{capital}(?: (?:{data['particles']}|{capital})){{0,3}} {capital}"
    author = rf"(?:{person}|(?i:{data['agencies']}))"
    more = rf"(?:(?:,| (?:{data['joins']})|, (?:{data['joins']})) {author}){{0,4}}"
    rest = r"(?:(?:,| [|–—-]| \||, | in| en) ?[^.!?]{2,50})?"
    return re.compile(rf"(?i:{data['prefixes']}) ?:? {author}{more}{rest}")
