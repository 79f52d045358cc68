"""Who refuses to comment takes no side."""

from __future__ import annotations

import pytest

from tests.checks.example import Example, position

CHECK = "decline_with_stance"

FIRES = (
    Example(
        "opposition",
        "China declined to comment on sanctions on Iran.",
        position("declined to comment on sanctions on Iran", speech_act="decline"),
        says="stance 'oppose'",
    ),
    Example(
        "support, in Spanish",
        "China no quiso comentar las sanciones contra Irán.",
        position(
            "no quiso comentar las sanciones contra Irán",
            speech_act="decline",
            stance="support",
            issue_targets=["Irán"],
        ),
        language="es",
        says="stance 'support'",
    ),
)

SILENT = (
    Example(
        "uncommitted",
        "China declined to comment on sanctions on Iran.",
        position("declined to comment on sanctions on Iran", speech_act="decline", stance="uncommitted"),
    ),
    Example(
        "a statement",
        "China opposes sanctions on Iran.",
        position("China opposes sanctions on Iran"),
    ),
)


@pytest.mark.parametrize("example", FIRES, ids=lambda example: example.why)
def test_a_refusal_to_comment_with_a_side_is_flagged(example: Example) -> None:
    message = example.message(CHECK)
    assert message is not None
    assert example.says
    assert example.says in message


@pytest.mark.parametrize("example", SILENT, ids=lambda example: example.why)
def test_a_refusal_to_comment_without_a_side_passes(example: Example) -> None:
    assert example.message(CHECK) is None
