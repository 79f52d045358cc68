"""Laws and lists are named as in the text."""

from __future__ import annotations

import pytest

from tests.checks.example import Example, event

CHECK = "instrument_not_in_article"

FIRES = (
    Example(
        "an order with another number",
        "Under Executive Order 13902 the United States imposed sanctions on Iran.",
        event("imposed sanctions on Iran", instruments=["Executive Order 14024"]),
        says="'Executive Order 14024'",
    ),
    Example(
        "a regulation from memory, in French",
        "La France a imposé des sanctions contre Iran.",
        event("a imposé des sanctions contre Iran", senders=["France"], instruments=["règlement 833/2014"]),
        language="fr",
        says="'règlement 833/2014'",
    ),
)

SILENT = (
    Example(
        "as it stands",
        "Under Executive Order 13902 the United States imposed sanctions on Iran.",
        event("imposed sanctions on Iran", instruments=["Executive Order 13902"]),
    ),
    Example(
        "its words in another order",
        "A resolution of the UN Security Council, number 1929, imposed sanctions on Iran.",
        event("imposed sanctions on Iran", senders=[], instruments=["UN Security Council resolution 1929"]),
    ),
)


@pytest.mark.parametrize("example", FIRES, ids=lambda example: example.why)
def test_an_instrument_from_elsewhere_is_flagged(example: Example) -> None:
    message = example.message(CHECK)
    assert message is not None
    assert example.says
    assert example.says in message


@pytest.mark.parametrize("example", SILENT, ids=lambda example: example.why)
def test_an_instrument_of_the_text_passes(example: Example) -> None:
    assert example.message(CHECK) is None
