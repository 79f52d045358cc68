"""A line cut into the pieces that the rules reason over: agents, verbs, sanctions, nouns for acts, links."""

from __future__ import annotations

from collections.abc import Container
from typing import Final, Literal

from extractor.engines.rules.clauses.german_nodes import german_noun, ordinal, settled_german
from extractor.engines.rules.clauses.romance_nodes import settled_romance
from extractor.engines.rules.lines.line import Line
from extractor.engines.rules.lines.verbs import AUXILIARY, Verb, read_verb
from extractor.engines.rules.who.agents import Agent, AgentSpan
from extractor.knowledge.vocabulary import INFLECTED, NO_CUES, CueSet

__all__ = ["Node", "NodeKind", "read_nodes"]

NodeKind = Literal[
    "agent", "verb", "sanctions", "nominal", "stagenoun", "issue", "prep", "opener", "and", "comma", "stop",
    "quote", "det", "pronoun", "anaphor", "modifier", "day", "word",
]  # fmt: skip

_STOPS: Final = frozenset({";", ":", "—", "–", "-", "(", ")", "…", "?", "!", ".", "|"})
_QUOTES: Final = frozenset({'"', "“", "”", "„", "«", "»", "‘", "'"})
_MARKS: Final = _STOPS | _QUOTES | {","}
_NOUN_LEADS: Final = frozenset({"det", "prep", "modifier"})


class Node:
    """Words ``start`` up to ``after``; ``value`` of the cue that made it.

    What most nodes lack stands in the class: hundreds are made for an article.
    """

    agent: Agent | None = None
    span: AgentSpan | None = None
    verb: Verb | None = None

    def __init__(
        self, kind: NodeKind, start: int, after: int, value: str = "", cues: CueSet = NO_CUES
    ) -> None:
        self.kind: NodeKind = kind
        self.start = start
        self.after = after
        self.value = value
        self.cues = cues

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
    {
        "nominal",
        "stagenoun",
        "issue",
        "role",
        "conduct",
        "designee",
        "weak",
        "measure",
        "goods",
        "listnoun",
        "licence",
    }
    | {"body", "penaltynoun", "measureword"}
)
_VERBAL: Final = INFLECTED | AUXILIARY
# By identity, since equal cues cost a walk to hash; it holds each set, so that no other takes its place.
# Words of a text that the vocabulary lacks have none of their own: it grows no further than the vocabulary.
_READ: Final[dict[int, tuple[CueSet, bool, NodeKind, str]]] = {}


def read_nodes(line: Line, spans: list[AgentSpan]) -> list[Node]:
    """The nodes of ``line`` in order; they cover every word once."""
    agents = {span.start: span for span in spans}
    nodes: list[Node] = []
    at = 0
    count, words, cues, after = len(line.words), line.words, line.cues, line.after
    while at < count:
        span = agents.get(at)
        if span is not None:
            node = Node("agent", at, span.after)
            node.agent, node.span = span.agent, span
        elif words[at] in _MARKS:
            if line.language == "de" and ordinal(line, at, nodes):
                nodes[-1].after = at = at + 1
                continue
            node = _mark(words[at], at)
        elif cues[at]:
            known = _READ.get(id(cues[at]))
            if known is None or known[1] or after[at] > at + 1:
                node = _cued(line, at, agents, nodes)
            else:  # most words with a cue
                node = Node(known[2], at, at + 1, known[3], cues[at])
        else:
            node = Node("word", at, at + 1)
        nodes.append(node)
        at = node.after
    _shared_auxiliaries(nodes)
    if line.language in ("es", "fr"):
        return settled_romance(line, nodes)
    if line.language == "en":
        _shared_modals(nodes)
    return settled_german(line, nodes) if line.language == "de" else _settled_english(line, nodes)


def _settled_english(line: Line, nodes: list[Node]) -> list[Node]:
    """ "over 1,700 individuals", "more than 20 ships": what makes a number vague is no preposition."""
    for at in range(1, len(nodes)):
        word = line.words[nodes[at - 1].start]
        if word in _VAGUE and nodes[at].agent is not None and line.raw[nodes[at].start][0].isdecimal():
            nodes[at - 1].kind = "modifier"
    return nodes


_VAGUE: Final = frozenset({"over", "than"})


