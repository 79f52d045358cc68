"""German views told by nouns and set phrases: "Kritik kam aus …", "stieß auf …", "drohte mit einem Veto"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from extractor.engines.rules.clauses.german import german_slots, german_subject
from extractor.engines.rules.clauses.lists import agents_after, agents_before
from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.positions.attitude import Attitude, echo_of, hypothetical
from extractor.engines.rules.positions.holders import speaking
from extractor.engines.rules.positions.matters import Matter, clause_end, clause_first, matter_in
from extractor.engines.rules.positions.story import Story
from extractor.engines.rules.who.agents import Agent

__all__ = ["reactions_of"]

_REACTIONS: Final = {
    **dict.fromkeys(
        ("kritik", "protest", "proteste", "widerspruch", "widerstand", "ablehnung", "empörung", "unmut",
         "bedenken", "einwände", "vorbehalte", "skepsis", "unverständnis"),
        "oppose",
    ),
    **dict.fromkeys(
        ("zustimmung", "lob", "zuspruch", "beifall", "unterstützung", "rückendeckung", "genugtuung",
         "applaus"),
        "support",
    ),
}  # fmt: skip
_CALLS: Final = frozenset({"ruf", "rufe", "forderung", "forderungen", "appelle"})
_COMING: Final = frozenset({"kam", "kamen", "kommt", "kommen", "komme", "gab", "gibt", "erntete", "ernten"})
_MEETING: Final = frozenset({"stieß", "stießen", "stößt", "stoßen", "stieße", "traf", "trifft", "stoss"})
_THREATS: Final = frozenset({"droht", "drohte", "drohten", "drohen", "drohe", "gedroht"})
_BLOCKING: Final = frozenset({"veto", "blockade", "nein"})
_GOING: Final = frozenset({"geht", "gehen", "ging", "gingen", "gehe"})
_TYING: Final = frozenset({
    "knüpft", "knüpfte", "knüpfen", "knüpften", "geknüpft", "macht", "machte", "machen", "machten", "gemacht",
})  # fmt: skip
_HOLDING: Final = frozenset({"hält", "halten", "hielt", "hielten"})
_SEEING: Final = frozenset({"sieht", "sehen", "sah", "sahen", "sehe", "beurteilt", "beurteilte", "bewertet"})
_SEEN: Final = {
    "skeptisch": "oppose", "kritisch": "oppose", "negativ": "oppose", "positiv": "support",
}  # fmt: skip
_FROM: Final = frozenset({"aus", "von", "vom", "seitens"})
_AT: Final = frozenset({"in", "bei", "beim", "im"})
_MARKS: Final = _COMING | _MEETING | _THREATS | _GOING | _HOLDING | _TYING | _SEEING
_ASSENT: Final = frozenset({"zustimmung", "ja", "unterstützung", "einverständnis"})
_HINGES: Final = frozenset({"an", "daran", "von", "vom", "davon"})
_REACH: Final = 8


def reactions_of(scene: Scene, story: Story) -> list[Attitude]:
    """Views of the sanctions that a German line tells with a noun or a set phrase."""
    if scene.line.language != "de" or not story.told or _MARKS.isdisjoint(scene.line.words):
        return []
    return [one for one in _each(scene, story) if one.holders and one.matter.kind == "sanctions"]


def _each(scene: Scene, story: Story) -> Iterator[Attitude]:
    for at in range(len(scene.nodes)):
        word = scene.word(at)
        found: Attitude | None = None
        if word not in _MARKS or hypothetical(scene, at):
            continue
        if word in _COMING:
            found = _coming(scene, at, story)
        elif word in _MEETING:
            found = _meeting(scene, at, story)
        elif word in _THREATS:
            found = _threat(scene, at, story)
        elif word in _GOING:
            found = _too_little(scene, at, story)
        elif word in _SEEING:
            found = _seeing(scene, at, story)
        elif word in _TYING:
            found = _tying(scene, at, story)
        else:
            found = _thinking_little(scene, at, story)
        if found is not None:
            yield found


def _noun_at(scene: Scene, first: int, end: int) -> int | None:
    """The noun for a reaction between two nodes; it may end a stretch that looks like a name."""
    for index in range(max(first, 0), min(end, len(scene.nodes))):
        node = scene.nodes[index]
        last = scene.line.words[node.after - 1]
        if last in _REACTIONS or last in _CALLS:
            return index
    return None


def _last(scene: Scene, at: int) -> str:
    return scene.line.words[scene.nodes[at].after - 1]


def _coming(scene: Scene, at: int, story: Story) -> Attitude | None:
    """ "Kritik an dem Beschluss kam aus Tiflis", "Aus Prag kamen Forderungen nach einem Embargo"."""
    first, end = clause_first(scene, at), clause_end(scene, at + 1)
    noun = _noun_at(scene, first, end)
    if noun is None or any(scene.nodes[i].has("not") for i in range(first, end)):
        return None
    holders = _placed(scene, first, end, _FROM)
    if _last(scene, noun) in _CALLS:
        return _calling(scene, at, noun, holders, story)
    matter = matter_in(scene, noun + 1, end, story, loose=True)
    told = scene.word(noun + 1) in ("an", "am", "für", "gegen", "zu", "zum", "zur", "über")
    if told and (matter is None or scene.nodes[matter.first].kind == "issue"):
        return None  # "Kritik am Haushalt"
    stance = _REACTIONS[_last(scene, noun)]
    return Attitude("reaction", at, stance, matter if told and matter else echo_of(story, noun), holders)


def _calling(scene: Scene, at: int, noun: int, holders: list[Agent], story: Story) -> Attitude | None:
    if scene.word(noun + 1) != "nach":
        return None
    matter = matter_in(scene, noun + 2, clause_end(scene, noun + 2), story, loose=True)
    if matter is None or matter.turned:
        return None
    if matter.action == "maintain":
        matter = replace(matter, action="impose")
    return Attitude("called for", at, "support", matter, holders, "demand")


def _meeting(scene: Scene, at: int, story: Story) -> Attitude | None:
    """ "Die Entscheidung stieß in Belgrad auf scharfe Kritik"."""
    end = clause_end(scene, at + 1)
    noun = _noun_at(scene, at + 1, end)
    matter = _subject(scene, at, story)
    on = any(scene.word(i) == "auf" for i in range(at + 1, noun or at))
    if noun is None or not on or matter is None or _last(scene, noun) in _CALLS:
        return None
    holders = _placed(scene, at + 1, end, _AT)
    return Attitude("reaction", at, _REACTIONS[_last(scene, noun)], matter, holders)


def _threat(scene: Scene, at: int, story: Story) -> Attitude | None:
    """ "Die Slowakei drohte mit einem Veto": against the article's act."""
    near = range(max(0, at - _REACH), min(len(scene.nodes), at + _REACH))
    with_it = next((i for i in near if scene.word(i) == "mit" and i != at), None)
    if with_it is None:
        return None
    noun = next((i for i in range(with_it + 1, with_it + 4) if scene.word(i) in _BLOCKING), None)
    if noun is None or story.rejected:
        return None
    holders = german_subject(scene, german_slots(scene, at))
    return Attitude("threat", at, "oppose", echo_of(story, noun), holders)


