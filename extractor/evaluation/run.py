"""Runs an extractor over gold articles, or scores results that are already there.

``evaluate`` asks; ``score_results`` only scores, so a run can be scored again without calling a model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter

from extractor.article.model import Article
from extractor.errors import ResultError
from extractor.evaluation.article_score import Note, notes, score_article
from extractor.evaluation.figures import Counts
from extractor.evaluation.gold import GoldArticle, gold_hash
from extractor.evaluation.grounding_rates import GroundingRates, grounding_rates
from extractor.evaluation.names import ReadActor, shipped_reader
from extractor.evaluation.score import Summary, Tally
from extractor.evaluation.signature import Maker, Signature, maker_of, sign
from extractor.evaluation.views import EventView, PositionView
from extractor.evaluation.weights import EVENTS, POSITIONS, THETA
from extractor.schemas.extraction import Extraction, Provenance

__all__ = ["Document", "Evaluation", "Extract", "evaluate", "score_results"]

Extract = Callable[[Iterable[Article]], Iterable[Extraction]]
"""Results for articles, in any order, each carrying its article's id: ``Extractor(...).extract_many``."""

_NO_RESULT = "no result came back for this article"


@dataclass(frozen=True, slots=True)
class Document:
    """One article's line of a report. ``notes`` has every record but the exact ones."""

    file: str
    id: str
    tags: Mapping[str, str]
    status: str
    error: str | None
    events: Counts
    positions: Counts
    notes: tuple[Note, ...]
    seconds: float
    cost: float | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A run against gold: figures, one line per article in the order of gold, and what it took.

    ``failed`` lists articles without a usable answer; all their gold counts as missed. ``seconds`` is the
    wall time of a live run, else the sum over articles; ``cost`` is None when an article's is not known.
    """

    signature: Signature
    events: Summary
    positions: Summary
    grounding: GroundingRates
    documents: tuple[Document, ...]
    seconds: float
    cost: float | None
    tokens_in: int
    tokens_out: int

    @property
    def failed(self) -> tuple[Document, ...]:
        """Articles that were refused or failed."""
        return tuple(one for one in self.documents if one.status in ("failed", "refused"))


def evaluate(
    gold: Sequence[GoldArticle],
    extract: Extract,
    *,
    theta: float = THETA,
    read: ReadActor | None = None,
    on_result: Callable[[Extraction], None] | None = None,
) -> Evaluation:
    """Runs ``extract`` over the gold articles and scores what comes back.

    Args:
        gold: the labelled articles.
        extract: gives an Extraction for each Article, in any order.
        theta: the similarity from which on two records may be paired.
        read: makes actors comparable; absent, the shipped gazetteer.
        on_result: called with each result as it comes, for progress.

    Raises:
        EngineUnusable: from ``extract``, when the engine cannot be used at all.
        ResultError: a result is for no gold article, or an article has two.
    """
    started = perf_counter()
    results = _watched(extract(one.article for one in gold), on_result)
    return score_results(gold, results, theta=theta, read=read, started=started)


def score_results(
    gold: Sequence[GoldArticle],
    results: Iterable[Extraction],
    *,
    theta: float = THETA,
    read: ReadActor | None = None,
    started: float | None = None,
) -> Evaluation:
    """Scores results, in any order, against gold. ``started`` (``perf_counter``) times a live run.

    Articles that no result is for count as failed: their gold records are missed.

    Raises ResultError when a result is for no gold article, or an article has two.
    """
    run = _Run(read or shipped_reader(), theta)
    waiting = {one.id: one for one in gold}
    for result in results:
        run.add(_taken(result, waiting, run.documents), result)
    for article in waiting.values():
        run.add(article, None)
    documents = tuple(run.documents[one.id] for one in gold)
    return Evaluation(
        signature=sign(gold_hash(gold), run.makers, theta),
        events=run.events.summary(),
        positions=run.positions.summary(),
        grounding=run.grounding,
        documents=documents,
        seconds=sum(one.seconds for one in documents) if started is None else perf_counter() - started,
        cost=_cost(documents),
        tokens_in=run.tokens_in,
        tokens_out=run.tokens_out,
    )


class _Run:
    """Running totals; results themselves are not kept."""

    def __init__(self, read: ReadActor, theta: float) -> None:
        self._read = read
        self._theta = theta
        self.events: Tally[EventView] = Tally(EVENTS)
        self.positions: Tally[PositionView] = Tally(POSITIONS)
        self.documents: dict[str, Document] = {}
        self.makers: set[Maker] = set()
        self.grounding = GroundingRates()
        self.tokens_in = 0
        self.tokens_out = 0

    def add(self, gold: GoldArticle, result: Extraction | None) -> None:
        score = score_article(gold, result, self._read, self._theta)
        self.events.add(score.events)
        self.positions.add(score.positions)
        self.documents[gold.id] = Document(
            file=gold.file,
            id=gold.id,
            tags=gold.tags,
            status=result.status if result else "failed",
            error=result.error if result else _NO_RESULT,
            events=score.events.counts,
            positions=score.positions.counts,
            notes=notes(gold, result, score),
            seconds=result.provenance.seconds if result else 0.0,
            cost=_price(result.provenance) if result else 0.0,
        )
        if result is not None:
            self.makers.add(maker_of(result.provenance))
            self.grounding += grounding_rates(result)
            self.tokens_in += result.provenance.tokens_in
            self.tokens_out += result.provenance.tokens_out


def _taken(result: Extraction, waiting: dict[str, GoldArticle], done: Mapping[str, Document]) -> GoldArticle:
    """The gold article that the result is for, no longer waiting."""
    found = waiting.pop(result.article.id or "", None)
    if found is not None:
        return found
    source, article = result.article.source, result.article.id
    if article in done:
        raise ResultError(f"{source}: a second result for article {article!r}; score one run at a time")
    raise ResultError(f"{source}: article {article!r} is not in the gold; leave out what is not labelled")


def _watched(
    results: Iterable[Extraction], on_result: Callable[[Extraction], None] | None
) -> Iterable[Extraction]:
    for result in results:
        if on_result is not None:
            on_result(result)
        yield result


def _price(made: Provenance) -> float | None:
    """What was paid; nothing where no tokens went either way, whatever the price list knows."""
    return made.cost if made.tokens_in or made.tokens_out else 0.0


def _cost(documents: Sequence[Document]) -> float | None:
    costs = [one.cost for one in documents if one.cost is not None]
    return sum(costs) if len(costs) == len(documents) else None
