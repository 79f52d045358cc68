"""Licences and waivers: issued, revoked, run out."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extractor.engines.rules.acts.act import Act
from extractor.engines.rules.acts.act_of_doing import act_of
from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.clauses.subjects import previous_finite, subject_of
from extractor.engines.rules.frames.doing import Doing
from extractor.engines.rules.frames.frame import Frame
from extractor.engines.rules.who.agents import Agent
from extractor.schemas import terms

__all__ = ["lapses", "permitting"]

_RELIEVED: Final = frozenset({"state", "company", "government_body", "group", "other"})
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
    near = range(doing.at + 1, min(len(scene.nodes), head + 24))
    stop = next(
        (at for at in near if scene.kind(at) == "stop" and scene.nodes[at].value in (";", ".")), near.stop
    )
    targets = _relieved(scene, range(doing.at + 1, stop), senders)
    revoked = cue.value == "lift"
    made = act_of(
        "revoked a licence" if revoked else "licensed",
        doing,
        "tighten" if revoked else "exempt",
        targets[:3],
    )
    weighing = doing.verb.cue("govern")
    if weighing is not None and weighing.value == "considered":
        made.frame = replace(made.frame, stage="considered")
    made.after = max(made.after, head + 1)
    return [made]


def _relieved(scene: Scene, nodes: range, senders: list[Agent]) -> list[Agent]:
    """Whom it is for or deals with: not the state of a home firm ("U.S. producer"), no reporting medium."""
    keys = {agent.key for agent in senders}
    homes = {agent.country for agent in senders if agent.country}
    found: list[Agent] = []
    for at in nodes:
        node = scene.nodes[at]
        agent = node.agent
        if agent is None or agent.key in keys or agent.kind not in _RELIEVED or node.span is None:
            continue
        following = scene.nodes[at + 1] if at + 1 < len(scene.nodes) else None
        described = (node.span.adjectival or node.span.possessive) and _names_more(scene, at + 1)
        reports = following is not None and following.verb is not None and following.verb.cue("speech")
        homely = agent.country in homes and agent.kind in ("state", "group")
        if not (described or reports or homely or (agent.kind == "group" and agent.of is None)):
            found.append(agent)
    return list({agent.key: agent for agent in found}.values())


def _names_more(scene: Scene, at: int) -> bool:
    """ "the Spanish producer Alcora": a name within the next words of the same noun phrase."""
    while scene.kind(at) in ("word", "modifier"):
        at += 1
    return scene.kind(at) == "agent"


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
