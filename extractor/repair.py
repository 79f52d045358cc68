"""Ask, ground, and ask again for what failed alone: good records are kept at once."""

from __future__ import annotations

from dataclasses import dataclass, field

from pydantic import BaseModel

from extractor.article.model import Article
from extractor.engines.engine import Answer, Engine, Failure, Receipt, Usage
from extractor.errors import EngineFailed, EngineRefused
from extractor.grounding import Located, NotLocated, locate
from extractor.schemas.draft import DraftActor, DraftEvent, DraftPosition
from extractor.schemas.extraction import Rejected, RejectedKind
from extractor.schemas.values import Evidence

__all__ = ["Grounded", "ask_until_grounded"]

DraftRecord = DraftEvent | DraftPosition
Booked = tuple[Failure, int]  # a failure and the index of its entry in ``Grounded.rejected``


@dataclass
class Grounded:
    """What passed, each with its located evidence; what was rejected; and what it all took."""

    model: str
    usage: Usage = field(default_factory=Usage)
    actors: tuple[DraftActor, ...] = ()
    passed: list[tuple[DraftRecord, tuple[Evidence, ...]]] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    attempts: int = 0
    error: str | None = None

    @property
    def events(self) -> list[tuple[DraftEvent, tuple[Evidence, ...]]]:
        """The events that passed, with their evidence."""
        return [(record, places) for record, places in self.passed if isinstance(record, DraftEvent)]

    @property
    def positions(self) -> list[tuple[DraftPosition, tuple[Evidence, ...]]]:
        """The positions that passed, with their evidence."""
        return [(record, places) for record, places in self.passed if isinstance(record, DraftPosition)]

    @property
    def asked(self) -> int:
        """How often the engine was asked, re-asks for broken structure included."""
        return max(self.attempts, self.usage.calls)

    @property
    def lost(self) -> bool:
        """Whether a record was lost for good."""
        return any(one.kind in ("event", "position") and not one.repaired for one in self.rejected)


async def ask_until_grounded(article: Article, engine: Engine, tries: int) -> Grounded:
    """The engine's records that stand in the article, after at most ``tries`` answers.

    Raises EngineError only when the first answer fails; a failed follow-up leaves what is good.
    """
    answer = await engine.propose(article)
    grounded = Grounded(answer.receipt.model)
    failures = _take(article, answer, grounded)
    while failures and grounded.asked < tries:
        try:
            mended = await engine.mend(article, answer, [failure for failure, _ in failures])
        except (EngineFailed, EngineRefused) as error:
            if isinstance(error.receipt, Receipt):
                _book(error.receipt, grounded)
            grounded.error = f"asking again failed: {error}"
            break
        if mended is None:
            break
        before = len(grounded.events), len(grounded.positions)
        still_failing = _take(article, mended, grounded)
        accepted = [r for r, _ in grounded.events[before[0] :]] + [
            r for r, _ in grounded.positions[before[1] :]
        ]
        _mark_repaired(failures, accepted, still_failing, grounded)
        answer, failures = mended, still_failing
    return grounded


def _take(article: Article, answer: Answer, grounded: Grounded) -> list[Booked]:
    """Adds what passes of ``answer`` to ``grounded``, books what does not, and returns the failures."""
    grounded.attempts += 1
    _book(answer.receipt, grounded)
    grounded.actors = (*grounded.actors, *answer.draft.actors)
    failures: list[Booked] = []
    offered: list[DraftRecord] = [*answer.draft.events, *answer.draft.positions]
    for record in offered:
        if evidence := _evidence(article, record, grounded, failures):
            grounded.passed.append((record, evidence))
    return failures


def _evidence(
    article: Article, record: DraftRecord, grounded: Grounded, failures: list[Booked]
) -> tuple[Evidence, ...]:
    """Where the record's quotes stand; empty, and booked as a failure, when none of them does."""
    found = [(cited, locate(article, cited)) for cited in record.evidence]
    good = tuple(place.evidence for _, place in found if isinstance(place, Located))
    bad = [(cited, place) for cited, place in found if isinstance(place, NotLocated)]
    if good:
        grounded.rejected += [
            _rejected("evidence", cited, place.check, place.reason, grounded.attempts) for cited, place in bad
        ]
        return good
    failure = Failure(record, bad[0][1].check, "; ".join(place.reason for _, place in bad))
    failures.append((failure, len(grounded.rejected)))
    kind: RejectedKind = "event" if isinstance(record, DraftEvent) else "position"
    grounded.rejected.append(_rejected(kind, record, failure.check, failure.reason, grounded.attempts))
    return ()


def _rejected(kind: RejectedKind, record: BaseModel, check: str, reason: str, attempt: int) -> Rejected:
    return Rejected(kind=kind, record=record.model_dump(), check=check, reason=reason, attempt=attempt)


def _book(receipt: Receipt, grounded: Grounded) -> None:
    grounded.usage += receipt.usage
    grounded.rejected += receipt.rejected


def _mark_repaired(
    failures: list[Booked], accepted: list[DraftRecord], still_failing: list[Booked], grounded: Grounded
) -> None:
    """Marks each failure whose record came back: accepted now, or failing anew under its own entry.

    What the engine left out when asked again stays unrepaired: that record is lost for good.
    """
    back = accepted + [failure.record for failure, _ in still_failing]
    for failure, index in failures:
        again = next((record for record in back if _same(failure.record, record)), None)
        if again is not None:
            back.remove(again)
            grounded.rejected[index] = grounded.rejected[index].model_copy(update={"repaired": True})


def _same(failed: DraftRecord, offered: DraftRecord) -> bool:
    """Whether ``offered`` answers for ``failed``: the same act, or the same holder's view."""
    if isinstance(failed, DraftEvent) and isinstance(offered, DraftEvent):
        return failed.action == offered.action and bool(set(failed.targets) & set(offered.targets))
    if isinstance(failed, DraftPosition) and isinstance(offered, DraftPosition):
        return failed.holder == offered.holder and failed.issue_kind == offered.issue_kind
    return False
