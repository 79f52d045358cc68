"""Positions on sanctions measures that one line tells: every reader asked in turn."""

from __future__ import annotations

from typing import Final, cast

from extractor.engines.rules.acts.act import Act
from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.frames.conditions import condition_of
from extractor.engines.rules.frames.frame import View
from extractor.engines.rules.frames.speech import source_at
from extractor.engines.rules.positions.attitude import Attitude, hypothetical
from extractor.engines.rules.positions.attitudes import attitudes_of
from extractor.engines.rules.positions.german_reactions import reactions_of
from extractor.engines.rules.positions.sayings import sayings_of
from extractor.engines.rules.positions.sides import sides_of
from extractor.engines.rules.positions.stand import Stand, aimed_at, held_by, label_of, quote_of
from extractor.engines.rules.positions.story import Story
from extractor.engines.rules.positions.undecided import undecided_of
from extractor.engines.rules.who.agents import Agent
from extractor.schemas import terms
from extractor.schemas.terms import leaning

__all__ = ["positions_of_line"]

_VIEWS: Final = frozenset(terms.values(terms.StanceName))


def positions_of_line(scene: Scene, acts: list[Act], story: Story) -> list[Stand]:
    """Every position on a sanctions measure that one line tells."""
    stands: list[Stand] = []
    for attitude in [*attitudes_of(scene, story), *sayings_of(scene, story), *reactions_of(scene, story)]:
        if attitude.matter.kind in ("sanctions", "conduct", "diplomacy", "resolution"):
            _add(stands, _of_attitude(scene, attitude, story))
    for act in acts:
        view = act.view or _own_condition(scene, act)
        if view is not None and not hypothetical(scene, act.trigger):
            _add(stands, _of_act(scene, act, view, story))
    _add(stands, undecided_of(scene, story))
    if not stands:
        _add(stands, sides_of(scene, story))
    return stands


def _add(stands: list[Stand], more: list[Stand]) -> None:
    """Adds what no earlier reader of the line told of the same holder, whichever way it saw it."""
    known = {(one.voice.holder.key, one.kind, leaning(one.kind, one.action, one.stance)) for one in stands}
    for one in more:
        seen = leaning(one.kind, one.action, one.stance)
        whose = one.voice.holder.key
        if (whose, one.kind, seen) not in known and (whose, one.kind, _against(seen)) not in known:
            stands.append(one)


def _against(seen: str) -> str:
    return {"pressure": "relief", "relief": "pressure"}.get(seen, seen)


# -- views as the line words them ----------------------------------------------------------------------------
def _of_attitude(scene: Scene, attitude: Attitude, story: Story) -> list[Stand]:
    matter = attitude.matter
    if matter.kind != "sanctions":
        return _of_issue(scene, attitude, story)
    action = cast(terms.ActionName, matter.action)
    view = View(
        attitude.stance,
        tuple(attitude.holders),
        speech_act=attitude.speech_act,
        certainty=attitude.certainty,
    )
    stands = []
    for voice in held_by(scene, view, attitude.at):
        targets = list(matter.targets) or ([] if matter.echo else aimed_at(scene, [], story.against))
        condition = attitude.condition
        if condition is None:
            condition = (
                condition_of(scene) if attitude.stance == "conditional" or action == "maintain" else None
            )
        stance = attitude.stance
        if stance == "conditional" and condition is None:
            stance = "support"
        first, after = min(attitude.at, matter.first), max(attitude.at + 1, matter.after)
        stands.append(
            Stand(
                voice,
                cast(terms.StanceName, stance),
                "sanctions",
                action,
                targets,
                label_of(action, targets or story.targets),
                [quote_of(scene, first, after, voice)],
                condition=condition,
                certainty=attitude.certainty,
                speech_act=attitude.speech_act,
                addressees=[agent.speaks_for or agent for agent in attitude.addressees],
                rule=attitude.rule,
                at=attitude.at,
                echo=matter.echo and not matter.targets,
            )
        )
    return stands


