"""Positions on sanctions measures: views of acts, conditions of the sender, and what is held back."""

from __future__ import annotations

from typing import cast

from extractor.engines.rules.act import Act
from extractor.engines.rules.agents import Agent, holder_and_speaker
from extractor.engines.rules.clauses import subject_of
from extractor.engines.rules.conditions import condition_of
from extractor.engines.rules.frame import View
from extractor.engines.rules.judgements import judged
from extractor.engines.rules.measures import read_phrase
from extractor.engines.rules.scene import Scene
from extractor.engines.rules.stand import Stand, Voice, aimed_at, held_by, label_of, quote_of
from extractor.schemas import terms

__all__ = ["positions_of_line"]


def positions_of_line(scene: Scene, acts: list[Act]) -> list[Stand]:
    """Every position on a sanctions measure that one line tells."""
    stands: list[Stand] = []
    for act in acts:
        view = act.view or _own_condition(scene, act)
        if view is not None:
            stands += _of_act(scene, act, view)
    if not stands and "undecided" in scene.line.kinds:
        stands += _undecided(scene)
    if not stands and "judgement" in scene.line.kinds:
        stands += judged(scene, acts)
    return stands


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


def _of_act(scene: Scene, act: Act, view: View) -> list[Stand]:
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
        targets = aimed_at(scene, act.targets) or _itself(act, voice.holder, stance)
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
            )
        )
    return stands


def _stance_and_action(act: Act, view: View) -> tuple[terms.StanceName | None, terms.ActionName]:
    action = cast(terms.ActionName, act.action or _standing(act))
    if view.stance == "keep":
        return "support", "maintain"
    if view.stance == "relief":
        return "support", action
    known = view.stance in terms.values(terms.StanceName)
    return cast(terms.StanceName, view.stance) if known else None, action


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


# -- "has made no commitments", "declined to comment" --------------------------------------------------------
def _undecided(scene: Scene) -> list[Stand]:
    sanctions = next(
        (at for at, node in enumerate(scene.nodes) if node.kind == "sanctions" and node.has("strong")), None
    )
    index = next((at for at, node in enumerate(scene.nodes) if node.has("undecided")), None)
    if sanctions is None or index is None:
        return []
    voice = _who_holds_back(scene, index)
    if voice is None:
        return []
    phrase = read_phrase(scene, sanctions)
    targets = aimed_at(scene, phrase.targets)
    declined = scene.nodes[index].cues.first["undecided"].value == "decline"
    return [
        Stand(
            voice,
            "uncommitted",
            "sanctions",
            "impose",
            targets,
            label_of("impose", targets),
            [quote_of(scene, min(index, phrase.first), max(index + 1, phrase.after), voice)],
            speech_act="decline" if declined else "state",
            rule="undecided",
        )
    ]


def _who_holds_back(scene: Scene, index: int) -> Voice | None:
    at = index - 1 if scene.kind(index - 1) == "verb" else index
    subject = subject_of(scene, at).agents
    found = holder_and_speaker(subject[0]) if subject else None
    if found is None:
        return None
    return held_by(scene, View("uncommitted", (subject[0],)), index)[0]
