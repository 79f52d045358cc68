"""Reactions in French and Spanish news: who answers the sanctions, and what only looks like an answer."""

from __future__ import annotations

import pytest

from tests.engines.rules.told import Act, View, acts, views

_FRENCH = "L'Union européenne a imposé mardi des sanctions contre la Biélorussie, ont annoncé les ministres. "
_SPANISH = "La Unión Europea impuso el martes sanciones contra Bielorrusia, anunciaron los ministros. "


@pytest.mark.parametrize(
    ("sentence", "held"),
    [
        ("La Serbie s'y est opposée.", ("Serbie", "oppose", "sanctions", "impose")),
        ("Pour Minsk, ces mesures « ne changeront rien ».", ("Biélorussie", "oppose", "sanctions", "impose")),
        (
            "Son homologue lituanien, Jonas Petrauskas, a salué la décision.",
            ("lituanien", "support", "sanctions", "impose"),
        ),
        ("L'Ukraine a remercié Bruxelles pour ces sanctions.", ("Ukraine", "support", "sanctions", "impose")),
        ("Varsovie parle d'un « signal fort ».", ("Varsovie", "support", "sanctions", "impose")),
        (
            "La Norvège a exclu jeudi toute levée des sanctions contre la Biélorussie.",
            ("Norvège", "oppose", "sanctions", "lift"),
        ),
        (
            "À la Diète, la députée de gauche Anna Wrona a demandé la levée des sanctions.",
            ("Anna Wrona", "support", "sanctions", "lift"),
        ),
        (
            "Le président polonais a jugé ces sanctions insuffisantes.",
            ("polonais", "support", "sanctions", "tighten"),
        ),
        (
            "A Belgrade, le ministre de la Communication, Goran Ilic, a fustigé des mesures « iniques ».",
            ("Belgrade", "oppose", "sanctions", "impose"),
        ),
    ],
)
def test_french_reactions_are_views(sentence: str, held: View) -> None:
    assert held in views(_FRENCH + sentence)


@pytest.mark.parametrize(
    ("sentence", "held"),
    [
        ("Ucrania agradeció el voto.", ("Ucrania", "support", "sanctions", "impose")),
        ("Para Minsk, las sanciones “no cambiarán nada”.", ("Bielorrusia", "oppose", "sanctions", "impose")),
        (
            "“No vamos a imponer sanciones”, dijo el presidente mexicano.",
            ("mexicano", "oppose", "sanctions", "impose"),
        ),
        (
            "“Las sanciones no son la solución”, sostuvo el canciller uruguayo.",
            ("uruguayo", "oppose", "sanctions", "impose"),
        ),
        (
            "La opositora Daria Kovalenka consideró “insuficientes” las medidas.",
            ("Daria Kovalenka", "support", "sanctions", "tighten"),
        ),
        (
            "El Gobierno serbio rechazó lo que calificó de “nueva agresión”.",
            ("Gobierno serbio", "oppose", "sanctions", "impose"),
        ),
        ("Suiza no ha comentado la medida.", ("Suiza", "uncommitted", "sanctions", "impose")),
        ("El canciller dijo que Chile no aplica sanciones.", ("Chile", "oppose", "sanctions", "impose")),
    ],
)
def test_spanish_reactions_are_views(sentence: str, held: View) -> None:
    assert held in views(_SPANISH + sentence)


def test_what_is_ruled_out_is_no_act() -> None:
    text = _SPANISH + "El canciller argentino descartó que Buenos Aires se sume a las restricciones."
    assert len(acts(text)) == 1
    assert views(text) == [("Buenos Aires", "oppose", "sanctions", "impose")]


def test_what_is_not_ruled_out_is_left_open() -> None:
    text = _FRENCH + "La Norvège n'a pas exclu de nouvelles sanctions."
    assert views(text) == [("Norvège", "uncommitted", "sanctions", "impose")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Pour faire pression sur Minsk, Paris veut un dialogue.",  # an aim, nobody's view
        "Le ministre a exclu deux candidats de la liste du parti.",
    ],
)
def test_pour_and_exclure_are_no_views_by_themselves(sentence: str) -> None:
    assert views(_FRENCH + sentence) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            _FRENCH + "Washington a révoqué les visas de onze responsables honduriens.",
            ("designate", "adopted", ("Washington",), ("onze responsables honduriens",)),
        ),
        (
            _FRENCH + "Quatre généraux soudanais font l'objet de sanctions américaines.",
            ("designate", "adopted", ("américaines",), ("Quatre généraux soudanais",)),
        ),
        (
            _FRENCH + "Les Européens ont imposé des sanctions contre la Birmanie.",
            ("impose", "adopted", ("Union européenne",), ("Birmanie",)),
        ),
        (
            _SPANISH + "Washington retiró el visado a siete oficiales venezolanos.",
            ("designate", "adopted", ("Washington",), ("siete oficiales venezolanos",)),
        ),
    ],
)
def test_visas_withdrawn_and_standing_sanctions_are_acts(text: str, told: Act) -> None:
    assert told in acts(text)


@pytest.mark.parametrize(
    "sentence",
    [
        "El juez retiró el pasaporte al empresario.",
        "El texto no será objeto de sanciones.",
        "El Gobierno de Serbia tildó la medida de “injerencista”.",
    ],
)
def test_a_passport_or_what_is_denied_is_no_act(sentence: str) -> None:
    assert len(acts(_SPANISH + sentence)) == 1