def _shared_auxiliaries(nodes: list[Node]) -> None:
    """ "had suspended Guinea and frozen the assets": one auxiliary for both participles."""
    for at in range(2, len(nodes)):
        verb = nodes[at].verb
        if verb is None or not verb.bare_participle or "d" in verb.letters or "s" in verb.letters:
            continue
        before = at - 1
        while before > 0 and nodes[before].has("adverb"):
            before -= 1
        if nodes[before].kind != "and":
            continue
        for index in range(before - 1, max(-1, before - 25), -1):
            other = nodes[index].verb
            if other is not None and other.auxiliaries and other.finite_auxiliary and "n" in other.letters:
                verb.have, verb.be, verb.modal = other.have, other.be, other.modal
                verb.finite_auxiliary, verb.auxiliaries = True, other.auxiliaries
                break
            if nodes[index].kind == "stop" or (other is not None and other.finite):
                break


def _shared_modals(nodes: list[Node]) -> None:
    """ "would lower the cap, blacklist 77 ships and ban dealings": one modal for all three."""
    for at in range(2, len(nodes)):
        verb = nodes[at].verb
        if verb is None or verb.letters != "b" or verb.auxiliaries or verb.to:
            continue
        if nodes[at - 1].kind not in ("comma", "and"):
            continue
        other = _verb_before(nodes[: at - 1])
        if other is not None and other.modal and other.finite_auxiliary and not other.passive:
            verb.modal, verb.finite_auxiliary, verb.auxiliaries = other.modal, True, other.auxiliaries


def _mark(word: str, at: int) -> Node:
    if word == ",":
        return Node("comma", at, at + 1)
    return Node("stop" if word in _STOPS else "quote", at, at + 1, word)


def _cued(line: Line, at: int, barred: Container[int], nodes: list[Node]) -> Node:
    cues = line.cues[at]
    known = _READ.get(id(cues))
    if known is None:
        known = _READ[id(cues)] = (cues, *_reading(cues))
    _, verbal, kind, value = known
    if verbal:
        found = None if _noun_here(line, at, kind, nodes) else read_verb(line, at, barred)
        if found is not None and _is_verb(line, at, found, nodes, barred):
            end, verb = found
            if verb.letters == "b" and not verb.auxiliaries and _after_plural(line, nodes):
                verb.letters = "bs"
            node = Node("verb", at, end)
            node.verb = verb
            return node
    after = line.after[at]
    if after > at + 1 and any(index in barred for index in range(at + 1, after)):
        after = at + 1
    return Node(kind, at, after, value, cues)


def _noun_here(line: Line, at: int, kind: NodeKind, nodes: list[Node]) -> bool:
    """German nouns by their capital; "la levée", "l'entrée en vigueur" by what leads to them."""
    before = nodes[-1] if nodes else None
    if line.language == "de":
        return german_noun(line, at, before)
    if line.language == "en" or kind not in ("nominal", "stagenoun") or before is None:
        return False
    return before.kind in ("det", "prep", "modifier") or before.value == "its"


def _after_plural(line: Line, nodes: list[Node]) -> bool:
    """ "its allies want", "they oppose": a bare form that is the verb of the clause."""
    before = nodes[-1] if nodes else None
    if before is None or line.language != "en":
        return False
    word = line.raw[before.after - 1]
    plural = before.kind in ("word", "sanctions") and word.endswith("s") and word[0].islower()
    if before.agent is not None and len(nodes) > 2:  # "Malta and Greece oppose"
        listed = nodes[-2].kind == "and" and nodes[-3].agent is not None
        return before.span is not None and not before.span.possessive and listed
    return (plural and len(word) > 3) or line.words[before.start] in ("they", "we")


def _reading(cues: CueSet) -> tuple[bool, NodeKind, str]:
    """Whether the words may be a verb, and what they are if they are none."""
    verbal = not _VERBAL.isdisjoint(cues.kinds)
    for kind, made in _KINDS:
        if kind in cues.kinds:
            return verbal, made, "pressure" if kind == "pressure" else cues.first[kind].value
    return verbal, "word", ""


def _is_verb(line: Line, at: int, found: tuple[int, Verb], nodes: list[Node], agents: Container[int]) -> bool:  # noqa: PLR0911 - cases in order of precedence, one line each
    """Whether the words are a verb here and no noun or adjective: "plans", "calls", "sanctions", "list"."""
    end, verb = found
    if verb.auxiliaries:
        return True
    before = nodes[-1] if nodes else None
    if before is not None and before.kind not in ("stop", "quote") and _capital_within(line, at):
        return False  # "the Institute of Aerospace Studies"
    letters = verb.letters
    if "d" in letters or "n" in letters:
        return not _attributive(line, end, before)
    if "g" in letters:
        if line.has(at, "modifier") or line.has(at, "prep") or _blocking_sanctions(line, at, before):
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
        if before is not None and (line.words[before.start] in _HIS or _adjectival(line, at, before)):
            return False  # "l'essentiel de son aide", "su rechazo firme"
        return before is None or (before.kind not in ("det", "prep", "modifier") and not _elided(line, at))
    present = _present_verb(line, at, end, before, verb, whom=end in agents)
    return present or _tells_more(line, end, verb, nodes, agents)


