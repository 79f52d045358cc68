"""Calls, appeals and demands: "urged X to lift …", "called for tougher sanctions", "urged X to stop …"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extractor.engines.rules.clauses.german import german_slots, german_subject, lead_of
from extractor.engines.rules.clauses.lists import agents_after
from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.lines.verbs import Verb
from extractor.engines.rules.positions.attitude import Attitude, parted
from extractor.engines.rules.positions.holders import holders_of
from extractor.engines.rules.positions.matters import Matter, clause_end, clause_first, matter_in
from extractor.engines.rules.positions.story import Story
from extractor.engines.rules.who.agents import Agent
from extractor.schemas import terms

__all__ = ["asking"]

_TELLING: Final = frozenset({"tell", "order", "ask", "press"})


def asking(scene: Scene, at: int, verb: Verb, story: Story) -> Attitude | None:
    cue = verb.cue("call") or verb.cue("appeal")
    assert cue is not None
    if verb.negated or (cue.parting and not parted(scene, at, cue.parting)):
        return None
    addressed, start = _addressees(scene, at)
    end = _asked_end(scene, start)
    matter = matter_in(scene, start, end, story, loose=True) or _reconsider(scene, at, start, story)
    if scene.line.language == "de" and verb.finite_auxiliary and matter is None:
        start, end = clause_first(scene, at), at  # "hatte härtere Schritte gefordert"
        matter = matter_in(scene, start, end, story, loose=True)
    if matter is None or matter.kind != "sanctions":
        asked = _conduct_asked(scene, at, start, end, addressed, story)
        if asked is not None:
            return asked
    if matter is not None and scene.line.language == "de" and _something_else(scene, start, matter.first):
        return None
    if matter is None or (cue.lemma in _TELLING and not _infinitive_follows(scene, start)):
        return None
    if matter.echo and _unknown_infinitive(scene, start):
        return None
    if matter.action == "maintain" and not _named_before(scene, start, matter.after):
        matter = replace(matter, action="impose")
    dropped = _drops_objections(scene, start, end)
    turned = matter.turned or _against(scene, start, matter.first)
    stance = "oppose" if turned and not dropped else "support"
    demand = any(one.value == "demand" for one in verb.cues if one.kind in ("call", "appeal"))
    act: terms.SpeechAct = "demand" if demand else "appeal"
    holders = [one for one in holders_of(scene, at) if one.key not in {a.key for a in addressed}]
    return Attitude("call", at, stance, matter, holders, act, addressees=addressed)


def _reconsider(scene: Scene, at: int, start: int, story: Story) -> Matter | None:
    """ "asked the G7 to reconsider.": nothing but the article's act can be meant."""
    verb = scene.nodes[start].verb if start < len(scene.nodes) else None
    cue = verb.cue("hinder") if verb is not None and verb.infinitive else None
    ended = scene.kind(start + 1) in ("stop", "comma", "quote", "")
    if cue is None or cue.value != "undo" or not ended or not story.told or story.action == "lapse":
        return None
    return Matter("sanctions", story.action, (), at, start + 1, echo=True, turned=True)


def _conduct_asked(
    scene: Scene, at: int, start: int, end: int, addressed: list[Agent], story: Story
) -> Attitude | None:
    """ "urged Rwanda to stop supporting the rebels": its conduct is opposed (kind conduct)."""
    blamed = [one for one in addressed if one.kind in ("state", "armed_group")]
    if len(blamed) != 1 or not story.told:
        return None
    index = start
    while scene.kind(index) in ("comma", "quote", "day", "prep", "opener") or scene.word(index) in (
        "de",
        "d'",
    ):
        index += 1
    node = scene.nodes[index] if index < min(end, len(scene.nodes)) else None
    ceasing = node is not None and (
        node.has("cease") or (node.verb is not None and any(cue.lemma in _CEASING for cue in node.verb.cues))
    )
    if not ceasing:
        return None
    matter = Matter("conduct", None, (blamed[0],), index, min(end, index + 6, len(scene.nodes)))
    holders = [one for one in holders_of(scene, at) if one.key != blamed[0].key]
    return Attitude("asked", at, "oppose", matter, holders, "appeal", addressees=addressed)


