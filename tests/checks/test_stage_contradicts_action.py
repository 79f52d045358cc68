"""The act can be at its stage."""

from __future__ import annotations

import pytest

from tests.checks.example import Example, event

CHECK = "stage_contradicts_action"

FIRES = (
    Example(
        "a lapse as a threat",
        "The sanctions on Iran will lapse unless the United States renews them.",
        event("The sanctions on Iran will lapse", action="lapse", stage="threatened"),
        says="'committed'",
    ),
    Example(
        "a lapse voted down",
        "The United States rejected letting the sanctions on Iran lapse.",
        event("rejected letting the sanctions on Iran lapse", action="lapse", stage="rejected"),
        says="'maintain'",
    ),
    Example(
        "evasion tabled",
        "Iran proposed ways around the sanctions.",
        event("proposed ways around the sanctions", action="evade", stage="proposed", senders=["Iran"]),
        says="'evade'",
    ),
)

SILENT = (
    Example(
        "an expiry to come",
        "The sanctions on Iran will lapse in May unless the United States renews them.",
        event("The sanctions on Iran will lapse in May", action="lapse", stage="committed"),
    ),
    Example(
        "relief offered on a condition",
        "The United States will lift sanctions on Iran if it halts enrichment.",
        event("will lift sanctions on Iran if it halts enrichment", action="lift", stage="threatened"),
    ),
    Example(
        "evasion announced",
        "Iran vowed to get around the sanctions.",
        event("vowed to get around the sanctions", action="evade", stage="committed", senders=["Iran"]),
    ),
)


@pytest.mark.parametrize("example", FIRES, ids=lambda example: example.why)
def test_a_stage_that_the_act_cannot_have_is_sent_back(example: Example) -> None:
    message = example.message(CHECK)
    assert message is not None
    assert example.says
    assert example.says in message


@pytest.mark.parametrize("example", SILENT, ids=lambda example: example.why)
def test_a_stage_that_the_act_can_have_passes(example: Example) -> None:
    assert example.message(CHECK) is None
