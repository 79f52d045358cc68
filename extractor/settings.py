"""What the environment says, read once, by the command line and the library alone."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from extractor.errors import SettingsError

__all__ = ["RECORDED", "RULES", "Settings"]

RULES = "rules"
RECORDED = "recorded:"
"""Before the path of a file with recorded answers."""


_SWITCHES = {
    "1": True,
    "true": True,
    "on": True,
    "yes": True,
    "0": False,
    "false": False,
    "off": False,
    "no": False,
}


def _user_cache() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("sanctions-extractor", appauthor=False)


@dataclass(frozen=True, slots=True)
class Settings:
    """The environment's settings; None where it says nothing. ``timeout`` in seconds for one call.

    ``cache`` is the folder for what may be lost: what was found out about endpoints.
    """

    model: str | None = None
    base_url: str | None = None
    api_key: str | None = field(default=None, repr=False)
    timeout: float = 180.0
    gate: bool = False
    prices: Path | None = None
    knowledge: Path | None = None
    cache: Path = field(default_factory=_user_cache)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Reads EXTRACTOR_MODEL, _TIMEOUT, _GATE, _PRICES, _KNOWLEDGE and _CACHE, beside OPENAI_BASE_URL and
        OPENAI_API_KEY.

        Empty variables count as not set. Raises SettingsError naming the variable.
        """
        env = os.environ if environment is None else environment
        prices, cache = env.get("EXTRACTOR_PRICES"), env.get("EXTRACTOR_CACHE")
        knowledge = env.get("EXTRACTOR_KNOWLEDGE")
        return cls(
            model=env.get("EXTRACTOR_MODEL") or None,
            base_url=env.get("OPENAI_BASE_URL") or None,
            api_key=env.get("OPENAI_API_KEY") or None,
            timeout=_seconds(env.get("EXTRACTOR_TIMEOUT") or "180"),
            gate=_switch("EXTRACTOR_GATE", env.get("EXTRACTOR_GATE") or "0"),
            prices=Path(prices) if prices else None,
            knowledge=Path(knowledge) if knowledge else None,
            cache=Path(cache) if cache else _user_cache(),
        )

    def chosen(self, model: str | None) -> str:
        """The model to use: the one asked for, else the environment's, else ``rules`` without any endpoint.

        Raises SettingsError when an endpoint is configured but no model is named.
        """
        wanted = model or self.model
        if wanted:
            return wanted
        if self.api_key or self.base_url:
            raise SettingsError(
                "an endpoint is configured but no model: name one with --model or EXTRACTOR_MODEL "
                "('rules' is the embedded engine)"
            )
        return RULES


def _switch(name: str, value: str) -> bool:
    if value.lower() not in _SWITCHES:
        raise SettingsError(f"{name} is {value!r}: it must be 1 or 0")
    return _SWITCHES[value.lower()]


def _seconds(value: str) -> float:
    try:
        seconds = float(value)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < 86_400:
        raise SettingsError(f"EXTRACTOR_TIMEOUT is {value!r}: it must be a number of seconds above 0")
    return seconds
