from __future__ import annotations

import datetime as dt
import io
import json
from typing import Any

import pytest

from extractor.article.jsonl import article_from_line, line_name, lines, looks_like_jsonl
from extractor.errors import ReadError

BODY = "The ministers met in Vienna on Monday and agreed to prolong the embargo for another six months."


def line(**fields: Any) -> bytes:
    return json.dumps(fields).encode()


def test_a_line_with_all_its_fields_becomes_an_article() -> None:
    data = line(id="x7", text=BODY, title="Embargo", published="2024-03-05", publisher="Globe", topic=3)
    article = article_from_line(data, file="a.jsonl", number=2)
    assert article.source == "a.jsonl#x7"
    assert (article.title, article.publisher, article.published) == ("Embargo", "Globe", dt.date(2024, 3, 5))
    assert article.text == f"Embargo\n\n{BODY}"


def test_a_line_with_its_text_alone_is_named_by_its_number() -> None:
    assert article_from_line(line(text=BODY, id=None), file="a.jsonl", number=2).source == "a.jsonl#2"


def test_the_host_of_its_url_is_the_publisher() -> None:
    data = line(text=BODY, url="https://www.globe.example/a")
    assert article_from_line(data, file="a.jsonl", number=1).publisher == "globe.example"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"{not json", "this line is not JSON"),
        (b"[" * 100_000, "this line is not JSON"),
        (b'{"text": "\xff"}', "this line is not UTF-8"),
        (b"[1]", r"this line is no JSON object but \[1\]"),
        (line(title="x"), "text is missing"),
        (line(text=None), "text is None, not a string"),
        (line(text=" "), "there is no text in it"),
        (line(id="x", text=" "), "there is no text in it"),
        (line(id=[1], text=BODY), r"id is \[1\]; give a string"),
        (line(text=BODY, title=5), "title is 5, not a string"),
        (line(text=BODY, published="5 March"), "published is '5 March'; write the day as YYYY-MM-DD"),
    ],
)
def test_a_bad_line_is_an_error_named_by_file_and_number(data: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=message) as caught:
        article_from_line(data, file="a.jsonl", number=7)
    assert caught.value.source == "a.jsonl#7"


def test_the_day_of_the_line_goes_before_the_one_given() -> None:
    given = dt.date(2020, 1, 1)
    own = article_from_line(
        line(text=BODY, published="2024-03-05T10:00:00Z"), file="a", number=1, published=given
    )
    assert own.published == dt.date(2024, 3, 5)
    assert article_from_line(line(text=BODY), file="a", number=1, published=given).published == given


def test_a_lone_surrogate_in_a_text_does_no_harm() -> None:
    article = article_from_line(b'{"text": "A \\ud800 sanction was imposed."}', file="a", number=1)
    assert article.text == "A \ufffd sanction was imposed."
    assert len(article.id) == 16


def test_lines_are_numbered_as_in_the_file_and_blank_ones_passed_over() -> None:
    stream = io.BytesIO(b'\xef\xbb\xbf{"text": 1}\n\n  \r\n{"text": 2}')
    assert list(lines(stream)) == [(1, b'{"text": 1}\n'), (4, b'{"text": 2}')]


def test_a_line_too_long_to_hold_an_article_is_passed_over_and_the_rest_goes_on() -> None:
    stream = io.BytesIO(b"x" * 300_000 + b"\nshort\n")
    assert list(lines(stream, max_bytes=10)) == [(1, None), (2, b"short\n")]


@pytest.mark.parametrize(
    ("data", "name"),
    [(line(id=5), "f#5"), (line(id=""), "f#3"), (line(id=True), "f#3"), (b"{", "f#3"), (None, "f#3")],
)
def test_a_line_is_named_by_its_id_or_its_number(data: bytes | None, name: str) -> None:
    assert line_name("f", 3, data) == name


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b'\xef\xbb\xbf {"text": "x"}\n{', True),
        (b'{"id": 1, "text": "cut off in the mid', True),
        (b'{"id": 1}\n', False),
        (b"{curly} text\n", False),
        (b"<html>", False),
        (b"", False),
    ],
)
def test_jsonl_is_told_by_its_first_line(head: bytes, expected: bool) -> None:
    assert looks_like_jsonl(head) is expected
