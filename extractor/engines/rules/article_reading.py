"""An article read by the rules, line by line: acts first, then what is told and held."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from extractor.article.model import Article
from extractor.engines.rules.acts.act import Act
from extractor.engines.rules.acts.in_line import acts_of_line
from extractor.engines.rules.clauses.nodes import read_nodes
from extractor.engines.rules.clauses.scene import Memory, Scene
from extractor.engines.rules.clauses.subjects import subject_of
from extractor.engines.rules.events.aftermath import tell_on
from extractor.engines.rules.events.fold import fold_events
from extractor.engines.rules.events.from_acts import Event, events_of_line
from extractor.engines.rules.events.occasion import lend_days
from extractor.engines.rules.frames.speech import QuoteState, read_sources
from extractor.engines.rules.lines.line import read_line
from extractor.engines.rules.lines.relevance import about_something_else, worth_reading
from extractor.engines.rules.positions.fold_stands import fold_stands, settle
from extractor.engines.rules.positions.in_line import positions_of_line
from extractor.engines.rules.positions.issues import issues_of_line
from extractor.engines.rules.positions.stand import Stand
from extractor.engines.rules.positions.story import Story, story_of
from extractor.engines.rules.who.agents import Agent, People
from extractor.engines.rules.who.mentions import find_agents
from extractor.engines.rules.why import Places, why_event, why_stand
from extractor.knowledge.known import Knowledge, shipped_knowledge

__all__ = ["Reading", "read_article"]

_LEAD: Final = 3
_LISTING: Final = frozenset({"impose", "designate", "tighten"})
_BACK: Final = frozenset({"pronoun", "anaphor", "measureword"})  # cues of words for what was told before
_MINISTRY: Final = re.compile(r"\bminist", re.IGNORECASE)
_AT_WHOM: Final = frozenset({"targets", "targeted", "targeting"})  # by whoever imposed the sanctions before
_COUNCILS: Final = frozenset({"org:EU", "org:UN-security-council", "org:UN"})


@dataclass(slots=True)
class Reading:
    """What the rules found; each record keeps the rule and the trigger it came from.

    ``mentions`` are known actors as the lines read name them, for the fullest name of each.
    """

    events: list[Event] = field(default_factory=list)
    stands: list[Stand] = field(default_factory=list)
    mentions: list[Agent] = field(default_factory=list)


def read_article(article: Article, knowledge: Knowledge | None = None, *, explain: bool = False) -> Reading:
    """Events and positions of ``article``, repeats folded.

    Args:
        knowledge: the actors and words to read with; the shipped ones when left out.
        explain: each record keeps why it was made, and why what was folded into it was.
    """
    known = knowledge or shipped_knowledge()
    scenes = _scenes(article, known)
    places = Places.of(article, scenes) if explain else None
    told = [(scene, acts_of_line(scene) if scene.telling else []) for scene in scenes]
    for _, acts in told:
        _remember_targets(scenes, acts)
    for scene in [scene for scene, acts in told if _news(acts)][:_LEAD]:
        scene.lead = True
    year = article.published.year if article.published else None
    reading = Reading()
    headed: list[Stand] = []
    state = QuoteState()
    story = story_of(told, scenes[0].memory.main_target() if scenes else None)
    for (scene, first_acts), ahead in zip(told, [*scenes[1:], None], strict=False):
        _read_sources(scene, state, ahead)
        acts = acts_of_line(scene) if _tells_anew(scene) else first_acts
        if scene.telling:
            told_now = events_of_line(scene, acts, year)
            if places is not None:
                for event in told_now:
                    event.whys = [why_event(places, scene, event)]
            if not told_now and reading.events:
                tell_on(scene, reading.events[-1])
            reading.events += told_now
            _remember_act(scene, acts)
            _remember_doers(scene, told_now)
        stands = _told_once([*positions_of_line(scene, acts, story), *issues_of_line(scene, story)])
        if places is not None:
            for stand in stands:
                stand.whys = [why_stand(places, scene, stand)]
        (headed if scene.line.in_title else reading.stands).extend(stands)
        reading.mentions += [
            node.agent for node in scene.nodes if node.agent is not None and node.agent.entry
        ]
        _move_on(scene)
    reading.stands += _headed_only(headed, reading.stands)
    held = _scoped(reading, story, article)
    few = len(held.events) + len(held.stands)
    between_states = any(_between_states(event) for event in held.events)
    if not between_states and about_something_else(article, few, known):
        return Reading()
    return held


def _told_once(stands: list[Stand]) -> list[Stand]:
    """ "opposes the draft", of a resolution that is the article's act: a view of the sanctions, told once."""
    known = {(one.voice.holder.key, one.at) for one in stands if one.kind == "sanctions"}
    return [one for one in stands if one.kind != "resolution" or (one.voice.holder.key, one.at) not in known]


