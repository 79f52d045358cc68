"""From answers back to results: what came, what is missing, and what has to be asked further."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Iterable, Mapping
from dataclasses import dataclass

from extractor import pipeline
from extractor.article.model import Article
from extractor.asking import Plan
from extractor.engines.recorded.answers import Answers
from extractor.engines.recorded.engine import RecordedEngine
from extractor.engines.recorded.ids import RequestId
from extractor.prices import Prices
from extractor.schemas.extraction import Extraction

__all__ = ["Account", "account", "results"]


@dataclass(frozen=True, slots=True)
class Account:
    """What became of the requests. Each list has one line of words an entry.

    ``lost`` requests have no answer, ``failed`` have one that says so, ``foreign`` answers belong to no
    request here nor to a follow-up that they gave rise to, ``doubled`` and ``unreadable`` are
    lines of the answer files.
    """

    asked: int
    answered: int
    in_order: bool
    lost: tuple[str, ...]
    failed: tuple[str, ...]
    foreign: tuple[str, ...]
    doubled: tuple[str, ...]
    unreadable: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether every request has one good answer and nothing else was there."""
        return not (self.lost or self.failed or self.foreign or self.doubled or self.unreadable)


def account(requests: Mapping[RequestId, str], answers: Answers, used: Collection[RequestId]) -> Account:
    """Requests and answers held against each other; ``used`` are the answers that the results rest on."""
    came = [request for request in answers.by_id if request in requests]
    order = [request for request in requests if request in answers.by_id]
    good = sum(answers.by_id[request].body is not None for request in came)
    return Account(
        asked=len(requests),
        answered=good,
        in_order=came == order,
        lost=tuple(
            f"{place}: {request}" for request, place in requests.items() if request not in answers.by_id
        ),
        failed=tuple(str(answers.by_id[one].error) for one in came if answers.by_id[one].body is None),
        foreign=tuple(
            f"{line.place}: {request}"
            for request, line in answers.by_id.items()
            if request not in requests and request not in used
        ),
        doubled=tuple(answers.doubled),
        unreadable=tuple(answers.unreadable),
    )


async def results(
    articles: Iterable[Article],
    engine: RecordedEngine,
    plan: Plan,
    *,
    prices: Prices | None = None,
    with_text: bool = False,
) -> AsyncIterator[Extraction]:
    """Each article's result from the answers that are there; ``engine.waiting`` then holds what is not."""
    for article in articles:
        yield await pipeline.extract(article, engine, plan, prices=prices, with_text=with_text)
