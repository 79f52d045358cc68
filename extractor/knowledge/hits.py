"""Where forms stand in a text: the longest at each place, with the guards for risky words."""

from __future__ import annotations

from typing import NamedTuple

from extractor.knowledge.entry import BodyNoun, Form
from extractor.knowledge.form_index import FormIndex
from extractor.knowledge.guards import bounded, dotted, fits
from extractor.knowledge.tokens import Words, split

__all__ = ["Hit", "find_hits", "preferred", "usable_in"]


class Hit(NamedTuple):
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
        usable = [f for f in forms if not f.uses or fits(f, words, first, last, after_hit=after_hit)]
        form = preferred(usable, language, whole=False)
        if form is not None and bounded(words, first, last):
            return last, _hit(words, first, last, form, _noun(forms))
    return None


def preferred(forms: list[Form], language: str, *, whole: bool) -> Form | None:
    """The form to read among equals: the text's own language first, then English, then any other.

    Args:
        whole: the form is a whole name given as such (then every use and every language will do).
    """
    if len(forms) == 1:  # nearly always
        return forms[0] if _usable(forms[0], language, whole=whole) else None
    usable = [form for form in forms if _usable(form, language, whole=whole)]
    if len(usable) < 2:
        return usable[0] if usable else None
    return min(usable, key=lambda form: _rank(form, language))  # the first among equals


def _rank(form: Form, own: str) -> tuple[bool, ...]:
    at_home, english = form.language in (own, "*"), form.language == "en"
    plus = form.text.endswith("+")  # OPEC+ is not OPEC
    return not plus, not at_home, not english, isinstance(form.target, BodyNoun), form.type == "demonym"


def usable_in(form: Form, language: str) -> bool:
    """Whether ``form`` may stand in running text of ``language``."""
    return _usable(form, language, whole=False) and "whole" not in form.uses


def _usable(form: Form, own: str, *, whole: bool) -> bool:
    at_home = form.language in (own, "*")
    if at_home and not form.uses:
        return True
    if whole:
        return at_home or "own" not in form.uses or form.language == "en"
    if "whole" in form.uses:
        return False
    return at_home or not (form.type == "demonym" or "own" in form.uses)


def _noun(forms: list[Form]) -> BodyNoun | None:
    for form in forms:
        if isinstance(form.target, BodyNoun):
            return form.target
    return None


def _hit(words: Words, first: int, last: int, form: Form, noun: BodyNoun | None) -> Hit:
    start, end = words.starts[first], words.starts[last + 1]
    if words.text[end : end + 1] == "." and dotted(words, first, last):
        end += 1
    if form.text.endswith("+"):
        end += 1
    return Hit(start, end, None if isinstance(form.target, BodyNoun) else form, noun)
