"""Who does it: the subject of a verb, found in its clause, across apposition, coordination and relatives."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from extractor.engines.rules.clauses.lists import agents_after, agents_before
from extractor.engines.rules.clauses.nodes import Node
from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.who.agents import Agent

__all__ = ["Subject", "by_phrase", "clause_start", "previous_finite", "subject_of"]

_ASIDE: Final = frozenset({
    "pronoun", "det", "modifier", "word", "day", "prep", "agent", "and", "quote", "nominal", "stagenoun",
    "issue", "opener",
})  # fmt: skip
_BUT: Final = frozenset({"but", "pero", "mais", "aber"})


@dataclass(slots=True)
class Subject:
    """The agents that are the subject; ``thing`` is the node of a subject that is no agent.

    ``nobody`` marks experts and critics.
    """

    agents: list[Agent] = field(default_factory=list)
    thing: int | None = None
    nobody: bool = False


def subject_of(scene: Scene, verb_at: int, depth: int = 0) -> Subject:
    """The subject of the finite verb at node ``verb_at``; empty when the clause names none."""
    if depth:
        return _subject_of(scene, verb_at, depth)
    known = scene.subjects.get(verb_at)
    if known is None:
        known = scene.subjects[verb_at] = _subject_of(scene, verb_at, 0)
    return known


def _subject_of(scene: Scene, verb_at: int, depth: int) -> Subject:  # noqa: C901, PLR0911 - cases in order of precedence, one line each
    shared = _coordinated(scene, verb_at)
    if shared is not None and depth < 3:
        return subject_of(scene, shared, depth + 1)
    index = verb_at - 1
    while index >= 0:
        node = scene.nodes[index]
        if node.kind == "agent":
            if _is_head(scene, index, verb_at):
                return Subject(agents_before(scene, index))
        elif node.kind == "verb" and node.verb is not None and (node.verb.finite or node.verb.infinitive):
            return _over_verb(scene, index, verb_at, depth)
        elif node.kind == "opener":
            return _at_opener(scene, index, verb_at, depth)
        elif node.kind in ("pronoun", "anaphor") and node.value not in ("its", "them"):
            return _resolved(scene, node.value, index)
        elif node.value == "its" and scene.word(index) in _HIS and scene.word(index + 1) in _COUNTRY:
            return _of_speaker(scene, index)
        elif node.kind in ("sanctions", "nominal", "stagenoun", "issue") and not _in_phrase(scene, index):
            return _owner(scene, index)
        elif node.kind == "stop" and node.value in (";", ":", "?", "!", "."):
            return Subject()
        elif node.has("nobody"):
            return Subject(nobody=True)
        index = _leftward(scene, index, verb_at)
    return _fronted(scene, verb_at)


def _coordinated(scene: Scene, verb_at: int) -> int | None:
    """ "left the deal in 2018 and reimposed": the verb before, whose subject is meant; None without "and"."""
    at = verb_at - 1
    while at > 0 and (
        scene.nodes[at].has("adverb")
        or scene.kind(at) == "day"
        or (scene.kind(at) == "prep" and scene.kind(at + 1) == "day")
        or scene.word(at).isdecimal()
        or scene.word(at).endswith("ly")
        or (
            scene.line.language in ("es", "fr")
            and scene.word(at) in ("las", "los", "lo", "la", "les", "l'", "le")
        )
    ):
        at -= 1
    if scene.kind(at) != "and":
        return None
    verb = scene.nodes[verb_at].verb
    for index in range(at - 1, -1, -1):
        node = scene.nodes[index]
        if node.kind == "stop" and node.value in (";", ".", "?", "!"):
            return None
        other = node.verb
        if other is None or not other.finite:
            continue
        if other.bare_participle and not set(other.letters) & set("sd"):
            continue
        if verb is not None and other.passive and not verb.passive and verb.letters and verb.cue("act"):
            return None
        return index
    return None


def _at_opener(scene: Scene, index: int, verb_at: int, depth: int) -> Subject:
    """The clause begins at node ``index``: "which" has its antecedent as subject, "but" the verb's before."""
    if depth >= 3:
        return Subject()
    if scene.nodes[index].value == "relative" or _that_relative(scene, index):
        return _antecedent(scene, index)
    if scene.word(index) in _BUT and index + 1 == verb_at:
        return _finite_subject(scene, index, depth)  # "… but did not condemn"
    return Subject()


