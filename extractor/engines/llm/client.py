"""The wire: the only module that imports openai and instructor.

The request is prepared once (client, schema, tool, static messages); a sound first answer is parsed straight
by pydantic. An answer that breaks the schema is handed to instructor, which words the error, asks again and
parses what comes back. Faults of the wire are retried by the policies in ``limits`` and never enter a prompt.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cached_property
from importlib.metadata import version
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from pydantic import ValidationError

from extractor.engines.engine import Answer, Receipt, Usage
from extractor.errors import (
    EngineBusy,
    EngineError,
    EngineFailed,
    EngineRefused,
    EngineUnusable,
    SettingsError,
)
from extractor.limits import RetryLimits, transport_retrying
from extractor.schemas.draft import Draft, draft_schema
from extractor.schemas.extraction import Rejected

if TYPE_CHECKING:
    from openai import APIStatusError, AsyncOpenAI
    from openai.types.chat import ChatCompletion

__all__ = ["ChatClient", "Endpoint", "Message"]

Message = dict[str, Any]

TOOL_NAME = Draft.__name__  # instructor looks for a call of the response model's own name
PUBLIC_ENDPOINT = "https://api.openai.com/v1"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible endpoint and how to treat it. ``timeout`` is in seconds for one call."""

    model: str
    base_url: str | None = None
    api_key: str | None = field(default=None, repr=False)
    timeout: float = 180.0
    tries: int = 3
    retry: RetryLimits = field(default_factory=RetryLimits)

    @property
    def label(self) -> str:
        """Scheme, host and path, without credentials or query."""
        parts = urlsplit(self.base_url or PUBLIC_ENDPOINT)
        port = f":{parts.port}" if parts.port else ""
        return f"{parts.scheme}://{parts.hostname}{port}{parts.path}".rstrip("/")

    def check(self) -> None:
        """Raises EngineUnusable when nothing says where or as whom to ask, SettingsError for a bad URL."""
        if self.base_url is None and not self.api_key:
            raise EngineUnusable(
                f"model {self.model!r} needs an endpoint: set OPENAI_API_KEY, or OPENAI_BASE_URL for a "
                "server of your own; '--model rules' works without either"
            )
        if self.base_url is not None and urlsplit(self.base_url).scheme not in ("http", "https"):
            raise SettingsError(f"OPENAI_BASE_URL {self.label!r} is not an http or https address")


@dataclass
class _Exchange:
    """What one question has cost so far, however often it had to be asked."""

    model: str
    usage: Usage = field(default_factory=Usage)
    last: ChatCompletion | None = None
    faults: list[tuple[str, str]] = field(default_factory=list)

    def receipt(self, *, repaired: bool) -> Receipt:
        rejected = (
            Rejected(
                kind="answer",
                record={"answer": answer},
                check="structure",
                reason=reason,
                attempt=attempt,
                repaired=repaired,
            )
            for attempt, (answer, reason) in enumerate(self.faults, start=1)
        )
        return Receipt(self.model, self.usage, tuple(rejected))


