"""What an article is mainly about: the act that "the move" and "the decision" stand for, and whose it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from extractor.engines.rules.acts.act import Act
from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.events.from_acts import Event
from extractor.engines.rules.who.agents import Agent
from extractor.schemas.terms import PRESSURE_ACTIONS

__all__ = ["Story", "side_of", "story_of", "targets_told"]

_USUAL_SENDERS: Final = frozenset(
    f"country:{code}" for code in ("US", "GB", "CA", "AU", "JP", "CH", "NZ", "NO", "KR", "DE", "FR")
)
_NO_NEWS: Final = frozenset({"", "evade"})
_UNDONE: Final = {"extend": "lapse", "lift": "maintain", "ease": "maintain"}
_KIN: Final = (
    frozenset({"impose", "designate", "tighten"}),
    frozenset({"lift", "delist", "ease", "suspend", "exempt"}),
    frozenset({"extend", "maintain"}),
)


@dataclass(slots=True)
class Story:
    """The main act of the article: ``action``, with everybody named as sender or target of such an act.

    ``paper`` tells that the act is done by a resolution, ``resolution`` that one is told of at all,
    ``rejected`` that it came to nothing, ``wanted`` that nobody did it: somebody only wants it done.
    """

    action: str = "impose"
    told: bool = False
    senders: list[Agent] = field(default_factory=list)
    targets: list[Agent] = field(default_factory=list)
    against: Agent | None = None
    paper: bool = False
    resolution: bool = False
    rejected: bool = False
    wanted: bool = False

    @property
    def pressure(self) -> bool:
        """Whether the act puts pressure on somebody, rather than taking it away."""
        return self.action in PRESSURE_ACTIONS


def story_of(told: Sequence[tuple[Scene, list[Act]]], against: Agent | None) -> Story:
    """The act of the title as the body tells it, else the first plain act, else one that somebody only wants.

    Args:
        told: the article's lines with their acts, in order.
        against: the state that the article's sanctions are aimed at, where one stands out.
    """
    body = [act for scene, acts in told if not scene.line.in_title for act in acts]
    title = [act for scene, acts in told if scene.line.in_title for act in acts]
    paper = any(node.value == "resolution" for scene, _ in told for node in scene.nodes)
    against = against or _most_named([scene for scene, _ in told])
    done = _main(_plain(title), _plain(body))
    main = done or _first(body) or _first(title)
    if main is None:
        return Story(against=against, resolution=paper)
    kin = _kin(main.action)
    alike = [act for act in [*body, *title] if act.action in kin]
    state = next((agent.of or agent for agent in main.targets if not agent.office), None)
    action = main.action if not main.frame.negated else _UNDONE.get(main.action, main.action)
    return Story(
        action,
        told=True,
        senders=_each(agent for act in alike if not _left_undone(act) for agent in act.senders),
        targets=list(main.targets),
        against=against or state,
        paper=paper
        and any(_by_paper(scene) for scene, acts in told if any(act.action in kin for act in acts)),
        resolution=paper,
        wanted=done is None,
        rejected=any(act.frame.stage == "rejected" for act in [*title, *body[:3]]),
    )


def _most_named(scenes: Sequence[Scene]) -> Agent | None:
    """The state most named in an article that tells no target: clearly, and none that usually sanctions."""
    counts: Counter[str] = Counter()
    agents: dict[str, Agent] = {}
    for scene in scenes:
        for node in scene.nodes:
            agent = node.agent
            if agent is not None and agent.kind == "state" and agent.key not in _USUAL_SENDERS:
                counts[agent.key] += 3 if scene.line.in_title else 1
                agents.setdefault(agent.key, agent)
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < 3 or (len(ranked) == 2 and ranked[1][1] * 2 > ranked[0][1]):
        return None
    return agents[ranked[0][0]]


def _main(title: list[Act], body: list[Act]) -> Act | None:
    head = title[0] if title else None
    if head is None:
        return next((act for act in body if act.targets), body[0] if body else None)
    same = [act for act in body if act.action in _kin(head.action)]
    named = next((act for act in same if act.targets), None)
    return named or (head if head.targets or not same else same[0])


def _kin(action: str) -> frozenset[str]:
    return next((kin for kin in _KIN if action in kin), frozenset({action}))


def _plain(acts: Iterable[Act]) -> list[Act]:
    """Acts of the sender's own, told for sure."""
    return [
        act
        for act in acts
        if act.action not in _NO_NEWS and act.view is None and not act.frame.unsure and not act.frame.negated
    ]


def _by_paper(scene: Scene) -> bool:
    return any(node.value == "resolution" for node in scene.nodes)


def _left_undone(act: Act) -> bool:
    """ "Brazil does not apply sanctions": no sender."""
    return act.frame.negated and act.action == "impose"


def _first(acts: Iterable[Act]) -> Act | None:
    return next((act for act in acts if act.action not in _NO_NEWS), None)


def _each(agents: Iterable[Agent]) -> list[Agent]:
    return list({agent.key: agent for agent in agents}.values())


def side_of(story: Story, holder: Agent) -> str:
    """ "sender" or "target" of the article's main act, "" for anybody else."""
    if any(_same_state(holder, agent) for agent in story.senders):
        return "sender"
    hit = [story.against] if story.against is not None else []
    if any(_same_state(holder, agent) or _same_state(holder, agent.of) for agent in [*hit, *story.targets]):
        return "target"
    return ""


def _same_state(one: Agent, other: Agent | None) -> bool:
    if other is None:
        return False
    if one.key.startswith("org:EU") and other.key.startswith("org:EU"):
        return True  # its Commission, its High Representative
    bodies = ("state", "government_body")
    same = one.country is not None and one.country == other.country
    return one.key == other.key or (same and one.kind in bodies and other.kind in bodies)


def targets_told(story: Story, events: Sequence[Event]) -> list[Agent]:
    """Whom the main act hits: as the folded event tells it, else as its first telling did, else the state."""
    alike = [e for e in events if e.action in _kin(story.action) and e.targets and not e.timing.is_background]
    told = next((e.targets for e in alike if e.action == story.action), story.targets)
    if story.action == "designate" or any(agent.kind == "state" for agent in told):
        return told
    listed = next((e.targets for e in alike if e.action == "designate"), None)
    if story.action == "impose" and listed is not None:
        return listed
    state = story.against
    return [state] if state is not None and state.kind == "state" else told
