"""Reach is secondary where the text says so."""

from __future__ import annotations

import pytest

from tests.checks.example import Example, event

CHECK = "reach_not_worded"

FIRES = (
    Example(
        "plain sanctions",
        "The United States imposed sanctions on Iran.",
        event("imposed sanctions on Iran", reach="secondary"),
        says="give 'primary'",
    ),
    Example(
        "plain sanctions in German",
        "Die EU verhängte Sanktionen gegen Iran.",
        event("verhängte Sanktionen gegen Iran", senders=["EU"], reach="secondary"),
        language="de",
        says="give 'primary'",
    ),
)

SILENT = (
    Example(
        "named so",
        "The United States imposed secondary sanctions on Iran.",
        event("imposed secondary sanctions on Iran", reach="secondary"),
    ),
    Example(
        "foreign banks",
        "The United States imposed sanctions on Iran that hit foreign banks.",
        event("imposed sanctions on Iran that hit foreign banks", reach="secondary"),
    ),
    Example(
        "sanciones secundarias",
        "Estados Unidos impuso sanciones secundarias contra Irán.",
        event(
            "impuso sanciones secundarias contra Irán",
            senders=["Estados Unidos"],
            targets=["Irán"],
            reach="secondary",
        ),
        language="es",
    ),
    Example(
        "a language without cues",
        "アメリカはイランに制裁を科した。",
        event("イランに制裁を科した", senders=["アメリカ"], targets=["イラン"], reach="secondary"),
        language="ja",
    ),
)


@pytest.mark.parametrize("example", FIRES, ids=lambda example: example.why)
def test_a_secondary_reach_without_a_word_of_it_is_flagged(example: Example) -> None:
    message = example.message(CHECK)
    assert message is not None
    assert example.says
    assert example.says in message


@pytest.mark.parametrize("example", SILENT, ids=lambda example: example.why)
def test_a_secondary_reach_that_is_told_passes(example: Example) -> None:
    assert example.message(CHECK) is None
