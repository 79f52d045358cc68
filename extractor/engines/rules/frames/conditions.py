"""Conditions and doubts: "if the crackdown continues", "until it complies", "it is unlikely that"."""

from __future__ import annotations

from extractor.engines.rules.clauses.scene import Scene

__all__ = ["condition_of", "conditional", "doubt"]


def conditional(scene: Scene, at: int) -> bool:
    """Whether "if" or "unless" stands in the sentence and not before a "whether"-like question."""
    for index in _conditions(scene):
        node = scene.nodes[index]
        if node.has("opener") and any(cue.value == "condition" for cue in node.cues) and abs(index - at) < 30:
            word = scene.text(index, index + 1).lower()
            if word in ("until", "once", "hasta que", "jusqu'à ce que", "bis", "should"):
                continue
            return not (word == "if" and scene.word(index - 1) in ("even", "as"))
    return False


def _conditions(scene: Scene) -> list[int]:
    """The nodes with a word that may open a clause, looked for once."""
    if scene.conditions is None:
        found = "opener" in scene.line.kinds
        scene.conditions = [at for at, node in enumerate(scene.nodes) if node.has("opener")] if found else []
    return scene.conditions


def doubt(scene: Scene, at: int) -> str:
    """ "it is unlikely (that) they would support": the word, or ""."""
    for index in range(at - 1, max(-1, at - 8), -1):
        if scene.word(index) in ("unlikely", "likely", "doubtful"):
            return "unlikely" if scene.word(index) != "likely" else "likely"
        if scene.kind(index) in ("stop", "comma", "and"):
            return ""
    return ""


def condition_of(scene: Scene) -> str | None:
    """The words of a condition in the same sentence: "until …", "if …", "unless …", to the clause's end."""
    for index in _conditions(scene):
        if not any(cue.kind == "opener" and cue.value == "condition" for cue in scene.nodes[index].cues):
            continue
        if scene.word(index) == "should" or (
            scene.word(index) == "if" and scene.word(index - 1) in ("even", "as")
        ):
            continue
        after = index + 1
        while after < len(scene.nodes) and scene.kind(after) not in ("comma", "stop", "quote"):
            after += 1
        if any(scene.nodes[i].verb is not None for i in range(index, after)) and after - index > 2:
            return scene.text(index, after)[:300]
    return None
