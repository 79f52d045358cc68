"""What tokens cost, from a small file that the user keeps.

The file is TOML, one table a model, US dollars per million tokens::

    ["some-model"]
    input = 0.50
    cached = 0.05
    output = 2.00

``cached`` defaults to ``input``. No prices ship with the tool: they change, and a wrong cost is worse than
none.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor.errors import SettingsError

__all__ = ["Price", "Prices", "load"]


@dataclass(frozen=True, slots=True)
class Price:
    """US dollars per million tokens."""

    input: float
    cached: float
    output: float


@dataclass(frozen=True, slots=True)
class Prices:
    """Prices by model name."""

    by_model: Mapping[str, Price]

    def cost(self, model: str, tokens_in: int, tokens_cached: int, tokens_out: int) -> float | None:
        """US dollars for these tokens, or None when the model has no price. Cached tokens count within in."""
        price = self.by_model.get(model)
        if price is None:
            return None
        fresh = tokens_in - tokens_cached
        dollars = fresh * price.input + tokens_cached * price.cached + tokens_out * price.output
        return round(dollars / 1_000_000, 8)


def load(path: Path) -> Prices:
    """The prices in the file at ``path``; raises SettingsError naming the file, the model and the key."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"price file {str(path)!r} cannot be read: {error}") from error
    return Prices({model: _price(path, model, table) for model, table in tables.items()})


def _price(path: Path, model: str, table: Any) -> Price:
    def dollars(key: str, default: float | None = None) -> float:
        value = table.get(key, default) if isinstance(table, dict) else None
        if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
            raise SettingsError(
                f"price file {str(path)!r}: model {model!r}: {key!r} must be dollars per million tokens, "
                f"not {value!r}"
            )
        return float(value)

    per_input = dollars("input")
    return Price(per_input, dollars("cached", per_input), dollars("output"))
