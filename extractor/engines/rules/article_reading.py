"""An article read by the rules, line by line: acts first, then what is told and held."""

from __future__ import annotations

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
from extractor.engines.rules.positions import positions_of_line
from extractor.engines.rules.relevance import worth_reading
from extractor.engines.rules.scene import Memory, Scene
from extractor.engines.rules.speech import QuoteState, read_sources
from extractor.engines.rules.stand import Stand
from extractor.knowledge.actors import Gazetteer

__all__ = ["Reading", "read_article"]

_LEAD: Final = 3


@dataclass(slots=True)
class Reading:
    """What the rules found; each record keeps the rule and the trigger it came from.

    ``mentions`` are known actors as the lines read name them, for the fullest name of each.
    """

    events: list[Event] = field(default_factory=list)
    stands: list[Stand] = field(default_factory=list)
    mentions: list[Agent] = field(default_factory=list)


def read_article(article: Article, actors: Gazetteer) -> Reading:
    """Events and positions of ``article``, repeats folded."""
    scenes = _scenes(article, actors)
    told = [(scene, acts_of_line(scene) if scene.telling else []) for scene in scenes]
    for _, acts in told:
        _remember_targets(scenes, acts)
    for scene in [scene for scene, acts in told if _news(acts)][:_LEAD]:
        scene.lead = True
    year = article.published.year if article.published else None
    reading = Reading()
    state = QuoteState()
    for scene, first_acts in told:
        read_sources(scene, state)
        if scene.telling:
            acts = acts_of_line(scene) if first_acts and _pronouns(scene) else first_acts
            reading.events += events_of_line(scene, acts, year)
            reading.stands += positions_of_line(scene, acts)
            reading.stands += issues_of_line(scene)
        reading.mentions += [
            node.agent for node in scene.nodes if node.agent is not None and node.agent.entry
        ]
        _move_on(scene)
    return _scoped(reading)


def _news(acts: list[Act]) -> bool:
    return any(act.action and act.view is None and not act.frame.unsure for act in acts)


def _scenes(article: Article, actors: Gazetteer) -> list[Scene]:
    people, memory = People(), Memory()
    scenes: list[Scene] = []
    for index, use in worth_reading(article):
        line = read_line(article, article.sentences[index])
        if line is None:
            continue
        spans = find_agents(line, actors, people)
        if use != "naming":
            nodes = read_nodes(line, spans)
            scenes.append(Scene(line, nodes, memory, telling=use == "telling", lead=line.in_title))
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
    held = [stand for stand in stands if tells or stand.kind in ("sanctions", "resolution")]
    return Reading(events, held, reading.mentions)
