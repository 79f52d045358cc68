"""Positions on resolutions, on conduct that sanctions answer, and on diplomacy around it (ruling 21)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, cast

from extractor.engines.rules.clauses.lists import agents_after
from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.clauses.subjects import subject_of
from extractor.engines.rules.frames.frame import View
from extractor.engines.rules.frames.frames import view_of_verb
from extractor.engines.rules.frames.quotes import view_evidence
from extractor.engines.rules.positions.holders import others_than_subject
from extractor.engines.rules.positions.stand import Stand, Voice, held_by, names_in
from extractor.engines.rules.positions.story import Story, side_of
from extractor.engines.rules.positions.votes import votes_of_line
from extractor.engines.rules.who.agents import Agent
from extractor.schemas import terms

__all__ = ["issues_of_line"]

_INSIDE: Final = frozenset(
    {"det", "modifier", "word", "agent", "pronoun", "quote", "and", "nominal", "day", "issue", "stagenoun"}
)
_KINDS: Final = frozenset({"resolution", "conduct", "diplomacy", "pressure"})
_WITHIN: Final = frozenset({"of", "for", "to", "de", "von", "des", "du", "del"})
_HELD: Final = frozenset({"stance", "call", "vote", "judgement"})
_BLAMING: Final = frozenset(
    {"condemn", "denounce", "criticize", "criticise", "slam", "blast"}
    | {"condenar", "condamner", "verurteilen"}
)
_CALLING: Final = frozenset({"call", "describe", "calificar", "qualifier", "bezeichnen"})
_HOW_FAR: Final = 9


@dataclass(frozen=True, slots=True)
class _Issue:
    """What a position is about: the node that names it, its kind, and the node of the verb that tells it."""

    at: int
    kind: str
    verb_at: int


def issues_of_line(scene: Scene, story: Story) -> list[Stand]:
    """Positions on anything but sanctions measures. The caller sees to their scope."""
    if scene.line.in_title or not scene.line.kinds & _HELD:
        return []
    stands: list[Stand] = []
    for index, node in enumerate(scene.nodes):
        if (node.kind == "issue" and node.value in _KINDS) or node.has("diplomacy"):
            stands += _on_issue(scene, index) or _judged(scene, index)
        elif node.agent is not None and node.agent.states_itself and side_of(story, node.agent) != "sender":
            stands += _condemned(scene, index, node.agent)  # the sender is condemned for the sanctions
    return stands + votes_of_line(scene, story)


def _on_issue(scene: Scene, index: int) -> list[Stand]:
    """ "supports the resolution", "called for talks", "condemned the coup": the object is the issue."""
    verb_at = _governor(scene, index)
    if verb_at is None or _of_somebody_else(scene, verb_at):
        return []
    view = view_of_verb(scene, verb_at)
    if view is None:
        return []
    return _stands(scene, _Issue(index, _kind(scene, index), verb_at), view)


def _kind(scene: Scene, index: int) -> str:
    """ "talks" are read as a noun for what is considered, and are diplomacy here."""
    node = scene.nodes[index]
    return node.value if node.kind == "issue" else "diplomacy"


def _stands(scene: Scene, issue: _Issue, view: View) -> list[Stand]:
    if not _sensible(issue.kind, view) or (issue.kind == "pressure" and not _aimed(scene, issue.at)):
        return []
    stands = []
    for voice in held_by(scene, view, issue.verb_at):
        targets = _targets(scene, issue, voice.holder)
        if issue.kind != "conduct" or (targets and targets[0].key != voice.holder.key):
            stands.append(_stand(scene, issue, view, voice, targets))
    return stands


def _aimed(scene: Scene, index: int) -> bool:
    """ "pressure on North Korea": pressure stands for sanctions only when somebody is under it."""
    near = range(index + 1, min(len(scene.nodes), index + 5))
    return any(scene.kind(at) == "prep" for at in near) and any(scene.kind(at) == "agent" for at in near)


def _condemned(scene: Scene, index: int, agent: Agent) -> list[Stand]:
    """ "condemns Russia for …", "did not condemn Moscow": the object is whose conduct is meant."""
    verb_at = index - 1
    while scene.kind(verb_at) == "det":
        verb_at -= 1
    verb = scene.nodes[verb_at].verb if verb_at >= 0 else None
    cue = verb.cue("stance") if verb is not None else None
    whole = scene.kind(index + 1) in ("prep", "stop", "comma", "and", "opener", "", "quote", "day")
    if cue is None or cue.lemma not in _BLAMING or not whole:
        return []
    view = None if _of_somebody_else(scene, verb_at) else view_of_verb(scene, verb_at)
    if view is None:
        return []
    issue = _Issue(index, "conduct", verb_at)
    voices = [voice for voice in held_by(scene, view, verb_at) if voice.holder.key != agent.key]
    return [_stand(scene, issue, view, voice, [agent]) for voice in voices]


def _of_somebody_else(scene: Scene, verb_at: int) -> bool:
    """ "regretted Trump's refusal to condemn the war": no view of the subject's, and none that is told."""
    verb = scene.nodes[verb_at].verb
    english = scene.line.language == "en"
    return english and verb is not None and verb.infinitive and others_than_subject(scene, verb_at) == []


