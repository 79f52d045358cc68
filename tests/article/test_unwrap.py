from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from extractor.article.unwrap import unwrap

PARAGRAPH = (
    "The ministers met in Vienna on Monday and agreed to prolong the embargo for another six months, which "
    "the delegation of the neighbouring state called a mistake that would cost both sides more than it gave."
)


@pytest.mark.parametrize("width", [60, 72, 80])
def test_lines_wrapped_by_a_program_are_joined_and_keep_their_length(width: int) -> None:
    wrapped = "\n\n".join(["Headline", *["\n".join(textwrap.wrap(PARAGRAPH, width))] * 3])
    assert unwrap(wrapped) == "\n\n".join(["Headline", *[PARAGRAPH] * 3])


def test_one_paragraph_a_line_stays_as_it_is() -> None:
    text = f"Headline\n{PARAGRAPH}\n{PARAGRAPH}"
    assert unwrap(text) == text


def test_short_lines_that_end_where_they_please_stay_as_they_are() -> None:
    text = "\n".join(
        [
            "The ban covers:",
            "machine tools",
            "diamonds",
            "caviar and other goods of luxury, as listed in the annex",
            "oil",
        ]
    )
    assert unwrap(text) == text


def test_the_seeds_stay_as_they_are() -> None:
    for path in (Path(__file__).parents[2] / "seeds").glob("*.txt"):
        text = path.read_text("utf-8")
        assert unwrap(text) == text
