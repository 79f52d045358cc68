"""Who says what a line tells: "X said that …", "…, said X", "according to X", and quotations that go on."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.engines.rules.agents import Agent
from extractor.engines.rules.clauses import subject_of
from extractor.engines.rules.scene import Memory, Scene, Source

__all__ = ["QuoteState", "read_sources", "source_at"]

_ACCORDING = frozenset({"according to", "según", "selon", "laut"})
_ACCORDING_WORDS = frozenset(phrase.split()[0] for phrase in _ACCORDING)
_MARKS = frozenset({"“", "„", "«", "”", "»", '"', "‘", "'"})


@dataclass
class QuoteState:
    """Whether a quotation is open, and who spoke last in which paragraph."""

    open: bool = False
    speaker: Agent | None = None
    nobody: bool = False
    paragraph: int = -1


def read_sources(scene: Scene, state: QuoteState) -> None:
    """Fills ``scene.sources`` and moves ``state`` and the memory on."""
    sources = _told_sources(scene) if _may_tell(scene) else []
    began_open = state.open
    quoted = _quotes(scene, state)
    if not sources and (began_open or quoted) and state.paragraph == scene.line.paragraph:
        sources = [Source(state.speaker, -1, state.nobody, trailing=False)]
    scene.sources = sources
    if sources and sources[-1].at >= 0:
        state.speaker, state.nobody = sources[-1].agent, sources[-1].nobody
    state.paragraph = scene.line.paragraph if sources or state.open else state.paragraph
    _remember(scene.memory, sources)


def _may_tell(scene: Scene) -> bool:
    """Whether any word for speaking stands in the line: most have none, and need no look at their nodes."""
    return "speech" in scene.line.kinds or not _ACCORDING_WORDS.isdisjoint(scene.line.words)


def _told_sources(scene: Scene) -> list[Source]:
    return [
        found
        for index, node in enumerate(scene.nodes)
        if node.kind in ("verb", "prep") and (found := _source(scene, index)) is not None
    ]


def _remember(memory: Memory, sources: list[Source]) -> None:
    for source in sources:
        if source.agent is not None and source.agent.office:
            memory.last_person = source.agent


def _quotes(scene: Scene, state: QuoteState) -> bool:
    """Keeps track of open quotation marks; whether the line holds any."""
    if _MARKS.isdisjoint(scene.line.words):
        return False
    met = False
    for node in scene.nodes:
        if node.kind != "quote":
            continue
        met = True
        if node.value in ("“", "„", "«"):
            state.open = True
        elif node.value in ("”", "»"):
            state.open = False
        elif node.value == '"':
            state.open = not state.open
    return met


def _source(scene: Scene, index: int) -> Source | None:  # noqa: PLR0911 - cases in order of precedence, one line each
    node = scene.nodes[index]
    if node.kind == "prep" and scene.text(index, index + 1).lower() in _ACCORDING:
        return _agent_source(scene, index, index + 1, trailing=index > 2)
    verb = node.verb
    if verb is None or verb.cue("speech") is None or verb.negated:
        return None
    if verb.gerund or (verb.bare_participle and "d" not in verb.letters):
        return None
    if _inverted(scene, index):
        found = _agent_source(scene, index, index + 1, trailing=True)
        if found is not None:
            return found
    if not verb.finite:
        return None
    subject = subject_of(scene, index)
    if subject.nobody:
        return Source(None, index, nobody=True)
    if not subject.agents:
        return None
    trailing = scene.kind(index + 1) in ("stop", "") or _ends(scene, index + 1) or _after_quote(scene, index)
    return Source(subject.agents[-1], index, trailing=trailing)


def _ends(scene: Scene, index: int) -> bool:
    """Whether nothing but a day or a place follows: the words said stand before."""
    return all(
        scene.kind(at) in ("day", "prep", "stop", "word", "det", "agent", "quote", "comma", "modifier")
        for at in range(index, len(scene.nodes))
    ) and not any(scene.kind(at) == "quote" for at in range(index, len(scene.nodes)))


def _after_quote(scene: Scene, index: int) -> bool:
    """ "“…,” he told a summit": the words said end right before the subject."""
    closing = [at for at in range(max(0, index - 5), index) if scene.nodes[at].value in ("”", '"', "»")]
    return bool(closing) and not any(scene.kind(at) == "quote" for at in range(index, len(scene.nodes)))


def _inverted(scene: Scene, index: int) -> bool:
    return scene.kind(index - 1) in ("comma", "quote", "") and index > 0


def _agent_source(scene: Scene, index: int, start: int, *, trailing: bool) -> Source | None:
    at = start
    while (
        scene.kind(at) in ("det", "modifier", "word") and at < start + 3 and not scene.nodes[at].has("nobody")
    ):
        at += 1
    if at >= len(scene.nodes):
        return None
    node = scene.nodes[at]
    if node.has("nobody"):
        return Source(None, index, nobody=True, trailing=trailing)
    if node.agent is None or (node.span is not None and node.span.possessive):
        return None
    return Source(node.agent, index, trailing=trailing)


def source_at(scene: Scene, index: int) -> Source | None:
    """Whose words node ``index`` belongs to: the nearest speech verb before it, else one after it."""
    before = [source for source in scene.sources if source.at < index and not source.trailing]
    if before:
        return before[-1]
    after = [source for source in scene.sources if source.at > index and source.trailing]
    if after:
        return after[0]
    return next((source for source in scene.sources if source.at < index), None)
