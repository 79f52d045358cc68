"""What a check looks at: one record, where its quotes stand, and the article as read once for all records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from extractor.checks.reading import Reading
from extractor.schemas.draft import DraftActor, DraftEvent, DraftPosition
from extractor.schemas.values import Evidence

__all__ = ["Case", "Reading"]


@dataclass(frozen=True)
class Case:
    """A drafted record with its located evidence."""

    record: DraftEvent | DraftPosition
    evidence: tuple[Evidence, ...]
    reading: Reading

    @property
    def event(self) -> DraftEvent | None:
        """The record, when it is an event."""
        return self.record if isinstance(self.record, DraftEvent) else None

    @property
    def position(self) -> DraftPosition | None:
        """The record, when it is a position."""
        return self.record if isinstance(self.record, DraftPosition) else None

    @cached_property
    def named(self) -> tuple[tuple[str, str], ...]:
        """Each field that names an actor, with the name; blank names are left out."""
        return tuple(self._named())

    @cached_property
    def described(self) -> tuple[DraftActor, ...]:
        """The draft's description of each actor that the record names, once each."""
        found = (self.reading.described(name) for name in dict.fromkeys(name for _, name in self.named))
        return tuple(actor for actor in found if actor is not None)

    @cached_property
    def bearers(self) -> tuple[str, ...]:
        """The actors whose record it is: holder and speaker, or senders and targets; only those mentioned."""
        event, position = self.event, self.position
        if position is not None:
            names: tuple[str, ...] = (position.holder, position.speaker or "")
        else:
            names = (*event.senders, *event.targets) if event is not None else ()
        return tuple(name for name in names if name.strip() and self.reading.mention(name) is not None)

    def _named(self) -> Iterator[tuple[str, str]]:
        record = self.record
        if isinstance(record, DraftEvent):
            fields = {"senders": record.senders, "targets": record.targets}
            single = {"according_to": record.according_to}
        else:
            fields = {"issue_targets": record.issue_targets, "addressees": record.addressees}
            single = {"holder": record.holder, "speaker": record.speaker}
        for field, name in single.items():
            if name and name.strip():
                yield field, name
        for field, names in fields.items():
            for name in names:
                if name.strip():
                    yield field, name
