"""German clauses: what stands before the finite verb, between it and the verb at the end, and after."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from extractor.engines.rules.agents import Agent
from extractor.engines.rules.scene import Scene
from extractor.engines.rules.slots import Slot, clause_end, slots_between

__all__ = ["comma_before", "german_object", "german_slots", "german_subject"]

_AUXILIARY: Final = frozenset({"have", "be", "modal", "semi"})
_NOMINATIVE: Final = frozenset({"der", "ein"})
_NOT_NOMINATIVE: Final = frozenset({"den", "dem", "einen", "einem"})
_STARTS: Final = frozenset({"modifier", "sanctions", "agent", "pronoun"})


def german_slots(scene: Scene, at: int) -> list[Slot]:
    """The noun phrases and prepositional phrases of the clause of the verb at node ``at``, in order."""
    start = _start(scene, at)
    finite = next((index for index in range(start, at) if _auxiliary(scene, index)), None)
    parts = [(start, at)] if finite is None else [(start, finite), (finite + 1, at)]
    parts.append((at + 1, _before_infinitive(scene, at + 1, clause_end(scene, at + 1))))
    found = [slot for first, after in parts for slot in slots_between(scene, first, after)]
    return [piece for slot in found for piece in _pieces(scene, slot)]


def _before_infinitive(scene: Scene, first: int, end: int) -> int:
    """The comma before an infinitive's own parts: "kündigte an | , die Sanktionen aufzuheben"."""
    verb = scene.nodes[end].verb if end < len(scene.nodes) else None
    if verb is None or not verb.infinitive:
        return end
    return next((index for index in range(end - 1, first - 1, -1) if scene.kind(index) == "comma"), end)


def _start(scene: Scene, at: int) -> int:
    """After the last word or mark that opens a clause; a comma opens that of an infinitive with "zu"."""
    verb = scene.nodes[at].verb
    infinitive = verb is not None and verb.infinitive
    for index in range(at - 1, -1, -1):
        node = scene.nodes[index]
        if node.kind in ("opener", "stop") and node.value not in ("(", ")"):
            return index + 1
        if node.kind == "comma" and (infinitive or _verb_before(scene, index)):
            return index + 1
        if (
            node.kind == "and"
            and _verb_before(scene, index)
            and index + 1 < at
            and scene.kind(index + 1) != "agent"
        ):
            return index + 1
    return 0


def _verb_before(scene: Scene, mark: int) -> bool:
    if not mark:
        return False
    verb = scene.nodes[mark - 1].verb
    return (verb is not None and bool(verb.letters)) or (mark > 1 and _auxiliary(scene, mark - 1))


def _auxiliary(scene: Scene, index: int) -> bool:
    """The finite verb that the participle or infinitive at the end has taken its tense from."""
    node = scene.nodes[index]
    return node.kind == "word" and not _AUXILIARY.isdisjoint(scene.line.cues[node.start].kinds)


def _pieces(scene: Scene, slot: Slot) -> list[Slot]:
    """A stretch without preposition cut where another noun phrase begins ("die EU | neue Sanktionen")."""
    cuts = [slot.first]
    for index in range(slot.first + 1, slot.after):
        kind, before = scene.kind(index), scene.kind(index - 1)
        genitive = scene.word(index) in ("der", "des") and before in ("word", "agent", "sanctions", "issue")
        if (
            _counted_after(scene, index)
            or (kind == "det" and not genitive and before not in ("and", "comma", "det", "modifier"))
            or (not slot.prep and kind in _STARTS and before == "agent" and not _adjectival(scene, index - 1))
        ):
            cuts.append(index)
    cuts.append(slot.after)
    ends = pairwise(cuts)
    return [
        Slot(slot.prep if first == slot.first else "", first, after) for first, after in ends if after > first
    ]


def _counted_after(scene: Scene, index: int) -> bool:
    """ "seit dem Putsch 106 Personen": a number begins another noun phrase, after a noun."""
    agent = scene.nodes[index].agent
    counted = agent is not None and agent.count is not None
    return counted and scene.kind(index - 1) in ("word", "issue", "nominal", "agent", "day")


def _adjectival(scene: Scene, index: int) -> bool:
    span = scene.nodes[index].span
    return span is not None and (span.adjectival or span.possessive)


def comma_before(scene: Scene, at: int) -> int | None:
    """The comma that opens the clause of the infinitive at node ``at``: "kündigte an, … aufzuheben"."""
    for index in range(at - 1, -1, -1):
        node = scene.nodes[index]
        if node.kind == "stop" and node.value not in ("(", ")"):
            return None
        if node.kind == "comma" and (index + 1 == at or scene.kind(index - 1) != "agent"):
            return index
        if node.verb is not None and node.verb.finite:
            return None
    return None


def german_subject(scene: Scene, slots: list[Slot]) -> list[Agent]:
    """The first noun phrase without preposition that names an agent, with those joined to it."""
    for slot in slots:
        if slot.prep or any(scene.kind(index) == "sanctions" for index in range(slot.first, slot.after)):
            continue
        found = [
            node.agent
            for index in range(slot.first, slot.after)
            if (node := scene.nodes[index]).agent is not None and not _adjectival(scene, index)
        ]
        if found and scene.word(slot.first) not in _NOT_NOMINATIVE:
            return found
        if slot is slots[0] and scene.word(slot.first) in ("der", "die", "das", "ein", "eine"):
            return []  # somebody else is the subject
        if any(scene.kind(index) == "pronoun" for index in range(slot.first, slot.after)):
            return list(scene.memory.last_subjects)
    return []


def german_object(scene: Scene, slots: list[Slot], subject: list[Agent]) -> Slot | None:
    """The noun phrase that is not the subject; the one with the sanctions, when there is one."""
    keys = {agent.key for agent in subject}
    rest: list[Slot] = []
    for slot in slots:
        if slot.prep:
            continue
        if not subject and slot is slots[0] and _may_be_subject(scene, slots):
            continue  # "Ein Gericht verurteilte …": a subject that is no known agent
        kinds = {scene.kind(index) for index in range(slot.first, slot.after)}
        if "sanctions" in kinds:
            return slot
        owners = {
            agent.key for node in scene.nodes[slot.first : slot.after] if (agent := node.agent) is not None
        }
        if owners & keys or not (kinds & {"agent", "det", "issue"} or _noun(scene, slot)):
            continue
        rest.append(slot)
    return rest[0] if rest else None


def _may_be_subject(scene: Scene, slots: list[Slot]) -> bool:
    """A noun phrase at the head: "der" by its case, "die" and "das" where another one follows."""
    word = scene.word(slots[0].first)
    more = any(not slot.prep for slot in slots[1:])
    return word in _NOMINATIVE or (word in ("die", "das", "eine") and more)


def _noun(scene: Scene, slot: Slot) -> bool:
    return any(
        scene.line.raw[scene.nodes[index].start][0].isupper() for index in range(slot.first, slot.after)
    )
