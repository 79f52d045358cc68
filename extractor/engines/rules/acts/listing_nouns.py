"""Listings told by a noun: "the designation of …", "the inclusion of … in the list"."""

from __future__ import annotations

from typing import Final

from extractor.engines.rules.acts.act import Act
from extractor.engines.rules.clauses.named import members_of
from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.clauses.slots import clause_end
from extractor.engines.rules.frames.frames import lift_noun

__all__ = ["listings"]

_OF: Final = frozenset({"of", "de", "des", "du", "von", "der", "d'", "del"})


# Of much else than lists, so that a list must be told beside it.
_OF_ANYTHING: Final = frozenset({"inclusion", "inclusión", "aufnahme", "removal", "retirada", "streichung"})
_LIST_NEAR: Final = 16  # nodes


def listings(scene: Scene) -> list[Act]:
    """ "the designation of Iran's Quds Force", "the inclusion of 11 firms in the Entity List"."""
    if "nominal" not in scene.line.kinds:
        return []
    found = (_listing(scene, index) for index, node in enumerate(scene.nodes) if node.kind == "nominal")
    return [act for act in found if act is not None]


def _listing(scene: Scene, noun: int) -> Act | None:
    cues = scene.nodes[noun].cues
    cue = next((c for c in cues if c.kind == "nominal" and c.value in ("designate", "delist")), None)
    of = _of(scene, noun)
    if cue is None or of is None:
        return None
    beside = scene.nodes[noun : noun + _LIST_NEAR]
    if cue.lemma in _OF_ANYTHING and not any(node.has("listnoun") for node in beside):
        return None
    targets = members_of(scene, of + 1, clause_end(scene, of + 1), plain=True).agents
    if not targets:
        return None
    frame = lift_noun(scene, noun)
    act = Act("noun for the listing", noun, cue.value, frame, list(frame.subject.agents), targets)
    act.first, act.after = noun, min(len(scene.nodes), noun + 6)
    return act


def _of(scene: Scene, noun: int) -> int | None:
    """The "of" after the noun, over a day ("the designation on Tuesday of …")."""
    near = range(noun + 1, min(len(scene.nodes), noun + 5))
    of = next((at for at in near if scene.word(at) in _OF), None)
    dated = of is not None and any(scene.kind(at) == "day" for at in range(noun + 1, of))
    return of if of == noun + 1 or dated else None
