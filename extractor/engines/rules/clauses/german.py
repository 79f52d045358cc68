"""German clauses: what stands before the finite verb, between it and the verb at the end, and after."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.clauses.slots import Slot, clause_end, slots_between
from extractor.engines.rules.who.agents import Agent

__all__ = ["clause_verb", "comma_before", "german_object", "german_slots", "german_subject", "lead_of"]

_AUXILIARY: Final = frozenset({"have", "be", "modal", "semi"})
_NOMINATIVE: Final = frozenset({"der", "ein"})
_NOT_NOMINATIVE: Final = frozenset({"den", "dem", "einen", "einem"})
_FAR: Final = 40
_STARTS: Final = frozenset({"modifier", "sanctions", "agent", "pronoun"})


def german_slots(scene: Scene, at: int) -> list[Slot]:
    """The noun phrases and prepositional phrases of the clause of the verb at node ``at``, in order."""
    start = _start(scene, at)
    if scene.kind(at - 1) == "and" and start < at - 1 and not _ends_clause(scene, at):
        return _second(scene, start, at)
    finite = next((index for index in range(start, at) if _auxiliary(scene, index)), None)
    parts = [(start, at)] if finite is None else [(start, finite), (finite + 1, at)]
    parts.append((at + 1, _before_infinitive(scene, at + 1, clause_end(scene, at + 1))))
    found = [slot for first, after in parts for slot in slots_between(scene, first, after)]
    pieces = [piece for slot in found for piece in _pieces(scene, _whole(scene, slot))]
    return [slot for slot in pieces if not all(_auxiliary(scene, i) for i in range(slot.first, slot.after))]


def _ends_clause(scene: Scene, at: int) -> bool:
    verb = scene.nodes[at].verb
    return verb is None or verb.finite_auxiliary or not verb.finite


def _second(scene: Scene, start: int, at: int) -> list[Slot]:
    """ "Die Slowakei verlangt Änderungen und blockiert …": the subject is shared, the object is not."""
    shared = [
        piece for slot in slots_between(scene, start, at - 1) for piece in _pieces(scene, _whole(scene, slot))
    ]
    subject = next((slot for slot in shared if not slot.prep and _names(scene, slot)), None)
    parts = slots_between(scene, at + 1, _before_infinitive(scene, at + 1, clause_end(scene, at + 1)))
    own = [piece for slot in parts for piece in _pieces(scene, _whole(scene, slot))]
    return own if subject is None else [subject, *own]


def _names(scene: Scene, slot: Slot) -> bool:
    kinds = {scene.kind(index) for index in range(slot.first, slot.after)}
    return "agent" in kinds and "sanctions" not in kinds


def _whole(scene: Scene, slot: Slot) -> Slot:
    """Without the prefix of the verb at its end: "gegen die Türkei | aus"."""
    left = scene.nodes[slot.after - 1].value == "parting"
    return Slot(slot.prep, slot.first, slot.after - 1) if left and slot.after > slot.first + 1 else slot


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
        genitive = (
            scene.word(index) in ("der", "des")
            and before in ("word", "agent", "sanctions", "issue", "nominal")
            and not _proper(scene, index - 1)
        )
        if (
            _noun_over(scene, index)
            or _counted_after(scene, index)
            or (kind == "det" and not genitive and before not in ("and", "comma", "det", "modifier"))
            or (not slot.prep and before == "agent" and _says_when(scene, index))
            or (kind in _STARTS and before == "agent" and _ends_phrase(scene, slot, index))
        ):
            cuts.append(index)
    cuts.append(slot.after)
    ends = pairwise(cuts)
    return [
        Slot(slot.prep if first == slot.first else "", first, after) for first, after in ends if after > first
    ]


def _says_when(scene: Scene, index: int) -> bool:
    """ "hat die EU | bereits 19 Pakete verhängt"."""
    return scene.nodes[index].has("adverb") and not _adjectival(scene, index - 1)


def _proper(scene: Scene, index: int) -> bool:
    """A name that owns nothing: "hatte Washington | der Türkei mit Sanktionen gedroht"."""
    agent = scene.nodes[index].agent
    return agent is not None and agent.entry is not None and agent.kind in ("state", "intl_org", "coalition")


def _ends_phrase(scene: Scene, slot: Slot, index: int) -> bool:
    """Whether the agent before node ``index`` ends its phrase: "gegen neun Richter | Einreiseverbote"."""
    if _adjectival(scene, index - 1):
        return False
    if not slot.prep:
        return True
    end = scene.line.ends[scene.nodes[index - 1].after - 1]
    joined = not scene.line.text[end : end + 1].isspace()  # "gegen die EU-Sanktionen"
    return not joined and scene.kind(index) in ("modifier", "sanctions")


def _noun_over(scene: Scene, index: int) -> bool:
    """ "laut Medienberichten | neue Sanktionen": a noun ends its phrase, and the sanctions begin another."""
    node, before = scene.nodes[index], scene.nodes[index - 1]
    begins = node.kind == "sanctions" or (
        node.kind == "modifier" and node.value in ("new", "more") and not scene.word(index).endswith("er")
    )
    if not begins or before.kind not in ("word", "issue", "day", "nominal"):
        return False
    return scene.line.raw[before.start][0].isupper()


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
            if (node := scene.nodes[index]).agent is not None
            and not _adjectival(scene, index)
            and scene.word(index - 1) != "("  # "Norbert Kranz (CDU)"
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
    first = next((slot for slot in slots if not slot.prep), None)
    for slot in slots:
        if slot.prep:
            continue
        if not subject and slot is first and _may_be_subject(scene, slots):
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
    bare = [slot for slot in slots if not slot.prep]
    word = scene.word(bare[0].first)
    more = len(bare) > 1
    return word in _NOMINATIVE or (word in ("die", "das", "eine") and more)


def _noun(scene: Scene, slot: Slot) -> bool:
    return any(
        scene.line.raw[scene.nodes[index].start][0].isupper() for index in range(slot.first, slot.after)
    )


def clause_verb(scene: Scene, at: int) -> int | None:
    """The verb of the clause that the noun at node ``at`` stands in: at its end, else before the noun."""
    joined = False
    for index in range(at + 1, min(len(scene.nodes), at + _FAR)):
        node = scene.nodes[index]
        if node.verb is not None and node.verb.letters:
            if joined and node.verb.finite and not node.verb.finite_auxiliary:
                break  # "begrüßte die Aufhebung der Sanktionen und kündigte …"
            return index
        if node.kind in ("stop", "comma", "opener") or (joined and _auxiliary(scene, index)):
            break
        joined = joined or node.kind == "and"
    for index in range(at - 1, max(-1, at - _FAR), -1):
        node = scene.nodes[index]
        if node.verb is not None and node.verb.letters and node.verb.finite:
            return index
        if node.kind in ("stop", "comma", "opener"):
            return None
    return None


def lead_of(scene: Scene, at: int) -> int | None:
    """The preposition that governs the noun at node ``at``, or None."""
    index = at - 1
    while index >= max(0, at - _FAR) and (
        scene.kind(index) in ("det", "modifier", "quote")
        or scene.nodes[index].value == "its"
        or (scene.kind(index) == "word" and scene.word(index).endswith(("e", "en", "er", "es", "em")))
        or _adjectival(scene, index)
    ):
        index -= 1
    return index if scene.kind(index) == "prep" else None
