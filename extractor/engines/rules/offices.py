"""Office-holders: "Russia's foreign minister Sergei Lavrov", "a State Department spokeswoman"."""

from __future__ import annotations

from typing import Final

from extractor.engines.rules.agents import Agent, Office, of_entry
from extractor.engines.rules.mention_reader import Reader, leader, over_possessive, state_of
from extractor.engines.rules.names import is_title, name_end

__all__ = ["office_at"]


_OFFICES: Final[dict[str, Office]] = {
    "state": "state",
    "own": "own",
    "anonymous": "anonymous",
    "plural": "plural",
    "plural_own": "own",
}


_OWNING: Final = frozenset(
    {
        "of",
        "from",
        "at",
        "in",
        "for",
        "de",
        "del",
        "du",
        "des",
        "d'",
        "von",
        "der",
        "la",
        "the",
        "le",
        "les",
        "l'",
        "el",
    }
)


_LONGEST_TITLE = 9


_OFFICE_OWNERS: Final = {
    "country:US": (
        "secretary of state",
        "treasury secretary",
        "commerce secretary",
        "secretary of the treasury",
        "press secretary",
        "attorney general",
    ),
    "country:GB": ("foreign secretary",),
    "country:JP": ("chief cabinet secretary",),
    "country:IN": ("external affairs minister",),
    "org:EU": ("high representative", "foreign policy chief", "council president", "commission president"),
}


def office_at(reader: Reader, index: int) -> tuple[int, Agent] | None:
    line = reader.line
    owner: Agent | None = None
    at, role_start = index, -1
    role_value = ""
    limit = min(len(line.words), index + _LONGEST_TITLE)
    while at < limit:
        if at in reader.known:
            at, owner = reader.known[at]
            at, _ = over_possessive(line, at)
            continue
        kinds = line.cues[at].kinds
        if "role" in kinds:
            role_start, role_value, at = at, line.cues[at].first["role"].value, line.after[at]
        elif role_start < 0 and "rankword" in kinds:
            at += 1
        else:
            break
    if role_start < 0 or at == index:
        return None
    return _held(reader, index, at, owner, role_value)


def _held(
    reader: Reader, start: int, after: int, owner: Agent | None, value: str
) -> tuple[int, Agent] | None:
    line = reader.line
    office = _OFFICES[value]
    title = line.slice(start, after)
    if owner is None:
        after, owner = _owner_after(reader, after, line.words[after - 1])
    name_at, name_after = _name_after(reader, after, office)
    name = line.slice(name_at, name_after) if name_at else ""
    owner = owner or _by_office(reader, title) or (leader(reader, name) if name else None)
    if not name and owner is None and reader.place is None:
        return None
    state = owner or reader.place
    holder = None if state is None else state_of(reader, state)
    group = office == "plural" or value == "plural_own"
    agent = Agent(
        name=name or line.slice(start, after),
        kind="group" if group else "person",
        country=state.country if state else None,
        role=None if not name else title,
        office=office,
        speaks_for=None if office == "own" else holder,
        of=holder,
    )
    if name:
        reader.people.learn(agent)
    return (name_after if name else after), agent


def _owner_after(reader: Reader, after: int, last_word: str) -> tuple[int, Agent | None]:
    """ "minister of China", "officials from the State Department", but not "ambassador to India"."""
    words = reader.line.words
    at = after
    while at < min(len(words), after + 3) and words[at] in _OWNING:
        at += 1
    if at == after or at not in reader.known or (last_word == "ambassador" and words[after] == "to"):
        return after, None
    end, agent = reader.known[at]
    return end, agent


def _name_after(reader: Reader, after: int, office: Office) -> tuple[int, int]:
    """Where the name begins and ends: "President Joe Biden", "the ambassador to India, Igor Polikha,"."""
    line = reader.line
    if office in ("anonymous", "plural") or line.headline_case:
        known = not line.headline_case
        if office != "anonymous" and known:
            return 0, 0
    at = after
    if at < len(line.words) and line.words[at] == "to" and at + 1 in reader.known:
        at = reader.known[at + 1][0]
    comma = at < len(line.words) and line.words[at] == ","
    begin = at + 1 if comma else at
    if begin < len(line.words) and is_title(line.words[begin]):
        begin += 1
    end = name_end(line, begin, reader.known)
    if end == begin or (
        comma and (end - begin < 2 or (end < len(line.words) and line.words[end] in ("and", "or")))
    ):
        return 0, 0
    if line.headline_case and end - begin > 3:
        return 0, 0
    return begin, end


def _by_office(reader: Reader, title: str) -> Agent | None:
    folded = title.casefold()
    for state, offices in _OFFICE_OWNERS.items():
        if any(office in folded for office in offices):
            entry = reader.gazetteer.entry(state)
            return None if entry is None else of_entry(entry, entry.name)
    return None
