"""The lines of ``extractor doctor``."""

from __future__ import annotations

import asyncio
import platform
from importlib.metadata import PackageNotFoundError, version

from extractor import prices, prompts, shipped
from extractor.engines.llm.client import PUBLIC_ENDPOINT, ChatClient, Endpoint
from extractor.engines.llm.memory import recall
from extractor.errors import EngineError, EngineUnusable
from extractor.limits import RetryLimits
from extractor.settings import RULES, Settings
from extractor.version import __version__

__all__ = ["diagnose"]

_LIBRARIES = ("openai", "instructor", "pydantic", "tenacity", "typer", "trafilatura", "pypdfium2")


_TINY = (
    "Give the draft for this article of one sentence, with it as the evidence of sentence 1:\n"
    "The European Union imposed sanctions on Belarus on Monday.\n"
)
_TINY_OUTPUT = 4_000  # tokens: a reasoning model thinks before it answers


def diagnose(model: str | None, *, ask: bool, modes: bool = False) -> None:
    """Prints one line a fact. Raises SettingsError for bad settings, EngineUnusable when asked in vain."""
    settings = Settings.from_environment()
    _say("extractor", f"{__version__}, Python {platform.python_version()}")
    _say("libraries", ", ".join(f"{name} {_version(name)}" for name in _LIBRARIES))
    made = prompts.load(shipped.prompts())
    _say("prompt", f"{made.id}, fingerprint {made.fingerprint}, {len(made.examples)} worked examples")
    _say("prices", _prices(settings))
    _say("knowledge", f"as shipped, and {settings.knowledge}" if settings.knowledge else "as shipped")
    _say("cache", str(settings.cache))
    _say("OPENAI_API_KEY", "set" if settings.api_key else "not set")
    _say("OPENAI_BASE_URL", _endpoint(settings, "any").label if settings.base_url else "not set")
    chosen = settings.chosen(model)
    _say("model", f"{chosen}, the embedded rules: no language model" if chosen == RULES else chosen)
    endpoint = _endpoint(settings, chosen)
    if settings.base_url is None and not settings.api_key:
        _say("endpoint", "none set; set OPENAI_BASE_URL or OPENAI_API_KEY")
        if ask:
            raise EngineUnusable("there is no endpoint to ask: set OPENAI_BASE_URL or OPENAI_API_KEY")
        return
    _say("asked by", _remembered(endpoint))
    if not ask:
        _say("endpoint", "not asked (use --ask)")
        return
    if modes and chosen == RULES:
        raise EngineUnusable("no language model is chosen: name one with --model or EXTRACTOR_MODEL")
    asyncio.run(_ask(endpoint, chosen, modes=modes))


async def _ask(endpoint: Endpoint, chosen: str, *, modes: bool) -> None:
    client = ChatClient(endpoint)
    try:
        await _look_for(chosen, client, insist=not modes)
        if modes:
            await _survey(client)
    except EngineUnusable:
        raise
    except EngineError as error:
        raise EngineUnusable(f"the endpoint does not answer: {error}") from error
    finally:
        await client.close()


async def _look_for(chosen: str, client: ChatClient, *, insist: bool) -> None:
    """Whether the endpoint offers the model; some list none, which matters where nothing else is asked."""
    label = client.endpoint.label
    try:
        offered = await client.models()
    except EngineUnusable as error:
        if insist:
            raise
        _say("endpoint", f"does not list its models: {error}")
        return
    _say("endpoint", f"{label} answers and offers {len(offered)} models")
    if chosen != RULES and offered and chosen not in offered:
        raise EngineUnusable(f"{label} does not offer {chosen!r}; it offers {', '.join(offered[:8])}")


async def _survey(client: ChatClient) -> None:
    """Tries every mode; raises EngineUnusable when none gives JSON."""
    treatments = await client.survey([{"role": "user", "content": _TINY}])
    for one in treatments:
        _say(one.mode, f"{one.outcome}: {one.words}" if one.words else one.outcome)
    if not any(one.usable for one in treatments):
        raise EngineUnusable(f"{client.endpoint.label} gives JSON in no mode; try another model")
    _say("asked by", _remembered(client.endpoint))


def _remembered(endpoint: Endpoint) -> str:
    habit = recall(endpoint.memory, endpoint.label, endpoint.model)
    if habit is None:
        return "not yet known (found out at the first call, or by --modes)"
    return habit.mode if habit.bounded else f"{habit.mode}, schema without bounds"


def _endpoint(settings: Settings, model: str) -> Endpoint:
    return Endpoint(
        model,
        settings.base_url or (PUBLIC_ENDPOINT if settings.api_key else None),
        settings.api_key,
        timeout=min(settings.timeout, 20.0),
        retry=RetryLimits(tries=1),
        memory=settings.cache,
        max_output=_TINY_OUTPUT,
    )


def _prices(settings: Settings) -> str:
    if settings.prices is None:
        return "none (set EXTRACTOR_PRICES to a price file to see costs)"
    return f"{settings.prices}: {', '.join(sorted(prices.load(settings.prices).by_model))}"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"


def _say(what: str, words: str) -> None:
    print(f"{what:16} {words}")
