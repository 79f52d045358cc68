"""The published cases of eval/torture/quotes.jsonl, and the article that each is about."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from extractor.article.model import Article, Paragraph, Sentence

FOLDER = Path(__file__).parents[2] / "eval" / "torture"


class Case(BaseModel):
    """One line of the file; eval/torture/README.md tells what its fields mean."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    kind: str
    language: str
    script: str
    text: str
    sentences: tuple[tuple[int, int], ...]
    sentence: int
    quote: str
    expect: str
    why: str
    start: int | None = None
    end: int | None = None
    stands_in: int | None = None
    word: int | None = None
    example: str | None = None

    @property
    def stands(self) -> bool:
        """Whether the quote is in the text."""
        return self.expect in ("found", "corrected")

    @property
    def article(self) -> Article:
        """Its text, cut into the sentences that it gives, a line a paragraph."""
        paragraphs: list[Paragraph] = []
        at = 0
        for line in self.text.split("\n"):
            paragraphs.append(Paragraph(at, at + len(line)))
            at += len(line) + 1
        sentences = tuple(
            Sentence(number, start, end, next(i for i, p in enumerate(paragraphs) if end <= p.end))
            for number, (start, end) in enumerate(self.sentences, start=1)
        )
        return Article(self.text, self.id, tuple(paragraphs), sentences)


def cases() -> list[Case]:
    """All of them, in the order of the file."""
    lines = (FOLDER / "quotes.jsonl").read_text("utf-8").splitlines()
    return [Case.model_validate(json.loads(line)) for line in lines]
