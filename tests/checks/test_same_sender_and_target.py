"""Nobody aims an act at itself."""

from __future__ import annotations

import pytest

from tests.checks.example import Example, actor, event

CHECK = "same_sender_and_target"

FIRES = (
    Example(
        "the same name",
        "Iran imposed sanctions on Iran, it seems.",
        event("Iran imposed sanctions on Iran", senders=["Iran"]),
        says="sender 'Iran' and target 'Iran'",
    ),
    Example(
        "two names of one state",
        "Moscow sees sanctions on Russia.",
        event("sanctions on Russia", senders=["Moscow"], targets=["Russia"]),
        says="sender 'Moscow' and target 'Russia'",
    ),
    Example(
        "two names in French",
        "Le Kremlin et la Russie : de nouvelles sanctions.",
        event("de nouvelles sanctions", senders=["Kremlin"], targets=["Russie"]),
        language="fr",
        says="'Kremlin'",
    ),
)

SILENT = (
    Example(
        "who evades the sanctions on itself",
        "Iran evades the sanctions on Iran.",
        event("Iran evades the sanctions on Iran", action="evade", senders=["Iran"]),
    ),
    Example(
        "a body of the target state",
        "The Central Bank of Iran fined a bank in Iran.",
        event("fined a bank in Iran", action="enforce", senders=["Central Bank of Iran"], targets=["Iran"]),
    ),
    Example(
        "a company that bears the name",
        "Georgia imposed sanctions on Georgia.",
        event("Georgia imposed sanctions on Georgia", senders=["Georgia"], targets=["Georgia Inc"]),
        actors=(actor("Georgia Inc", "company"),),
    ),
)


@pytest.mark.parametrize("example", FIRES, ids=lambda example: example.why)
def test_an_act_aimed_at_its_sender_is_sent_back(example: Example) -> None:
    message = example.message(CHECK)
    assert message is not None
    assert example.says
    assert example.says in message


@pytest.mark.parametrize("example", SILENT, ids=lambda example: example.why)
def test_sender_and_target_that_differ_pass(example: Example) -> None:
    assert example.message(CHECK) is None
