"""The fitted weights and the threshold, read once from ``data/weights.toml``."""

from __future__ import annotations

import functools
import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from extractor.errors import SettingsError
from extractor.gate.features import names

__all__ = ["Weights", "weights"]


@dataclass(frozen=True, slots=True)
class Weights:
    """``by_feature`` and ``bias`` give the log-odds of a record; ``threshold`` is a probability, 0 to 1.

    ``terms`` is the fingerprint of the terms that they were fitted on.
    """

    by_feature: Mapping[str, float]
    bias: float
    threshold: float
    terms: str

    @property
    def nothing_seen(self) -> float:
        """The score of a text in which nothing speaks for a record and nothing against one."""
        return 1 / (1 + math.exp(-self.bias))

    def log_odds(self, measured: Mapping[str, float]) -> float:
        """The log-odds that a text with these features holds a record."""
        by_feature = self.by_feature
        return self.bias + sum(by_feature[name] * value for name, value in measured.items())


@functools.cache
def weights() -> Weights:
    """As shipped. Raises SettingsError when they are not of the features that are measured."""
    table = tomllib.loads((files("extractor.gate") / "data" / "weights.toml").read_text("utf-8"))
    by_feature: dict[str, float] = table["weights"]
    if unlike := set(by_feature) ^ set(names()):
        raise SettingsError(
            f"gate/data/weights.toml: {', '.join(sorted(unlike))}: the weights are of other features than "
            "are measured; fit them anew with `python -m benchmarks.gate_fit --write`"
        )
    return Weights(by_feature, table["bias"], table["threshold"], table["terms"])
