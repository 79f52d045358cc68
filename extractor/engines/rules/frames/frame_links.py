"""What an infinitive, gerund or noun hangs on: the node before it, or the verb after."""

from __future__ import annotations

from typing import Final

from extractor.engines.rules.clauses.scene import Scene

__all__ = ["asking_before", "following_verb", "link_before", "over_aside"]

_BEFORE_INFINITIVE: Final = frozenset({"de", "d'", "a", "à"})  # "décidé d'imposer", "intención de aplicar"


def asking_before(scene: Scene, index: int) -> int | None:
    """ "urges the international community to …": the asking verb whose object is no known agent."""
    at = index
    while (
        at >= 0
        and index - at < 6
        and scene.kind(at) in ("word", "det", "modifier", "agent", "pronoun", "issue")
    ):
        at -= 1
    verb = scene.nodes[at].verb if at >= 0 else None
    asks = verb is not None and (verb.cue("appeal") is not None or verb.cue("call") is not None)
    return at if asks and at < index else None


def link_before(scene: Scene, at: int) -> int:
    """The node that the infinitive hangs on: the one before it, over days, adverbs and quotation marks."""
    index = at - 1
    while index >= 0:
        kind = scene.kind(index)
        if (
            kind in ("day", "quote")
            or (kind == "word" and scene.word(index).endswith("ly"))
            or (scene.nodes[index].has("adverb") and scene.line.language != "en")
            or (
                kind == "prep"
                and (
                    scene.kind(index + 1) == "day"
                    or (index == at - 1 and scene.word(index) in _BEFORE_INFINITIVE)
                )
            )
        ):
            index -= 1
        else:
            break
    return index


def over_aside(scene: Scene, index: int) -> int:
    """Over ", le 25 février," to the left; ``index`` itself where there is no such aside."""
    if scene.kind(index) != "comma":
        return index
    for at in range(index - 1, max(-1, index - 6), -1):
        if scene.kind(at) == "comma":
            dated = any(scene.kind(inner) == "day" for inner in range(at + 1, index))
            return at - 1 if dated else index
        if scene.kind(at) not in ("day", "word", "det", "prep"):
            return index
    return index


def following_verb(scene: Scene, at: int) -> int | None:
    """The finite verb that the noun at node ``at`` may be the subject of."""
    for index in range(at + 1, min(len(scene.nodes), at + 16)):
        node = scene.nodes[index]
        if node.kind in ("opener", "stop"):
            return None
        if node.verb is not None and node.verb.finite and not node.verb.bare_participle:
            return index
    return None
