"""What the sanctions phrase is the object of."""

from __future__ import annotations

from typing import Final

from extractor.engines.rules.clauses.scene import Scene

__all__ = ["NO_OBJECT", "governor"]

# Verbs of the kind "govern" that say nothing of sanctions as their plain object ("examined the sanctions").
NO_OBJECT: Final = frozenset({
    "act", "help", "use", "move", "proceed", "manage", "start", "begin", "reveal", "review", "study",
    "detail", "vote", "fail", "struggle", "declare", "hope", "examine", "need", "outline", "present",
    "opt", "choose", "vote against",
})  # fmt: skip


def _describing(scene: Scene, index: int) -> bool:
    """ "its expanded export controls": a participle that only describes them."""
    verb = scene.nodes[index].verb
    return (
        verb is not None
        and verb.bare_participle
        and (scene.kind(index - 1) in ("det", "modifier") or scene.nodes[index - 1].value == "its")
    )


def governor(scene: Scene, first: int) -> int | None:
    """The verb or preposition right before the phrase, over days, adverbs and quotation marks."""
    index = first - 1
    while index >= 0:
        kind = scene.kind(index)
        day = kind == "day" or (kind == "prep" and scene.kind(index + 1) == "day")
        if (
            day
            or kind == "quote"
            or _describing(scene, index)
            or (kind == "word" and scene.word(index).endswith("ly"))
        ):
            index -= 1
        else:
            break
    node = scene.nodes[index] if index >= 0 else None
    if index > 0 and node is not None and node.kind == "opener" and scene.word(index) == "as":
        return index - 1 if scene.kind(index - 1) == "verb" else None  # "condemned as illegal the sanctions"
    if node is None or (node.kind == "verb" and (node.verb is None or not node.verb.letters)):
        return None
    return index if node.kind in ("verb", "prep") or node.has("adjective") else None
