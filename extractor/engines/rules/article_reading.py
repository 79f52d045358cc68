"""An article read by the rules, line by line: acts first, then what is told and held."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from extractor.article.model import Article
from extractor.engines.rules.act import Act
from extractor.engines.rules.acts import acts_of_line
from extractor.engines.rules.agents import Agent, People
from extractor.engines.rules.clauses import subject_of
from extractor.engines.rules.events import Event, events_of_line
from extractor.engines.rules.fold import fold_events, fold_stands
from extractor.engines.rules.issues import issues_of_line
from extractor.engines.rules.line import read_line
from extractor.engines.rules.mentions import find_agents
from extractor.engines.rules.nodes import read_nodes
from extractor.engines.rules.positions import Stand, positions_of_line
from extractor.engines.rules.scene import Memory, Scene
from extractor.engines.rules.speech import QuoteState, read_sources
from extractor.knowledge.actors import Gazetteer

__all__ = ["Reading", "read_article"]

# Nothing of this in the whole text: nothing to read. Stems of every noun and verb for sanctions.
_TELLING: Final = re.compile(
    r"sanctio|sanci|sanktion|embargo|blacklist|restrictive measures|mesures restrictives|medidas restrictivas|asset freeze|travel ban"
    r"|price cap|export control|strafmaßnahmen|resolution|price-cap|visa ban|avoirs|frozen assets|preisdeckel|entry ban|visa restrict|import ban|export ban|arms ban|frozen|OFAC|einreiseverbot",
    re.IGNORECASE,
)
_LEAD: Final = 3


@dataclass(slots=True)
class Reading:
    """What the rules found; each record keeps the rule and the trigger it came from."""

    events: list[Event] = field(default_factory=list)
    stands: list[Stand] = field(default_factory=list)


def read_article(article: Article, actors: Gazetteer) -> Reading:
    """Events and positions of ``article``, repeats folded."""
    if _TELLING.search(article.text) is None:
        return Reading()
    scenes = _scenes(article, actors)
    told = [(scene, acts_of_line(scene)) for scene in scenes]
    for _, acts in told:
        _remember_targets(scenes, acts)
    for scene, _ in [item for item in told if item[1]][:_LEAD]:
        scene.lead = True
    year = article.published.year if article.published else None
    reading = Reading()
    state = QuoteState()
    for scene, acts in told:
        read_sources(scene, state)
        acts = acts_of_line(scene) if acts or _pronouns(scene) else acts
        reading.events += events_of_line(scene, acts, year)
        reading.stands += positions_of_line(scene, acts)
        reading.stands += issues_of_line(scene)
        _move_on(scene)
    return _scoped(reading)


def _scenes(article: Article, actors: Gazetteer) -> list[Scene]:
    people, memory = People(), Memory()
    scenes: list[Scene] = []
    for sentence in article.sentences:
        line = read_line(article, sentence)
        if line is None:
            continue
        nodes = read_nodes(line, find_agents(line, actors, people))
        scenes.append(Scene(line, nodes, memory, lead=line.in_title))
    return scenes


def _remember_targets(scenes: list[Scene], acts: list[Act]) -> None:
    for act in acts:
        for agent in act.targets:
            scenes[0].memory.note_target(agent)


def _pronouns(scene: Scene) -> bool:
    return any(node.kind in ("pronoun", "anaphor") for node in scene.nodes)


def _move_on(scene: Scene) -> None:
    """What later lines may refer to: the subject, the last organisation and state."""
    memory = scene.memory
    for at, node in enumerate(scene.nodes):
        agent = node.agent
        if agent is not None:
            _note(memory, agent)
        if node.verb is not None and node.verb.finite:
            agents = subject_of(scene, at, 2).agents
            if agents:
                memory.last_subjects = [a.speaks_for or a for a in agents]
                break


def _note(memory: Memory, agent: Agent) -> None:
    if agent.kind in ("intl_org", "coalition"):
        memory.last_org = agent
    elif agent.kind == "state":
        memory.last_state = agent
    if agent.office in ("state", "own", "anonymous"):
        memory.last_person = agent


def _scoped(reading: Reading) -> Reading:
    """Repeats folded; conduct and diplomacy only beside sanctions or a resolution (ruling 21)."""
    events = fold_events(reading.events)
    stands = fold_stands(reading.stands)
    tells = bool(events) or any(stand.kind in ("sanctions", "resolution") for stand in stands)
    return Reading(events, [s for s in stands if tells or s.kind in ("sanctions", "resolution")])
