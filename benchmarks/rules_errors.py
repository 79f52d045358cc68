"""What the embedded rules miss, and how far they came: a class and a count for every required gold record.

``python -m benchmarks rules_errors``: on the dev articles of ``eval/gold`` and ``eval/practice``.
The classes follow the way of a sentence through the rules, so each says where work would pay.
"""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from extractor import pipeline
from extractor.engines.rules.article_reading import Reading, read_article
from extractor.engines.rules.engine import RulesEngine
from extractor.engines.rules.lines.relevance import worth_reading
from extractor.evaluation.article_score import score_article
from extractor.evaluation.errors import Labelled
from extractor.evaluation.gold import GoldArticle, GoldRecord, load_gold
from extractor.evaluation.names import shipped_reader
from extractor.evaluation.score import RecordsScore
from extractor.knowledge.vocabulary import LANGUAGES
from extractor.schemas.event import SanctionsEvent
from extractor.schemas.position import Position
from extractor.schemas.values import Evidence

ROOT = Path(__file__).parent.parent
FOLDERS = ("eval/gold", "eval/practice")
CLASSES = (
    "found",
    "language without vocabulary",
    "its sentence is not read",
    "its sentence is read, nothing is told there",
    "told there, but of others or otherwise",
)


def main() -> None:
    """Prints a table for each folder and kind of record."""
    for folder in FOLDERS:
        articles = load_gold(ROOT / folder, ROOT / "seeds")
        counts: dict[str, dict[str, Counter[str]]] = {
            kind: defaultdict(Counter) for kind in ("events", "positions")
        }
        for gold in articles:
            if gold.tags.get("split", "dev") == "dev":
                for kind, name in _classes(gold):
                    counts[kind][gold.tags.get("language", "?")][name] += 1
        for kind, by_language in counts.items():
            _print(f"{folder}, {kind}", by_language)


def _print(title: str, by_language: dict[str, Counter[str]]) -> None:
    languages = sorted(by_language)
    print(f"\n{title}\n| class | {' | '.join(languages)} | all |\n| --- |{' --- |' * (len(languages) + 1)}")
    for name in CLASSES:
        row = [by_language[language][name] for language in languages]
        print(f"| {name} | {' | '.join(map(str, row))} | {sum(row)} |")


def _classes(gold: GoldArticle) -> Iterator[tuple[str, str]]:
    """The class of each required record of one article."""
    result = asyncio.run(pipeline.extract(gold.article, RulesEngine()))
    score = score_article(gold, result, shipped_reader())
    reading = read_article(gold.article)
    known = gold.tags.get("language") in LANGUAGES
    for kind, part in (("events", score.events), ("positions", score.positions)):
        records: Sequence[GoldRecord[SanctionsEvent] | GoldRecord[Position]] = (
            gold.events if kind == "events" else gold.positions
        )
        told = _told(reading, kind)
        missed = {one.gold for one in _missed(part)}
        for index, record in enumerate(records):
            if record.optional:
                continue
            if index not in missed:
                yield kind, "found"
            else:
                sentences = _sentences(gold, record.record.evidence)
                yield kind, _how_far(gold, sentences, told, known=known)


def _missed(part: RecordsScore) -> Iterator[Labelled]:
    return (one for one in part.labels if one.gold is not None and one.label in ("missed", "contradiction"))


def _told(reading: Reading, kind: str) -> set[int]:
    records = reading.events if kind == "events" else reading.stands
    return {evidence.sentence for record in records for evidence in record.evidence}


def _sentences(gold: GoldArticle, evidence: tuple[Evidence, ...]) -> set[int]:
    return {
        sentence.number
        for quote in evidence
        for sentence in gold.article.sentences
        if sentence.start < quote.end and quote.start < sentence.end
    }


def _how_far(gold: GoldArticle, sentences: set[int], told: set[int], *, known: bool) -> str:
    if not known:
        return CLASSES[1]
    if sentences & told:
        return CLASSES[4]
    read = {
        gold.article.sentences[index].number for index, use in worth_reading(gold.article) if use == "telling"
    }
    return CLASSES[3] if sentences & read else CLASSES[2]
