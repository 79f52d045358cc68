"""Where a quote may begin and end: never so that a word or a number is cut, and its sense with it.

"likely" is no quote from "unlikely", "compliance" none from "non-compliance", "do" none from "don't", nor
"5 million" from "$1.5 million", "3 %" from "-3 %" or "500" from "1 500". In scripts without spaces a quote
may begin and end anywhere but inside a number or a Katakana name, or before the negating end of a Japanese
verb. Whether a quote leaves out a "not" that stands as a word beside it is no question of letters: see the
check ``negation_cut``.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from extractor.grounding.typography import LONG_DASHES, Folded
from extractor.grounding.words import is_katakana, is_mark, is_numeral, is_unspaced, is_word

__all__ = ["is_border", "is_whole", "parts_words"]

_IN_NUMBERS: Final = frozenset(".,:/'-^~\u00b7\u066b\u066c\u2044")
_SIGNS: Final = frozenset("-+±<>≤≥≈~")
_UNITS_AFTER: Final = frozenset("%‰‱٪°")
_AREA: Final = re.compile(r"(?<![^\W\d_])(?:[kcdmn]?m|ft|in|yd|mi)\Z")
# Articles, prepositions and pronouns; not n', which negates.
_ELIDED: Final = re.compile(
    r"[ldcjmts]|qu|(?:lors|puis|quoi|jus)qu|un|(?:de|a|ne|da|su)ll|coll|que(?:ll|st)|bell|sant", re.IGNORECASE
)
_GERESH: Final = frozenset("גזצץתדטחע")  # Hebrew letters that an apostrophe turns into another sound
_LOOK_BACK: Final = 12
_PER_CENT: Final = "百分之"  # stands before the number in Chinese
# Japanese writes its negation after the stem of the verb, as one word with it.
_NOT_AFTER: Final = re.compile(r"な(?:い|かっ|く|けれ)|ません|ず(?=[にと、。,\s]|\Z)")


def is_whole(folded: Folded, start: int, end: int) -> bool:
    """Whether ``folded.text[start:end]`` cuts nothing at either end."""
    return is_border(folded, start) and is_border(folded, end)


def is_border(folded: Folded, at: int) -> bool:
    """Whether a quote may begin, or end, before character ``at``."""
    text = folded.text
    if at <= 0 or at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    if is_mark(after):
        return False
    if is_word(before) and is_word(after):
        return _parts_characters(text, at)
    if before == " " or after == " ":
        return not _spaced_number(folded, at - 1 if before == " " else at)
    return not (_joined(folded, at - 1, at) or _joined(folded, at, at) or _glued_number(folded, at))


def parts_words(folded: Folded, at: int) -> bool:
    """Whether words part before character ``at``, though a quote may not begin or end there: "3 | %"."""
    text = folded.text
    if is_border(folded, at):
        return True
    before, after = text[at - 1], text[at]
    if before == " " or after == " ":
        space = at - 1 if before == " " else at
        return not (text[space - 1 : space].isdecimal() and _groups_thousands(text, space))
    return (is_unspaced(before) or is_unspaced(after)) and not _is_one_word(before, after)


def _parts_characters(text: str, at: int) -> bool:
    if is_unspaced(text[at - 1]) or is_unspaced(text[at]):
        return _parts_unspaced(text, at)
    return _is_note_mark(text, at)


def _parts_unspaced(text: str, at: int) -> bool:
    if _is_one_word(text[at - 1], text[at]):
        return False
    if text.endswith(_PER_CENT, 0, at):
        return not is_numeral(text[at])
    return _NOT_AFTER.match(text, at) is None


def _is_one_word(before: str, after: str) -> bool:
    """Whether the two stand in one number, one name in Katakana, or one character with its mark."""
    marked = unicodedata.category(after)[0] == "M"
    return (
        marked or (is_numeral(before) and is_numeral(after)) or (is_katakana(before) and is_katakana(after))
    )


def _is_note_mark(text: str, at: int) -> bool:
    """Whether a footnote's or a list's number stands on one side, a word on the other: "sanctions¹"."""
    before, after = text[at - 1], text[at]
    if _is_raised(before) and after.isalpha():
        return True
    if not (_is_raised(after) and before.isalpha()) or unicodedata.decomposition(after).startswith("<sub>"):
        return False
    return not (after in "²³" and _AREA.search(text, max(0, at - 3), at))


def _is_raised(character: str) -> bool:
    return unicodedata.category(character) == "No"


def _spaced_number(folded: Folded, space: int) -> bool:
    """Whether the space at ``space`` stands inside a number: "1 500", "3 %", "€ 5"."""
    text = folded.text
    left, right = text[space - 1 : space], text[space + 1 : space + 2]
    if not (left.isdecimal() or right.isdecimal()) or not left or not right:
        return False
    if "\n" in folded.source(space):
        return False
    if right.isdecimal():
        return _groups_thousands(text, space) if left.isdecimal() else _prices_next(text, space)
    return right in _UNITS_AFTER or (_is_currency(right) and not text[space + 2 : space + 3].isdecimal())


def _prices_next(text: str, space: int) -> bool:
    """Whether a currency before the space belongs to the number behind it, and not to one before."""
    in_price_before = text[max(0, space - 3) : space - 1].rstrip()[-1:].isdecimal()
    return _is_currency(text[space - 1]) and not in_price_before


def _groups_thousands(text: str, space: int) -> bool:
    first = space
    while first > 0 and space - first < 4 and text[first - 1].isdecimal():
        first -= 1
    group = text[space + 1 : space + 5]
    return space - first <= 3 and len(group) >= 3 and group[:3].isdecimal() and not group[3:].isdecimal()


def _glued_number(folded: Folded, at: int) -> bool:
    """Whether ``at`` parts a number from its sign, its currency or its per cent."""
    text = folded.text
    before, after = text[at - 1], text[at]
    if before.isdecimal():
        return after in _UNITS_AFTER or _is_currency(after)
    number_follows = after.isdecimal() or (_is_currency(after) and text[at + 1 : at + 2].strip().isdecimal())
    if number_follows and before in _SIGNS:
        return not _is_long_dash(folded, at - 1)
    if after.isdecimal():
        return _is_currency(before)
    return _is_currency(after) and before.isalpha() and not is_unspaced(before)


def _is_currency(character: str) -> bool:
    return unicodedata.category(character) == "Sc"


def _is_long_dash(folded: Folded, at: int) -> bool:
    """Whether the dash printed at ``at`` is one that parts words; two hyphens stand for one."""
    printed = folded.source(at)
    return len(printed) > 1 or printed in LONG_DASHES


def _joined(folded: Folded, joint: int, at: int) -> bool:
    """Whether the sign at ``joint`` joins its two sides to one word or number, so that ``at`` cuts it."""
    text = folded.text
    if not 0 < joint < len(text) - 1:
        return False
    left, sign, right = text[joint - 1], text[joint], text[joint + 1]
    if left.isdecimal() and right.isdecimal():
        return sign in _IN_NUMBERS and folded.source(joint) != "，"
    if not (is_word(left) and is_word(right)) or is_unspaced(left) or is_unspaced(right):
        return False
    if sign == "-":
        return not _is_long_dash(folded, joint)
    return sign in "&_@\u00b7" or _joins_letters(text, joint, at)


def _joins_letters(text: str, joint: int, at: int) -> bool:
    if text[joint] == "'":
        return _is_apostrophe(text, joint, at)
    if text[joint] == '"':
        return _is_gershayim(text, joint)
    single = text[joint - 1].isalpha() and not is_word(text[joint - 2 : joint - 1] or " ")
    return text[joint] == "." and single


def _is_apostrophe(text: str, joint: int, at: int) -> bool:
    """An elided article and a possessive 's may be left off; n't, n' and 'll never."""
    left, right = text[joint - 1], text[joint + 1]
    if "\uac00" <= left <= "\ud7a3" or "\uac00" <= right <= "\ud7a3":
        return False  # Korean closes a quote and goes on with a particle
    if "\u05d0" <= left <= "\u05ea":
        return left in _GERESH
    if at == joint:
        return not (right in "sS" and not is_word(text[joint + 2 : joint + 3] or " "))
    start = joint
    while start > 0 and joint - start < _LOOK_BACK and is_word(text[start - 1]):
        start -= 1
    return _ELIDED.fullmatch(text, start, joint) is None


def _is_gershayim(text: str, joint: int) -> bool:
    """The mark of a Hebrew acronym stands before its last letter; other marks are quotation marks."""
    if not "\u05d0" <= text[joint - 1] <= "\u05ea":
        return False
    return not is_word(text[joint + 2 : joint + 3] or " ")
