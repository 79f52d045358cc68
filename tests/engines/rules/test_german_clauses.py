"""German clauses: subject and object on either side of the finite verb, the verb at the end."""

from __future__ import annotations

import pytest

from tests.engines.rules.told import Act, acts


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Die EU hat neue Sanktionen gegen Belarus verhängt.", ("impose", "adopted", ("EU",), ("Belarus",))),
        (
            "Am Montag verlängerte die EU die Sanktionen gegen Belarus.",
            ("extend", "adopted", ("EU",), ("Belarus",)),
        ),
        (
            "Die Schweiz hebt die Sanktionen gegen Myanmar auf.",
            ("lift", "adopted", ("Schweiz",), ("Myanmar",)),
        ),
        (
            "Die Sanktionen gegen Mali wurden von der EU verschärft.",
            ("tighten", "adopted", ("EU",), ("Mali",)),
        ),
    ],
)
def test_subject_and_object_are_found_wherever_the_verb_stands(text: str, told: Act) -> None:
    assert acts(text) == [told]


def test_a_verb_without_its_parted_prefix_is_another_verb() -> None:
    assert acts("Die Schweiz hebt die Sanktionen gegen Myanmar hervor.") == []
