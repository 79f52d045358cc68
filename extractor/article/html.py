"""HTML pages: trafilatura finds the article's text, the page's own declarations give the rest."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any
from urllib.parse import urlsplit

from extractor.article.build import MAX_BYTES, article_from_text
from extractor.article.clean import clean
from extractor.article.decode import decode
from extractor.article.html_metadata import page_metadata
from extractor.article.model import Article
from extractor.errors import ReadError

__all__ = ["article_from_html"]

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w:.-]{2,40})", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_HEAD = 4096  # bytes in which HTML asks for the charset (the standard says 1024; pages are sloppy)
_REMEDY = "save the page with its text, or give the text itself"

# What a reader of the page does not see is not told by it ("until-found" waits for a click).
_UNSEEN = "//*[@hidden and not(@hidden = 'until-found')]"

_SENTENCE = 40  # characters: a paragraph with a stop and this length is running text
_STOPS = re.compile(r"[.!?…。！？؟۔।]")


def article_from_html(
    page: bytes | str,
    *,
    source: str,
    charset: str | None = None,
    published: dt.date | None = None,
    max_bytes: int = MAX_BYTES,
) -> Article:
    """The article of a page.

    Args:
        page: the page as it came; broken mark-up is fine.
        source: path or URL; of a URL, the host helps to tell the site's name from the headline.
        charset: as the server declared it; the page's own meta element comes second.
        published: the day where the page states none.
        max_bytes: the longest text allowed (of the text, not of the page).

    Raises:
        ReadError: no article in the page, or one of article_from_text's reasons.
    """
    tree = _tree(_decoded(page, source, charset), source)
    metadata = page_metadata(tree, urlsplit(source).hostname if "://" in source else None)
    text = _main_text(tree, source)
    return article_from_text(
        text,
        source=source,
        title=metadata.title,
        publisher=metadata.publisher,
        published=metadata.published or published,
        max_bytes=max_bytes,
    )


def _decoded(page: bytes | str, source: str, charset: str | None) -> str:
    if isinstance(page, bytes):
        found = _META_CHARSET.search(page[:_HEAD])
        page = decode(
            page, source, declared=charset or (found[1].decode("ascii", "replace") if found else None)
        )
    # lxml refuses a str that declares an encoding of its own.
    return _XML_DECLARATION.sub("", clean(page))


def _tree(page: str, source: str) -> Any:
    from trafilatura import load_html

    tree = load_html(page)
    if tree is None:
        raise ReadError(source, "this is not an HTML page", _REMEDY)
    return tree


def _main_text(tree: Any, source: str) -> str:
    """trafilatura without favor_precision, which drops body text of live blogs and JSON-LD pages."""
    from trafilatura import extract

    for unseen in tree.xpath(_UNSEEN):  # trafilatura itself drops what is styled "display: none"
        unseen.drop_tree()
    text = extract(tree, include_comments=False, output_format="txt", with_metadata=False)
    if not isinstance(text, str) or not _has_running_text(text):
        raise ReadError(source, "no article was found in this page", _REMEDY)
    return text


def _has_running_text(text: str) -> bool:
    """A page without an article yields menus and headlines, which have no sentences."""
    return any(len(line.encode()) >= _SENTENCE and _STOPS.search(line) for line in text.split("\n"))
