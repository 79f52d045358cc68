"""What stands with a verb, in order: its object and its prepositional phrases, up to the clause's end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from extractor.engines.rules.clauses.scene import Scene

__all__ = ["PLACING", "Slot", "clause_end", "object_of", "slots_after", "slots_between"]

# Prepositions that join a noun to the one before it: no slot of their own.
_WITHIN: Final = frozenset({"of", "de", "del", "des", "du", "d'", "von", "vom"})
PLACING: Final = frozenset(
    {"in", "from", "within", "across", "en", "dans", "im", "aus", "at", "near", "inside", "behind"}
)
"""Prepositions after which somebody's place or origin is told, within the same noun phrase."""
_UNITS: Final = frozenset({
    "day", "days", "week", "weeks", "month", "months", "year", "years", "día", "días", "semana",
    "semanas", "mes", "meses", "año", "años", "jour", "jours", "semaine", "semaines", "mois", "an", "ans",
    "année", "tag", "tage", "woche", "wochen", "monat", "monate", "monaten", "jahr", "jahre", "jahren",
})  # fmt: skip
_NUMERALS: Final = frozenset({
    "another", "further", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "twelve", "last", "next", "this", "otros", "otro", "seis", "tres", "doce", "un", "douze", "trois",
    "supplémentaires", "weitere", "weiteres", "sechs", "zwölf", "drei", "mid", "early", "late", "end",
    "least",
})  # fmt: skip
_UNTIL: Final = frozenset({"until", "till", "since", "hasta", "desde", "jusqu'", "depuis", "bis", "seit"})
_AUXILIARY: Final = frozenset({"have", "be", "modal"})
_ENDS: Final = frozenset({";", ":", "?", "!", ".", "…"})
_FARTHEST: Final = 60
_ASIDE: Final = 8
_SUBJECT: Final = 9  # nodes that the next verb's subject may hold


@dataclass(frozen=True, slots=True)
class Slot:
    """Nodes ``first`` up to ``after``; ``prep`` is the folded preposition before them, "" for the object."""

    prep: str
    first: int
    after: int


def slots_after(scene: Scene, at: int) -> list[Slot]:
    """The object and phrases right of the verb at node ``at``.

    The clause ends at a finite verb of its own subject, at a word that opens another clause, at a participle
    after a comma, and at the end of the sentence. Brackets are left out.
    """
    return slots_between(scene, at + 1, clause_end(scene, at + 1))


def slots_between(scene: Scene, start: int, end: int) -> list[Slot]:
    """Nodes ``start`` up to ``end`` cut at their prepositions; a period ("until July 31") ends by itself."""
    slots: list[Slot] = []
    prep, first, index = "", start, start
    while index < end:
        within = (
            scene.word(index) in _WITHIN and (first < index or bool(slots)) and not _of_list(scene, index)
        )
        lasting = scene.kind(index) == "opener" and scene.word(index) in _UNTIL
        if not lasting and (scene.kind(index) != "prep" or within):
            index += 1
            continue
        if first < index or prep:
            slots.append(Slot(prep, first, index))
        prep, first = scene.text(index, index + 1).lower(), index + 1
        index += 1
        after = period_end(scene, first, end)
        if after > first:
            slots.append(Slot(prep, first, after))
            prep, first, index = "", after, after
    if first < end:
        slots.append(Slot(prep, first, end))
    return [slot for slot in slots if slot.after > slot.first and not _bare_comma(scene, slot)]


def _of_list(scene: Scene, prep: int) -> bool:
    """ "retirado de la lista", "von der Sanktionsliste": a phrase of its own."""
    at = prep + 1
    while scene.kind(at) in ("det", "pronoun", "modifier"):
        at += 1
    return at < len(scene.nodes) and scene.nodes[at].has("listnoun") and scene.line.language != "en"


def _bare_comma(scene: Scene, slot: Slot) -> bool:
    """Nothing but marks, days and adverbs ("además", "lundi", "also")."""
    return not slot.prep and all(
        scene.kind(at) in ("comma", "quote", "day")
        or scene.nodes[at].has("adverb")
        or (scene.kind(at) == "word" and scene.word(at).endswith(("ly", "mente", "ment")))
        or scene.word(at) in _LOOSE
        for at in range(slot.first, slot.after)
    )


_LOOSE: Final = frozenset({
    "además", "asimismo", "sich", "zudem", "ainsi", "aussi", "outre", "zuletzt", "ebenfalls",
    "separately", "este", "esta", "ese", "pasado", "próximo", "ce", "cette", "dernier", "diesen", "el",
})  # fmt: skip