def _too_little(scene: Scene, at: int, story: Story) -> Attitude | None:
    """ "Polen gehen die Pläne nicht weit genug": whoever finds so wants more."""
    end = clause_end(scene, at + 1)
    words = [scene.word(i) for i in range(at + 1, end)]
    if "weit" not in words or "genug" not in words or "nicht" not in words:
        return None
    left = scene.nodes[at - 1] if at else None
    right = matter_in(scene, at + 1, end, story, loose=True)
    if right is not None and left is not None and left.agent is not None:
        return Attitude("short", at, "support", _more(right), _left_of(scene, at))
    matter = _subject(scene, at, story)
    if matter is None:
        return None
    whom = next((scene.nodes[i].agent for i in range(at + 1, min(end, at + 4)) if scene.nodes[i].agent), None)
    speaker = whom or speaking(scene, at)
    return Attitude("short", at, "support", _more(matter), [] if speaker is None else [speaker])


def _seeing(scene: Scene, at: int, story: Story) -> Attitude | None:
    """ "Griechenland sieht ein solches Verbot skeptisch"."""
    end = clause_end(scene, at + 1)
    how = next((i for i in range(at + 1, end) if scene.word(i) in _SEEN), None)
    if how is None:
        return None
    matter = matter_in(scene, at + 1, how, story, loose=True)
    holders = german_subject(scene, german_slots(scene, at)) or _left_of(scene, at)
    return None if matter is None else Attitude("seen", at, _SEEN[scene.word(how)], matter, holders)


