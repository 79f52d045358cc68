"""Words for days and periods, resolved to ISO day intervals. (Interface; being written.)"""

from __future__ import annotations

import datetime as dt

__all__ = ["resolve"]


def resolve(
    words: str, published: dt.date | None = None, language: str | None = None
) -> tuple[dt.date | None, dt.date | None]:
    """First and last day that ``words`` mean, seen from the publication date, else (None, None)."""
    raise NotImplementedError
