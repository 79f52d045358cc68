"""Nobody aims an act at itself."""

from __future__ import annotations

from extractor.checks.case import Case
from extractor.checks.check import Check
from extractor.checks.plain import bare, plain_name

__all__ = ["CHECK"]


def _find(case: Case) -> str | None:
    event = case.event
    # Who evades the sanctions on itself is both (ruling 7).
    if event is None or event.action == "evade" or not event.senders:
        return None
    senders = {_identity(case, name): name for name in event.senders}
    for name in event.targets:
        sender = senders.get(_identity(case, name))
        if sender is not None:
            return (
                f"sender {sender!r} and target {name!r} are the same: give as senders who acts, as targets "
                "whom it is aimed at, and leave empty what the article does not say"
            )
    return None


def _identity(case: Case, name: str) -> str:
    entry = case.reading.entry(name)
    return entry.id if entry is not None else bare(plain_name(name))


CHECK = Check(
    "same_sender_and_target",
    "repair",
    "No sender is a target under the same or another name, unless it evades the sanctions on itself.",
    _find,
)
