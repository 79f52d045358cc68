"""A negation elsewhere in the sentence may take back what the quote says."""

from __future__ import annotations

import pytest

from tests.checks.example import Example, event, position

CHECK = "negation_nearby"

FIRES = (
    Example(
        "far before",
        "China would not in any circumstances support sanctions on Iran.",
        position("support sanctions on Iran", stance="support"),
        says="'not'",
    ),
    Example(
        "denied",
        "China denied that it would support sanctions on Iran.",
        position("would support sanctions on Iran", stance="support"),
        says="'denied'",
    ),
    Example(
        "after",
        "Reports that the United States imposed sanctions on Iran are false.",
        event("imposed sanctions on Iran"),
        says="'are false'",
    ),
    Example(
        "nunca",
        "China nunca, dijo su portavoz, apoyará sanciones contra Irán.",
        position("apoyará sanciones contra Irán", stance="support", issue_targets=["Irán"]),
        language="es",
        says="'nunca'",
    ),
)

SILENT = (
    Example(
        "plain", "China supports sanctions on Iran.", position("supports sanctions on Iran", stance="support")
    ),
    Example(
        "quoted",
        "China would not in any circumstances support sanctions on Iran.",
        position("would not in any circumstances support sanctions on Iran"),
    ),
    Example(
        "another sentence",
        "It was not a surprise. China supports sanctions on Iran.",
        position("supports sanctions on Iran", stance="support"),
    ),
)


@pytest.mark.parametrize("example", FIRES, ids=lambda example: example.why)
def test_a_negation_outside_the_quote_is_flagged(example: Example) -> None:
    message = example.message(CHECK)
    assert message is not None
    assert example.says
    assert example.says in message


@pytest.mark.parametrize("example", SILENT, ids=lambda example: example.why)
def test_a_quote_without_one_or_with_it_passes(example: Example) -> None:
    assert example.message(CHECK) is None
