"""Agents in a line: gazetteer mentions joined with offices, names, numbers and nouns for groups."""

from __future__ import annotations

from dataclasses import replace
from itertools import compress, count
from operator import ne
from typing import Final

from extractor.engines.rules.agents import Agent, AgentSpan, People, of_entry
from extractor.engines.rules.groups import COUNTING, group_at
from extractor.engines.rules.line import Line
from extractor.engines.rules.mention_reader import Reader, leader, over_possessive
from extractor.engines.rules.names import is_title, kind_of_name, name_end
from extractor.engines.rules.offices import office_at
from extractor.knowledge.actors import Gazetteer

__all__ = ["find_agents"]


_RULERS: Final = frozenset({"administration", "government", "regime", "junta", "authorities"})


_GOVERNMENTS: Final = frozenset(
    {"gobierno", "administración", "régimen", "gouvernement", "régime", "administration", "regierung"}
)


_ORGANS: Final = frozenset({"council", "commission", "parliament"})


_FIRST: Final = COUNTING | _GOVERNMENTS
_BEGINNING: Final = frozenset({"role", "rankword", "designee"})


_TITLED: Final = frozenset({"role", "rankword"})


def find_agents(line: Line, gazetteer: Gazetteer, people: People) -> list[AgentSpan]:
    """Every agent of ``line`` in order, not overlapping. Persons met are remembered in ``people``."""
    known = _known(line, gazetteer)
    reader = Reader(
        line,
        known,
        people,
        gazetteer,
        _place(line, known),
    )
    spans: list[AgentSpan] = []
    index = 0
    for begin in _beginnings(line, known):
        if begin < index:
            continue
        index = begin
        found = _at(reader, index)
        if found is None:
            continue
        after, agent = _ruling(reader, index, *found)
        end, possessive = over_possessive(line, _over_brackets(reader, after, agent))
        spans.append(AgentSpan(index, end, agent, possessive))
        index = end
    return spans


def _known(line: Line, gazetteer: Gazetteer) -> dict[int, tuple[int, Agent]]:
    mentions = gazetteer.find(line.text, line.language)
    begins = dict(zip(line.starts, range(len(line.starts)), strict=True)) if mentions else {}
    ends = dict(zip(line.ends, range(len(line.ends)), strict=True)) if mentions else {}
    known: dict[int, tuple[int, Agent]] = {}
    for mention in mentions:
        start, last = begins.get(mention.start), ends.get(mention.end)
        if last is None:
            last = ends.get(mention.end + 1)  # "U.S." at the end of a sentence
        if start is not None and last is not None and last >= start:
            name = line.text[mention.start : mention.end]
            known[start] = last + 1, of_entry(mention.entry, name, mention.form)
    first = line.raw[0] if line.raw else ""
    if first.isupper() and len(first) > 4 and 0 not in known:  # "TANZANIAN Prime Minister …" opens an article
        found = gazetteer.resolve(first.capitalize(), line.language)
        if found is not None:
            known[0] = 1, of_entry(found[0], first, found[1])
    return known


def _place(line: Line, known: dict[int, tuple[int, Agent]]) -> Agent | None:
    if len(line.words) > 3 and line.words[0] in ("in", "en", "im"):
        after, agent = known.get(1, (0, None))
        if agent is not None and agent.kind == "state" and line.words[after : after + 1] == [","]:
            return agent
    return None


def _firm(reader: Reader, index: int, after: int, state: Agent) -> tuple[int, Agent] | None:
    """ "Myanma Oil and Gas Company", "Iran Shipping Lines": a firm whose name begins with its state."""
    line = reader.line
    end = name_end(line, after, reader.known)
    if end < len(line.words) and line.words[end] == "and":
        further = name_end(line, end + 1, reader.known)
        end = further if further > end + 1 and line.has(further - 1, "firm") else end
    if end == after or not line.has(end - 1, "firm") or line.headline_case:
        return None
    return end, Agent(line.slice(index, end), "company", state.country, of=state)


def _beginnings(line: Line, known: dict[int, tuple[int, Agent]]) -> list[int]:
    """The words where an agent may begin: capitals, numbers, titles, nouns for groups."""
    raw, words = line.raw, line.words
    begins = {index for index in compress(count(), map(ne, raw, words)) if raw[index][0] != words[index][0]}
    begins.update(known)
    begins.update(compress(count(), map(_FIRST.__contains__, words)))
    begins.update([index for index, word in enumerate(words) if word[0].isdigit()])
    if not _BEGINNING.isdisjoint(line.kinds):
        begins.update([at for at, cues in enumerate(line.cues) if not _BEGINNING.isdisjoint(cues.kinds)])
    return sorted(begins)


