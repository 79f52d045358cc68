"""A modal beside the quote belongs into it."""

from __future__ import annotations

import pytest

from tests.checks.example import Example, event

CHECK = "modal_cut"

FIRES = (
    Example(
        "could",
        "The United States could impose sanctions on Iran.",
        event("impose sanctions on Iran"),
        says="'could'",
    ),
    Example(
        "threatened to",
        "The United States has threatened to sanction Iran.",
        event("sanction Iran"),
        says="'threatened to'",
    ),
    Example(
        "amenazó con",
        "Estados Unidos amenazó con imponer sanciones contra Irán.",
        event("imponer sanciones contra Irán", senders=["Estados Unidos"], targets=["Irán"]),
        language="es",
        says="'amenazó con'",
    ),
    Example(
        "könnte",
        "Die EU könnte Sanktionen gegen Iran verhängen.",
        event("Sanktionen gegen Iran verhängen", senders=["EU"]),
        language="de",
        says="'könnte'",
    ),
)

SILENT = (
    Example(
        "the same at its own stage",
        "The United States could impose sanctions on Iran.",
        event("impose sanctions on Iran", stage="considered"),
    ),
    Example(
        "done, with a day of effect to come",
        "The United States announced sanctions on Iran that will take effect on Monday.",
        event("announced sanctions on Iran", "take effect on Monday"),
    ),
    Example(
        "another quote tells it as done",
        "The United States could impose more. It imposed sanctions on Iran.",
        event("impose more", "imposed sanctions on Iran"),
    ),
    Example(
        "May is a month",
        "In May imposed sanctions on Iran were widened by the United States.",
        event("imposed sanctions on Iran were widened", action="tighten"),
    ),
)


@pytest.mark.parametrize("example", FIRES, ids=lambda example: example.why)
def test_an_intention_quoted_as_an_act_is_sent_back(example: Example) -> None:
    message = example.message(CHECK)
    assert message is not None
    assert example.says
    assert example.says in message


@pytest.mark.parametrize("example", SILENT, ids=lambda example: example.why)
def test_an_act_told_as_done_passes(example: Example) -> None:
    assert example.message(CHECK) is None
