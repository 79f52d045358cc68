"""A gold file's article: found, read, cleaned, and its quotes located to the letter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import NoReturn

from extractor.article.build import article_from_text
from extractor.article.model import Article
from extractor.errors import GoldError, ReadError
from extractor.evaluation.gold_format import GoldHeader, GoldQuote
from extractor.schemas.values import Evidence

__all__ = ["BuildArticle", "GoldText", "build_article", "locate_quote", "read_article"]

BuildArticle = Callable[[str, str, str | None, dt.date | None], Article]
"""Makes an Article of a text, its source, its title and its date of publication."""


@dataclass(frozen=True, slots=True)
class GoldText:
    """An article and the file's text that it was cleaned from, in which gold's ``start`` counts."""

    article: Article
    raw: str


def build_article(text: str, source: str, title: str | None, published: dt.date | None) -> Article:
    """The Article as every other way of reading makes it."""
    return article_from_text(text, source=source, title=title, published=published)


def read_article(
    header: GoldHeader, folder: Traversable, seeds: Traversable | None, file: str, build: BuildArticle
) -> GoldText:
    """The article that the gold file ``file`` names, from the gold folder or else from the seeds.

    Raises GoldError when it is not there, is not UTF-8, or is not the article whose id gold gives.
    """
    data = _bytes(header.file, folder, seeds, file)
    try:
        raw = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise GoldError(file, "article", "file", f"{header.file!r} is not UTF-8: {error}") from error
    try:
        article = build(raw, header.file, header.title, header.published)
    except ReadError as error:
        raise GoldError(file, "article", "file", str(error)) from error
    if header.id is not None and header.id != article.id:
        problem = f"{header.id!r}, but the text of {header.file!r} has id {article.id!r}: was it edited?"
        raise GoldError(file, "article", "id", problem)
    return GoldText(article, raw)


def _bytes(name: str, folder: Traversable, seeds: Traversable | None, file: str) -> bytes:
    parts = name.split("/")
    if "\\" in name or not all(parts) or any(part in (".", "..") or ":" in part for part in parts):
        raise GoldError(file, "article", "file", f"{name!r} is not a path inside the gold folder")
    for place in (folder, seeds):
        found = place.joinpath(*parts) if place is not None else None
        if found is not None and found.is_file():
            return found.read_bytes()
    raise GoldError(file, "article", "file", f"{name!r} is neither beside the gold file nor among the seeds")


def locate_quote(cited: GoldQuote, text: GoldText, file: str, record: str, field: str) -> Evidence:
    """Where the quote stands in the cleaned text.

    Raises GoldError when it is not there to the letter, when it is there more than once and gold does not
    say where, when it is not at the ``start`` given, or when it stands in boilerplate.
    """

    def fail(problem: str) -> NoReturn:
        raise GoldError(file, record, field, problem)

    places = _occurrences(cited.quote, text.article.text)
    in_file = _occurrences(cited.quote, text.raw) or places
    if not places or len(in_file) > len(places):
        fail(f"{cited.quote!r} is not in the article, to the letter")
    if cited.start is None and len(in_file) > 1:
        fail(f"{cited.quote!r} occurs {len(in_file)} times; give its start: {_listed(in_file)}")
    if cited.start is not None and cited.start not in in_file:
        fail(f"start {cited.start}: {cited.quote!r} is not there, but at {_listed(in_file)}")
    from_end = len(in_file) - (0 if cited.start is None else in_file.index(cited.start))
    # Counted from the end: a title that the file lacks is put on top of the cleaned text.
    start = places[-from_end]
    evidence = Evidence(quote=cited.quote, start=start, end=start + len(cited.quote))
    if rule := _boilerplate(evidence, text.article):
        fail(f"{cited.quote!r} stands in boilerplate ({rule}), which yields no evidence")
    return evidence


def _occurrences(quote: str, text: str) -> list[int]:
    """Every place where the quote begins, overlapping ones too."""
    places = []
    at = text.find(quote)
    while at >= 0:
        places.append(at)
        at = text.find(quote, at + 1)
    return places


def _boilerplate(evidence: Evidence, article: Article) -> str | None:
    for paragraph in article.paragraphs:
        touches = paragraph.start < evidence.end and evidence.start < paragraph.end
        if paragraph.kind == "boilerplate" and touches:
            return paragraph.rule or "unnamed rule"
    return None


def _listed(places: Sequence[int]) -> str:
    return ", ".join(map(str, places)) or "no place"