def _of_issue(scene: Scene, attitude: Attitude, story: Story) -> list[Stand]:
    """A view of conduct or diplomacy: conduct is opposed, diplomacy wanted, by others than it concerns."""
    matter = attitude.matter
    kind = cast(terms.IssueKindName, matter.kind)
    if attitude.certainty != "certain" or attitude.stance not in ("support", "oppose"):
        return []
    if kind == "conduct" and attitude.stance != "oppose":
        return []
    if kind == "diplomacy" and attitude.stance == "oppose" and _blamed(scene, attitude):
        return []
    main = scene.memory.main_target() or story.against
    view = View(attitude.stance, tuple(attitude.holders), speech_act=attitude.speech_act)
    first, after = min(attitude.at, matter.first), max(attitude.at + 1, matter.after)
    stands = []
    for voice in held_by(scene, view, attitude.at):
        targets = list(matter.targets) or (
            [main] if main is not None and main.key != voice.holder.key else []
        )
        if kind == "conduct" and (not targets or targets[0].key == voice.holder.key):
            continue
        whom = targets[0].called if targets else "the country concerned"
        stands.append(
            Stand(
                voice,
                cast(terms.StanceName, attitude.stance),
                kind,
                None,
                targets,
                f"the {kind} of {whom}"[:120],
                [quote_of(scene, first, after, voice)],
                speech_act=attitude.speech_act,
                addressees=[agent.speaks_for or agent for agent in attitude.addressees],
                rule=f"{attitude.rule}+{kind}",
                at=attitude.at,
            )
        )
    return stands


def _blamed(scene: Scene, attitude: Attitude) -> bool:
    """ "Turkey said Washington rejects dialogue": what others say somebody refuses is no view of theirs."""
    source = source_at(scene, attitude.at)
    if source is None or source.agent is None:
        return False
    mine = {agent.key for agent in attitude.holders} | {
        agent.speaks_for.key for agent in attitude.holders if agent.speaks_for is not None
    }
    return (source.agent.speaks_for or source.agent).key not in mine


# -- views of acts -------------------------------------------------------------------------------------------
def _own_condition(scene: Scene, act: Act) -> View | None:
    """ "sanctions will remain until …", "will ease … if": the sender's own view (ruling 23)."""
    if act.action not in ("maintain", "lift", "ease", "suspend") or act.frame.unsure:
        return None
    if condition_of(scene) is None or act.frame.subject.nobody:
        return None
    frame = act.frame
    denied = frame.refused or frame.negated
    holders = tuple(act.senders) if act.action == "maintain" else tuple(frame.subject.agents)
    if (
        act.action != "maintain"
        and not denied
        and frame.stage not in ("committed", "threatened", "considered")
    ):
        return None
    relief = act.action != "maintain" and not denied
    return View("relief" if relief else "keep", holders, from_source=not holders)


def _of_act(scene: Scene, act: Act, view: View, story: Story) -> list[Stand]:
    stance, action = _stance_and_action(act, view)
    if stance is None:
        return []
    told = condition_of(scene)
    condition = told if stance == "conditional" or action == "maintain" or view.stance == "relief" else None
    addressed = {agent.key for agent in view.addressees}
    stands = []
    for voice in held_by(scene, view, act.trigger):
        if voice.holder.key in addressed:
            continue
        targets = aimed_at(scene, act.targets, story.against) or _itself(act, voice.holder, stance)
        stands.append(
            Stand(
                voice,
                stance,
                "sanctions",
                action,
                targets,
                label_of(action, targets),
                [quote_of(scene, act.first, act.after, voice)],
                condition=condition,
                certainty=view.certainty,
                speech_act=view.speech_act,
                basis=view.basis,
                addressees=[agent.speaks_for or agent for agent in view.addressees],
                rule=act.rule,
                at=act.trigger,
            )
        )
    return stands


def _stance_and_action(act: Act, view: View) -> tuple[terms.StanceName | None, terms.ActionName]:
    action = cast(terms.ActionName, act.action or _standing(act))
    if view.stance == "keep":
        return "support", "maintain"
    if view.stance == "relief":
        return "support", action
    return cast(terms.StanceName, view.stance) if view.stance in _VIEWS else None, action


def _standing(act: Act) -> str:
    """Sanctions in general: those that stand are held up, those that do not are imposed (ruling 24)."""
    phrase = act.phrase
    if phrase is None:
        return "impose"
    if "more" in phrase.modifiers and "new" not in phrase.modifiers:
        return "tighten"
    called = act.view is not None and act.view.speech_act in ("appeal", "demand")
    if "new" in phrase.modifiers or (called and not phrase.definite and not phrase.own):
        return "impose"
    return "maintain"


def _itself(act: Act, holder: Agent, stance: str) -> list[Agent]:
    """Who condemns another's sanctions, with no target told, is under them itself."""
    senders = act.phrase.senders if act.phrase is not None else []
    mine = stance == "oppose" and senders and holder.key not in {agent.key for agent in senders}
    return [holder] if mine and holder.kind == "state" else []
