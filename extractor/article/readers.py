"""Which reader takes which input: by a file's suffix, a server's content type, or the first bytes."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Literal

from extractor.article.addresses import is_public
from extractor.article.build import MAX_BYTES, article_from_text
from extractor.article.clean import clean
from extractor.article.decode import decode
from extractor.article.fetch import FetchLimits, fetch, without_credentials
from extractor.article.html import article_from_html
from extractor.article.markdown import article_from_markdown
from extractor.article.model import Article
from extractor.article.pdf import article_from_pdf
from extractor.article.unwrap import unwrap
from extractor.errors import ReadError

__all__ = ["CONTAINER_FACTOR", "SUFFIXES", "Form", "read_bytes", "read_file", "read_url", "sniff"]

Form = Literal["text", "markdown", "html", "pdf"]

SUFFIXES: dict[str, Form | Literal["jsonl"]] = {
    ".txt": "text",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
    ".jsonl": "jsonl",
}
# Mark-up, fonts and pictures: a page or a PDF file may be this much larger than its text.
CONTAINER_FACTOR = 10

_CONTENT_TYPES: dict[str, Form] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "application/x-pdf": "pdf",
    "text/plain": "text",
    "text/markdown": "markdown",
}
# Servers that do not know say one of these: the bytes decide.
_VAGUE = frozenset({"", "application/octet-stream", "binary/octet-stream", "application/download"})
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body|article|div|p|h1|meta)\b",
    re.IGNORECASE | re.DOTALL,
)


def sniff(data: bytes) -> Form:
    """What ``data`` is, from its first bytes; text when nothing speaks for another form."""
    head = data[:2000].removeprefix(b"\xef\xbb\xbf")
    if head.lstrip().startswith(b"%PDF-"):
        return "pdf"
    return "html" if _HTML.match(head) else "text"


def read_bytes(
    data: bytes,
    *,
    source: str,
    form: Form | None = None,
    charset: str | None = None,
    published: dt.date | None = None,
    max_bytes: int = MAX_BYTES,
) -> Article:
    """The article in ``data``, the whole of a file or page; without ``form``, the bytes tell it.

    Raises:
        ReadError: as the readers do.
    """
    form = form or sniff(data)
    if form == "pdf":
        return article_from_pdf(data, source=source, published=published, max_bytes=max_bytes)
    if form == "html":
        return article_from_html(
            data, source=source, charset=charset, published=published, max_bytes=max_bytes
        )
    text = clean(decode(data, source, declared=charset))
    if form == "markdown":
        return article_from_markdown(text, source=source, published=published, max_bytes=max_bytes)
    return article_from_text(unwrap(text), source=source, published=published, max_bytes=max_bytes)


def read_file(
    path: Path, *, source: str, published: dt.date | None = None, max_bytes: int = MAX_BYTES
) -> Article:
    """The article in the file ``path``: by its suffix, else by its first bytes.

    Raises:
        ReadError: it cannot be opened, is too large, or as the readers do.
    """
    form = SUFFIXES.get(path.suffix.lower())
    try:
        with path.open("rb") as stream:
            data = stream.read(CONTAINER_FACTOR * max_bytes + 1)
    except OSError as error:
        raise ReadError(
            source, f"it cannot be read ({error.strerror})", "check the path and its rights"
        ) from error
    form = sniff(data) if form is None or form == "jsonl" else form
    _check_size(data, form, source, max_bytes)
    return read_bytes(data, source=source, form=form, published=published, max_bytes=max_bytes)


def read_url(
    url: str,
    *,
    published: dt.date | None = None,
    max_bytes: int = MAX_BYTES,
    allow_private: bool = False,
    timeout: float = 20.0,
    max_redirects: int = 5,
) -> Article:
    """The article at ``url``; its source is ``url`` without credentials.

    Raises:
        ReadError: it cannot be had, is of a kind that holds no article, or as the readers do.
    """
    limits = FetchLimits(CONTAINER_FACTOR * max_bytes, timeout, max_redirects)
    page = fetch(url, limits, allowed=(lambda _: True) if allow_private else is_public)
    source = without_credentials(url)
    form = sniff(page.body) if page.content_type in _VAGUE else _CONTENT_TYPES.get(page.content_type)
    if form is None:
        reason = f"the server sends {page.content_type!r}, which holds no article"
        raise ReadError(source, reason, "give the address of an HTML page, a PDF or a text")
    return read_bytes(
        page.body, source=source, form=form, charset=page.charset, published=published, max_bytes=max_bytes
    )


def _check_size(data: bytes, form: Form, source: str, max_bytes: int) -> None:
    longest = max_bytes if form in ("text", "markdown") else CONTAINER_FACTOR * max_bytes
    if len(data) > longest:
        reason = f"it is larger than the limit of {longest:,} bytes"
        raise ReadError(source, reason, "split it into its articles, or raise max_bytes")
