"""Tokens of an answer: counted with a real vocabulary where one is installed, else by a stated rule.

No provider's tokenizer works offline by itself. ``mistral-common`` (Apache-2.0) carries one inside its wheel,
the byte-pair vocabulary Tekken of 131,072 entries, made like those of OpenAI; it is no dependency:
``pip install mistral-common`` beside the tool, and the figures say that they were counted with it.

The rule: a run of letters is one token for each six begun, digits one for each three begun, any other run of
characters without white space one. On the draft JSON of the gold records it is a few percent off Tekken (see
``quote_forms``); ratios between forms hold better than that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib import import_module
from importlib.resources import as_file, files
from importlib.util import find_spec
from typing import Any

__all__ = ["RULE", "TEKKEN", "by_rule", "starts", "tekken"]

RULE = "rule of six letters"
TEKKEN = "Tekken (mistral-common)"

_PIECE = re.compile(r" ?[^\W\d_]{1,6}|\d{1,3}|[^\w\s]+|_|\s")


def by_rule(text: str) -> int:
    """Tokens of ``text`` by the rule."""
    return len(_PIECE.findall(text))


def starts(text: str) -> tuple[str, list[int]]:
    """What ``text`` was counted with, and the offset at which each of its tokens begins."""
    pieces = tekken()
    if pieces is None:
        return RULE, [match.start() for match in _PIECE.finditer(text)]
    return TEKKEN, list(_offsets(pieces(text), text))


@lru_cache(maxsize=1)
def tekken() -> Callable[[str], list[bytes]] | None:
    """Text to the bytes of each token, by Tekken; None when mistral-common is not installed."""
    if find_spec("mistral_common") is None:
        return None
    with as_file(files("mistral_common") / "data" / "tekken_240911.json") as path:
        tokenizer: Any = import_module("mistral_common.tokens.tokenizers.tekken").Tekkenizer.from_file(path)

    def pieces(text: str) -> list[bytes]:
        return [tokenizer.id_to_byte_piece(one) for one in tokenizer.encode(text, bos=False, eos=False)]

    return pieces


def _offsets(pieces: list[bytes], text: str) -> Iterator[int]:
    """Offsets in characters from lengths in bytes; a token that begins inside a character counts for it."""
    at_byte = [index for index, character in enumerate(text) for _ in character.encode()]
    at = 0
    for piece in pieces:
        yield at_byte[at]
        at += len(piece)
