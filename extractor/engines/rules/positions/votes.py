"""Votes on sanctions and resolutions: "China abstained", "Votaron en contra …", "with Russia abstaining"."""

from __future__ import annotations

from typing import Final, cast

from extractor.engines.rules.acts.on_sanctions import forbids_trade
from extractor.engines.rules.clauses.lists import agents_after, agents_before
from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.clauses.subjects import previous_finite, subject_of
from extractor.engines.rules.frames.quotes import view_evidence
from extractor.engines.rules.positions.attitude import hypothetical
from extractor.engines.rules.positions.holders import holders_of
from extractor.engines.rules.positions.matters import clause_end, matter_in
from extractor.engines.rules.positions.stand import Stand, Voice, label_of, names_in, voice_of
from extractor.engines.rules.positions.story import Story
from extractor.engines.rules.who.agents import Agent
from extractor.schemas import terms

__all__ = ["votes_of_line"]

_BALLOT: Final = frozenset({"vote", "votenoun"})
_NUMBERS: Final = frozenset({"group", "coalition"})  # "twelve members", "eleven countries"
_NEAR: Final = 10
_AMONG: Final = frozenset(
    {"including", "among", "incluidos", "incluidas", "entre", "dont", "parmi", "darunter"}
)
_VOTERS: Final = frozenset({"state", "person", "government_body", "other", "group"})


def votes_of_line(scene: Scene, story: Story) -> list[Stand]:
    """One position a voter (ruling 5); an expected vote is probable and reported (ruling 25)."""
    if scene.line.in_title or (scene.line.kinds.isdisjoint(_BALLOT) and not _ballot(scene)):
        return []
    stands: list[Stand] = []
    for at, node in enumerate(scene.nodes):
        verb = node.verb
        if verb is not None and scene.word(at) == "opposed" and at and scene.kind(at - 1) == "agent":
            verb = None  # "187 in favour, with the United States and Israel opposed"
        cue = verb.cue("vote") if verb is not None else None
        if cue is not None and verb is not None and not verb.negated and _of_veto(scene, cue.lemma):
            if _of_other(scene, at) or forbids_trade(scene, at):
                continue
            expected = verb.semi == "committed" or verb.modal in ("will", "would", "could")
            voters = _named_of_group(scene, at, _voters(scene, at))
            value = cue.value
        elif node.has("votenoun"):
            voters, value, expected = _named_after(scene, at), node.cues.first["votenoun"].value, False
        elif node.has("adjective") and scene.kind(at - 1) == "verb" and _listed(scene, at):
            voters, value, expected = _listed(scene, at), node.cues.first["adjective"].value, False
        elif scene.word(at) in ("opposed", "against") and scene.nodes[at - 1].agent is not None:
            voters, value, expected = _after_among(scene, at - 1), "oppose", False
        else:
            continue
        for agent in voters:
            voice = voice_of(agent)
            if voice is not None and voice.holder.kind in _VOTERS:
                made = _vote(scene, at, value, voice, story, expected=expected)
                stands += [] if made is None else [made]
    return stands


def _ballot(scene: Scene) -> bool:
    """ "two were against (China and Russia)", "the vote was 13-0": a vote, though no verb says so."""
    words = scene.line.words
    return "vote" in words or ("against" in words and "(" in words)


def _of_other(scene: Scene, at: int) -> bool:
    """ "voted for those amendments", "speculation that it would abstain": none on the text, or none."""
    amended = any(scene.word(index) in _AMENDED for index in range(at + 1, min(len(scene.nodes), at + 6)))
    return amended or hypothetical(scene, at) or not _GUESSED.isdisjoint(scene.line.words)


_AMENDED: Final = frozenset({"amendment", "amendments", "enmienda", "enmiendas", "amendement", "amendements"})
_GUESSED: Final = frozenset({"speculation", "speculated", "rumours", "rumors"})


