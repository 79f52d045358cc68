"""Published records turned back into the drafts that an engine would have given."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.case import Case, Reading
from extractor.evaluation.gold import GoldArticle
from extractor.schemas.draft import DraftActor, DraftEvent, DraftEvidence, DraftPosition
from extractor.schemas.event import SanctionsEvent
from extractor.schemas.position import Position
from extractor.schemas.values import Actor, Evidence

__all__ = ["cases_of"]


def cases_of(gold: GoldArticle) -> Iterator[Case]:
    """Each labelled record of the article as the draft of an engine that made no mistake."""
    actors: dict[str, DraftActor] = {}
    events = [one.record for one in gold.events]
    positions = [one.record for one in gold.positions]
    records: list[SanctionsEvent | Position] = [*events, *positions]
    for record in records:
        for actor in _actors(record):
            actors.setdefault(actor.name, _drafted(actor))
    reading = Reading(gold.article, actors)
    for record in records:
        draft = _event(record) if isinstance(record, SanctionsEvent) else _position(record)
        yield Case(draft, record.evidence, reading)


def _actors(record: SanctionsEvent | Position) -> tuple[Actor, ...]:
    if isinstance(record, SanctionsEvent):
        found = (*record.senders, *record.targets, record.according_to)
    else:
        found = (record.holder, record.speaker, *record.issue.targets, *record.addressees)
    return tuple(actor for actor in found if actor is not None)


def _drafted(actor: Actor) -> DraftActor:
    return DraftActor(
        name=actor.name, kind=actor.kind, country=actor.country, role=actor.role, count=actor.count
    )


def _event(record: SanctionsEvent) -> DraftEvent:
    return DraftEvent(
        action=record.action,
        stage=record.stage,
        senders=[actor.name for actor in record.senders],
        targets=[actor.name for actor in record.targets],
        measures=list(record.measures),
        reach=record.reach,
        sectors=list(record.sectors),
        objectives=list(record.objectives),
        instruments=list(record.instruments),
        date=record.date.text if record.date is not None else None,
        in_force=record.in_force.text if record.in_force is not None else None,
        is_background=record.is_background,
        according_to=record.according_to.name if record.according_to is not None else None,
        evidence=_cited(record.evidence),
    )


def _position(record: Position) -> DraftPosition:
    return DraftPosition(
        holder=record.holder.name,
        speaker=record.speaker.name if record.speaker is not None else None,
        stance=record.stance,
        issue_kind=record.issue.kind,
        issue_action=record.issue.action,
        issue_targets=[actor.name for actor in record.issue.targets],
        issue_label=record.issue.label,
        condition=record.condition,
        certainty=record.certainty,
        speech_act=record.speech_act,
        basis=record.basis,
        addressees=[actor.name for actor in record.addressees],
        date=record.date.text if record.date is not None else None,
        evidence=_cited(record.evidence),
    )


def _cited(evidence: tuple[Evidence, ...]) -> list[DraftEvidence]:
    return [DraftEvidence(sentence=1, quote=one.quote) for one in evidence]
