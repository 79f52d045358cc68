"""A name holds no more than the article prints."""

from __future__ import annotations

import pytest

from tests.checks.example import Example, actor, event, position

CHECK = "name_not_as_printed"

FIRES = (
    Example(
        "a given name from elsewhere",
        "China opposes sanctions on Iran, Wang said.",
        position("China opposes sanctions on Iran", speaker="Yi Wang"),
        actors=(actor("Yi Wang", "person", country="CN"),),
        says="not 'yi'",
    ),
    Example(
        "half of a description, in French",
        "La France a levé les sanctions contre les banques du Mali.",
        event(
            "a levé les sanctions contre les banques du Mali",
            action="lift",
            senders=["France"],
            targets=["banques publiques du Mali"],
        ),
        language="fr",
        actors=(actor("banques publiques du Mali", "group"),),
        says="not 'publiques'",
    ),
)

SILENT = (
    Example(
        "the whole name",
        "China opposes sanctions on Iran, Wang Yi said.",
        position("China opposes sanctions on Iran", speaker="Wang Yi"),
        actors=(actor("Wang Yi", "person", country="CN"),),
    ),
    Example(
        "an initial more than printed",
        "Secretary of State Antony Blinken said the United States opposes easing sanctions on Iran.",
        position(
            "the United States opposes easing sanctions", holder="United States", speaker="Antony J. Blinken"
        ),
        actors=(actor("Antony J. Blinken", "person"),),
    ),
    Example(
        "a diacritic less than printed",
        "Turkish President Recep Tayyip Erdoğan rejected the sanctions on Iran.",
        position("rejected the sanctions on Iran", holder="Türkiye", speaker="Recep Tayyip Erdogan"),
        actors=(actor("Recep Tayyip Erdogan", "person"),),
    ),
    Example(
        "a state under another name",
        "Moscow opposes sanctions on Iran.",
        position("opposes sanctions on Iran", holder="Russian Federation"),
    ),
)


@pytest.mark.parametrize("example", FIRES, ids=lambda example: example.why)
def test_a_name_that_the_article_prints_in_part_is_flagged(example: Example) -> None:
    message = example.message(CHECK)
    assert message is not None
    assert example.says
    assert example.says in message


@pytest.mark.parametrize("example", SILENT, ids=lambda example: example.why)
def test_a_name_that_the_article_prints_passes(example: Example) -> None:
    assert example.message(CHECK) is None
