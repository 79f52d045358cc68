"""Agents gathered into the draft's list of actors: each once, under its fullest name."""

from __future__ import annotations

from extractor.engines.rules.who.agents import Agent
from extractor.schemas.draft import DraftActor

__all__ = ["Cast"]

_FORMS = {"name": 3, "abbreviation": 2, "metonym": 1, "capital": 1, "demonym": 0, None: 3}
_ABOUT = {"government", "gobierno", "gouvernement", "regierung", "administration", "administración", "regime"}


class Cast:
    """The actors of one draft. Names are settled when all have been seen, so records keep keys till then."""

    def __init__(self) -> None:
        self._agents: dict[str, Agent] = {}

    def see(self, agent: Agent) -> str:
        """Remembers ``agent`` (a fuller mention replaces a barer one) and gives its key."""
        key = agent.key
        known = self._agents.get(key)
        same = known is not None and agent.name == known.name and agent.form == known.form
        if known is None or (not same and _fullness(agent) > _fullness(known)):
            self._agents[key] = agent
        return key

    def name_better(self, agent: Agent) -> None:
        """Takes a fuller name for an actor already seen, wherever in the article it stands."""
        if agent.key in self._agents:
            self.see(agent)

    def name(self, key: str) -> str:
        """The fullest name seen for ``key``."""
        return self._agents[key].name[:200]

    @property
    def names(self) -> dict[str, str]:
        """The fullest name of every key seen."""
        return {key: self.name(key) for key in self._agents}

    def actors(self) -> list[DraftActor]:
        """Every actor seen, in the order of first mention."""
        return [_draft(agent) for agent in self._agents.values()]


def _fullness(agent: Agent) -> tuple[int, bool, int]:
    """A name before a short form, a capital, a demonym; a name before words about it ("gobierno de …")."""
    plain = _ABOUT.isdisjoint(agent.name.casefold().split())
    return _FORMS.get(agent.form, 0), plain and agent.name[:1].isupper(), len(agent.name)


def _draft(agent: Agent) -> DraftActor:
    return DraftActor(
        name=agent.name[:200],
        kind=agent.kind,
        country=agent.country,
        role=agent.role[:200] if agent.role else None,
        count=agent.count,
    )
