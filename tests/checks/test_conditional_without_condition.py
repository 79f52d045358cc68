"""A conditional stance states its condition."""

from __future__ import annotations

import pytest

from tests.checks.example import Example, position

CHECK = "conditional_without_condition"

FIRES = (
    Example(
        "none given",
        "China would back sanctions on Iran if it leaves the treaty.",
        position("would back sanctions on Iran", stance="conditional"),
        says="without a condition",
    ),
    Example(
        "a blank one",
        "China would back sanctions on Iran if it leaves the treaty.",
        position("would back sanctions on Iran", stance="conditional", condition=" "),
        says="without a condition",
    ),
)

SILENT = (
    Example(
        "with its condition",
        "China would back sanctions on Iran if it leaves the treaty.",
        position("would back sanctions on Iran", stance="conditional", condition="if it leaves the treaty"),
    ),
    Example(
        "support with a term needs none",
        "China backs sanctions on Iran until it leaves.",
        position("backs sanctions on Iran until it leaves", stance="support"),
    ),
)


@pytest.mark.parametrize("example", FIRES, ids=lambda example: example.why)
def test_a_conditional_stance_without_a_condition_is_sent_back(example: Example) -> None:
    message = example.message(CHECK)
    assert message is not None
    assert example.says
    assert example.says in message


@pytest.mark.parametrize("example", SILENT, ids=lambda example: example.why)
def test_a_stance_with_what_it_needs_passes(example: Example) -> None:
    assert example.message(CHECK) is None
