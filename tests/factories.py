"""Small makers of drafts, so that a test states only what it is about."""

from __future__ import annotations

import datetime as dt
from typing import Any

from extractor.article.model import Article, Paragraph, Sentence
from extractor.schemas.draft import DraftEvent, DraftPosition


def drafted_event(quote: str = "imposed sanctions on Iran", sentence: int = 1, **fields: Any) -> DraftEvent:
    """An adopted imposition by the United States on Iran, borne by ``quote``."""
    content: dict[str, Any] = {
        "action": "impose",
        "stage": "adopted",
        "senders": ["United States"],
        "targets": ["Iran"],
        "evidence": [{"sentence": sentence, "quote": quote}],
    }
    return DraftEvent.model_validate(content | fields)


def drafted_position(
    quote: str = "China opposes sanctions", sentence: int = 1, **fields: Any
) -> DraftPosition:
    """China opposing sanctions on Iran, borne by ``quote``."""
    content: dict[str, Any] = {
        "holder": "China",
        "stance": "oppose",
        "issue_kind": "sanctions",
        "issue_action": "maintain",
        "issue_targets": ["Iran"],
        "issue_label": "sanctions on Iran",
        "certainty": "certain",
        "speech_act": "state",
        "basis": "stated",
        "evidence": [{"sentence": sentence, "quote": quote}],
    }
    return DraftPosition.model_validate(content | fields)


def draft(*records: DraftEvent | DraftPosition, actors: tuple[dict[str, Any], ...] = ()) -> dict[str, Any]:
    """A draft of these records as the plain object that a model would send."""
    return {
        "actors": list(actors),
        "events": [r.model_dump() for r in records if isinstance(r, DraftEvent)],
        "positions": [r.model_dump() for r in records if isinstance(r, DraftPosition)],
    }


def article_of(
    *paragraphs: str, boilerplate: tuple[int, ...] = (), published: dt.date | None = None
) -> Article:
    """An article whose sentences end at ``". "``; ``boilerplate`` gives indices of marked paragraphs."""
    text = "\n".join(paragraphs)
    marks: list[Paragraph] = []
    sentences: list[Sentence] = []
    at = 0
    for index, words in enumerate(paragraphs):
        marked = index in boilerplate
        marks.append(Paragraph(at, at + len(words), "boilerplate" if marked else "body"))
        if not marked:
            start = 0
            for piece in words.split(". "):
                end = min(start + len(piece) + 1, len(words))
                sentences.append(Sentence(len(sentences) + 1, at + start, at + end, index))
                start = end + 1
        at += len(words) + 1
    return Article(text, "test.txt", tuple(marks), tuple(sentences), published=published, languages=("en",))
