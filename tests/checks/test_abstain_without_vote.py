"""To abstain takes a vote."""

from __future__ import annotations

import pytest

from tests.checks.example import Example, position

CHECK = "abstain_without_vote"

FIRES = (
    Example(
        "silence",
        "China said nothing of sanctions on Iran.",
        position("China said nothing of sanctions on Iran", stance="abstain"),
        says="no vote",
    ),
    Example(
        "silence in French",
        "La Chine n’a rien dit des sanctions contre Iran.",
        position("n’a rien dit des sanctions contre Iran", holder="Chine", stance="abstain"),
        language="fr",
        says="no vote",
    ),
)

SILENT = (
    Example(
        "an abstention",
        "China abstained on the sanctions on Iran.",
        position("China abstained on the sanctions on Iran", stance="abstain"),
    ),
    Example(
        "enthielt sich",
        "China enthielt sich bei den Sanktionen gegen Iran.",
        position("China enthielt sich bei den Sanktionen gegen Iran", stance="abstain"),
        language="de",
    ),
    Example(
        "弃权",
        "中国对制裁伊朗的决议投了弃权票。",
        position("投了弃权票", holder="中国", issue_targets=["伊朗"], stance="abstain"),
        language="zh",
    ),
)


@pytest.mark.parametrize("example", FIRES, ids=lambda example: example.why)
def test_an_abstention_without_a_vote_is_flagged(example: Example) -> None:
    message = example.message(CHECK)
    assert message is not None
    assert example.says
    assert example.says in message


@pytest.mark.parametrize("example", SILENT, ids=lambda example: example.why)
def test_an_abstention_in_a_vote_passes(example: Example) -> None:
    assert example.message(CHECK) is None
