"""Ask where a quote stands, and expect one of the two answers."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.article.model import Article
from extractor.grounding import Located, NotLocated, locate
from extractor.schemas.draft import DraftEvidence
from tests.factories import article_of

ARTICLE = article_of(
    "The minister said the country will not support the new sanctions. It is unlikely to change its mind.",
    "A fine of $1.5 million was imposed on 3 May 2021.",
    "The council will meet in June. Its members, who have argued since last winter, want no delay.",
)


def ask(quote: str, sentence: int = 1, article: Article = ARTICLE, examples: Sequence[str] = ()) -> object:
    """The answer, of either kind."""
    return locate(article, DraftEvidence(sentence=sentence, quote=quote), examples)


def found(quote: str, sentence: int = 1, article: Article = ARTICLE) -> Located:
    """The answer, which has to be a place."""
    place = ask(quote, sentence, article)
    assert isinstance(place, Located), place
    evidence = place.evidence
    assert article.text[evidence.start : evidence.end] == evidence.quote
    return place


def refused(
    quote: str, sentence: int = 1, article: Article = ARTICLE, examples: Sequence[str] = ()
) -> NotLocated:
    """The answer, which has to be a reason."""
    place = ask(quote, sentence, article, examples)
    assert isinstance(place, NotLocated), place
    assert len(place.reason) <= 600
    return place
