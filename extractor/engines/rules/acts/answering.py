"""Verbs whose object is no target: "responded with sanctions", "reagierte mit Gegensanktionen"."""

from __future__ import annotations

from typing import Final

__all__ = ["ANSWERING"]

ANSWERING: Final = frozenset({
    "respond", "retaliate", "answer", "counter", "responder", "replicar", "reaccionar", "contraatacar",
    "répondre", "répliquer", "riposter", "réagir", "antworten", "reagieren", "kontern",
})  # fmt: skip
