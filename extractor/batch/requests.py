"""Requests in the OpenAI Batch API's input format: one line an article or window of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractor.article.model import Article
from extractor.engines.engine import Question
from extractor.engines.llm import modes
from extractor.engines.llm.messages import Messages
from extractor.engines.llm.modes import Habit, Message
from extractor.engines.recorded.ids import RequestId, request_id
from extractor.errors import SettingsError
from extractor.prompts import PromptSet
from extractor.windows import windows

__all__ = ["URL", "Asking", "Requests", "first_requests", "read_requests"]

URL = "/v1/chat/completions"


@dataclass(frozen=True, slots=True)
class Asking:
    """How the requests ask: as a live call to ``model`` in the mode of ``habit`` would."""

    model: str
    prompts: PromptSet
    window: int
    votes: int = 1
    max_output: int | None = None
    habit: Habit = field(default_factory=Habit)


def first_requests(article: Article, asking: Asking) -> Iterator[str]:
    """The lines that ask about one article: its windows, each as often as there are votes."""
    messages = Messages(asking.prompts)
    for window in windows(article, asking.window):
        said = messages.first(Question(article, window.first, window.last))
        for sample in range(1, asking.votes + 1):
            yield _line(request_id(article.id, asking.prompts.fingerprint, said, sample), said, asking)


def _line(request: RequestId, messages: list[Message], asking: Asking) -> str:
    """One line; its body is to the byte what a live call would send."""
    start = modes.start(asking.model, asking.habit, asking.max_output)
    body = modes.body(start, asking.habit.mode, messages).decode()
    return f'{{"custom_id":"{request}","method":"POST","url":"{URL}","body":{body}}}'


@dataclass(frozen=True, slots=True)
class Requests:
    """A file of requests: each id with its place, and what their bodies hold besides the messages."""

    places: Mapping[RequestId, str]
    static: Mapping[str, Any]

    @property
    def votes(self) -> int:
        """How often each question is asked."""
        return max((request.sample for request in self.places), default=1)

    def further_line(self, request: RequestId, messages: list[Message]) -> str:
        """A line for a question that the answers gave rise to, asked as the first ones were."""
        body = {**self.static, "messages": messages}
        line = {"custom_id": str(request), "method": "POST", "url": URL, "body": body}
        return json.dumps(line, ensure_ascii=False, separators=(",", ":"))


def read_requests(path: Path, fingerprint: str) -> Requests:
    """The requests in a file; ``fingerprint`` is that of the prompt set at hand.

    Raises SettingsError for a file that cannot be read, a line that is no request of this tool, no line at
    all, or requests made with another prompt set.
    """
    places: dict[RequestId, str] = {}
    static: dict[str, Any] = {}
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"requests {str(path)!r} cannot be read: {error}") from error
    for number, text in enumerate(lines, start=1):
        place = f"{path.name}#{number}"
        try:
            line = json.loads(text)
            request = RequestId.parse(line["custom_id"])
            static = static or {key: value for key, value in line["body"].items() if key != "messages"}
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise SettingsError(
                f"{place}: is no request as 'batch prepare' writes it (requests come first, then answers)"
            ) from error
        if request is None:
            raise SettingsError(f"{place}: its custom_id {line['custom_id']!r} is of no request of this tool")
        if request.prompt != fingerprint:
            raise SettingsError(
                f"{place}: was asked with a prompt set of fingerprint {request.prompt}, the one at hand has "
                f"{fingerprint}: name the one that was used with --prompts"
            )
        places[request] = place
    if not places:
        raise SettingsError(f"requests {str(path)!r} holds no request")
    return Requests(places, static)
