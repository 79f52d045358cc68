"""Positions on resolutions, on the conduct that sanctions answer, and on the diplomacy around it (ruling 21)."""

from __future__ import annotations

from typing import Final

from extractor.engines.rules.agents import Agent, holder_and_speaker
from extractor.engines.rules.clauses import subject_of
from extractor.engines.rules.frames import View, view_of_verb
from extractor.engines.rules.lists import agents_after
from extractor.engines.rules.positions import Stand, held_by
from extractor.engines.rules.quotes import evidence
from extractor.engines.rules.scene import Scene
from extractor.schemas import terms

__all__ = ["issues_of_line"]

_INSIDE: Final = frozenset({"det", "modifier", "word", "agent", "pronoun", "quote", "and", "nominal", "day"})
_MADE_BY: Final = frozenset({"by", "of", "in", "from"})
_HOW_FAR = 9
_BLAMING: Final = frozenset({"condemn", "denounce", "criticize", "criticise", "condenar", "condamner", "verurteilen", "slam", "blast"})


def issues_of_line(scene: Scene) -> list[Stand]:
    """Positions on anything but sanctions measures. The caller sees to their scope."""
    stands: list[Stand] = []
    for index, node in enumerate(scene.nodes):
        if node.kind == "issue" and node.value in ("resolution", "conduct", "diplomacy", "pressure"):
            stands += _on_issue(scene, index) or _judged(scene, index)
        elif node.kind == "agent" and node.agent is not None and node.agent.states_itself:
            stands += _condemned(scene, index)
    stands += _votes(scene)
    return stands


def _on_issue(scene: Scene, index: int) -> list[Stand]:
    verb_at = _governor(scene, index)
    if verb_at is None:
        return []
    view = view_of_verb(scene, verb_at)
    kind = scene.nodes[index].value
    if view is None or not _sensible(kind, view):
        return []
    stands = []
    for holder, speaker in held_by(scene, view, verb_at):
        targets = _targets(scene, index, kind, holder)
        if kind == "conduct" and (not targets or targets[0].key == holder.key):
            continue
        stands.append(_stand(scene, index, verb_at, kind, view, holder, speaker, targets))
    return stands


def _condemned(scene: Scene, index: int) -> list[Stand]:
    """ "condemns Russia for …", "did not condemn Moscow": the object is whose conduct is meant."""
    agent = scene.nodes[index].agent
    verb_at = index - 1
    while scene.kind(verb_at) == "det":
        verb_at -= 1
    verb = scene.nodes[verb_at].verb if verb_at >= 0 else None
    cue = verb.cue("stance") if verb is not None else None
    follows = scene.kind(index + 1)
    plain = follows in ("prep", "stop", "comma", "and", "opener", "", "quote", "day")
    if agent is None or cue is None or cue.value != "oppose" or not plain or scene.nodes[index].span is None:
        return []
    view = view_of_verb(scene, verb_at)
    if view is None or cue.lemma not in _BLAMING:
        return []
    return [
        _stand(scene, index, verb_at, "conduct", view, holder, speaker, [agent])
        for holder, speaker in held_by(scene, view, verb_at)
        if holder.key != agent.key
    ]


def _judged(scene: Scene, index: int) -> list[Stand]:
    """ "called the invasion unacceptable", "the annexation is illegal"."""
    judged = next(
        (at for at in range(index + 1, min(len(scene.nodes), index + 7)) if scene.nodes[at].has("judgement")), None
    )
    kind = scene.nodes[index].value
    if judged is None or kind not in ("conduct", "resolution"):
        return []
    value = next(cue.value for cue in scene.nodes[judged].cues if cue.kind == "judgement")
    view = _calling(scene, index, value) or _being(scene, index, judged, value)
    if view is None or not _sensible(kind, view):
        return []
    stands = []
    for holder, speaker in held_by(scene, view, judged):
        targets = _targets(scene, index, kind, holder)
        if targets and targets[0].key != holder.key:
            stands.append(_stand(scene, index, index, kind, view, holder, speaker, targets))
    return stands


def _calling(scene: Scene, index: int, value: str) -> View | None:
    for at in range(index - 1, max(-1, index - 5), -1):
        verb = scene.nodes[at].verb
        if verb is not None and any(cue.lemma in ("call", "describe", "calificar", "qualifier") for cue in verb.cues):
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


def _stand(scene: Scene, index: int, verb_at: int, kind: str, view: View, holder: Agent, speaker: Agent | None, targets: list[Agent]) -> Stand:  # noqa: PLR0913, PLR0917
    after = index + 1
    while after < len(scene.nodes) and scene.kind(after) in ("agent", "prep", "word", "det", "modifier") and after < index + 6:
        after += 1
    pressure = kind == "pressure"
    return Stand(
        holder=holder,
        speaker=speaker,
        stance=view.stance,  # type: ignore[arg-type]
        kind="sanctions" if pressure else kind,  # type: ignore[arg-type]
        action="maintain" if pressure else None,
        targets=targets,
        label=_label(scene, index) if scene.kind(index) == "issue" else f"the conduct of {targets[0].name}"[:120],
        evidence=[evidence(scene, _first(scene, verb_at, holder, speaker), after)],
        certainty=view.certainty,
        speech_act=view.speech_act,
        basis=view.basis,
        addressees=[agent.speaks_for or agent for agent in view.addressees],
        rule=f"stance+{kind}",
    )


