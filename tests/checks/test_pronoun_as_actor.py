"""No actor is a bare pronoun."""

from __future__ import annotations

import pytest

from tests.checks.example import Example, event, position

CHECK = "pronoun_as_actor"

FIRES = (
    Example(
        "a sender who is they",
        "Foreign ministers met on Monday. They imposed sanctions on Iran.",
        event("They imposed sanctions on Iran", senders=["They"]),
        says="senders 'They'",
    ),
    Example(
        "a German holder",
        "Der Minister sprach am Montag. Er lehnt Sanktionen gegen Iran ab.",
        position("Er lehnt Sanktionen gegen Iran ab", holder="Er"),
        language="de",
        says="holder 'Er'",
    ),
)

SILENT = (
    Example(
        "the World Health Organization",
        "The WHO opposes sanctions on Iran.",
        position("opposes sanctions on Iran", holder="WHO"),
    ),
    Example(
        "a description",
        "They met on Monday. The ministers oppose sanctions on Iran.",
        position("The ministers oppose sanctions on Iran", holder="The ministers"),
    ),
)


@pytest.mark.parametrize("example", FIRES, ids=lambda example: example.why)
def test_a_pronoun_in_place_of_a_name_is_sent_back(example: Example) -> None:
    message = example.message(CHECK)
    assert message is not None
    assert example.says
    assert example.says in message


@pytest.mark.parametrize("example", SILENT, ids=lambda example: example.why)
def test_a_name_that_looks_like_a_pronoun_passes(example: Example) -> None:
    assert example.message(CHECK) is None
