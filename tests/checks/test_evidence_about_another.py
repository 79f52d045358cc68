"""The quotes do not evidently tell of somebody else."""

from __future__ import annotations

import pytest

from tests.checks.example import Example, actor, event, position

CHECK = "evidence_about_another"

_CALM = "\n\n".join(["The weather in the gulf was calm, and prices were stable."] * 14)

FIRES = (
    Example(
        "sanctions on another state",
        "The United States imposed sanctions on Iran on Tuesday. It has long had sanctions on Cuba.",
        event("It has long had sanctions on Cuba", targets=["Iran"]),
        says="sanctions on Cuba",
    ),
    Example(
        "German sanctions on another state",
        "Die EU verhängte Sanktionen gegen Belarus. Russland protestierte.",
        event("verhängte Sanktionen gegen Belarus", senders=["EU"], targets=["Russland"]),
        language="de",
        says="sanctions on Belarus",
    ),
    Example(
        "the words of another speaker far from the holder",
        f"China wants talks with Iran.\n\n{_CALM}\n\nBrazil said it opposes sanctions on Iran.\n\n{_CALM}",
        position("it opposes sanctions on Iran"),
        actors=(actor("China", country="CN"), actor("Brazil", country="BR"), actor("Iran", country="IR")),
        says="what 'Brazil' says",
    ),
)

SILENT = (
    Example(
        "one of two quotes is about the target",
        "The United States imposed sanctions on Cuba. It also imposed sanctions on Iran.",
        event("imposed sanctions on Cuba", "imposed sanctions on Iran"),
    ),
    Example(
        "the target further on in the quote",
        "The United States widened the sanctions on Cuba and those on Iran.",
        event("widened the sanctions on Cuba and those on Iran", action="tighten"),
    ),
    Example(
        "a breach of the sanctions on another state",
        "The United States fined banks of China for breach of sanctions on Iran. Banks paid.",
        event(
            "fined banks of China for breach of sanctions on Iran", action="enforce", targets=["Switzerland"]
        ),
        actors=(actor("Switzerland", country="CH"),),
    ),
    Example(
        "sanctions on the sender, which it answers",
        "Russia stopped imports of wine over sanctions on Moscow. They came from Georgia.",
        event("stopped imports of wine over sanctions on Moscow", senders=["Russia"], targets=["Georgia"]),
    ),
    Example(
        "a company of that state",
        "The United States imposed sanctions on Iranian banks, among them Bank Mellat.",
        event("imposed sanctions on Iranian banks, among them Bank Mellat", targets=["Bank Mellat"]),
        actors=(actor("Bank Mellat", "company", country="IR"),),
    ),
    Example(
        "secondary sanctions on firms elsewhere",
        "The United States imposed secondary sanctions on Chinese firms dealing with Iran.",
        event("imposed secondary sanctions on Chinese firms dealing with Iran", reach="secondary"),
    ),
    Example(
        "nobody else speaks in the quote",
        f'China wants talks with Iran.\n\n{_CALM}\n\n"We oppose sanctions on Iran."',
        position("We oppose sanctions on Iran"),
        actors=(actor("China", country="CN"), actor("Brazil", country="BR"), actor("Iran", country="IR")),
    ),
    Example(
        "the holder speaks of another state there",
        f"China wants talks with Iran.\n\n{_CALM}\n\nBeijing said Brazil erred: it opposes sanctions.",
        position("it opposes sanctions"),
        actors=(actor("China", country="CN"), actor("Brazil", country="BR"), actor("Iran", country="IR")),
    ),
)


@pytest.mark.parametrize("example", FIRES, ids=lambda example: example.why)
def test_a_quote_about_somebody_else_is_sent_back(example: Example) -> None:
    message = example.message(CHECK)
    assert message is not None
    assert example.says
    assert example.says in message


@pytest.mark.parametrize("example", SILENT, ids=lambda example: example.why)
def test_a_quote_that_may_be_about_the_actor_passes(example: Example) -> None:
    assert example.message(CHECK) is None
