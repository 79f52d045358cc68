"""The words that prove a record: from its first agent to the end of what is told, whole words only."""

from __future__ import annotations

from typing import Final

from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.lines.line import Line
from extractor.schemas.draft import DraftEvidence

__all__ = ["evidence", "view_evidence"]

_LONGEST: Final = 580
_AND: Final = ("and", "but", "while", "as", "y", "e", "mientras", "et", "mais", "und", "aber", "während")
_EDGE: Final = frozenset({",", ";", ":", ".", "(", "-", "–", "—", "“", '"', "„", "«", *_AND})
_TRAILING: Final = _EDGE | {"”", "»"}
_NEGATIONS: Final = frozenset(
    {"not", "never", "no", "nunca", "jamais", "ne", "n'", "n’", "nie", "niemals", "nicht"}
)
_CLOSING: Final = {"“": "”", "„": "“”", "«": "»", '"': '"'}


def evidence(scene: Scene, first: int, after: int, until: int = 0) -> DraftEvidence:
    """Nodes ``first`` up to ``after`` of the line as a verbatim quote, cut at the end where too long.

    ``until`` is the word up to which the line goes on about the same, when that is known: reasons, terms and
    what else is told there belong to the proof.
    """
    line = scene.line
    start = scene.nodes[max(first, 0)].start
    end = max(scene.nodes[min(after, len(scene.nodes)) - 1].after, until)
    while start < end - 1 and line.words[start] in _EDGE:
        start += 1
    start = _whole_name(scene, start)
    while start > 0 and line.words[start - 1].lower() in _NEGATIONS:  # "never accept" is not "accept"
        start -= 1
    while end > start + 1 and line.words[end - 1] in _TRAILING:
        end -= 1
    end = _closed(line, start, end)
    while end > start + 1 and len(line.slice(start, end)) > _LONGEST:
        end -= 1
    return DraftEvidence(sentence=line.number, quote=line.slice(start, end)[:_LONGEST])


def view_evidence(scene: Scene, first: int, after: int) -> DraftEvidence:
    """Like :func:`evidence`, for a view: all who share it, and the words up to the next view or saying."""
    at = after
    while at < len(scene.nodes) and not (scene.kind(at) == "stop" and scene.nodes[at].value in _ENDS):
        verb = scene.nodes[at].verb
        if verb is not None and any(cue.kind in _NEXT for cue in verb.cues):
            while at > after and scene.kind(at - 1) not in _BOUNDS:
                at -= 1
            break
        at += 1
    return evidence(scene, _all_holders(scene, first), at)


_ENDS: Final = (";", "?", "!")
_NEXT: Final = frozenset({"stance", "speech", "vote"})
_BOUNDS: Final = frozenset({"comma", "stop", "and"})


def _all_holders(scene: Scene, first: int) -> int:
    """The first of the agents of a list that ends at node ``first``: "Hungary and Slovakia vetoed"."""
    at = first
    while at > 0 and scene.nodes[at].agent is not None:
        before = at - 1
        while before > 0 and scene.kind(before) in ("comma", "det", "and"):
            before -= 1
        other = scene.nodes[before].agent
        if before == at - 1 or other is None or other.speaks_for is not None:
            break
        at = before
    return at


def _whole_name(scene: Scene, start: int) -> int:
    """``start``, moved to before a bracket that it is in ("the Group of Seven (G7)"), article and all."""
    words = scene.line.words
    if start and words[start - 1] == "(":
        start -= 1
        node = next((n for n in scene.nodes if n.agent is not None and n.start < start <= n.after), None)
        start = start + 1 if node is None else node.start
    article = start and any(n.kind == "det" and n.start <= start - 1 < n.after for n in scene.nodes)
    return start - 1 if article else start


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
