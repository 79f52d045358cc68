from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from trafilatura import load_html

from extractor.article.html_metadata import PageMetadata, page_metadata, parse_day
from tests.article.pages import page

TITLE = "Ministers prolong the embargo"
DAY = dt.date(2024, 3, 5)


def read(html: str, host: str | None = None) -> PageMetadata:
    return page_metadata(load_html(html), host)


def json_ld(data: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


ARTICLE = {
    "@type": "NewsArticle",
    "headline": TITLE,
    "datePublished": "2024-03-05T23:30:00-05:00",
    "publisher": {"@type": "Organization", "name": "Daily Globe"},
}


@pytest.mark.parametrize(
    "data",
    [
        ARTICLE,
        [ARTICLE],
        {"@graph": [{"@type": "WebSite", "name": "x"}, ARTICLE]},
        {**ARTICLE, "@type": ["ReportageNewsArticle", "Thing"]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
    ],
)
def test_json_ld_of_an_article_counts(data: Any) -> None:
    assert read(page(head=json_ld(data))) == PageMetadata(TITLE, "Daily Globe", DAY)


def test_json_ld_of_something_else_does_not_count() -> None:
    found = read(page(head=json_ld({**ARTICLE, "@type": "Event"}), heading="A heading of the page"))
    assert found.published is None
    assert found.publisher is None


@pytest.mark.parametrize(
    "broken", ["{", "[" * 100_000, '"text"', '{"@type": "NewsArticle", "datePublished": 7}']
)
def test_broken_json_ld_is_passed_over(broken: str) -> None:
    assert read(page(head=f'<script type="application/ld+json">{broken}</script>')).published is None


@pytest.mark.parametrize("name", ["article:published_time", "datePublished", "pubdate", "DC.date.issued"])
def test_a_meta_element_that_names_the_day_of_publication_counts(name: str) -> None:
    assert read(page(head=meta(name, "2024-03-05T10:00:00Z"))).published == DAY


@pytest.mark.parametrize("name", ["article:modified_time", "date-of-birth", "generated", "revised"])
def test_other_days_of_a_page_do_not_count(name: str) -> None:
    assert read(page(head=meta(name, "2024-03-05"))).published is None


@pytest.mark.parametrize(
    "header",
    [
        '<time datetime="2024-03-05T10:00">5 March</time>',
        '<div><time datetime="2024-03-05">5 March</time></div>',
    ],
)
def test_a_time_element_beside_the_headline_counts(header: str) -> None:
    assert read(page(header=header)).published == DAY


@pytest.mark.parametrize("where", ["before", "after"])
def test_a_time_element_elsewhere_does_not_count(where: str) -> None:
    other = '<aside><article><h2>Another</h2><time datetime="2024-03-05">5 March</time></article></aside>'
    assert read(page(**{where: other})).published is None


def test_a_time_element_marked_as_the_day_of_publication_counts_anywhere() -> None:
    assert read(page(after='<time itemprop="datePublished" datetime="2024-03-05">x</time>')).published == DAY


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-03-05", DAY),
        ("20240305", DAY),
        ("2024/03/05 10:00", DAY),
        ("2024-03-05T23:59:59+14:00", DAY),
        ("Tue, 05 Mar 2024 10:00:00 GMT", DAY),
        ("1970-01-01T00:00:00Z", None),
        ("2024-13-45", None),
        ("5 March", None),
        ("", None),
        (None, None),
        (1709596800, None),
    ],
)
def test_only_whole_and_plausible_days_are_read(value: object, day: dt.date | None) -> None:
    assert parse_day(value) == day


@pytest.mark.parametrize(
    "title",
    [
        f"{TITLE} | Daily Globe",
        f"{TITLE} - Daily Globe",
        f"{TITLE} — Daily Globe",
        f"Daily Globe: {TITLE}",
        TITLE,
    ],
)
def test_the_name_of_the_site_is_taken_off_the_headline(title: str) -> None:
    head = meta("og:title", title) + meta("og:site_name", "Daily Globe")
    assert read(page(head=head)) == PageMetadata(TITLE, "Daily Globe", None)


def test_the_host_tells_the_name_of_a_site_that_does_not_give_it() -> None:
    html = page(title=f"{TITLE} - Daily Globe")
    assert read(html, "www.dailyglobe.example").title == TITLE


def test_a_headline_with_a_dash_of_its_own_stays_whole() -> None:
    title = "Vienna talks - what comes next"
    assert read(page(head=meta("og:title", title), heading=title)).title == title


def test_title_and_site_that_are_swapped_are_put_right() -> None:
    head = meta("og:title", "Daily Globe") + meta("og:site_name", TITLE)
    assert read(page(title="Daily Globe", head=head, heading=TITLE)) == PageMetadata(
        TITLE, "Daily Globe", None
    )


def test_a_title_that_only_names_the_site_gives_way_to_the_heading() -> None:
    head = meta("og:title", "Daily Globe") + meta("og:site_name", "Daily Globe")
    assert read(page(title="Daily Globe", head=head, heading=TITLE)).title == TITLE


def test_a_page_that_declares_nothing_gives_its_title_alone() -> None:
    assert read(page()) == PageMetadata(TITLE, None, None)
