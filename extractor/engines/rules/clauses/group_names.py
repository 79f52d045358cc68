"""The whole name of a group: its noun with what describes it, "companies linked to both sides"."""

from __future__ import annotations

from typing import Final

from extractor.engines.rules.clauses.scene import Scene

__all__ = ["DESCRIBING", "joins_name", "whole_name"]

_LONGEST: Final = 16  # words of a group's description
_OF: Final = frozenset({"of", "de", "del", "des", "du", "d'", "von", "vom"})
_AUXILIARY: Final = frozenset({"have", "be", "modal"})
DESCRIBING: Final = frozenset({
    "linked", "tied", "connected", "involved", "accused", "suspected", "associated", "responsible",
    "close", "affiliated", "engaged", "working", "operating", "carrying", "doing", "helping", "supplying",
    "trading", "dealing", "supporting", "complicit", "owned", "controlled", "believed", "said", "alleged",
    "transporting", "implicated", "belonging",
    "vinculados", "vinculadas", "vinculada", "vinculado", "acusados", "acusadas",
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
    german = scene.line.language == "de"
    told = False  # a relative clause or participle is being read: it goes on to the next comma
    while end < len(scene.nodes) and scene.nodes[end].after <= limit:
        kind, word = scene.kind(end), scene.word(end)
        if (
            kind in ("comma", "stop", "day", "quote")
            or word[0] in "$€£"
            or (kind == "word" and word[0].isdigit())
        ):
            break
        if german and (kind == "sanctions" or scene.nodes[end].value == "parting" or _next_noun(scene, end)):
            break
        relative = (word in _RELATIVE and kind in ("opener", "word", "pronoun", "det") and not german) or (
            word in ("it", "they") and scene.kind(end + 1) == "verb"
        )
        if kind == "word" and scene.nodes[end].has("because") and word not in DESCRIBING:
            break  # "en represalia por": why it is done
        if told and _told_of_all(scene, end, index):
            break
        if relative or word in DESCRIBING:
            told = True
        elif joins_name(scene, end):
            end += 1
        elif not told and (_verbal(scene, end) or not _within(scene, end, past=end >= after)):
            break
        end += 1
    while (
        end > index + 1
        and scene.kind(end - 1) in ("prep", "det", "modifier", "day", "and", "opener")
        and not scene.nodes[end - 1].has("designee")
        and not (scene.kind(end - 1) == "modifier" and _of_state(scene, end - 2))
    ):
        end -= 1
    return scene.text(index, end)


def _told_of_all(scene: Scene, at: int, first: int) -> bool:
    """ "vessels that carry its oil have been listed": the sentence's verb, not the clause's."""
    verb = scene.nodes[at].verb
    if verb is None or not verb.passive or scene.line.language != "en" or at - first < 4:
        return False
    return any(verb.cue(kind) is not None for kind in ("list", "enlist", "penalise"))


def _of_state(scene: Scene, at: int) -> bool:
    """ "Russian oil": what a word for a state's own describes is no loose end."""
    span = scene.nodes[at].span
    return span is not None and span.adjectival


def joins_name(scene: Scene, at: int) -> bool:
    """ "the Defence Technology and Science Centre": capitals on both sides that name nobody by themselves."""
    if scene.kind(at) != "and" or scene.line.language != "en" or scene.line.headline_case:
        return False
    if at == 0 or at + 1 >= len(scene.nodes) or scene.kind(at - 1) not in ("word", "issue"):
        return False
    left, right = scene.nodes[at - 1], scene.nodes[at + 1]
    agent = right.agent
    own = agent is not None and agent.entry is None and agent.kind in ("other", "company")
    capitals = scene.line.raw[left.start][0].isupper() and scene.line.raw[right.start][0].isupper()
    return capitals and (own or right.kind in ("word", "issue"))


def _next_noun(scene: Scene, at: int) -> bool:
    """ "acht Richtern | die Einreise": an article that is no genitive begins another noun phrase."""
    article = scene.kind(at) == "det" and scene.word(at) not in ("der", "des", "einer", "eines")
    return article and scene.kind(at - 1) != "prep"


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