def _headed_only(headed: list[Stand], told: list[Stand]) -> list[Stand]:
    """What a headline alone says ("X opposes …"): the journalist's gloss (ruling 26)."""
    holders = {stand.voice.holder.key for stand in told}
    return [
        replace(stand, basis="inferred")
        for stand in headed
        if stand.voice.holder.key not in holders and stand.voice.holder.key not in _COUNCILS
    ]


def _between_states(event: Event) -> bool:
    """Known authorities on one side and a known state on the other: no court, league or school does that."""
    return any(agent.entry is not None and agent.states_itself for agent in event.senders) and any(
        one.entry is not None and one.kind in ("state", "intl_org")
        for agent in event.targets
        for one in (agent, agent.of or agent)
    )


def _news(acts: list[Act]) -> bool:
    return any(act.action and act.view is None and not act.frame.unsure for act in acts)


def _scenes(article: Article, knowledge: Knowledge) -> list[Scene]:
    people, memory = People(), Memory()
    scenes: list[Scene] = []
    for index, use in worth_reading(article, knowledge):
        line = read_line(article, article.sentences[index], knowledge)
        if line is None:
            continue
        spans = find_agents(line, knowledge.actors, people)
        if use != "naming":
            nodes = read_nodes(line, spans)
            scenes.append(Scene(line, nodes, memory, telling=use == "telling", lead=line.in_title))
    return scenes


def _remember_targets(scenes: list[Scene], acts: list[Act]) -> None:
    for act in acts:
        for agent in act.targets:
            scenes[0].memory.note_target(agent)


def _remember_act(scene: Scene, acts: list[Act]) -> None:
    for act in acts:
        if act.action and act.view is None and not act.again and act.phrase is not None and act.targets:
            scene.memory.last_act = act


def _remember_doers(scene: Scene, events: list[Event]) -> None:
    news = [event for event in events if event.senders and not event.detail and event.stage != "rejected"]
    if news and news[-1].action in _LISTING and not news[-1].timing.is_background:
        scene.memory.last_doers = news[-1].senders
        scene.memory.last_told = (scene.line.number, news[-1].stage)


def _read_sources(scene: Scene, state: QuoteState, ahead: Scene | None) -> None:
    """Who speaks. What was worked out of the line before then holds no longer, as the memory moves on."""
    scene.forget()
    if ahead is not None:
        ahead.forget()
    read_sources(scene, state, ahead)
    scene.forget()


def _tells_anew(scene: Scene) -> bool:
    """Whether the line may tell other acts than at first; not where the memory was never asked about it."""
    back = _pronouns(scene) or not _AT_WHOM.isdisjoint(scene.line.words)
    return scene.telling and scene.remembering and back


def _pronouns(scene: Scene) -> bool:
    if scene.line.kinds.isdisjoint(_BACK):
        return False
    return any(node.kind in ("pronoun", "anaphor") or node.has("measureword") for node in scene.nodes)


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
                memory.subject_line = (scene.line.number, scene.line.paragraph)
                break


def _note(memory: Memory, agent: Agent) -> None:
    if agent.kind in ("intl_org", "coalition"):
        memory.last_org = agent
        if agent.key in _COUNCILS:
            memory.last_council = agent
    elif agent.kind == "state":
        memory.last_state = agent
        if agent.name.endswith("administration"):
            memory.last_administration = agent
    elif agent.kind == "government_body" and agent.key.endswith("-ministry"):
        memory.last_ministry = agent
    if agent.office in ("state", "own", "anonymous"):
        memory.last_person = agent
        if agent.office == "state" and agent.role is not None and _MINISTRY.search(agent.role):
            memory.last_ministry = agent.speaks_for


def _scoped(reading: Reading, story: Story, article: Article) -> Reading:
    """Repeats folded; conduct and diplomacy only beside sanctions or a resolution (ruling 21)."""
    events = lend_days(fold_events(reading.events), article)
    stands = fold_stands(settle(reading.stands, story, events))
    tells = bool(events) or any(stand.kind in ("sanctions", "resolution") for stand in stands)
    held = [stand for stand in stands if tells or stand.kind in ("sanctions", "resolution")]
    return Reading(events, held, reading.mentions)
