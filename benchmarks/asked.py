"""What a chat request asks for: which story, which of its sentences, and which records are still owed.

Read from the conversation alone, so that the server needs no memory of it: a follow-up names the records
that failed, and after a cut answer also wants those that it did not come to.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, TypeAlias

from benchmarks.stories import Record, Told, story

__all__ = ["Asked", "Owed", "read"]

Json: TypeAlias = dict[str, Any]

_NUMBER = re.compile(r"^Title: Story (\d+):", re.MULTILINE)
_SENTENCE = re.compile(r"^\[(\d+)\] (.*)$", re.MULTILINE)
_FAILED = re.compile(r"^\d+\. (?:event|position): (\{.*\})$", re.MULTILINE)
_ARTICLE = "<<<article "
_CUT = "answer was cut off"
_TELLING = ("action", "targets", "senders", "holder", "issue_targets", "stance", "issue_label", "measures")


@dataclass(frozen=True, slots=True)
class Owed:
    """A record to give: its index in the story, and it as it cites the sentence in which it stands."""

    index: int
    told: Told
    record: Record


@dataclass(frozen=True, slots=True)
class Asked:
    """The story's number, how many sentences are shown, what is owed, and what earlier answers said."""

    number: int
    length: int
    owed: tuple[Owed, ...]
    is_first: bool
    is_repair: bool
    said: str

    def answer(self) -> Json:
        """The right answer: the records owed, and those of their actors not given before."""
        actors = dict.fromkeys(actor for one in self.owed for actor in one.told.actors)
        records = [one.record for one in self.owed]
        return {
            "actors": [a.model_dump() for a in actors if f'"name":"{a.name}"' not in self.said],
            "events": [one.model_dump() for one in records if "action" in type(one).model_fields],
            "positions": [one.model_dump() for one in records if "stance" in type(one).model_fields],
        }

    def in_order(self) -> tuple[Owed, ...]:
        """What is owed in the order in which the answer gives it: events, then positions."""
        return tuple(sorted(self.owed, key=lambda one: "stance" in type(one.record).model_fields))


def read(body: Json) -> Asked | None:
    """What ``body`` asks for; None when no story is in it."""
    owed: tuple[Owed, ...] = ()
    number, length, said, last = 0, 0, "", ""
    is_repair = False
    for message in body["messages"]:
        text = _text(message)
        if message["role"] == "assistant":
            last = _spoken(message)
            said += last
        elif message["role"] == "user" and _ARTICLE in text:
            match = _NUMBER.search(text)
            if match is None:
                return None
            number = int(match[1])
            shown = {sentence: int(at) for at, sentence in _SENTENCE.findall(text)}
            length = len(shown)
            owed = _told(number, shown)
        elif message["role"] == "user" and (_FAILED.search(text) or _CUT in text):
            owed, is_repair = _still_owed(text, last, owed), True
    if not number:
        return None
    is_first = not any(message["role"] == "assistant" for message in body["messages"])
    return Asked(number, length, owed, is_first, is_repair, said)


def _told(number: int, shown: dict[str, int]) -> tuple[Owed, ...]:
    told = enumerate(story(number).told)
    return tuple(
        Owed(index, one, one.at(shown[one.sentence])) for index, one in told if one.sentence in shown
    )


def _still_owed(text: str, last: str, before: tuple[Owed, ...]) -> tuple[Owed, ...]:
    indices = {_likest(json.loads(failed), before).index for failed in _FAILED.findall(text) if before}
    if _CUT in text:
        indices |= {one.index for one in before if not _held_whole(one, last)}
    return tuple(one for one in before if one.index in indices)


def _likest(failed: Json, before: tuple[Owed, ...]) -> Owed:
    """The record that a failed one was meant to be: most of the telling fields alike, then the sentence."""

    def likeness(one: Owed) -> int:
        right = one.record.model_dump()
        same = [name for name in _TELLING if name in right and failed.get(name) == right[name]]
        return 4 * len(same) + (1 if _sentence(failed) == right["evidence"][0]["sentence"] else 0)

    return max(before, key=likeness)


def _sentence(record: Json) -> Any:
    evidence = record.get("evidence") or [{}]
    return evidence[0].get("sentence")


def _held_whole(one: Owed, said: str) -> bool:
    """Whether a compact answer holds the record to its end: its quote, then every bracket closed."""
    return f"{json.dumps(one.record.evidence[0].quote, ensure_ascii=False)}}}]}}" in said


def _text(message: Json) -> str:
    content = message.get("content")
    if isinstance(content, list):
        return "\n".join(str(part.get("text", "")) for part in content)
    return content or ""


def _spoken(message: Json) -> str:
    calls = message.get("tool_calls") or ()
    return "".join(call["function"]["arguments"] for call in calls) or _text(message)
