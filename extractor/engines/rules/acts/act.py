"""An act as the rules find it: what is done or wanted, by whom, to whom, and by which rule it was found."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from extractor.engines.rules.acts.measures import SanctionsPhrase
from extractor.engines.rules.frames.frame import Frame, View
from extractor.engines.rules.who.agents import Agent
from extractor.schemas import terms

__all__ = ["Act", "made", "new_or_more", "partly", "with_subject"]


@dataclass(slots=True)
class Act:
    """Something done, or wanted, with sanctions. ``rule`` and ``trigger`` (a node) explain the record.

    ``action`` "" is a bare mention of sanctions that somebody takes a view of. Nodes ``first`` up to
    ``after`` tell it. ``measure`` is what the act itself is, where no sanctions phrase says so;
    ``inherited`` tells that the targets are the article's, not the sentence's, ``again`` that a pronoun takes
    up sanctions told before, ``detail`` that it only says more of the listing told before. ``noun`` is the
    value of its sanctions noun, ``heads`` are the nodes of sanctions that the act has used up.
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
    inherited: bool = False
    noun: str = ""
    heads: list[int] = field(default_factory=list)
    again: bool = False
    detail: bool = False

    @property
    def own_measure(self) -> terms.MeasureName | None:
        """The kind of measure that the act or its noun says."""
        named = self.noun if self.noun in terms.values(terms.MeasureName) and self.noun != "other" else None
        return self.measure or named  # type: ignore[return-value]

    @property
    def view(self) -> View | None:
        """What somebody wants of it, when it is no act of the sender's own."""
        return self.frame.view


def made(rule: str, trigger: int, action: str, frame: Frame, phrase: SanctionsPhrase) -> Act:
    """The act of ``phrase``, with the senders and targets that it names itself."""
    first, after = min(trigger, phrase.first), max(trigger + 1, phrase.after)
    return Act(rule, trigger, action, frame, list(phrase.senders), list(phrase.targets), phrase, first, after)


def with_subject(act: Act, agents: list[Agent]) -> Act:
    """Who acts is the subject; only where there is none, whoever the phrase itself names.

    "Switzerland adopted the EU's sanctions" is Switzerland's act; who breaks U.S. sanctions is not the U.S.
    """
    return replace(act, senders=list(agents)) if agents or act.action == "evade" else act


def partly(phrase: SanctionsPhrase, action: str) -> str:
    """ "lifted some sanctions": an easing (ruling 10)."""
    return "ease" if action == "lift" and phrase.partial else action


def new_or_more(phrase: SanctionsPhrase) -> str:
    """Ruling 10: more of what stands is `tighten`, what is told as new is `impose`."""
    return "tighten" if "more" in phrase.modifiers and "new" not in phrase.modifiers else "impose"