def _tying(scene: Scene, at: int, story: Story) -> Attitude | None:
    """ "knüpft seine Zustimmung an Ausnahmen", "macht sein Ja von … abhängig": support with a condition."""
    end = clause_end(scene, at + 1)
    near = [*range(at + 1, min(end, at + 5)), *range(max(0, at - 14), at)]
    assent = next((i for i in near if scene.word(i) in _ASSENT), None)
    if assent is None:
        return None
    end = end if assent > at else at
    to = next((i for i in range(assent + 1, end) if scene.word(i) in _HINGES), None)
    if to is None or to + 1 >= end or (scene.word(to) != "an" and "abhängig" not in scene.line.words):
        return None
    if scene.word(to) == "davon":
        end = clause_end(scene, end + 1)
    holders = german_subject(scene, german_slots(scene, at)) or _left_of(scene, at)
    condition = scene.text(to, end)[:300]
    return Attitude("tied", at, "conditional", echo_of(story, assent), holders, condition=condition)


def _thinking_little(scene: Scene, at: int, story: Story) -> Attitude | None:
    """ "hält nichts von weiteren Sanktionen"."""
    end = clause_end(scene, at + 1)
    little = next((i for i in range(at + 1, min(end, at + 5)) if scene.word(i) in ("nichts", "wenig")), None)
    if little is None or scene.word(little + 1) not in ("von", "vom"):
        return None
    matter = matter_in(scene, little + 2, end, story, loose=True)
    holders = german_subject(scene, german_slots(scene, at)) or _left_of(scene, at)
    return None if matter is None else Attitude("reaction", at, "oppose", matter, holders)


def _more(matter: Matter) -> Matter:
    """ "nicht weit genug": of pressure, or of relief, more is wanted."""
    pressing = matter.action in ("impose", "designate", "extend", "maintain", "tighten")
    return replace(matter, action="tighten", echo=False, turned=False) if pressing else matter


def _subject(scene: Scene, at: int, story: Story) -> Matter | None:
    matter = matter_in(scene, clause_first(scene, at), at, story, loose=True)
    if matter is None or matter.kind != "sanctions" or scene.kind(matter.first) == "issue":
        return None
    return matter


def _placed(scene: Scene, first: int, end: int, where: frozenset[str]) -> list[Agent]:
    """Those named after "aus", "von", "in" in the clause: a reaction has no other subject."""
    for index in range(max(first, 0), min(end, len(scene.nodes))):
        if scene.word(index) not in where or scene.kind(index) != "prep":
            continue
        start = index + 1
        while scene.kind(start) in ("det", "modifier", "word") and start < index + 3:
            start += 1
        found = [one for one in agents_after(scene, start).agents if one.states_itself or one.office]
        if found:
            return found
    return []


def _left_of(scene: Scene, at: int) -> list[Agent]:
    """The agents that end right before node ``at``, or before the auxiliary of its clause."""
    if at > 0 and scene.nodes[at - 1].agent is not None:
        return agents_before(scene, at - 1)
    first = clause_first(scene, at)  # "Slowenien hatte seine Zustimmung … abhängig gemacht"
    first += scene.kind(first) == "det"
    opens = first + 1 < at and scene.word(first + 1) in ("hat", "haben", "hatte", "hatten")
    node = scene.nodes[first] if opens else None
    return [] if node is None or node.agent is None else [node.agent]
