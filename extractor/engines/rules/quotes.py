"""The words that prove a record: from its first agent to the end of what is told, whole words only."""

from __future__ import annotations

from typing import Final

from extractor.engines.rules.line import Line
from extractor.engines.rules.scene import Scene
from extractor.schemas.draft import DraftEvidence

__all__ = ["evidence"]

_LONGEST: Final = 580
_EDGE: Final = frozenset({",", ";", ":", ".", "(", "-", "–", "—", "“", '"', "and", "„", "«"})
_TRAILING: Final = _EDGE | {"”", "»"}
_NEGATIONS: Final = frozenset(
    {"not", "never", "no", "nunca", "jamais", "ne", "n'", "n’", "nie", "niemals", "nicht"}
)
_CLOSING: Final = {"“": "”", "„": "“”", "«": "»", '"': '"'}


def evidence(scene: Scene, first: int, after: int) -> DraftEvidence:
    """Nodes ``first`` up to ``after`` of the line as a verbatim quote, cut at the end where too long."""
    nodes = scene.nodes
    start, end = nodes[max(first, 0)].start, nodes[min(after, len(nodes)) - 1].after
    line = scene.line
    while start < end - 1 and line.words[start] in _EDGE:
        start += 1
    while start > 0 and line.words[start - 1].lower() in _NEGATIONS:  # "never accept" is not "accept"
        start -= 1
    while end > start + 1 and line.words[end - 1] in _TRAILING:
        end -= 1
    end = _closed(line, start, end)
    while end > start + 1 and len(line.slice(start, end)) > _LONGEST:
        end -= 1
    return DraftEvidence(sentence=line.number, quote=line.slice(start, end)[:_LONGEST])


def _closed(line: Line, start: int, end: int) -> int:
    """``end``, moved on to the mark that closes a quotation opened within: half of one is not citable."""
    opened = ""
    for word in line.words[start:end]:
        if opened and word in _CLOSING[opened]:
            opened = ""
        elif not opened and word in _CLOSING:
            opened = word
    if opened:
        for at in range(end, len(line.words)):
            if line.words[at] in _CLOSING[opened]:
                return at + 1
    return end
