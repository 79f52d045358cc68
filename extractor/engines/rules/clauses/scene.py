"""One line read in full, with what the article has told so far: what every rule looks at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from extractor.engines.rules.clauses.nodes import Node
from extractor.engines.rules.lines.line import Line
from extractor.engines.rules.who.agents import Agent
from extractor.knowledge.vocabulary import CueSet
from extractor.schemas import terms

if TYPE_CHECKING:
    from extractor.engines.rules.acts.act import Act
    from extractor.engines.rules.acts.measures import SanctionsPhrase
    from extractor.engines.rules.clauses.subjects import Subject
    from extractor.engines.rules.frames.frame import Frame

__all__ = ["Memory", "Scene", "Source"]


class Source(NamedTuple):
    """Whose words a line reports, and the words of the line that say so (``at`` is a node index).

    ``agent`` None with ``nobody`` set: analysts, experts, critics, who hold no position.
    """

    agent: Agent | None
    at: int
    nobody: bool = False
    trailing: bool = False


@dataclass
class Memory:
    """What earlier lines of the article told, for pronouns and left-out targets."""

    targets: Counter[str] = field(default_factory=Counter)
    target_agents: dict[str, Agent] = field(default_factory=dict)
    last_subjects: list[Agent] = field(default_factory=list)
    subject_line: tuple[int, int] = (-1, -1)  # the line and paragraph that told them
    last_org: Agent | None = None
    last_state: Agent | None = None
    last_person: Agent | None = None
    last_administration: Agent | None = None
    last_ministry: Agent | None = None  # or the state whose minister was named
    background: bool = False
    last_act: Act | None = None
    last_council: Agent | None = None
    last_doers: list[Agent] = field(default_factory=list)  # of the last new sanctions told as news
    last_told: tuple[int, terms.StageName] = (-9, "considered")  # the line's number and the stage of that act
    ranked: list[tuple[str, int]] | None = None  # the two states most named as targets

    def note_target(self, agent: Agent) -> None:
        """Counts a state named as the target of sanctions."""
        if agent.of is not None:
            agent = agent.of
        if agent.kind in ("state", "armed_group"):
            self.targets[agent.key] += 1
            self.target_agents.setdefault(agent.key, agent)
            self.ranked = None

    def main_target(self) -> Agent | None:
        """The one target of the article's sanctions, when no other is named as often."""
        if self.ranked is None:
            self.ranked = self.targets.most_common(2)
        ranked = self.ranked
        if not ranked or (len(ranked) == 2 and ranked[1][1] == ranked[0][1]):
            return None
        return self.target_agents[ranked[0][0]]


class _Outside(dict[int, str]):
    """What the nodes are, by index; looked up hundreds of times a line, which a plain list has no "" for."""

    __slots__ = ()

    def __missing__(self, index: int) -> str:
        return ""


@dataclass(slots=True)
class Scene:
    """A line with its nodes. ``sources`` are filled by ``speech`` before the rules are asked.

    ``telling`` is false for lines read only for who speaks and who is who; ``lead`` marks the title and the
    first lines that tell of acts, which are the article's news. ``acts`` are those read so far in this line.
    """

    line: Line
    nodes: list[Node]
    past: Memory
    sources: list[Source] = field(default_factory=list)
    telling: bool = True
    lead: bool = False
    told: list[CueSet] | None = None
    acts: list[Act] = field(default_factory=list)
    kind: Callable[[int], str] = field(init=False)  # of a node by its index, "" outside
    word: Callable[[int], str] = field(init=False)  # a node's folded first word by its index, "" outside
    remembering: bool = False  # whether the memory was ever asked
    subjects: dict[int, Subject] = field(default_factory=dict)  # of verbs, by node
    frames: dict[int, Frame] = field(default_factory=dict)
    phrases: dict[int, SanctionsPhrase] = field(default_factory=dict)
    conditions: list[int] | None = None

    def __post_init__(self) -> None:
        words = self.line.words
        self.kind = _Outside(enumerate([node.kind for node in self.nodes])).__getitem__
        self.word = _Outside(enumerate([words[node.start] for node in self.nodes])).__getitem__

    @property
    def memory(self) -> Memory:
        """What earlier lines told; asking for it is noted, since what was read may then change with it."""
        self.remembering = True
        return self.past

    @property
    def last_act(self) -> Act | None:
        """The act told last, in this line or before it."""
        return self.acts[-1] if self.acts else self.memory.last_act

    @property
    def details(self) -> list[CueSet]:
        """The line's cues of measures, sectors and reasons, looked up once."""
        if self.told is None:
            self.told = self.line.details()
        return self.told

    def forget(self) -> None:
        """Lets go of all that was worked out, as the memory has moved on. ``remembering`` stays as it is."""
        self.subjects.clear()
        self.frames.clear()
        self.phrases.clear()

    def text(self, first: int, after: int) -> str:
        """The words of nodes ``first`` up to, not including, ``after``."""
        return self.line.slice(self.nodes[first].start, self.nodes[after - 1].after)
