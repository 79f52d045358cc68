"""Ids that look like one that is not known."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

__all__ = ["near"]

_MOST = 3


def near(actor_id: str, known: Iterable[str]) -> str:
    """The end of a remedy for an unknown id: those nearest to it, and where ids are looked up."""
    ids = {one.casefold(): one for one in known}
    found = difflib.get_close_matches(actor_id.casefold(), ids, n=_MOST)
    like = f" (like {', '.join(ids[one] for one in found)})" if found else ""
    return f"{like}; 'extractor knowledge find NAME' looks ids up"
