"""A line while its agents are being read: what is known of it and of the article so far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from extractor.engines.rules.lines.line import Line
from extractor.engines.rules.lines.marks import DESIGNEE, MEMBER, marks_of
from extractor.engines.rules.who.agents import Agent, People, of_entry
from extractor.knowledge.actors import Gazetteer
from extractor.knowledge.entry import BodyNoun, Entry
from extractor.knowledge.token_forms import Tokens

__all__ = [
    "Reader",
    "body_meant",
    "first_part",
    "leader",
    "over_possessive",
    "read",
    "state_meant",
    "state_of",
]

_POSSESSIVE: Final = frozenset({"'s", "'", "s'"})
_SEATED: Final = ("-mission", "-embassy", "-delegation")
_GROUPED: Final = DESIGNEE | MEMBER
_AT_SEAT: Final = frozenset({"to", "in", "at", "en", "ante", "à", "au", "aux", "auprès", "près", "bei"})
_ARTICLES: Final = frozenset(
    {"the", "la", "le", "les", "el", "los", "l'", "der", "den", "dem", "des", "de", "d'", "du"}
)
_PLACED: Final = frozenset(("in", "en", "im", "à"))
_ACCREDITING: Final = frozenset({"un", "uno", "eu", "nato", "osze"})
_GOVERNMENT: Final = "government"
_OF_MEMBERS: Final = frozenset({"de", "d'", "del"})
_MEMBERS: Final = frozenset({"membres", "miembros", "miembro"})
_COUNTRIES: Final = frozenset({"pays", "états", "etats", "países", "estados"})
_TWENTY_SEVEN: Final = frozenset({"vingt-sept", "veintisiete", "quinze", "quince"})
_THE: Final = frozenset({"les", "los", "des", "aux"})


@dataclass(slots=True)
class Reader:
    """One line being read: what is known of it and of the article so far."""

    line: Line
    known: dict[int, tuple[int, Agent]]  # first word of a mention: index after it, agent
    nouns: dict[int, tuple[int, BodyNoun]]  # "foreign ministry" whose state is not told beside it
    marks: list[int]
    people: People
    gazetteer: Gazetteer
    grouped: list[int]  # words that are nouns for groups
    place: Agent | None  # "In Japan, …": whose official speaks when nothing else tells
    persons: dict[int, tuple[int, Agent]]  # as in ``known``, which would part them from their offices


def read(line: Line, gazetteer: Gazetteer, people: People) -> Reader:
    """The line with its known mentions found."""
    known: dict[int, tuple[int, Agent]] = {}
    nouns: dict[int, tuple[int, BodyNoun]] = {}
    persons: dict[int, tuple[int, Agent]] = {}
    seated = False
    text, starts, ends = line.text, line.starts, line.ends
    tokens = Tokens(line.raw, line.words, starts, ends)
    for start, after, form, noun in gazetteer.find_in(tokens, line.language):
        if form is not None and isinstance(form.target, Entry):
            entry = form.target
            name = text[starts[start] : ends[after - 1]]
            held = persons if entry.kind == "person" else known
            held[start] = after, Agent(name, entry.kind, entry.country, entry, form.type)
            seated = seated or (entry.kind == "government_body" and entry.id.endswith(_SEATED))
        elif noun is not None and noun.slug != _GOVERNMENT:
            nouns[start] = after, noun
    if line.language in ("es", "fr"):
        _over_members(line, known)
    marks = marks_of(line)
    grouped = [at for at, mark in enumerate(marks) if mark & _GROUPED]
    reader = Reader(line, known, nouns, marks, people, gazetteer, grouped, _place(line, known), persons)
    if seated:
        _seat(reader)
    return reader


def _over_members(line: Line, known: dict[int, tuple[int, Agent]]) -> None:
    """ "les 27 pays membres de l'UE", "los países de la UE": the organisation itself."""
    words = line.words
    for start, (after, agent) in list(known.items()):
        if agent.kind != "intl_org" or start < 2:
            continue
        at = start - 1
        while at > 0 and words[at] in _ARTICLES:
            at -= 1
        if words[at] in _OF_MEMBERS:
            at -= 1
        if words[at] in _MEMBERS:
            at -= 1
        if words[at] not in _COUNTRIES:
            continue
        if at > 0 and (words[at - 1].isdecimal() or words[at - 1] in _TWENTY_SEVEN):
            at -= 1
        before = words[at - 1] if at else ""
        if before in _THE and words[at - 2 : at - 1] != ["plupart"] and "mayoría" not in words[:at]:
            del known[start]
            known[at] = after, agent


def _seat(reader: Reader) -> None:
    """ "China's embassy in Washington", "the Iranian mission to the UN": one name; the seat is no actor."""
    line, known = reader.line, reader.known
    for start, (after, agent) in list(known.items()):
        entry = agent.entry
        if entry is None or entry.kind != "government_body" or not entry.id.endswith(_SEATED):
            continue
        at = after
        if at < len(line.words) and line.words[at] in _AT_SEAT:
            at += 1
            while at < len(line.words) and line.words[at] in _ARTICLES:
                at += 1
            if at in known:
                end = known.pop(at)[0]
                known[start] = end, of_entry(entry, line.slice(start, end), "name")


def _place(line: Line, known: dict[int, tuple[int, Agent]]) -> Agent | None:
    bare = line.language == "fr" and line.raw[0] == "A"  # "A Kinshasa, …", without the accent
    if len(line.words) > 3 and (line.words[0] in _PLACED or bare):
        after, agent = known.get(1, (0, None))
        if agent is not None and agent.kind == "state" and line.words[after : after + 1] == [","]:
            return agent
    return None


def over_possessive(line: Line, after: int) -> tuple[int, bool]:
    """The index after a possessive mark at ``after``, and whether there is one."""
    if after < len(line.words) and line.words[after] in _POSSESSIVE:
        attached = line.starts[after] == line.ends[after - 1]
        if attached and (line.words[after] == "'s" or line.words[after - 1].endswith("s")):
            return after + 1, True
    return after, False


def first_part(reader: Reader, index: int) -> Agent | None:
    """Whom the first part of a hyphenated or German compound names: "US-Finanzminister", "Kremlsprecher"."""
    printed = reader.line.raw[index]
    cut = printed.find("-")
    entry: Entry | None = None
    if cut > 0:
        name = printed[:cut]
        if name.lower() in _ACCREDITING and "otschafter" in printed:
            return None  # who is accredited there, and speaks for another
        entry = reader.gazetteer.of_word(name, reader.line.language)
    elif reader.line.language == "de":
        name = next(
            (lead for lead in ("Kreml", "Bundes", "Élysée", "Elysée") if printed.startswith(lead)), ""
        )
        if name == "Bundes":
            entry = reader.gazetteer.by_country("DE")
        elif name:
            entry = reader.gazetteer.of_word(name, "de")
    return None if entry is None else of_entry(entry, entry.name if name == "Bundes" else name, "name")


def leader(reader: Reader, name: str) -> Agent | None:
    """The state that the well-known holder of an office called ``name`` speaks for."""
    words = name.split()
    for size in (len(words), 2, 1):
        state = reader.line.known.leaders.get(" ".join(words[-size:]))
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


def body_meant(reader: Reader, noun: BodyNoun, name: str, *, guess: bool = True) -> Agent | None:
    """Whose "foreign ministry" is meant: the one named before, else that of the state in question."""
    before = reader.people.by_body.get(noun.slug)
    if before is not None and before.entry is not None:
        return of_entry(before.entry, name)
    state = state_meant(reader) if guess else reader.place
    if state is None or state.entry is None or not state.entry.id.startswith("country:"):
        return None
    entry = reader.gazetteer.body(state.entry, noun)
    return None if entry is None else of_entry(entry, name)


def state_meant(reader: Reader) -> Agent | None:
    """The state that an office without one belongs to: where it was said, else whose was named last."""
    if reader.place is not None:
        return reader.place
    words = reader.line.words
    for start, (_, agent) in reader.known.items():
        if agent.form == "capital" and start and words[start - 1] in _PLACED:
            return state_of(reader, agent)
    meant = reader.people.home or reader.people.state or reader.people.country
    return None if meant is None else state_of(reader, meant)
