"""A line cut into the pieces that the rules reason over: agents, verbs, sanctions, nouns for acts, links."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import Final, Literal

from extractor.engines.rules.agents import Agent, AgentSpan
from extractor.engines.rules.line import Line
from extractor.engines.rules.verbs import AUXILIARY, Verb, read_verb
from extractor.knowledge.vocabulary import INFLECTED, NO_CUES, CueSet

__all__ = ["Node", "NodeKind", "read_nodes"]

NodeKind = Literal[
    "agent", "verb", "sanctions", "nominal", "stagenoun", "issue", "prep", "opener", "and", "comma", "stop",
    "quote", "det", "pronoun", "anaphor", "modifier", "day", "word",
]  # fmt: skip

_STOPS: Final = frozenset({";", ":", "—", "–", "(", ")", "…", "?", "!", ".", "|"})
_QUOTES: Final = frozenset({'"', "“", "”", "„", "«", "»", "‘", "'"})
_MARKS: Final = _STOPS | _QUOTES | {","}
_NOUN_LEADS: Final = frozenset({"det", "prep", "modifier"})


@dataclass(slots=True)
class Node:
    """Words ``start`` up to ``after``; ``value`` of the cue that made it."""

    kind: NodeKind
    start: int
    after: int
    value: str = ""
    cues: CueSet = NO_CUES
    agent: Agent | None = None
    span: AgentSpan | None = None
    verb: Verb | None = None

    def has(self, kind: str) -> bool:
        """Whether one of its cues is of ``kind``."""
        return kind in self.cues.kinds


# In the order in which a word with several cues is read.
_KINDS: Final[tuple[tuple[str, NodeKind], ...]] = (
    ("strong", "sanctions"),
    ("weak", "sanctions"),
    ("opener", "opener"),
    ("nominal", "nominal"),
    ("anaphor", "anaphor"),
    ("prep", "prep"),
    ("stagenoun", "stagenoun"),
    ("pressure", "issue"),
    ("resolution", "issue"),
    ("conduct", "issue"),
    ("diplomacy", "issue"),
    ("pronoun", "pronoun"),
    ("and", "and"),
    ("day", "day"),
    ("det", "det"),
    ("modifier", "modifier"),
)

_NOUNLIKE: Final = frozenset(
    {"nominal", "stagenoun", "issue", "role", "conduct", "designee", "weak", "measure", "goods"}
)
_VERBAL: Final = INFLECTED | AUXILIARY
_READ: Final[
    dict[int, tuple[bool, NodeKind, str]]
] = {}  # by identity: the vocabulary's cue sets live for ever


def read_nodes(line: Line, spans: list[AgentSpan]) -> list[Node]:
    """The nodes of ``line`` in order; they cover every word once."""
    agents = {span.start: span for span in spans}
    nodes: list[Node] = []
    at = 0
    count, words, cues = len(line.words), line.words, line.cues
    while at < count:
        span = agents.get(at)
        if span is not None:
            node = Node("agent", at, span.after, agent=span.agent, span=span)
        elif words[at] in _MARKS:
            node = _mark(words[at], at)
        elif cues[at]:
            node = _cued(line, at, agents, nodes)
        else:
            node = Node("word", at, at + 1)
        nodes.append(node)
        at = node.after
    return _joined_german(nodes) if line.language == "de" else nodes


def _mark(word: str, at: int) -> Node:
    if word == ",":
        return Node("comma", at, at + 1)
    return Node("stop" if word in _STOPS else "quote", at, at + 1, word)


def _cued(line: Line, at: int, barred: Container[int], nodes: list[Node]) -> Node:
    cues = line.cues[at]
    read = _READ.get(id(cues))
    if read is None:
        read = _READ[id(cues)] = _reading(cues)
    verbal, kind, value = read
    if verbal:
        found = read_verb(line, at, barred)
        if found is not None and _is_verb(line, at, found, nodes):
            end, verb = found
            if verb.letters == "b" and not verb.auxiliaries and _after_plural(line, nodes):
                verb.letters = "bs"
            return Node("verb", at, end, verb=verb)
    after = line.after[at]
    if after > at + 1 and any(index in barred for index in range(at + 1, after)):
        after = at + 1
    return Node(kind, at, after, value, cues)


def _after_plural(line: Line, nodes: list[Node]) -> bool:
    """ "its allies want", "they oppose": a bare form that is the verb of the clause."""
    before = nodes[-1] if nodes else None
    if before is None or line.language != "en":
        return False
    word = line.raw[before.after - 1]
    plural = before.kind == "word" and word.endswith("s") and word[0].islower() and len(word) > 3
    return plural or line.words[before.start] in ("they", "we")


def _reading(cues: CueSet) -> tuple[bool, NodeKind, str]:
    """Whether the words may be a verb, and what they are if they are none."""
    verbal = not _VERBAL.isdisjoint(cues.kinds)
    for kind, made in _KINDS:
        if kind in cues.kinds:
            return verbal, made, "pressure" if kind == "pressure" else cues.first[kind].value
    return verbal, "word", ""


def _is_verb(line: Line, at: int, found: tuple[int, Verb], nodes: list[Node]) -> bool:  # noqa: PLR0911 - cases in order of precedence, one line each
    """Whether the words are a verb here and no noun or adjective: "plans", "calls", "sanctions", "list"."""
    end, verb = found
    if verb.auxiliaries:
        return True
    before = nodes[-1] if nodes else None
    letters = verb.letters
    if "d" in letters or "n" in letters:
        return not _attributive(line, end, before)
    if "g" in letters:
        if line.has(at, "modifier") or line.has(at, "prep"):
            return False  # "crippling sanctions", "including"
        noun = line.has(at, "nominal") and (
            line.words[end : end + 1] == ["of"] or (before is not None and before.kind == "det")
        )
        return not noun
    if "f" in letters or "c" in letters:
        return True
    if line.language != "en":
        if "b" in letters:
            return before is None or before.kind != "det"
        return before is None or (before.kind not in ("det", "prep", "modifier") and not _elided(line, at))
    return _present_verb(line, at, end, before, verb)


def _elided(line: Line, at: int) -> bool:
    return at > 0 and line.words[at - 1] in ("l'", "d'")


def _attributive(line: Line, end: int, before: Node | None) -> bool:
    """ "the imposed sanctions", "sanctioned banks": a participle that describes the noun after it."""
    if end >= len(line.words) or before is None:
        return False
    follows = line.cues[end]
    described = follows.kinds & {"strong", "weak", "designee", "modifier"}
    noun = (not follows and line.raw[end][0].isalpha()) or bool(described)
    adverb = before.has("adverb")
    leads = (
        before.kind == "det"
        or (before.kind in ("prep", "modifier") and not adverb)
        or (before.span is not None and before.span.possessive)
    )
    return noun and leads and not follows.kinds & {"prep", "det"}


def _present_verb(line: Line, at: int, end: int, before: Node | None, verb: Verb) -> bool:  # noqa: PLR0911 - cases in order of precedence, one line each
    sanctions = line.has(at, "strong")
    nounlike = sanctions or not _NOUNLIKE.isdisjoint(line.cues[at].kinds)
    if before is None:
        return False
    if before.kind in ("det", "prep", "modifier", "stop") or (
        before.span is not None and before.span.possessive
    ):
        return False
    if before.kind == "agent" and before.span is not None:
        if sanctions:
            return _sanctions_as_verb(line, end, before.span)
        return not (before.span.adjectival and (nounlike or "s" in verb.letters))
    if before.kind in ("pronoun", "opener", "anaphor"):
        return before.value != "its" and not sanctions
    if before.kind == "and":
        return not nounlike
    if before.kind == "verb" and before.verb is not None and before.verb.letters:
        return any(cue.lemma in ("help", "let", "make") for cue in before.verb.cues)
    if before.kind in ("sanctions", "nominal", "day"):
        return not nounlike
    return not nounlike


def _sanctions_as_verb(line: Line, end: int, subject: AgentSpan) -> bool:
    """ "US sanctions Iranian oil minister": the noun never stands before a name, a number or a group."""
    if subject.adjectival or subject.possessive or end >= len(line.words):
        return False
    raw = line.raw[end]
    follows = line.cues[end]
    if follows.kinds & {"prep", "be", "have", "modal", "and", "to", "opener"}:
        return False
    named = raw[0].isupper() and not line.headline_case
    return named or raw[0].isdigit() or bool(follows.kinds & {"designee", "det"})


def _joined_german(nodes: list[Node]) -> list[Node]:
    """A German clause's participle or infinitive at its end takes the auxiliary before it to itself."""
    open_at: int | None = None
    for index, node in enumerate(nodes):
        if node.kind in ("opener", "stop"):
            open_at = None
        elif node.verb is not None and not node.verb.letters:
            open_at = index
        elif node.verb is not None and open_at is not None and not node.verb.auxiliaries:
            _take_over(nodes[open_at], node)
            open_at = None
    return nodes


def _take_over(auxiliary: Node, main: Node) -> None:
    held, verb = auxiliary.verb, main.verb
    assert held is not None
    assert verb is not None
    if not set(verb.letters) & set("nb"):
        return
    verb.modal, verb.have, verb.be = held.modal, held.have, held.be
    verb.negated = verb.negated or held.negated
    verb.finite_auxiliary, verb.auxiliaries = True, held.auxiliaries
    if "werden" in held.auxiliaries or "wird" in held.auxiliaries:
        verb.be = "n" in verb.letters
        verb.modal = verb.modal or ("" if verb.be else "will")
    auxiliary.kind = "word"
    auxiliary.verb = None
