"""A position on its way to the draft: whose it is, whom it concerns, and the words that prove it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.frames.frame import View
from extractor.engines.rules.frames.quotes import view_evidence
from extractor.engines.rules.frames.speech import source_at
from extractor.engines.rules.who.agents import Agent, holder_and_speaker, of_entry
from extractor.engines.rules.why import Why
from extractor.knowledge.actors import gazetteer
from extractor.schemas import terms
from extractor.schemas.draft import DraftEvidence

__all__ = ["Stand", "Voice", "aimed_at", "held_by", "label_of", "names_in", "quote_of", "voice_of"]

_NOUNS: Final[dict[terms.ActionName, str]] = {
    "impose": "imposing sanctions",
    "designate": "listing persons or bodies",
    "tighten": "tightening sanctions",
    "extend": "extending sanctions",
    "maintain": "keeping sanctions in place",
    "ease": "easing sanctions",
    "exempt": "exempting from sanctions",
    "suspend": "suspending sanctions",
    "lift": "lifting sanctions",
    "delist": "taking names off the list",
    "lapse": "letting sanctions lapse",
    "enforce": "enforcing sanctions",
    "evade": "breaching sanctions",
}
_TAIL: Final = frozenset({"word", "det", "modifier", "agent", "prep", "day", "verb", "opener", "pronoun"})
_REACH: Final = 40
# Bodies that speak for their state and hold nothing of their own.
_SPEAKING: Final = ("-ministry", "-embassy", "-mission", "-presidency", "-state-department")


class Voice(NamedTuple):
    """Whose position it is, and who voiced it when that is somebody else (rulings 3 and 4)."""

    holder: Agent
    speaker: Agent | None


@dataclass(slots=True)
class Stand:
    """A position with agents instead of names; ``rule`` explains it.

    ``echo`` tells that its issue is the article's main act, whose targets are filled in at the end; ``weak``
    that it is no more than what the holder's side would say.
    """

    voice: Voice
    stance: terms.StanceName
    kind: terms.IssueKindName
    action: terms.ActionName | None
    targets: list[Agent]
    label: str
    evidence: list[DraftEvidence]
    condition: str | None = None
    certainty: terms.CertaintyName = "certain"
    speech_act: terms.SpeechActName = "state"
    basis: terms.BasisName = "stated"
    addressees: list[Agent] = field(default_factory=list)
    rule: str = ""
    echo: bool = False
    weak: bool = False
    at: int | None = None  # the trigger's node
    whys: list[Why] = field(default_factory=list)


def held_by(scene: Scene, view: View, at: int) -> list[Voice]:
    """Whose view it is, one voice a holder (ruling 5); none for bystanders and experts.

    Args:
        at: a node of the view, to tell whose words it stands in when the sentence names no other holder.
    """
    source = source_at(scene, at)
    speaking = source.agent if source is not None else None
    if view.from_source:
        return _voices([speaking] if speaking is not None else [])
    held = _voices(list(view.holders))
    if speaking is not None and len(held) == 1 and held[0].speaker is None:
        voiced = _voices([speaking])
        if voiced and voiced[0].holder.key == held[0].holder.key:
            return voiced
    return held


def _voices(agents: list[Agent]) -> list[Voice]:
    return [voice for agent in agents if (voice := voice_of(agent)) is not None]


def voice_of(agent: Agent) -> Voice | None:
    """Holder and speaker when ``agent`` speaks, or None when it can hold no position.

    Beside states, bodies and office-holders, an association or party that is named holds its own.
    """
    found = holder_and_speaker(agent)
    if found is not None:
        holder, speaker = found
        state = _state_behind(holder)
        return Voice(holder, speaker) if state is None else Voice(state, speaker or holder)
    known = agent.kind == "other" and agent.entry is not None
    return Voice(agent, None) if known else None


def _state_behind(body: Agent) -> Agent | None:
    """The state that a foreign ministry, presidency, embassy or mission speaks for (ruling 3)."""
    if body.kind != "government_body" or body.entry is None:
        return None
    if not body.entry.id.endswith(_SPEAKING):
        return None
    state = gazetteer().state_of(body.entry)
    return None if state is None else of_entry(state, state.name)


def aimed_at(scene: Scene, agents: list[Agent], against: Agent | None = None) -> list[Agent]:
    """Whom the measure concerns; left out, it is whom the article's sanctions are aimed at."""
    if agents:
        return agents
    main = scene.memory.main_target() or against
    return [] if main is None else [main]


def label_of(action: terms.ActionName, targets: list[Agent]) -> str:
    """3 to 10 plain words for a position on a sanctions measure."""
    whom = targets[0].called if targets else "the country concerned"
    return f"{_NOUNS[action]} on {whom}"[:120]


def names_in(scene: Scene, voice: Voice) -> list[int]:
    """The nodes that name the holder or the speaker, in order."""
    names = {agent.name for agent in voice if agent is not None}
    return [
        at
        for at, node in enumerate(scene.nodes)
        if node.agent is not None
        and (
            node.agent.name in names
            or (node.agent.speaks_for is not None and node.agent.speaks_for.name in names)
        )
    ]


def quote_of(scene: Scene, first: int, after: int, voice: Voice) -> DraftEvidence:
    """The words from whoever holds the view, when named close before, to the end of what it is about."""
    start = next((at for at in names_in(scene, voice) if 0 < first - at < _REACH), first)
    end = after
    while end < len(scene.nodes) and scene.kind(end) in _TAIL and end < after + 8:
        end += 1
    return view_evidence(scene, start, end)
