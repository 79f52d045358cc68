"""The lines of ``extractor doctor``."""

from __future__ import annotations

import asyncio
import platform
from importlib.metadata import PackageNotFoundError, version

from extractor import prices, prompts, shipped
from extractor.engines.llm.client import PUBLIC_ENDPOINT, Endpoint
from extractor.engines.llm.engine import LlmEngine
from extractor.errors import EngineError, EngineUnusable
from extractor.limits import RetryLimits
from extractor.settings import RULES, Settings
from extractor.version import __version__

__all__ = ["diagnose"]

_LIBRARIES = ("openai", "instructor", "pydantic", "tenacity", "typer", "trafilatura", "pypdfium2")


def diagnose(model: str | None, *, ask: bool) -> None:
    """Prints one line a fact. Raises SettingsError for bad settings, EngineUnusable when asked in vain."""
    settings = Settings.from_environment()
    _say("extractor", f"{__version__}, Python {platform.python_version()}")
    _say("libraries", ", ".join(f"{name} {_version(name)}" for name in _LIBRARIES))
    made = prompts.load(shipped.prompts())
    _say("prompt", f"{made.id}, fingerprint {made.fingerprint}, {len(made.examples)} worked examples")
    _say("prices", _prices(settings))
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
    if not ask:
        _say("endpoint", "not asked (use --ask)")
        return
    offered = asyncio.run(_models(LlmEngine(endpoint, made)))
    _say("endpoint", f"{endpoint.label} answers and offers {len(offered)} models")
    if chosen != RULES and offered and chosen not in offered:
        raise EngineUnusable(
            f"{endpoint.label} does not offer {chosen!r}; it offers {', '.join(offered[:8])}"
        )


async def _models(engine: LlmEngine) -> list[str]:
    try:
        return await engine.models()
    except EngineUnusable:
        raise
    except EngineError as error:
        raise EngineUnusable(f"the endpoint does not answer: {error}") from error
    finally:
        await engine.close()


def _endpoint(settings: Settings, model: str) -> Endpoint:
    return Endpoint(
        model,
        settings.base_url or (PUBLIC_ENDPOINT if settings.api_key else None),
        settings.api_key,
        timeout=min(settings.timeout, 20.0),
        retry=RetryLimits(tries=1),
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
