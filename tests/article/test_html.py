from __future__ import annotations

import datetime as dt

import pytest

from extractor.article.html import article_from_html
from extractor.errors import ReadError
from tests.article.pages import PARAGRAPHS, page

TITLE = "Ministers prolong the embargo"


def test_the_text_of_the_article_is_found_and_the_page_around_it_is_not() -> None:
    article = article_from_html(page().encode(), source="a.html")
    for paragraph in PARAGRAPHS:
        assert paragraph in article.text
    assert "World" not in article.text
    assert article.title == TITLE
    assert article.paragraphs[0].kind == "title"


def test_what_the_page_declares_is_taken_over() -> None:
    head = (
        '<meta property="og:site_name" content="Daily Globe">'
        '<meta property="article:published_time" content="2024-03-05T22:00:00-05:00">'
    )
    article = article_from_html(page(head=head).encode(), source="a.html")
    assert (article.publisher, article.published) == ("Daily Globe", dt.date(2024, 3, 5))


def test_a_day_named_by_the_user_stands_in_where_the_page_states_none() -> None:
    head = '<meta property="article:published_time" content="2024-03-05">'
    day = dt.date(2020, 1, 2)
    stated = article_from_html(page(head=head), source="a.html", published=day)
    assert stated.published == dt.date(2024, 3, 5)
    assert article_from_html(page(), source="a.html", published=day).published == day


def test_a_page_without_a_day_has_none() -> None:
    after = "<p>Updated 5 March 2024</p><aside><time datetime='2024-02-02'>2 February</time></aside>"
    assert article_from_html(page(after=after), source="https://globe.example/2023/01/02/x").published is None


def test_a_headline_that_the_text_lacks_is_put_at_its_top() -> None:
    html = page(heading="x").replace("<h1>x</h1>", "")
    assert article_from_html(html, source="a.html").text.startswith(f"{TITLE}\n")


def test_broken_mark_up_survives() -> None:
    broken = page().replace("</p>", "").replace("</h1>", "").replace("</article>", "<table><tr><div")
    article = article_from_html(broken, source="a.html")
    assert PARAGRAPHS[-1] in " ".join(article.text.split())


@pytest.mark.parametrize("declared", ['<meta charset="iso-8859-1">', ""])
def test_the_charset_of_the_page_or_of_the_server_is_honoured(declared: str) -> None:
    html = page(head=declared, header="<p>José Núñez reported from the café in the old town of Vienna.</p>")
    charset = None if declared else "iso-8859-1"
    article = article_from_html(html.encode("latin-1"), source="a.html", charset=charset)
    assert "José Núñez reported from the café" in article.text


def test_a_page_with_an_xml_declaration_is_read() -> None:
    xhtml = '<?xml version="1.0" encoding="iso-8859-1"?>' + page()
    assert article_from_html(xhtml, source="a.html").title == TITLE


@pytest.mark.parametrize(
    "html",
    [
        "",
        "just words",
        "<html><body><form>Log in <input name=a></form></body></html>",
        "<html><body><ul>"
        + "".join(f"<li><a href=/{n}>Section {n}</a></li>" for n in range(30))
        + "</ul></body></html>",
        "<div>" * 30_000,
    ],
    ids=["empty", "words", "form", "menu", "deep"],
)
def test_a_page_without_an_article_is_an_error_with_a_remedy(html: str) -> None:
    with pytest.raises(
        ReadError, match=r"a\.html: (no article was found|this is not an HTML page).*; save the page"
    ):
        article_from_html(html, source="a.html")


def test_the_limit_is_on_the_text_and_not_on_the_mark_up() -> None:
    html = page(before=f"<script>{'x' * 50_000}</script>")
    assert article_from_html(html, source="a.html", max_bytes=5_000).title == TITLE
    with pytest.raises(ReadError, match="more than the limit of 100"):
        article_from_html(html, source="a.html", max_bytes=100)
