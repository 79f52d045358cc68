"""The articles of a batch, kept beside its requests: answers can only be checked against the text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from extractor.article.model import Article
from extractor.errors import SettingsError

__all__ = ["article_line", "articles_path", "read_articles"]

_ARTICLES: TypeAdapter[Article] = TypeAdapter(Article)


def articles_path(requests: Path) -> Path:
    """``requests.jsonl`` has its articles in ``requests.articles.jsonl``."""
    return requests.with_suffix(".articles.jsonl")


def article_line(article: Article) -> str:
    """The article as one line of JSON."""
    return _ARTICLES.dump_json(article).decode()


def read_articles(path: Path) -> Iterator[Article]:
    """The articles of a file that ``article_line`` wrote. Raises SettingsError naming the line."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"{str(path)!r} cannot be read: {error}; 'extractor batch prepare' writes it beside the requests"
        ) from error
    for number, line in enumerate(lines, start=1):
        try:
            yield _ARTICLES.validate_json(line)
        except ValidationError as error:
            raise SettingsError(f"{path}#{number}: is no article: {error.errors()[0]['msg']}") from error
