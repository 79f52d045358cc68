"""How alike two values of a field are: symmetric, from 0 to 1, and 1 for a value with itself.

Each comparator returns a Credit: the score, and a sentence why where the score alone does not say it. They
are given filled values only; a field that is empty on one side earns nothing before they are asked.
Defined in the project's scoring rules under "Comparators".
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple, TypeVar

from extractor.evaluation.assignment import assign
from extractor.evaluation.names import ActorKey, fold

__all__ = [
    "Comparator",
    "Credit",
    "Days",
    "action",
    "actor",
    "actor_set",
    "attribute_set",
    "body_as_state",
    "body_as_state_set",
    "date",
    "enum",
    "enum_set",
    "text",
]

T = TypeVar("T")
Days = tuple[dt.date, dt.date]


class Credit(NamedTuple):
    """A score in [0, 1] and the reason, which may be empty."""

    score: float
    why: str = ""


Comparator = Callable[[Any, Any], Credit]

_EQUAL: Final = Credit(1.0)
_DIFFERENT: Final = Credit(0.0, "different")
_APART: Final = Credit(0.0, "no member in common")
_KIN: Final = Credit(0.5, "a kindred action")
_ROLLED_UP: Final = Credit(1.0, "a government body acting for its state")
_PART_OF_NAME: Final = Credit(0.5, "one name is part of the other")
_WITHIN: Final = Credit(0.5, "one period lies inside the other")

_KINDRED: Final = (
    frozenset({"impose", "designate", "tighten"}),
    frozenset({"lift", "delist"}),
    frozenset({"ease", "exempt", "suspend"}),
    frozenset({"maintain", "extend"}),
)


def enum(a: object, b: object) -> Credit:
    """Equal or not; never an edit distance."""
    return _EQUAL if a == b else _DIFFERENT


def action(a: str, b: str) -> Credit:
    """Equal, or 0.5 for kin such as ``impose`` and ``tighten``."""
    if a == b:
        return _EQUAL
    return _KIN if any(a in family and b in family for family in _KINDRED) else _DIFFERENT


def actor(a: ActorKey, b: ActorKey) -> Credit:
    """1 for the same actor, 0.5 when one's words are part of the other's and share two or more, else 0.

    The same actor: canonical ids meet, or folded names and aliases meet.
    """
    if a is b or not a.forms.isdisjoint(b.forms) or not a.ids.isdisjoint(b.ids):
        return _EQUAL
    return _PART_OF_NAME if _part_of_name(a, b) else _DIFFERENT


def body_as_state(a: ActorKey, b: ActorKey) -> Credit:
    """As ``actor``, but a government body is its state: for senders and holders, never targets."""
    same = actor(a, b)
    if same.score < 1 and (a.state in b.ids or b.state in a.ids):
        return _ROLLED_UP
    return same


def _part_of_name(a: ActorKey, b: ActorKey) -> bool:
    # The smaller set holds the shared words, and ActorKey.words has no set of fewer than two.
    return bool(a.words and b.words) and any(x < y or y < x for x in a.words for y in b.words)


def _set_of(inner: Callable[[T, T], Credit]) -> Callable[[Sequence[T], Sequence[T]], Credit]:
    def compare(a: Sequence[T], b: Sequence[T]) -> Credit:
        if a == b:
            return _EQUAL
        scores = [inner(x, y).score for x in a for y in b]
        return _dice(_best_total(scores, len(b)), len(a) + len(b)) if any(scores) else _APART

    return compare


def _best_total(scores: Sequence[float], columns: int) -> float:
    """The best one-to-one total of a matrix given row after row."""
    if columns in (1, len(scores)):
        return max(scores)
    matrix = [scores[i : i + columns] for i in range(0, len(scores), columns)]
    return sum([matrix[i][j] for i, j in assign(matrix)])


def _dice(total: float, size: int) -> Credit:
    score = 2 * total / size
    if score == 1:
        return _EQUAL
    return Credit(score, "some members differ") if score else _APART


actor_set: Final = _set_of(actor)
body_as_state_set: Final = _set_of(body_as_state)


def attribute_set(name: str) -> Callable[[Sequence[ActorKey], Sequence[ActorKey]], Credit]:
    """Compares one attribute (kind, country, role, count) of the actors that are the same on both sides."""

    def same(a: ActorKey, b: ActorKey) -> Credit:
        agrees = getattr(a, name) == getattr(b, name)
        return body_as_state(a, b) if agrees else _DIFFERENT

    return _set_of(same)


def enum_set(a: Sequence[str], b: Sequence[str]) -> Credit:
    """Dice over values from a closed list: 2 |common| / (|a| + |b|), repeated values counted."""
    return _dice((Counter(a) & Counter(b)).total(), len(a) + len(b))


def date(a: Days, b: Days) -> Credit:
    """1 for the same days, 0.5 when one period lies inside the other, else 0. Both ends are included."""
    if a == b:
        return _EQUAL
    inside = (a[0] <= b[0] and b[1] <= a[1]) or (b[0] <= a[0] and a[1] <= b[1])
    return _WITHIN if inside else _DIFFERENT


def text(a: str, b: str) -> Credit:
    """Token F1 over folded words, order ignored. A diagnostic: it carries no weight."""
    if a == b:
        return _EQUAL
    x, y = fold(a).split(), fold(b).split()
    return _dice((Counter(x) & Counter(y)).total(), max(1, len(x) + len(y)))


text_set: Final = _set_of(text)
