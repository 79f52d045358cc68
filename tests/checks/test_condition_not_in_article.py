"""A condition is in the article's words."""

from __future__ import annotations

import pytest

from tests.checks.example import Example, position

CHECK = "condition_not_in_article"

FIRES = (
    Example(
        "a paraphrase",
        "China would back sanctions on Iran if it leaves the treaty.",
        position(
            "would back sanctions on Iran if it leaves the treaty",
            stance="conditional",
            condition="if Iran leaves the treaty",
        ),
        says="'if Iran leaves the treaty'",
    ),
    Example(
        "a negation dropped, in German",
        "China lehnt Sanktionen ab, solange Iran nicht angreift.",
        position("China lehnt Sanktionen ab", condition="solange Iran angreift"),
        language="de",
        says="'solange Iran angreift'",
    ),
)

SILENT = (
    Example(
        "as it stands",
        "China would back sanctions on Iran if it leaves the treaty.",
        position("would back sanctions on Iran", stance="conditional", condition="if it leaves the treaty"),
    ),
    Example(
        "other quotation marks and case",
        "China said: “If Iran’s army moves, we back sanctions on Iran.”",
        position("we back sanctions on Iran", stance="conditional", condition="if Iran's army moves"),
    ),
)


@pytest.mark.parametrize("example", FIRES, ids=lambda example: example.why)
def test_a_condition_in_other_words_is_sent_back(example: Example) -> None:
    message = example.message(CHECK)
    assert message is not None
    assert example.says
    assert example.says in message


@pytest.mark.parametrize("example", SILENT, ids=lambda example: example.why)
def test_a_condition_as_it_stands_passes(example: Example) -> None:
    assert example.message(CHECK) is None
