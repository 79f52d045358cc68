"""Unnamed crowds hold no position (ruling 26)."""

from __future__ import annotations

import pytest

from tests.checks.example import Example, position

CHECK = "crowd_as_holder"

FIRES = (
    Example(
        "analysts",
        "Many Western analysts oppose sanctions on Iran.",
        position("Many Western analysts oppose sanctions on Iran", holder="Many Western analysts"),
        says="unnamed crowd",
    ),
    Example(
        "expertos",
        "Los expertos rechazan las sanciones contra Irán.",
        position(
            "Los expertos rechazan las sanciones contra Irán", holder="Los expertos", issue_targets=["Irán"]
        ),
        language="es",
        says="'Los expertos'",
    ),
)

SILENT = (
    Example(
        "experts of a body",
        "UN experts oppose sanctions on Iran.",
        position("UN experts oppose sanctions on Iran", holder="UN experts"),
    ),
    Example(
        "some members of a house",
        "Some senators oppose sanctions on Iran.",
        position("Some senators oppose sanctions on Iran", holder="Some senators"),
    ),
    Example(
        "others, voiced by a named speaker",
        "Others, such as Senator Paul Hardwick, oppose sanctions on Iran.",
        position("oppose sanctions on Iran", holder="Others", speaker="Paul Hardwick"),
    ),
)


@pytest.mark.parametrize("example", FIRES, ids=lambda example: example.why)
def test_a_position_of_nobody_in_particular_is_rejected(example: Example) -> None:
    message = example.message(CHECK)
    assert message is not None
    assert example.says
    assert example.says in message


@pytest.mark.parametrize("example", SILENT, ids=lambda example: example.why)
def test_a_named_body_or_person_may_hold_a_position(example: Example) -> None:
    assert example.message(CHECK) is None
