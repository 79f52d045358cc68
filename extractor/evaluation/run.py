"""Runs an extractor over gold articles, or scores results that are already there.

``evaluate`` asks; ``score_results`` only scores, so a run can be scored again without calling a model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter

from extractor.errors import ResultError
from extractor.evaluation.answers import Answer, Extract, ask
from extractor.evaluation.article_score import notes_json, score_article
from extractor.evaluation.averaged import averaged
from extractor.evaluation.cache import Cache
from extractor.evaluation.figures import Counts, Kind
from extractor.evaluation.gold import GoldArticle, gold_hash
from extractor.evaluation.grounding_rates import GroundingRates, grounding_rates
from extractor.evaluation.kept import Kept, in_memory
from extractor.evaluation.names import ReadActor, shipped_reader
from extractor.evaluation.score import Summary, Tally
from extractor.evaluation.signature import Maker, Signature, maker_of, sign
from extractor.evaluation.views import EventView, PositionView
from extractor.evaluation.weights import EVENTS, POSITIONS, THETA
from extractor.schemas.extraction import Extraction, Provenance
from extractor.schemas.terms import StatusName

__all__ = ["Document", "Evaluation", "Extract", "Trial", "evaluate", "score_answers", "score_results"]

_NO_RESULT = "no result came back for this article"
_WORST_FIRST: tuple[StatusName, ...] = ("failed", "refused", "partial", "ok")


@dataclass(frozen=True, slots=True)
class Trial:
    """One trial over one article. ``seconds`` and ``cost`` (US dollars) are those of the first time where the
    result was ``cached``; ``cost`` is None when it is not known.
    """

    events: Counts
    positions: Counts
    status: StatusName
    error: str | None
    seconds: float
    cost: float | None
    cached: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """One article's line of a report: counts, seconds and cost are means over its trials."""

    file: str
    id: str
    tags: Mapping[str, str]
    trials: tuple[Trial, ...]

    @property
    def status(self) -> StatusName:
        """The worst of the trials'."""
        return next(status for status in _WORST_FIRST if any(one.status == status for one in self.trials))

    @property
    def error(self) -> str | None:
        """The first of the trials' that has any."""
        return next((one.error for one in self.trials if one.error is not None), None)

    @property
    def events(self) -> Counts:
        """The counts of events."""
        return _mean_counts([one.events for one in self.trials])

    @property
    def positions(self) -> Counts:
        """The counts of positions."""
        return _mean_counts([one.positions for one in self.trials])

    def of(self, kind: Kind) -> Counts:
        """The counts of one kind of record."""
        return self.events if kind == "events" else self.positions

    @property
    def seconds(self) -> float:
        """What the engine took for the article once."""
        return sum(one.seconds for one in self.trials) / len(self.trials)

    @property
    def cost(self) -> float | None:
        """US dollars for the article once; None when a trial's is not known."""
        cost = _sum(one.cost for one in self.trials)
        return None if cost is None else cost / len(self.trials)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A run against gold: figures, one line per article in the order of gold, and what it took.

    ``seconds``, ``cost`` and tokens are what the engine took for all articles once: means over trials, those
    of the first time where a result was cached; ``cost`` is None when an article's is not known.
    ``wall_seconds`` (None when nothing was run) and ``spent`` are what this very run took. ``grounding``
    counts over all trials.
    """

    signature: Signature
    events: Summary
    positions: Summary
    grounding: GroundingRates
    documents: tuple[Document, ...]
    trials: int
    cost: float | None
    spent: float | None
    wall_seconds: float | None
    tokens_in: float
    tokens_out: float
    kept: Kept

    def of(self, kind: Kind) -> Summary:
        """The figures of one kind of record."""
        return self.events if kind == "events" else self.positions

    @property
    def failed(self) -> tuple[Document, ...]:
        """Articles that were refused or failed in any trial; all their gold counts as missed there."""
        return tuple(one for one in self.documents if one.status in ("failed", "refused"))

    @property
    def seconds(self) -> float:
        """What the engine took for all articles once, added up: in parallel it is less."""
        return sum(one.seconds for one in self.documents)

    @property
    def cached(self) -> int:
        """Results that were there before the run."""
        return sum(trial.cached for one in self.documents for trial in one.trials)


def evaluate(  # noqa: PLR0913  # each is one thing that a run is set up with; all but two by keyword
    gold: Sequence[GoldArticle],
    extract: Extract,
    *,
    trials: int = 1,
    cache: Cache | None = None,
    engine: str | None = None,
    theta: float = THETA,
    read: ReadActor | None = None,
    kept: Kept | None = None,
    on_result: Callable[[Extraction], None] | None = None,
) -> Evaluation:
    """Runs ``extract`` over the gold articles and scores what comes back.

    Args:
        gold: the labelled articles.
        extract: gives an Extraction for each Article, in any order; called once a trial, for those articles
            that the cache lacks.
        trials: how often each article is asked about.
        cache: has results of earlier runs and takes those of this one.
        engine: the engine's fingerprint, for the signature.
        theta: the similarity from which on two records may be paired.
        read: makes actors comparable; absent, the shipped gazetteer.
        kept: takes results and notes for the report; absent, they are kept in memory.
        on_result: called with each result as it comes, for progress.

    Raises:
        EngineUnusable: from ``extract``, when the engine cannot be used at all.
        ResultError: a result is for no gold article, or an article has two.
    """
    answers = _watched(ask(gold, extract, trials, cache), on_result)
    return score_answers(
        gold, answers, trials=trials, engine=engine, theta=theta, read=read, kept=kept, live=True
    )


def score_results(
    gold: Sequence[GoldArticle],
    results: Iterable[Extraction],
    *,
    theta: float = THETA,
    read: ReadActor | None = None,
    kept: Kept | None = None,
) -> Evaluation:
    """Scores results, in any order, against gold: one trial.

    Articles that no result is for count as failed: their gold records are missed.

    Raises ResultError when a result is for no gold article, or an article has two.
    """
    return score_answers(gold, (Answer(1, result) for result in results), theta=theta, read=read, kept=kept)


def score_answers(  # noqa: PLR0913  # as evaluate
    gold: Sequence[GoldArticle],
    answers: Iterable[Answer],
    *,
    trials: int = 1,
    engine: str | None = None,
    theta: float = THETA,
    read: ReadActor | None = None,
    kept: Kept | None = None,
    live: bool = False,
) -> Evaluation:
    """Scores the results of several trials, in any order; see ``evaluate``. ``live``: answers cost time.

    Raises ResultError when a result is for no gold article, or an article has two in one trial.
    """
    started = perf_counter()
    run = _Run(gold, trials, read or shipped_reader(), theta, kept if kept is not None else in_memory())
    for answer in answers:
        run.add(answer)
    documents = run.finish()
    return Evaluation(
        signature=sign(gold_hash(gold), run.makers, theta, engine, trials),
        events=averaged(run.events.summary(), trials),
        positions=averaged(run.positions.summary(), trials),
        grounding=run.grounding,
        documents=documents,
        trials=trials,
        cost=_sum(one.cost for one in documents),
        spent=_sum(one.cost for document in documents for one in document.trials if not one.cached),
        wall_seconds=perf_counter() - started if live else None,
        tokens_in=run.tokens_in / trials,
        tokens_out=run.tokens_out / trials,
        kept=run.kept,
    )


class _Run:
    """Running totals; results themselves are not kept here."""

    def __init__(
        self, gold: Sequence[GoldArticle], trials: int, read: ReadActor, theta: float, kept: Kept
    ) -> None:
        self._gold = {one.id: one for one in gold}
        self._read = read
        self._theta = theta
        self._trials: dict[str, list[Trial | None]] = {one.id: [None] * trials for one in gold}
        self.kept = kept
        self.events: Tally[EventView] = Tally(EVENTS)
        self.positions: Tally[PositionView] = Tally(POSITIONS)
        self.makers: set[Maker] = set()
        self.grounding = GroundingRates()
        self.tokens_in = 0
        self.tokens_out = 0

    def add(self, answer: Answer) -> None:
        """Scores one result. Raises ResultError when it is for no article, or a second one."""
        result = answer.result
        source, article = result.article.source, result.article.id or ""
        if article not in self._gold:
            raise ResultError(
                f"{source}: article {article!r} is not in the gold; leave out what is not labelled"
            )
        if self._trials[article][answer.trial - 1] is not None:
            raise ResultError(f"{source}: a second result for article {article!r}; score one run at a time")
        self._trials[article][answer.trial - 1] = self._scored(self._gold[article], answer.trial, answer)
        self.makers.add(maker_of(result.provenance))
        self.grounding += grounding_rates(result)
        self.tokens_in += result.provenance.tokens_in
        self.tokens_out += result.provenance.tokens_out

    def finish(self) -> tuple[Document, ...]:
        """Every article's line; where no result came back, all its gold is missed."""
        return tuple(
            Document(
                file=gold.file,
                id=article,
                tags=gold.tags,
                trials=tuple(
                    trial if trial is not None else self._scored(gold, number, None)
                    for number, trial in enumerate(self._trials[article], start=1)
                ),
            )
            for article, gold in self._gold.items()
        )

    def _scored(self, gold: GoldArticle, number: int, answer: Answer | None) -> Trial:
        result = answer.result if answer is not None else None
        score = score_article(gold, result, self._read, self._theta)
        self.events.add(score.events)
        self.positions.add(score.positions)
        if self.kept.wanted:
            self.kept.put(gold.id, number, result, notes_json(gold, result, score))
        return Trial(
            events=score.events.counts,
            positions=score.positions.counts,
            status=result.status if result is not None else "failed",
            error=result.error if result is not None else _NO_RESULT,
            seconds=result.provenance.seconds if result is not None else 0.0,
            cost=_price(result.provenance) if result is not None else 0.0,
            cached=answer.cached if answer is not None else False,
        )


def _watched(answers: Iterable[Answer], on_result: Callable[[Extraction], None] | None) -> Iterator[Answer]:
    for answer in answers:
        if on_result is not None:
            on_result(answer.result)
        yield answer


def _mean_counts(counts: Sequence[Counts]) -> Counts:
    return counts[0] if len(counts) == 1 else sum(counts, Counts()) / len(counts)


def _price(made: Provenance) -> float | None:
    """What was paid; nothing where no tokens went either way, whatever the price list knows."""
    return made.cost if made.tokens_in or made.tokens_out else 0.0


def _sum(costs: Iterable[float | None]) -> float | None:
    """The sum; None when one of them is not known."""
    known = list(costs)
    return None if None in known else sum(cost for cost in known if cost is not None)
