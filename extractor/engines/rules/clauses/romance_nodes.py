"""Spanish and French nodes: articles that look like prepositions, and reflexive verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extractor.engines.rules.lines.line import Line
from extractor.knowledge.vocabulary import NO_CUES

if TYPE_CHECKING:
    from extractor.engines.rules.clauses.nodes import Node

__all__ = ["settled_romance"]

_PARTITIVE: Final = frozenset({"des", "de", "d'", "du"})
_REFLEXIVE: Final = frozenset({"se", "s'", "nous", "nos"})
_NOT: Final = frozenset({"pas", "plus", "jamais", "guère", "nullement", "point"})
_CLITICS: Final = frozenset(
    {"se", "s'", "la", "le", "les", "l'", "y", "en", "nous", "lui", "leur", "las", "los", "lo", "nos"}
)
_NONE: Final = frozenset({"aucun", "aucune", "nul", "nulle", "ningún", "ninguna", "ninguno"})
_THE: Final = frozenset({"le", "la", "les", "l'", "el", "los", "las"})
_COUNTS: Final = frozenset(
    ["un", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"]
)


def settled_romance(line: Line, nodes: list[Node]) -> list[Node]:
    """The nodes of a Spanish or French line with its reflexives and its French articles settled."""
    _reflexives(line, nodes)
    if "not" in line.kinds:
        _negations(line, nodes)
    if "anaphor" in line.kinds:
        _regimes(line, nodes)
    if line.language == "fr":
        _headed_by_place(line, nodes)
        _partitives(line, nodes)
    return nodes


def _reflexives(line: Line, nodes: list[Node]) -> None:
    """ "se sont abstenues", "s'est opposé": active, with "être" for "avoir"."""
    for at in range(1, len(nodes)):
        verb = nodes[at].verb
        before = at - 1
        while before > 0 and line.words[nodes[before].after - 1] in ("y", "en"):
            before -= 1  # "s'y est opposé"
        if verb is not None and verb.passive and line.words[nodes[before].after - 1] in _REFLEXIVE:
            verb.be, verb.have = False, verb.have or "pres"


def _negations(line: Line, nodes: list[Node]) -> None:
    """ "ne soutient pas", "no apoyará ninguna": one negation, not a second one after the verb."""
    for at in range(len(nodes) - 2, -1, -1):
        verb = nodes[at].verb
        if verb is None:
            continue
        verb.negated = verb.negated or _denied_before(line, nodes, at)
        if not verb.negated:
            continue
        node = nodes[at + 1]
        if node.after == node.start + 1 and line.words[node.start] in _NOT:
            nodes[at].after = node.after
            del nodes[at + 1]
        elif node.verb is not None and line.words[node.start] in _NOT:
            node.verb.negated = False  # "ne souhaite pas lever": of the verb before
            node.start += 1
            nodes[at].after = node.start
        for node in nodes[at + 1 : at + 4]:
            if line.words[node.start] in _NONE:
                node.kind, node.cues = "det", NO_CUES


def _regimes(line: Line, nodes: list[Node]) -> None:
    """ "a prolongé le régime de mesures restrictives": no government, but a group of measures."""
    for at, node in enumerate(nodes):
        if node.kind != "anaphor" or node.after + 1 >= len(line.words):
            continue
        bare = node.after == node.start + 1 and line.words[node.start] in _THE
        if bare and nodes[at + 1].agent is not None:
            node.kind, node.value, node.cues = "det", "", NO_CUES  # "les Vingt-Sept", "el Gobierno serbio"
            continue
        led = line.words[node.after] in ("de", "d'") and line.has(node.after + 1, "strong")
        alone = line.known.at(line.words[node.after - 1 : node.after], 0) if led else None
        if alone is not None and "collective" in alone[1].kinds:
            nodes[at].kind, nodes[at].cues = "word", alone[1]
        elif node.value == "state" and line.words[node.after] in ("de", "d'"):
            _named_by_seat(line, nodes, at)


def _named_by_seat(line: Line, nodes: list[Node], at: int) -> None:
    """ "le régime de Minsk" is Minsk; that of a place that nobody knows is not the state told last."""
    following = nodes[at + 2] if at + 2 < len(nodes) else None
    if following is None:
        return
    if following.agent is not None and following.agent.kind == "state":
        nodes[at].kind = nodes[at + 1].kind = "det"
    elif following.kind == "word" and line.raw[following.start][0].isupper():
        nodes[at].kind = "word"


def _denied_before(line: Line, nodes: list[Node], at: int) -> bool:
    """ "ne se joindra", "no las levantará": over a pronoun before the verb."""
    before = nodes[at].start - 1
    while before > 0 and line.words[before] in _CLITICS:
        before -= 1
    return 0 <= before < nodes[at].start - 1 and line.words[before] in ("ne", "n'", "no")


def _headed_by_place(line: Line, nodes: list[Node]) -> None:
    """ "A Londres, …": at the head of a line "A" is the preposition, without its accent."""
    if len(nodes) > 1 and line.raw[0] == "A" and nodes[0].verb is not None and nodes[1].kind == "agent":
        nodes[0].kind, nodes[0].verb = "prep", None


def _partitives(line: Line, nodes: list[Node]) -> None:
    """ "a imposé mercredi des sanctions", "par des sanctions": an article, no preposition."""
    for at in range(1, len(nodes)):
        node, before = nodes[at], nodes[at - 1]
        word = line.words[node.start]
        if node.kind != "prep" or node.after > node.start + 1 or word not in _PARTITIVE:
            continue
        if word == "des" and before.kind == "prep":
            node.kind = "det"
            continue
        if before.kind == "comma" and at > 1:
            before = nodes[at - 2]
        after_verb = (
            (before.verb is not None and before.verb.letters) or before.kind == "day" or before.has("adverb")
        )
        counting = line.words[node.after : node.after + 1]
        if counting and (counting[0].isdecimal() or counting[0] in _COUNTS):
            continue  # "a prolongé jeudi de six mois ses sanctions"
        if after_verb and not _leads_to_list(line, node.after):
            node.kind = "det"


def _leads_to_list(line: Line, at: int) -> bool:
    """ "retiré de la liste"."""
    return any(line.has(index, "listnoun") for index in range(at, min(at + 3, len(line.words))))