def _first(scene: Scene, verb_at: int, holder: Agent, speaker: Agent | None) -> int:
    names = {holder.name} | ({speaker.name} if speaker is not None else set())
    for at in range(verb_at):
        agent = scene.nodes[at].agent
        if agent is not None and (agent.name in names or (agent.speaks_for is not None and agent.speaks_for.name in names)):
            return at
    return verb_at


def _label(scene: Scene, index: int) -> str:
    first = index
    while first > 0 and scene.kind(first - 1) in ("agent", "modifier", "word") and index - first < 4:
        first -= 1
    after = index + 1
    while after < len(scene.nodes) and scene.kind(after) in ("prep", "agent", "det") and after < index + 4:
        after += 1
    words = scene.text(first, after)
    return (words if len(words.split()) > 2 else f"the {words} in dispute")[:120]


def _sensible(kind: str, view: View) -> bool:
    if kind == "pressure":
        return view.stance in ("support", "oppose")
    if kind == "conduct":
        return view.stance in ("oppose", "uncommitted") and view.speech_act == "state"
    if kind == "diplomacy":
        return view.stance in ("support", "oppose", "conditional") and view.certainty == "certain"
    return True


def _governor(scene: Scene, index: int) -> int | None:
    """The verb whose object's noun is at ``index``."""
    at = index - 1
    while at >= 0 and index - at <= _HOW_FAR:
        node = scene.nodes[at]
        if node.kind == "verb":
            return at if node.verb is not None and node.verb.letters else None
        if node.kind == "prep":
            if scene.word(at) not in ("of", "for", "to", "de", "von", "des", "du", "del") or not _governed(scene, at):
                return None
        elif node.kind not in _INSIDE and node.kind not in ("issue", "stagenoun"):
            return None
        at -= 1
    return None


def _governed(scene: Scene, prep: int) -> bool:
    """ "a return to talks", "its violation of sovereignty": the preposition stays within the object."""
    return scene.kind(prep - 1) in ("word", "issue", "nominal", "stagenoun")


def _targets(scene: Scene, index: int, kind: str, holder: Agent) -> list[Agent]:
    main = scene.memory.main_target()
    known = [] if main is None or main.key == holder.key else [main]
    if kind != "conduct":
        return known
    for at in range(index - 1, max(-1, index - 5), -1):
        node = scene.nodes[at]
        if node.kind == "verb":
            break
        if node.agent is not None and node.agent.key != holder.key:
            agent = node.agent.speaks_for or node.agent
            return [agent] if agent.states_itself else known
    for at in range(index + 1, min(len(scene.nodes), index + 6)):
        node = scene.nodes[at]
        if node.kind == "prep" and node.value == "by":
            return agents_after(scene, at + 1).agents[:1] or known
    return known


# -- votes ---------------------------------------------------------------------------------------------------
def _votes(scene: Scene) -> list[Stand]:
    """ "China abstained", "Russia vetoed the resolution": one position a voter (ruling 5)."""
    stands: list[Stand] = []
    for at, node in enumerate(scene.nodes):
        cue = node.verb.cue("vote") if node.verb is not None else None
        if cue is None or node.verb is None or node.verb.negated or not _on_resolution(scene, at, cue.value):
            continue
        agents = subject_of(scene, at).agents
        expected = node.verb.semi == "committed" or node.verb.modal in ("will", "would", "could")
        for agent in agents:
            found = holder_and_speaker(agent)
            if found is not None and found[0].kind == "state":
                stands.append(_vote(scene, at, cue.value, found, probable=expected))
    return stands


def _on_resolution(scene: Scene, at: int, value: str) -> bool:
    near = scene.nodes[at + 1 : at + 10]
    told = any(node.kind == "issue" and node.value == "resolution" for node in near) or any(node.kind == "sanctions" for node in near)
    return told or (value == "abstain" and any(node.has("resolution") or node.has("vote") for node in scene.nodes))


def _vote(scene: Scene, at: int, stance: str, pair: tuple[Agent, Agent | None], *, probable: bool) -> Stand:
    holder, speaker = pair
    certainty: terms.CertaintyName = "probable" if probable else "certain"
    index = next((i for i in range(at + 1, min(len(scene.nodes), at + 10)) if scene.kind(i) in ("issue", "sanctions")), at)
    sanctions = scene.kind(index) == "sanctions"
    return Stand(
        holder=holder,
        speaker=speaker,
        stance=stance,  # type: ignore[arg-type]
        kind="sanctions" if sanctions else "resolution",
        action="impose" if sanctions else None,
        targets=_targets(scene, index, "resolution", holder),
        label="vote on the sanctions" if sanctions else "vote on the resolution",
        evidence=[evidence(scene, _first(scene, at, holder, speaker), index + 1)],
        certainty=certainty,
        speech_act="vote",
        basis="reported" if probable else "stated",
        rule="vote",
    )