_SAYING_WHAT: Final = frozenset({"prohibit", "list", "hit", "enlist"})
_OBJECTS: Final = frozenset({"det", "goods", "designee"})


def _tells_more(line: Line, end: int, verb: Verb, nodes: list[Node], agents: Container[int]) -> bool:
    """ "The measures ban the export of …", "would lower the cap, blacklist 77 ships and ban dealings"."""
    if not nodes or end >= len(line.words) or not any(cue.kind in _SAYING_WHAT for cue in verb.cues):
        return False
    if not (end in agents or line.raw[end][0].isdigit() or line.cues[end].kinds & _OBJECTS):
        return False
    at = len(nodes) - 1
    while at > 0 and nodes[at].has("adverb"):
        at -= 1
    before = nodes[at]
    if before.kind in ("sanctions", "stagenoun"):
        plural = line.words[before.after - 1].endswith("s")
        return not before.has("adjective") and ("b" if plural else "s") in verb.letters
    return before.kind in ("comma", "and") and _like_the_verb_before(verb, _verb_before(nodes[:at]))


def _like_the_verb_before(verb: Verb, other: Verb | None) -> bool:
    """Whether the forms of two joined verbs agree ("bans … and freezes", "would lower …, list")."""
    if other is None:
        return False
    if other.modal or other.to or other.letters == "b":
        return "b" in verb.letters
    if other.letters == "bs" and "b" in verb.letters:
        verb.letters = "bs"
        return True
    return other.letters == "s" and "s" in verb.letters


def _verb_before(nodes: list[Node]) -> Verb | None:
    """The last verb; one that the vocabulary lacks leaves its modal ("would lower")."""
    verbs = (node.verb for node in reversed(nodes) if node.verb is not None)
    return next((verb for verb in verbs if verb.letters or verb.modal), None)


def _blocking_sanctions(line: Line, at: int, before: Node | None) -> bool:
    """ "visa bans and blocking sanctions on two firms": that kind of sanctions, and nobody blocks them."""
    if line.words[at : at + 2] != ["blocking", "sanctions"] or before is None:
        return False
    return before.kind in ("and", "modifier") or (
        before.verb is not None and before.verb.cue("act") is not None
    )


def _capital_within(line: Line, at: int) -> bool:
    return (
        line.language == "en"
        and line.raw[at][0].isupper()
        and not line.raw[at].isupper()
        and not (line.headline_case or line.in_title)
    )


_HIS: Final = frozenset({"son", "sa", "ses", "su", "sus", "notre", "nos", "nuestro", "nuestra"})
_FIRM: Final = frozenset({"firme", "ferme", "fermes", "firmes"})


def _adjectival(line: Line, at: int, before: Node) -> bool:
    """ "rechazo firme", "position ferme": an adjective, unless somebody who may sign is before it."""
    return line.words[at] in _FIRM and before.kind not in ("agent", "pronoun", "opener", "and")


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
        or (before.verb is not None and bool(before.verb.letters) and bool(follows.kinds & {"strong"}))
    )
    return noun and leads and not follows.kinds & {"prep", "det"}


def _present_verb(line: Line, at: int, end: int, before: Node | None, verb: Verb, *, whom: bool) -> bool:  # noqa: PLR0911 - cases in order of precedence, one line each
    sanctions = line.has(at, "strong")
    nounlike = sanctions or not _NOUNLIKE.isdisjoint(line.cues[at].kinds)
    if before is None:
        return False
    if before.kind in ("det", "prep", "modifier", "stop") or (
        before.span is not None and before.span.possessive
    ):
        return False
    if line.words[before.start] == "'s":
        return False
    if before.kind == "agent" and before.span is not None:
        if sanctions:
            return _sanctions_as_verb(line, end, before.span, whom=whom)
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


def _sanctions_as_verb(line: Line, end: int, subject: AgentSpan, *, whom: bool) -> bool:
    """ "US sanctions Iranian oil minister": the noun never stands before a name, a number or a group."""
    if subject.adjectival or subject.possessive or end >= len(line.words):
        return False
    raw = line.raw[end]
    follows = line.cues[end]
    if follows.kinds & {"prep", "be", "have", "modal", "and", "to", "opener"}:
        return False
    named = whom or (raw[0].isupper() and not line.headline_case)
    return named or raw[0].isdigit() or bool(follows.kinds & {"designee", "det"})
