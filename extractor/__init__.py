"""Sanctions events and stated positions from news articles, each with evidence quoted to the letter.

The public names; they are imported when first used, so that importing a part stays light.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from extractor.version import __version__

if TYPE_CHECKING:
    from extractor.article.build import article_from_text
    from extractor.article.model import Article
    from extractor.errors import (
        EngineError,
        EngineUnusable,
        ExtractorError,
        ReadError,
        UsageError,
    )
    from extractor.library import Extractor, explain, extract
    from extractor.schemas.event import SanctionsEvent
    from extractor.schemas.extraction import Extraction
    from extractor.schemas.position import Position
    from extractor.schemas.values import Actor, DateSpan, Evidence

__all__ = [
    "Actor",
    "Article",
    "DateSpan",
    "EngineError",
    "EngineUnusable",
    "Evidence",
    "Extraction",
    "Extractor",
    "ExtractorError",
    "Position",
    "ReadError",
    "SanctionsEvent",
    "UsageError",
    "__version__",
    "article_from_text",
    "explain",
    "extract",
]

_HOMES = {
    "Actor": "extractor.schemas.values",
    "Article": "extractor.article.model",
    "DateSpan": "extractor.schemas.values",
    "EngineError": "extractor.errors",
    "EngineUnusable": "extractor.errors",
    "Evidence": "extractor.schemas.values",
    "Extraction": "extractor.schemas.extraction",
    "Extractor": "extractor.library",
    "ExtractorError": "extractor.errors",
    "Position": "extractor.schemas.position",
    "ReadError": "extractor.errors",
    "SanctionsEvent": "extractor.schemas.event",
    "UsageError": "extractor.errors",
    "article_from_text": "extractor.article.build",
    "explain": "extractor.library",
    "extract": "extractor.library",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'extractor' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
