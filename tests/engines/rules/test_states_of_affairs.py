"""Sanctions told as standing, and acts told by a noun."""

from __future__ import annotations

import pytest

from tests.engines.rules.told import Act, acts


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Belarus has been under EU sanctions since 2020.", [("impose", "adopted", ("EU",), ("Belarus",))]),
        (
            "The European Union has its own arms embargo on Sudan.",
            [("impose", "adopted", ("European Union",), ("Sudan",))],
        ),
        (
            "A U.N. arms embargo on Somalia has been in effect since 1992.",
            [("impose", "adopted", ("U.N.",), ("Somalia",))],
        ),
        (
            "The new U.S. sanctions target three companies based in Dubai.",
            [("designate", "adopted", ("U.S.",), ("three companies based in Dubai",))],
        ),
    ],
)
def test_sanctions_that_stand_were_imposed(text: str, told: list[Act]) -> None:
    assert acts(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Belarus could be under EU pressure.",
        "The sanctions hurt farmers.",
    ],
)
def test_pressure_and_harm_are_no_sanctions(text: str) -> None:
    assert acts(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The European Union has debated an arms embargo on Sudan.",
            [("impose", "considered", ("European Union",), ("Sudan",))],
        ),
    ],
)
def test_a_debated_embargo_does_not_stand(text: str, told: list[Act]) -> None:
    assert acts(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The United States announced the designation of Iran's Quds Force under its sanctions on Monday.",
            [("designate", "adopted", ("United States",), ("Quds Force",))],
        ),
    ],
)
def test_a_noun_tells_the_listing(text: str, told: list[Act]) -> None:
    assert acts(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "The designation of the park pleased Iran.",
    ],
)
def test_other_designations_list_nobody(text: str) -> None:
    assert acts(text) == []
