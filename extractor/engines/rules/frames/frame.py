"""An act in its sentence, and what somebody wants of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.engines.rules.clauses.subjects import Subject
from extractor.engines.rules.who.agents import Agent
from extractor.schemas import terms

__all__ = ["Frame", "View"]


@dataclass(frozen=True, slots=True)
class View:
    """What somebody wants of an act: ``stance`` towards it, and to whom it is said.

    ``from_source`` tells that the holder is whoever says the sentence ("sanctions should be lifted").
    """

    stance: str
    holders: tuple[Agent, ...] = ()
    addressees: tuple[Agent, ...] = ()
    speech_act: terms.SpeechAct = "state"
    certainty: terms.CertaintyName = "certain"
    from_source: bool = False
    basis: terms.BasisName = "stated"


@dataclass(frozen=True, slots=True)
class Frame:
    """An act in its sentence. ``top`` is the node of the finite verb, None when there is none.

    ``decided`` tells that it was agreed, decided or voted to be done, so that nothing but the day is to come.
    """

    stage: terms.StageName
    negated: bool = False
    refused: bool = False
    subject: Subject = field(default_factory=Subject)
    view: View | None = None
    accuser: tuple[Agent, ...] = ()
    top: int | None = None
    unsure: bool = False
    decided: bool = False
