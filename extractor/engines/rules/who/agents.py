"""Who is named in an article: states, bodies, office-holders, persons, groups, and whom they speak for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from extractor.knowledge.entry import Entry, FormType
from extractor.schemas import terms

__all__ = ["Agent", "AgentSpan", "Office", "People", "holder_and_speaker", "of_entry"]

Office = Literal["", "state", "own", "anonymous", "plural", "nobody"]


@dataclass(
    slots=True
)  # never changed; not frozen, as hundreds are made for an article and that is far dearer
class Agent:
    """Somebody named or described, as printed. ``speaks_for`` is the state or body of an office-holder,
    ``of`` the state that a group or person is of, whether it speaks for it or not.

    ``office`` follows rulings 3 and 4 of the data model: "state" speaks for its state, "own" for itself,
    "anonymous" is a description that speaks for its state, "plural" several at once.
    """

    name: str
    kind: terms.ActorKindName
    country: str | None = None
    entry: Entry | None = None
    form: FormType | None = None
    role: str | None = None
    count: int | None = None
    office: Office = ""
    speaks_for: Agent | None = None
    of: Agent | None = None

    @property
    def key(self) -> str:
        """What makes two mentions the same actor within an article."""
        return self.entry.id if self.entry is not None else self.name.casefold()

    @property
    def called(self) -> str:
        """Its name in plain words: "Belarus" where the line says "Belarusian"."""
        return self.entry.name if self.entry is not None and self.form == "demonym" else self.name

    @property
    def states_itself(self) -> bool:
        """Whether it can act and hold views: a state, body, organisation or coalition."""
        return self.kind in ("state", "government_body", "intl_org", "coalition", "armed_group")


class AgentSpan(NamedTuple):
    """An agent at words ``start`` up to ``after`` of a line; a possessive mark belongs to the span."""

    start: int
    after: int
    agent: Agent
    possessive: bool = False

    @property
    def adjectival(self) -> bool:
        """Whether the mention is a demonym ("Russian"), which alone is no subject."""
        return self.agent.form == "demonym"


@dataclass
class People:
    """Who was named so far: persons by their last name, so that "Pompeo" is known again, and the like."""

    by_surname: dict[str, Agent] = field(default_factory=dict)
    by_first: dict[str, Agent] = field(
        default_factory=dict
    )  # companies, ships: "Hongda" for "Hongda Petro Ltd"
    by_organ: dict[str, Agent] = field(default_factory=dict)  # "the Commission", by its one word
    by_body: dict[str, Agent] = field(default_factory=dict)  # "foreign-ministry": the one last named
    state: Agent | None = None  # whose body or office was named last: its ministry, when nothing tells
    country: Agent | None = None  # named last by itself
    home: Agent | None = None  # of the dateline
    lines: int = 0  # read so far, while no dateline was met

    def learn(self, agent: Agent) -> None:
        """Remembers a person; the mention with an office and the fuller name win."""
        surname = agent.name.split()[-1]
        known = self.by_surname.get(surname)
        if known is None or (agent.office and not known.office) or len(agent.name) > len(known.name):
            kept = known.office if known is not None and not agent.office else ""
            self.by_surname[surname] = replace(known, name=agent.name) if kept and known else agent

    def recall(self, surname: str) -> Agent | None:
        """The person last known by ``surname``."""
        return self.by_surname.get(surname)


def of_entry(entry: Entry, name: str, form: FormType | None = None) -> Agent:
    """The agent that a gazetteer entry is, under the name it is printed with."""
    return Agent(name=name, kind=entry.kind, country=entry.country, entry=entry, form=form)


def holder_and_speaker(agent: Agent) -> tuple[Agent, Agent | None] | None:
    """Whose position it is when ``agent`` speaks, and the speaker apart from it (rulings 3 and 4).

    None when it can hold none: bystanders, and officials whose state is not known.
    """
    if agent.office in ("state", "anonymous", "plural"):
        return None if agent.speaks_for is None else (agent.speaks_for, agent)
    if agent.office == "own" or agent.kind == "company" or _is_association(agent):
        return agent, None
    return (agent, None) if agent.states_itself else None


def _is_association(agent: Agent) -> bool:
    """A party or other association, and no territory, which are of the same kind."""
    return agent.kind == "other" and (agent.entry is None or agent.entry.id.startswith(("ngo:", "party:")))
