"""No side taken: "has not decided", "declined to comment", "took no position"."""

from __future__ import annotations

from extractor.engines.rules.clauses.german import german_slots, german_subject
from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.clauses.subjects import subject_of
from extractor.engines.rules.frames.frame import View
from extractor.engines.rules.positions.holders import speaking
from extractor.engines.rules.positions.matters import matter_in
from extractor.engines.rules.positions.stand import Stand, aimed_at, held_by, label_of, quote_of
from extractor.engines.rules.positions.story import Story
from extractor.engines.rules.who.agents import Agent
from extractor.schemas import terms

__all__ = ["undecided_of"]


_ASKED = frozenset({"asked", "interrogé", "interrogée", "preguntado", "preguntada", "gefragt", "pressed"})


def undecided_of(scene: Scene, story: Story) -> list[Stand]:
    """Those in the line who hold back; what they hold back on is told in it, or is the article's act."""
    at = None
    if "undecided" in scene.line.kinds:
        at = next((index for index, node in enumerate(scene.nodes) if node.has("undecided")), None)
    elif scene.line.language == "de" and "offen" in scene.line.words:
        at = _left_open(scene)
    if at is None:
        return []
    matter = matter_in(scene, at + 1, len(scene.nodes), story)
    if matter is None and scene.word(0) in _ASKED:
        matter = matter_in(scene, 1, at, story)
    if matter is None and not story.told:
        return []
    if matter is not None and matter.kind != "sanctions":
        return []
    top = at - 1 if scene.kind(at - 1) == "verb" else at
    subject = subject_of(scene, top)
    agents = subject.agents or _named_first(scene, at)
    if scene.word(at) in _LEAVING:
        agents = _beside(scene, at)  # "ließ die Botschafterin offen": nobody else
        if not agents:
            return []
    if not agents and not subject.nobody and subject.thing is None:
        speaker = speaking(scene, at)
        agents = [] if speaker is None else [speaker]
    held = scene.nodes[at].cues.first.get("undecided") if scene.nodes[at].has("undecided") else None
    declined = held is not None and held.value == "decline"
    action: terms.ActionName = matter.action if matter is not None and matter.action else story.action  # type: ignore[assignment]
    action = "impose" if action == "maintain" else action
    echo = matter is None or matter.echo
    stands = []
    for voice in held_by(scene, View("uncommitted", tuple(agents[:1])), at):
        targets = [] if echo else list(matter.targets if matter else ()) or aimed_at(scene, [], story.against)
        after = at + 1 if matter is None else max(at + 1, matter.after)
        stands.append(
            Stand(
                voice,
                "uncommitted",
                "sanctions",
                action,
                targets,
                label_of(action, targets or story.targets),
                [quote_of(scene, top, after, voice)],
                speech_act="decline" if declined else "state",
                rule="undecided",
                at=at,
                echo=echo,
            )
        )
    return stands


def _left_open(scene: Scene) -> int | None:
    """ "Ob Wien zustimmt, ließ der Kanzler zunächst offen": the verb."""
    near = [at for at in range(len(scene.nodes)) if scene.word(at) in _LEAVING]
    return next((at for at in near if "offen" in [scene.word(i) for i in range(at + 1, at + 12)]), None)


def _beside(scene: Scene, at: int) -> list[Agent]:
    """The agent right after the verb at node ``at``, over an article, or right before it."""
    after = at + 1 + (scene.kind(at + 1) == "det")
    found = [scene.nodes[i].agent for i in (after, at - 1) if 0 <= i < len(scene.nodes)]
    return [agent for agent in found if agent is not None][:1]


_LEAVING = frozenset({"ließ", "ließen", "lässt", "lassen", "liess", "liessen"})


def _named_first(scene: Scene, at: int) -> list[Agent]:
    """German: "Die Bundesregierung hat sich noch nicht festgelegt", whatever stands between."""
    return german_subject(scene, german_slots(scene, at)) if scene.line.language == "de" else []
