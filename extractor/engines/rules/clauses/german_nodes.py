"""German nodes: verbs whose prefix stands apart, participles at the end of a clause or before a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extractor.engines.rules.lines.line import Line
from extractor.engines.rules.lines.verbs import Verb
from extractor.knowledge.vocabulary import NO_CUES

if TYPE_CHECKING:
    from extractor.engines.rules.clauses.nodes import Node

__all__ = ["german_noun", "ordinal", "settled_german"]

_BECOME: Final = frozenset({"werden", "wird", "werde"})
_ENDS: Final = frozenset({"stop", "comma", "and", "quote", "opener"})
_FAR: Final = 40
_NOT: Final = frozenset({"nicht", "nie", "niemals", "keineswegs", "keinesfalls"})
_NO_LESS: Final = frozenset({"nur", "zuletzt", "bloß", "allein"})  # "nicht nur": nothing is denied


def settled_german(line: Line, nodes: list[Node]) -> list[Node]:
    """The nodes of a German line with its verb groups put together."""
    return _negated(line, _joined(_attributes(line, _parted(line, nodes))))


def german_noun(line: Line, at: int, before: Node | None) -> bool:
    """Whether its capital makes the word at ``at`` a noun ("ein Verbot"): the first word has one always."""
    opening = before is None or before.kind in ("stop", "quote") or line.headline_case
    word = line.raw[at]
    return word[0].isupper() and word[1:2].islower() and not opening


def ordinal(line: Line, at: int, nodes: list[Node]) -> bool:
    """Whether the full stop at word ``at`` is that of "31. Januar", "19. Paket": no end of a sentence."""
    following = line.words[at + 1 : at + 2]
    return (
        line.words[at] == "."
        and bool(nodes)
        and nodes[-1].after == at
        and line.words[at - 1].isdecimal()
        and len(line.words[at - 1]) < 3
        and following != []
        and following[0][0].isalnum()
    )


# -- "setzt die Sanktionen aus" ----------------------------------------------------------------------------
def _parted(line: Line, nodes: list[Node]) -> list[Node]:
    """A verb whose prefix ends its clause means the verb with the prefix, and the prefix is no preposition.

    Without its prefix it is no such verb: "sagte" is not "zusagte".
    """
    for index, node in enumerate(nodes):
        verb = node.verb
        if verb is None or not any(cue.parting for cue in verb.cues):
            continue
        partings = {cue.parting for cue in verb.cues if cue.parting}
        found = {prefix: at for prefix in partings if (at := _prefix(line, nodes, index, prefix))}
        wanted = max(found, key=lambda prefix: found[prefix], default="")
        verb.cues = tuple(cue for cue in verb.cues if cue.parting == wanted)
        verb.letters = "".join(sorted({letter for cue in verb.cues for letter in cue.form}))
        if wanted:
            nodes[found[wanted]].kind, nodes[found[wanted]].value = "word", "parting"
        elif not verb.cues and not verb.auxiliaries:
            node.kind, node.verb = "word", None
    return nodes


def _prefix(line: Line, nodes: list[Node], verb_at: int, prefix: str) -> int:
    """The node of the prefix at the end of the clause, 0 without one."""
    for at in range(verb_at + 1, len(nodes)):
        node = nodes[at]
        if node.kind == "stop" and node.value not in ("(", ")"):
            return 0
        if node.kind == "opener" and nodes[at - 1].kind != "comma":
            return 0
        alone = line.words[node.start] == prefix and node.after == node.start + 1
        if alone and (at + 1 == len(nodes) or nodes[at + 1].kind in _ENDS):
            return at
    return 0


# -- "die von der EU verhängten Sanktionen" ----------------------------------------------------------------
def _attributes(line: Line, nodes: list[Node]) -> list[Node]:
    """A participle between an article with its phrase and a noun describes the noun."""
    for index, node in enumerate(nodes[:-1]):
        verb = node.verb
        if verb is None or verb.auxiliaries or "d" not in verb.letters:
            continue
        if nodes[index + 1].kind not in ("sanctions", "agent", "word", "modifier"):
            continue
        phrase = _phrase_before(nodes, index) if line.words[node.start].endswith("n") else 0
        if phrase:
            node.kind, node.verb = "modifier", None
            nodes[phrase].kind = "modifier"
    return nodes


def _phrase_before(nodes: list[Node], index: int) -> int:
    """The preposition that follows an article, left of node ``index`` in its clause; 0 without one."""
    for at in range(index - 1, max(0, index - 7), -1):
        if nodes[at].verb is not None or nodes[at].kind in ("stop", "comma", "opener"):
            return 0
        if nodes[at].kind == "prep" and nodes[at - 1].kind == "det":
            return at
    return 0


# -- "hat … verhängt" --------------------------------------------------------------------------------------
def _joined(nodes: list[Node]) -> list[Node]:
    """A clause's participle or infinitive at its end takes its auxiliary to itself, before it or after it.

    "hat … verhängt", "weil sie … verhängt hat", "sollen … verhängt werden".
    """
    open_at: int | None = None
    for index, node in enumerate(nodes):
        verb = node.verb
        if node.kind in ("opener", "stop"):
            open_at = None
        elif verb is None:
            continue
        elif not verb.letters:
            main = nodes[index - 1].verb if index else None
            if main is not None and set(main.letters) & set("nb") and _takes(main, verb):
                _take_over(node, nodes[index - 1])
            else:
                open_at = index
        elif open_at is not None and not verb.finite_auxiliary:
            _take_over(nodes[open_at], node)
            open_at = None
    return nodes


def _takes(main: Verb, auxiliary: Verb) -> bool:
    return not main.auxiliaries or auxiliary.auxiliaries in (["werden"], ["worden"])


def _take_over(auxiliary: Node, main: Node) -> None:
    held, verb = auxiliary.verb, main.verb
    assert held is not None
    assert verb is not None
    if not set(verb.letters) & set("nb"):
        return
    if verb.finite_auxiliary:  # "sollen … verhängt" and "werden"
        verb.be = verb.be or "n" in verb.letters
    else:
        verb.modal, verb.have, verb.be = held.modal, held.have, held.be
        verb.negated = verb.negated or held.negated
        verb.finite_auxiliary, verb.auxiliaries = True, held.auxiliaries
        if not _BECOME.isdisjoint(held.auxiliaries):
            verb.be = "n" in verb.letters
            verb.modal = verb.modal or ("" if verb.be else "will")
    auxiliary.kind = "word"
    auxiliary.verb = None


# -- "hebt die Sanktionen nicht auf" -----------------------------------------------------------------------
def _negated(line: Line, nodes: list[Node]) -> list[Node]:
    """A "not" denies the verb at the end of its clause, and the one before it where none stands there."""
    if _NOT.isdisjoint(line.words):
        return nodes
    for index, node in enumerate(nodes):
        if node.kind != "word" or line.words[node.start] not in _NOT:
            continue
        if line.words[node.after : node.after + 1] and line.words[node.after] in _NO_LESS:
            continue
        right = range(index + 1, min(len(nodes), index + _FAR))
        verb = _verb_of(nodes, right) or _verb_of(nodes, range(index - 1, max(-1, index - _FAR), -1))
        if verb is not None:
            verb.negated = True
            node.cues = NO_CUES  # said: nobody need look for what it denies
    return nodes


def _verb_of(nodes: list[Node], clause: range) -> Verb | None:
    """The next verb in the same clause."""
    for at in clause:
        node = nodes[at]
        if node.verb is not None and node.verb.letters:
            return node.verb
        if node.kind in ("stop", "comma", "opener") or (node.kind == "and" and clause.step > 0):
            return None
    return None
