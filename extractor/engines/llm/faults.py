"""What an endpoint's error means: one of our errors, with what to do, and without secrets."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final

from extractor.errors import EngineBusy, EngineError, EngineRefused, EngineTooLong, EngineUnusable

__all__ = ["Crashed", "Declined", "Reply", "understood", "words_of"]

_SHOWN: Final = 400  # characters of an endpoint's words; some send the whole request back

_TOO_LONG_CODES: Final = {"context_length_exceeded", "exceed_context_size_error", "string_above_max_length"}
# As worded by OpenAI, vLLM, llama.cpp, llama-cpp-python, TGI, SGLang, Mistral, Anthropic and Gemini.
_TOO_LONG: Final = re.compile(
    r"context (?:length|size|window)|maximum (?:context|model|input|prompt) length"
    r"|(?:prompt|input) is too long|too many (?:input |prompt )?tokens|must have less than \d+ tokens"
    r"|(?:inputs? tokens?|input token count)\b.{0,80}(?:exceed|must be)|request too large|reduce the length",
    re.IGNORECASE | re.DOTALL,
)
_FILTER_CODES: Final = {
    "content_filter",
    "content_policy_violation",
    "data_inspection_failed",
    "invalid_prompt",
    "moderation_blocked",
}
_FILTERED: Final = re.compile(
    r"content (?:management |usage )?polic|content[ _]filter|content exists risk|flagged (?:as|by|for)"
    r"|was flagged|requires moderation",
    re.IGNORECASE,
)
_QUOTA_CODES: Final = {"insufficient_quota", "billing_hard_limit_reached", "billing_not_active"}
_KEY: Final = re.compile(r"api[ _-]?key", re.IGNORECASE)
_NO_MODEL: Final = re.compile(
    r"model\b.{0,120}\b(?:not found|does not exist)|(?:invalid|unknown) model", re.IGNORECASE
)
_FORM: Final = re.compile(
    r"\btools?\b|tool_choice|function.?call|response_format|json_?schema|structured", re.IGNORECASE
)
_PASSING: Final = {408, 409, 425, 429}
_MAYBE_CHARGED: Final = {502, 504}  # a gateway gave up waiting; the model behind it may have gone on


class Declined(EngineUnusable):
    """The endpoint does not take this form of request; another form may do. ``status`` is the HTTP status."""

    def __init__(self, message: str, status: int) -> None:
        self.status: Final = status
        super().__init__(message)


class Crashed(EngineBusy):
    """HTTP 500: a passing fault, or the way in which some servers reject a form of request."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP error as it came: status, the endpoint's words and codes, its Retry-After header."""

    status: int
    words: str
    codes: frozenset[str] = frozenset()
    retry_after: str | None = None

    @property
    def maybe_charged(self) -> bool:
        """Whether tokens may have been charged for all the same."""
        return self.status in _MAYBE_CHARGED


def words_of(body: object, otherwise: str) -> str:
    """The endpoint's own words out of an error's body, on one line, shortened."""
    words: Any = body
    while isinstance(words, Mapping):
        words = next((words[key] for key in ("message", "detail", "error", "msg") if words.get(key)), None)
    text = " ".join((words if isinstance(words, str) and words.strip() else otherwise).split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]} ..."


def understood(reply: Reply, endpoint: str, model: str) -> EngineError:
    """What ``reply`` of ``endpoint`` means.

    EngineBusy (Crashed for 500) may pass; EngineRefused and EngineTooLong concern this article; Declined this
    form of request; EngineUnusable the whole run.
    """
    told = f"{endpoint} answered {reply.status}: {reply.words}"
    about_text = reply.status < 500 and reply.status not in _PASSING | {401}
    if reply.codes & _FILTER_CODES or (about_text and _FILTERED.search(reply.words)):
        return EngineRefused(told)
    if _is_too_long(reply):
        return EngineTooLong(f"{told}; the article is too long for this model")
    if reply.codes & _QUOTA_CODES or reply.status == 402:
        return EngineUnusable(f"{told}; the account's quota is used up")
    if reply.status in _PASSING or (reply.status >= 500 and reply.status != 501):
        kind = Crashed if reply.status == 500 else EngineBusy
        return kind(told, retry_after=_seconds(reply.retry_after))
    return _rejected(reply, told, model)


def _rejected(reply: Reply, told: str, model: str) -> EngineError:
    if reply.status in (401, 403) or _KEY.search(reply.words):
        return EngineUnusable(f"{told}; check OPENAI_API_KEY and what it is allowed to use")
    if _NO_MODEL.search(reply.words) or (reply.status == 404 and not _FORM.search(reply.words)):
        return EngineUnusable(f"{told}; check the model name {model!r} and OPENAI_BASE_URL")
    return Declined(f"{told}; the endpoint does not take this kind of request", reply.status)


def _is_too_long(reply: Reply) -> bool:
    if reply.codes & _TOO_LONG_CODES or reply.status == 413:
        return True
    if reply.status == 429:  # larger than a minute's tokens: waiting does not help
        return "request too large" in reply.words.lower()
    return reply.status in (400, 422, 500) and _TOO_LONG.search(reply.words) is not None


def _seconds(value: str | None) -> float | None:
    """Seconds to wait from a Retry-After header, in seconds or as an HTTP date; None when unreadable."""
    if value is None:
        return None
    try:
        return max(0.0, float(value))
    except ValueError:
        pass
    try:
        when = parsedate_to_datetime(value)
    except ValueError:
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max(0.0, (when - datetime.now(UTC)).total_seconds())