def _is_head(scene: Scene, index: int, verb_at: int) -> bool:
    """An agent that no preposition governs and that describes no other noun."""
    span = scene.nodes[index].span
    if span is None or span.possessive or _in_phrase(scene, index):
        return False
    if scene.line.language == "de" and not _NOT_NOMINATIVE.isdisjoint(
        (scene.word(index), scene.word(index - 1))
    ):
        return False  # "hat … einen Unternehmer verurteilt"
    if scene.line.language == "de" and scene.word(index - 1) == "(":
        return False  # "Norbert Kranz (CDU) forderte"
    if index + 1 != verb_at and _object(scene, index):
        return False
    following = index + 1
    while scene.kind(following) == "word" and (
        scene.word(following).endswith("ly") or scene.word(following) in ("se", "s'", "y")
    ):
        following += 1
    kind = scene.kind(following)
    if following == verb_at or kind in ("comma", "and", "stop", "prep", "opener", "verb", "quote", "day"):
        return not (span.adjectival and kind not in ("verb",) and following != verb_at)
    return scene.nodes[following].has("adverb")


def _object(scene: Scene, index: int) -> bool:
    """Whether the agent follows a verb that takes it as object ("condemns Russia")."""
    at = index - 1
    while at >= 0 and scene.kind(at) in ("det", "modifier"):
        at -= 1
    verb = scene.nodes[at].verb if at >= 0 else None
    return verb is not None and bool(verb.letters) and verb.cue("speech") is None


def _in_phrase(scene: Scene, index: int) -> bool:
    """Whether a preposition stands before the noun phrase at ``index``."""
    at = index - 1
    while at >= 0 and scene.kind(at) in ("det", "modifier", "word", "quote"):
        at -= 1
    if at >= 0 and scene.kind(at) == "agent" and scene.kind(index) == "agent":
        return _in_phrase(scene, at)
    if at >= 1 and scene.kind(at) in ("and", "comma") and _alike(scene, at - 1, index):
        return _in_phrase(scene, at - 1)
    return scene.kind(at) == "prep"


def _alike(scene: Scene, one: int, other: int) -> bool:
    """Whether two agents may stand in one list: a person beside a state begins a new clause."""
    first, second = scene.nodes[one].agent, scene.nodes[other].agent
    return first is not None and second is not None and (first.kind == "person") == (second.kind == "person")


def _leftward(scene: Scene, index: int, verb_at: int) -> int:
    """The next node to the left, over an aside between two commas that ends right before the verb."""
    if index == verb_at - 1 and scene.kind(index) == "comma":
        at = index - 1
        while at > 0 and scene.kind(at) != "comma":
            if scene.kind(at) not in _ASIDE and not (scene.kind(at) == "verb" and _relative_aside(scene, at)):
                return index - 1
            at -= 1
        if scene.kind(at) == "comma" and at > 0:
            return at - 1
    return index - 1


def _relative_aside(scene: Scene, verb_at: int) -> bool:
    return any(
        scene.kind(at) == "opener" or scene.kind(at) == "comma" for at in range(max(0, verb_at - 6), verb_at)
    )


def _over_verb(scene: Scene, index: int, verb_at: int, depth: int) -> Subject:
    """A verb to the left: the same subject when only "and" or a comma parts the two verbs."""
    between = [scene.kind(at) for at in range(index + 1, verb_at)]
    verb = scene.nodes[index].verb
    joined = "and" in between or (between and between[-1] == "comma")
    if joined and depth < 3 and verb is not None and not _new_subject(scene, index, verb_at):
        return _finite_subject(scene, index, depth)
    if verb is not None and not verb.finite and depth < 3:
        return _finite_subject(scene, index, depth)
    return Subject()


def _new_subject(scene: Scene, index: int, verb_at: int) -> bool:
    last = next((at for at in range(verb_at - 1, index, -1) if scene.kind(at) in ("and", "comma")), index)
    return any(
        scene.kind(at) in ("agent", "word", "sanctions", "det") and not scene.word(at).endswith("ly")
        for at in range(last + 1, verb_at)
    )


