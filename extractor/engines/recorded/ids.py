"""The name of one request in a batch file: which article, which prompt set, which messages, which sample."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from typing import Any, NamedTuple, Self

__all__ = ["RequestId", "request_id"]

_FORM = re.compile(
    r"(?P<article>[0-9a-f]{16})-(?P<prompt>[0-9a-f]{16})-(?P<messages>[0-9a-f]{16})-(?P<sample>[1-9]\d{0,3})"
)


class RequestId(NamedTuple):
    """``custom_id`` of a line: its parts tell what has changed when a recording no longer fits.

    ``article`` is the article's id, ``prompt`` the prompt set's fingerprint, ``messages`` the first 16 hex
    digits of SHA-256 over the messages, ``sample`` counts from 1. At most 55 characters in all.
    """

    article: str
    prompt: str
    messages: str
    sample: int

    def __str__(self) -> str:
        return "-".join(map(str, self))

    @classmethod
    def parse(cls, text: object) -> Self | None:
        """The parts of a ``custom_id``; None when it is none of ours."""
        match = _FORM.fullmatch(text) if isinstance(text, str) else None
        return (
            cls(match["article"], match["prompt"], match["messages"], int(match["sample"])) if match else None
        )


def request_id(article: str, prompt: str, messages: Sequence[dict[str, Any]], sample: int) -> RequestId:
    """The id of a request: the same messages have the same id, whatever the model and the way of asking."""
    said = json.dumps(messages, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:16]
    return RequestId(article, prompt, digest, sample)
