"""What a page itself declares: headline, publisher, day of publication. Checked, not trusted.

A day counts only where the page names it as its own: JSON-LD, a meta element, a ``time`` element by the
headline. Nothing is taken from the address, the text or the server (htmldate does, and finds a day on
pages that have none).
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any

from extractor.article.title import fold_title

__all__ = ["PageMetadata", "page_metadata", "parse_day"]

_ARTICLE_TYPE = re.compile(r"(?:Article|BlogPosting|LiveBlogPosting|Report|Posting|NewsAnalysis)$")
_DATE_METAS = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "article:published",
    "publication_date",
    "publish-date",
    "publish_date",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
)
_SITE_METAS = ("og:site_name", "application-name", "twitter:site", "publisher", "dc.publisher")
_TITLE_METAS = ("og:title", "twitter:title", "headline", "dc.title")
_TITLE_PARTS = re.compile(r"\s+[|–—•·»«:-]\s+|\s*\|\s*|:\s+")
_EARLIEST = 1990  # the first news page; clocks at zero say 1970


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What was declared and holds up; None for the rest."""

    title: str | None = None
    publisher: str | None = None
    published: dt.date | None = None


def page_metadata(tree: Any, host: str | None = None) -> PageMetadata:
    """Of a page parsed by lxml. ``host`` is the server's name, for telling the site's name in a title."""
    metas = _metas(tree)
    objects = list(_article_objects(tree))
    headings = [_inner(element) for element in tree.iter("h1")]
    site = _site(metas, objects)
    titles = [
        *(value for value in (_text_of(item.get("headline")) for item in objects) if value),
        *(metas[name] for name in _TITLE_METAS if name in metas),
        *(heading for heading in headings if heading),
        *(_inner(element) for element in list(tree.iter("title"))[:1]),
    ]
    title, site = _unswapped([title for title in titles if title], site, headings, host)
    return PageMetadata(title=title, publisher=site, published=_published(tree, metas, objects))


def parse_day(value: object) -> dt.date | None:
    """The day of an ISO 8601 or RFC 2822 date or time, as printed (in its own zone); else None."""
    if not isinstance(value, str):
        return None
    value = value.strip()
    day = _iso_day(value) or _mail_day(value)
    return day if day and day.year >= _EARLIEST else None


def _iso_day(value: str) -> dt.date | None:
    match = re.match(r"(\d{4})[-/]?(\d{2})[-/]?(\d{2})(?!\d)", value)
    if match is None:
        return None
    try:
        return dt.date(*(int(part) for part in match.groups()))
    except ValueError:
        return None


def _mail_day(value: str) -> dt.date | None:
    try:
        return parsedate_to_datetime(value).date()
    except (TypeError, ValueError):
        return None


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = " ".join((element.get("content") or "").split())
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _article_objects(tree: Any) -> Iterator[dict[str, Any]]:
    """JSON-LD objects that say they are an article, the page's own first."""
    for element in tree.iter("script"):
        if "ld+json" not in (element.get("type") or "").lower():
            continue
        try:
            # Control characters inside strings are a common fault of page templates.
            data = json.loads(element.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        yield from (item for item in _objects(data) if _is_article(item))


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    items = data if isinstance(data, list) else [data]
    for item in items:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph") or item.get("mainEntity")
            if isinstance(graph, (list, dict)):
                yield from (part for part in _listed(graph) if isinstance(part, dict))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _is_article(item: dict[str, Any]) -> bool:
    return any(isinstance(kind, str) and _ARTICLE_TYPE.search(kind) for kind in _listed(item.get("@type")))


def _text_of(value: Any) -> str | None:
    """A string, or the name of an object or of the first of a list."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _inner(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _site(metas: dict[str, str], objects: list[dict[str, Any]]) -> str | None:
    for item in objects:
        if name := _text_of(item.get("publisher")):
            return name
    return next((metas[name].lstrip("@") for name in _SITE_METAS if name in metas), None)


def _unswapped(
    titles: list[str], site: str | None, headings: list[str], host: str | None
) -> tuple[str | None, str | None]:
    """Headline without the site's name, and the site; the two put right where a page has them swapped."""
    names = {fold_title(site)} if site else set()
    headed = {fold_title(heading) for heading in headings}
    if site and fold_title(site) in headed and titles and fold_title(titles[0]) not in headed:
        # The "site" is the page's own heading: what stands as the title is the site.
        return site, titles[0] if len(titles[0].split()) <= 6 else None
    for title in titles:
        bare = _without_site(title, names, host)
        if bare and fold_title(bare) not in names and not _is_host(bare, host):
            return bare, site
    return None, site


def _without_site(title: str, names: set[str], host: str | None) -> str:
    parts = _TITLE_PARTS.split(title)
    if len(parts) < 2:
        return title
    if _names_site(parts[-1], names, host):
        return title[: title.rindex(parts[-1])].rstrip(" |–—•·»«:-")
    if _names_site(parts[0], names, host):
        return title[len(parts[0]) :].lstrip(" |–—•·»«:-")
    return title


def _names_site(part: str, names: set[str], host: str | None) -> bool:
    return fold_title(part) in names or _is_host(part, host)


def _is_host(part: str, host: str | None) -> bool:
    """Whether ``part`` spells the server's name ("China Topix" on www.chinatopix.com)."""
    letters = re.sub(r"\W", "", part).lower()
    labels = {re.sub(r"\W", "", label) for label in (host or "").lower().split(".")[:-1]} - {"www"}
    return len(letters) > 2 and (letters in labels or letters == re.sub(r"\W", "", (host or "").lower()))


def _published(tree: Any, metas: dict[str, str], objects: list[dict[str, Any]]) -> dt.date | None:
    declared = (item.get("datePublished") for item in objects)
    named = (metas[name] for name in _DATE_METAS if name in metas)
    for value in (*declared, *named, *_times(tree)):
        if day := parse_day(value):
            return day
    return None


def _times(tree: Any) -> Iterator[str]:
    """``time`` elements that are the article's own: marked as such, or in the header that has its h1."""
    for element in tree.iter("time"):
        value = element.get("datetime")
        marked = element.get("itemprop") == "datePublished" or element.get("pubdate") is not None
        if value and (marked or _beside_the_headline(element)):
            yield value


def _beside_the_headline(element: Any) -> bool:
    for ancestor in element.iterancestors("header", "article", "main"):
        headings = list(ancestor.iter("h1"))
        if headings:
            # A list of other articles may stand in the same main element: only the first time counts.
            return next(iter(ancestor.iter("time"))) is element
        if ancestor.tag == "article":
            return False
    return False
