"""The quotes of an event hold a word of the act."""

from __future__ import annotations

import pytest

from tests.checks.example import Example, event

CHECK = "act_not_in_quote"

FIRES = (
    Example(
        "the day alone",
        "The United States imposed sanctions on Iran on Tuesday, the minister said.",
        event("on Tuesday, the minister said"),
        says="no word of an act",
    ),
    Example(
        "the actors alone, in Spanish",
        "El presidente de Estados Unidos habló de Irán el martes.",
        event("El presidente de Estados Unidos habló de Irán", senders=["Estados Unidos"], targets=["Irán"]),
        language="es",
        says="no word of an act",
    ),
)

SILENT = (
    Example(
        "a measure told without the word sanctions",
        "The United States froze the assets of Iran.",
        event("froze the assets of Iran"),
    ),
    Example(
        "one quote of two tells it",
        "The United States acted on Tuesday. Iran was blacklisted.",
        event("on Tuesday", "Iran was blacklisted"),
    ),
    Example(
        "a language without a vocabulary",
        "США во вторник действовали против Ирана.",
        event("во вторник", senders=["США"], targets=["Иран"]),
        language="ru",
    ),
)


@pytest.mark.parametrize("example", FIRES, ids=lambda example: example.why)
def test_a_quote_of_the_day_alone_is_flagged(example: Example) -> None:
    message = example.message(CHECK)
    assert message is not None
    assert example.says
    assert example.says in message


@pytest.mark.parametrize("example", SILENT, ids=lambda example: example.why)
def test_a_quote_with_a_word_of_the_act_passes(example: Example) -> None:
    assert example.message(CHECK) is None
