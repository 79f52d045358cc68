"""An office comes from the article."""

from __future__ import annotations

import pytest

from tests.checks.example import Example, actor, position

CHECK = "role_not_in_article"

FIRES = (
    Example(
        "an office that the article does not tell",
        "China opposes sanctions on Iran, Wang Yi said.",
        position("China opposes sanctions on Iran", speaker="Wang Yi"),
        actors=(actor("Wang Yi", "person", country="CN", role="Foreign Minister"),),
        says="role 'Foreign Minister'",
    ),
    Example(
        "in Spanish",
        "China rechaza las sanciones contra Irán, dijo Wang Yi.",
        position("rechaza las sanciones contra Irán", speaker="Wang Yi", issue_targets=["Irán"]),
        language="es",
        actors=(actor("Wang Yi", "person", country="CN", role="canciller"),),
        says="role 'canciller'",
    ),
)

SILENT = (
    Example(
        "as it stands",
        "China opposes sanctions on Iran, foreign minister Wang Yi said.",
        position("China opposes sanctions on Iran", speaker="Wang Yi"),
        actors=(actor("Wang Yi", "person", country="CN", role="Foreign Minister"),),
    ),
    Example(
        "with the state in another form",
        "China opposes sanctions on Iran, foreign minister Wang Yi said.",
        position("China opposes sanctions on Iran", speaker="Wang Yi"),
        actors=(actor("Wang Yi", "person", country="CN", role="Chinese Foreign Minister"),),
    ),
)


@pytest.mark.parametrize("example", FIRES, ids=lambda example: example.why)
def test_an_office_from_elsewhere_is_flagged(example: Example) -> None:
    message = example.message(CHECK)
    assert message is not None
    assert example.says
    assert example.says in message


@pytest.mark.parametrize("example", SILENT, ids=lambda example: example.why)
def test_an_office_of_the_article_passes(example: Example) -> None:
    assert example.message(CHECK) is None
