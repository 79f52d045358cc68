"""Lists of agents: "the EU and the U.S.", "Iran, Syria and eleven individuals", read to either side."""

from __future__ import annotations

from typing import Final

from extractor.engines.rules.clauses.members import Members
from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.who.agents import Agent

__all__ = ["agents_after", "agents_before"]

_INNER: Final = frozenset({"det", "modifier", "word", "quote", "issue"})
_THROUGH: Final = frozenset(
    {"in", "of", "from", "including", "such as", "de", "del", "en", "du", "des", "von", "within"}
)
_ALLY: Final = frozenset({"ally", "allies", "partner", "neighbour", "neighbor", "backer"})
_REACH = 14


def agents_after(scene: Scene, start: int) -> Members:
    """The agents named from node ``start`` on, as the object of a preposition or verb."""
    named = Members(start)
    index = start
    limit = min(len(scene.nodes), start + _REACH)
    while index < limit:
        node = scene.nodes[index]
        if node.has("nobody") or (node.has("because") and node.kind != "prep"):
            break
        if node.kind == "agent":
            _take(scene, index, named)
            limit = min(len(scene.nodes), index + _REACH)
        elif node.kind in ("pronoun", "anaphor") and not named.agents:
            named.pronoun = node.value in ("them", "they", "state") or node.kind == "anaphor"
            named.after = index + 1
            break
        elif node.kind in ("and", "comma"):
            if not _goes_on(scene, index + 1):
                break
        elif node.kind == "prep":
            if not _through(scene, index, named):
                break
        elif node.kind not in _INNER:
            break
        index += 1
    return named


def _take(scene: Scene, index: int, named: Members) -> None:
    node = scene.nodes[index]
    assert node.agent is not None
    before = scene.nodes[index - 1] if index else None
    owned = before is not None and before.span is not None and before.span.possessive
    if named.agents and node.agent.kind != "state" and (owned or _described_by_state(scene, index)):
        named.agents.pop()  # "Iran's Revolutionary Guards": the Guards; "the Swiss bank X": X
    named.take(node.agent, index + 1)


def _described_by_state(scene: Scene, index: int) -> bool:
    at = index - 1
    while at > index - 3 and scene.kind(at) == "word":
        at -= 1
    span = scene.nodes[at].span if at >= 0 else None
    return span is not None and span.adjectival and at < index - 1


def _through(scene: Scene, index: int, named: Members) -> bool:
    word = scene.line.slice(scene.nodes[index].start, scene.nodes[index].after).lower()
    if word not in _THROUGH:
        return False
    return not named.agents or word in ("including", "such as")


def _goes_on(scene: Scene, index: int) -> bool:
    """Whether an agent follows that is no subject of a new clause."""
    for at in range(index, min(len(scene.nodes), index + 6)):
        kind = scene.nodes[at].kind
        if scene.nodes[at].has("nobody") or scene.nodes[at].has("because"):
            return False
        if kind == "agent":
            following = at + 1
            return not (scene.kind(following) == "verb" and _finite(scene, following))
        if kind not in _INNER and kind != "and":
            return False
    return False


def _finite(scene: Scene, index: int) -> bool:
    verb = scene.nodes[index].verb
    return (
        verb is not None
        and verb.finite
        and not (verb.bare_participle and scene.word(index + 1) in ("by", "in"))
    )


def agents_before(scene: Scene, last: int) -> list[Agent]:
    """The agents of the list whose last member is node ``last``, in the order of the text."""
    node = scene.nodes[last]
    assert node.agent is not None
    found = [node.agent]
    index = last - 1
    while index > 0:
        while index > 0 and (
            scene.kind(index) in ("det", "modifier")
            or (scene.nodes[index].value == "its" and scene.line.language in ("es", "fr"))
        ):
            index -= 1  # "Vladimir Poutine et son ministre"
        if scene.word(index) in _ALLY and scene.nodes[index - 1].value == "its":
            index -= 2  # "the US and its ally Israel"
        if scene.kind(index) not in ("and", "comma"):
            break
        comma = scene.kind(index) == "comma" and len(found) == 1
        while index > 0 and scene.kind(index) in ("and", "comma"):
            index -= 1
        other = scene.nodes[index]
        if comma and index > 0 and scene.kind(index - 1) != "comma":
            break  # "…, the EU": no list without an "and", but for headlines ("Russia, China oppose")
        if other.agent is None or (other.span is not None and other.span.possessive):
            break
        first = index - 1
        while first > 0 and scene.kind(first) == "det":
            first -= 1
        if (scene.kind(first) == "prep" and scene.nodes[first].value != "target") or not _alike(
            other.agent, node.agent
        ):
            break
        found.insert(0, other.agent)
        index -= 1
    return found


def _alike(one: Agent, other: Agent) -> bool:
    return (one.kind == "person") == (other.kind == "person")
