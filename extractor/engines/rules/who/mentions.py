"""Agents in a line: gazetteer mentions joined with offices, names, numbers and nouns for groups."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extractor.engines.rules.lines.line import Line
from extractor.engines.rules.lines.marks import BARRED, DESIGNEE, HARD, MEMBER, RANK, ROLE
from extractor.engines.rules.lines.numbers import NUMBER_WORDS
from extractor.engines.rules.who.agents import Agent, AgentSpan, People, of_entry
from extractor.engines.rules.who.groups import COUNTING, MANY, describes, group_at
from extractor.engines.rules.who.mention_reader import Reader, body_meant, leader, over_possessive, read
from extractor.engines.rules.who.names import (
    headline,
    is_title,
    kind_of_name,
    name_end,
    named_by_noun,
    no_actor,
    starts_name,
)
from extractor.engines.rules.who.offices import office_at
from extractor.knowledge.actors import Gazetteer

__all__ = ["find_agents"]


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_RULERS: Final = _listed("administration government regime junta authorities")
_GOVERNMENTS: Final = _listed("gobierno administración régimen gouvernement régime administration regierung")
_ORGANS: Final = _listed("council commission parliament")
_FOLLOWING: Final = _RULERS | _ORGANS
_SHORT_NAMES: Final = _listed(
    """
    council commission parliament committee treasury department assembly court bank agency union office
    senate consejo comisión parlamento comité tesoro departamento asamblea tribunal conseil commission
    parlement comité trésor département assemblée rat kommission parlament ausschuss
    """
)
_COMMISSION: Final = ("commission", "comisión", "kommission")
_FIRST: Final = COUNTING | _GOVERNMENTS
_LEADING: Final = ROLE | RANK
_GROUPED: Final = DESIGNEE | MEMBER
_SHAPES: Final[dict[str, bool]] = {}  # of words met before, whether they may begin an agent
_MOST_SHAPES: Final = 50_000
_MARKED: Final = ROLE | RANK | DESIGNEE
_GROUP_REACH: Final = 9
_IN: Final = frozenset({"in", "en", "à"})
_LINES_OF_DATELINE: Final = 4  # a title, a subtitle and the like may stand before it
_DATELINE: Final = _listed("( — – - --")
_DASHES: Final = frozenset({"—", "–", "-", "--"})
_LONGEST_POST: Final = 12  # words
_LONGEST_DATELINE: Final = 16  # words
_POSSESSIVE: Final = frozenset({"'s", "'"})
_LISTING: Final = frozenset({",", "and", "y", "et", "und"})
_MADE: Final = ("company", "vessel")


def find_agents(line: Line, gazetteer: Gazetteer, people: People) -> list[AgentSpan]:
    """Every agent of ``line`` in order, not overlapping. Persons met are remembered in ``people``."""
    reader = read(line, gazetteer, people)
    index = 0
    if people.home is None and people.lines < _LINES_OF_DATELINE:
        people.home, people.lines = _dateline(reader), people.lines + 1
        index = _story_from(line) if people.home is not None else 0
    spans: list[AgentSpan] = []
    left: list[int] = []  # capitals that are nobody, so far
    made = False
    words = line.words
    for begin in _beginnings(reader):
        if begin < index:
            continue
        found = _at(reader, begin)
        if found is None:
            if line.raw[begin][0].isupper():
                left.append(begin)
            continue
        after, agent = found
        if after == len(words):
            end, possessive = after, False
        else:
            if words[after] in _FOLLOWING:
                after, agent = _ruling(reader, begin, after, agent)
            if words[after : after + 1] == ["("]:
                after = _over_brackets(reader, after, agent)
            end, possessive = over_possessive(line, after)
        spans.append(AgentSpan(begin, end, agent, possessive))
        index = end
        if agent.entry is not None:
            _note(reader, agent)
        elif agent.kind in _MADE:
            made = True
            people.by_first.setdefault(agent.name.split()[0], agent)
    return _listed_names(reader, spans, left) if made and left else spans


def _dateline(reader: Reader) -> Agent | None:
    """ "BEIJING, March 3 (Reuters) —", "Berlin (dpa) –": the state where the article was written."""
    line = reader.line
    for at in (0, 1):
        after, agent = reader.known.get(at, (0, None))
        if (
            agent is not None
            and agent.form == "capital"
            and not _DATELINE.isdisjoint(line.words[after : after + 8])
        ):
            return agent
    return None


def _story_from(line: Line) -> int:
    """The word after the dash of a dateline: the place before it does nothing; 0 without a dash."""
    for at, word in enumerate(line.words[:_LONGEST_DATELINE]):
        if word in _DASHES:
            return at + 1
    return 0


def _note(reader: Reader, agent: Agent) -> None:
    """Remembers what may be named by a part of its name later: "the Commission", "the foreign ministry"."""
    people = reader.people
    if agent.entry is not None and agent.entry.id == "org:EU" and not people.by_organ:
        commission = reader.gazetteer.entry("org:EU-commission")
        if commission is not None:
            people.by_organ |= dict.fromkeys(_COMMISSION, of_entry(commission, commission.name))
    if agent.kind in ("intl_org", "government_body") and agent.entry is not None:
        words = agent.name.split()
        if len(words) > 1:
            for word in (words[0].lower(), words[-1].lower()):
                if word in _SHORT_NAMES:
                    people.by_organ[word] = agent
        if agent.entry.id.startswith("body:"):
            people.by_body[agent.entry.id[8:]] = agent
            people.state = agent
    if agent.kind == "state" and agent.form != "demonym":
        people.country = agent
        if agent.name.endswith("government"):
            people.state = agent


def _beginnings(reader: Reader) -> list[int]:
    """The words where an agent may begin: capitals, numbers, titles, nouns for groups."""
    shapes = list(map(_SHAPES.get, reader.line.raw))
    if None in shapes:
        if len(_SHAPES) > _MOST_SHAPES:
            _SHAPES.clear()
        _SHAPES.update({word: _begins(word) for word in reader.line.raw})
        shapes = list(map(_SHAPES.get, reader.line.raw))
    begins = [at for at, mark in enumerate(reader.marks) if mark & _MARKED or shapes[at]]
    missing = [at for at in (*reader.known, *reader.nouns, *reader.persons) if not shapes[at]]
    return sorted({*begins, *missing}) if missing else begins


def _begins(printed: str) -> bool:
    """Whether a word as printed may begin an agent by itself: a capital, a number, a word of counting."""
    counted = printed[0].isupper() or printed[0].isdecimal() or printed.lower() in _FIRST
    return counted or printed.startswith("anti-")


def _at(reader: Reader, index: int) -> tuple[int, Agent] | None:
    line = reader.line
    known = reader.known.get(index)
    if known is not None:
        return _from_known(reader, index, *known)
    word, letter = line.words[index], line.raw[index][0]
    mark = reader.marks[index]
    counting = word in COUNTING or word[0].isdecimal()
    if mark in (BARRED, BARRED | HARD):  # most words that begin a sentence
        return group_at(reader, index) if counting and _may_count(reader, index, word) else None
    if (word.endswith("-related") or word.startswith("anti-")) and _before_sanctions(line, index + 1):
        return _about(reader, index)
    found = _government(reader, index) if word in _GOVERNMENTS else None
    if mark & _LEADING or index in reader.nouns:
        found = office_at(reader, index)
    if found is None and index in reader.nouns:
        found = _body(reader, index)
    if found is None and (mark & DESIGNEE or (counting and _may_count(reader, index, word))):
        found = group_at(reader, index)
    if found is None and (letter.isupper() or "-" in word):
        found = _organ(reader, index) or _person(reader, index)
    if index in reader.persons and (found is None or found[1].kind != "person"):
        found = reader.persons[index]
    return found


def _about(reader: Reader, index: int) -> tuple[int, Agent] | None:
    """The state of "Iran-related", "anti-Russian"."""
    printed = reader.line.raw[index]
    name = printed[5:] if printed.lower().startswith("anti-") else printed[: -len("-related")]
    hit = reader.gazetteer.resolve(name, reader.line.language) if name[:1].isupper() else None
    if hit is None or hit[0].kind not in ("state", "other"):
        return None
    return index + 1, Agent(name, hit[0].kind, hit[0].country, hit[0], "name")


def _before_sanctions(line: Line, at: int) -> bool:
    """ "Iran-related sanctions"."""
    return any(line.has(index, "strong") for index in range(at, min(at + 2, len(line.words))))


def _from_known(reader: Reader, index: int, after: int, agent: Agent) -> tuple[int, Agent]:
    line = reader.line
    at = after + 1 if after < len(line.words) and line.words[after] in _POSSESSIVE else after
    if at < len(line.words):
        if reader.marks[at] & _LEADING or at in reader.known or at in reader.nouns:
            office = office_at(reader, index)
            if office is not None:
                return office
        if (
            reader.grouped
            and at <= reader.grouped[-1]
            and (reader.marks[at] & _GROUPED or _may_describe(line, at))
        ):
            group = group_at(reader, index)
            if group is not None:
                return group
        if line.raw[at][0].isupper() and at == after:
            firm = _firm(reader, index, after, agent)
            if firm is not None:
                return firm
    return after, agent


def _may_count(reader: Reader, index: int, word: str) -> bool:
    """Whether a number or a word of counting stands here, and a noun for a group near after it."""
    number = word[0].isdecimal()
    if not (number or word in COUNTING):
        return False
    following = next((at for at in reader.grouped if at > index), None)
    if following is not None and following - index <= _GROUP_REACH:
        return True
    line = reader.line
    if line.language == "de":
        return any(_inhabitants(reader, at) for at in (index + 1, index + 2))
    return line.language == "en" and (number or word in NUMBER_WORDS or word in MANY)


def _inhabitants(reader: Reader, at: int) -> bool:
    """German: "16 weitere Russen", a demonym that is a noun."""
    held = reader.known.get(at)
    return held is not None and held[1].form == "demonym" and reader.line.raw[at][0].isupper()


def _may_describe(line: Line, at: int) -> bool:
    """Whether a word may stand between the owner of a group and its noun: "Chinese state-owned banks"."""
    return describes(line, at) or line.raw[at][0].isdecimal() or line.words[at] in COUNTING


def _firm(reader: Reader, index: int, after: int, state: Agent) -> tuple[int, Agent] | None:
    """ "Myanma Oil and Gas Company", "Iran Shipping Lines": a firm whose name begins with its state."""
    line, marks = reader.line, reader.marks
    end = name_end(line, marks, after, reader.known)
    if end < len(line.words) and line.words[end] == "and":
        further = name_end(line, marks, end + 1, reader.known)
        end = further if further > end + 1 and line.has(further - 1, "firm") else end
    if end == after or headline(line):
        return None
    if state.form == "demonym" and line.language in ("es", "fr"):
        return None  # "la petrolera española X": the adjective is of the noun before
    kind = kind_of_name(line, marks, after, end)
    if kind not in ("company", "other") or (kind == "other" and end == after + 1):
        return None
    return end, Agent(line.slice(index, end), kind, state.country, of=state)


def _body(reader: Reader, index: int) -> tuple[int, Agent] | None:
    """ "the foreign ministry", whose state is not told beside it."""
    after, noun = reader.nouns[index]
    line, known = reader.line, reader.known
    seat = known.get(after + 1)
    if (
        noun.slug.endswith("ministry")
        and seat is not None
        and seat[1].form == "capital"
        and line.words[after] in _IN
    ):
        state, entry = seat[1].entry, None
        if state is not None and state.id.startswith("country:"):
            entry = reader.gazetteer.body(state, noun)
        if entry is not None:  # "the foreign ministry in Tehran"
            return seat[0], of_entry(entry, line.slice(index, seat[0]))
    body = body_meant(reader, noun, line.slice(index, after), guess=noun.slug.endswith("ministry"))
    return None if body is None else (after, body)


def _organ(reader: Reader, index: int) -> tuple[int, Agent] | None:
    """ "the Commission", "el Consejo": the one whose full name was given before."""
    line = reader.line
    known = reader.people.by_organ.get(line.words[index]) if reader.people.by_organ else None
    if known is None or known.entry is None or index == 0 or not line.raw[index][1:].islower():
        return None
    covered = line.after[index - 1] > index  # "the union" is read as one word for a name before
    follows = line.raw[index + 1] if index + 1 < len(line.raw) else "."
    if covered or follows[0].isupper():
        return None
    return index + 1, of_entry(known.entry, line.raw[index])


def _over_brackets(reader: Reader, after: int, agent: Agent) -> int:
    """ "the European Union (EU)": the short form in brackets belongs to the name."""
    words = reader.line.words
    if after + 1 >= len(words):
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
    line, marks = reader.line, reader.marks
    begin = index
    while begin + 1 < len(line.words) and is_title(line.words[begin]):
        begin += 1
        if line.words[begin] == "." and line.words[begin - 1] == "m" and begin + 1 < len(line.words):
            begin += 1  # "M. Lavrov", in French
    end = name_end(line, marks, begin, reader.known)
    if end == begin or (begin == index and not starts_name(line, marks, index)):
        return None
    if line.language == "de" and end - begin > 2 and (len(line.raw[begin]) > 7 or "-" in line.raw[begin]):
        return None  # a noun before the name: "Grünen-Ständerätin Mirjam Favre"
    if line.raw[begin].isupper() and end == begin + 1:
        end = _surname_first(reader, begin, end)
    name = line.slice(begin, end)
    if line.words[end : end + 1] == [","]:
        described = _described(reader, name, end)
        if described is not None:
            return described
    return _recognised(reader, name, end) or _unknown(reader, begin, end, titled=begin > index)


def _surname_first(reader: Reader, begin: int, end: int) -> int:
    """ "SALEH, Munir Tawfiq", as lists print it."""
    line = reader.line
    if line.words[end : end + 1] != [","] or len(line.raw[begin]) < 3 or headline(line):
        return end
    further = name_end(line, reader.marks, end + 1, reader.known)
    return further if further > end + 1 and not line.raw[end + 1].isupper() else end


def _recognised(reader: Reader, name: str, end: int) -> tuple[int, Agent] | None:
    last = name.rsplit(maxsplit=1)[-1]
    known = reader.people.recall(last) or reader.people.by_first.get(name)
    if known is None and reader.line.language == "de" and last.endswith("s"):
        known = reader.people.recall(last[:-1])  # "Orbáns Regierung"
    if known is not None:
        return end, known
    state = leader(reader, name)
    if state is None and reader.line.language == "de" and name.endswith("s"):
        state = leader(reader, name[:-1])
    if state is None:
        return None
    agent = Agent(name, "person", state.country, office="state", speaks_for=state)
    reader.people.learn(agent)
    return end, agent


def _unknown(reader: Reader, begin: int, end: int, *, titled: bool) -> tuple[int, Agent] | None:
    line = reader.line
    if headline(line) or no_actor(line, begin, end):
        return None
    if end - begin == 1 and not titled:
        first = begin == 0 or line.words[begin - 1] in (".", ":")
        told = named_by_noun(line, reader.marks, begin)
        if told is None and (first or not line.raw[begin].isupper() or not line.raw[begin].isalpha()):
            return None
    kind = kind_of_name(line, reader.marks, begin, end)
    if (
        kind in ("company", "other")
        and end in reader.known
        and reader.known[end][1].form in ("name", "capital")
    ):
        end = reader.known[end][0]  # "Minex Bangui", "Human Rights Alliance Zimbabwe"
    owner = _adjective_before(reader, begin) if kind in _MADE else None
    agent = Agent(line.slice(begin, end), kind, owner.country if owner else None, of=owner)
    if agent.kind == "person":
        reader.people.learn(agent)
    return end, agent


def _adjective_before(reader: Reader, begin: int) -> Agent | None:
    """The state of "the Turkish firm X", "la petrolera española X"."""
    for at in (begin - 1, begin - 2):
        after, agent = reader.known.get(at, (0, None))
        if agent is not None and agent.form == "demonym" and begin - after <= 1:
            return agent
    return None


def _described(reader: Reader, name: str, end: int) -> tuple[int, Agent] | None:
    """ "Sergei Lavrov, the Russian foreign minister," """
    line = reader.line
    if end + 1 >= len(line.words) or headline(line):
        return None
    at = end + 2 if line.has(end + 1, "det") else end + 1
    if at >= len(line.words):
        return None
    if not (reader.marks[at] & _LEADING or at in reader.known or at in reader.nouns):
        return _posted(reader, name, at)
    found = office_at(reader, at)
    if found is None:
        return _posted(reader, name, at)
    if found[1].kind != "person" or found[1].role is not None:
        return None
    after, office = found
    agent = replace(office, name=name, role=line.slice(at, after))
    reader.people.learn(agent)
    return after, agent


def _posted(reader: Reader, name: str, at: int) -> tuple[int, Agent] | None:
    """ "Ann Holt, chairman of the Nordic Oil Association,": who heads a body holds their own view."""
    line = reader.line
    while at < len(line.words) - 1 and reader.marks[at] & RANK and not line.has(at, "post"):
        at += 1
    post = line.cues[at].first.get("post")
    if post is None or post.value != "own" or " " not in name:
        return None
    reach = range(at + 2, min(len(line.words), at + _LONGEST_POST))
    end = next((index for index in reach if line.words[index] == ","), 0)
    inside = range(line.after[at], end)
    named = any(line.raw[index][0].isupper() for index in inside)
    joined = line.words[line.after[at]] in ("of", "at", "for")
    if not named or not joined or any(line.value(index, "post") == "study" for index in inside):
        return None
    agent = Agent(name=name, kind="person", role=line.slice(at, end), office="own")
    reader.people.learn(agent)
    return end, agent


def _listed_names(reader: Reader, spans: list[AgentSpan], left: list[int]) -> list[AgentSpan]:
    """Single capitalised words in a list with names of companies or ships are of the same kind."""
    line = reader.line
    made = [span for span in spans if span.agent.kind in _MADE and span.agent.entry is None]
    kinds = {span.start: span.agent.kind for span in made}
    ends = {span.after: span.agent.kind for span in made}
    found = list(spans)
    for begin in left:
        if begin == 0 or line.raw[begin].isupper() or reader.marks[begin]:
            continue
        comma = line.words[begin - 1] in _LISTING
        kind = ends.get(_over_comma(line, begin - 1)) if comma else None
        if kind is None and line.words[begin + 1 : begin + 2] and line.words[begin + 1] in _LISTING:
            kind = kinds.get(begin + 2)
        if kind is not None:
            found.append(AgentSpan(begin, begin + 1, Agent(line.raw[begin], kind)))
            kinds[begin] = ends[begin + 1] = kind
    return sorted(found, key=lambda span: span.start)


def _over_comma(line: Line, at: int) -> int:
    """The index after the name before "," or ", and"."""
    return at - 1 if at and line.words[at - 1] == "," else at
