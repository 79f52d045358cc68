"""Positions of one article brought together: what "the move" was, and repeats of one view (ruling 6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extractor.engines.rules.events.from_acts import Event
from extractor.engines.rules.positions.stand import Stand
from extractor.engines.rules.positions.story import Story, targets_told
from extractor.engines.rules.who.agents import Agent
from extractor.schemas.terms import leaning

__all__ = ["fold_stands", "settle"]

_HEADS: Final = (
    "president", "prime minister", "premier", "chancellor", "king", "emir", "supreme leader", "presidente",
    "presidenta", "primer ministro", "président", "présidente", "premier ministre", "kanzler", "kanzlerin",
    "bundeskanzler", "präsident", "ministerpräsident", "premierminister", "staatschef",
)  # fmt: skip
_MINISTERS: Final = (
    "minister", "ministro", "ministra", "ministre", "minister", "secretary", "secretario", "canciller",
    "high representative", "chief", "commissioner", "secrétaire", "secretary-general",
)  # fmt: skip
_ENVOYS: Final = ("ambassador", "envoy", "representative", "embajador", "ambassadeur", "botschafter")
_LOWER: Final = (
    "deputy",
    "vice",
    "under",
    "assistant",
    "spokes",
    "portavoz",
    "vocero",
    "porte-parole",
    "sprecher",
)


def settle(stands: Sequence[Stand], story: Story, events: Sequence[Event]) -> list[Stand]:
    """Whom "the move" hits, filled in for the stands that speak of it."""
    whom = targets_told(story, events)
    return [replace(stand, targets=list(whom)) if stand.echo else stand for stand in stands]


def fold_stands(stands: Sequence[Stand]) -> list[Stand]:
    """One position a holder, issue and view (ruling 6), in the order of first telling."""
    kept: list[Stand] = []
    of_holder: dict[tuple[str, str], list[Stand]] = {}  # of one kind, which alone may be the same view
    for stand in [*(one for one in stands if not one.weak), *(one for one in stands if one.weak)]:
        holder = stand.voice.holder.key
        if stand.weak and _answered(of_holder.get((holder, "sanctions"), ()), stand):
            continue
        alike = of_holder.setdefault((holder, stand.kind), [])
        same = next((known for known in alike if _same_view(known, stand)), None)
        if same is None:
            kept.append(stand)
            alike.append(stand)
            continue
        _merge(same, stand)
    return kept


def _merge(same: Stand, stand: Stand) -> None:
    same.evidence = (same.evidence + stand.evidence)[:6]
    same.whys += stand.whys
    if _rank(stand.voice.speaker) > _rank(same.voice.speaker):
        same.voice = stand.voice
    if same.echo is False and stand.echo and not same.targets:
        same.targets = stand.targets
    same.targets = same.targets or stand.targets
    same.condition = same.condition or stand.condition
    same.addressees = same.addressees or stand.addressees


def _answered(kept: Sequence[Stand], weak: Stand) -> bool:
    """Whether the holder is told to hold another view of sanctions: then its side says nothing."""
    view = leaning(weak.kind, weak.action, weak.stance)
    return any(
        one.voice.holder.key == weak.voice.holder.key
        and one.kind == "sanctions"
        and leaning(one.kind, one.action, one.stance) != view
        for one in kept
    )


def _rank(speaker: Agent | None) -> int:
    """Who voices it: head of state or government, minister, ambassador, spokesperson, unnamed (ruling 6)."""
    if speaker is None:
        return 0
    role = (speaker.role or speaker.name).casefold()
    lower = any(word in role for word in _LOWER)
    if not lower and any(word in role for word in _MINISTERS):
        return 5
    if not lower and any(word in role for word in _HEADS):
        return 6
    if any(word in role for word in _ENVOYS):
        return 4
    if any(word in role for word in _MINISTERS) and "spokes" not in role:
        return 4
    return 2 if speaker.role is None else 3


def _same_view(one: Stand, other: Stand) -> bool:
    if one.voice.holder.key != other.voice.holder.key or one.kind != other.kind:
        return False
    if leaning(one.kind, one.action, one.stance) != leaning(other.kind, other.action, other.stance):
        return False
    apart = one.action != other.action and "maintain" not in (one.action, other.action)
    if one.kind == "sanctions" and apart and _calls(one) != _calls(other):
        return False
    if one.kind == "sanctions" and _alike(one, other):
        return True
    mine, theirs = {a.key for a in one.targets}, {a.key for a in other.targets}
    return not mine or not theirs or mine <= theirs or theirs <= mine


def _calls(stand: Stand) -> bool:
    """Whether it asks for something to be done, beside what the article's act did."""
    return stand.speech_act in ("appeal", "demand") and not stand.echo


def _alike(one: Stand, other: Stand) -> bool:
    """ "the move" and "the sanctions" in one mouth are one issue."""
    return one.echo or other.echo or one.weak or other.weak
