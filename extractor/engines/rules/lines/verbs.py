"""Verb groups: auxiliaries, negation, adverbs and the verb, read as tense, mood and voice."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field
from typing import Final

from extractor.engines.rules.lines.line import Line
from extractor.knowledge.vocabulary import INFLECTED, Cue

__all__ = ["AUXILIARY", "Verb", "read_verb"]

AUXILIARY: Final = frozenset({"have", "be", "do", "modal", "not", "to", "semi", "deontic"})
_FINITE: Final = frozenset("sdfc")
_NOTHING_MORE: Final = frozenset({"not", "n't", "never", "ne", "n'", "no", "pas"})
_DOING: Final = ("do", "does", "did", "zu")
# The cues of a phrase that are in a wanted form, with their letters, by the identity of all its cues: those
# belong to the vocabulary and live for ever, and each is held here, so that no other takes its place.
_CHOSEN: Final[dict[tuple[int, str], tuple[tuple[Cue, ...], tuple[Cue, ...], str, dict[str, Cue]]]] = {}


_NONE: Final[dict[str, Cue]] = {}


def _none() -> dict[str, Cue]:
    return _NONE


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
    filed: tuple[Cue, ...] = ()  # the cues that ``by_kind`` was made of
    by_kind: dict[str, Cue] = field(default_factory=_none)

    @property
    def first(self) -> dict[str, Cue]:
        """The first cue of each kind."""
        if self.filed is not self.cues:
            self.filed, self.by_kind = self.cues, _by_kind(self.cues)
        return self.by_kind

    def cue(self, kind: str) -> Cue | None:
        """The verb's cue of ``kind``, or None."""
        if self.filed is not self.cues:
            self.filed, self.by_kind = self.cues, _by_kind(self.cues)
        return self.by_kind.get(kind)

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
        if self.finite_auxiliary:
            return True
        return not (self.to or self.be or self.have or _FINITE.isdisjoint(self.letters))

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
    count, after, cues = len(line.words), line.after, line.cues
    while at < count and at not in barred:
        if cues[at].inflected and _take_main(line, at, verb):
            return after[at], _settled(verb)
        if not AUXILIARY.isdisjoint(cues[at].kinds) and _take_auxiliary(line, at, verb):
            at = after[at]
            end = at
        elif at > start and _adverb(line, at):
            at = line.after[at]
        else:
            break
    return (end, _settled(verb)) if verb.finite_auxiliary and end > start else None


def _settled(verb: Verb) -> Verb:
    only_not = verb.negated and not (verb.finite_auxiliary or verb.to or verb.have or verb.be or verb.semi)
    if verb.letters and (only_not or not verb.auxiliaries):  # "lèvera", "no levantará"
        if "f" in verb.letters:
            verb.modal = "will"
        elif verb.letters == "c":
            verb.modal = "would"
    return verb


def _adverb(line: Line, at: int) -> bool:
    word = line.words[at]
    return (
        line.has(at, "adverb")
        or word in _BETWEEN
        or (word.endswith(("ly", "mente", "ment")) and len(word) > 4)
    )


_BETWEEN: Final = frozenset({"long", "earlier"})  # "had earlier sanctioned"


def _take_auxiliary(line: Line, at: int, verb: Verb) -> bool:
    for cue in line.cues[at]:
        if cue.kind not in AUXILIARY:
            continue
        if cue.kind == "to" and not _before_infinitive(line, at):
            return False
        if cue.kind == "not" and line.language == "de":
            return False  # it may stand far from its verb: see german_nodes
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
    chosen = _CHOSEN.get((id(inflected), wanted)) or _choose(inflected, wanted)
    _, verb.cues, verb.letters, verb.by_kind = chosen
    verb.filed = verb.cues
    return bool(verb.cues)


def _choose(
    inflected: tuple[Cue, ...], wanted: str
) -> tuple[tuple[Cue, ...], tuple[Cue, ...], str, dict[str, Cue]]:
    """The cues in one of the forms ``wanted``, all of them where none is, kept for the next time."""
    forms = frozenset(wanted)
    cues = tuple(cue for cue in inflected if not forms.isdisjoint(cue.form)) if wanted else inflected
    letters = "".join(sorted({letter for cue in cues for letter in cue.form}))
    chosen = _CHOSEN[id(inflected), wanted] = inflected, cues, letters, _by_kind(cues)
    return chosen


def _by_kind(cues: tuple[Cue, ...]) -> dict[str, Cue]:
    return {cue.kind: cue for cue in reversed(cues)}


def _wanted(verb: Verb) -> str:
    last = ""
    for word in reversed(verb.auxiliaries):
        if word not in _NOTHING_MORE:
            last = word
            break
    if not last:
        return ""
    if verb.semi or verb.to or (verb.modal and not (verb.have or verb.be)) or last in _DOING:
        return "b" if not (verb.have or verb.be) or verb.semi else "ng"
    return "ng"
