"""Ask, locate, check, and ask again for what failed alone: good records are kept at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from extractor.checks.case import Case, Reading
from extractor.checks.check import Finding
from extractor.checks.register import examine
from extractor.engines.engine import (
    Answer,
    DraftRecord,
    Engine,
    Failure,
    Question,
    Receipt,
    RecordKind,
    Usage,
)
from extractor.errors import EngineFailed, EngineRefused, EngineTooLong
from extractor.grounding import Located, NotLocated, locate
from extractor.knowledge.known import Knowledge
from extractor.schemas.draft import DraftActor, DraftEvent, DraftEvidence
from extractor.schemas.explanation import Reason
from extractor.schemas.extraction import Rejected
from extractor.schemas.values import Evidence, Flag

__all__ = ["Grounded", "Passed", "ask_until_grounded"]


@dataclass(frozen=True, slots=True)
class Passed:
    """A record that the article bears: where its quotes stand, doubts that remain, why it was made."""

    record: DraftRecord
    evidence: tuple[Evidence, ...]
    flags: tuple[Flag, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass
class Grounded:
    """What passed; what was rejected; and what it all took."""

    model: str
    mode: str | None = None
    usage: Usage = field(default_factory=Usage)
    actors: tuple[DraftActor, ...] = ()
    passed: list[Passed] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    attempts: int = 0
    cut: bool = False
    error: str | None = None
    explained: bool = False

    @property
    def asked(self) -> int:
        """How often the engine was asked, re-asks for broken structure included."""
        return max(self.attempts, self.usage.calls)

    @property
    def lost(self) -> bool:
        """Whether a record was lost for good, or the last answer was cut off."""
        return self.cut or any(
            one.kind in ("event", "position") and not one.repaired for one in self.rejected
        )


@dataclass(frozen=True, slots=True)
class _Booked:
    """A failure that may be mended, and the index of its entry in ``Grounded.rejected``."""

    failure: Failure
    index: int


async def ask_until_grounded(
    question: Question, engine: Engine, tries: int, knowledge: Knowledge | None = None
) -> Grounded:
    """The engine's records that stand in the article, after at most ``tries`` answers.

    ``knowledge`` is what the checks go by; the shipped one when left out.

    Raises EngineError only when the first answer fails; a failed follow-up leaves what is good.
    """
    answer = await engine.propose(question)
    grounded = Grounded(answer.receipt.model)
    taking = _Taking(question, engine.examples, grounded, Reading(question.article, {}, knowledge))
    failures = taking.take(answer)
    while (failures or grounded.cut) and grounded.asked < tries:
        try:
            mended = await engine.mend(question, answer, [booked.failure for booked in failures])
        except EngineTooLong as error:  # the follow-up's answer was cut before a record was whole: once more
            grounded.attempts += 1
            grounded.error = _in_vain(error, grounded)
            continue
        except (EngineFailed, EngineRefused) as error:
            grounded.error = _in_vain(error, grounded)
            break
        if mended is None:
            break
        grounded.error = None
        still_failing = taking.take(mended)
        _mark_repaired(failures, _offered(mended), grounded)
        answer, failures = mended, still_failing
    return grounded


def _in_vain(error: EngineFailed | EngineRefused, grounded: Grounded) -> str:
    """Books what a follow-up without a usable answer took, and says so."""
    if isinstance(error.receipt, Receipt):
        _book(error.receipt, grounded)
    return f"asking again failed: {error}"


@dataclass
class _Taking:
    """Takes answers apart into ``grounded``: what passes, what is rejected, what can be asked for again."""

    question: Question
    examples: tuple[str, ...]
    grounded: Grounded
    reading: Reading

    def take(self, answer: Answer) -> list[_Booked]:
        """Adds what passes of ``answer``, books what does not, and returns what may be mended."""
        grounded = self.grounded
        grounded.attempts += 1
        grounded.mode = answer.receipt.mode or grounded.mode
        grounded.cut = answer.cut
        _book(answer.receipt, grounded)
        grounded.actors = (*grounded.actors, *answer.draft.actors)
        self.reading = self.reading.grown({actor.name: actor for actor in grounded.actors})
        failures = [self._fail(Failure(b.kind, b.record, "structure", b.reason)) for b in answer.broken]
        records = _records(answer)
        grounded.explained = grounded.explained or answer.reasons is not None
        reasons = answer.reasons or ((),) * len(records)
        for record, why in zip(records, reasons, strict=True):
            failure = self._place(record, why)
            if failure is not None:
                failures.append(failure)
        return failures

    def _place(self, record: DraftRecord, reasons: tuple[Reason, ...]) -> _Booked | None:
        """Keeps the record when the article bears it; else books it, to be mended unless that is hopeless."""
        evidence, unfound = self._locate(record)
        if not evidence:
            check = unfound[0][1].check
            reason = "; ".join(place.reason for _, place in unfound)
            return self._fail(Failure(_kind(record), record.model_dump(), check, reason))
        findings = examine(Case(record, evidence, self.reading))
        hopeless = [one for one in findings if one.level == "reject"]
        if blocking := hopeless or [one for one in findings if one.level == "repair"]:
            booked = self._fail(_failure(record, blocking))
            return None if hopeless else booked
        for cited, place in unfound:
            self._reject_quote(cited, place)
        flags = tuple(Flag(check=one.check, message=one.message) for one in findings)
        self.grounded.passed.append(Passed(record, evidence, flags, reasons))
        return None

    def _locate(
        self, record: DraftRecord
    ) -> tuple[tuple[Evidence, ...], list[tuple[DraftEvidence, NotLocated]]]:
        found: list[Evidence] = []
        unfound: list[tuple[DraftEvidence, NotLocated]] = []
        for cited in record.evidence:
            place = locate(self.question.article, cited, self.examples)
            if isinstance(place, Located):
                noted = {"note": place.note} if place.note else {}
                found.append(place.evidence.model_copy(update=noted) if noted else place.evidence)
            else:
                unfound.append((cited, place))
        return tuple(found), unfound

    def _fail(self, failure: Failure) -> _Booked:
        self.grounded.rejected.append(
            Rejected(
                kind=failure.kind,
                record=dict(failure.record),
                check=failure.check,
                reason=failure.reason,
                attempt=self.grounded.attempts,
            )
        )
        return _Booked(failure, len(self.grounded.rejected) - 1)

    def _reject_quote(self, cited: DraftEvidence, place: NotLocated) -> None:
        self.grounded.rejected.append(
            Rejected(
                kind="evidence",
                record=cited.model_dump(),
                check=place.check,
                reason=place.reason,
                attempt=self.grounded.attempts,
            )
        )


def _failure(record: DraftRecord, findings: Sequence[Finding]) -> Failure:
    reason = "; ".join(one.message for one in findings)
    return Failure(_kind(record), record.model_dump(), findings[0].check, reason)


def _records(answer: Answer) -> list[DraftRecord]:
    return [*answer.draft.events, *answer.draft.positions]


def _kind(record: DraftRecord) -> RecordKind:
    return "event" if isinstance(record, DraftEvent) else "position"


def _book(receipt: Receipt, grounded: Grounded) -> None:
    grounded.usage += receipt.usage
    grounded.rejected += receipt.rejected


def _offered(answer: Answer) -> list[tuple[RecordKind, dict[str, Any]]]:
    sound: list[tuple[RecordKind, dict[str, Any]]] = [
        (_kind(record), record.model_dump()) for record in _records(answer)
    ]
    return sound + [(broken.kind, dict(broken.record)) for broken in answer.broken]


def _mark_repaired(
    failures: Sequence[_Booked], offered: list[tuple[RecordKind, dict[str, Any]]], grounded: Grounded
) -> None:
    """Marks each failure whose record came back: accepted now, or failing anew under its own entry.

    What the engine left out when asked again stays unrepaired: that record is lost for good.
    """
    for booked in failures:
        likeness = [
            _likeness(booked.failure.record, record) if kind == booked.failure.kind else 0
            for kind, record in offered
        ]
        if not likeness or max(likeness) == 0:
            continue
        offered.pop(likeness.index(max(likeness)))
        entry = grounded.rejected[booked.index]
        grounded.rejected[booked.index] = entry.model_copy(update={"repaired": True})


_IDENTIFYING = ("action", "targets", "senders", "holder", "issue_kind", "issue_targets", "stance")


def _likeness(failed: Mapping[str, Any], offered: Mapping[str, Any]) -> int:
    """How many of the fields that tell records apart are the same, the sentences cited among them."""
    same = sum(1 for name in _IDENTIFYING if failed.get(name) and failed[name] == offered.get(name))
    cited = _sentences(failed)
    return same + (1 if cited and cited == _sentences(offered) else 0)


def _sentences(record: Mapping[str, Any]) -> set[Any]:
    evidence = record.get("evidence")
    quotes = evidence if isinstance(evidence, list | tuple) else ()
    return {str(one.get("sentence")) for one in quotes if isinstance(one, dict)}
