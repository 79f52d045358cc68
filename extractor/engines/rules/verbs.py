"""Verb groups: auxiliaries, negation, adverbs and the verb, read as tense, mood and voice."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field
from typing import Final

from extractor.engines.rules.line import Line
from extractor.knowledge.vocabulary import INFLECTED, Cue

__all__ = ["AUXILIARY", "Verb", "read_verb"]

AUXILIARY: Final = frozenset({"have", "be", "do", "modal", "not", "to", "semi", "deontic"})


@dataclass(slots=True)
class Verb:
    """A verb group. ``letters`` are the main verb's forms (see ``inflection``), "" without a main verb.

    ``modal`` is will, would, could or should; ``semi`` what "set to", "unlikely to" say of the stage.
    """

    cues: tuple[Cue, ...] = ()
    letters: str = ""
    modal: str = ""
    semi: str = ""
    have: str = ""  # pres, past
    be: bool = False
    to: bool = False
    negated: bool = False
    finite_auxiliary: bool = False
    auxiliaries: list[str] = field(default_factory=list)

    def cue(self, kind: str) -> Cue | None:
        """The verb's cue of ``kind``, or None."""
        for cue in self.cues:
            if cue.kind == kind:
                return cue
        return None

    @property
    def passive(self) -> bool:
        """ "were imposed"."""
        return self.be and "n" in self.letters and "g" not in self.letters

    @property
    def infinitive(self) -> bool:
        """ "to impose", with no auxiliary that makes it finite."""
        return not self.finite_auxiliary and (self.to or self.letters == "b")

    @property
    def gerund(self) -> bool:
        """ "imposing" standing alone."""
        return self.letters == "g" and not self.finite_auxiliary

    @property
    def bare_participle(self) -> bool:
        """ "imposed" that may be a participle: no auxiliary before it."""
        return "n" in self.letters and not self.auxiliaries

    @property
    def finite(self) -> bool:
        """Whether it can be the verb of a clause."""
        bare = not (self.to or self.be or self.have)
        return self.finite_auxiliary or (bare and any(letter in self.letters for letter in "sdfc"))

    @property
    def perfect(self) -> str:
        """ "pres" for "has imposed", "past" for "had imposed", else ""."""
        return self.have if "n" in self.letters or "been" in self.auxiliaries else ""


def read_verb(line: Line, start: int, barred: Container[int]) -> tuple[int, Verb] | None:
    """The verb group that begins at word ``start``: index after it, and the group.

    ``barred`` are the first words of agents, which no group crosses. A group of auxiliaries alone ("is")
    counts; adverbs or a lone "not" or "to" do not.
    """
    verb = Verb()
    at = start
    end = start
    while at < len(line.words) and at not in barred:
        if _take_main(line, at, verb):
            return line.after[at], _settled(verb)
        if _take_auxiliary(line, at, verb):
            at = line.after[at]
            end = at
        elif at > start and _adverb(line, at):
            at = line.after[at]
        else:
            break
    return (end, _settled(verb)) if verb.finite_auxiliary and end > start else None


def _settled(verb: Verb) -> Verb:
    if verb.letters and not verb.auxiliaries:
        if "f" in verb.letters:
            verb.modal = "will"
        elif verb.letters == "c":
            verb.modal = "would"
    return verb


def _adverb(line: Line, at: int) -> bool:
    word = line.words[at]
    return line.has(at, "adverb") or (word.endswith(("ly", "mente", "ment")) and len(word) > 4)


def _take_auxiliary(line: Line, at: int, verb: Verb) -> bool:
    if AUXILIARY.isdisjoint(line.cues[at].kinds):
        return False
    for cue in line.cues[at]:
        if cue.kind not in AUXILIARY:
            continue
        if cue.kind == "to" and not _before_infinitive(line, at):
            return False
        _note(verb, cue)
        verb.auxiliaries.append(line.words[at])
        return True
    return False


def _note(verb: Verb, cue: Cue) -> None:
    if cue.kind == "not":
        verb.negated = True
    elif cue.kind == "to":
        verb.to = True
    elif cue.kind == "semi":
        verb.semi = cue.value
        verb.negated = verb.negated or cue.value == "negative"
    elif cue.kind in ("modal", "deontic"):
        verb.modal = verb.modal or cue.value
        verb.finite_auxiliary = True
    else:
        _note_auxiliary(verb, cue)


def _note_auxiliary(verb: Verb, cue: Cue) -> None:
    if cue.kind == "have":
        verb.have = verb.have or cue.value
    if cue.kind == "be":
        verb.be = True
    if cue.value == "fut":
        verb.modal = verb.modal or "will"
    verb.finite_auxiliary = verb.finite_auxiliary or (cue.value in ("pres", "past", "fut") and not verb.to)


def _before_infinitive(line: Line, at: int) -> bool:
    after = line.after[at]
    while after < len(line.words) and (_adverb(line, after) or line.has(after, "not")):
        after = line.after[after]
    if after >= len(line.words):
        return False
    if any(cue.kind in ("be", "have") and cue.value == "inf" for cue in line.cues[after]):
        return True
    if line.words[after] in ("have", "do"):
        return True
    return any(cue.kind in INFLECTED and "b" in cue.form for cue in line.cues[after])


def _take_main(line: Line, at: int, verb: Verb) -> bool:
    """Whether the verb itself stands at ``at``, in a form that may follow the auxiliaries met so far."""
    inflected = line.cues[at].inflected
    if not inflected:
        return False
    wanted = _wanted(verb) if verb.auxiliaries else ""
    if not wanted:
        verb.cues, verb.letters = inflected, line.cues[at].letters
        return True
    verb.cues = tuple(cue for cue in inflected if any(letter in wanted for letter in cue.form))
    verb.letters = "".join(sorted({letter for cue in verb.cues for letter in cue.form}))
    return bool(verb.cues)


def _wanted(verb: Verb) -> str:
    last = next(
        (
            word
            for word in reversed(verb.auxiliaries)
            if word not in ("not", "n't", "never", "ne", "n'", "no", "pas")
        ),
        "",
    )
    if not last:
        return ""
    if (
        verb.semi
        or verb.to
        or (verb.modal and not (verb.have or verb.be))
        or last in ("do", "does", "did", "zu")
    ):
        return "b" if not (verb.have or verb.be) or verb.semi else "ng"
    return "ng"