def _finite_subject(scene: Scene, index: int, depth: int) -> Subject:
    verb = scene.nodes[index].verb
    if verb is not None and verb.finite:
        return subject_of(scene, index, depth + 1)
    at = previous_finite(scene, index)
    return Subject() if at is None else subject_of(scene, at, depth + 1)


def previous_finite(scene: Scene, index: int) -> int | None:
    """The nearest finite verb to the left in the same sentence part."""
    for at in range(index - 1, -1, -1):
        node = scene.nodes[at]
        if node.kind == "stop" and node.value in (";", ":", ".", "?", "!"):
            return None
        if node.verb is not None and node.verb.finite:
            return at
    return None


def _that_relative(scene: Scene, opener: int) -> bool:
    """ "a bill that would …": "that" between a noun and its verb."""
    return (
        scene.word(opener) in ("that", "que")
        and scene.kind(opener + 1) == "verb"
        and scene.kind(opener - 1) in ("stagenoun", "sanctions", "issue", "nominal", "word", "day")
    )


def _antecedent(scene: Scene, opener: int) -> Subject:
    """ "Iran, which …": the agent right before the relative pronoun."""
    at = opener - 1
    while at >= 0 and scene.kind(at) in ("comma", "prep", "day", "quote"):
        at -= 1
    node = scene.nodes[at] if at >= 0 else None
    if node is None:
        return Subject()
    if node.agent is not None and node.span is not None and not node.span.possessive:
        return Subject([node.agent])
    return Subject(thing=at)


def _resolved(scene: Scene, value: str, index: int) -> Subject:  # noqa: PLR0911 - one case a line
    memory = scene.memory
    if value == "org":
        return Subject([memory.last_org] if memory.last_org else [])
    if value == "council":
        return Subject([memory.last_council] if memory.last_council else [])
    if value == "state":
        return _state_resolved(scene, index)
    if value in ("official", "he"):
        if scene.line.words[scene.nodes[index].start] == "i":
            return Subject()
        if value == "he" and _stranger_before(scene, index):
            return Subject(nobody=True)
        return Subject([memory.last_person] if memory.last_person else [])
    if scene.word(index) == "we":
        return _of_speaker(scene, index)
    inside = _earlier_subject(scene, index)
    if not inside and _noun_said(scene, index):
        return Subject()
    return Subject(inside or list(memory.last_subjects))


def _state_resolved(scene: Scene, index: int) -> Subject:
    """ "the government", "the ministry", "das Regime in Minsk": the state, or body, meant by it."""
    memory, words, after = scene.memory, scene.line.words, scene.nodes[index].after
    seated = _seated(scene, index)
    if seated is not None:
        return Subject([seated])
    if memory.last_administration is not None and words[after - 1] == "administration":
        return Subject([memory.last_administration])
    if words[after - 1] == "ministry" and words[after : after + 1] != ["'s"]:
        return Subject([memory.last_ministry] if memory.last_ministry else [])
    inside = [agent for agent in _earlier_subject(scene, index) if agent.kind == "state"]
    return Subject(inside or ([memory.last_state] if memory.last_state else []))


def _of_speaker(scene: Scene, index: int) -> Subject:
    """ "The minister said his country had imposed": the state that the speaker speaks for."""
    speaker = _office_before(scene, index) or scene.memory.last_person
    owner = speaker.speaks_for if speaker is not None else None
    return Subject([owner] if owner else [])


_HIS: Final = frozenset({"his", "her", "my", "our"})
_COUNTRY: Final = frozenset({"country", "government", "nation", "administration"})


def _seated(scene: Scene, index: int) -> Agent | None:
    """ "Das Regime in Minsk": the state of that capital; "sein Land": that of the person named last."""
    after = index + 2 + (scene.kind(index + 2) == "det")
    node = scene.nodes[after] if scene.word(index + 1) == "in" and after < len(scene.nodes) else None
    if node is not None and node.agent is not None and node.agent.kind == "state":
        return node.agent
    person = scene.memory.last_person if scene.word(index) in _OWN else None
    return None if person is None else person.speaks_for


_OWN: Final = frozenset({"sein", "ihr"})


def _noun_said(scene: Scene, index: int) -> bool:
    """ "The Hague-based court said it …": "it" is a speaker whom nobody knows, not the subject before."""
    at = previous_finite(scene, index)
    verb = scene.nodes[at].verb if at is not None else None
    return (
        at is not None
        and verb is not None
        and verb.cue("speech") is not None
        and scene.kind(at - 1) == "word"
    )