class ChatClient:
    """One shared connection pool to one endpoint; bound to the event loop that first uses it."""

    def __init__(self, endpoint: Endpoint) -> None:
        endpoint.check()
        self.endpoint = endpoint
        self._retrying = transport_retrying(endpoint.retry)
        self._static = {
            "model": endpoint.model,
            "tools": [_tool()],
            "tool_choice": {"type": "function", "function": {"name": TOOL_NAME}},
        }

    @cached_property
    def _openai(self) -> AsyncOpenAI:
        from openai import AsyncOpenAI, DefaultAioHttpClient

        # instructor logs every re-ask as an error; without a handler Python prints that to stderr.
        logging.getLogger("instructor").addHandler(logging.NullHandler())
        return AsyncOpenAI(
            api_key=self.endpoint.api_key or "none",  # local servers want none, the client insists on one
            base_url=self.endpoint.base_url or PUBLIC_ENDPOINT,
            timeout=self.endpoint.timeout,
            max_retries=0,  # one retry layer: limits.transport_retrying
            http_client=DefaultAioHttpClient(timeout=self.endpoint.timeout),
        )

    @property
    def libraries(self) -> str:
        """The libraries that speak to the endpoint, with their versions."""
        return f"openai {version('openai')}, instructor {version('instructor')}"

    async def ask(self, messages: list[Message]) -> Answer:
        """The model's draft for ``messages``; broken structure is re-asked with its precise error.

        Raises EngineUnusable, EngineRefused, or EngineFailed when ``tries`` answers were all unusable; each
        carries the receipt of what was spent.
        """
        exchange = _Exchange(self.endpoint.model)
        try:
            draft, said = await self._draft(messages, exchange)
        except EngineError as error:
            error.receipt = exchange.receipt(repaired=False)
            raise
        conversation = (*messages, {"role": "assistant", "content": said})
        return Answer(draft, exchange.receipt(repaired=True), conversation)

    async def models(self) -> list[str]:
        """Names of the models that the endpoint offers; raises EngineError as calls do."""
        import openai

        try:
            return sorted([model.id async for model in self._openai.models.list()])
        except openai.OpenAIError as error:
            raise self._mapped(error) from error

    async def close(self) -> None:
        """Closes the connections, if any were opened."""
        if "_openai" in self.__dict__:
            await self._openai.close()

    async def _draft(self, messages: list[Message], exchange: _Exchange) -> tuple[Draft, str]:
        """The draft and the JSON it was read from."""
        completion = await self._send(messages, exchange)
        said = _arguments(completion)
        try:
            return Draft.model_validate_json(said), said
        except ValidationError:
            draft = await self._ask_again(messages, completion, exchange)
            return draft, draft.model_dump_json()

    async def _ask_again(self, messages: list[Message], first: ChatCompletion, exchange: _Exchange) -> Draft:
        """instructor's loop, with the answer that broke the schema as its first completion."""
        from instructor import patch
        from instructor.core import hooks
        from instructor.core.exceptions import IncompleteOutputException, InstructorRetryException

        waiting = [first]

        async def create(**request: Any) -> ChatCompletion:
            return waiting.pop() if waiting else await self._send(request["messages"], exchange)

        watch = hooks.Hooks()
        watch.on("parse:error", lambda error, **_: exchange.faults.append(_fault(exchange.last, error)))
        ask: Callable[..., Awaitable[Draft]] = patch(create=create)
        try:
            answer = await ask(
                response_model=Draft, messages=messages, max_retries=self.endpoint.tries - 1, hooks=watch
            )
        except IncompleteOutputException as error:
            raise EngineFailed(
                "the answer was cut off at the model's output limit; use a model with a larger one"
            ) from error
        except InstructorRetryException as error:
            if isinstance(error.__cause__, EngineError):
                raise error.__cause__ from None
            raise _unusable_answers(exchange) from error
        return Draft.model_construct(**{name: getattr(answer, name) for name in Draft.model_fields})

    async def _send(self, messages: list[Message], exchange: _Exchange) -> ChatCompletion:
        """One question and its completion; passing faults of the wire are retried within the limits."""
        completion: ChatCompletion = await self._retrying.copy()(self._post, messages)
        exchange.last = completion
        exchange.model = completion.model or self.endpoint.model
        exchange.usage += _usage(completion)
        choice = completion.choices[0]
        if choice.message.refusal:
            raise EngineRefused(choice.message.refusal)
        if choice.finish_reason == "content_filter":
            raise EngineRefused("the provider's content filter stopped the answer")
        return completion

    async def _post(self, messages: list[Message]) -> ChatCompletion:
        import openai
        from openai.types.chat import ChatCompletion

        body = {**self._static, "messages": messages}
        try:
            completion = await self._openai.post("/chat/completions", cast_to=ChatCompletion, body=body)
        except openai.OpenAIError as error:
            raise self._mapped(error) from error
        except json.JSONDecodeError as error:
            raise EngineBusy("the endpoint's answer broke off or is not JSON") from error
        if not isinstance(completion, ChatCompletion) or not getattr(completion, "choices", None):
            raise EngineBusy("the endpoint answered with something that is not a chat completion")
        return completion

    def _mapped(self, error: Exception) -> EngineError:
        """The vendor's error as one of ours, with what to do, and without the key."""
        import httpx2
        import openai

        if isinstance(error.__cause__, httpx2.ConnectTimeout):
            return EngineBusy(f"no connection to {self.endpoint.label}; is the server there?")
        if isinstance(error, openai.APITimeoutError):
            return EngineBusy(f"no answer from {self.endpoint.label} within {self.endpoint.timeout:g} s")
        if isinstance(error, openai.APIStatusError):
            return self._mapped_status(error)
        if isinstance(error, openai.APIConnectionError):
            cause = error.__cause__ or error
            return EngineBusy(self._clean(f"no connection to {self.endpoint.label}: {cause}"))
        return EngineFailed(self._clean(str(error)))

    def _mapped_status(self, error: APIStatusError) -> EngineError:
        status, code = error.status_code, str(error.code or "")
        said = self._clean(f"{self.endpoint.label} answered {status}: {error.message}")
        if code == "content_filter":
            return EngineRefused(said)
        if code == "context_length_exceeded" or status == 413:
            return EngineFailed(f"{said}; the article is too long for this model")
        if code != "insufficient_quota" and (status in (408, 409, 425, 429) or status >= 500):
            return EngineBusy(said, retry_after=_retry_after(error.response.headers.get("retry-after")))
        return EngineUnusable(f"{said}; {self._remedy(status, code)}")

    def _remedy(self, status: int, code: str) -> str:
        if code == "insufficient_quota":
            return "the account's quota is used up"
        if status in (401, 403):
            return "check OPENAI_API_KEY and what it is allowed to use"
        if status == 404:
            return f"check the model name {self.endpoint.model!r} and OPENAI_BASE_URL"
        return "the endpoint does not take this kind of request"

    def _clean(self, text: str) -> str:
        key = self.endpoint.api_key
        return text.replace(key, "***") if key else text


