"""Acts whose verb needs no noun for sanctions: whom it lists, what it forbids, whom it punishes."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extractor.engines.rules.act import Act
from extractor.engines.rules.agents import Agent
from extractor.engines.rules.clauses import Subject, by_phrase, subject_of
from extractor.engines.rules.frames import lift
from extractor.engines.rules.lists import agents_after
from extractor.engines.rules.scene import Scene

__all__ = ["listing", "penalising", "prohibiting"]

_NEAR: Final = 5
_FAR: Final = 22
_CANNOT_FORBID: Final = frozenset({"company", "person", "vessel", "group", "other"})


# -- "blacklisted three firms" -------------------------------------------------------------------------------
def listing(scene: Scene, index: int) -> Act | None:
    """ "sanctioned five officials", "was blacklisted by the U.S.": the verb's object is whom it hits."""
    verb = scene.nodes[index].verb
    assert verb is not None
    cue = verb.cue("list")
    if cue is None or (verb.bare_participle and _describing(scene, index)):
        return None
    frame = lift(scene, index)
    if verb.passive:
        targets = subject_of(scene, index).agents
        senders = by_phrase(scene, index + 1)
        made = Act("was sanctioned", index, cue.value, replace(frame, subject=Subject()), senders, targets)
        made.first, made.after = _left_edge(scene, index, targets), index + 1
        return made if targets else None
    named = agents_after(scene, index + 1)
    if not named.agents:
        return None
    made = Act("sanctioned whom", index, cue.value, frame, list(frame.subject.agents), named.agents)
    made.first, made.after = index, named.after
    return made


def _describing(scene: Scene, index: int) -> bool:
    """ "sanctioned banks", "sanctioned by the UN": no finite verb."""
    kind = scene.kind(index - 1)
    return kind in ("det", "prep", "modifier", "", "word") or (
        kind == "agent" and scene.kind(index + 1) == "prep"
    )


def _left_edge(scene: Scene, index: int, agents: list[Agent]) -> int:
    keys = {agent.name for agent in agents}
    at = index
    for back in range(index - 1, max(-1, index - 20), -1):
        agent = scene.nodes[back].agent
        if agent is not None and agent.name in keys:
            at = back
    return at


# -- "banned imports of Russian coal", "froze the assets of …" -----------------------------------------------
def prohibiting(scene: Scene, index: int) -> Act | None:
    """A state or organisation forbids a trade or freezes assets; the target must be named."""
    verb = scene.nodes[index].verb
    assert verb is not None
    cue = verb.cue("prohibit")
    if cue is None or verb.passive:
        return None
    goods = _goods(scene, index)
    if goods is None:
        return None
    at, measure = goods
    frame = lift(scene, index)
    senders = [
        agent for agent in frame.subject.agents if (agent.speaks_for or agent).kind not in _CANNOT_FORBID
    ]
    named = agents_after(scene, at + 1) if scene.kind(at + 1) == "prep" else agents_after(scene, at)
    targets = [
        agent
        for agent in _owners(scene, index, at) + named.agents
        if agent.key not in {s.key for s in senders}
    ]
    if (not senders and frame.view is None) or not targets:
        return None
    made = Act("forbade trade", index, cue.value, frame, senders, targets[:6])
    made.first, made.after = index, max(at + 1, named.after)
    made.measure = measure  # type: ignore[assignment]
    return made


def _goods(scene: Scene, index: int) -> tuple[int, str] | None:
    for at in range(index + 1, min(len(scene.nodes), index + 1 + _NEAR)):
        node = scene.nodes[at]
        value = next((cue.value for cue in node.cues if cue.kind == "goods"), None)
        if value is not None:
            return at, value
        if node.kind not in ("det", "modifier", "word", "agent", "pronoun", "and", "comma"):
            return None
    return None


def _owners(scene: Scene, index: int, at: int) -> list[Agent]:
    return [agent for node in scene.nodes[index + 1 : at] if (agent := node.agent) is not None]


# -- "fined the bank for violating sanctions" ----------------------------------------------------------------
def penalising(scene: Scene, index: int) -> Act | None:
    """A fine, seizure or prosecution for breach (ruling 7): the sentence tells the breach."""
    verb = scene.nodes[index].verb
    assert verb is not None
    cue = verb.cue("penalise")
    if cue is None or verb.gerund or not _breach(scene, index):
        return None
    frame = lift(scene, index)
    if verb.passive or cue.lemma in ("plead guilty", "settle"):
        targets = subject_of(scene, index).agents
        senders = by_phrase(scene, index + 1)
    else:
        targets = agents_after(scene, index + 1).agents
        senders = frame.subject.agents
    if not targets:
        return None
    made = Act(
        "penalised for breach", index, cue.value, replace(frame, subject=Subject()), list(senders), targets
    )
    made.first = min(index, _left_edge(scene, index, targets))
    made.after = _breach(scene, index) + 1
    return made


def _breach(scene: Scene, index: int) -> int:
    """The sanctions that were broken, told after the verb with a word for breach; 0 without."""
    broken = False
    for at in range(index + 1, min(len(scene.nodes), index + _FAR)):
        node = scene.nodes[at]
        if node.kind == "stop" and node.value in (";", "."):
            return 0
        cue = node.verb.cue("act") if node.verb is not None else None
        broken = (
            broken
            or (cue is not None and cue.value == "evade")
            or (node.kind == "nominal" and node.value == "evade")
        )
        if node.kind == "sanctions":
            after = scene.nodes[at + 1] if at + 1 < len(scene.nodes) else None
            if broken or (after is not None and after.kind == "nominal" and after.value == "evade"):
                return at
    return 0
