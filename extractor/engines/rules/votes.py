"""Votes on sanctions and resolutions: "China abstained", "Votaron en contra …", "with Russia abstaining"."""

from __future__ import annotations

from typing import Final, cast

from extractor.engines.rules.agents import Agent
from extractor.engines.rules.clauses import previous_finite, subject_of
from extractor.engines.rules.holders import holders_of
from extractor.engines.rules.lists import agents_after, agents_before
from extractor.engines.rules.on_sanctions import forbids_trade
from extractor.engines.rules.quotes import evidence
from extractor.engines.rules.scene import Scene
from extractor.engines.rules.stand import Stand, Voice, label_of, names_in, voice_of
from extractor.engines.rules.story import Story
from extractor.schemas import terms

__all__ = ["votes_of_line"]

_NEAR: Final = 10
_AMONG: Final = frozenset(
    {"including", "among", "incluidos", "incluidas", "entre", "dont", "parmi", "darunter"}
)
_VOTERS: Final = frozenset({"state", "person", "government_body", "other", "group"})


def votes_of_line(scene: Scene, story: Story) -> list[Stand]:
    """One position a voter (ruling 5); an expected vote is probable and reported (ruling 25)."""
    if scene.line.kinds.isdisjoint({"vote", "votenoun"}) or scene.line.in_title:
        return []
    stands: list[Stand] = []
    for at, node in enumerate(scene.nodes):
        verb = node.verb
        cue = verb.cue("vote") if verb is not None else None
        if cue is not None and forbids_trade(scene, at):
            continue
        if cue is not None and verb is not None and not verb.negated and _of_veto(scene, cue.lemma):
            expected = verb.semi == "committed" or verb.modal in ("will", "would", "could")
            voters = _named_of_group(scene, at, _voters(scene, at))
            value = cue.value
        elif node.has("votenoun"):
            voters, value, expected = _named_after(scene, at), node.cues.first["votenoun"].value, False
        else:
            continue
        for agent in voters:
            voice = voice_of(agent)
            if voice is not None and voice.holder.kind in _VOTERS:
                made = _vote(scene, at, value, voice, story, expected=expected)
                stands += [] if made is None else [made]
    return stands


def _of_veto(scene: Scene, lemma: str) -> bool:
    """German "einlegen" is a vote only of a veto."""
    return lemma != "ein|legen" or "veto" in scene.line.words


def _named_of_group(scene: Scene, at: int, voters: list[Agent]) -> list[Agent]:
    """ "Zwölf Mitglieder stimmten dafür, darunter Frankreich": those who are named of the number."""
    if not voters or any(agent.kind != "group" for agent in voters):
        return voters
    among = any(scene.word(index) in _AMONG for index in range(at + 1, min(len(scene.nodes), at + 4)))
    return (_named_after(scene, at) or voters) if among else voters


def _voters(scene: Scene, at: int) -> list[Agent]:
    """The list right before the verb, its subject, or who stands after it where the subject does."""
    verb = scene.nodes[at].verb
    assert verb is not None
    if scene.nodes[at - 1].agent is not None and at > 0:
        return agents_before(scene, at - 1)
    if verb.gerund or verb.passive:
        return []
    if at == 0 or scene.kind(at - 1) in ("stop", "comma", "quote"):
        turned = _named_after(scene, at)
        if turned:
            return turned
    found = holders_of(scene, at)
    if found:
        return found
    above = previous_finite(scene, at)
    among = scene.nodes[above].verb if above is not None and above > at - 6 else None
    if above is not None and among is not None and not among.letters:
        return subject_of(scene, above).agents  # "were among the 36 that abstained"
    return _named_after(scene, at) or _counted(scene, at)


def _counted(scene: Scene, at: int) -> list[Agent]:
    """ "Ecuador y Polonia figuraron entre los que se abstuvieron"."""
    if scene.kind(at - 1) != "opener":
        return []
    for index in range(at - 2, max(-1, at - 9), -1):
        if scene.nodes[index].agent is not None:
            return agents_before(scene, index)
        if scene.kind(index) in ("stop", "comma"):
            return []
    return []


def _named_after(scene: Scene, at: int) -> list[Agent]:
    """ "Votaron en contra Estados Unidos e Israel", "stimmten dafür, darunter Frankreich"."""
    nodes = scene.nodes
    for index in range(at + 1, min(len(nodes), at + 7)):
        node = nodes[index]
        if node.agent is not None:
            return agents_after(scene, index).agents
        listing = scene.word(index) in _AMONG
        if node.kind not in ("det", "prep", "comma", "word", "stop") and not listing:
            return []
        if node.kind == "stop" and node.value not in ("–", "—", "("):
            return []
    return []


def _vote(scene: Scene, at: int, stance: str, voice: Voice, story: Story, *, expected: bool) -> Stand | None:
    near = range(at + 1, min(len(scene.nodes), at + _NEAR))
    index = next((i for i in near if scene.kind(i) in ("issue", "sanctions")), at)
    after = range(at + 1, min(len(scene.nodes), at + 2 * _NEAR))
    named = any(scene.kind(i) == "sanctions" for i in after)
    sanctions = named or story.paper or not story.resolution
    if sanctions and not story.told and not named:
        return None
    main = scene.memory.main_target() or story.against
    first = next((i for i in names_in(scene, voice) if i < at), at)
    last = max([index, *(i for i in names_in(scene, voice) if i < at + _NEAR)])
    action: terms.ActionName = story.action if story.told else "impose"  # type: ignore[assignment]
    return Stand(
        voice,
        stance=cast(terms.StanceName, stance),
        kind="sanctions" if sanctions else "resolution",
        action=action if sanctions else None,
        targets=[main] if main is not None else [],
        label=label_of(action, story.targets) if sanctions else "vote on the resolution",
        evidence=[evidence(scene, first, last + 1)],
        certainty="probable" if expected else "certain",
        speech_act="vote",
        basis="reported" if expected else "stated",
        rule="vote",
        at=at,
        echo=sanctions and story.told,
    )
