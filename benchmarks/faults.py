"""What a model and the way to it do wrong: every kind by name, and how the sound answer is spoiled by it.

Faults of the wire are played by ``model_server``; the others are here, as changes to an answer.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from benchmarks.stories import STATES, STRANGERS

__all__ = ["ALL", "ASKED_AGAIN", "GROUNDING", "STRUCTURE", "WIRE", "Said", "compact", "fits", "spoil"]

Json: TypeAlias = dict[str, Any]

WIRE = (
    "429, seconds to wait",
    "429, day to wait for",
    "500",
    "502",
    "503",
    "504",
    "too late",
    "connection reset",
    "half a body",
)
STRUCTURE = (
    "prose",
    "JSON broken off",
    "field missing",
    "word unknown",
    "type wrong",
    "cut at the limit",
    "article too long",
)
GROUNDING = (
    "word changed",
    "negation dropped",
    "number changed",
    "two places joined",
    "actor not there",
    "sentence number wrong",
)
ALL = (*WIRE, *STRUCTURE, *GROUNDING)
ASKED_AGAIN = GROUNDING[:-1]
"""A wrong sentence number is put right without asking."""

_NEGATION = re.compile(r"\b(does|is|will) not\b")
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(
    r"\b(officials|kinds|goods|products|prisoners|firms|flight|trade|votes|pages|envoys|weeks)\b"
)
_KEY_WORDS = {"events": ("action", "stage"), "positions": ("stance", "certainty")}
_NAME_LISTS = {"events": "targets", "positions": "issue_targets"}


@dataclass(frozen=True, slots=True)
class Said:
    """An answer's text; ``is_prose`` when it calls no tool; how it ended; which of its records are sound."""

    text: str
    sound: frozenset[int]
    finish: str = "stop"
    is_prose: bool = False


def compact(answer: Json) -> str:
    """JSON without white space, as models are asked to write it."""
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":"))


def fits(fault: str, answer: Json, *, is_first: bool, length: int) -> bool:
    """Whether ``fault`` can strike: too long only at the first, in full; a dropped negation needs one."""
    if fault == "article too long":
        return is_first and length > 1
    if fault in WIRE:
        return True
    records = _records(answer)
    if fault == "negation dropped":
        return any(_NEGATION.search(_quote(record)) for _, record in records)
    if fault == "word changed":
        return any(_WORD.search(_quote(record)) for _, record in records)
    return len(records) >= (2 if fault == "two places joined" else 1)


def spoil(fault: str, answer: Json, draw: random.Random, which: Sequence[int] | None = None) -> Said:
    """``answer`` with ``fault`` in one of its records (in those of index ``which``), or in all of it."""
    records = _records(answer)
    everyone = frozenset(range(len(records)))
    text = compact(answer)
    if fault == "prose":
        return Said("The article tells of several sanctions; I list them below.", frozenset(), is_prose=True)
    if fault in ("JSON broken off", "cut at the limit"):
        cut = text[: int(len(text) * draw.uniform(0.3, 0.9))]
        return Said(cut, frozenset(), finish="length" if fault == "cut at the limit" else "stop")
    if which is None:
        fitting = [i for i, (_, record) in enumerate(records) if _strikes(fault, record)]
        which = [draw.choice(fitting)]
    spoiled = json.loads(text)
    for index in which:
        _SPOILERS[fault](spoiled, index, draw)
    sound = everyone if fault == "sentence number wrong" else everyone - set(which)
    return Said(compact(spoiled), sound)


def _records(answer: Json) -> list[tuple[str, Json]]:
    return [(key, record) for key in ("events", "positions") for record in answer[key]]


def _quote(record: Json) -> str:
    return str(record["evidence"][0]["quote"])


def _strikes(fault: str, record: Json) -> bool:
    pattern = {"negation dropped": _NEGATION, "word changed": _WORD}.get(fault)
    return pattern is None or pattern.search(_quote(record)) is not None


def _requote(record: Json, quote: str) -> None:
    record["evidence"][0]["quote"] = quote


def _missing_field(answer: Json, index: int, draw: random.Random) -> None:
    key, record = _records(answer)[index]
    del record[draw.choice(_KEY_WORDS[key])]


def _unknown_word(answer: Json, index: int, draw: random.Random) -> None:
    key, record = _records(answer)[index]
    record[draw.choice(_KEY_WORDS[key])] = "punish"


def _wrong_type(answer: Json, index: int, _: random.Random) -> None:
    key, record = _records(answer)[index]
    record[_NAME_LISTS[key]] = record[_NAME_LISTS[key]][0]


def _changed_word(answer: Json, index: int, _: random.Random) -> None:
    record = _records(answer)[index][1]
    _requote(record, _WORD.sub("items", _quote(record), count=1))


def _dropped_negation(answer: Json, index: int, _: random.Random) -> None:
    record = _records(answer)[index][1]
    _requote(record, _NEGATION.sub(r"\1", _quote(record)))


def _changed_number(answer: Json, index: int, _: random.Random) -> None:
    record = _records(answer)[index][1]
    _requote(record, _NUMBER.sub(lambda match: str(int(match[0]) + 100), _quote(record)))


def _joined(answer: Json, index: int, _: random.Random) -> None:
    records = _records(answer)
    record, other = records[index][1], records[index - 1][1]
    head, tail = _quote(record).split(), _quote(other).split()
    _requote(record, " ".join([*head[: len(head) // 2], *tail[len(tail) // 2 :]]))


def _stranger(answer: Json, index: int, draw: random.Random) -> None:
    key, record = _records(answer)[index]
    name = draw.choice(sorted(STRANGERS))
    record[_NAME_LISTS[key]] = [name]
    actor = {"name": name, "kind": "state", "country": STRANGERS[name], "role": None, "count": None}
    answer["actors"].append(actor)


def _misnumbered(answer: Json, index: int, draw: random.Random) -> None:
    cited = _records(answer)[index][1]["evidence"][0]
    cited["sentence"] += draw.choice((1, 2, 3))


_SPOILERS: dict[str, Callable[[Json, int, random.Random], None]] = {
    "field missing": _missing_field,
    "word unknown": _unknown_word,
    "type wrong": _wrong_type,
    "word changed": _changed_word,
    "negation dropped": _dropped_negation,
    "number changed": _changed_number,
    "two places joined": _joined,
    "actor not there": _stranger,
    "sentence number wrong": _misnumbered,
}

assert not STATES.keys() & STRANGERS.keys()
