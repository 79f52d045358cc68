"""What a figure rests on, carried by every figure: two figures compare only where these agree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

from extractor.evaluation.weights import weight_tables
from extractor.schemas.extraction import Provenance

__all__ = ["SCORER_VERSION", "Maker", "Signature", "maker_of", "sign"]

SCORER_VERSION: Final = "1"
"""Rises whenever the same results and gold would score differently."""


class Maker(NamedTuple):
    """What made a result."""

    engine: str
    model: str
    prompt: str | None
    fingerprint: str | None


@dataclass(frozen=True, slots=True)
class Signature:
    """Scorer, threshold, weights, gold and makers. ``str`` gives it in one line.

    ``run`` is the engine's fingerprint (model, prompt, schema, passes, votes, window) where it is known.
    """

    scorer: str
    theta: float
    weights: dict[str, dict[str, float]]
    gold: str
    makers: tuple[Maker, ...]
    run: str | None = None
    trials: int = 1

    def __str__(self) -> str:
        makers = " + ".join(
            f"engine:{one.engine}|model:{one.model}|prompt:{one.prompt or '-'}@{one.fingerprint or '-'}"
            for one in self.makers
        )
        run = f"|run:{self.run}" if self.run else ""
        trials = f"|trials:{self.trials}" if self.trials > 1 else ""
        scored = f"scorer:{self.scorer}|theta:{self.theta:g}|gold:{self.gold}"
        return f"{scored}|{makers or 'no results'}{run}{trials}"


def maker_of(provenance: Provenance) -> Maker:
    """The part of a provenance that tells one engine from another."""
    return Maker(provenance.engine, provenance.model, provenance.prompt, provenance.fingerprint)


def sign(
    gold: str, makers: Iterable[Maker], theta: float, run: str | None = None, trials: int = 1
) -> Signature:
    """The signature of a run; several makers are listed when an endpoint answered as several models."""
    ordered = tuple(sorted(makers, key=lambda one: tuple(part or "" for part in one)))
    return Signature(SCORER_VERSION, theta, weight_tables(), gold, ordered, run, trials)