_CEASING: Final = frozenset(
    {"stop", "end", "halt", "cease", "abandon", "suspend", "withdraw", "give up", "drop"}
    | {"beenden", "stoppen", "ein|stellen", "cesar", "detener", "arrêter", "cesser", "suspender", "suspendre"}
)


def _asked_end(scene: Scene, start: int) -> int:
    """Over "that" or a comma into the clause that tells what is asked."""
    first = clause_end(scene, start)
    asked = ("that", "que", "qu'", "dass")
    if scene.word(first) in asked or (scene.line.language == "de" and scene.kind(first) == "comma"):
        return clause_end(scene, first + 1)
    return first


def _addressees(scene: Scene, at: int) -> tuple[list[Agent], int]:
    """Who is asked, right after the verb, and the node after them."""
    verb = scene.nodes[at].verb
    if scene.line.language == "de" and verb is not None and verb.finite_auxiliary and verb.cue("appeal"):
        slots = german_slots(scene, at)
        asking_ones = {agent.key for agent in german_subject(scene, slots)}
        asked = [a for slot in slots if not slot.prep for a in agents_after(scene, slot.first).agents]
        return [one for one in asked if one.key not in asking_ones and one.states_itself], at + 1
    index = at + 1
    while scene.kind(index) in ("det", "day") or scene.nodes[index : index + 1] == []:
        if index >= len(scene.nodes):
            return [], index
        index += 1
    node = scene.nodes[index]
    takes = verb is not None and verb.cue("appeal") is not None
    if not takes or node.agent is None or (node.span is not None and node.span.possessive):
        return [], at + 1
    named = agents_after(scene, index)
    return [one for one in named.agents if one.states_itself or one.office], named.after


def _named_before(scene: Scene, start: int, at: int) -> bool:
    """ "the sanctions", "its sanctions": those that stand already."""
    return any(
        (scene.nodes[index].has("det") and scene.word(index) not in _ANY) or scene.nodes[index].value == "its"
        for index in range(start, at)
    )


def _something_else(scene: Scene, start: int, first: int) -> bool:
    """ "verlangt Änderungen an dem Paket": the object is another noun, and the measure only goes with it."""
    for index in range(start, first):
        noun = scene.kind(index) == "word" and scene.line.raw[scene.nodes[index].start][0].isupper()
        if noun and scene.kind(index + 1) == "prep" and lead_of(scene, index) is None:
            return True
    return False


_ANY: Final = frozenset({
    "a", "an", "any", "some", "no", "such", "all", "ein", "eine", "einen", "einem", "einer", "eines",
})  # fmt: skip


def _infinitive_follows(scene: Scene, start: int) -> bool:
    node = scene.nodes[start] if start < len(scene.nodes) else None
    return node is not None and node.verb is not None and node.verb.infinitive


def _unknown_infinitive(scene: Scene, start: int) -> bool:
    """ "called on Washington to revise the decision": nobody knows what is to be done with the act."""
    to = start + 1 if scene.kind(start) in ("day", "comma") else start
    return scene.word(to) == "to" and scene.kind(to + 1) == "word" and not scene.nodes[to + 1].cues


def _against(scene: Scene, start: int, end: int) -> bool:
    """ "urged restraint against lifting", "to stand up against the sanctions": a preposition turns it."""
    before = end - 1
    while before > start and scene.kind(before) in ("det", "modifier", "agent"):
        before -= 1
    if scene.word(before) == "against" and before > start:
        return True
    for index in range(start, end):
        if scene.word(index) in ("against", "contre", "gegen") and scene.kind(index + 1) in (
            "verb",
            "nominal",
        ):
            return True
    return False


def _drops_objections(scene: Scene, start: int, end: int) -> bool:
    """ "to drop its veto", "de lever son veto": against what stands against it."""
    return any(
        scene.nodes[index].has("sidenoun") or scene.word(index) in ("objections", "veto", "opposition")
        for index in range(start, min(end, len(scene.nodes)))
    )
