"""A view of the sanctions as a line words it, before it is known who counts as its holder."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.positions.matters import Matter
from extractor.engines.rules.positions.story import Story
from extractor.engines.rules.who.agents import Agent
from extractor.schemas import terms

__all__ = ["Attitude", "echo_of", "flip", "hypothetical", "parted"]


@dataclass(slots=True)
class Attitude:
    """A view of ``matter``; without ``holders`` nobody is known to hold it.

    ``at`` is the node that says so.
    """

    rule: str
    at: int
    stance: str
    matter: Matter
    holders: list[Agent]
    speech_act: terms.SpeechAct = "state"
    certainty: terms.CertaintyName = "certain"
    addressees: list[Agent] = field(default_factory=list)
    condition: str | None = None


def flip(stance: str) -> str:
    """The other side."""
    return {"support": "oppose", "oppose": "support"}.get(stance, stance)


def echo_of(story: Story, at: int) -> Matter:
    """The article's main act, told at node ``at``."""
    return Matter("sanctions", story.action, (), at, at + 1, echo=True)


def parted(scene: Scene, at: int, prefix: str) -> bool:
    """Whether the prefix of a German verb ends its clause ("wies … zurück")."""
    return any(scene.word(index) == prefix for index in range(at + 1, min(len(scene.nodes), at + 30)))


def hypothetical(scene: Scene, at: int) -> bool:
    """ "… if it rejects the truce", "whether it will support": what may be held is held by nobody yet."""
    for index in range(at - 1, max(-1, at - 9), -1):
        node = scene.nodes[index]
        if node.kind == "opener":
            return scene.word(index) in _IFS
        if node.kind in ("stop", "comma"):
            return False
        if index == 0:
            return scene.word(0) in ("sollte", "sollten")  # "Sollte Moskau die Waffenruhe ablehnen, …"
    return False


_IFS: Final = frozenset({"if", "unless", "whether", "si", "wenn", "falls", "sofern", "ob"})
