"""Where forms stand in a text: the longest at each place, with the guards for risky words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from extractor.knowledge.entry import BodyNoun, Form
from extractor.knowledge.form_index import FormIndex
from extractor.knowledge.tokens import Words, split

__all__ = ["Hit", "find_hits", "preferred"]

_ARTICLES: Final = frozenset("the el la los las al del le les l der die das dem den des im vom".split())

# Capitalised, but no part of a personal, company or place name beside a risky word such as "Jordan".
_NO_NAME_BEFORE: Final = frozenset(
    """a after against all although and as at because before between both but by despite during even for from
    if in including inside into like meanwhile near neither nor of off on or over since so still than that the
    then though through to toward towards under unless until upon versus via what when where whether while
    why with within without yet
    a al ante bajo con contra cuando de del desde donde durante el en entre hacia hasta la mientras para pero
    por según si sin sobre tras y
    au aux avec avant chez comme contre dans de depuis des du en entre et le la les mais ou où par pendant pour
    que quand sans selon si sous sur vers
    als am an auch auf aus bei bis das dem den der die doch durch ein eine für gegen im in mit nach ohne seit
    sowie trotz über um und unter vom von vor wenn wie zu zum zur zwischen""".split()
)
_NO_NAME_AFTER: Final = _NO_NAME_BEFORE | frozenset(
    """ambassador army authorities chancellor embassy foreign government has is king minister ministry
    officials parliament police president prime prince queen says was will
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december""".split()
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where something known stands: as an actor (``form``), as a body noun, or as both."""

    start: int
    end: int
    form: Form | None
    noun: BodyNoun | None = None


def find_hits(text: str, index: FormIndex, language: str | None) -> list[Hit]:
    """Leftmost-longest hits, not overlapping. A hit with neither form nor noun names no actor on purpose."""
    words = split(text)
    hits: list[Hit] = []
    free = 0  # the word after the last hit
    for first in index.starts(words):
        if first < free:
            continue
        found = _longest(words, first, index, language or "en", after_hit=first == free > 0)
        if found is not None:
            last, hit = found
            free = last + 2
            hits.append(hit)
    return hits


def _longest(
    words: Words, first: int, index: FormIndex, language: str, *, after_hit: bool
) -> tuple[int, Hit] | None:
    for last, forms in reversed(index.at(words, first)):
        usable = [form for form in forms if not form.uses or _fits(form, words, first, last, after_hit=after_hit)]
        form = preferred(usable, language, whole=False)
        if form is not None and _bounded(words, first, last):
            return last, _hit(words, first, last, form, _noun(forms))
    return None


def preferred(forms: list[Form], language: str, *, whole: bool) -> Form | None:
    """The form to read among equals: the text's own language first, then English, then any other.

    Args:
        whole: the form is a whole name given as such (then every use and every language will do).
    """
    usable = [form for form in forms if _usable(form, language, whole=whole)]
    if len(usable) < 2:
        return usable[0] if usable else None
    return min(usable, key=lambda form: _rank(form, language))  # the first among equals


def _rank(form: Form, own: str) -> tuple[bool, ...]:
    at_home, english = form.language in (own, "*"), form.language == "en"
    plus = form.text.endswith("+")  # OPEC+ is not OPEC
    return not plus, not at_home, not english, isinstance(form.target, BodyNoun), form.type == "demonym"


def _usable(form: Form, own: str, *, whole: bool) -> bool:
    at_home = form.language in (own, "*")
    if whole:
        return at_home or "own" not in form.uses
    if "whole" in form.uses:
        return False
    return at_home or not (form.type == "demonym" or "own" in form.uses)


def _fits(form: Form, words: Words, first: int, last: int, *, after_hit: bool) -> bool:
    if "article" in form.uses and not (first and words.folds[first - 2] in _ARTICLES):
        return False
    return "alone" not in form.uses or after_hit or _alone(words, first, last)


def _noun(forms: list[Form]) -> BodyNoun | None:
    for form in forms:
        if isinstance(form.target, BodyNoun):
            return form.target
    return None


def _hit(words: Words, first: int, last: int, form: Form, noun: BodyNoun | None) -> Hit:
    start, end = words.starts[first], words.starts[last + 1]
    if last > first and words.text[end : end + 1] == "." and _dotted(words, first, last):
        end += 1
    if form.text.endswith("+"):
        end += 1
    return Hit(start, end, None if isinstance(form.target, BodyNoun) else form, noun)


def _dotted(words: Words, first: int, last: int) -> bool:
    """Whether this is an abbreviation with dots, "U.S" or "EE. UU": its last dot belongs to it."""
    pieces = words.folds[first : last + 1]
    return "." in "".join(pieces[1::2]) and all(len(word) <= 2 for word in pieces[::2])


def _bounded(words: Words, first: int, last: int) -> bool:
    """Not part of a handle, an e-mail or web address, a sum of money or a longer dotted abbreviation."""
    before = words.folds[first - 1] if first else ""
    after = words.folds[last + 1] if last + 1 < len(words.folds) else ""
    if before[-1:] == "@" or after[:1] in ("@", "$"):
        return False
    if before == "." and len(words.folds[first - 2]) == 1 and _dotted(words, first, last):
        return False
    if after == "." and words.folds[last + 2]:
        return not (words.printed(last + 2)[0].islower() or _dotted(words, first, last))
    return True


def _alone(words: Words, first: int, last: int) -> bool:
    printed = words.printed(first, last)
    return not (
        _in_name(words, first - 1, first - 2, printed, _NO_NAME_BEFORE)
        or _in_name(words, last + 1, last + 2, printed, _NO_NAME_AFTER)
    )


def _in_name(words: Words, gap: int, neighbour: int, printed: str, harmless: frozenset[str]) -> bool:
    if not 0 <= neighbour < len(words.folds) or words.folds[neighbour] in harmless:
        return False
    between, word = words.folds[gap], words.printed(neighbour)
    if not between.isspace() or "\n" in between or not word[:1].isupper():
        return False
    return not (printed.isupper() and word.isupper())  # a headline in capitals tells nothing
