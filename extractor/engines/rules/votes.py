"""Votes on sanctions and resolutions: "China abstained", "Russia vetoed the resolution"."""

from __future__ import annotations

from typing import cast

from extractor.engines.rules.agents import holder_and_speaker
from extractor.engines.rules.clauses import subject_of
from extractor.engines.rules.quotes import evidence
from extractor.engines.rules.scene import Scene
from extractor.engines.rules.stand import Stand, Voice, names_in
from extractor.schemas import terms

__all__ = ["votes_of_line"]

_NEAR = 10


def votes_of_line(scene: Scene) -> list[Stand]:
    """One position a voting state (ruling 5); an expected vote is probable and reported (ruling 25)."""
    if "vote" not in scene.line.kinds:
        return []
    stands: list[Stand] = []
    for at, node in enumerate(scene.nodes):
        cue = node.verb.cue("vote") if node.verb is not None else None
        if cue is None or node.verb is None or node.verb.negated or not _on_measure(scene, at, cue.value):
            continue
        expected = node.verb.semi == "committed" or node.verb.modal in ("will", "would", "could")
        for agent in subject_of(scene, at).agents:
            found = holder_and_speaker(agent)
            if found is not None and found[0].kind == "state":
                stands.append(_vote(scene, at, cue.value, Voice(*found), expected=expected))
    return stands


def _on_measure(scene: Scene, at: int, value: str) -> bool:
    """Whether the vote is on sanctions or a resolution: told after it or, for "abstained", in the line."""
    near = scene.nodes[at + 1 : at + _NEAR]
    if any(node.kind == "sanctions" or node.value == "resolution" for node in near):
        return True
    return value == "abstain" and any(node.has("resolution") for node in scene.nodes)


def _vote(scene: Scene, at: int, stance: str, voice: Voice, *, expected: bool) -> Stand:
    near = range(at + 1, min(len(scene.nodes), at + _NEAR))
    index = next((i for i in near if scene.kind(i) in ("issue", "sanctions")), at)
    sanctions = scene.kind(index) == "sanctions"
    main = scene.memory.main_target()
    first = next((i for i in names_in(scene, voice) if i < at), at)
    return Stand(
        voice,
        stance=cast(terms.StanceName, stance),
        kind="sanctions" if sanctions else "resolution",
        action="impose" if sanctions else None,
        targets=[main] if main is not None else [],
        label="vote on the sanctions" if sanctions else "vote on the resolution",
        evidence=[evidence(scene, first, index + 1)],
        certainty="probable" if expected else "certain",
        speech_act="vote",
        basis="reported" if expected else "stated",
        rule="vote",
    )