def _at(reader: Reader, index: int) -> tuple[int, Agent] | None:
    line = reader.line
    known = reader.known.get(index)
    kinds = line.cues[index].kinds
    if known is not None:
        return office_at(reader, index) or group_at(reader, index) or _firm(reader, index, *known) or known
    word, letter = line.words[index], line.raw[index][0]
    found = _government(reader, index) if word in _GOVERNMENTS else None
    if not _TITLED.isdisjoint(kinds):
        found = office_at(reader, index)
    if found is None and ("designee" in kinds or word in COUNTING or letter.isdigit()):
        found = group_at(reader, index)
    if found is None and letter.isupper():
        found = _person(reader, index)
    return found


def _over_brackets(reader: Reader, after: int, agent: Agent) -> int:
    """ "the European Union (EU)": the short form in brackets belongs to the name."""
    words = reader.line.words
    if after >= len(words) or words[after] != "(":
        return after
    end, inner = reader.known.get(after + 1, (after + 2, None))
    short = inner is not None and inner.key == agent.key
    if words[end : end + 1] == [")"] and (short or (inner is None and reader.line.raw[after + 1].isupper())):
        return end + 1
    return after


def _government(reader: Reader, index: int) -> tuple[int, Agent] | None:
    """ "el gobierno de Nicolás Maduro": the state of the person who heads it."""
    words = reader.line.words
    if words[index + 1 : index + 2] not in (["de"], ["von"], ["d'"]) or index + 2 >= len(words):
        return None
    found = _person(reader, index + 2)
    if found is None or found[1].speaks_for is None or found[1].office != "state":
        return None
    after, agent = found
    state = agent.speaks_for
    assert state is not None
    return after, replace(state, name=reader.line.slice(index, after), form="metonym")


def _ruling(reader: Reader, start: int, after: int, agent: Agent) -> tuple[int, Agent]:
    """ "the Biden administration", "the Lukashenko regime": the state itself, under the words printed."""
    words = reader.line.words
    if after >= len(words) or (words[after] not in _RULERS and words[after] not in _ORGANS):
        return after, agent
    state = agent.speaks_for if agent.kind == "person" and agent.office == "state" else None
    if agent.entry is not None and agent.kind == "state":
        state = agent
    follows = words[after]
    if (
        agent.kind == "intl_org"
        and follows in _ORGANS
        and reader.line.raw[after][0].isupper()
        and agent.entry is not None
    ):
        return after + 1, of_entry(agent.entry, reader.line.slice(start, after + 1), agent.form)
    if state is None or state.entry is None or follows not in _RULERS:
        return after, agent
    return after + 1, replace(state, name=reader.line.slice(start, after + 1), form="metonym")


def _person(reader: Reader, index: int) -> tuple[int, Agent] | None:
    line = reader.line
    begin = index + 1 if is_title(line.words[index]) and index + 1 < len(line.words) else index
    end = name_end(line, begin, reader.known)
    if end == begin:
        return None
    name = line.slice(begin, end)
    described = _described(reader, name, end)
    if described is not None:
        return described
    return _recognised(reader, name, end) or _unknown(reader, begin, end, titled=begin > index)


def _recognised(reader: Reader, name: str, end: int) -> tuple[int, Agent] | None:
    known = reader.people.recall(name.rsplit(maxsplit=1)[-1])
    if known is not None:
        return end, known
    state = leader(reader, name)
    if state is None:
        return None
    agent = Agent(name, "person", state.country, office="state", speaks_for=state)
    reader.people.learn(agent)
    return end, agent


def _unknown(reader: Reader, begin: int, end: int, *, titled: bool) -> tuple[int, Agent] | None:
    line = reader.line
    first = begin == 0 or line.words[begin - 1] in (".", "“", '"', ":")
    if line.headline_case or (end - begin == 1 and (first or not line.raw[begin].isupper()) and not titled):
        return None
    return end, Agent(line.slice(begin, end), kind_of_name(line, begin, end))


def _described(reader: Reader, name: str, end: int) -> tuple[int, Agent] | None:
    """ "Sergei Lavrov, the Russian foreign minister," """
    line = reader.line
    if line.words[end : end + 1] != [","] or end + 1 >= len(line.words) or line.headline_case:
        return None
    at = end + 2 if line.has(end + 1, "det") else end + 1
    if at >= len(line.words):
        return None
    found = office_at(reader, at)
    if found is None or found[1].kind != "person" or found[1].role is not None:
        return None
    after, office = found
    agent = replace(office, name=name, role=line.slice(at, after))
    reader.people.learn(agent)
    return after, agent
