"""What stderr says of a run before it starts and after it ends."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from itertools import islice

from extractor.article.sources import left_out
from extractor.budget import Budget
from extractor.engines.engine import EngineCard
from extractor.settings import RULES

__all__ = ["say_what_is_left_out", "say_what_was_spent", "say_which_engine"]

_MOST_NAMED = 5


def say_which_engine(card: EngineCard, asked_for: str | None) -> None:
    """One line: the embedded rules never pass for a model, and how to use one instead."""
    if card.engine == RULES:
        hint = "" if asked_for else "; for a model set OPENAI_API_KEY or OPENAI_BASE_URL and --model NAME"
        print(
            f"extractor: {card.model}, the embedded rules: no language model is used{hint}", file=sys.stderr
        )
    else:
        print(f"extractor: model {card.model} at {card.endpoint}, prompt {card.prompt}", file=sys.stderr)


def say_what_is_left_out(paths: Iterable[str]) -> None:
    """A line for each of the first files in named folders that are not read, and how many more there are."""
    files = left_out(paths)
    for path, reason in islice(files, _MOST_NAMED):
        print(f"extractor: {path}: left out: {reason}; name the file itself to read it", file=sys.stderr)
    more = sum(1 for _ in files)
    if more:
        print(f"extractor: {more} more files in folders are left out", file=sys.stderr)


def say_what_was_spent(budget: Budget | None) -> None:
    """One line when a budget was set: what it came to, and whether articles were left for want of it."""
    if budget is None:
        return
    rest = "; it is used up: articles not told above were not begun, name them again with a new budget"
    print(f"extractor: budget: {budget} spent{rest if budget.spent else ''}", file=sys.stderr)