def _stranger_before(scene: Scene, index: int) -> bool:
    """Whether a name that is no known agent stands before node ``index``: "she" may mean that one.

    Not where the line names a person that is known. A capitalised word begins a line without being a name,
    so there it counts only before a verb of speech.
    """
    raw = scene.line.raw
    for at in range(index):
        agent = scene.nodes[at].agent
        if agent is not None and agent.kind == "person":
            return False
    for at in range(index):
        word = raw[scene.nodes[at].start]
        if scene.kind(at) == "word" and len(word) > 2 and word.isalpha() and word[0].isupper():
            verb = scene.nodes[at + 1].verb
            if at > 0 or (verb is not None and verb.cue("speech") is not None):
                return True
    return False


def _office_before(scene: Scene, index: int) -> Agent | None:
    """The office-holder named last before node ``index`` in the same line."""
    for at in range(index - 1, -1, -1):
        agent = scene.nodes[at].agent
        if agent is not None and agent.office in ("state", "anonymous", "plural"):
            return agent
    return None


def _earlier_subject(scene: Scene, index: int) -> list[Agent]:
    """ "The EU said it would …": it is the subject of the verb before."""
    at = previous_finite(scene, index)
    if at is None:
        return []
    agents = subject_of(scene, at, 2).agents
    return [agent.speaks_for or agent for agent in agents]


def _owner(scene: Scene, index: int) -> Subject:
    at = index - 1
    while at >= 0 and scene.kind(at) in ("modifier", "word"):
        at -= 1
    span = scene.nodes[at].span if at >= 0 else None
    if span is not None and span.possessive:
        return Subject([span.agent], thing=index)
    return Subject(thing=index)


def _fronted(scene: Scene, verb_at: int) -> Subject:
    """Nothing before the verb: "said Wang Yi", "verhängte die EU": the agent right after it."""
    at = verb_at + 1
    while scene.kind(at) in ("det",):
        at += 1
    node = scene.nodes[at] if at < len(scene.nodes) else None
    if scene.word(at) in _NOT_NOMINATIVE or scene.word(at - 1) in _NOT_NOMINATIVE:
        return Subject()
    if node is not None and node.agent is not None and scene.line.language == "de":
        return Subject([node.agent])
    return _left_out(scene, verb_at, node) if scene.line.language == "es" else Subject()


_NOT_NOMINATIVE: Final = frozenset({"den", "dem", "einen", "einem", "des", "eines"})


def _left_out(scene: Scene, verb_at: int, following: Node | None) -> Subject:
    """Spanish: "El 28 de mayo levantó las sanciones": whoever acted before; "anunció Bruselas"."""
    verb = scene.nodes[verb_at].verb
    if verb is None or verb.passive or not verb.letters or not verb.finite or verb.bare_participle:
        return Subject()
    if following is not None and following.agent is not None and following.span is not None:
        return Subject() if following.span.adjectival else Subject([following.agent])
    if any(_own_subject(scene, at) for at in range(1, verb_at)):
        return Subject()
    return Subject([agent for agent in scene.memory.last_subjects if agent.states_itself])


def _own_subject(scene: Scene, at: int) -> bool:
    """A noun with its article that no preposition governs: somebody else is the subject."""
    node = scene.nodes[at]
    noun = node.kind in ("word", "sanctions", "issue") and not node.has("adverb")
    return noun and scene.kind(at - 1) == "det" and not _in_phrase(scene, at)


def clause_start(scene: Scene, index: int) -> int:
    """The first node of the clause that node ``index`` stands in."""
    for at in range(index - 1, -1, -1):
        node = scene.nodes[at]
        if node.kind in ("opener", "stop"):
            return at + 1
    return 0


def by_phrase(scene: Scene, start: int, limit: int = 10) -> list[Agent]:
    """The agents after "by" within the next nodes, in the same clause."""
    for at in range(start, min(len(scene.nodes), start + limit)):
        node = scene.nodes[at]
        if node.kind in ("opener", "stop") or (node.verb is not None and node.verb.finite):
            return []
        if node.kind == "prep" and node.value == "by":
            return agents_after(scene, at + 1).agents
    return []
