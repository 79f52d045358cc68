"""The four ways of asking an endpoint for a draft, from the strictest to the plainest.

``tools`` forces one strict tool, ``json_schema`` a strict response format; in ``json_object`` and ``text``
the schema stands in the system message. A ``Habit`` is how one endpoint wants to be asked.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any, Final, Literal, get_args

from extractor.engines.pieces import encodable
from extractor.engines.salvage import Salvaged
from extractor.schemas.draft import Draft, draft_schema

__all__ = [
    "LADDER",
    "TOOL_NAME",
    "WORDS",
    "Habit",
    "Heard",
    "LimitField",
    "Message",
    "ModeName",
    "adapted",
    "body",
    "explained",
    "fields",
    "framed",
    "held",
    "part",
    "said",
    "start",
]

Message = dict[str, Any]
ModeName = Literal["tools", "json_schema", "json_object", "text"]
LimitField = Literal["max_completion_tokens", "max_tokens"]

LADDER: Final[tuple[ModeName, ...]] = get_args(ModeName)
TOOL_NAME: Final = Draft.__name__

WORDS: Final = {
    "json_object": "Answer with one JSON object and nothing else. It must fit this JSON Schema:\n",
    "text": "Answer with one ```json block and nothing else: one object that fits this JSON Schema:\n",
}
"""What is said of the schema, by mode, at the end of the system message; the schema follows."""

_BOUNDS: Final = ("minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems")


@dataclass(frozen=True, slots=True)
class Habit:
    """How an endpoint wants to be asked: the mode, its name for the output limit, a schema with bounds."""

    mode: ModeName = "tools"
    limit_field: LimitField = "max_completion_tokens"
    bounded: bool = True


@dataclass(frozen=True, slots=True)
class Heard:
    """One answer: its text, whether a tool was called, what was saved of it, and how it was asked for."""

    text: str
    by_tool: bool
    saved: Salvaged | None
    habit: Habit

    @property
    def usable(self) -> bool:
        """Whether the endpoint did as it was asked, be the draft sound or not."""
        return self.by_tool or self.saved is not None


def fields(habit: Habit, max_output: int | None) -> dict[str, Any]:
    """What a request holds besides model and messages; the same for every article."""
    body: dict[str, Any] = {}
    if habit.mode == "tools":
        function: dict[str, Any] = {"name": TOOL_NAME, "description": Draft.__doc__, "strict": True}
        function["parameters"] = draft_schema(bounded=habit.bounded)
        body["tools"] = [{"type": "function", "function": function}]
        body["tool_choice"] = {"type": "function", "function": {"name": TOOL_NAME}}
    elif habit.mode == "json_schema":
        schema = {"name": TOOL_NAME, "schema": draft_schema(bounded=habit.bounded), "strict": True}
        body["response_format"] = {"type": "json_schema", "json_schema": schema}
    elif habit.mode == "json_object":
        body["response_format"] = {"type": "json_object"}
    if max_output is not None:
        body[habit.limit_field] = max_output
    return body


def start(model: str, habit: Habit, max_output: int | None) -> bytes:
    """A request's body up to its messages, the same for every article."""
    static = _json({"model": model, **fields(habit, max_output)})
    return f'{static[:-1]},"messages":'.encode("utf-8", "replace")


def body(start: bytes, mode: ModeName, messages: list[Message]) -> bytes:
    """A request's body as it is sent: what ``start`` gave, and the messages."""
    return b"%b%b}" % (start, _json(framed(mode, messages)).encode("utf-8", "replace"))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def framed(mode: ModeName, messages: list[Message]) -> list[Message]:
    """``messages`` with the schema in the system message where the mode sends it in no other way."""
    if mode not in WORDS:
        return messages
    if messages and messages[0]["role"] == "system":
        return [{"role": "system", "content": _with_schema(mode, messages[0]["content"])}, *messages[1:]]
    return [{"role": "system", "content": _with_schema(mode, "")}, *messages]


@lru_cache(maxsize=16)
def _with_schema(mode: str, system: str) -> str:
    return f"{system}\n{WORDS[mode]}{_schema()}\n".lstrip("\n")


@cache
def _schema() -> str:
    return json.dumps(draft_schema(), separators=(",", ":"))


def part(value: Any, name: str) -> Any:
    """What a JSON value has under ``name``; None when it is no object or has nothing there."""
    return value.get(name) if isinstance(value, dict) else None


def said(message: Any) -> tuple[str, bool]:
    """The text of an answer's message, and whether it came as a call of the tool.

    Several calls give a list of their arguments. Endpoints give arguments as text or as an object, content as
    text or as parts.
    """
    calls = [part(call, "function") for call in part(message, "tool_calls") or ()]
    calls.append(part(message, "function_call"))
    given = [arguments for call in calls if (arguments := part(call, "arguments"))]
    if given:
        texts = [one if isinstance(one, str) else json.dumps(one) for one in given]
        return encodable(texts[0] if len(texts) == 1 else f"[{', '.join(texts)}]"), True
    content = part(message, "content")
    if isinstance(content, list):
        content = "".join(text for one in content if isinstance(text := part(one, "text"), str))
    return encodable(content) if isinstance(content, str) else "", False


def explained(heard: Heard) -> ModeName | None:
    """The plainest mode that explains an answer; None for prose, which no mode does.

    JSON beside prose, in a fence, or where a tool was asked for, came of the words alone.
    """
    if heard.by_tool:
        return heard.habit.mode
    if heard.saved is None:
        return None
    whole = heard.saved.cut or heard.text.rstrip().endswith("}")
    pure = heard.text.lstrip("\ufeff \t\r\n").startswith("{") and whole
    return heard.habit.mode if pure and heard.habit.mode != "tools" else "text"


def adapted(habit: Habit, words: str, *, limited: bool) -> Habit | None:
    """Another habit to try when an endpoint's ``words`` reject a field or keyword by its name."""
    if limited and ("max_tokens" in words or "max_completion_tokens" in words):
        other: LimitField = "max_tokens" if habit.limit_field != "max_tokens" else "max_completion_tokens"
        return replace(habit, limit_field=other)
    if habit.bounded and habit.mode in ("tools", "json_schema") and any(word in words for word in _BOUNDS):
        return replace(habit, bounded=False)
    return None


def held(habit: Habit, tokens_out: int, max_output: int | None) -> Habit:
    """The habit with the limit's older name, where an answer beyond it shows the newer one ignored."""
    if max_output is None or tokens_out <= max_output or habit.limit_field == "max_tokens":
        return habit
    return replace(habit, limit_field="max_tokens")
