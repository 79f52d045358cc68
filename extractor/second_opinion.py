"""A model's records held against what the embedded rules read in the same sentences.

Records are paired one to one: of the same kind, with evidence in the same sentence, the likest first. Where a
pair disagrees on who, on what is done or on which way a view leans, the model's record gets a flag. What the
rules did not find is no disagreement; what only they found is counted, not added.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final, Generic, TypeVar

from extractor.article.model import Article
from extractor.knowledge.known import Knowledge
from extractor.schemas.event import SanctionsEvent
from extractor.schemas.position import Position
from extractor.schemas.values import Actor, Evidence, Flag

__all__ = ["FLAGS", "Opinion", "compare_events", "compare_positions"]

R = TypeVar("R", SanctionsEvent, Position)

FLAGS: Final = {
    "rules_read_another_sender": "the rules read other senders there, none of them among the record's",
    "rules_read_another_target": "the rules read other targets there, none of them among the record's",
    "rules_read_another_action": "the rules read the opposite there: relief where the record has pressure, a "
    "breach where it has a measure, or the reverse",
    "rules_read_another_stage": "the rules read an act there that is done, still open, or rejected, "
    "unlike the record's",
    "rules_read_another_holder": "the rules read another holder of the view there",
    "rules_read_another_leaning": "the rules read the opposite view there",
}
"""Every flag that a second opinion may set, and what it says."""

_PRESSURE: Final = frozenset(("impose", "designate", "tighten", "extend", "maintain", "enforce"))
_OPEN: Final = frozenset(("considered", "threatened", "proposed"))
# Whom these name, and whether one is part of another, names alone do not tell.
_LOOSE: Final = frozenset(("coalition", "group", "other"))
_OPPOSITE: Final = ({"pressure", "relief"}, {"support", "oppose"})


@dataclass(frozen=True, slots=True)
class Opinion(Generic[R]):
    """The model's records, flagged, and how many there were of each kind; see ``schemas.second_opinion``."""

    records: tuple[R, ...]
    compared: int
    disagreed: int
    rules_only: int


def compare_events(
    article: Article, model: Sequence[SanctionsEvent], rules: Sequence[SanctionsEvent], knowledge: Knowledge
) -> Opinion[SanctionsEvent]:
    """The model's events with the rules' disagreements as flags."""
    doubts = _Doubts(knowledge)
    return _compare(article, model, rules, doubts.of_events)


def compare_positions(
    article: Article, model: Sequence[Position], rules: Sequence[Position], knowledge: Knowledge
) -> Opinion[Position]:
    """The model's positions with the rules' disagreements as flags; issues of two kinds stay apart."""
    doubts = _Doubts(knowledge)
    return _compare(article, model, rules, doubts.of_positions)


def _compare(
    article: Article, model: Sequence[R], rules: Sequence[R], doubts: Callable[[R, R], list[Flag] | None]
) -> Opinion[R]:
    """Pairs by the fewest doubts, then by the order of the text; ``doubts`` None: they are not one thing."""
    mine = [_sentences(article, one.evidence) for one in model]
    theirs = [_sentences(article, one.evidence) for one in rules]
    pairs: dict[tuple[int, int], list[Flag]] = {}
    for index, other in product(range(len(model)), range(len(rules))):
        told = doubts(model[index], rules[other]) if mine[index] & theirs[other] else None
        if told is not None:
            pairs[index, other] = told
    chosen = _one_to_one(pairs)
    flagged = [
        _with(record, pairs[place, chosen[place]] if place in chosen else [])
        for place, record in enumerate(model)
    ]
    agreed = {other for (_, other), found in pairs.items() if not found}
    alone = set(range(len(rules))) - agreed - set(chosen.values())
    disagreed = sum(bool(pairs[pair]) for pair in chosen.items())
    return Opinion(tuple(flagged), len(chosen), disagreed, len(alone))


