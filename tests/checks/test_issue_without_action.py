"""An issue of kind sanctions has its action."""

from __future__ import annotations

import pytest

from tests.checks.example import Example, position

CHECK = "issue_without_action"

FIRES = (
    Example(
        "opposition to what",
        "China opposes sanctions on Iran.",
        position("China opposes sanctions on Iran", issue_action=None),
        says="without issue_action",
    ),
    Example(
        "in Spanish",
        "China rechaza las sanciones contra Irán.",
        position("China rechaza las sanciones contra Irán", issue_action=None, issue_targets=["Irán"]),
        language="es",
        says="without issue_action",
    ),
)

SILENT = (
    Example(
        "with its act",
        "China opposes sanctions on Iran.",
        position("China opposes sanctions on Iran", issue_action="impose"),
    ),
    Example(
        "a resolution has none",
        "China opposes the resolution on Iran.",
        position("China opposes the resolution on Iran", issue_kind="resolution", issue_action=None),
    ),
)


@pytest.mark.parametrize("example", FIRES, ids=lambda example: example.why)
def test_a_view_on_sanctions_without_an_act_is_sent_back(example: Example) -> None:
    message = example.message(CHECK)
    assert message is not None
    assert example.says
    assert example.says in message


@pytest.mark.parametrize("example", SILENT, ids=lambda example: example.why)
def test_an_issue_with_its_act_or_of_another_kind_passes(example: Example) -> None:
    assert example.message(CHECK) is None
