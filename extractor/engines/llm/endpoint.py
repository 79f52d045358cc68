"""Where and as whom to ask, and within which limits."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from extractor.errors import EngineUnusable, SettingsError
from extractor.limits import RetryLimits

__all__ = ["PUBLIC_ENDPOINT", "Endpoint"]

PUBLIC_ENDPOINT = "https://api.openai.com/v1"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible endpoint and how to treat it.

    Attributes:
        timeout: seconds for one call.
        tries: answers to one question at most, where nothing can be saved of the first.
        memory: a folder in which it is kept how the endpoint wants to be asked; None forgets.
        max_output: tokens of one answer at most, sent with each request; None leaves it to the endpoint.
    """

    model: str
    base_url: str | None = None
    api_key: str | None = field(default=None, repr=False)
    timeout: float = 180.0
    tries: int = 3
    retry: RetryLimits = field(default_factory=RetryLimits)
    memory: Path | None = None
    max_output: int | None = None

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

    def clean(self, text: str) -> str:
        """``text`` without the key and the URL's password."""
        for secret in (self.api_key, urlsplit(self.base_url or "").password):
            text = text.replace(secret, "***") if secret else text
        return text
