"""Licences and waivers: issued, revoked, run out."""

from __future__ import annotations

from typing import Final

from extractor.engines.rules.act import Act
from extractor.engines.rules.act_of_doing import act_of
from extractor.engines.rules.clauses import previous_finite, subject_of
from extractor.engines.rules.doing import Doing
from extractor.engines.rules.frame import Frame
from extractor.engines.rules.named import members_of
from extractor.engines.rules.scene import Scene
from extractor.schemas import terms

__all__ = ["lapses", "permitting"]

_HEADS: Final = frozenset({"licence", "strong"})


def permitting(scene: Scene, doing: Doing) -> list[Act]:
    """ "The United States in January issued a six-month licence allowing some transactions with Syrian …"."""
    cue = doing.verb.cue("exempting")
    if cue is None:
        return []
    head = next(
        (
            at
            for part in doing.parts[:3]
            for at in range(part.first, part.after)
            if scene.nodes[at].has("licence")
        ),
        None,
    )
    if head is None:
        return []
    senders = [agent for agent in doing.agents if (agent.speaks_for or agent).states_itself]
    if not senders:
        return []
    keys = {agent.key for agent in senders}
    near = range(doing.at + 1, min(len(scene.nodes), head + 24))
    stop = next(
        (at for at in near if scene.kind(at) == "stop" and scene.nodes[at].value in (";", ".")), near.stop
    )
    targets = [
        agent for agent in members_of(scene, max(doing.at, head) + 1, stop).agents if agent.key not in keys
    ]
    owners = [
        agent
        for node in scene.nodes[doing.at + 1 : stop]
        if (agent := node.agent) is not None and agent.key not in keys and agent.kind in ("state", "company")
    ]
    revoked = cue.value == "lift"
    made = act_of(
        "revoked a licence" if revoked else "licensed",
        doing,
        "tighten" if revoked else "exempt",
        (targets or owners)[:4],
    )
    made.after = max(made.after, head + 1)
    return [made]


def lapses(scene: Scene) -> list[Act]:
    """ "let a licence for Venezuela's oil industry expire", "a US exemption expired on Wednesday"."""
    kinds = scene.line.kinds
    if "intransitive" not in kinds or kinds.isdisjoint(_HEADS):
        return []
    found = (_lapse(scene, index) for index in range(len(scene.nodes)))
    return [act for act in found if act is not None]


def _lapse(scene: Scene, noun: int) -> Act | None:
    node = scene.nodes[noun]
    licence = node.has("licence")
    if not licence and not (node.kind == "sanctions" and node.has("strong")):
        return None
    at = _ran_out(scene, noun)
    verb = scene.nodes[at].verb if at is not None else None
    if at is None or verb is None or verb.negated or verb.modal in ("could", "should"):
        return None
    before = previous_finite(scene, noun)
    above = scene.nodes[before].verb if before is not None else None
    letting = above is not None and any(cue.lemma in ("let", "allow") for cue in above.cues)
    if not (set(verb.letters) & set("dnb")) or (node.kind == "sanctions" and not letting):
        return None  # "expired", with the sanctions as subject, is told elsewhere
    owners = [n.agent for n in scene.nodes[max(0, noun - 2) : noun] if n.agent is not None]
    senders = subject_of(scene, before).agents if letting and before is not None else owners
    targets = [a for n in scene.nodes[noun + 1 : at] if (a := n.agent) is not None and a not in senders]
    stage: terms.StageName = "committed" if verb.modal == "will" else "adopted"
    act = Act("licence ran out", at, "lapse", Frame(stage, top=at), list(senders), targets[:3])
    act.first, act.after = noun, at + 1
    return act


def _ran_out(scene: Scene, noun: int) -> int | None:
    """The verb "expire" after the noun, in the same part of the sentence."""
    for at in range(noun + 1, min(len(scene.nodes), noun + 14)):
        if scene.kind(at) == "stop":
            return None
        verb = scene.nodes[at].verb
        cue = verb.cue("intransitive") if verb is not None else None
        if cue is not None and cue.value == "lapse":
            return at
    return None
