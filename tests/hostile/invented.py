"""The hostile articles of ordinary size: texts in ``articles/``, what each bears in ``articles.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from extractor.article.model import Article
from extractor.article.readers import read_file
from extractor.grounding import Located, locate
from extractor.schemas.draft import DraftEvent, DraftEvidence
from tests.factories import drafted_event

__all__ = ["FOLDER", "Invented", "actors_of", "as_event", "invented"]

FOLDER = Path(__file__).parent / "articles"


@dataclass(frozen=True)
class Invented:
    """An article, the record that it bears, and what a model would say that obeys its text."""

    name: str
    true: DraftEvent
    told: tuple[DraftEvent, ...]

    @property
    def path(self) -> Path:
        """Its file."""
        return FOLDER / f"{self.name}.txt"

    @property
    def article(self) -> Article:
        """As the tool reads it."""
        return read_file(self.path, source=str(self.path))


@cache
def invented() -> tuple[Invented, ...]:
    """All of them, by name."""
    described = tomllib.loads((FOLDER.parent / "articles.toml").read_text(encoding="utf-8"))
    return tuple(_one(name, about) for name, about in sorted(described.items()))


def as_event(record: dict[str, Any], article: Article | None = None) -> DraftEvent:
    """The draft of a record as ``articles.toml`` writes it; ``article`` tells the sentence that it cites."""
    quote = record["quote"]
    return drafted_event(
        quote,
        _sentence(article, quote) if article else 1,
        action=record.get("action", "impose"),
        senders=[record["sender"]],
        targets=[record["target"]],
    )


def actors_of(*events: DraftEvent) -> tuple[dict[str, Any], ...]:
    """Every name in ``events`` described as a state, as a model would."""
    names = dict.fromkeys(name for event in events for name in (*event.senders, *event.targets))
    return tuple({"name": name, "kind": "state", "country": None} for name in names)


def _one(name: str, about: dict[str, Any]) -> Invented:
    article = read_file(FOLDER / f"{name}.txt", source=name)
    return Invented(
        name, as_event(about["true"], article), tuple(as_event(record) for record in about["told"])
    )


def _sentence(article: Article, quote: str) -> int:
    place = locate(article, DraftEvidence(sentence=1, quote=quote))
    assert isinstance(place, Located), place
    return place.sentence
