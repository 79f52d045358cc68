"""Reads answers in the OpenAI Batch API's output format: one line an answer, by ``custom_id``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractor.engines.recorded.ids import RequestId
from extractor.errors import SettingsError

__all__ = ["Answers", "Line", "read_answers"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line: where it stands, and the chat completion in it or what went wrong in the provider's words."""

    place: str
    body: Mapping[str, Any] | None
    error: str | None = None


@dataclass
class Answers:
    """Answers by request, and lines that are of no use, each with its place and why.

    ``doubled`` are further lines for a request that already has one (the first good one counts),
    ``unreadable`` lines that are no answer or name no request of this tool.
    """

    by_id: dict[RequestId, Line] = field(default_factory=dict)
    doubled: list[str] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)

    def add(self, place: str, text: str) -> None:
        """Adds one line of a file."""
        try:
            line = json.loads(text)
        except ValueError as error:
            self.unreadable.append(f"{place}: not JSON ({error})")
            return
        request = RequestId.parse(line.get("custom_id")) if isinstance(line, dict) else None
        if request is None:
            named = line.get("custom_id") if isinstance(line, dict) else line
            self.unreadable.append(f"{place}: custom_id {named!r:.80} is of no request of this tool")
            return
        read = _line(place, line)
        earlier = self.by_id.get(request)
        if earlier is not None:
            same = "the same" if earlier.body == read.body else "another"
            self.doubled.append(f"{place}: {same} answer as {earlier.place} for {request}")
        if earlier is None or (earlier.body is None and read.body is not None):
            self.by_id[request] = read


def read_answers(paths: Iterable[Path]) -> Answers:
    """All answers in the files. Raises SettingsError naming a file that cannot be read."""
    answers = Answers()
    for path in paths:
        try:
            with path.open(encoding="utf-8-sig") as lines:
                for number, text in enumerate(lines, start=1):
                    if text.strip():
                        answers.add(f"{path.name}#{number}", text)
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError(f"answers {str(path)!r} cannot be read: {error}") from error
    return answers


def _line(place: str, line: Mapping[str, Any]) -> Line:
    response, error = line.get("response"), line.get("error")
    body = response.get("body") if isinstance(response, Mapping) else None
    status = response.get("status_code") if isinstance(response, Mapping) else None
    if error or status not in (200, None) or not isinstance(body, Mapping):
        told = error or (body.get("error") if isinstance(body, Mapping) else None) or "there is no body"
        words = told.get("message") or json.dumps(told) if isinstance(told, Mapping) else str(told)
        return Line(place, None, f"{place}: status {status}: {words}" if status else f"{place}: {words}")
    return Line(place, body)
