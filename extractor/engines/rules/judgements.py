"""Judgements of the sanctions: "the sanctions are illegal", "called the embargo a crime"."""

from __future__ import annotations

from typing import Final, cast

from extractor.engines.rules.act import Act
from extractor.engines.rules.clauses import subject_of
from extractor.engines.rules.frame import View
from extractor.engines.rules.measures import read_phrase
from extractor.engines.rules.scene import Scene
from extractor.engines.rules.stand import Stand, aimed_at, held_by, label_of, quote_of
from extractor.schemas import terms

__all__ = ["judged"]

_FLIPPED: Final[dict[str, terms.StanceName]] = {"support": "oppose", "oppose": "support"}
_CALLING: Final = frozenset(
    {"call", "describe", "consider", "calificar", "tildar", "qualifier", "bezeichnen", "label", "brand"}
)
_NEAR: Final = 16


def judged(scene: Scene, acts: list[Act]) -> list[Stand]:
    """The position that a judgement of the sanctions tells, of each who holds it."""
    sanctions = next(
        (at for at, node in enumerate(scene.nodes) if node.kind == "sanctions" and node.has("strong")), None
    )
    if sanctions is None:
        return []
    for index, node in enumerate(scene.nodes):
        stance = _stance(scene, index, sanctions) if node.has("judgement") else None
        if stance is not None:
            return _stands(scene, acts, index, sanctions, stance)
    return []


def _stands(
    scene: Scene, acts: list[Act], index: int, sanctions: int, stance: terms.StanceName
) -> list[Stand]:
    phrase = read_phrase(scene, sanctions)
    named = [act.action for act in acts if act.phrase is not None and act.phrase.head == sanctions]
    action = cast(terms.ActionName, next((action for action in named if action), "maintain"))
    view = _called_by(scene, index, stance) or View(stance, from_source=True)
    targets = aimed_at(scene, phrase.targets)
    first, after = min(index, phrase.first), max(index + 1, phrase.after)
    return [
        Stand(
            voice,
            stance,
            "sanctions",
            action,
            targets,
            label_of(action, targets),
            [quote_of(scene, first, after, voice)],
            rule="judgement",
        )
        for voice in held_by(scene, view, index)
    ]


def _called_by(scene: Scene, index: int, stance: str) -> View | None:
    """ "Caracas called the sanctions illegal": whoever calls them so."""
    for at in range(index - 1, max(-1, index - 14), -1):
        verb = scene.nodes[at].verb
        if verb is not None and any(cue.lemma in _CALLING for cue in verb.cues):
            return View(stance, tuple(subject_of(scene, at).agents))
    return None


def _stance(scene: Scene, index: int, sanctions: int) -> terms.StanceName | None:
    """The stance of a judgement that is predicated of the sanctions: "are illegal", "called … illegal"."""
    value: terms.StanceName = "oppose" if _value(scene, index) == "oppose" else "support"
    low, high = min(index, sanctions), max(index, sanctions)
    if high - low > _NEAR:
        return None
    inside = {scene.kind(at) for at in range(index, sanctions)}
    if index < sanctions and inside <= {"word", "modifier", "agent", "and", "comma", "quote"}:
        return value if value == "oppose" else None  # "illegal U.S. sanctions"
    verbs = [verb for node in scene.nodes[max(0, low - 4) : high + 1] if (verb := node.verb) is not None]
    linked = any(
        verb.be or not verb.letters or any(cue.lemma in _CALLING or cue.kind == "stance" for cue in verb.cues)
        for verb in verbs
    )
    negated = any(verb.negated and not verb.letters for verb in verbs)
    if not linked:
        return None
    return _FLIPPED[value] if negated else value


def _value(scene: Scene, index: int) -> str:
    return scene.nodes[index].cues.first["judgement"].value