def _of_veto(scene: Scene, lemma: str) -> bool:
    """German "einlegen" is a vote only of a veto."""
    return lemma != "ein|legen" or "veto" in scene.line.words


def _named_of_group(scene: Scene, at: int, voters: list[Agent]) -> list[Agent]:
    """ "Zwölf Mitglieder stimmten dafür, darunter Frankreich": those who are named of the number."""
    if not voters or any(agent.kind not in _NUMBERS or agent.entry is not None for agent in voters):
        return voters
    among = any(scene.word(index) in _AMONG for index in range(at + 1, min(len(scene.nodes), at + 4)))
    return _listed(scene, at) or (among and _named_after(scene, at)) or voters


def _listed(scene: Scene, at: int) -> list[Agent]:
    """ "11 nations abstained (France, Ghana, …)", "two were against (China and Russia)"."""
    for index in range(at + 1, min(len(scene.nodes), at + 6)):
        if scene.kind(index) == "stop":
            first = index + 1 + (scene.kind(index + 1) == "det")
            bracket = scene.word(index) == "(" and scene.kind(first) == "agent"
            return agents_after(scene, first).agents if bracket else []
    return []


def _voters(scene: Scene, at: int) -> list[Agent]:
    """The list right before the verb, its subject, or who stands after it where the subject does."""
    verb = scene.nodes[at].verb
    assert verb is not None
    last = at - 1 if scene.word(at - 1) not in _BOTH else at - 2
    if last >= 0 and scene.nodes[last].agent is not None:
        named = _after_among(scene, last) or agents_before(scene, last)
        return named[-2:] if last < at - 1 else named  # "at talks on Iran, Russia and China both vetoed"
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


_NAMING: Final = (_AMONG - {"entre"}) | {"with"}
_BOTH: Final = frozenset({"both", "beide", "ambos"})


def _after_among(scene: Scene, last: int) -> list[Agent]:
    """ "Eleven states including France, Ghana and Peru abstained", "with China and Russia abstaining"."""
    named: list[Agent] = []
    for index in range(last, max(-1, last - 30), -1):
        agent = scene.nodes[index].agent
        if agent is not None:
            named.insert(0, agent)
        elif scene.word(index) in _NAMING:
            return named
        elif scene.kind(index) not in ("comma", "and", "det"):
            return []
    return []


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
    named = any(scene.kind(i) == "sanctions" and scene.nodes[i + 1].value != "resolution" for i in after[:-1])
    sanctions = named or story.paper or not story.resolution
    if sanctions and not story.told and not named:
        if "vote" not in scene.line.words:
            return None
        sanctions = False  # "The vote was 187 in favour, with Israel opposed"
    matter = matter_in(scene, at + 1, clause_end(scene, at + 1), story)
    if matter is not None and (matter.kind != "sanctions" or matter.echo or not matter.targets):
        matter = None
    main = scene.memory.main_target() or story.against
    first = next((i for i in names_in(scene, voice) if i < at), at)
    last = max([index, *(i for i in names_in(scene, voice) if i < at + _NEAR)])
    action: terms.ActionName = story.action if story.told else "impose"  # type: ignore[assignment]
    if sanctions and matter is not None:
        action = "impose" if matter.action == "maintain" else matter.action  # type: ignore[assignment]
    targets = list(matter.targets) if sanctions and matter is not None else [] if main is None else [main]
    return Stand(
        voice,
        stance=cast(terms.StanceName, stance),
        kind="sanctions" if sanctions else "resolution",
        action=action if sanctions else None,
        targets=targets,
        label=label_of(action, targets or story.targets) if sanctions else "vote on the resolution",
        evidence=[view_evidence(scene, first, last + 1)],
        certainty="probable" if expected else "certain",
        speech_act="vote",
        basis="reported" if expected else "stated",
        rule="vote",
        at=at,
        echo=sanctions and story.told and matter is None,
    )
