"""What a result says of its article."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from extractor.schemas.values import Record

__all__ = ["ArticleInfo"]


class ArticleInfo(Record):
    """Which article the records are from."""

    id: str | None = Field(
        default=None,
        description="First 16 hex digits of SHA-256 of the cleaned text; null when it could not be read.",
    )
    source: str = Field(description="Path, URL, file#line or '-' as given; '<text>' for a string.")
    title: str | None = None
    publisher: str | None = None
    published: dt.date | None = None
    languages: tuple[str, ...] = Field(default=(), description="ISO 639-1, most text first.")
    length: int = Field(default=0, ge=0, description="Code points of the cleaned text.")
