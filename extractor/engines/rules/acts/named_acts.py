"""Acts told within the phrase: "the lifting of sanctions", "sanctions imposed by", "sanctions relief"."""

from __future__ import annotations

from dataclasses import replace

from extractor.engines.rules.acts.act import Act, made, new_or_more, with_subject
from extractor.engines.rules.acts.measures import SanctionsPhrase
from extractor.engines.rules.clauses.object_of import NO_OBJECT, governor
from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.frames.frame import Frame, View
from extractor.engines.rules.frames.frames import lift, lift_noun, view_of_verb
from extractor.engines.rules.frames.stage import compose

__all__ = ["by_noun", "by_relative", "participle_act"]


def by_noun(scene: Scene, phrase: SanctionsPhrase) -> Act | None:
    index = phrase.nominal
    assert index is not None
    node = scene.nodes[index]
    action = next((cue.value for cue in node.cues if cue.kind == "nominal"), "")
    if not action:
        return None
    compound = index > phrase.head
    start = phrase.first if compound else index
    view = _noun_view(scene, start)
    frame = (
        Frame("considered", view=view)
        if view is not None
        else lift_noun(scene, start if not compound else phrase.first)
    )
    if compound:
        frame = _compound_frame(scene, phrase, view)
    if action == "enforce" and frame.view is None:
        return None
    act = made("noun for the act", index, action, frame, phrase)
    if action == "evade":
        return None if frame.view is None else act
    return with_subject(act, frame.subject.agents)


def _noun_view(scene: Scene, start: int) -> View | None:
    index = start - 1
    while (
        index >= 0
        and scene.kind(index) in ("det", "modifier", "word", "quote")
        and not scene.nodes[index].has("judgement")
    ):
        index -= 1
    if index >= 0 and scene.nodes[index].verb is not None:
        return view_of_verb(scene, index)
    if index >= 1 and scene.kind(index) == "prep" and scene.word(index) in ("by", "with"):
        return _followed_by(scene, index)
    return None


def _followed_by(scene: Scene, prep: int) -> View | None:
    """ "should be followed by an easing": a view, and no act."""
    verb = scene.nodes[prep - 1].verb
    if verb is None or verb.modal != "should":
        return None
    return View("oppose" if verb.negated else "support", from_source=True)


def _compound_frame(scene: Scene, phrase: SanctionsPhrase, view: View | None) -> Frame:
    if view is not None:
        return Frame("considered", view=view)
    index = governor(scene, phrase.first)
    node = scene.nodes[index] if index is not None else None
    verb = node.verb if node is not None else None
    cue = verb.cue("govern") if verb is not None else None
    if index is None or verb is None or cue is None or cue.lemma in NO_OBJECT:
        offered = verb is not None and any(c.lemma in ("offer", "grant", "give", "issue") for c in verb.cues)
        if not offered or index is None:
            return Frame("considered", unsure=True)
        return lift(scene, index)
    frame = lift(scene, index)
    return replace(frame, stage="rejected" if cue.value == "rejected" else compose(cue.value, frame.stage))


def participle_act(scene: Scene, phrase: SanctionsPhrase) -> Act | None:
    index = phrase.participle
    verb = scene.nodes[index].verb if index is not None else None
    if index is None or verb is None:
        return None
    cue = verb.cue("act") or verb.cue("govern")
    assert cue is not None
    if cue.lemma == "aus|setzen":
        return None  # "sieht sich neuen Sanktionen ausgesetzt": who is exposed to them
    stage = "adopted" if cue.kind == "act" else compose(cue.value, "adopted")
    action = cue.value if cue.kind == "act" and cue.value != "impose" else new_or_more(phrase)
    if action == "maintain" or stage == "rejected":
        return None
    return made("sanctions imposed by", index, action, Frame(stage, top=index), phrase)


def by_relative(scene: Scene, phrase: SanctionsPhrase) -> Act | None:
    index = phrase.relative
    verb = scene.nodes[index].verb if index is not None else None
    if index is None or verb is None:
        return None
    cue = verb.cue("act") or verb.cue("govern")
    assert cue is not None
    action = cue.value if cue.kind == "act" and cue.value != "impose" else new_or_more(phrase)
    frame = lift(scene, index)
    act = made("sanctions X imposed", index, action, frame, phrase)
    return replace(act, senders=list(phrase.senders))
