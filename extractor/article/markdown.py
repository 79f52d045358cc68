"""Markdown: front matter is metadata, marks are taken off, so that sentences read as text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from extractor.article.build import MAX_BYTES, article_from_text
from extractor.article.clean import clean
from extractor.article.model import Article
from extractor.errors import ReadError

if TYPE_CHECKING:
    from markdown_it.token import Token

__all__ = ["article_from_markdown"]

_FRONT = re.compile(r"---[ \t]*\n(?P<lines>(?:(?!---)[^\n]*\n)*)(?:---|\.\.\.)[ \t]*(?:\n|$)")
_FIELD = re.compile(r"(?P<key>[A-Za-z_-]+)[ \t]*:[ \t]*(?P<value>[^\n]*)")
_NAMES = {
    "title": "title",
    "published": "published",
    "date": "published",
    "publisher": "publisher",
    "source": "publisher",
    "site": "publisher",
    "url": "url",
}


def article_from_markdown(
    text: str, *, source: str, published: dt.date | None = None, max_bytes: int = MAX_BYTES
) -> Article:
    """The article of a Markdown text (CommonMark, tables).

    Front matter between ``---`` lines gives title, published or date, publisher or source, and url (its
    host is the publisher when none is named); ``published`` stands in when it gives no day.

    Raises:
        ReadError: front matter with a day that is none, or one of article_from_text's reasons.
    """
    text = clean(text)
    fields, body = _front_matter(text)
    day = _day(fields["published"], source) if fields.get("published") else published
    publisher = fields.get("publisher") or host_of(fields.get("url"))
    return article_from_text(
        "\n\n".join(_blocks(body)),
        source=source,
        title=fields.get("title") or None,
        publisher=publisher or None,
        published=day,
        max_bytes=max_bytes,
    )


def host_of(url: str | None) -> str | None:
    """The host of a URL without its "www.", or None."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    match = _FRONT.match(text)
    if match is None:
        return {}, text
    fields: dict[str, str] = {}
    for line in match["lines"].split("\n"):
        field = _FIELD.match(line)
        if field and (name := _NAMES.get(field["key"].lower())):
            fields.setdefault(name, _unquoted(field["value"].strip()))
    return fields, text[match.end() :]


def _unquoted(value: str) -> str:
    quoted = len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value


def _day(value: str, source: str) -> dt.date:
    try:
        return dt.date.fromisoformat(value[:10])
    except ValueError as error:
        reason = f"published in its front matter is {value!r}"
        raise ReadError(source, reason, "write the day as YYYY-MM-DD") from error


def _blocks(body: str) -> Iterator[str]:
    """The text of each block: a heading, a paragraph on one line, a list item, a row of a table."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(body)
    row: list[str] = []
    in_row = False
    item = ""
    for token in tokens:
        if token.type == "tr_open":
            in_row = True
        elif token.type == "tr_close":
            yield " | ".join(row)
            row, in_row = [], False
        elif token.type == "list_item_open":
            item = f"{token.info}{token.markup} " if token.info else "• "
        elif token.type == "inline":
            words = _inline(token.children or ())
            if in_row:
                row.append(words)
            elif words:
                yield item + words
                item = ""
        elif token.type in ("fence", "code_block"):
            yield from (line for line in token.content.split("\n") if line.strip())
        elif token.type == "html_block":
            yield from _text_of_html(token.content)


def _inline(tokens: Sequence[Token]) -> str:
    """Links and emphasis as their words; pictures and inline HTML tags as nothing."""
    parts = []
    for token in tokens:
        if token.type in ("text", "code_inline"):
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
    return re.sub(" {2,}", " ", "".join(parts)).strip()  # a picture leaves the spaces on its sides


class _Words(HTMLParser):
    """Collects the text between tags, but not what is in scripts and styles."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  # the base class names it
        self._hidden += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("script", "style") and self._hidden > 0

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.words.append(data)


def _text_of_html(block: str) -> Iterator[str]:
    parser = _Words()
    parser.feed(block)
    parser.close()
    yield from (line.strip() for line in "".join(parser.words).split("\n") if line.strip())
