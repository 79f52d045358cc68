"""The quotes stand where the actors are spoken of."""

from __future__ import annotations

import pytest

from tests.checks.example import Example, actor, event, position

CHECK = "evidence_elsewhere"

_CALM = "\n\n".join(["The weather in the gulf was calm, and prices were stable."] * 8)
_RUHIG = "\n\n".join(["Das Wetter war ruhig, die Preise blieben stabil."] * 8)

FIRES = (
    Example(
        "the holder is named eight paragraphs away",
        f"China wants talks with Iran.\n\n{_CALM}\n\nThe sanctions are wrong and must end.",
        position("The sanctions are wrong and must end", issue_targets=["Iran"]),
        says="spoken of in the paragraph",
    ),
    Example(
        "a German event far from its sender",
        f"Die EU und Iran verhandeln.\n\n{_RUHIG}\n\nNeue Sanktionen wurden verhängt.",
        event("Neue Sanktionen wurden verhängt", senders=["EU"], targets=["Iran"]),
        language="de",
        says="'EU', 'Iran'",
    ),
)

SILENT = (
    Example(
        "a pronoun, the name in the sentence before",
        "China spoke at the council on Monday. It was a long day. It opposes sanctions on Iran.",
        position("It opposes sanctions on Iran"),
    ),
    Example(
        "the speaker after the quotation",
        '"We oppose sanctions on Iran." That was what China told the council.',
        position("We oppose sanctions on Iran"),
    ),
    Example(
        "the title names the sender",
        f"Brussels is uneasy.\n\n{_CALM}\n\nNew sanctions were imposed.",
        event("New sanctions were imposed", senders=["EU"], targets=[]),
        title="EU sanctions Iran",
    ),
    Example(
        "one of the people of the state",
        f"China wants talks with Iran.\n\n{_CALM}\n\nWang Yi called the sanctions wrong.",
        position("called the sanctions wrong"),
        actors=(actor("China", country="CN"), actor("Wang Yi", "person", country="CN")),
    ),
)


@pytest.mark.parametrize("example", FIRES, ids=lambda example: example.why)
def test_a_quote_far_from_its_actors_is_flagged(example: Example) -> None:
    message = example.message(CHECK)
    assert message is not None
    assert example.says
    assert example.says in message


@pytest.mark.parametrize("example", SILENT, ids=lambda example: example.why)
def test_a_quote_near_its_actors_passes(example: Example) -> None:
    assert example.message(CHECK) is None
