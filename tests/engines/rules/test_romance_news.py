"""French and Spanish news prose: what tells an act or a view, and what must not be read as one."""

from __future__ import annotations

import pytest

from tests.engines.rules.told import Act, View, acts, views

_LEAD = "L'Union européenne a imposé lundi de nouvelles sanctions contre la Russie."


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "L'Australie a sanctionné lundi 12 mai quatre officiers birmans et une banque de Rangoun.",
            ("designate", "adopted", ("Australie",), ("quatre officiers birmans", "banque de Rangoun")),
        ),
        (
            "Le Canada a annoncé le même jour des sanctions contre près de 200 personnes et entités russes.",
            ("designate", "adopted", ("Canada",), ("près de 200 personnes et entités russes",)),
        ),
        (
            "Le Japon a imposé la semaine dernière des sanctions à la Birmanie.",
            ("impose", "adopted", ("Japon",), ("Birmanie",)),
        ),
        (
            (
                "Tokyo a annoncé, le 4 juin, des sanctions contre deux sociétés installées à Dubaï, Al Nour "
                "Trading et Faran Shipping, soupçonnées de livrer des armes à la Russie."
            ),
            ("designate", "adopted", ("Tokyo",), ("Al Nour Trading", "Faran Shipping")),
        ),
        (
            "Londres a annoncé avoir gelé les avoirs de deux ministres géorgiens visés par les sanctions.",
            ("designate", "adopted", ("Londres",), ("deux ministres géorgiens",)),
        ),
        (
            "Les ministres de l'UE ont donné lundi leur accord pour prolonger les sanctions contre la Syrie.",
            ("extend", "committed", ("UE",), ("Syrie",)),
        ),
        (
            "Moscou a élargi la liste des responsables européens interdits d'entrée après les sanctions.",
            ("designate", "adopted", ("Moscou",), ("responsables européens",)),
        ),
        (
            "Ottawa impose des sanctions à deux banques contrôlées par l'armée birmane.",
            ("designate", "adopted", ("Ottawa",), ("deux banques contrôlées par l'armée birmane",)),
        ),
    ],
)
def test_french_news_tells_an_act(sentence: str, told: Act) -> None:
    """Time between verb and object, lists with names, and what describes a group."""
    assert told in acts(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Téhéran a condamné jeudi les nouvelles sanctions américaines.",
        "La Cédéao a décidé de lever la menace de sanctions qui pesait sur le Burkina Faso.",
        "La Hongrie a menacé de mettre son veto à la prolongation des sanctions contre la Russie.",
        "Le ministre letton a plaidé pour que l'UE accentue ses sanctions contre la Biélorussie.",
        "El Parlamento Europeo pidió a la UE que sancione a los jueces de Nicaragua.",
        "Rusia condenó las sanciones ilegítimas contra el puerto de Novorosíisk.",
    ],
)
def test_what_is_condemned_wished_or_only_threatened_is_no_act(sentence: str) -> None:
    """Words against sanctions are no penalty, and a wish is no act of those it is put to."""
    assert acts(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "held"),
    [
        (
            "Le ministre letton a plaidé pour que l'UE accentue ses sanctions contre la Biélorussie.",
            ("letton", "support", "sanctions", "tighten"),
        ),
        (
            "El Parlamento Europeo pidió a la UE que sancione a los jueces de Nicaragua.",
            ("Parlamento Europeo", "support", "sanctions", "designate"),
        ),
    ],
)
def test_a_wish_in_the_subjunctive_is_a_view(sentence: str, held: View) -> None:
    """ "plaider pour que", "pedir a … que"."""
    assert held in views(sentence)