def _judged(scene: Scene, index: int) -> list[Stand]:
    """ "called the invasion unacceptable", "the annexation is illegal"."""
    near = range(index + 1, min(len(scene.nodes), index + 7))
    judged = next((at for at in near if scene.nodes[at].has("judgement")), None)
    kind = _kind(scene, index)
    if judged is None or kind not in ("conduct", "resolution", "diplomacy"):
        return []
    value = scene.nodes[judged].cues.first["judgement"].value
    if kind == "diplomacy":
        if value != "support" or scene.kind(index + 1) != "verb":
            return []
        view = _being(scene, index, judged, value)  # "said dialogue was the only way forward"
        if view is None or view.stance != "support":
            return []
        return _stands(scene, _Issue(index, kind, index), view)
    view = _calling(scene, index, value) or _being(scene, index, judged, value)
    return [] if view is None else _stands(scene, _Issue(index, kind, index), view)


def _calling(scene: Scene, index: int, value: str) -> View | None:
    for at in range(index - 1, max(-1, index - 5), -1):
        verb = scene.nodes[at].verb
        if verb is not None and any(cue.lemma in _CALLING for cue in verb.cues):
            return None if verb.negated else View(value, tuple(subject_of(scene, at).agents))
        if scene.kind(at) not in _INSIDE:
            return None
    return None


def _being(scene: Scene, index: int, judged: int, value: str) -> View | None:
    for at in range(index + 1, judged):
        verb = scene.nodes[at].verb
        if verb is not None and not verb.letters:
            flipped = {"support": "oppose", "oppose": "support"}[value]
            return View(flipped if verb.negated else value, from_source=True)
    return None


def _sensible(kind: str, view: View) -> bool:
    if kind == "pressure":
        return view.stance in ("support", "oppose")
    if kind == "conduct":
        return view.stance in ("oppose", "uncommitted") and view.speech_act == "state"
    if kind == "diplomacy":
        return view.stance in ("support", "oppose", "conditional") and view.certainty == "certain"
    return True


def _stand(scene: Scene, issue: _Issue, view: View, voice: Voice, targets: list[Agent]) -> Stand:
    after = issue.at + 1
    tail = ("agent", "prep", "word", "det", "modifier")
    while after < len(scene.nodes) and scene.kind(after) in tail and after < issue.at + 6:
        after += 1
    first = next((at for at in names_in(scene, voice) if at < issue.verb_at), issue.verb_at)
    pressure = issue.kind == "pressure"
    return Stand(
        voice,
        stance=cast(terms.StanceName, view.stance),
        kind="sanctions" if pressure else cast(terms.IssueKindName, issue.kind),
        action="maintain" if pressure else None,
        targets=targets,
        label=_label(scene, issue.at, targets),
        evidence=[view_evidence(scene, min(first, issue.at), after)],
        certainty=view.certainty,
        speech_act=view.speech_act,
        basis=view.basis,
        addressees=[agent.speaks_for or agent for agent in view.addressees],
        rule=f"stance+{issue.kind}",
        at=issue.verb_at,
    )


def _label(scene: Scene, index: int, targets: list[Agent]) -> str:
    if scene.kind(index) == "agent":
        return f"the conduct of {targets[0].called}"[:120]
    first = index
    while first > 0 and scene.kind(first - 1) in ("agent", "modifier", "word") and index - first < 4:
        first -= 1
    after = index + 1
    while after < len(scene.nodes) and scene.kind(after) in ("prep", "agent", "det") and after < index + 4:
        after += 1
    words = scene.text(first, after)
    if len(words.split()) > 2:
        return words[:120]
    return (f"the {words} concerning {targets[0].called}" if targets else f"the {words} in question")[:120]


def _governor(scene: Scene, index: int) -> int | None:
    """The verb whose object's noun is at ``index``."""
    for at in range(index - 1, max(-1, index - 1 - _HOW_FAR), -1):
        node = scene.nodes[at]
        if node.kind == "verb":
            return at if node.verb is not None and node.verb.letters else None
        within = node.kind == "prep" and scene.word(at) in _WITHIN and _governed(scene, at)
        if not within and node.kind not in _INSIDE:
            return None
    return None


def _governed(scene: Scene, prep: int) -> bool:
    """ "a return to talks", "its violation of sovereignty": the preposition stays within the object."""
    return scene.kind(prep - 1) in ("word", "issue", "nominal", "stagenoun")


def _targets(scene: Scene, issue: _Issue, holder: Agent) -> list[Agent]:
    """Whose conduct it is: named before the noun, or after "by"; else whom the sanctions are aimed at."""
    main = scene.memory.main_target()
    known = [] if main is None or main.key == holder.key else [main]
    if issue.kind != "conduct":
        return known
    for at in range(issue.at - 1, max(-1, issue.at - 5), -1):
        node = scene.nodes[at]
        if node.kind == "verb":
            break
        if node.agent is not None and node.agent.key != holder.key:
            agent = node.agent.speaks_for or node.agent
            return [agent] if agent.states_itself else known
    for at in range(issue.at + 1, min(len(scene.nodes), issue.at + 6)):
        node = scene.nodes[at]
        if node.kind == "prep" and node.value == "by":
            return agents_after(scene, at + 1).agents[:1] or known
    return known
