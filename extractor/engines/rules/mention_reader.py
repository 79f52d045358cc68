"""A line while its agents are being read: what is known of it and of the article so far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from extractor.engines.rules.agents import Agent, People, of_entry
from extractor.engines.rules.line import Line
from extractor.knowledge.actors import Gazetteer
from extractor.knowledge.vocabulary import vocabulary

__all__ = ["Reader", "leader", "over_possessive", "state_of"]

_POSSESSIVE: Final = frozenset({"'s", "'", "s'"})


@dataclass(slots=True)
class Reader:
    """One line being read: what is known of it and of the article so far."""

    line: Line
    known: dict[int, tuple[int, Agent]]  # first word of a mention: index after it, agent
    people: People
    gazetteer: Gazetteer
    place: Agent | None  # "In Japan, …": whose official speaks when nothing else tells


def over_possessive(line: Line, after: int) -> tuple[int, bool]:
    if after < len(line.words) and line.words[after] in _POSSESSIVE:
        attached = line.starts[after] == line.ends[after - 1]
        if attached and (line.words[after] == "'s" or line.words[after - 1].endswith("s")):
            return after + 1, True
    return after, False


def leader(reader: Reader, name: str) -> Agent | None:
    known = vocabulary(reader.line.language)
    if known is None:
        return None
    words = name.split()
    for size in (len(words), 2, 1):
        state = known.leaders.get(" ".join(words[-size:]))
        entry = reader.gazetteer.entry(state) if state else None
        if entry is not None:
            return of_entry(entry, entry.name)
    return None


def state_of(reader: Reader, agent: Agent) -> Agent:
    """The state or organisation that an office belongs to; a mention that is one itself keeps its name."""
    entry = agent.entry
    if entry is None or entry.kind in ("state", "intl_org", "coalition"):
        return agent
    above = reader.gazetteer.state_of(entry)
    return agent if above is None else of_entry(above, above.name)