def _tool() -> dict[str, Any]:
    return {
        "type": "function",
        "function": {
            "name": TOOL_NAME,
            "description": Draft.__doc__,
            "parameters": draft_schema(),
            "strict": True,
        },
    }


def _arguments(completion: ChatCompletion) -> str:
    """The JSON that the model gave, or '' when it called no tool (which is no valid draft)."""
    for call in completion.choices[0].message.tool_calls or ():
        if call.type == "function":
            return call.function.arguments
    return ""


def _usage(completion: ChatCompletion) -> Usage:
    used = completion.usage
    if used is None:
        return Usage(calls=1)
    cached = used.prompt_tokens_details.cached_tokens if used.prompt_tokens_details else None
    return Usage(1, used.prompt_tokens or 0, cached or 0, used.completion_tokens or 0)


def _fault(completion: ChatCompletion | None, error: Exception) -> tuple[str, str]:
    answer = ""
    if completion is not None:
        answer = _arguments(completion) or completion.choices[0].message.content or ""
    return answer, _worded(error)


def _worded(error: BaseException | None) -> str:
    if isinstance(error, ValidationError):
        lines = (f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())
        return "; ".join(lines)
    return str(error)


def _unusable_answers(exchange: _Exchange) -> EngineFailed:
    reason = exchange.faults[-1][1] if exchange.faults else "no answer could be parsed"
    return EngineFailed(f"none of {len(exchange.faults)} answers fits the schema; the last: {reason}")


def _retry_after(value: str | None) -> float | None:
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
