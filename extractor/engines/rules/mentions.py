"""Agents in a line: gazetteer mentions joined with offices, names, numbers and nouns for groups."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from extractor.engines.rules.agents import Agent, AgentSpan, Office, People, of_entry
from extractor.engines.rules.line import Line
from extractor.engines.rules.names import is_title, kind_of_name, name_end
from extractor.knowledge.actors import Gazetteer
from extractor.knowledge.entry import Entry
from extractor.knowledge.vocabulary import vocabulary

__all__ = ["find_agents"]

_OFFICES: Final[dict[str, Office]] = {
    "state": "state",
    "own": "own",
    "anonymous": "anonymous",
    "plural": "plural",
    "plural_own": "own",
}
_NUMBERS: Final = {
    word: number
    for words in (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty",
        "un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince",
        "une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze",
        "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn",
    )
    for number, word in enumerate(words.split(), start=1)
}
_OWNING: Final = frozenset({"of", "from", "at", "in", "for", "de", "del", "du", "des", "d'", "von", "der", "la", "the", "le", "les", "l'", "el"})
_PARTNERS: Final = frozenset({"partners", "allies", "powers", "nations", "countries", "governments", "capitals", "states", "counterparts", "leaders", "members"})
_RULERS: Final = frozenset({"administration", "government", "regime", "junta", "authorities"})
_SOME: Final = frozenset({"some", "several", "many", "certain", "other", "most"})
_LONGEST_TITLE = 9
_LONGEST_GROUP = 7


@dataclass(frozen=True, slots=True)
class _Reader:
    """One line being read: what is known of it and of the article so far."""

    line: Line
    known: dict[int, tuple[int, Agent]]  # first word of a mention: index after it, agent
    taken: dict[int, int]
    people: People
    gazetteer: Gazetteer
    place: Agent | None  # "In Japan, …": whose official speaks when nothing else tells


def find_agents(line: Line, gazetteer: Gazetteer, people: People) -> list[AgentSpan]:
    """Every agent of ``line`` in order, not overlapping. Persons met are remembered in ``people``."""
    known = _known(line, gazetteer)
    reader = _Reader(line, known, {start: after for start, (after, _) in known.items()}, people, gazetteer, _place(line, known))
    spans: list[AgentSpan] = []
    index = 0
    while index < len(line.words):
        found = _at(reader, index)
        if found is None:
            index += 1
            continue
        after, agent = _ruling(reader, index, *found)
        end, possessive = _possessive(line, _over_brackets(reader, after, agent))
        spans.append(AgentSpan(index, end, agent, possessive))
        index = end
    return spans


def _over_brackets(reader: _Reader, after: int, agent: Agent) -> int:
    """ "the European Union (EU)": the short form in brackets belongs to the name."""
    words = reader.line.words
    if words[after : after + 1] != ["("]:
        return after
    end, inner = reader.known.get(after + 1, (after + 2, None))
    short = inner is not None and inner.key == agent.key
    if words[end : end + 1] == [")"] and (short or (inner is None and reader.line.raw[after + 1].isupper())):
        return end + 1
    return after


def _ruling(reader: _Reader, start: int, after: int, agent: Agent) -> tuple[int, Agent]:
    """ "the Biden administration", "the Lukashenko regime": the state itself, under the words printed."""
    words = reader.line.words
    state = agent.speaks_for if agent.kind == "person" and agent.office == "state" else None
    if agent.entry is not None and agent.kind == "state":
        state = agent
    follows = words[after] if after < len(words) else ""
    if state is None or state.entry is None or follows not in _RULERS:
        return after, agent
    return after + 1, replace(state, name=reader.line.slice(start, after + 1), form="metonym")


def _known(line: Line, gazetteer: Gazetteer) -> dict[int, tuple[int, Agent]]:
    begins = {start: index for index, start in enumerate(line.starts)}
    ends = {end: index for index, end in enumerate(line.ends)}
    known: dict[int, tuple[int, Agent]] = {}
    for mention in gazetteer.find(line.text, line.language):
        start, last = begins.get(mention.start), ends.get(mention.end)
        if last is None:
            last = ends.get(mention.end + 1)  # "U.S." at the end of a sentence
        if start is not None and last is not None and last >= start:
            name = line.text[mention.start : mention.end]
            known[start] = last + 1, of_entry(mention.entry, name, mention.form)
    return known


def _place(line: Line, known: dict[int, tuple[int, Agent]]) -> Agent | None:
    if len(line.words) > 3 and line.words[0] in ("in", "en", "im"):
        after, agent = known.get(1, (0, None))
        if agent is not None and agent.kind == "state" and line.words[after : after + 1] == [","]:
            return agent
    return None


def _possessive(line: Line, after: int) -> tuple[int, bool]:
    if after < len(line.words) and line.words[after] in ("'s", "'", "s'"):
        attached = line.starts[after] == line.ends[after - 1]
        if attached and (line.words[after] == "'s" or line.words[after - 1].endswith("s")):
            return after + 1, True
    return after, False


def _at(reader: _Reader, index: int) -> tuple[int, Agent] | None:
    line = reader.line
    if index in reader.known or line.cues[index] or line.words[index] in _NUMBERS or line.raw[index][0].isupper() or line.raw[index][0].isdigit():
        return (
            _office(reader, index) or _group(reader, index) or reader.known.get(index) or _person(reader, index)
        )
    return None


# -- offices: "Russia's foreign minister Sergei Lavrov", "a South Korean Foreign Ministry spokeswoman" -------
def _office(reader: _Reader, index: int) -> tuple[int, Agent] | None:
    line = reader.line
    owner: Agent | None = None
    at, role_start = index, -1
    role_value = ""
    while at < min(len(line.words), index + _LONGEST_TITLE):
        if at in reader.known:
            at, owner = reader.known[at]
            at, _ = _possessive(line, at)
            continue
        value = line.value(at, "role")
        if value is not None:
            role_start, role_value, at = at, value, line.after[at]
            continue
        if role_start < 0 and line.has(at, "rankword"):
            at += 1
            continue
        break
    if role_start < 0 or at == index:
        return None
    return _held(reader, index, at, owner, role_value)


def _held(reader: _Reader, start: int, after: int, owner: Agent | None, value: str) -> tuple[int, Agent] | None:
    line = reader.line
    office = _OFFICES[value]
    title = line.slice(start, after)
    if owner is None:
        after, owner = _owner_after(reader, after, line.words[after - 1])
    name_at, name_after = _name_after(reader, after, office)
    name = line.slice(name_at, name_after) if name_at else ""
    owner = owner or _by_office(reader, title) or (_leader(reader, name) if name else None)
    if not name and owner is None and reader.place is None:
        return None
    state = owner or reader.place
    holder = None if state is None else _state_of(reader, state)
    group = office == "plural" or value == "plural_own"
    agent = Agent(
        name=name or line.slice(start, after),
        kind="group" if group else "person",
        country=state.country if state else None,
        role=None if not name else title,
        office=office,
        speaks_for=None if office == "own" else holder,
    )
    if name:
        reader.people.learn(agent)
    return (name_after if name else after), agent


def _owner_after(reader: _Reader, after: int, last_word: str) -> tuple[int, Agent | None]:
    """ "minister of China", "officials from the State Department", but not "ambassador to India"."""
    words = reader.line.words
    at = after
    while at < min(len(words), after + 3) and words[at] in _OWNING:
        at += 1
    if at == after or at not in reader.known or last_word == "ambassador" and words[after] == "to":
        return after, None
    end, agent = reader.known[at]
    return end, agent


def _name_after(reader: _Reader, after: int, office: Office) -> tuple[int, int]:
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
    end = name_end(line, begin, reader.taken)
    if end == begin or (comma and (end - begin < 2 or end < len(line.words) and line.words[end] in ("and", "or"))):
        return 0, 0
    if line.headline_case and end - begin > 3:
        return 0, 0
    return begin, end


def _by_office(reader: _Reader, title: str) -> Agent | None:
    folded = title.casefold()
    for state, offices in _OFFICE_OWNERS.items():
        if any(office in folded for office in offices):
            entry = reader.gazetteer.entry(state)
            return None if entry is None else of_entry(entry, entry.name)
    return None


_OFFICE_OWNERS: Final = {
    "country:US": ("secretary of state", "treasury secretary", "commerce secretary", "secretary of the treasury", "press secretary", "attorney general"),
    "country:GB": ("foreign secretary",),
    "country:JP": ("chief cabinet secretary",),
    "country:IN": ("external affairs minister",),
    "org:EU": ("high representative", "foreign policy chief", "council president", "commission president"),
}


def _leader(reader: _Reader, name: str) -> Agent | None:
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


def _state_of(reader: _Reader, agent: Agent) -> Agent:
    """The state or organisation that an office belongs to; a mention that is one itself keeps its name."""
    entry = agent.entry
    if entry is None or entry.kind in ("state", "intl_org", "coalition"):
        return agent
    above = reader.gazetteer.state_of(entry) if hasattr(reader.gazetteer, "state_of") else None
    return agent if above is None else of_entry(above, above.name)


# -- groups: "eleven individuals", "three Chinese companies", "Western partners" -----------------------------
def _group(reader: _Reader, index: int) -> tuple[int, Agent] | None:
    line = reader.line
    at, owner, noun = index, None, -1
    count = _number(line, index)
    some = line.words[index] in _SOME
    if count is not None or some:
        at += 1
    while at < min(len(line.words), index + _LONGEST_GROUP):
        if at in reader.known and noun < 0:
            if owner is not None:
                return None
            end, owner = reader.known[at]
            at, _ = _possessive(line, end)
            continue
        if line.has(at, "designee") or ((owner is not None or some) and line.words[at] in _PARTNERS):
            noun, at = at, line.after[at]
            continue
        if noun < 0 and (count is not None or owner is not None) and _describes(line, at):
            at += 1
            continue
        break
    if noun < 0:
        return None
    if owner is None and at in reader.known and line.language in ("es", "fr") and reader.known[at][1].form == "demonym":
        at, owner = reader.known[at]  # "siete funcionarios venezolanos"
    agent = Agent(line.slice(index, at), "group", owner.country if owner else None, count=count)
    if line.words[at - 1] in ("vessel", "tanker", "ship", "company", "bank", "firm", "individual") and count is None:
        return None
    return at, agent


def _number(line: Line, index: int) -> int | None:
    word = line.words[index]
    if word.isdigit() and not (len(word) == 4 and word.startswith(("19", "20"))):
        return int(word)
    return _NUMBERS.get(word)


def _describes(line: Line, at: int) -> bool:
    word = line.raw[at]
    blocked = ("prep", "opener", "and", "strong", "be", "have", "modal", "speech", "det", "pronoun")
    return word[0].isalpha() and word[0].islower() and not any(line.has(at, kind) for kind in blocked)


# -- persons and other names ---------------------------------------------------------------------------------
def _person(reader: _Reader, index: int) -> tuple[int, Agent] | None:
    line = reader.line
    begin = index + 1 if is_title(line.words[index]) and index + 1 < len(line.words) else index
    end = name_end(line, begin, reader.taken)
    if end == begin:
        return None
    name = line.slice(begin, end)
    described = _described(reader, name, end)
    if described is not None:
        return described
    return _recognised(reader, name, end) or _unknown(reader, begin, end, titled=begin > index)


def _recognised(reader: _Reader, name: str, end: int) -> tuple[int, Agent] | None:
    known = reader.people.recall(name.split()[-1])
    if known is not None:
        return end, known
    state = _leader(reader, name)
    if state is None:
        return None
    agent = Agent(name, "person", state.country, office="state", speaks_for=state)
    reader.people.learn(agent)
    return end, agent


def _unknown(reader: _Reader, begin: int, end: int, *, titled: bool) -> tuple[int, Agent] | None:
    line = reader.line
    first = begin == 0 or line.words[begin - 1] in (".", "“", '"', ":")
    if line.headline_case or (end - begin == 1 and (first or not line.raw[begin].isupper()) and not titled):
        return None
    return end, Agent(line.slice(begin, end), kind_of_name(line, begin, end))


def _described(reader: _Reader, name: str, end: int) -> tuple[int, Agent] | None:
    """ "Sergei Lavrov, the Russian foreign minister," """
    line = reader.line
    if line.words[end : end + 1] != [","] or end + 1 >= len(line.words) or line.headline_case:
        return None
    at = end + 2 if line.has(end + 1, "det") else end + 1
    if at >= len(line.words):
        return None
    found = _office(replace(reader, place=reader.place), at)
    if found is None or found[1].kind != "person" or found[1].role is not None:
        return None
    after, office = found
    agent = replace(office, name=name, role=line.slice(at, after))
    reader.people.learn(agent)
    return after, agent
