"""What the score is made of: kinds of evidence, each a word that has what it needs near it.

That a text speaks of Russia, of war and of ministers tells little: most such news holds no sanctions. What
counts is a measure beside whom it is aimed at or whom it comes from, and whether the neighbourhood is that of
a court, a league or a school.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from extractor.gate.lexicon import Lexicon
from extractor.gate.reading import Reading

__all__ = ["EVIDENCE", "HOME", "Evidence", "Measured", "Part", "measure", "names"]

PART: Final = 120  # words; what stands further from a measure says nothing about it
STEP: Final = 60  # PART is a multiple of it
_WHOLE: Final = 150  # words; a text up to this long is one part

HOME: Final = ("court", "sport", "discipline", "regulator", "approval", "life", "tariff", "hygiene")
"""Classes that speak for another sense of the words, or for other news."""

_GROUPS: Final = {
    "party": frozenset({"target", "sender"}),
    "any state": frozenset({"target", "state"}),
    "anybody": frozenset({"target", "state", "sender"}),
    "dealings": frozenset({"trade", "dealing"}),
    "licenser": frozenset({"sender", "power"}),
    "matter": frozenset({"object", "trade", "dealing", "allow"}),
    "setting": frozenset({"conflict", "diplomacy"}),
    "home": frozenset(HOME),
    "other bans": frozenset({"tariff", "hygiene", "sport", "court"}),
    "taking sides": frozenset({"support", "vote"}),
    "restraint": frozenset({"refuse", "shut", "freeze", "permit"}),
    "whoever acts": frozenset({"sender", "power"}),
    "stage": frozenset({"conflict", "diplomacy", "vote", "support"}),
}


class Evidence(NamedTuple):
    """A word of class ``of`` with, for each of ``near``, a word of that class or group at most so many words
    away, and with none of ``far`` so near. Words are pieces between spaces.
    """

    name: str
    of: str
    near: tuple[tuple[str, int], ...] = ()
    far: tuple[tuple[str, int], ...] = ()


EVIDENCE: Final = (
    Evidence("certain", "certain"),
    Evidence("measure by anybody", "measure", (("anybody", 15),), (("sport", 12),)),
    Evidence("measure alone", "measure", (), (("anybody", 15),)),
    Evidence("sanction on target", "sanction", (("target", 8),)),
    Evidence("sanction by sender", "sanction", (("sender", 6),)),
    Evidence("sanction and state", "sanction", (("state", 6),), (("home", 12),)),
    Evidence("sanction in setting", "sanction", (("setting", 10),)),
    Evidence("sanction acted on", "sanction", (("act", 5), ("anybody", 15))),
    Evidence("sides on sanction", "sanction", (("support", 6),), (("home", 12),)),
    Evidence("sanction at home", "sanction", (("home", 12),)),
    Evidence("sanction alone", "sanction", (), (("home", 12), ("anybody", 15), ("setting", 10))),
    Evidence("wealth frozen", "freeze", (("wealth", 5),), (("court", 15),)),
    Evidence("wealth of target frozen", "freeze", (("wealth", 6), ("anybody", 12)), (("court", 8),)),
    Evidence("forbidden to target", "forbid", (("target", 8),), (("other bans", 16),)),
    Evidence("forbidden matter of target", "forbid", (("target", 14), ("matter", 12)), (("other bans", 12),)),
    Evidence("forbidden matter of state", "forbid", (("state", 10), ("matter", 8)), (("other bans", 12),)),
    Evidence("forbidden by sender", "forbid", (("sender", 6),), (("other bans", 12),)),
    Evidence("matter forbidden by sender", "forbid", (("sender", 10), ("matter", 8)), (("other bans", 12),)),
    Evidence("hindered matter of target", "hinder", (("target", 10), ("matter", 10)), (("other bans", 12),)),
    Evidence("hindered dealing of state", "hinder", (("dealings", 4), ("any state", 8)), (("home", 12),)),
    Evidence("hindered by sender", "hinder", (("sender", 6), ("target", 12)), (("other bans", 12),)),
    Evidence("trade rule for target", "trade", (("target", 10),), (("other bans", 12),)),
    Evidence("trade rule by sender", "trade", (("licenser", 8), ("target", 20)), (("other bans", 12),)),
    Evidence("allowed about target", "allow", (("licenser", 6), ("target", 14)), (("other bans", 12),)),
    Evidence("listed as terrorist", "listing", (("conflict", 5),)),
    Evidence("listed and forbidden", "listing", (("forbid", 6), ("anybody", 20))),
    Evidence("listed by sender", "listing", (("sender", 6),)),
    Evidence("listed target", "listing", (("target", 8), ("forbid", 25))),
    Evidence("vote of a body", "vote", (("party", 12),)),
    Evidence("votes counted", "vote", (("vote", 8), ("anybody", 16)), (("home", 12),)),
    Evidence("sides on measures", "act", (("party", 6), ("taking sides", 12)), (("other bans", 12),)),
    Evidence("package of sender", "act", (("sender", 10), ("target", 20)), (("other bans", 12),)),
    Evidence("permit given or taken", "permit", (("grant", 6), ("licenser", 12), ("matter", 14))),
    Evidence("permit and target", "permit", (("grant", 6), ("target", 14)), (("court", 8),)),
    Evidence("treasury and target", "treasury", (("target", 18),)),
    Evidence("treasury and permit", "treasury", (("permit", 8),)),
    Evidence("official kept out", "reach", (("refuse", 5), ("official", 14), ("anybody", 12))),
    Evidence("target kept out", "reach", (("refuse", 5), ("target", 10))),
    Evidence("kept out by the licenser", "reach", (("refuse", 4), ("power", 6), ("conflict", 16))),
    Evidence("flights kept out", "overfly", (("refuse", 6), ("any state", 10))),
    Evidence("account refused", "account", (("refuse", 6), ("official", 12)), (("home", 6),)),
    Evidence("embargo and state", "embargo", (("any state", 20), ("stage", 14)), (("home", 8),)),
    Evidence(
        "target restrained by sender",
        "restraint",
        (("target", 8), ("whoever acts", 12), ("matter", 10)),
        (("other bans", 10),),
    ),
    Evidence("goods of target hindered", "hinder", (("goods", 8), ("target", 8)), (("other bans", 10),)),
    Evidence("market shut", "shut", (("market", 4), ("target", 8), ("goods", 10))),
    Evidence("trade shut", "shut", (("dealings", 4), ("target", 14)), (("home", 8),)),
    Evidence("accounts shut", "account", (("shut", 4), ("anybody", 14)), (("regulator", 8),)),
    Evidence("struck off a list", "listing", (("struck", 6), ("anybody", 14)), (("home", 8),)),
    Evidence("measures against state", "steps", (("against", 4), ("any state", 7)), (("other bans", 10),)),
    Evidence("measures of sender against", "steps", (("sender", 8), ("target", 12), ("taking sides", 12))),
    Evidence("breach about target", "enforcement", (("target", 15),)),
)

_EVIDENCE_NAMES: Final = frozenset(one.name for one in EVIDENCE)
_FULL_EVIDENCE: Final = 3  # so often in a part; more adds nothing
_FULL_CONTEXT: Final = 8

Measured = dict[str, float]
"""Feature name to value, 0 to 1; those that are 0 are left out."""

Places = Mapping[str, Sequence[int]]
"""Name to the indexes of its words, ascending."""


def names() -> tuple[str, ...]:
    """The names of all features."""
    return (*(one.name for one in EVIDENCE), *(f"{name} words" for name in HOME))


class Part(NamedTuple):
    """A part of a text: its features, and where the words of each stand (indexes of pieces)."""

    measured: Measured
    places: Places
    words: range


def measure(reading: Reading, lexicon: Lexicon) -> Iterator[Part]:
    """The parts of a text, with their features.

    Parts overlap and are about PART words long; a text that is not much longer is one part. A long text is
    as good as its best part: what else stands in it neither helps nor hides a record.
    """
    at = _places(reading, lexicon)
    places = {one.name: found for one in EVIDENCE if (found := _standing(one, at))}
    places |= {f"{name} words": at[name] for name in HOME if name in at}
    length = len(reading.pieces)
    if length <= _WHOLE:
        counts = {name: len(indexes) for name, indexes in places.items() if indexes}
        yield Part(_features(counts), places, range(length))
        return
    starts = range(0, length - PART + STEP, STEP)
    for start, counts in zip(starts, _counted(places, len(starts)), strict=True):
        yield Part(_features(counts), places, range(start, min(start + PART, length)))


def _counted(places: Places, parts: int) -> list[dict[str, int]]:
    """How often each name stands in each part, in one pass over the words: a word is in few parts."""
    counted: list[dict[str, int]] = [{} for _ in range(parts)]
    for name, indexes in places.items():
        for index in indexes:
            last = index // STEP
            for number in range(max(0, last - PART // STEP + 1), min(last + 1, parts)):
                counts = counted[number]
                counts[name] = counts.get(name, 0) + 1
    return counted


def _features(counts: Mapping[str, int]) -> Measured:
    found = {}
    for name, count in counts.items():
        amounts = _AMOUNTS if name in _EVIDENCE_NAMES else _CONTEXT_AMOUNTS
        found[name] = amounts[min(count, len(amounts) - 1)]
    return found


def _amounts(full: int) -> list[float]:
    """0 for none to 1 for ``full`` or more, by their logarithm: the first of a kind tells most."""
    return [math.log1p(count) / math.log1p(full) for count in range(full + 1)]


_AMOUNTS: Final = _amounts(_FULL_EVIDENCE)
_CONTEXT_AMOUNTS: Final = _amounts(_FULL_CONTEXT)


def _places(reading: Reading, lexicon: Lexicon) -> dict[str, list[int]]:
    """Where the words of each class and group stand."""
    by_code: dict[int, list[int]] = {}
    for index, code in zip(reading.telling, reading.codes, strict=True):
        by_code.setdefault(code, []).append(index)
    at: dict[str, list[int]] = {}
    for code, indexes in by_code.items():
        for name in _names(lexicon.names, code):
            at.setdefault(name, []).extend(indexes)
    for indexes in at.values():
        indexes.sort()
    return at


@functools.lru_cache(maxsize=10_000)
def _names(names: tuple[str, ...], code: int) -> tuple[str, ...]:
    classes = [name for number, name in enumerate(names) if code >> (number + 1) & 1]
    if "void" in classes:
        return ()
    return (*classes, *(group for group, members in _GROUPS.items() if not members.isdisjoint(classes)))


def _standing(evidence: Evidence, at: Places) -> Sequence[int]:
    """The indexes of the words that are ``evidence``."""
    found: Sequence[int] = at.get(evidence.of, ())
    for name, within in evidence.near:
        others = at.get(name)
        if not found or not others:
            return ()
        found = _beside(found, others, within)
    for name, within in evidence.far:
        if found and name in at:
            near = {*_beside(found, at[name], within), *at[name]}
            found = [index for index in found if index not in near]
    return found


def _beside(ones: Sequence[int], others: Sequence[int], within: int) -> list[int]:
    """Those of ``ones`` that have one of ``others`` at most ``within`` words away, itself not counted."""
    found: list[int] = []
    low, count = 0, len(others)
    for index in ones:
        while low < count and others[low] < index - within:
            low += 1
        nearest = low
        while nearest < count and others[nearest] == index:
            nearest += 1
        if nearest < count and others[nearest] <= index + within:
            found.append(index)
    return found
