"""An actor's country agrees with the gazetteer."""

from __future__ import annotations

import pytest

from tests.checks.example import Example, actor, event, position

CHECK = "country_disagrees"

FIRES = (
    Example(
        "a metonym of another state",
        "The Kremlin opposes sanctions on Iran.",
        position("opposes sanctions on Iran", holder="The Kremlin"),
        actors=(actor("The Kremlin", "government_body", country="UA"),),
        says="the gazetteer says 'RU'",
    ),
    Example(
        "no code",
        "The UK opposes sanctions on Iran.",
        position("opposes sanctions on Iran", holder="UK"),
        actors=(actor("UK", country="UK"),),
        says="no ISO 3166-1",
    ),
    Example(
        "an organisation with a country",
        "The European Union imposed sanctions on Iran.",
        event("imposed sanctions on Iran", senders=["European Union"]),
        actors=(actor("European Union", "intl_org", country="BE"),),
        says="has none",
    ),
    Example(
        "a known leader",
        "Kim Jong Un opposes sanctions on Iran.",
        position("opposes sanctions on Iran", holder="Kim Jong Un"),
        actors=(actor("Kim Jong Un", "person", country="KR"),),
        says="'KP'",
    ),
)

SILENT = (
    Example(
        "a known leader with the right state",
        "Kim Jong Un opposes sanctions on Iran.",
        position("opposes sanctions on Iran", holder="Kim Jong Un"),
        actors=(actor("Kim Jong Un", "person", country="KP"),),
    ),
    Example(
        "a company that bears the name of a state",
        "The United States imposed sanctions on Georgia Gold.",
        event("imposed sanctions on Georgia Gold", targets=["Georgia Gold"]),
        actors=(actor("Georgia Gold", "company", country="IR"),),
    ),
    Example(
        "a person that nobody knows",
        "The United States imposed sanctions on Jordan Blake.",
        event("imposed sanctions on Jordan Blake", targets=["Jordan Blake"]),
        actors=(actor("Jordan Blake", "person", country="GB"),),
    ),
    Example(
        "lower case",
        "The Kremlin opposes sanctions on Iran.",
        position("opposes sanctions on Iran", holder="The Kremlin"),
        actors=(actor("The Kremlin", "government_body", country="ru"),),
    ),
)


@pytest.mark.parametrize("example", FIRES, ids=lambda example: example.why)
def test_a_country_that_the_gazetteer_contradicts_is_flagged(example: Example) -> None:
    message = example.message(CHECK)
    assert message is not None
    assert example.says
    assert example.says in message


@pytest.mark.parametrize("example", SILENT, ids=lambda example: example.why)
def test_a_country_that_nothing_contradicts_passes(example: Example) -> None:
    assert example.message(CHECK) is None
