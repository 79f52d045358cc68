"""Agents read from a list, and where it ends."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.engines.rules.who.agents import Agent

__all__ = ["Members"]


@dataclass(slots=True)
class Members:
    """Agents read from a list, the node after the last of them, and whether a pronoun stood for one."""

    after: int
    agents: list[Agent] = field(default_factory=list)
    pronoun: bool = False

    def take(self, agent: Agent, after: int) -> None:
        """Adds one, once; the list now ends at node ``after``."""
        if agent.key not in {known.key for known in self.agents}:
            self.agents.append(agent)
        self.after = after
