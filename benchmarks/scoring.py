"""What scoring costs: 10,000 labelled articles held against results of which no two are equal.

Each article has 4 events and 8 positions as gold has them on average; results lack some, get some wrong and
invent some. Time is of one core, extraction left out. Memory is what a run holds besides its gold when
nothing but counts is kept: a line of counts an article, however long articles and answers are.
"""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Iterator, Sequence
from time import process_time

from extractor.article.model import Article, Paragraph
from extractor.evaluation.gold import GoldArticle, GoldRecord
from extractor.evaluation.kept import Kept, in_file
from extractor.evaluation.report import json_pieces
from extractor.evaluation.run import Evaluation, score_results
from extractor.schemas.event import SanctionsEvent
from extractor.schemas.extraction import Extraction, Provenance
from extractor.schemas.position import Issue, Position
from extractor.schemas.terms import ActionName, StanceName
from extractor.schemas.values import Actor, Evidence

__all__ = ["main"]

ARTICLES = 10_000
SECONDS = 20.0
BYTES = 3_000
"""What an article may add to the memory of a run."""

STATES = (
    "Russia",
    "Iran",
    "North Korea",
    "Syria",
    "Cuba",
    "Myanmar",
    "Belarus",
    "Venezuela",
    "China",
    "Mali",
)
ACTIONS: tuple[ActionName, ...] = ("impose", "lift", "tighten", "extend", "designate", "ease", "maintain")
STANCES: tuple[StanceName, ...] = ("support", "oppose", "mixed", "abstain")
SENDERS = ("United States", "European Union", "United Kingdom", "Japan", "Canada")
MADE = Provenance(engine="x", model="m", tool_version="0", seconds=1.5, cost=0.001, tokens_in=900)


def main() -> bool:
    """Prints time and memory; False when an aim is missed."""
    gold = [_gold(number) for number in range(ARTICLES)]
    results = [_result(one, number) for number, one in enumerate(gold)]
    started = process_time()
    evaluation = score_results(gold, results, kept=Kept())
    seconds = process_time() - started
    print(
        f"{ARTICLES:,} articles, {evaluation.events.counts.gold + evaluation.positions.counts.gold:,} gold "
        f"records: scored in {seconds:.1f} s of one core ({seconds / ARTICLES * 1e3:.2f} ms an article; "
        f"aim {SECONDS:g} s), soft F1 {evaluation.events.micro['soft'].f1:.3f} and "
        f"{evaluation.positions.micro['soft'].f1:.3f}"
    )
    del evaluation
    few, many = (_held(gold[:number], results[:number], Kept()) for number in (ARTICLES // 10, ARTICLES))
    each = (many - few) / (ARTICLES - ARTICLES // 10)
    print(
        f"at most {few / 1e6:.1f} MB held over {ARTICLES // 10:,} articles, {many / 1e6:.1f} MB over "
        f"{ARTICLES:,}: {each:.0f} bytes an article (aim {BYTES:,})"
    )
    with in_file() as kept:
        written = _held(gold, results, kept, write=True)
    print(f"with all results kept in a file and written to a report: {written / 1e6:.1f} MB")
    return seconds <= SECONDS and each <= BYTES


def _held(
    gold: Sequence[GoldArticle], results: Sequence[Extraction], kept: Kept, *, write: bool = False
) -> int:
    """The most bytes held at a time while scoring, beyond gold and results."""
    gc.collect()
    tracemalloc.start()
    evaluation: Evaluation = score_results(gold, results, kept=kept)
    if write:
        for _ in json_pieces(evaluation):
            pass
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def _gold(number: int) -> GoldArticle:
    text = f"Story {number}. " + "Words of the article. " * 20
    return GoldArticle(
        file=f"{number:05}.json",
        article=Article(text, f"{number:05}.txt", (Paragraph(0, len(text)),), ()),
        tags={"genre": ("wire", "brief", "analysis")[number % 3], "split": "test"},
        events=tuple(GoldRecord(one, {}) for one in _events(number)),
        positions=tuple(GoldRecord(one, {}) for one in _positions(number)),
    )


def _result(gold: GoldArticle, number: int) -> Extraction:
    """Gold without its last event, with one stage and one stance wrong, and an event of another story."""
    events, positions = [one.record for one in gold.events], [one.record for one in gold.positions]
    events[0] = events[0].model_copy(update={"stage": "proposed"})
    positions[1] = positions[1].model_copy(update={"stance": "uncommitted"})
    return Extraction(
        article=gold.article.info,
        events=(*events[:-1], next(_events(number + 3))),
        positions=tuple(positions[number % 3 :]),
        provenance=MADE,
    )


def _events(number: int) -> Iterator[SanctionsEvent]:
    for i in range(4):
        firm = Actor(name=f"Trading House {number} {i}", kind="company", country=None)
        yield SanctionsEvent(
            action=ACTIONS[(number + i) % len(ACTIONS)],
            stage="adopted",
            senders=(Actor(name=SENDERS[(number + 2 * i) % len(SENDERS)], kind="state"),),
            targets=(Actor(name=STATES[(number + 3 * i) % len(STATES)], kind="state"), firm),
            measures=("asset_freeze",) if i % 2 else (),
            evidence=(_evidence(i),),
        )


def _positions(number: int) -> Iterator[Position]:
    for i in range(8):
        yield Position(
            holder=Actor(
                name=f"Minister {number} {i}" if i % 2 else STATES[(number + i) % len(STATES)], kind="person"
            ),
            stance=STANCES[(number + i) % len(STANCES)],
            issue=Issue(
                kind="sanctions",
                action="maintain",
                targets=(Actor(name=STATES[(number + 2 * i) % len(STATES)], kind="state"),),
                label=f"sanctions number {i}",
            ),
            evidence=(_evidence(4 + i),),
        )


def _evidence(at: int) -> Evidence:
    return Evidence(quote="Words of the article.", start=10 + 22 * at, end=10 + 22 * at + 21)
