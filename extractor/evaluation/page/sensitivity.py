"""How far the headline hangs on the scorer's own choices: the threshold and the weights."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

from extractor.evaluation.figures import Counts
from extractor.evaluation.page.cases import KINDS, Kind, mean, realigned, soft_f1
from extractor.evaluation.page.runs import ScoredRun
from extractor.evaluation.scheme import Scheme
from extractor.evaluation.weights import EVENTS, POSITIONS

__all__ = ["THETAS", "Sensitivity", "WeightRow", "sensitivity", "with_weight"]

THETAS: Final = (0.3, 0.4, 0.5, 0.6, 0.7)
_SCHEMES: Final[dict[Kind, Scheme[Any]]] = {"event": EVENTS, "position": POSITIONS}


@dataclass(frozen=True, slots=True)
class WeightRow:
    """Soft F1 when one field counts half and twice as much."""

    field: str
    weight: float
    halved: float
    doubled: float


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """Soft F1 of one run and kind: as published, by threshold, and by the weight of each field."""

    kind: Kind
    letter: str
    as_is: float
    by_theta: tuple[tuple[float, float], ...]
    by_weight: tuple[WeightRow, ...]


def sensitivity(run: ScoredRun, theta: float) -> list[Sensitivity]:
    """One entry a kind of record. Every figure is aligned anew from the stored answers."""
    return [_of_kind(run, kind, theta) for kind in KINDS]


def with_weight(scheme: Scheme[Any], name: str, times: float) -> Scheme[Any]:
    """The scheme with one field's weight multiplied."""
    fields = tuple(
        replace(one, weight=one.weight * times) if one.name == name else one for one in scheme.fields
    )
    return replace(scheme, fields=fields)


def _of_kind(run: ScoredRun, kind: Kind, theta: float) -> Sensitivity:
    scheme = _SCHEMES[kind]
    return Sensitivity(
        kind=kind,
        letter=run.letter,
        as_is=_f1(run, kind, scheme, theta),
        by_theta=tuple((one, _f1(run, kind, scheme, one)) for one in THETAS),
        by_weight=tuple(
            WeightRow(
                one.name,
                one.weight,
                _f1(run, kind, with_weight(scheme, one.name, 0.5), theta),
                _f1(run, kind, with_weight(scheme, one.name, 2), theta),
            )
            for one in scheme.fields
        ),
    )


def _f1(run: ScoredRun, kind: Kind, scheme: Scheme[Any], theta: float) -> float:
    documents = [
        mean([realigned(case, scheme, theta) for case in document.of_kind(kind)])
        for document in run.documents
    ]
    return soft_f1(sum(documents, Counts()))
