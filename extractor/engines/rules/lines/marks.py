"""What each word of a line may be to whoever looks for agents: its cues as bits."""

from __future__ import annotations

import functools
from typing import Final

from extractor.engines.rules.lines.line import Line
from extractor.knowledge.vocabulary import NO_CUES, CueSet

__all__ = ["BARRED", "DAY", "DESIGNEE", "FIRM", "HARD", "MEMBER", "RANK", "ROLE", "german_office", "marks_of"]

ROLE, RANK, DESIGNEE, FIRM, BARRED, HARD, DAY, MEMBER = (1 << place for place in range(8))

_READ: Final = ROLE | DESIGNEE | MEMBER

# A word of these kinds begins no name; of the harder ones it is no part of one either.
_BARRED: Final = frozenset(
    {
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
    }
)
_HARD: Final = frozenset(
    {
        "and",
        "be",
        "det",
        "have",
        "not",
        "opener",
        "prep",
        "pronoun",
        "role",
        "designee",
        "anaphor",
        "nothing",
        "day",
    }
)
_BITS: Final = {
    "role": ROLE,
    "rankword": RANK,
    "designee": DESIGNEE,
    "firm": FIRM,
    "day": DAY,
    "member": MEMBER,
}
_KNOWN: Final[dict[int, int]] = {id(NO_CUES): 0}  # by identity, which hashes faster than equal cues
_HELD: Final[list[CueSet]] = []  # so that no other cue set takes the place, and the bits, of one that is gone

_OWN_ENDS: Final = (
    "abgeordneter",
    "abgeordnete",
    "politiker",
    "politikerin",
    "senator",
    "senatorin",
    "oppositionsführer",
    "oppositionsführerin",
    "fraktionschef",
    "parteichef",
    "ständerat",
    "ständerätin",
    "nationalrat",
    "nationalrätin",
    "parteichefin",
)
_STATE_ENDS: Final = (
    "minister",
    "ministers",
    "ministerin",
    "präsident",
    "präsidenten",
    "präsidentin",
    "sprecher",
    "sprechers",
    "sprecherin",
    "kanzler",
    "kanzlers",
    "kanzlerin",
    "botschafter",
    "botschafters",
    "botschafterin",
    "beauftragte",
    "beauftragter",
    "beauftragten",
    "außenchefin",
    "regierungschef",
    "regierungschefin",
    "staatschef",
    "staatschefin",
    "machthaber",
    "kommissar",
    "kommissarin",
    "gesandter",
    "gesandte",
    "gesandten",
    "generalsekretär",
    "generalsekretärin",
    "staatssekretär",
    "staatssekretärin",
    "chefdiplomat",
    "chefdiplomatin",
    "unterhändler",
)
_GROUP_ENDS: Final = (
    "politiker",
    "politikern",
    "händler",
    "händlern",
    "hersteller",
    "herstellern",
    "firmen",
    "banken",
    "unternehmen",
    "konzerne",
    "konzernen",
    "schiffe",
    "schiffen",
    "tanker",
    "tankern",
    "flugzeuge",
    "flugzeugen",
    "gesellschaften",
    "beamte",
    "beamten",
    "funktionäre",
    "funktionären",
    "kommandeure",
    "vertreter",
    "vertretern",
    "inhaber",
    "träger",
    "offiziere",
    "offizieren",
    "angehörige",
    "angehörigen",
    "generäle",
    "raffinerien",
    "reedereien",
    "anwälte",
    "männer",
    "behörden",
    "milizen",
    "führer",
)
_PLURAL_ENDS: Final = (
    "minister",
    "botschafter",
    "vertreter",
    "diplomaten",
    "staaten",
    "länder",
    "ländern",
    "mitglieder",
    "regierungschefs",
    "spitzen",
)


def marks_of(line: Line) -> list[int]:
    """The bits of each word of ``line``."""
    cues = line.cues
    found = list(map(_KNOWN.get, map(id, cues)))
    if None in found:
        for one in cues:
            if id(one) not in _KNOWN:
                _HELD.append(one)
                _KNOWN[id(one)] = _bits(one)
        found = list(map(_KNOWN.get, map(id, cues)))
    marks: list[int] = found  # type: ignore[assignment]  # every one is known now
    if line.language == "de":
        for at, printed in enumerate(line.raw):
            if printed[0].isupper() and len(printed) > 6 and not marks[at] & _READ:
                marks[at] |= _german_marks(line.words[at])
    return marks


def _bits(cues: CueSet) -> int:
    kinds = cues.kinds
    bits = sum(bit for kind, bit in _BITS.items() if kind in kinds)
    bits |= 0 if _BARRED.isdisjoint(kinds) else BARRED
    return bits | (0 if _HARD.isdisjoint(kinds) else HARD)


@functools.lru_cache(maxsize=8192)
def _german_marks(word: str) -> int:
    if german_office(word):
        return ROLE
    return MEMBER if word.endswith(_GROUP_ENDS) else 0


@functools.lru_cache(maxsize=8192)
def german_office(word: str) -> str:
    """What office a German compound in lower case tells ("außenamtssprecher" is "state"), "" for none."""
    if word.endswith(_OWN_ENDS):
        return "own"
    if word.endswith(_STATE_ENDS):
        return "state"
    return "plural" if word.startswith(("eu-", "un-", "nato-", "g7-")) and word.endswith(_PLURAL_ENDS) else ""
