from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from extractor.article.readers import read_bytes, read_file, read_url, sniff
from extractor.errors import ReadError
from tests.article.pages import PARAGRAPHS, page
from tests.article.pdf_files import lines_down, pdf
from tests.article.web import answer, redirect, serve

PDF = pdf([lines_down(["Embargo prolonged", "", "The ministers met in Vienna on Monday."])])


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (PDF, "pdf"),
        (b"\xef\xbb\xbf\n <!DOCTYPE html><p>", "html"),
        (b"<html>", "html"),
        (b'<?xml version="1.0"?>\n<!-- made by hand -->\n<HTML>', "html"),
        (b"<b>Bold</b> claims were made in Vienna.", "text"),
        (b"The ministers met.", "text"),
        (b"", "text"),
    ],
)
def test_the_first_bytes_tell_the_form(data: bytes, form: str) -> None:
    assert sniff(data) == form


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", PARAGRAPHS[0].encode()),
        ("a.md", f"**{PARAGRAPHS[0][:10]}**{PARAGRAPHS[0][10:]}".encode()),
        ("a.HTML", page().encode()),
        ("a.htm", page().encode()),
        ("a.pdf", pdf([lines_down([PARAGRAPHS[0][:50], PARAGRAPHS[0][51:]])])),
        ("a.news", PARAGRAPHS[0].encode()),
        ("a", page().encode()),
        ("b.dat", pdf([lines_down([PARAGRAPHS[0][:50], PARAGRAPHS[0][51:]])])),
    ],
)
def test_a_file_is_read_by_its_suffix_or_its_first_bytes(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    article = read_file(path, source=name)
    assert "The ministers met in Vienna" in article.text
    assert article.source == name


def test_lines_wrapped_at_a_width_are_joined_in_a_text_file() -> None:
    wrapped = (
        "The ministers met in Vienna on Monday and agreed\n"
        "to prolong the embargo for another six months, the\n" * 4
    )
    article = read_bytes(wrapped.encode(), source="a.txt")
    assert "agreed to prolong" in article.text


def test_binary_data_is_an_error_that_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK\x03\x04" + b"\0" * 100)
    with pytest.raises(ReadError, match="a ZIP archive or an office document, not text; give text"):
        read_file(path, source="a.xlsx")


def test_a_file_over_the_limit_is_an_error_and_a_page_may_be_ten_times_as_large(tmp_path: Path) -> None:
    text, html = tmp_path / "a.txt", tmp_path / "a.html"
    text.write_bytes(b"x" * 1001)
    with pytest.raises(ReadError, match=r"it is larger than the limit of 1,000 bytes; split it"):
        read_file(text, source="a.txt", max_bytes=1000)
    html.write_bytes(page(before=f"<script>{'x' * 5000}</script>").encode())
    assert read_file(html, source="a.html", max_bytes=1000).title is not None
    html.write_bytes(b"x" * 10_001)
    with pytest.raises(ReadError, match="limit of 10,000 bytes"):
        read_file(html, source="a.html", max_bytes=1000)


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("text/html", page().encode()),
        ("application/xhtml+xml; charset=utf-8", page().encode()),
        ("application/pdf", pdf([lines_down([PARAGRAPHS[0][:50], PARAGRAPHS[0][51:]])])),
        ("text/plain; charset=utf-8", PARAGRAPHS[0].encode()),
        ("application/octet-stream", page().encode()),
        (None, PARAGRAPHS[0].encode()),
    ],
)
def test_the_content_type_of_a_page_decides(content_type: str | None, body: bytes) -> None:
    with serve({"/a": answer(body, content_type)}) as (base, _):
        article = read_url(f"{base}/a", allow_private=True, published=dt.date(2024, 3, 5))
    assert "The ministers met in Vienna" in article.text
    assert (article.source, article.published) == (f"{base}/a", dt.date(2024, 3, 5))


def test_the_charset_of_the_server_is_used() -> None:
    body = "José Núñez llegó a la capital y firmó el acuerdo.".encode("latin-1")
    with serve({"/a": answer(body, "text/plain; charset=latin-1")}) as (base, _):
        assert read_url(f"{base}/a", allow_private=True).text.startswith("José Núñez llegó")


@pytest.mark.parametrize("content_type", ["image/png", "application/json", "video/mp4"])
def test_a_content_type_that_holds_no_article_is_an_error(content_type: str) -> None:
    with (
        serve({"/a": answer(b"x", content_type)}) as (base, _),
        pytest.raises(ReadError, match=f"the server sends '{content_type}', which holds no article"),
    ):
        read_url(f"{base}/a", allow_private=True)


def test_a_redirected_article_keeps_the_address_that_was_asked_for() -> None:
    with serve({"/a": redirect("/b"), "/b": answer(page().encode())}) as (base, _):
        assert read_url(f"{base}/a", allow_private=True).source == f"{base}/a"


def test_private_addresses_need_leave() -> None:
    with (
        serve({"/a": answer(page().encode())}) as (base, _),
        pytest.raises(ReadError, match="--allow-private"),
    ):
        read_url(f"{base}/a")
