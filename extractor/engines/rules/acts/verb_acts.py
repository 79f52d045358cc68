"""Acts told by a verb and its parts: which patterns a verb of each kind may tell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from extractor.engines.rules.acts.act import Act
from extractor.engines.rules.acts.forbidding import forbidding
from extractor.engines.rules.acts.licences import permitting
from extractor.engines.rules.acts.listing import list_names, onto_list, sanctioned_whom, targeting, wider_list
from extractor.engines.rules.acts.on_sanctions import announcing, on_sanctions, on_the_same, with_sanctions
from extractor.engines.rules.acts.penalties import punishing
from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.frames.doing import Doing, read_doing

__all__ = ["VERBAL", "acts_of_verb"]

_Pattern = Callable[[Scene, Doing], list[Act]]

# Kinds of verb in the order in which they are tried; the first pattern that finds an act tells it.
_PATTERNS: Final[dict[str, tuple[_Pattern, ...]]] = {
    "enlist": (onto_list,),
    "hit": (with_sanctions, list_names, targeting),
    "list": (sanctioned_whom, list_names),
    "exempting": (permitting,),
    "act": (on_sanctions, wider_list, on_the_same),
    "govern": (announcing,),
    "penalise": (punishing,),
    "prohibit": (forbidding,),
}

_WHEN: Final = frozenset({"first", "earlier", "further", "again", "only", "previously"})
VERBAL: Final = frozenset(_PATTERNS)
_SANCTIONS: Final = frozenset({"strong", "weak"})
# What the line must hold for a verb of each kind to tell an act, whatever its parts: most verbs are of other
# matters, and their parts are dear to find.
_NEEDED: Final[tuple[tuple[str, frozenset[str] | None], ...]] = tuple(
    (kind, {
        "act": _SANCTIONS | {"listnoun", "measureword", "pronoun"},
        "enlist": _SANCTIONS | {"listnoun"},
        "exempting": frozenset({"licence"}),
        "govern": _SANCTIONS,
        "prohibit": frozenset({"goods"}),
    }.get(kind))
    for kind in _PATTERNS
)  # fmt: skip


def acts_of_verb(scene: Scene, at: int) -> list[Act]:
    """What the verb at node ``at`` tells is done with sanctions; empty when nothing."""
    verb = scene.nodes[at].verb
    if verb is None or not verb.letters or VERBAL.isdisjoint(verb.first):
        return []
    told = scene.line.kinds
    kinds = [
        kind
        for kind, needed in _NEEDED
        if kind in verb.first and (needed is None or not needed.isdisjoint(told) or _clitics(scene, kind))
    ]
    if not kinds or _describes(scene, at):
        return []
    doing = read_doing(scene, at)
    for kind in kinds:
        for pattern in _PATTERNS[kind]:
            found = pattern(scene, doing)
            if found:
                return found
    return []


def _clitics(scene: Scene, kind: str) -> bool:
    """Spanish and French: "las levantó": the sanctions may stand in a word of no kind."""
    return kind == "act" and scene.line.language in ("es", "fr")


def _describes(scene: Scene, at: int) -> bool:
    """ "sanctioned banks", "the blacklisted firm": a participle before a noun or after it without more."""
    verb = scene.nodes[at].verb
    assert verb is not None
    if not verb.bare_participle or set(verb.letters) & set("sd") == set("sd"):
        return False
    before = scene.kind(at - 1)
    if at == 0 and scene.line.language == "en":
        return scene.kind(1) != "prep"  # "Sanctioned banker sues EU"
    if before == "modifier":
        return not _subject_before(scene, at - 1)
    if (
        before == "det"
        or scene.nodes[at - 1].value == "its"
        or (before == "prep" and scene.kind(at + 1) != "prep")
    ):
        return True
    node = scene.nodes[at - 1] if at else None
    return node is not None and node.span is not None and (node.span.possessive or node.span.adjectival)


def _subject_before(scene: Scene, modifier: int) -> bool:
    """ "The bloc first imposed": after its subject, such a word tells when it was done."""
    node = scene.nodes[modifier - 1] if modifier else None
    if node is None or scene.word(modifier) not in _WHEN:
        return False
    if node.span is not None:
        return not (node.span.possessive or node.span.adjectival)
    return node.kind in ("anaphor", "pronoun") and node.value != "its"
