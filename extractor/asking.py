"""Every question that one article takes: its windows, the passes over each, and what fails on the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.article.model import Article
from extractor.engines.engine import DraftRecord, Engine, Question, Receipt, Usage
from extractor.errors import EngineFailed, EngineRefused, EngineTooLong
from extractor.knowledge.known import Knowledge
from extractor.repair import Grounded, Passed, ask_until_grounded
from extractor.schemas.draft import DraftActor
from extractor.schemas.extraction import Rejected
from extractor.windows import Window, halves, windows

__all__ = ["Asked", "Plan", "ask"]


@dataclass(frozen=True, slots=True)
class Plan:
    """How hard to try: answers for one question at most, passes over each window, samples of the article.

    ``apart``: each window is asked about without the actors met in earlier ones, as a batch file must.
    ``knowledge``: actors and words by which answers are checked; the shipped ones when None.
    """

    tries: int = 3
    passes: int = 1
    votes: int = 1
    apart: bool = False
    knowledge: Knowledge | None = None


@dataclass
class Asked:
    """All that one sample of an article gave, over all of its windows and passes."""

    model: str = ""
    mode: str | None = None
    usage: Usage = field(default_factory=Usage)
    actors: tuple[DraftActor, ...] = ()
    passed: list[Passed] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    attempts: int = 0
    lost: bool = False
    errors: list[str] = field(default_factory=list)
    explained: bool = False

    def add(self, grounded: Grounded) -> None:
        """Adds what one question gave."""
        self.model, self.mode = grounded.model, grounded.mode or self.mode
        self.usage += grounded.usage
        self.actors = (*self.actors, *grounded.actors)
        self.passed += grounded.passed
        self.rejected += [
            one.model_copy(update={"attempt": one.attempt + self.attempts}) for one in grounded.rejected
        ]
        self.attempts += grounded.attempts
        self.explained = self.explained or grounded.explained
        self.lost = self.lost or grounded.lost
        if grounded.error:
            self.errors.append(grounded.error)

    def pay(self, error: EngineFailed | EngineRefused) -> None:
        """Books what a question without a usable answer took all the same."""
        if isinstance(error.receipt, Receipt):
            self.usage += error.receipt.usage
            self.rejected += error.receipt.rejected
            self.model = self.model or error.receipt.model


async def ask(article: Article, engine: Engine, plan: Plan) -> Asked:
    """One sample: every window of the article asked about, in order, with the actors met so far.

    A window that is too long for the model is halved; one that fails is asked about once more, alone, when
    the others are done. Raises EngineFailed or EngineRefused when there was but one window and it failed;
    its receipt holds all that was spent.
    """
    asked = Asked()
    whole = windows(article, engine.window)
    failed = await _ask_each(article, engine, plan, whole, asked)
    if failed and len(whole) == 1 and not asked.attempts:
        raise _with_receipt(failed[0].error, asked)
    again = [one.window for one in failed if not isinstance(one.error, EngineRefused)]
    refused = [one for one in failed if isinstance(one.error, EngineRefused)]
    for one in [*refused, *await _ask_each(article, engine, plan, again, asked)]:
        asked.lost = True
        asked.errors.append(f"{one.window}: {one.error}")
    if asked.errors and not asked.attempts:
        raise _with_receipt(_all_failed(refused, asked), asked)
    return asked


@dataclass(frozen=True, slots=True)
class _FailedWindow:
    window: Window
    error: EngineFailed | EngineRefused


async def _ask_each(
    article: Article, engine: Engine, plan: Plan, some: Sequence[Window], asked: Asked
) -> list[_FailedWindow]:
    failed: list[_FailedWindow] = []
    waiting = list(reversed(some))
    while waiting:
        window = waiting.pop()
        try:
            await _ask_window(article, engine, plan, window, asked)
        except EngineTooLong as error:
            asked.pay(error)
            pieces = halves(window)
            if pieces is None:
                failed.append(_FailedWindow(window, error))
            else:
                waiting += reversed(pieces)
        except (EngineFailed, EngineRefused) as error:
            asked.pay(error)
            failed.append(_FailedWindow(window, error))
    return failed


async def _ask_window(article: Article, engine: Engine, plan: Plan, window: Window, asked: Asked) -> None:
    """The passes over one window; each further pass asks what was missed, until one finds nothing new."""
    found: tuple[DraftRecord, ...] = ()
    for number in range(plan.passes):
        met = () if plan.apart else asked.actors
        question = Question(article, window.first, window.last, met, found)
        try:
            grounded = await ask_until_grounded(question, engine, plan.tries, plan.knowledge)
        except (EngineFailed, EngineRefused) as error:
            if number == 0:
                raise
            asked.pay(error)
            asked.errors.append(f"pass {number + 1} over {window}: {error}")
            return
        asked.add(grounded)
        fresh = tuple(one.record for one in grounded.passed if one.record not in found)
        if not fresh:
            return
        found += fresh


def _all_failed(refused: Sequence[_FailedWindow], asked: Asked) -> EngineFailed | EngineRefused:
    words = "; ".join(asked.errors)
    return EngineRefused(words) if refused else EngineFailed(words)


def _with_receipt(error: EngineFailed | EngineRefused, asked: Asked) -> EngineFailed | EngineRefused:
    error.receipt = Receipt(asked.model, asked.usage, tuple(asked.rejected))
    return error
