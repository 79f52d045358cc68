"""Records that a check finds fault with, and near misses: tests and docs/checks.md use the same."""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import dataclass
from typing import Any

from extractor.article.build import article_from_text
from extractor.article.model import Article
from extractor.checks.case import Case, Reading
from extractor.checks.check import Finding
from extractor.checks.register import examine
from extractor.grounding import Located, locate
from extractor.schemas.draft import DraftActor, DraftEvent, DraftPosition
from extractor.schemas.values import Evidence
from tests.factories import drafted_event, drafted_position

__all__ = ["Example", "actor", "event", "position"]


@dataclass(frozen=True)
class Example:
    """An article in paragraphs, parted by blank lines, and one record of it.

    ``says`` are words that the message must have; ``actors`` are what the draft says of them by name.
    """

    why: str
    text: str
    record: DraftEvent | DraftPosition
    says: str = ""
    language: str = "en"
    published: dt.date | None = None
    title: str | None = None
    actors: tuple[DraftActor, ...] = ()

    @property
    def article(self) -> Article:
        """The article, in the language that the example states: short texts are not detected reliably."""
        made = article_from_text(self.text, source="example.txt", title=self.title, published=self.published)
        paragraphs = tuple(dataclasses.replace(one, language=self.language) for one in made.paragraphs)
        return dataclasses.replace(made, paragraphs=paragraphs, languages=(self.language,))

    @property
    def case(self) -> Case:
        """The record with its quotes located. Raises AssertionError when one does not stand there."""
        article = self.article
        places = [locate(article, cited) for cited in self.record.evidence]
        found: list[Evidence] = []
        for place in places:
            assert isinstance(place, Located), place
            found.append(place.evidence)
        return Case(self.record, tuple(found), Reading(article, {actor.name: actor for actor in self.actors}))

    def findings(self) -> tuple[Finding, ...]:
        """All that the checks find."""
        return examine(self.case)

    def message(self, check: str) -> str | None:
        """What one check says, or None."""
        return next((found.message for found in self.findings() if found.check == check), None)


def actor(name: str, kind: str = "state", **fields: Any) -> DraftActor:
    """A drafted actor; a state unless told otherwise."""
    return DraftActor.model_validate({"name": name, "kind": kind, **fields})


def event(*quotes: str, **fields: Any) -> DraftEvent:
    """An adopted imposition by the United States on Iran, borne by the quotes."""
    return drafted_event(**_evidence(quotes), **fields)


def position(*quotes: str, **fields: Any) -> DraftPosition:
    """China opposing sanctions on Iran, borne by the quotes."""
    return drafted_position(**_evidence(quotes), **fields)


def _evidence(quotes: tuple[str, ...]) -> dict[str, Any]:
    return {"evidence": [{"sentence": 1, "quote": quote} for quote in quotes]}
