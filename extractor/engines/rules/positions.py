"""Positions on sanctions measures: from views of acts, judgements, held-back answers and conditions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from extractor.engines.rules.act import Act
from extractor.engines.rules.agents import Agent, holder_and_speaker
from extractor.engines.rules.clauses import subject_of
from extractor.engines.rules.frames import View
from extractor.engines.rules.measures import read_phrase
from extractor.engines.rules.quotes import evidence
from extractor.engines.rules.scene import Scene
from extractor.engines.rules.speech import source_at
from extractor.schemas import terms
from extractor.schemas.draft import DraftEvidence

__all__ = ["Stand", "acting_view", "condition_of", "held_by", "positions_of_line", "target_of"]


@dataclass(slots=True)
class Stand:
    """A position on its way to the draft: agents instead of names; ``rule`` explains it."""

    holder: Agent
    speaker: Agent | None
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
    date: str | None = None
    rule: str = ""


_FLIPPED: Final = {"support": "oppose", "oppose": "support"}
_NOUNS: Final = {
    "impose": "imposing sanctions", "designate": "listing persons or bodies", "tighten": "tightening sanctions",
    "extend": "extending sanctions", "maintain": "keeping sanctions in place", "ease": "easing sanctions",
    "exempt": "exempting from sanctions", "suspend": "suspending sanctions", "lift": "lifting sanctions",
    "delist": "taking names off the list", "lapse": "letting sanctions lapse", "enforce": "enforcing sanctions",
    "evade": "breaching sanctions",
}  # fmt: skip


def positions_of_line(scene: Scene, acts: list[Act]) -> list[Stand]:
    """Every position on a sanctions measure that one line tells."""
    stands: list[Stand] = []
    for act in acts:
        view = act.view or acting_view(scene, act)
        if view is not None:
            stands += _of_act(scene, act, view)
    if not stands:
        stands += _undecided(scene)
    if not stands:
        stands += _judged(scene, acts)
    return stands


def acting_view(scene: Scene, act: Act) -> View | None:
    """ "sanctions will remain until …": the sender's own view, when a condition is told with it (ruling 23)."""
    if act.action not in ("maintain", "lift", "ease", "suspend") or act.frame.unsure:
        return None
    if condition_of(scene, act.trigger) is None or act.frame.subject.nobody:
        return None
    if act.action == "maintain":
        return View("support", tuple(act.senders), from_source=not act.senders)
    relief_refused = act.frame.refused or act.frame.negated
    if relief_refused or act.frame.stage in ("committed", "threatened", "considered"):
        return View("maintain" if relief_refused else "until", tuple(act.frame.subject.agents), from_source=not act.frame.subject.agents)
    return None


# -- whose view ----------------------------------------------------------------------------------------------
def held_by(scene: Scene, view: View, at: int) -> list[tuple[Agent, Agent | None]]:
    """Holders of ``view`` with their speakers, by rulings 3 to 5; none for bystanders and experts."""
    agents = list(view.holders)
    source = source_at(scene, at)
    if view.from_source or not agents:
        if not view.from_source and not agents:
            return []
        agents = [source.agent] if source is not None and source.agent is not None else []
        source = None
    held = [found for agent in agents if (found := holder_and_speaker(agent)) is not None]
    if source is not None and source.agent is not None and len(held) == 1 and held[0][1] is None:
        voiced = holder_and_speaker(source.agent)
        if voiced is not None and voiced[0].key == held[0][0].key:
            held = [voiced]
    return held


def target_of(scene: Scene, agents: list[Agent], holder: Agent) -> list[Agent]:
    """Whom the measure concerns; left out, it is whom the article's sanctions are aimed at."""
    if agents:
        return [agent for agent in agents if agent.kind != "person" or agent.office != "state"] or agents
    main = scene.memory.main_target()
    return [] if main is None else [main]


def condition_of(scene: Scene, at: int) -> str | None:
    """The words of a condition in the same sentence: "until …", "if …", "unless …", to the clause's end."""
    for index, node in enumerate(scene.nodes):
        if not any(cue.kind == "opener" and cue.value == "condition" for cue in node.cues):
            continue
        if scene.word(index) == "should" or (scene.word(index) == "if" and scene.word(index - 1) in ("even", "as")):
            continue
        after = index + 1
        while after < len(scene.nodes) and scene.kind(after) not in ("comma", "stop", "quote"):
            after += 1
        if any(scene.nodes[i].verb is not None for i in range(index, after)) and after - index > 2:
            return scene.text(index, after)[:300]
    return None


# -- views of acts -------------------------------------------------------------------------------------------
def _of_act(scene: Scene, act: Act, view: View) -> list[Stand]:
    action = act.action or _standing(act)
    stance = view.stance
    condition = condition_of(scene, act.trigger)
    if view.stance == "until" or view.stance == "maintain":
        stance, action = "support", "maintain" if view.stance == "maintain" else action
    if stance not in ("support", "oppose", "conditional", "uncommitted", "abstain"):
        return []
    stands = []
    for holder, speaker in held_by(scene, view, act.trigger):
        targets = target_of(scene, act.targets, holder)
        if holder.key in {agent.key for agent in view.addressees}:
            continue
        targets = [agent for agent in targets if agent.key != holder.key] if act.action == "evade" else targets
        stands.append(
            Stand(
                holder, speaker, stance, "sanctions", action, targets, _label(action, targets),  # type: ignore[arg-type]
                [_quote(scene, act.first, act.after, holder, speaker)],
                condition=condition if condition and (stance == "conditional" or action == "maintain" or view.stance == "until") else None,
                certainty=view.certainty, speech_act=view.speech_act,
                addressees=[agent.speaks_for or agent for agent in view.addressees],
                basis=view.basis, rule=act.rule,
            )  # fmt: skip
        )
    return stands


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


