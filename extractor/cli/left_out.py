"""What ``batch prepare --gate`` does not ask about: results of their own, in a file beside the requests."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from extractor.article.clean import visible
from extractor.article.model import Article
from extractor.gate.screen import screen_article
from extractor.pipeline import left_out as left_out_result

__all__ = ["left_out"]

_MOST_NAMED = 20


@contextmanager
def left_out(requests: Path, *, on: bool) -> Iterator[Callable[[Article], bool]]:
    """A function that says whether the gate stops an article, and writes its result if so.

    Results go to ``requests`` with the suffix ``.left-out.jsonl``; the first are named on stderr too.
    """
    if not on:
        yield lambda _: False
        return
    path = requests.with_suffix(".left-out.jsonl")
    stopped = 0
    with path.open("w", encoding="utf-8", newline="\n") as stream:

        def stops(article: Article) -> bool:
            nonlocal stopped
            verdict = screen_article(article)
            if verdict.passes:
                return False
            stopped += 1
            stream.write(left_out_result(article, verdict).model_dump_json() + "\n")
            if stopped <= _MOST_NAMED:
                told = visible(f"{article.source}: left out by the gate: {verdict.reason}")
                print(f"extractor: {told}", file=sys.stderr)
            return True

        yield stops
    print(f"extractor: {stopped} articles left out by the gate, their results in {path}", file=sys.stderr)