def period_end(scene: Scene, start: int, end: int) -> int:
    """The node after a day or length of time that begins at node ``start``; ``start`` itself without one."""
    index = start
    while index < min(end, start + 6):
        node = scene.nodes[index]
        if node.kind == "day" or (scene.word(index) in _UNITS and not _article(scene, index)):
            index += 1
            while index < end and (
                scene.kind(index) == "day"
                or scene.word(index).isdecimal()
                or scene.word(index) in _UNITS
                or (
                    scene.kind(index) in ("comma", "prep")
                    and index + 1 < end
                    and scene.word(index + 1).isdecimal()
                )
            ):
                index += 1
            return index
        if node.kind == "word" and not _counts(scene, index):
            return start
        if node.kind not in ("det", "modifier", "word", "pronoun", "adverb") and scene.word(index) not in (
            "de",
            "del",
            "of",
        ):
            return start
        index += 1
    return start


def _article(scene: Scene, index: int) -> bool:
    """English "an", which is a year in French."""
    return scene.word(index) == "an" and scene.line.language != "fr"


def _counts(scene: Scene, index: int) -> bool:
    word = scene.word(index)
    return word[:1].isdigit() or word in _NUMERALS


def clause_end(scene: Scene, start: int) -> int:  # noqa: C901, PLR0911, PLR0912 - one way for a clause to end a line
    """The node after the clause's parts that begin at node ``start``."""
    last = min(len(scene.nodes), start + _FARTHEST)
    joint = start  # where the clause ends if a verb with its own subject follows
    index = start
    german, cues = scene.line.language == "de", scene.line.cues
    while index < last:
        node = scene.nodes[index]
        if node.kind == "stop":
            closing = _closing(scene, index) if node.value == "(" else None
            if closing is None:
                return index
            index = closing
        elif node.kind == "opener":
            after = period_end(scene, index + 1, last) if scene.word(index) in _UNTIL else index + 1
            if after == index + 1:
                return index
            index = after - 1
        elif german and node.kind == "word" and not _AUXILIARY.isdisjoint(cues[node.start].kinds):
            return index  # "gegen Belarus | hat der Rat …"
        elif node.kind in ("comma", "and"):
            if node.kind == "comma" and _new_clause(scene, index + 1):
                return index
            joint = index
        elif node.verb is not None and node.verb.letters:
            verb = node.verb
            if verb.infinitive:
                return index
            if index > start and scene.kind(index - 1) == "and":
                return index - 1
            if verb.finite and (not verb.bare_participle or verb.cue("speech") is not None) and index > start:
                if scene.kind(index - 1) == "pronoun":
                    return index - 1  # "on 20 people it says are involved"
                if _of_sanctions(scene, index, joint):
                    return index
                return index if joint == start or index - joint >= _SUBJECT else joint
        index += 1
    return index


def _of_sanctions(scene: Scene, at: int, joint: int) -> bool:
    """ "sanctions on Chad, Gabon and Guinea were lifted": nobody is lifted, the last name ends the list."""
    verb = scene.nodes[at].verb
    cue = verb.cue("act") if verb is not None and verb.passive else None
    if cue is None or cue.lemma in _OF_MEMBERS:
        return False
    return scene.kind(joint) == "and" and at - joint == 2 and scene.kind(at - 1) == "agent"


_OF_MEMBERS: Final = frozenset(
    {"suspend", "reinstate", "restore", "drop", "remove", "withdraw", "keep", "leave"}
)


def _closing(scene: Scene, opening: int) -> int | None:
    for index in range(opening + 1, min(len(scene.nodes), opening + _ASIDE)):
        if scene.kind(index) == "stop":
            return index if scene.nodes[index].value == ")" else None
    return None


def _new_clause(scene: Scene, index: int) -> bool:
    """Whether a participle ("…, saying"), a relative ("…, which") or a clause with its verb begins here."""
    node = scene.nodes[index] if index < len(scene.nodes) else None
    if node is None:
        return True
    if node.verb is not None and (node.verb.gerund or node.verb.finite or node.verb.bare_participle):
        return True
    lasting = scene.word(index) in _UNTIL and period_end(scene, index + 1, len(scene.nodes)) > index + 1
    return node.kind == "opener" and not lasting


def object_of(slots: list[Slot]) -> Slot | None:
    """The first slot without preposition, over adverbs and periods before it."""
    return next((slot for slot in slots[:4] if not slot.prep), None)