def _label(action: str, targets: list[Agent]) -> str:
    words = _NOUNS[action]
    label = f"{words} on {targets[0].name}" if targets else f"{words} on the country concerned"
    return label[:120]


def _quote(scene: Scene, first: int, after: int, holder: Agent, speaker: Agent | None) -> DraftEvidence:
    names = {holder.name} | ({speaker.name} if speaker is not None else set())
    start, end = first, after
    for at, node in enumerate(scene.nodes):
        if node.agent is not None and (node.agent.name in names or (node.agent.speaks_for and node.agent.speaks_for.name in names)):
            if at < first and first - at < 40:
                start = min(start, at)
                break
    while end < len(scene.nodes) and scene.kind(end) in ("word", "det", "modifier", "agent", "prep", "day", "verb", "opener", "pronoun") and end < after + 8:
        end += 1
    return evidence(scene, start, end)


# -- "has made no commitments", "declined to comment" --------------------------------------------------------
def _undecided(scene: Scene) -> list[Stand]:
    sanctions = next((at for at, node in enumerate(scene.nodes) if node.kind == "sanctions" and node.has("strong")), None)
    if sanctions is None:
        return []
    for index, node in enumerate(scene.nodes):
        cue = next((cue for cue in node.cues if cue.kind == "undecided"), None)
        if cue is None:
            continue
        at = index - 1 if scene.kind(index - 1) == "verb" else index
        agents = subject_of(scene, at).agents
        held = [found for agent in agents if (found := holder_and_speaker(agent)) is not None]
        source = source_at(scene, index)
        voiced = holder_and_speaker(source.agent) if source is not None and source.agent is not None else None
        phrase = read_phrase(scene, sanctions)
        return [_held_back(scene, cue.value, index, pair, voiced, phrase.targets, phrase.after) for pair in held[:1]]
    return []


def _held_back(scene: Scene, value: str, index: int, pair: tuple[Agent, Agent | None], voiced: tuple[Agent, Agent | None] | None, targets: list[Agent], after: int) -> Stand:  # noqa: PLR0913, PLR0917
    holder, speaker = pair
    if voiced is not None and voiced[0].key == holder.key:
        holder, speaker = voiced
    aimed = target_of(scene, targets, holder)
    return Stand(
        holder, speaker, "uncommitted", "sanctions", "impose", aimed, _label("impose", aimed),
        [_quote(scene, index, max(index + 1, after), holder, speaker)],
        speech_act="decline" if value == "decline" else "state", rule="undecided",
    )  # fmt: skip


# -- "the sanctions are illegal" -----------------------------------------------------------------------------
def _judged(scene: Scene, acts: list[Act]) -> list[Stand]:
    sanctions = next((at for at, node in enumerate(scene.nodes) if node.kind == "sanctions" and node.has("strong")), None)
    if sanctions is None:
        return []
    for index, node in enumerate(scene.nodes):
        cue = next((cue for cue in node.cues if cue.kind == "judgement"), None)
        if cue is None:
            continue
        stance = _judgement(scene, index, sanctions, cue.value)
        if stance is None:
            continue
        phrase = read_phrase(scene, sanctions)
        act = next((act for act in acts if act.phrase is not None and act.phrase.head == sanctions and act.action), None)
        action = act.action if act is not None else "maintain"
        view = View(stance, from_source=True)
        stands = []
        for holder, speaker in held_by(scene, view, index):
            targets = target_of(scene, phrase.targets, holder)
            first, after = min(index, phrase.first), max(index + 1, phrase.after)
            stands.append(
                Stand(
                    holder, speaker, stance, "sanctions", action, targets, _label(action, targets),  # type: ignore[arg-type]
                    [_quote(scene, first, after, holder, speaker)], rule="judgement",
                )  # fmt: skip
            )
        return stands
    return []


def _judgement(scene: Scene, index: int, sanctions: int, value: str) -> str | None:
    """The stance of a judgement that is predicated of the sanctions: "are illegal", "called … illegal"."""
    low, high = min(index, sanctions), max(index, sanctions)
    if high - low > 16:
        return None
    if index < sanctions and all(scene.kind(at) in ("word", "modifier", "agent", "and", "comma", "quote") for at in range(index, sanctions)):
        return value if value == "oppose" else None  # "illegal U.S. sanctions"
    negated = False
    linked = False
    for at in range(max(0, low - 4), high + 1):
        verb = scene.nodes[at].verb
        if verb is None:
            continue
        be = verb.be or any(cue.lemma in ("call", "describe", "consider", "slam", "denounce", "condemn", "become") for cue in verb.cues)
        linked = linked or be or not verb.letters
        negated = negated or (verb.negated and not verb.letters)
    if not linked:
        return None
    return _FLIPPED[value] if negated else value
