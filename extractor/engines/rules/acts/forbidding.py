"""Verbs that forbid a trade, freeze assets or bar somebody from entering, without the word sanctions."""

from __future__ import annotations

from typing import Final

from extractor.engines.rules.acts.act import Act
from extractor.engines.rules.acts.act_of_doing import act_of, whom
from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.frames.doing import Doing
from extractor.engines.rules.frames.frame import Frame
from extractor.engines.rules.who.agents import Agent

__all__ = ["forbidding"]

_FROM: Final = frozenset({
    "from", "of", "to", "for", "with", "in", "on", "against", "de", "a", "con", "en", "aus", "nach",
    "mit", "à", "vers", "avec", "contra", "contre", "gegen", "para", "pour", "für", "von", "into",
    "between", "by",
})  # fmt: skip


_CANNOT_FORBID: Final = frozenset({"company", "person", "vessel", "group", "other"})


def forbidding(scene: Scene, doing: Doing) -> list[Act]:
    """ "The EU banned Belarusian carriers from its airspace"; "suspended budget support for Niger"."""
    cue = doing.verb.cue("prohibit")
    if cue is None:
        return []
    goods = _goods(scene, doing)
    if goods is None:
        return []
    index, measure = goods
    if any(
        scene.kind(at) == "sanctions" and (at < index or scene.line.language not in ("es", "fr"))
        for part in doing.parts[:1]
        for at in range(part.first, part.after)
    ):
        return []
    senders = [agent for agent in doing.agents if (agent.speaks_for or agent).kind not in _CANNOT_FORBID]
    if not senders and doing.frame.view is None:
        return _more_of_it(scene, doing, measure)
    targets = _deprived(scene, doing, {agent.key for agent in senders})
    if not targets:
        return []
    made = act_of("forbade", doing, cue.value, targets, measure=measure)
    made.senders = senders
    made.after = max(made.after, index + 1)
    return [made]


def _more_of_it(scene: Scene, doing: Doing, measure: str) -> list[Act]:
    """ "Their assets are frozen", "the action blocks any property": what the listing told before means."""
    last = scene.memory.last_act
    if last is None or last.action not in ("impose", "designate", "tighten") or last.view is not None:
        return []
    deprived = _deprived(scene, doing, set())
    named = [agent for agent in deprived if agent.kind in ("person", "company", "vessel")]
    made = act_of("what it means", doing, last.action, named, measure=measure)
    made.senders, made.detail = list(last.senders), True
    counted = [agent for agent in deprived if agent.kind == "group" and agent.count]
    if scene.line.language == "en" and counted and all(agent.kind == "state" for agent in last.targets):
        made.targets, made.detail = (
            [*named, *counted],
            not last.senders or any(act.action == "designate" for act in scene.acts),
        )
    made.frame = Frame(last.frame.stage, top=doing.at)
    return [made]


def _goods(scene: Scene, doing: Doing) -> tuple[int, str] | None:
    for part in doing.parts:
        for index in range(part.first, part.after):
            value = next((cue.value for cue in scene.nodes[index].cues if cue.kind == "goods"), None)
            verb = scene.nodes[index].verb
            if value is None and verb is not None and part.prep:
                value = next(
                    (cue.value for cue in scene.line.cues[scene.nodes[index].start] if cue.kind == "goods"),
                    None,
                )
            if value is not None:
                return index, value
    return None


def _deprived(scene: Scene, doing: Doing, senders: set[str]) -> list[Agent]:
    """Those in the object, else in the phrases after it; owners count ("Iran's assets", "Russian coal")."""
    for part in doing.parts:
        if part.prep and part.prep not in _FROM:
            if " " in part.prep and scene.nodes[part.first - 1].has("because"):
                break  # "in response to …"
            continue
        found = [agent for agent in whom(scene, part) if agent.key not in senders]
        found = found or [
            agent
            for node in scene.nodes[part.first : part.after]
            if (agent := node.agent) is not None and agent.key not in senders
        ]
        if found:
            return found
    return []
