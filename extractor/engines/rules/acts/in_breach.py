"""Evasion told beside a deed: "shipped arms in violation of the embargo"."""

from __future__ import annotations

from typing import Final

from extractor.engines.rules.acts.act import Act
from extractor.engines.rules.acts.measures import SanctionsPhrase
from extractor.engines.rules.clauses.named import members_of
from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.clauses.subjects import Subject, clause_start
from extractor.engines.rules.frames.frame import Frame
from extractor.engines.rules.frames.frames import lift
from extractor.engines.rules.who.agents import Agent

__all__ = ["in_breach"]

_IN: Final = frozenset({"in", "en"})
_FROM: Final = frozenset({"from", "by", "de", "desde", "por", "par", "aus", "von", "durch"})
_NEAR: Final = 24  # nodes between the deed and the breach


def in_breach(scene: Scene, phrase: SanctionsPhrase) -> Act | None:
    """ "shipped arms from the Emirates in violation of the embargo": an evasion by the subject."""
    if phrase.nominal is None or not any(
        cue.kind == "nominal" and cue.value == "evade" for cue in scene.nodes[phrase.nominal].cues
    ):
        return None
    lead = phrase.nominal - 1
    if scene.word(lead) not in _IN:
        return None
    for at in range(lead - 1, max(-1, lead - _NEAR), -1):
        verb = scene.nodes[at].verb
        if verb is None or not verb.letters or verb.cue("speech") is not None:
            continue
        frame = lift(scene, at)
        agents: list[Agent] = list(frame.subject.agents)
        if verb.passive:
            agents = _origin(scene, at, lead)
        if not agents or frame.negated:
            return None
        act = Act(
            "in breach",
            at,
            "evade",
            Frame(frame.stage, subject=Subject(), top=at),
            agents,
            list(phrase.targets),
            phrase,
        )
        act.first, act.after = clause_start(scene, at), phrase.after
        return act
    return None


def _origin(scene: Scene, at: int, end: int) -> list[Agent]:
    """ "were shipped from the Emirates": who has let it happen."""
    for index in range(at + 1, end):
        if scene.kind(index) == "prep" and scene.word(index) in _FROM:
            return members_of(scene, index + 1, end).agents[:1]
    return []
