"""Who says what a line tells: "X said that …", "…, said X", "according to X", and quotations that go on."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.engines.rules.clauses.nodes import Node
from extractor.engines.rules.clauses.scene import Memory, Scene, Source
from extractor.engines.rules.clauses.subjects import previous_finite, subject_of
from extractor.engines.rules.who.agents import Agent

__all__ = ["QuoteState", "person_before", "read_sources", "source_at"]

_ACCORDING = frozenset({
    "according to", "según", "selon", "laut", "d'après", "de acuerdo con", "a juicio de", "nach ansicht",
    "nach meinung", "nach auffassung", "nach worten", "nach einschätzung", "nach überzeugung",
    "nach den worten", "aus sicht", "nach darstellung", "nach angaben",
})  # fmt: skip
_ACCORDING_WORDS = frozenset(phrase.split()[0] for phrase in _ACCORDING)
_FOR = frozenset({"pour", "para"})
_SAYING = frozenset({"saying", "arguing", "adding"})
_FIRST_PERSON = frozenset({"we", "i", "nous", "je", "wir", "ich"})
_SUBJUNCTIVE = frozenset({
    "sei", "seien", "werde", "habe", "müsse", "dürfe", "könne", "solle", "wolle", "gebe", "komme", "gehe",
    "bleibe", "stehe", "sehe", "brauche", "führe", "treffe", "schade",
})  # fmt: skip
_HEARD = frozenset({"hieß", "heißt"})
_SEATS = frozenset({"aus", "in", "im", "von", "bei"})
_SUBORDINATE = frozenset({"dass", "ob", "wonach", "als", "ich", "er", "wenn", "falls", "obwohl"})
_MARKS = frozenset({"“", "„", "«", "”", "»", '"', "‘", "'"})


@dataclass
class QuoteState:
    """Whether a quotation is open, and who spoke last in which paragraph."""

    open: bool = False
    speaker: Agent | None = None
    nobody: bool = False
    paragraph: int = -1
    line: int = -2  # the last one whose speaker was known


def read_sources(scene: Scene, state: QuoteState, ahead: Scene | None = None) -> None:
    """Fills ``scene.sources`` and moves ``state`` and the memory on.

    Args:
        ahead: the next line read, whose "…, he said" may close a quotation that this line opens.
    """
    labelled = _label(scene)
    sources = [labelled] if labelled is not None else _told_sources(scene) if _may_tell(scene) else []
    sources = sources or _headed(scene)
    fresh = state.paragraph != scene.line.paragraph
    began_open = state.open
    quoted = _quotes(scene, state)
    if not sources and quoted and _stranger_speaks(scene):
        sources = [Source(None, -1, nobody=True)]
        state.speaker, state.nobody = None, True
    if not sources and (began_open or quoted):
        if state.open and ahead is not None and ahead.line.paragraph == scene.line.paragraph:
            said = [one for one in _told_sources(ahead) if one.trailing]
            sources = [one._replace(at=-1, trailing=False) for one in said[:1]]
        whole = began_open or scene.kind(0) == "quote"
        if not sources and (not fresh or whole):
            sources = [Source(state.speaker, -1, state.nobody, trailing=False)]
    if not sources and not quoted and scene.line.language == "de":
        sources = _going_on(scene, state)
    if sources:
        state.line = scene.line.number
    scene.sources = sources
    if sources and sources[-1].at >= 0:
        state.speaker, state.nobody = sources[-1].agent, sources[-1].nobody
    elif sources and sources[0].at < 0 and sources[0].agent is not None:
        state.speaker, state.nobody = sources[0].agent, sources[0].nobody
    state.paragraph = scene.line.paragraph if sources or state.open else state.paragraph
    _remember(scene.memory, sources)


def _going_on(scene: Scene, state: QuoteState) -> list[Source]:
    """ "Die Maßnahmen seien nötig.": the German subjunctive goes on with whoever spoke or acted."""
    first = next((at for at, node in enumerate(scene.nodes) if _subjunctive(scene, at, node)), None)
    if first is None or any(scene.word(at) in _SUBORDINATE for at in range(first)):
        return []
    before = scene.line.number - 1
    if state.line == before and state.paragraph == scene.line.paragraph:
        return [Source(state.speaker, -1, state.nobody)]
    memory = scene.memory
    told = memory.last_subjects if memory.subject_line == (before, scene.line.paragraph) else []
    return [Source(told[0], -1)] if len(told) == 1 and told[0].states_itself else []


def _subjunctive(scene: Scene, at: int, node: Node) -> bool:
    """ "seien", "müsse", "unterstütze": the forms in which German reports what others say."""
    word = scene.word(at)
    if word in _SUBJUNCTIVE:
        return True
    verb = node.verb
    return verb is not None and verb.finite and verb.letters in ("s", "b") and word.endswith("e")


def person_before(scene: Scene, index: int) -> Agent | None:
    """ "En Kiev, el ministro, Danilo Kravchuk, celebró": the office-holder whose name a comma closes."""
    if scene.kind(index - 1) != "comma" or index < 2:
        return None
    agent = scene.nodes[index - 2].agent
    return agent if agent is not None and agent.kind == "person" and agent.office else None


def _label(scene: Scene) -> Source | None:
    """ "Kristel Maasik: We want …": an interview or a record names who speaks before a colon."""
    if scene.kind(0) != "agent" or scene.kind(1) != "stop" or scene.nodes[1].value != ":":
        return None
    agent = scene.nodes[0].agent
    return None if agent is None or not agent.office or len(scene.nodes) < 5 else Source(agent, 1)


def _headed(scene: Scene) -> list[Source]:
    """ "Pour Téhéran, ces mesures sont illégales": whose view follows stands before a comma."""
    if not scene.line.words or scene.line.words[0] not in _FOR:
        return []
    found = _agent_source(scene, 0, 1, trailing=False)
    at = next((i for i in range(1, min(6, len(scene.nodes))) if scene.nodes[i].agent is not None), 0)
    return [found] if found is not None and at and scene.kind(at + 1) == "comma" else []


def _stranger_speaks(scene: Scene) -> bool:
    """ "“…,” said Pintér.": the words of a line are those of somebody whom nobody knows."""
    if "speech" not in scene.line.kinds:
        return False
    for index, node in enumerate(scene.nodes):
        verb = node.verb
        if verb is None or verb.cue("speech") is None or not verb.finite or verb.negated:
            continue
        near = (scene.kind(index - 1), scene.kind(index + 1))
        if "quote" in near or scene.kind(index - 1) in ("word", "agent") or _inverted(scene, index):
            return True
    return False


def _may_tell(scene: Scene) -> bool:
    """Whether any word for speaking stands in the line: most have none, and need no look at their nodes."""
    words = scene.line.words
    return "speech" in scene.line.kinds or not (
        _ACCORDING_WORDS.isdisjoint(words) and _SAYING.isdisjoint(words)
    )


def _told_sources(scene: Scene) -> list[Source]:
    return [
        found
        for index, node in enumerate(scene.nodes)
        if (
            (node.kind == "verb" and node.verb is not None and "speech" in node.verb.first)
            or (node.kind == "prep" and scene.word(index) in _ACCORDING_WORDS)
            or (node.kind == "opener" and scene.word(index) in _SAYING)
        )
        and (found := (_saying if scene.word(index) in _SAYING else _source)(scene, index)) is not None
    ]


def _remember(memory: Memory, sources: list[Source]) -> None:
    for source in sources:
        if source.agent is not None and (source.agent.office or source.agent.kind == "person"):
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


def _source(scene: Scene, index: int) -> Source | None:  # noqa: C901, PLR0911 - cases in order of precedence, one line each
    node = scene.nodes[index]
    if node.kind == "prep" and scene.text(index, index + 1).lower() in _ACCORDING:
        return _agent_source(scene, index, index + 1, trailing=index > 2)
    verb = node.verb
    if verb is None or verb.cue("speech") is None or verb.negated:
        return None
    if scene.word(index) in _HEARD:
        return _heard(scene, index)
    if verb.gerund or (verb.bare_participle and "d" not in verb.letters):
        return None
    if _inverted(scene, index):
        found = _agent_source(scene, index, index + 1, trailing=True)
        if found is not None:
            return found
    if not verb.finite or (scene.word(index - 1) in _FIRST_PERSON and _in_quotes(scene, index)):
        return None
    subject = subject_of(scene, index)
    if not subject.agents and subject.thing is None and not subject.nobody:
        person = person_before(scene, index)
        if person is not None:
            return Source(person, index, trailing=_after_quote(scene, index))
    if subject.nobody:
        return Source(None, index, nobody=True)
    if not subject.agents:
        return None
    trailing = scene.kind(index + 1) in ("stop", "") or _ends(scene, index + 1) or _after_quote(scene, index)
    return Source(subject.agents[-1], index, trailing=trailing)


def _heard(scene: Scene, index: int) -> Source | None:
    """ "Aus dem Kreml hieß es, …", "…, hieß es in Minsk": those who are named by their seat."""
    if "es" not in (scene.word(index - 1), scene.word(index + 1)):
        return None
    before = range(max(0, index - 8), index) if scene.word(index + 1) == "es" else range(0)
    for at in [*before, *range(index + 1, min(len(scene.nodes), index + 5))]:
        if scene.kind(at) != "prep" or scene.word(at) not in _SEATS:
            continue
        found = _agent_source(scene, index, at + 1, trailing=at > index)
        agent = None if found is None else found.agent
        if agent is not None and (agent.states_itself or agent.office):
            return found
    return None


def _saying(scene: Scene, index: int) -> Source | None:
    """ "X agreed, saying that …": whoever is the subject of the verb before."""
    above = previous_finite(scene, index)
    agents = subject_of(scene, above).agents if above is not None else []
    return Source(agents[-1], index) if len(agents) == 1 else None


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


def _in_quotes(scene: Scene, index: int) -> bool:
    return any(node.kind == "quote" for node in scene.nodes[:index])


def _inverted(scene: Scene, index: int) -> bool:
    """ "…, said X": not where X only begins another clause ("Y, its envoy, said the EU step was …")."""
    if index == 0 or scene.kind(index - 1) not in ("comma", "quote", ""):
        return False
    at = index + 1
    while scene.kind(at) in ("det", "modifier"):
        at += 1
    if scene.kind(index - 1) == "quote" or scene.kind(at) != "agent":
        return True
    if scene.kind(at + 2) in ("stop", "") and scene.kind(at + 1) == "word":
        return True  # "…, teilte der Kreml mit."
    return scene.kind(at + 1) not in ("word", "verb", "nominal", "stagenoun", "sanctions", "issue")


def _agent_source(scene: Scene, index: int, start: int, *, trailing: bool) -> Source | None:
    at = start + (scene.word(start) == "von")  # "nach Ansicht von"
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
