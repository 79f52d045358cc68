"""A penalty belongs to enforcement."""

from __future__ import annotations

import pytest

from tests.checks.example import Example, event

CHECK = "measure_contradicts_action"

FIRES = (
    Example(
        "a penalty imposed",
        "The United States imposed sanctions on Iran.",
        event("imposed sanctions on Iran", measures=["penalty"]),
        says="not 'impose'",
    ),
    Example(
        "a penalty beside a freeze",
        "Estados Unidos congeló los activos de Irán.",
        event(
            "congeló los activos de Irán",
            action="designate",
            measures=["asset_freeze", "penalty"],
            senders=["Estados Unidos"],
            targets=["Irán"],
        ),
        language="es",
        says="not 'designate'",
    ),
)

SILENT = (
    Example(
        "a fine",
        "The United States fined a bank of Iran for breach of sanctions.",
        event("fined a bank of Iran for breach of sanctions", action="enforce", measures=["penalty"]),
    ),
    Example(
        "a freeze",
        "The United States froze the assets of Iran.",
        event("froze the assets of Iran", measures=["asset_freeze"]),
    ),
)


@pytest.mark.parametrize("example", FIRES, ids=lambda example: example.why)
def test_a_penalty_without_enforcement_is_sent_back(example: Example) -> None:
    message = example.message(CHECK)
    assert message is not None
    assert example.says
    assert example.says in message


@pytest.mark.parametrize("example", SILENT, ids=lambda example: example.why)
def test_a_penalty_for_breach_passes(example: Example) -> None:
    assert example.message(CHECK) is None
