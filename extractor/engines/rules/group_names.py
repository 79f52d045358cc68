"""The whole name of a group: its noun with what describes it, "companies linked to both sides"."""

from __future__ import annotations

from typing import Final

from extractor.engines.rules.scene import Scene

__all__ = ["DESCRIBING", "whole_name"]

_LONGEST: Final = 16  # words of a group's description
_OF: Final = frozenset({"of", "de", "del", "des", "du", "d'", "von", "vom"})
_AUXILIARY: Final = frozenset({"have", "be", "modal"})
DESCRIBING: Final = frozenset({
    "linked", "tied", "connected", "involved", "accused", "suspected", "associated", "responsible",
    "close", "affiliated", "engaged", "working", "operating", "carrying", "doing", "helping", "supplying",
    "trading", "dealing", "supporting", "complicit", "owned", "controlled", "believed", "said", "alleged",
    "transporting", "vinculados", "vinculadas", "vinculada", "vinculado", "acusados", "acusadas",
    "implicados", "relacionados", "relacionadas", "involucrados", "presuntamente", "ligados", "ligadas",
    "liées", "liés", "liée", "lié", "accusés", "accusées", "impliqués", "impliquées", "responsables",
    "soupçonnés", "soupçonnées", "accusée", "accusé", "impliquée", "impliqué", "soupçonné", "soupçonnée",
    "contrôlées", "contrôlés", "contrôlée", "détenues", "détenus", "détenue", "appartenant", "chargés",
    "chargées", "opérant", "participant", "soutenant", "finançant", "dirigées", "dirigés", "dirigée",
    "installées", "installés", "installée", "basées", "basés", "affiliées", "affiliés", "affiliée",
    "associées", "associés", "soutenus", "soutenues", "acusada", "acusado", "implicadas", "implicada",
    "involucradas", "señalados", "señaladas", "controladas", "controlados", "controlada", "ligada",
    "pertenecientes", "dirigidas", "afiliadas", "afiliados", "asociadas", "asociados", "sospechosos",
    "encargados", "encargadas", "dedicadas", "dedicados", "supuestamente",
})  # fmt: skip
_RELATIVE: Final = frozenset({"that", "who", "which", "que", "qui", "die", "whom", "whose"})


def whole_name(scene: Scene, index: int, after: int) -> str:
    """A group's name with what describes it: "companies linked to both sides"."""
    end = index + 1
    limit = scene.nodes[index].start + _LONGEST
    told = False  # a relative clause or participle is being read: it goes on to the next comma
    while end < len(scene.nodes) and scene.nodes[end].after <= limit:
        kind, word = scene.kind(end), scene.word(end)
        if (
            kind in ("comma", "stop", "day", "quote")
            or word[0] in "$€£"
            or (kind == "word" and word[0].isdigit())
        ):
            break
        relative = (word in _RELATIVE and kind in ("opener", "word", "pronoun", "det")) or (
            word in ("it", "they") and scene.kind(end + 1) == "verb"
        )
        if kind == "word" and scene.nodes[end].has("because") and word not in DESCRIBING:
            break  # "en represalia por": why it is done
        if relative or word in DESCRIBING:
            told = True
        elif not told and (_verbal(scene, end) or not _within(scene, end, past=end >= after)):
            break
        end += 1
    while end > index + 1 and scene.kind(end - 1) in ("prep", "det", "modifier", "day", "and", "opener"):
        end -= 1
    return scene.text(index, end)


def _verbal(scene: Scene, at: int) -> bool:
    """A verb, or the auxiliary of a German one at the end of its clause."""
    german = scene.line.language == "de"
    kinds = scene.line.cues[scene.nodes[at].start].kinds
    return scene.kind(at) == "verb" or (german and not _AUXILIARY.isdisjoint(kinds))


def _list_at(scene: Scene, at: int) -> bool:
    """ "von der Sanktionsliste": what follows the name, and no part of it."""
    while scene.kind(at) in ("det", "pronoun", "modifier"):
        at += 1
    return at < len(scene.nodes) and scene.nodes[at].has("listnoun")


def _within(scene: Scene, at: int, *, past: bool) -> bool:
    kind = scene.kind(at)
    if past and kind != "prep":
        return scene.kind(at - 1) in ("prep", "det") or scene.nodes[at - 1].span is not None
    if kind == "prep":
        following = at + 1
        if _list_at(scene, following):
            return False
        while past and scene.kind(following) == "det":
            following += 1
        if past and not (
            following < len(scene.nodes) and scene.line.raw[scene.nodes[following].start][0].isupper()
        ):
            return False
        return (
            scene.kind(following) != "day"
            and not scene.word(following).isdecimal()
            and (
                scene.word(at) in _OF
                or scene.word(at) in ("from", "in", "behind", "en", "dans", "aus", "with")
            )
        )
    if kind == "verb":
        return False
    return kind in ("word", "det", "modifier", "agent", "issue", "pronoun", "nominal", "anaphor", "stagenoun")
