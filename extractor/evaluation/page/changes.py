"""What changed from run A to run B: records fixed, broken or changed, and articles by the difference."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from extractor.evaluation.figures import document_prf
from extractor.evaluation.page.cases import KINDS, Case, Kind, is_pair, similarity
from extractor.evaluation.page.documents import record_words
from extractor.evaluation.page.rows import row_id
from extractor.evaluation.page.runs import Ref, ScoredDocument
from extractor.evaluation.page.unpaired import Group, unpaired_groups
from extractor.evaluation.page.words import in_words

__all__ = ["Change", "ChangedDocument", "changed_documents"]

How = Literal["fixed", "broken", "changed"]
_NEAR: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Change:
    """One record. ``before`` and ``after`` are what A and B made of it; refs lead to its rows."""

    how: How
    words: str
    before: str
    after: str
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class ChangedDocument:
    """One article's records of one kind; ``before`` and ``after`` are soft F1."""

    file: str
    title: str
    kind: Kind
    before: float
    after: float
    changes: tuple[Change, ...]

    @property
    def delta(self) -> float:
        """Soft F1 in B less that in A."""
        return self.after - self.before

    def number(self, how: How) -> int:
        """How many records are fixed, broken or changed."""
        return sum(one.how == how for one in self.changes)


def changed_documents(articles: Sequence[tuple[ScoredDocument, ScoredDocument]]) -> list[ChangedDocument]:
    """Every article and kind in which a record changed, the greatest gain first."""
    found = [_of_kind(a, b, kind) for a, b in articles for kind in KINDS]
    changed = [one for one in found if one.changes]
    return sorted(changed, key=lambda one: (-one.delta, one.file))


def _of_kind(a: ScoredDocument, b: ScoredDocument, kind: Kind) -> ChangedDocument:
    return ChangedDocument(
        file=a.gold.file,
        title=a.gold.article.title or a.gold.article.source,
        kind=kind,
        before=_f1(a, kind),
        after=_f1(b, kind),
        changes=(*_of_gold(a, b, kind), *_of_unpaired(a, b, kind)),
    )


def _f1(document: ScoredDocument, kind: Kind) -> float:
    counts = document.counts(kind)
    return document_prf(counts.soft, counts.pred, counts.gold).f1


@dataclass(frozen=True, slots=True)
class _Fate:
    """What a run made of a gold record: mean similarity of its pairs, and the first trial's telling."""

    credit: float
    label: str
    told: tuple[str | None, ...]
    ref: Ref | None


def _of_gold(a: ScoredDocument, b: ScoredDocument, kind: Kind) -> Iterator[Change]:
    case = a.of_kind(kind)[0]
    for index, view in enumerate(case.golds):
        if case.optional[index]:
            continue
        before, after = _fate(a, kind, index), _fate(b, kind, index)
        how = _how_gold(before, after)
        if how is not None:
            refs = tuple(one.ref for one in (before, after) if one.ref is not None)
            words = record_words(kind, view.record)
            yield Change(how, words, _fate_words(before), _fate_words(after), refs)


def _fate(document: ScoredDocument, kind: Kind, gold: int) -> _Fate:
    earned = [_credit(case, gold) for case in document.of_kind(kind)]
    case = document.of_kind(kind)[0]
    for index, one in enumerate(case.score.labels):
        if one.gold == gold and (is_pair(one) or one.mended_tp > 0):
            paired = one.pred is not None and is_pair(one)
            told = in_words(kind, case.preds[one.pred].record) if paired and one.pred is not None else ()
            ref = Ref(document.gold.file, document.answers[0].number, row_id(case, index))
            return _Fate(sum(earned) / len(earned), one.label, tuple(told), ref)
    return _Fate(sum(earned) / len(earned), "missed", (), None)


def _credit(case: Case, gold: int) -> float:
    for one in case.score.labels:
        if one.gold == gold and is_pair(one):
            return similarity(case, one) or 0.0
    return 0.0


def _how_gold(before: _Fate, after: _Fate) -> How | None:
    """Fixed: found where it was not, or exact where it was not. Broken: the reverse."""
    gain = after.credit - before.credit
    if abs(gain) <= _NEAR:
        return None if before.told == after.told and before.label == after.label else "changed"
    better, worse = (after.credit, before.credit) if gain > 0 else (before.credit, after.credit)
    if worse <= _NEAR or better >= 1 - _NEAR:
        return "fixed" if gain > 0 else "broken"
    return "changed"


def _fate_words(fate: _Fate) -> str:
    return f"{fate.label}, {fate.credit:.2f}" if fate.credit > _NEAR else fate.label


def _of_unpaired(a: ScoredDocument, b: ScoredDocument, kind: Kind) -> Iterator[Change]:
    for group in unpaired_groups((a, b), kind):
        before, after = group.share(0, a), group.share(1, b)
        if abs(after - before) > _NEAR:
            how: How = "fixed" if after <= _NEAR else "broken" if before <= _NEAR else "changed"
            words = record_words(kind, group.view.record)
            yield Change(how, words, _share_words(group, before), _share_words(group, after), _firsts(group))


def _share_words(group: Group, share: float) -> str:
    label = group.sightings[0].label
    if share <= _NEAR:
        return "not said"
    return label if share >= 1 - _NEAR else f"{label} in {share:.0%} of trials"


def _firsts(group: Group) -> tuple[Ref, ...]:
    """Where each run says it first."""
    first: dict[int, Ref] = {}
    for one in group.sightings:
        first.setdefault(one.run, one.ref)
    return tuple(first.values())
