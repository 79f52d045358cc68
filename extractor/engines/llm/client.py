"""The wire: the only module that imports openai and instructor.

The request is prepared once for each way of asking (``modes``); a sound answer is parsed straight by
pydantic. What breaks the schema is saved record by record (``salvage``); only an answer of which nothing can
be saved is handed to instructor, which words the error and asks again. Faults of the wire are retried by the
policies in ``limits`` and never enter a prompt.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable
from functools import cached_property, partial
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, TypeAlias

from extractor.engines.engine import Answer, Usage
from extractor.engines.llm import faults, modes
from extractor.engines.llm.endpoint import PUBLIC_ENDPOINT, Endpoint
from extractor.engines.llm.exchange import Exchange, WholeDraft
from extractor.engines.llm.finding import Finder, Treatment
from extractor.engines.llm.modes import Habit, Heard, Message, part
from extractor.engines.pieces import encodable
from extractor.engines.salvage import salvage
from extractor.errors import EngineBusy, EngineError, EngineFailed, EngineRefused, EngineTooLong
from extractor.limits import Meter, transport_retrying
from extractor.schemas.draft import Draft

if TYPE_CHECKING:
    from httpx2 import Response
    from openai import APIStatusError, AsyncOpenAI
    from openai.types.chat import ChatCompletion

__all__ = ["PUBLIC_ENDPOINT", "ChatClient", "Endpoint", "Message", "stored_completion", "take"]

Completion: TypeAlias = dict[str, Any]
"""A chat completion, as its JSON has it: endpoints differ in more than a type could say."""


class _Free:
    """The meter where nothing is capped."""

    async def reserve(self, bytes_in: int, max_out: int) -> None:
        pass

    def settle(self, ticket: object, tokens_in: int, cached: int, tokens_out: int) -> None:
        pass

    def release(self, ticket: object) -> None:
        pass


class ChatClient:
    """One shared connection pool to one endpoint; bound to the event loop that first uses it.

    ``meter`` counts what each single sending costs; without one nothing is counted.
    """

    def __init__(self, endpoint: Endpoint, meter: Meter | None = None) -> None:
        endpoint.check()
        self.endpoint = endpoint
        self._retrying = transport_retrying(endpoint.retry)
        self._meter = meter or _Free()
        self._finder = Finder(endpoint.memory, endpoint.label, endpoint.model)
        self._prepared: dict[Habit, bytes] = {}

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

    @property
    def habit(self) -> Habit:
        """How the endpoint is asked, as far as is known."""
        return self._finder.habit

    async def ask(self, messages: list[Message]) -> Answer:
        """The model's draft for ``messages``, with the records that break the schema beside it.

        An answer of which nothing can be saved is asked again with its precise error. Raises EngineUnusable,
        EngineRefused, EngineTooLong, or EngineFailed when ``tries`` answers were all unusable; each carries
        the receipt of what was spent.
        """
        exchange = Exchange(self.endpoint.model)
        try:
            heard = await self._finder.ask(partial(self._hear, messages, exchange))
            exchange.last = heard
            if heard.saved is None:
                heard = await self._ask_again(messages, heard, exchange)
        except EngineError as error:
            error.receipt = exchange.receipt(repaired=False)
            raise
        if (saved := heard.saved) is None:
            raise exchange.failed()
        conversation = (*messages, {"role": "assistant", "content": heard.text})
        return Answer(saved.draft, exchange.receipt(repaired=True), saved.broken, saved.cut, conversation)

    async def survey(self, messages: list[Message]) -> list[Treatment]:
        """How the endpoint treats each mode, asked once in each; the best is used and remembered.

        Raises EngineUnusable when it cannot be used at all.
        """
        return await self._finder.survey(partial(self._hear, messages, Exchange(self.endpoint.model)))

    async def models(self) -> list[str]:
        """Names of the models that the endpoint offers; raises EngineError as calls do."""
        import openai

        try:
            return sorted([model.id async for model in self._openai.models.list()])
        except openai.OpenAIError as error:
            raise self._understood(error)[0] from error

    async def close(self) -> None:
        """Closes the connections, if any were opened."""
        if "_openai" in self.__dict__:
            await self._openai.close()

    async def _ask_again(self, messages: list[Message], first: Heard, exchange: Exchange) -> Heard:
        """instructor's loop, with the answer that could not be used as its first completion."""
        from instructor import Mode, patch
        from instructor.core.exceptions import InstructorRetryException

        waiting = [first]

        async def create(**request: Any) -> ChatCompletion:
            heard = waiting.pop() if waiting else None
            if heard is None:
                heard = await self._hear(request["messages"], exchange, first.habit, attempt=False)
            # What was saved is all that instructor has to find sound; the rest is repaired record by record.
            return _completion(heard.saved.draft.model_dump_json() if heard.saved else heard.text)

        # Its mode for text that is JSON: our request says how that text is asked for.
        ask: Callable[..., Awaitable[Draft]] = patch(create=create, mode=Mode.JSON_SCHEMA)
        try:
            await ask(response_model=WholeDraft, messages=messages, max_retries=self.endpoint.tries - 1)
        except InstructorRetryException as error:
            if isinstance(error.__cause__, EngineError):
                raise error.__cause__ from None
            raise exchange.failed() from error
        return exchange.last or first

    async def _hear(
        self, messages: list[Message], exchange: Exchange, habit: Habit, *, attempt: bool
    ) -> Heard:
        """One answer, and what can be saved of it.

        Raises EngineRefused, and EngineTooLong when the output limit left nothing of it.
        """
        completion, habit = await self._sent(messages, habit, attempt=attempt)
        return take(completion, exchange, habit, attempt=attempt)

    async def _sent(
        self, messages: list[Message], habit: Habit, *, attempt: bool
    ) -> tuple[Completion, Habit]:
        """A question's completion. Passing faults are retried within the limits; a field that is rejected by
        its name is called otherwise, and the habit says so."""
        tried = {habit}
        while True:
            try:
                completion: Completion = await self._retrying.copy()(
                    self._post, messages, habit, attempt=attempt
                )
                return completion, modes.held(habit, _usage(completion).tokens_out, self.endpoint.max_output)
            except faults.Declined as error:
                other = modes.adapted(habit, str(error), limited=self.endpoint.max_output is not None)
                if other is None or other in tried:
                    raise
                tried.add(other)
                habit = other

    async def _post(self, messages: list[Message], habit: Habit, *, attempt: bool) -> Completion:
        import httpx2
        import openai

        body = modes.body(self._start(habit), habit.mode, messages)
        ticket = await self._meter.reserve(len(body), self.endpoint.max_output or 0)
        charged, used = True, Usage()  # also when the call is given up while it is under way
        try:
            # Its own models take half a millisecond to make and check nothing.
            response = await self._openai.post("/chat/completions", cast_to=httpx2.Response, content=body)
            completion = stored_completion(_json_of(response))
            if completion is None:
                raise EngineBusy("the endpoint answered with something that is not a chat completion")
            used = _usage(completion)
        except openai.OpenAIError as error:
            mapped, charged = self._understood(error)
            if attempt and isinstance(mapped, faults.Crashed):
                mapped = faults.Declined(str(mapped), 500)
            raise mapped from error
        except (json.JSONDecodeError, UnicodeDecodeError) as error:
            raise EngineBusy("the endpoint's answer broke off or is not JSON") from error
        finally:
            if charged:
                self._meter.settle(ticket, used.tokens_in, used.tokens_cached, used.tokens_out)
            else:
                self._meter.release(ticket)
        return completion

    def _start(self, habit: Habit) -> bytes:
        """The request's body up to its messages."""
        if habit not in self._prepared:
            self._prepared[habit] = modes.start(self.endpoint.model, habit, self.endpoint.max_output)
        return self._prepared[habit]

    def _understood(self, error: Exception) -> tuple[EngineError, bool]:
        """The vendor's error as one of ours, and whether the call may have been charged for."""
        import aiohttp
        import httpx2
        import openai

        if isinstance(error, openai.APIStatusError):
            return self._replied(error)
        cause = error.__cause__
        root = cause.__cause__ if cause is not None else None
        # The transport calls every broken connection a failure to connect; only its own cause tells.
        broken = isinstance(root, aiohttp.ClientConnectionError) and not isinstance(
            root, aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError
        )
        if isinstance(cause, httpx2.ConnectTimeout | httpx2.ConnectError) and not broken:
            told = f"no connection to {self.endpoint.label}; is the server there?"
            return EngineBusy(told), False
        if isinstance(error, openai.APITimeoutError) and not broken:
            return EngineBusy(
                f"no answer from {self.endpoint.label} within {self.endpoint.timeout:g} s"
            ), True
        if isinstance(error, openai.APIConnectionError):
            told = f"the connection to {self.endpoint.label} broke off: {cause or error}"
            return EngineBusy(self.endpoint.clean(told)), True
        return EngineFailed(self.endpoint.clean(str(error))), True

    def _replied(self, error: APIStatusError) -> tuple[EngineError, bool]:
        codes = frozenset(str(code) for code in (error.code, error.type) if code)
        words = self.endpoint.clean(faults.words_of(error.body, error.message))
        if error.param and str(error.param) not in words:
            words = f"{words} ({error.param})"
        reply = faults.Reply(error.status_code, words, codes, error.response.headers.get("retry-after"))
        return faults.understood(reply, self.endpoint.label, self.endpoint.model), reply.maybe_charged


