from __future__ import annotations

import textwrap
from concurrent.futures import ThreadPoolExecutor

import pytest

from extractor.article.pdf import article_from_pdf
from extractor.errors import ReadError
from tests.article.pages import PARAGRAPHS
from tests.article.pdf_files import encrypted_pdf, lines_down, pdf, picture_pdf


def blocks(data: bytes) -> list[str]:
    article = article_from_pdf(data, source="a.pdf")
    return [article.text[p.start : p.end] for p in article.paragraphs]


def wrapped(text: str, width: int = 70) -> list[str]:
    return textwrap.wrap(text, width)


def test_lines_are_joined_into_paragraphs_at_the_gaps() -> None:
    lines = ["Embargo prolonged", "", *wrapped(PARAGRAPHS[0], 50), "", *wrapped(PARAGRAPHS[1], 50)]
    assert blocks(pdf([lines_down(lines)])) == ["Embargo prolonged", PARAGRAPHS[0], PARAGRAPHS[1]]


def test_a_paragraph_without_a_gap_begins_with_its_indent() -> None:
    first, second = wrapped(PARAGRAPHS[0], 60), wrapped(PARAGRAPHS[1], 60)
    lines = lines_down([*first, *second])
    x, y, words = lines[len(first)]
    lines[len(first)] = (x + 14, y, words)
    assert blocks(pdf([lines])) == [PARAGRAPHS[0], PARAGRAPHS[1]]


def test_a_paragraph_goes_on_over_the_page_and_ends_with_its_stop() -> None:
    first, second = wrapped(PARAGRAPHS[0], 50), wrapped(PARAGRAPHS[2], 50)
    data = pdf([lines_down(["Embargo prolonged", "", first[0]]), lines_down([first[1], "", *second])])
    assert blocks(data) == ["Embargo prolonged", PARAGRAPHS[0], PARAGRAPHS[2]]


def test_a_word_broken_at_the_end_of_a_line_is_mended_and_a_compound_keeps_its_hyphen() -> None:
    lines = [
        "The council prolonged the sanc-",
        "tions on dual-use goods, and dual-",
        "use goods are told in the Putin-",
        "Witkoff talks to be the reason.",
    ]
    assert blocks(pdf([lines_down(lines)])) == [
        (
            "The council prolonged the sanctions on dual-use goods, and dual-use goods are told in the "
            "Putin-Witkoff talks to be the reason."
        )
    ]


def test_running_heads_and_page_numbers_are_left_out() -> None:
    pages = [
        [
            (72.0, 760.0, "DAILY GLOBE  5 March 2024"),
            *lines_down(wrapped(f"Page text {name}: {PARAGRAPHS[number]}", 60)),
            (300.0, 40.0, f"Page {number + 1} of 3"),
        ]
        for number, name in enumerate(["one", "two", "three"])
    ]
    text = article_from_pdf(pdf(pages), source="a.pdf").text
    assert "GLOBE" not in text
    assert "Page 1" not in text
    assert text.count("Page text") == 3


def test_typographic_quotes_survive() -> None:
    assert blocks(pdf([lines_down(["“We will act,” the minister’s envoy said."])])) == [
        "“We will act,” the minister’s envoy said."
    ]


def test_a_file_of_pictures_is_an_error_that_names_the_remedy() -> None:
    with pytest.raises(ReadError, match=r"a\.pdf: this PDF holds pictures and no text; run text recognition"):
        article_from_pdf(picture_pdf(), source="a.pdf")


def test_a_file_with_a_password_is_an_error() -> None:
    with pytest.raises(ReadError, match="this PDF needs a password; save a copy without protection"):
        article_from_pdf(encrypted_pdf(), source="a.pdf")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 and nothing else", b"<html>"])
def test_a_broken_file_is_an_error(data: bytes) -> None:
    with pytest.raises(ReadError, match="this PDF is broken; open it in a viewer"):
        article_from_pdf(data, source="a.pdf")


def test_many_threads_may_read_at_once() -> None:
    data = pdf([lines_down(wrapped(PARAGRAPHS[0], 50))] * 3)
    with ThreadPoolExecutor(8) as pool:
        texts = set(pool.map(lambda _: article_from_pdf(data, source="a.pdf").text, range(40)))
    assert texts == {"\n\n".join([PARAGRAPHS[0]] * 3)}
