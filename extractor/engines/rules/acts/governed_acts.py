"""Acts told by the verb right before the sanctions: "imposed sanctions", "hit Iran with sanctions"."""

from __future__ import annotations

from dataclasses import replace

from extractor.engines.rules.acts.act import Act, made, new_or_more, partly, with_subject
from extractor.engines.rules.acts.measures import SanctionsPhrase
from extractor.engines.rules.clauses.lists import agents_after
from extractor.engines.rules.clauses.object_of import NO_OBJECT, governor
from extractor.engines.rules.clauses.parting import parted
from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.clauses.subjects import by_phrase, subject_of
from extractor.engines.rules.frames.frame import Frame, View
from extractor.engines.rules.frames.frames import lift, view_of_verb
from extractor.engines.rules.frames.stage import compose
from extractor.engines.rules.who.agents import Agent

__all__ = ["by_governor", "by_verb"]


_SEEKING = frozenset(
    {
        "seek",
        "lobby",
        "lobby for",
        "rally",
        "win",
        "drum up",
        "call for",
        "ask for",
        "urge",
        "press for",
        "push for",
    }
)


_JUDGING = frozenset({"considerar", "considérer", "ver", "estimar", "valorar"})


def by_governor(scene: Scene, phrase: SanctionsPhrase) -> Act | None:
    index = governor(scene, phrase.first)
    if index is None:
        return None
    node = scene.nodes[index]
    if node.kind == "prep":
        return _after_prep(scene, phrase, index)
    if node.has("adjective"):
        return None
    return by_verb(scene, phrase, index)


def by_verb(scene: Scene, phrase: SanctionsPhrase, index: int) -> Act | None:
    verb = scene.nodes[index].verb
    assert verb is not None
    act_cue = verb.cue("act")
    if verb.passive and not (act_cue or verb.cue("govern")):
        return None
    if act_cue is not None and not parted(scene, index, act_cue.parting):
        act_cue = None
    if act_cue is not None:
        action = new_or_more(phrase) if act_cue.value == "impose" else partly(phrase, act_cue.value)
        act = made("verb+sanctions", index, action, lift(scene, index), phrase)
        return with_subject(act, act.frame.subject.agents)
    return _by_weak_verb(scene, phrase, index)


def _by_weak_verb(scene: Scene, phrase: SanctionsPhrase, index: int) -> Act | None:
    verb = scene.nodes[index].verb
    assert verb is not None
    view = view_of_verb(scene, index)
    if view is not None:
        return made("stance+sanctions", index, "", Frame("considered", view=view, top=index), phrase)
    cue = verb.cue("govern")
    if any(scene.nodes[at].has("judgement") for at in range(index + 1, phrase.head)) and (
        scene.line.language in ("es", "fr") and any(one.lemma in _JUDGING for one in verb.cues)
    ):
        return None  # "considera ilegítimas las sanciones"
    if cue is not None and (cue.lemma not in NO_OBJECT):
        frame = lift(scene, index)
        stage = "rejected" if cue.value == "rejected" else compose(cue.value, frame.stage)
        if cue.value == "refused":
            return None
        act = made("stage verb+sanctions", index, new_or_more(phrase), replace(frame, stage=stage), phrase)
        return with_subject(act, frame.subject.agents)
    return None


def _after_prep(scene: Scene, phrase: SanctionsPhrase, index: int) -> Act | None:
    """ "hit Iran with sanctions", "threatened Turkey with sanctions", "seeks support for sanctions"."""
    sought = _support_sought(scene, phrase, index)
    if sought is not None:
        return sought
    if scene.word(index) == "to":
        return _added_to(scene, phrase, index)
    if scene.word(index) not in ("with", "con", "mit", "de"):
        return None
    at = index - 1
    pressed = False
    while at >= 0 and (
        scene.kind(at) in ("agent", "word", "det", "modifier", "and", "comma", "day", "pronoun")
        or scene.nodes[at].value in ("pressure", "target")
    ):
        pressed = pressed or scene.nodes[at].value == "pressure"
        at -= 1
    verb = scene.nodes[at].verb if at >= 0 else None
    if verb is None or (verb.cue("act") is not None and verb.cue("hit") is None and not pressed):
        return None
    govern, hit = verb.cue("govern"), verb.cue("hit") or verb.cue("act")
    threat = govern is not None and govern.value == "threatened"
    if not threat and hit is None:
        return None
    frame = lift(scene, at)
    act = made("hit with sanctions", at, new_or_more(phrase), frame, phrase)
    if threat:
        act = replace(act, frame=replace(frame, stage="threatened"))
    return _hit_whom(scene, act, at, index)


def _support_sought(scene: Scene, phrase: SanctionsPhrase, prep: int) -> Act | None:
    """ "is seeking Asian support for sanctions": the seeker's view, said to those sought (ruling 22)."""
    if scene.word(prep) not in ("for", "on", "behind") or scene.word(prep - 1) not in ("support", "backing"):
        return None
    at = prep - 2
    asked: list[Agent] = []
    while at >= 0 and scene.kind(at) in ("agent", "word", "modifier", "det", "prep") and at > prep - 7:
        agent = scene.nodes[at].agent
        asked += [agent] if agent is not None else []
        at -= 1
    verb = scene.nodes[at].verb if at >= 0 else None
    seeking = verb is not None and any(cue.lemma in _SEEKING for cue in verb.cues)
    if not seeking:
        return None
    view = View("support", tuple(lift(scene, at).subject.agents), tuple(asked), "appeal")
    return made("seeks support", at, "", Frame("considered", view=view, top=at), phrase)


def _added_to(scene: Scene, phrase: SanctionsPhrase, prep: int) -> Act | None:
    """ "added to its list of sanctions against Iran"."""
    verb = scene.nodes[prep - 1].verb if prep else None
    if verb is None or verb.passive or not any(cue.lemma == "add" for cue in verb.cues):
        return None
    frame = lift(scene, prep - 1)
    return with_subject(
        made("added to the sanctions", prep - 1, "tighten", frame, phrase), frame.subject.agents
    )


def _hit_whom(scene: Scene, act: Act, verb_at: int, prep_at: int) -> Act:
    verb = scene.nodes[verb_at].verb
    assert verb is not None
    if verb.passive:
        subject = subject_of(scene, verb_at)
        return replace(
            act, targets=[*subject.agents, *act.targets], senders=[*act.senders, *by_phrase(scene, verb_at)]
        )
    objects = agents_after(scene, verb_at + 1)
    inside = [agent for agent in objects.agents if objects.after <= prep_at + 1]
    return with_subject(replace(act, targets=[*inside, *act.targets]), act.frame.subject.agents)
