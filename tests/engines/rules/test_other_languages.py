"""The commonest forms in Spanish, French and German. All sentences are written for these tests."""

from __future__ import annotations

import pytest

from tests.engines.rules.told import Act, View, acts, event, views


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "La Unión Europea impuso sanciones a siete funcionarios venezolanos por la represión.",
            ("designate", "adopted", ("Unión Europea",), ("siete funcionarios venezolanos",)),
        ),
        (
            "Estados Unidos levantó las sanciones contra Cuba el martes.",
            ("lift", "adopted", ("Estados Unidos",), ("Cuba",)),
        ),
        (
            "La UE prorrogará las sanciones contra Rusia por seis meses.",
            ("extend", "committed", ("UE",), ("Rusia",)),
        ),
        (
            "Las sanciones contra Nicaragua fueron impuestas por Estados Unidos en 2018.",
            ("impose", "adopted", ("Estados Unidos",), ("Nicaragua",)),
        ),
        (
            "Estados Unidos amenazó con imponer sanciones a Irak.",
            ("impose", "threatened", ("Estados Unidos",), ("Irak",)),
        ),
        (
            "L'Union européenne a adopté de nouvelles sanctions contre la Russie.",
            ("impose", "adopted", ("Union européenne",), ("Russie",)),
        ),
        (
            "La CEDEAO a décidé de lever les sanctions imposées au Mali.",
            ("lift", "adopted", ("CEDEAO",), ("Mali",)),
        ),
        (
            "Les sanctions contre la Syrie ont été prolongées par l'Union européenne.",
            ("extend", "adopted", ("Union européenne",), ("Syrie",)),
        ),
        (
            "Emmanuel Macron a annoncé que l'UE va renforcer les sanctions contre l'Iran.",
            ("tighten", "committed", ("UE",), ("Iran",)),
        ),
        (
            "Die EU hat neue Sanktionen gegen Russland verhängt.",
            ("impose", "adopted", ("EU",), ("Russland",)),
        ),
        (
            "Die Sanktionen gegen Belarus wurden von der EU verschärft.",
            ("tighten", "adopted", ("EU",), ("Belarus",)),
        ),
        (
            "Die Schweiz hebt die Sanktionen gegen Myanmar auf.",
            ("lift", "adopted", ("Schweiz",), ("Myanmar",)),
        ),
        (
            "Die USA wollen die Sanktionen gegen Venezuela lockern.",
            ("ease", "considered", ("USA",), ("Venezuela",)),
        ),
    ],
)
def test_an_act_is_told_in_spanish_french_and_german(sentence: str, told: Act) -> None:
    assert acts(sentence) == [told]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Rusia pidió a Estados Unidos levantar las sanciones contra Irán.",
            ("Rusia", "support", "sanctions", "lift"),
        ),
        (
            "El Gobierno de México rechazó las sanciones de Estados Unidos contra Venezuela.",
            ("Gobierno de México", "oppose", "sanctions", "maintain"),
        ),
        (
            "El gobierno de Nicolás Maduro calificó estas sanciones como ilegales.",
            ("gobierno de Nicolás Maduro", "oppose", "sanctions", "maintain"),
        ),
        (
            "La France a appelé à des sanctions contre le Bélarus.",
            ("France", "support", "sanctions", "impose"),
        ),
        (
            "La Chine s'oppose aux sanctions américaines contre l'Iran.",
            ("Chine", "oppose", "sanctions", "maintain"),
        ),
        ("China kritisierte die Sanktionen gegen Nordkorea.", ("China", "oppose", "sanctions", "maintain")),
        ("Ungarn lehnt ein Ölembargo gegen Russland ab.", ("Ungarn", "oppose", "sanctions", "impose")),
    ],
)
def test_a_position_is_told_in_spanish_french_and_german(sentence: str, told: View) -> None:
    assert views(sentence) == [told]


@pytest.mark.parametrize(
    "sentence",
    [
        "La UE no impuso sanciones a Serbia.",
        "La France n'a pas imposé de sanctions à la Serbie.",
        "Die EU hat keine Sanktionen gegen Serbien verhängt.",
    ],
)
def test_a_negated_act_is_none_in_any_language(sentence: str) -> None:
    assert acts(sentence) == []


def test_days_are_read_in_their_language() -> None:
    assert event("Estados Unidos levantó las sanciones contra Cuba el martes.").date == "martes"
    assert event("Die EU hat am Montag Sanktionen gegen Russland verhängt.").date == "Montag"


def test_a_language_without_vocabulary_yields_nothing() -> None:
    assert acts("Європейський Союз запровадив санкції проти Росії, the sanctions.") == []
