"""A verb with those who take part: who acts, on what, and what prepositions add, whatever the voice."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from extractor.engines.rules.clauses.german import german_object, german_slots, german_subject
from extractor.engines.rules.clauses.lists import agents_after
from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.clauses.slots import Slot, object_of, slots_after, slots_between
from extractor.engines.rules.clauses.subjects import by_phrase, previous_finite, subject_of
from extractor.engines.rules.frames.frame import Frame
from extractor.engines.rules.frames.frames import lift
from extractor.engines.rules.lines.verbs import Verb
from extractor.engines.rules.who.agents import Agent

__all__ = ["Doing", "read_doing"]

_BY: Final = frozenset({"by", "por", "par", "von", "vom", "durch"})


@dataclass(slots=True)
class Doing:
    """What the verb at node ``at`` says.

    ``things`` are the nodes of its object: right of an active verb, left of a passive one; ``agents`` who
    does it; ``frame`` the stage and what it hangs on.
    """

    at: int
    verb: Verb
    frame: Frame
    agents: list[Agent]
    things: Slot | None
    slots: list[Slot] = field(default_factory=list)

    @property
    def parts(self) -> list[Slot]:
        """The object, then every phrase."""
        return ([self.things] if self.things is not None else []) + [
            s for s in self.slots if s is not self.things
        ]


def read_doing(scene: Scene, at: int) -> Doing:
    """The verb at node ``at`` with its parts."""
    verb = scene.nodes[at].verb
    assert verb is not None
    german = scene.line.language == "de"
    slots = german_slots(scene, at) if german else slots_after(scene, at)
    frame = lift(scene, at)
    by = not verb.auxiliaries and verb.bare_participle and scene.word(_over_sum(scene, at + 1)) in _BY
    if by and not german:
        agents = by_phrase(scene, _over_sum(scene, at + 1))
        return Doing(at, verb, Frame("adopted", top=at), agents, _right_before(scene, at), slots)
    if verb.passive or _participle(verb):
        agents = by_phrase(scene, at + 1, 14) or (_agents_by(scene, slots) if german else [])
        agents = agents or (_announcer(scene, at) if verb.passive else [])
        return Doing(at, verb, frame, agents, _left(scene, at, slots), slots)
    agents = list(frame.subject.agents)
    if german:
        if verb.infinitive and frame.subject.agents:
            return Doing(at, verb, frame, agents, german_object(scene, slots, agents), slots)
        agents = german_subject(scene, slots) or agents
        return Doing(at, verb, frame, agents, german_object(scene, slots, agents), slots)
    things = object_of(slots)
    if things is None and scene.line.language == "es":  # "sancionó a cuatro jueces"
        things = next((slot for slot in slots if slot.prep in ("a", "al")), None)
    return Doing(at, verb, frame, agents, things, slots)


def _right_before(scene: Scene, at: int) -> Slot | None:
    """ "a lender sanctioned by Washington", "Minex, sanctioned by": the noun phrase that it describes."""
    end = at - 1 if scene.kind(at - 1) == "comma" else at
    first = end
    while first > 0 and scene.kind(first - 1) in ("agent", "word", "det", "modifier", "issue"):
        first -= 1
    return Slot("", first, end) if first < end else None


def _over_sum(scene: Scene, at: int) -> int:
    """Over "$98 million" in "fined $98 million by"; ``at`` itself where no sum is told."""
    end = at
    while end < at + 5 and (scene.word(end)[:1] in _SUM or scene.word(end) in _SUMS):
        end += 1
    return end if end > at and any(scene.word(index)[:1] in "$€£" for index in range(at, end)) else at


_SUM: Final = tuple("$€£0123456789.,")
_SUMS: Final = frozenset({"million", "billion", "m", "bn", "mln", "thousand", "us", "a", "s", "c"})


def _participle(verb: Verb) -> bool:
    return verb.bare_participle and not set(verb.letters) & set("sd")


def _announcer(scene: Scene, at: int) -> list[Agent]:
    """ "announced that 30 citizens had been barred": who announces a passive act has done it."""
    before = previous_finite(scene, at)
    verb = scene.nodes[before].verb if before is not None else None
    if (
        before is None
        or verb is None
        or verb.negated
        or not any(cue.lemma in _ANNOUNCING for cue in verb.cues)
    ):
        return []
    return [agent for agent in subject_of(scene, before).agents if (agent.speaks_for or agent).states_itself]


_ANNOUNCING: Final = frozenset(
    {"announce", "anunciar", "annoncer", "an|kündigen", "bekannt|geben", "mit|teilen"}
)


def _agents_by(scene: Scene, slots: list[Slot]) -> list[Agent]:
    for slot in slots:
        if slot.prep in _BY:
            found = agents_after(scene, slot.first).agents
            if found:
                return found
    return []


def _left(scene: Scene, at: int, slots: list[Slot]) -> Slot | None:
    """The subject of a passive: the nodes from the clause's start to the verb; in Spanish it may follow."""
    if scene.line.language == "de":
        return next((slot for slot in slots if not slot.prep), None)
    start = _clause_from(scene, at)
    relative = _relative_before(scene, start, at) if scene.line.language == "en" else None
    if relative is not None:
        at, start = relative, _clause_from(scene, relative)
    before = slots_between(scene, start, at)
    named = [slot for slot in before if not slot.prep]
    if not named:
        return object_of(slots)
    return (
        Slot("", named[0].first, at)
        if scene.line.language == "en"
        else Slot("", named[0].first, before[-1].after)
    )


def _relative_before(scene: Scene, start: int, at: int) -> int | None:
    """Where the relative clause begins that stands between the subject and its verb at node ``at``.

    "Firms that are part of the network have been listed", "a general, who commands the guard, was listed".
    """
    opener = start - 1
    while opener > max(0, start - 5) and (
        scene.nodes[opener].verb is not None or scene.word(opener) in ("as", "known")
    ):
        opener -= 1
    if opener <= 0 or scene.kind(opener) != "opener" or scene.word(opener) not in ("who", "that", "which"):
        return None
    inner = [index for index in range(opener + 1, at) if not scene.nodes[index].has("adverb")]
    if len(inner) < 3 or scene.nodes[opener - 1].verb is not None:
        return None
    return opener - 1 if scene.kind(opener - 1) == "comma" else opener


def _clause_from(scene: Scene, at: int) -> int:
    """Where the noun phrases before the verb begin: after the last verb, or word that opens a clause."""
    for index in range(at - 1, -1, -1):
        node = scene.nodes[index]
        if node.kind in ("opener", "stop") and node.value not in (")", "("):
            return index + 1
        if node.verb is not None and node.verb.letters and not node.verb.bare_participle:
            return index + 1
    return 0
