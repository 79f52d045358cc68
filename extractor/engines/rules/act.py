"""An act as the rules find it: what is done or wanted, by whom, to whom, and by which rule it was found."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.engines.rules.agents import Agent
from extractor.engines.rules.frames import Frame, View
from extractor.engines.rules.measures import SanctionsPhrase
from extractor.schemas import terms

__all__ = ["Act"]


@dataclass(slots=True)
class Act:
    """Something done, or wanted, with sanctions. ``rule`` and ``trigger`` (a node) explain the record.

    ``action`` "" is a bare mention of sanctions that somebody takes a view of. Nodes ``first`` up to
    ``after`` tell it. ``measure`` is what the act itself is, where no sanctions phrase says so.
    """

    rule: str
    trigger: int
    action: str
    frame: Frame
    senders: list[Agent] = field(default_factory=list)
    targets: list[Agent] = field(default_factory=list)
    phrase: SanctionsPhrase | None = None
    first: int = 0
    after: int = 0
    measure: terms.MeasureName | None = None

    @property
    def view(self) -> View | None:
        """What somebody wants of it, when it is no act of the sender's own."""
        return self.frame.view
