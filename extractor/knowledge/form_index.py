"""Forms in a tree keyed by word, so that a text is walked once however many forms there are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from extractor.knowledge import tokens
from extractor.knowledge.entry import Form

__all__ = ["FormIndex"]

_Node = dict[str, Any]
_HERE: Final = ""  # key under which a node keeps the forms that end there
_MOST_DOTTED: Final = 5
_ANY, _CAPITAL, _EXACT = range(3)


class FormIndex:
    """Finds which forms start at a word of a text. Exact after folding; capitals count as the form has them.

    A lower-case word of a form matches any case, a capitalised one needs its capital ("Turkey", not
    "turkey"), an abbreviation stands exactly as printed ("US", not "us"; "U.S." is read as well).
    """

    def __init__(self, forms: Iterable[Form]) -> None:
        self._root: _Node = {}
        self._lower: set[str] = set()  # first words that may stand in lower case
        for form in forms:
            if form.text.isalpha():
                self._file(form, self._root.setdefault(form.text.lower(), {}), [(0, form.text)])
            else:
                self._add(form, form.text)
            if _is_letters(form):
                self._add(form, ".".join(form.text))

    def _add(self, form: Form, text: str) -> None:
        words = tokens.split(text)
        folds = words.folds
        last = len(folds) if folds[-1] else len(folds) - 2  # a closing dot or plus is no part of the key
        node = self._root.setdefault(folds[0], {})
        for place in range(2, last, 2):
            node = node.setdefault(words.gap(place - 1), {}).setdefault(folds[place], {})
        self._file(form, node, [(place, words.printed(place)) for place in range(0, last, 2)])

    def _file(self, form: Form, node: _Node, printed: list[tuple[int, str]]) -> None:
        if printed[0][1].islower() or not printed[0][1][0].isalpha():
            self._lower.add(printed[0][1])
        cases = [(place, _case(word), word) for place, word in printed]
        node.setdefault(_HERE, []).append((form, [item for item in cases if item[1] != _ANY]))

    def starts(self, words: tokens.Words) -> list[int]:
        """Indices of the words of a text at which some form may start."""
        root, lower, text, starts = self._root, self._lower, words.text, words.starts
        known = [index for index, fold in enumerate(words.folds) if fold in root and index % 2 == 0]
        return [index for index in known if text[starts[index]].isupper() or words.folds[index] in lower]

    def at(
        self, words: tokens.Words, first: int, *, any_case: bool = False
    ) -> list[tuple[int, list[Form]]]:
        """The last words (their indices) and forms that start at word ``first``, the shortest first.

        ``any_case`` lets lower-case text stand for capitalised words ("european union"), not for "US".
        """
        found: list[tuple[int, list[Form]]] = []
        node = self._root.get(words.folds[first])
        last = first
        while node is not None:
            here = node.get(_HERE)
            if here is not None:
                forms = [
                    form
                    for form, cases in here
                    if _cased(words, first, cases, any_case=any_case) and _closed(words, last, form)
                ]
                if forms:
                    found.append((last, forms))
                if len(node) == 1:
                    break
            if last + 2 >= len(words.folds):
                break
            further = node.get(words.gap(last + 1))
            last += 2
            node = None if further is None else further.get(words.folds[last])
        return found


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