def test_a_maintained_until_is_no_threat() -> None:
    """ "hasta que" sets an end, not a condition of the act."""
    assert acts("La UE mantendrá las sanciones a Rusia hasta que cumpla los acuerdos.") == [
        ("maintain", "committed", ("UE",), ("Rusia",))
    ]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "L'ONU a imposé un embargo sur les armes au Soudan du Sud et des sanctions contre deux généraux.",
            ("designate", "adopted", ("ONU",), ("deux généraux",)),
        ),
        (
            "Los países de la UE acordaron el jueves vetar las importaciones de oro procedentes de Rusia.",
            ("impose", "committed", ("UE",), ("Rusia",)),
        ),
        (
            "Le Conseil de l'UE a prolongé le régime de mesures restrictives en place contre la Birmanie.",
            ("extend", "adopted", ("Conseil de l'UE",), ("Birmanie",)),
        ),
        (
            "Le Royaume-Uni a placé sous sanctions deux fils du président soudanais.",
            ("designate", "adopted", ("Royaume-Uni",), ("deux fils du président soudanais",)),
        ),
        (
            "Les Vingt-Sept ont trouvé un accord sur un 20e paquet de sanctions contre la Russie.",
            ("impose", "committed", ("Vingt-Sept",), ("Russie",)),
        ),
        (
            "Estados Unidos anunció un alivio limitado de las sanciones contra Venezuela.",
            ("ease", "adopted", ("Estados Unidos",), ("Venezuela",)),
        ),
        (
            "Le Canada et l'Australie ont eux aussi sanctionné deux généraux birmans.",
            ("designate", "adopted", ("Canada", "Australie"), ("deux généraux birmans",)),
        ),
        (
            "Berlin se dit prêt à durcir les sanctions contre la Russie si Moscou refuse un cessez-le-feu.",
            ("tighten", "threatened", ("Berlin",), ("Russie",)),
        ),
        (
            "L'UE ne lèvera pas les sanctions contre la Russie, a dit Kaja Kallas.",
            ("maintain", "committed", ("European Union",), ("Russie",)),
        ),
        (
            "Le projet de résolution imposant un embargo sur les armes au Soudan a été rejeté vendredi.",
            ("impose", "rejected", (), ("Soudan",)),
        ),
        (
            "La UE sancionó a la ministra Delcy Rodríguez y al general Tareck Solano por la represión.",
            ("designate", "adopted", ("UE",), ("Delcy Rodríguez", "Tareck Solano")),
        ),
    ],
)
def test_further_constructions_tell_an_act(sentence: str, told: Act) -> None:
    """Packages in two halves, adjectives before "de", asides within the verb, refusals, papers voted down."""
    assert told in acts(sentence)


@pytest.mark.parametrize(
    ("sentence", "held"),
    [
        (
            "La Slovaquie ne soutiendra pas le prochain paquet de sanctions contre la Russie.",
            ("Slovaquie", "oppose", "sanctions", "maintain"),
        ),
        (
            "La Turquie ne s'associera pas aux sanctions contre la Russie.",
            ("Turquie", "oppose", "sanctions", "maintain"),
        ),
        (
            "México no apoyará ninguna sanción contra Nicaragua.",
            ("México", "oppose", "sanctions", "maintain"),
        ),
        (
            "La Chine et la Russie estiment que de nouvelles sanctions contre Pyongyang seraient injustes.",
            ("Chine", "oppose", "sanctions", "impose"),
        ),
        (
            "« Les sanctions contre la Russie sont inacceptables », a déclaré M. Lavrov.",
            ("Russia", "oppose", "sanctions", "maintain"),
        ),
    ],
)
def test_negations_and_joint_speakers_are_read_once(sentence: str, held: View) -> None:
    """A negation around the verb is one, two speakers are two holders, "M." is no end of a sentence."""
    assert held in views(sentence)


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Moscú considera ilegítimas las sanciones de la Unión Europea.", "impose"),
        ("El canciller expresó su rechazo firme a las sanciones contra Cuba.", "impose"),
        ("« Ces sanctions frappent la population », a dénoncé le Premier ministre malien.", "designate"),
        ("Les ministres figurent sur la liste des personnes sanctionnées par l'UE.", "impose"),
    ],
)
def test_judgements_and_effects_are_no_acts(sentence: str, wrong: str) -> None:
    """What is said of the sanctions imposes none."""
    assert wrong not in {action for action, *_ in acts(sentence)}


def test_a_regime_named_by_its_seat_is_not_the_state_told_last() -> None:
    """ "le régime de Naypyidaw" after an act of the United States."""
    text = "Les Etats-Unis ont sanctionné deux généraux. Le régime de Naypyidaw a dénoncé les sanctions."
    assert not [held for held in views(text) if held[0] == "Etats-Unis"]
