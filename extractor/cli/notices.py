"""What stderr says of the engine before it starts."""

from __future__ import annotations

import sys

from extractor.engines.engine import EngineCard
from extractor.settings import RULES

__all__ = ["say_which_engine"]


def say_which_engine(card: EngineCard, asked_for: str | None) -> None:
    """One line: the embedded rules never pass for a model, and how to use one instead."""
    if card.engine == RULES:
        hint = "" if asked_for else "; for a model set OPENAI_API_KEY or OPENAI_BASE_URL and --model NAME"
        print(
            f"extractor: {card.model}, the embedded rules: no language model is used{hint}", file=sys.stderr
        )
    else:
        print(f"extractor: model {card.model} at {card.endpoint}, prompt {card.prompt}", file=sys.stderr)
