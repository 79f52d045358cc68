"""Why a record was made, kept beside it: the rule, the trigger, and the words that filled its fields.

Only what can be pointed at is told. An actor is looked for as the very mention that the rule took, then under
its key in the same line, then in the lines before; what no words stand for (a stage, a stance) is the rule's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from extractor.article.model import Article
from extractor.engines.rules.lines.line import Line
from extractor.engines.rules.who.agents import Agent
from extractor.knowledge.vocabulary import CueSet
from extractor.schemas.explanation import FieldWords, Reason, Words

if TYPE_CHECKING:
    from extractor.engines.rules.clauses.scene import Scene
    from extractor.engines.rules.events.from_acts import Event
    from extractor.engines.rules.positions.stand import Stand

__all__ = ["Filled", "Places", "Why", "reasons_of", "why_event", "why_stand"]


class Filled(NamedTuple):
    """A value of a field and the words it was taken from; ``actor`` is an agent's key, else ""."""

    field: str
    value: str
    words: Words
    actor: str = ""


@dataclass(frozen=True, slots=True)
class Why:
    """One reading of one line that gave a record."""

    rule: str
    sentence: int
    trigger: Words | None
    filled: tuple[Filled, ...]


class _Place(NamedTuple):
    line: Line
    start: int
    after: int


@dataclass
class Places:
    """Where in an article its agents stand; made once, when all of its lines are read."""

    article: Article
    by_mention: dict[int, _Place] = field(default_factory=dict)  # by identity: the scenes keep agents alive
    by_key: dict[str, list[_Place]] = field(default_factory=dict)

    @classmethod
    def of(cls, article: Article, scenes: Iterable[Scene]) -> Places:
        """The places of every agent in the lines read."""
        made = cls(article)
        later: list[tuple[Agent, _Place]] = []
        for scene in scenes:
            for node in scene.nodes:
                if node.agent is None:
                    continue
                place = _Place(scene.line, node.start, node.after)
                made.by_mention.setdefault(id(node.agent), place)
                made.by_key.setdefault(node.agent.key, []).append(place)
                later += [(one, place) for one in (node.agent.speaks_for, node.agent.of) if one is not None]
        for agent, place in later:  # a state told by its spokesperson alone
            made.by_mention.setdefault(id(agent), place)
            made.by_key.setdefault(agent.key, []).append(place)
        return made

    def words(self, line: Line, start: int, after: int) -> Words | None:
        """Words ``start`` up to ``after`` of the line, in the article; None when there are none."""
        if not 0 <= start < after <= len(line.words):
            return None
        return self.between(line, line.starts[start], line.ends[after - 1])

    def between(self, line: Line, first: int, last: int) -> Words:
        """The line's own text from offset ``first`` to ``last``, in the article."""
        at = self.article.sentences[line.number - 1].start
        return Words(text=line.text[first:last], start=at + first, end=at + last)

    def agent(self, agent: Agent, line: Line) -> Words | None:
        """The words that name ``agent`` to a rule that reads ``line``."""
        place = self.by_mention.get(id(agent))
        if place is None:
            places = self.by_key.get(agent.key, [])
            here = [one for one in places if one.line.number == line.number]
            before = [one for one in places if one.line.number < line.number]
            place = here[0] if here else before[-1] if before else None
        return None if place is None else self.words(*place)


def why_event(places: Places, scene: Scene, event: Event) -> Why:
    """Why ``event`` was read in this line; it must not have been folded into another yet."""
    actors = [("senders", one) for one in event.senders] + [("targets", one) for one in event.targets]
    if event.according_to is not None:
        actors.append(("according_to", event.according_to))
    told = [
        ("date", event.timing.date),
        ("in_force", event.timing.in_force),
        *(("instruments", name) for name in event.instruments),
    ]
    filled = [*_of_actors(places, scene.line, actors), *_of_values(places, scene, event)]
    filled += _of_texts(places, scene.line, told)
    return Why(event.rule, scene.line.number, _trigger(places, scene, event.at), tuple(filled))


def why_stand(places: Places, scene: Scene, stand: Stand) -> Why:
    """Why ``stand`` was read in this line; it must not have been folded into another yet."""
    actors = [("holder", stand.voice.holder)]
    if stand.voice.speaker is not None:
        actors.append(("speaker", stand.voice.speaker))
    actors += [("issue.targets", one) for one in stand.targets]
    actors += [("addressees", one) for one in stand.addressees]
    filled = [*_of_actors(places, scene.line, actors)]
    filled += _of_texts(places, scene.line, [("condition", stand.condition)])
    return Why(stand.rule, scene.line.number, _trigger(places, scene, stand.at), tuple(filled))


def _trigger(places: Places, scene: Scene, at: int | None) -> Words | None:
    if at is None or not 0 <= at < len(scene.nodes):
        return None
    return places.words(scene.line, scene.nodes[at].start, scene.nodes[at].after)


def _of_actors(places: Places, line: Line, actors: Iterable[tuple[str, Agent]]) -> Iterator[Filled]:
    for name, agent in actors:
        words = places.agent(agent, line)
        if words is not None:
            yield Filled(name, agent.name, words, agent.key)


def _of_texts(places: Places, line: Line, told: Iterable[tuple[str, str | None]]) -> Iterator[Filled]:
    """Values that are words of the line themselves."""
    for name, text in told:
        first = line.text.find(text) if text else -1
        if text and first >= 0:
            yield Filled(name, text, places.between(line, first, first + len(text)))


def _of_values(places: Places, scene: Scene, event: Event) -> Iterator[Filled]:
    """Measures, sectors and objectives by the cues that told them, each by the first."""
    left: dict[tuple[str, str], str] = {}  # kind of cue and value: the field that it fills
    for name, values, kinds in (
        ("measures", event.measures, ("measure", "strong", "goods")),
        ("sectors", event.sectors, ("sector",)),
        ("objectives", event.objectives, ("reason",)),
    ):
        left.update({(kind, value): name for kind in kinds for value in values})
    for index in range(*event.region):
        for after, cues in _cues_at(scene.line, index):
            for cue in cues:
                value = cue.value.rpartition(":")[2]  # "taken:asset_freeze" tells an asset freeze
                filled = left.get((cue.kind, value))
                words = places.words(scene.line, index, after)
                if filled is not None and words is not None:
                    left = {one: name for one, name in left.items() if (one[1], name) != (value, filled)}
                    yield Filled(filled, value, words)


def _cues_at(line: Line, index: int) -> Iterator[tuple[int, CueSet]]:
    yield line.after[index], line.cues[index]
    detail = line.known.at(line.words, index, details=True)
    if detail is not None:
        yield detail


def reasons_of(whys: Sequence[Why], actors: dict[str, str], kept: dict[str, set[str]]) -> tuple[Reason, ...]:
    """The reasons of a record as it went to the draft, in the order of the text, each once.

    Args:
        actors: the draft's name of each agent, by key.
        kept: the values that each field holds in the end: what folding dropped is no reason.
    """
    made: dict[Reason, None] = {}
    for why in sorted(whys, key=lambda one: one.sentence):
        fields = [
            FieldWords(field=one.field, value=value, words=one.words)
            for one in why.filled
            if (value := actors.get(one.actor, one.value)) in kept.get(one.field, ())
        ]
        reason = Reason(rule=why.rule, sentence=why.sentence, trigger=why.trigger, fields=tuple(fields))
        made[reason] = None
    return tuple(made)
