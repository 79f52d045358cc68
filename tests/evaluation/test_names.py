"""Actors made comparable."""

from __future__ import annotations

import pytest

from extractor.evaluation.names import fold
from tests.evaluation.known import READ
from tests.evaluation.makers import actor


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the United States", "United States"),
        ("U.S.", "US"),
        ("Acme Bank Ltd.", "ACME Bank"),
        ("PJSC Acme", "Acme"),
        ("Acme & Co.", "Acme"),
        ("al-Qaeda", "Al Qaeda"),
        ("People’s Bank", "People's Bank"),
        ("Ｒｏｓｎｅｆｔ", "Rosneft"),
        ("L'Iran", "Iran"),
    ],
)
def test_what_makes_no_difference_is_folded_away(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("North Korea", "South Korea"), ("Iran", "Iraq"), ("Bank A", "Bank B"), ("А", "A")]
)
def test_different_names_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize("name", ["The", "Ltd", "Co. Ltd.", "—", "?"])
def test_a_name_never_folds_to_nothing(name: str) -> None:
    assert fold(name)


def test_a_metonym_resolves_to_the_state() -> None:
    assert READ(actor("the Kremlin", "government_body", "RU"), ()).ids == {"country:RU"}


def test_an_alias_resolves_too() -> None:
    assert READ(actor("the Russian side", "other"), ("Moscow",)).ids == {"country:RU"}


def test_a_person_who_bears_a_state_s_name_is_not_that_state() -> None:
    assert READ(actor("Jordan", "person"), ()).ids == frozenset()
    assert READ(actor("Jordan", "state", "JO"), ()).ids == {"country:JO"}


def test_a_state_that_the_gazetteer_does_not_know_by_name_is_known_by_its_country() -> None:
    assert READ(actor("the Hellenic side", "state", "GR"), ()).ids == {"country:GR"}


def test_a_body_rolls_up_through_its_parents_to_the_state() -> None:
    assert READ(actor("OFAC", "government_body", "US"), ()).state == "country:US"


def test_an_unknown_body_rolls_up_to_its_country() -> None:
    assert READ(actor("Ministry of Magic", "government_body", "GB"), ()).state == "country:GB"


def test_a_canonical_id_outweighs_the_bare_name() -> None:
    assert READ(actor("Jordan", id="person:michael-jordan"), ()).ids >= {"person:michael-jordan"}
    assert READ(actor("Washington", id="country:RU"), ()).ids == {"country:RU"}