def take(completion: Completion, exchange: Exchange, habit: Habit, *, attempt: bool = False) -> Heard:
    """A completion taken down in ``exchange``, with what can be saved of it.

    Raises EngineRefused, and EngineTooLong when the output limit left nothing of it.
    """
    choice = completion["choices"][0]
    message, finish = choice["message"], choice.get("finish_reason")
    text, by_tool = modes.said(message)
    exchange.model = encodable(str(completion.get("model") or exchange.model))
    exchange.usage += _usage(completion)
    if refusal := part(message, "refusal"):
        raise EngineRefused(encodable(str(refusal)))
    if finish == "content_filter":
        raise EngineRefused("the provider's content filter stopped the answer")
    heard = Heard(text, by_tool, salvage(text), habit)
    exchange.hear(heard)
    if finish == "length" and _came_to_nothing(heard, attempt=attempt):
        raise EngineTooLong("the answer was cut off at the model's output limit before a record was whole")
    return heard


def stored_completion(body: Any) -> Completion | None:
    """The chat completion that a JSON value is; None when it is none."""
    choices = part(body, "choices")
    there = isinstance(choices, list) and choices and isinstance(choices[0], dict) and "message" in choices[0]
    return body if there else None


def _came_to_nothing(heard: Heard, *, attempt: bool) -> bool:
    """Whether a cut answer holds no record; long prose is left to the next mode in an attempt."""
    if heard.saved is not None:
        return heard.saved.cut and heard.saved.empty
    return heard.by_tool or not attempt or heard.text.lstrip()[:1] in ("", "{")


def _json_of(response: Response) -> Any:
    """The body of an answer; None when it is no JSON and does not say that it is."""
    try:
        return response.json()
    except ValueError:
        if response.headers.get("content-type", "").partition(";")[0].endswith("json"):
            raise
        return None


def _completion(content: str) -> ChatCompletion:
    from openai.types.chat import ChatCompletion, ChatCompletionMessage
    from openai.types.chat.chat_completion import Choice

    message = ChatCompletionMessage(role="assistant", content=content)
    choice = Choice(finish_reason="stop", index=0, message=message)
    return ChatCompletion(id="", choices=[choice], created=0, model="", object="chat.completion")


def _usage(completion: Completion) -> Usage:
    """What the endpoint counted; zeros for what it did not."""
    used = completion.get("usage")
    counts = (
        part(used, "prompt_tokens"),
        part(part(used, "prompt_tokens_details"), "cached_tokens"),
        part(used, "completion_tokens"),
    )
    return Usage(1, *(count if isinstance(count, int) and count > 0 else 0 for count in counts))
