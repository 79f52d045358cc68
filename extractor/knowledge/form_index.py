"""Forms in a tree keyed by word, so that a text is walked once however many forms there are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import compress, count
from typing import Any, Final

from extractor.errors import UsageError
from extractor.knowledge import tokens
from extractor.knowledge.entry import Form

__all__ = ["FormIndex"]

_Node = dict[str, Any]
_HERE: Final = ""  # key under which a node keeps the forms that end there
_FIRST_WORD: Final = re.compile(r"[^\W_]+")
_MOST_DOTTED: Final = 5
_ANY, _CAPITAL, _EXACT = range(3)


class FormIndex:
    """Finds which forms start at a word of a text. Exact after folding; capitals count as the form has them.

    A lower-case word of a form matches any case, a capitalised one needs its capital ("Turkey", not
    "turkey"), an abbreviation stands exactly as printed ("US", not "us"; "U.S." is read as well).
    """

    def __init__(self, forms: Iterable[Form]) -> None:
        self._filed: dict[str, _Node] = {}
        self._waiting: dict[str, list[tuple[Form, str]]] = {}  # by first word; most are never asked for
        self._lower: set[str] = set()  # first words that may stand in lower case
        for form in forms:
            self._await(form, form.text)
            if _is_letters(form):
                self._await(form, ".".join(form.text))

    def _await(self, form: Form, text: str) -> None:
        match = _FIRST_WORD.match(text)
        if match is None:
            raise UsageError(f"form {text!r} starts with no letter or digit; begin it with one")
        word = match[0].lower()
        self._waiting.setdefault(word, []).append((form, text))
        if _case(match[0]) == _ANY:
            self._lower.add(word)

    def _tree(self, word: str) -> _Node | None:
        waiting = self._waiting.get(word)
        if waiting is None:
            return None
        if word not in self._filed:
            tree: _Node = {}
            for form, text in waiting:
                _file(form, tokens.split(text), tree)
            self._filed[word] = tree
        return self._filed[word]

    def starts(self, words: tokens.Words) -> list[int]:
        """Indices of the words of a text at which some form may start."""
        waiting, lower, text, starts = self._waiting, self._lower, words.text, words.starts
        known = compress(count(0, 2), map(waiting.__contains__, words.folds[::2]))
        return [index for index in known if text[starts[index]].isupper() or words.folds[index] in lower]

    def at(self, words: tokens.Words, first: int, *, any_case: bool = False) -> list[tuple[int, list[Form]]]:
        """The last words (their indices) and forms that start at word ``first``, the shortest first.

        ``any_case`` lets lower-case text stand for capitalised words ("european union"), not for "US".
        """
        found: list[tuple[int, list[Form]]] = []
        node = self._tree(words.folds[first])
        last = first
        while node is not None:
            here = node.get(_HERE)
            if here is not None:
                forms = [
                    form
                    for form, cases in here
                    if (not cases or _cased(words, first, cases, any_case=any_case))
                    and _closed(words, last, form)
                ]
                if forms:
                    found.append((last, forms))
                if len(node) == 1:
                    break
            if last + 2 >= len(words.folds):
                break
            gap = words.folds[last + 1]
            further = node.get(gap if gap == " " else words.gap(last + 1))  # a space folds to itself
            last += 2
            node = None if further is None else further.get(words.folds[last])
        return found


def _file(form: Form, words: tokens.Words, tree: _Node) -> None:
    folds = words.folds
    last = len(folds) if folds[-1] else len(folds) - 2  # a closing dot or plus is no part of the key
    for place in range(2, last, 2):
        tree = tree.setdefault(words.gap(place - 1), {}).setdefault(folds[place], {})
    printed = ((place, words.printed(place)) for place in range(0, last, 2))
    cases = [(place, case, word) for place, word in printed if (case := _case(word)) != _ANY]
    tree.setdefault(_HERE, []).append((form, cases))


def _is_letters(form: Form) -> bool:
    text = form.text
    return form.type == "abbreviation" and text.isalpha() and text.isupper() and 1 < len(text) <= _MOST_DOTTED


def _case(word: str) -> int:
    if word.islower() or not word[0].isalpha():
        return _ANY
    return _CAPITAL if word[1:].islower() else _EXACT


def _closed(words: tokens.Words, last: int, form: Form) -> bool:
    return form.text[-1] != "+" or words.text.startswith("+", words.starts[last + 1])


def _cased(words: tokens.Words, first: int, cases: list[tuple[int, int, str]], *, any_case: bool) -> bool:
    for place, case, word in cases:
        if any_case and case == _CAPITAL:
            continue
        if not words.text[words.starts[first + place]].isupper():
            return False
        if case == _EXACT:
            printed = words.printed(first + place)
            if printed not in (word, word.upper()):
                return False
    return True
