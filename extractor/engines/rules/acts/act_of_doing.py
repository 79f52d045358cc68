"""The act that a verb with its parts tells, and whom a part of it names."""

from __future__ import annotations

from dataclasses import replace

from extractor.engines.rules.acts.act import Act
from extractor.engines.rules.clauses.named import members_of
from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.clauses.slots import Slot
from extractor.engines.rules.clauses.subjects import Subject
from extractor.engines.rules.frames.doing import Doing
from extractor.engines.rules.who.agents import Agent

__all__ = ["act_of", "sanctions_in", "whom"]


def act_of(rule: str, doing: Doing, action: str, targets: list[Agent], *, measure: str = "") -> Act:
    act = Act(rule, doing.at, action, doing.frame, list(doing.agents), targets)
    act.first = min(doing.at, doing.things.first) if doing.things is not None else doing.at
    act.after = max([doing.at + 1, *(part.after for part in doing.parts[:2])])
    if measure:
        act.measure = measure  # type: ignore[assignment]
    if doing.verb.passive:
        act.frame = replace(act.frame, subject=Subject())
    return act


def whom(scene: Scene, slot: Slot, *, plain: bool = False) -> list[Agent]:
    """Whom a phrase names."""
    return members_of(scene, slot.first, slot.after, plain=plain).agents


def sanctions_in(scene: Scene, slot: Slot) -> list[int]:
    return [index for index in range(slot.first, slot.after) if scene.kind(index) == "sanctions"]
