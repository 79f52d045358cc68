"""Whom a list names: members, groups, apposition and remainders."""

from __future__ import annotations

import pytest

from tests.engines.rules.told import acts


@pytest.mark.parametrize(
    ("whom", "named"),
    [
        ("Iran, Syria and North Korea", ("Iran", "Syria", "North Korea")),
        ("Oleg Petrov, a Belarusian banker, on Monday", ("Oleg Petrov",)),
        ("Belarus's flag carrier, Belavia, on Monday", ("Belavia",)),
        ("45 individuals and entities of Belarus", ("45 individuals and entities of Belarus",)),
        ("companies linked to the Belarusian army", ("companies linked to the Belarusian army",)),
        ("those who helped Belarus evade the embargo", ("those who helped Belarus evade the embargo",)),
        ("Iran's oil sector", ("Iran",)),
        ("five Iranian officials and two companies", ("five Iranian officials", "two companies")),
    ],
)
def test_each_member_of_a_list_is_named_once_and_in_full(whom: str, named: tuple[str, ...]) -> None:
    (told,) = acts(f"Britain imposed sanctions on {whom}.")
    assert told[3] == named


def test_what_stands_before_the_main_clause_is_no_member() -> None:
    (told,) = acts("On the anniversary of the invasion, Canada imposed sanctions on Belarus.")
    assert told[2:] == (("Canada",), ("Belarus",))