def _with(record: R, flags: Sequence[Flag]) -> R:
    return record.model_copy(update={"flags": (*record.flags, *flags)}) if flags else record


def _one_to_one(pairs: Mapping[tuple[int, int], list[Flag]]) -> dict[int, int]:
    """For each of the model's records at most one of the rules', those with the fewest doubts first."""
    chosen: dict[int, int] = {}
    for index, other in sorted(pairs, key=lambda pair: (len(pairs[pair]), pair)):
        if index not in chosen and other not in chosen.values():
            chosen[index] = other
    return chosen


def _sentences(article: Article, evidence: Iterable[Evidence]) -> set[int]:
    return {
        sentence.number
        for one in evidence
        for sentence in article.sentences
        if sentence.start < one.end and one.start < sentence.end
    }


@dataclass(frozen=True, slots=True)
class _Doubts:
    """What two records of one sentence disagree on."""

    knowledge: Knowledge

    def of_events(self, one: SanctionsEvent, rule: SanctionsEvent) -> list[Flag] | None:
        """None for two acts told in one sentence: by others, on others."""
        found: list[Flag] = []
        if self._strangers(one.senders, rule.senders):
            found.append(_flag("sender", _names(rule.senders), _names(one.senders), rule))
        if self._strangers(one.targets, rule.targets):
            if found:
                return None
            found.append(_flag("target", _names(rule.targets), _names(one.targets), rule))
        if _direction(one.action) != _direction(rule.action):
            found.append(_flag("action", rule.action, one.action, rule))
        if _apart(one.stage, rule.stage):
            found.append(_flag("stage", rule.stage, one.stage, rule))
        return found

    def of_positions(self, one: Position, rule: Position) -> list[Flag] | None:
        """None for two views told in one sentence: on other issues, or of others who hold the opposite."""
        if one.issue.kind != rule.issue.kind:
            return None
        found: list[Flag] = []
        if self._strangers((one.holder,), (rule.holder,)):
            found.append(_flag("holder", _names((rule.holder,)), _names((one.holder,)), rule))
        if {one.leaning, rule.leaning} in _OPPOSITE:
            if found:
                return None
            found.append(_flag("leaning", rule.leaning, one.leaning, rule))
        return found

    def _strangers(self, some: Sequence[Actor], others: Sequence[Actor]) -> bool:
        """Whether both sides name somebody and nobody of one is, or is of, anybody of the other."""
        if not some or not others or any(actor.kind in _LOOSE for actor in (*some, *others)):
            return False
        return self._circle(some).isdisjoint(self._circle(others))

    def _circle(self, actors: Iterable[Actor]) -> set[str]:
        """Ids of the actors, of the states that their bodies act for, and of the states that they are of."""
        found: set[str] = set()
        for actor in actors:
            found.add(actor.id)
            entry = self.knowledge.actors.entry(actor.id)
            above = self.knowledge.actors.state_of(entry) if entry is not None else None
            if above is not None:
                found.add(above.id)
            if actor.country is not None:
                found.add(f"country:{actor.country}")
        return found


def _direction(action: str) -> str:
    if action == "evade":
        return "breach"
    return "pressure" if action in _PRESSURE else "relief"


def _apart(one: str, other: str) -> bool:
    """Done, open and rejected exclude each other; what is committed is near to both of the first."""
    ends = {"open" if stage in _OPEN else stage for stage in (one, other)}
    return len(ends) == 2 and ends not in ({"committed", "adopted"}, {"committed", "open"})


def _flag(what: str, rules: str, model: str, rule: SanctionsEvent | Position) -> Flag:
    name = f"rules_read_another_{what}"
    assert name in FLAGS
    quote = rule.evidence[0].quote
    return Flag(check=name, message=f"the rules read another {what}: {rules}, not {model}, in {quote!r}")


def _names(actors: Iterable[Actor]) -> str:
    return ", ".join(repr(actor.name) for actor in actors)
