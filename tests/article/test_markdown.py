from __future__ import annotations

import datetime as dt

import pytest

from extractor.article.markdown import article_from_markdown, host_of
from extractor.errors import ReadError

BODY = "The ministers met in Vienna on Monday and agreed to prolong the embargo for another six months."


def test_front_matter_is_metadata_and_not_text() -> None:
    text = f'---\ntitle: "Embargo: on"\ndate: 2024-03-05T10:00:00Z\nsource: Globe\nby: J\n---\n\n{BODY}'
    article = article_from_markdown(text, source="a.md")
    assert article.title == "Embargo: on"
    assert article.published == dt.date(2024, 3, 5)
    assert article.publisher == "Globe"
    assert article.text == f"Embargo: on\n\n{BODY}"


def test_the_host_of_the_url_is_the_publisher_when_none_is_named() -> None:
    text = f"---\nurl: https://www.globe.example/a?b\n---\n{BODY}"
    assert article_from_markdown(text, source="a.md").publisher == "globe.example"


def test_a_day_that_is_none_is_an_error_naming_field_and_value() -> None:
    with pytest.raises(
        ReadError, match=r"a\.md: published in its front matter is 'yesterday'; write the day"
    ):
        article_from_markdown(f"---\ndate: yesterday\n---\n{BODY}", source="a.md")


def test_the_day_of_the_front_matter_goes_before_the_one_given() -> None:
    given = dt.date(2020, 1, 1)
    own = article_from_markdown(f"---\ndate: 2024-03-05\n---\n{BODY}", source="a.md", published=given)
    assert own.published == dt.date(2024, 3, 5)
    assert article_from_markdown(BODY, source="a.md", published=given).published == given


def test_marks_are_taken_off_and_words_stay() -> None:
    text = (
        "# Embargo **prolonged** again\n\nThe [ministers](https://x.example) met in *Vienna*\n"
        "on `Monday` ![map](m.png)"
        " & agreed to 5 &lt; 6.\n\n> “A mistake,” said the envoy.\n\n- oil\n- gas\n\n1. first\n\n"
        "| Name | Day |\n|---|---|\n| Roe | 5 May |\n\n<div>Some <b>HTML</b><script>x()</script></div>\n"
    )
    assert article_from_markdown(text, source="a.md").text.split("\n\n") == [
        "Embargo prolonged again",
        "The ministers met in Vienna on Monday & agreed to 5 < 6.",
        "“A mistake,” said the envoy.",
        "• oil",
        "• gas",
        "1. first",
        "Name | Day",
        "Roe | 5 May",
        "Some HTML",
    ]


def test_a_text_that_begins_with_a_rule_has_no_front_matter() -> None:
    article = article_from_markdown(f"---\n\n{BODY}\n\nA second paragraph: with a colon.", source="a.md")
    assert "second paragraph" in article.text


@pytest.mark.parametrize(
    ("url", "host"),
    [("https://www.a.example/x", "a.example"), ("no url", None), (None, None), ("http://[", None)],
)
def test_the_host_of_a_url(url: str | None, host: str | None) -> None:
    assert host_of(url) == host
