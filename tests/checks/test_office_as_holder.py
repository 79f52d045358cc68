"""Who speaks in office is the speaker, the state the holder (ruling 3)."""

from __future__ import annotations

import pytest

from tests.checks.example import Example, actor, position

CHECK = "office_as_holder"

FIRES = (
    Example(
        "a foreign minister",
        "Russian Foreign Minister Sergei Lavrov opposes sanctions on Iran.",
        position("opposes sanctions on Iran", holder="Sergei Lavrov"),
        actors=(actor("Sergei Lavrov", "person", country="RU", role="Russian Foreign Minister"),),
        says="'Russian Foreign Minister'",
    ),
    Example(
        "una ministra",
        "La ministra de Exteriores de México, Alicia Ríos, rechazó las sanciones contra Irán.",
        position("rechazó las sanciones contra Irán", holder="Alicia Ríos", issue_targets=["Irán"]),
        language="es",
        actors=(actor("Alicia Ríos", "person", country="MX", role="ministra de Exteriores de México"),),
        says="'Alicia Ríos'",
    ),
)

SILENT = (
    Example(
        "a former minister",
        "Former Russian Foreign Minister Andrei Kozyrev backs sanctions on Iran.",
        position("backs sanctions on Iran", holder="Andrei Kozyrev", stance="support"),
        actors=(actor("Andrei Kozyrev", "person", country="RU", role="Former Russian Foreign Minister"),),
    ),
    Example(
        "a senator",
        "Senator Paul Hardwick opposes sanctions on Iran.",
        position("opposes sanctions on Iran", holder="Paul Hardwick"),
        actors=(actor("Paul Hardwick", "person", country="US", role="Senator"),),
    ),
    Example(
        "the minister as speaker",
        "Russian Foreign Minister Sergei Lavrov opposes sanctions on Iran.",
        position("opposes sanctions on Iran", holder="Russia", speaker="Sergei Lavrov"),
        actors=(actor("Sergei Lavrov", "person", country="RU", role="Russian Foreign Minister"),),
    ),
)


@pytest.mark.parametrize("example", FIRES, ids=lambda example: example.why)
def test_a_minister_as_holder_is_flagged(example: Example) -> None:
    message = example.message(CHECK)
    assert message is not None
    assert example.says
    assert example.says in message


@pytest.mark.parametrize("example", SILENT, ids=lambda example: example.why)
def test_a_person_out_of_office_may_be_the_holder(example: Example) -> None:
    assert example.message(CHECK) is None
