"""German views told by a verb and its preposition: "sprach sich gegen … aus", "ist für", "dringt auf"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extractor.engines.rules.clauses.german import german_slots, german_subject
from extractor.engines.rules.clauses.lists import agents_before
from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.clauses.subjects import previous_finite
from extractor.engines.rules.lines.verbs import Verb
from extractor.engines.rules.positions.attitude import Attitude, echo_of, flip
from extractor.engines.rules.positions.holders import holders_of
from extractor.engines.rules.positions.matters import Matter, clause_end, clause_first, indefinite, matter_in
from extractor.engines.rules.positions.story import Story
from extractor.schemas import terms

__all__ = ["leaning_of", "raised_of", "siding_of"]

_SIDES: Final = {
    "für": "support", "auf": "support", "an": "support", "hinter": "support",
    "gegen": "oppose", "vor": "oppose",
}  # fmt: skip
_THERE: Final = {
    "dafür": "für", "darauf": "auf", "daran": "an", "dagegen": "gegen", "davor": "vor", "dahinter": "hinter",
}  # fmt: skip
_APPEALS: Final = frozenset({"drängen", "dringen", "pochen", "plädieren", "werben"})
_AFTER_BE: Final = 4
_NEAR: Final = 5
_RAISING: Final = frozenset({"meldet", "meldete", "melden", "meldeten"})
_FAR: Final = 40
_RAISED: Final = frozenset({
    "angemeldet", "geäußert", "erhoben", "eingelegt", "angekündigt", "signalisiert", "an", "ein", "geltend",
})  # fmt: skip


def leaning_of(scene: Scene, at: int, verb: Verb, story: Story) -> tuple[bool, Attitude | None]:
    """Whether the verb at node ``at`` stands with its preposition, and the view that it tells so."""
    for cue in verb.cues:
        prep = _prep(scene, at, cue.value) if cue.kind == "lean" else None
        if prep is None:
            continue
        matter = _after(scene, prep, story)
        if matter is None:
            return True, None
        if cue.value == "an":
            matter = replace(matter, action="maintain", echo=False)
        stance = _SIDES[cue.value]
        stance = flip(stance) if verb.negated != matter.turned else stance
        appeals = cue.lemma in _APPEALS and stance == "support"
        act: terms.SpeechAct = "appeal" if appeals else "vote" if cue.lemma == "stimmen" else "state"
        return True, Attitude("lean", at, stance, matter, holders_of(scene, at), act)
    return False, None


def siding_of(scene: Scene, at: int, verb: Verb, story: Story) -> Attitude | None:
    """ "Italien ist strikt gegen ein Embargo"."""
    if verb.have or verb.modal:
        return None
    for index in range(at + 1, min(len(scene.nodes), at + _AFTER_BE)):
        if scene.kind(index) == "prep" and scene.word(index) in ("für", "gegen"):
            matter = _after(scene, index, story)
            if matter is None or matter.kind != "sanctions":
                return None
            stance = _SIDES[scene.word(index)]
            stance = flip(stance) if verb.negated != matter.turned else stance
            return Attitude("side taken", at, stance, matter, holders_of(scene, at))
        if scene.word(index) == "entschieden":
            continue
        if scene.kind(index) != "word" or scene.line.raw[scene.nodes[index].start][0].isupper():
            return None
    return None


def raised_of(scene: Scene, at: int, story: Story) -> Attitude | None:
    """ "Griechenland hat Vorbehalte angemeldet", "kündigte Widerstand an": against the article's act."""
    if not story.told or scene.word(at - 1).startswith("kein"):
        return None
    raised = scene.word(at + 1) in _RAISED or scene.nodes[at + 1 : at + 2] == []
    verb_at = previous_finite(scene, at)
    if scene.word(at - 1) in _RAISING and raised and at > 1 and scene.nodes[at - 2].agent is not None:
        stance = scene.nodes[at].cues.first["sidenoun"].value
        return Attitude("raised", at, stance, echo_of(story, at), agents_before(scene, at - 2))
    if verb_at is None or at - verb_at > _NEAR:
        return None
    verb = scene.nodes[verb_at].verb
    if (
        verb is None
        or verb.negated
        or verb.cue("vote") is not None
        or not (raised or _brings_up(scene, verb_at))
    ):
        return None
    stance = scene.nodes[at].cues.first["sidenoun"].value
    holders = german_subject(scene, german_slots(scene, verb_at))
    return Attitude("raised", at, stance, echo_of(story, at), holders)


def _brings_up(scene: Scene, at: int) -> bool:
    verb = scene.nodes[at].verb
    return verb is not None and any(
        cue.lemma in ("an|kündigen", "äußern", "signalisieren") for cue in verb.cues
    )


def _prep(scene: Scene, at: int, prep: str) -> int | None:
    """The preposition in the clause of the verb at node ``at``: right of it, left of a verb at the end."""
    left = range(max(clause_first(scene, at), at - _FAR), at)
    for index in [*range(at + 1, clause_end(scene, at + 1)), *left]:
        word = scene.word(index)
        if (word == prep and scene.kind(index) == "prep") or _THERE.get(word) == prep:
            return int(index)
    return None


def _after(scene: Scene, prep: int, story: Story) -> Matter | None:
    """What stands after the preposition; after "dafür" the clause that tells it."""
    first = prep + 1
    if scene.word(prep) in _THERE:
        first = next((i for i in range(prep, len(scene.nodes)) if scene.kind(i) == "comma"), prep) + 1
    matter = matter_in(scene, first, clause_end(scene, first), story, loose=True)
    if matter is not None and matter.action == "maintain" and indefinite(scene, first, matter.after):
        return replace(matter, action="impose", fresh=True)
    return matter
