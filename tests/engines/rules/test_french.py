"""Ordinary news sentences in French: acts and positions. All are written for these tests."""

from __future__ import annotations

import pytest

from tests.engines.rules.told import Act, View, acts, views

_LEAD = "L'Union européenne a imposé lundi de nouvelles sanctions contre la Russie."


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "L'Union européenne a imposé mercredi de nouvelles sanctions contre la Russie.",
            ("impose", "adopted", ("Union européenne",), ("Russie",)),
        ),
        (
            "Les États-Unis ont annoncé des sanctions contre trois responsables iraniens.",
            ("designate", "adopted", ("États-Unis",), ("trois responsables iraniens",)),
        ),
        (
            "Washington a sanctionné jeudi deux ministres soudanais accusés d'entraver la paix.",
            (
                "designate",
                "adopted",
                ("Washington",),
                ("deux ministres soudanais accusés d'entraver la paix",),
            ),
        ),
        (
            "De nouvelles sanctions ont été imposées à l'Iran par les États-Unis.",
            ("impose", "adopted", ("États-Unis",), ("Iran",)),
        ),
        (
            "L'UE a adopté un 19e paquet de sanctions contre la Russie.",
            ("impose", "adopted", ("UE",), ("Russie",)),
        ),
        (
            (
                "Le Conseil de sécurité de l'ONU a prolongé d'un an l'embargo sur les armes imposé au "
                "Soudan du Sud."
            ),
            ("extend", "adopted", ("Conseil de sécurité de l'ONU",), ("Soudan du Sud",)),
        ),
        (
            "Les sanctions contre la Biélorussie ont été prolongées jusqu'au 28 février 2026.",
            ("extend", "adopted", (), ("Biélorussie",)),
        ),
        ("L'UE a levé ses sanctions économiques contre la Syrie.", ("lift", "adopted", ("UE",), ("Syrie",))),
        (
            "Donald Trump a annoncé la levée des sanctions contre la Syrie.",
            ("lift", "adopted", ("United States",), ("Syrie",)),
        ),
        (
            "La Maison Blanche envisage d'alléger les sanctions contre Moscou.",
            ("ease", "considered", ("Maison Blanche",), ("Moscou",)),
        ),
        (
            "Bruxelles menace d'imposer des sanctions à la Géorgie si la répression se poursuit.",
            ("impose", "threatened", ("Bruxelles",), ("Géorgie",)),
        ),
        (
            "La Commission européenne a proposé mercredi d'interdire les importations de gaz russe.",
            ("impose", "proposed", ("Commission européenne",), ("russe",)),
        ),
        (
            "La Cédéao a suspendu les sanctions contre le Mali.",
            ("suspend", "adopted", ("Cédéao",), ("Mali",)),
        ),
        (
            "La Cédéao a levé les sanctions imposées au Niger après le coup d'État.",
            ("lift", "adopted", ("Cédéao",), ("Niger",)),
        ),
        (
            "La France a gelé les avoirs de vingt responsables syriens.",
            ("designate", "adopted", ("France",), ("vingt responsables syriens",)),
        ),
        (
            "Le Canada a ajouté dix personnes à sa liste de sanctions.",
            ("designate", "adopted", ("Canada",), ("dix personnes",)),
        ),
        (
            "Deux généraux ont été inscrits sur la liste noire de l'Union européenne.",
            ("designate", "adopted", ("Union européenne",), ("Deux généraux",)),
        ),
        (
            "L'oligarque a été retiré de la liste des sanctions européennes.",
            ("delist", "adopted", (), ("oligarque",)),
        ),
        (
            "La Russie a répliqué en interdisant l'entrée à 30 responsables européens.",
            ("designate", "adopted", ("Russie",), ("30 responsables européens",)),
        ),
        (
            "Pékin a riposté par des sanctions contre trois entreprises américaines.",
            ("designate", "adopted", ("Pékin",), ("trois entreprises américaines",)),
        ),
        (
            "En réponse, Moscou a interdit l'exportation d'uranium vers les États-Unis.",
            ("impose", "adopted", ("Moscou",), ("États-Unis",)),
        ),
        (
            "Le Royaume-Uni, l'Australie et le Canada ont imposé des sanctions à deux ministres israéliens.",
            ("designate", "adopted", ("Royaume-Uni", "Australie", "Canada"), ("deux ministres israéliens",)),
        ),
        (
            "Les sanctions visent notamment 40 pétroliers de la flotte fantôme.",
            ("designate", "adopted", (), ("40 pétroliers de la flotte fantôme",)),
        ),
        (
            "L'UE va sanctionner dix responsables du Hamas",
            ("designate", "committed", ("UE",), ("dix responsables du Hamas",)),
        ),
        (
            "Londres s'apprête à sanctionner deux géants pétroliers russes.",
            ("designate", "committed", ("Londres",), ("deux géants pétroliers russes",)),
        ),
    ],
)
def test_a_french_sentence_tells_its_act(sentence: str, told: Act) -> None:
    assert acts(sentence) == [told]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "La levée des sanctions contre la Syrie a été saluée par Damas.",
            ("Syrie", "support", "sanctions", "lift"),
        ),
        (
            "La Hongrie bloque l'adoption du 18e paquet de sanctions.",
            ("Hongrie", "oppose", "sanctions", "impose"),
        ),
        (
            "La Chine a dénoncé les sanctions unilatérales des États-Unis.",
            ("Chine", "oppose", "sanctions", "maintain"),
        ),
        (
            "« Ces sanctions sont illégales », a réagi le porte-parole du Kremlin, Dmitri Peskov.",
            ("Kremlin", "oppose", "sanctions", "maintain"),
        ),
        (
            (
                "Le président ukrainien Volodymyr Zelensky a appelé les alliés à renforcer les "
                "sanctions contre la Russie."
            ),
            ("ukrainien", "support", "sanctions", "tighten"),
        ),
        (
            "Le Premier ministre slovaque Robert Fico s'oppose aux sanctions contre la Russie.",
            ("slovaque", "oppose", "sanctions", "maintain"),
        ),
        (
            "Emmanuel Macron a plaidé pour un durcissement des sanctions contre Moscou.",
            ("France", "support", "sanctions", "tighten"),
        ),
        (
            (
                "Le ministre français des Affaires étrangères, Jean-Noël Barrot, a salué l'adoption "
                "de nouvelles sanctions."
            ),
            ("français", "support", "sanctions", "impose"),
        ),
        (
            "Berlin est favorable à la prolongation des sanctions.",
            ("Berlin", "support", "sanctions", "extend"),
        ),
        (
            "L'Allemagne ne souhaite pas lever les sanctions tant que la Russie n'aura pas cessé la guerre.",
            ("Allemagne", "oppose", "sanctions", "lift"),
        ),
        ("Téhéran exige la levée de toutes les sanctions.", ("Téhéran", "support", "sanctions", "lift")),
        (
            "Le Parlement européen a réclamé des sanctions contre les responsables de la répression.",
            ("Parlement européen", "support", "sanctions", "impose"),
        ),
    ],
)
def test_a_french_sentence_tells_a_position(sentence: str, told: View) -> None:
    assert views(sentence) == [told]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("L'Ukraine s'est félicitée de la décision.", ("Ukraine", "support", "sanctions", "impose")),
        ("La Corée du Sud s'est abstenue.", ("Corée du Sud", "abstain", "sanctions", "impose")),
        (
            "Le Kremlin a dénoncé des sanctions « illégales et inhumaines ».",
            ("Russie", "oppose", "sanctions", "impose"),
        ),
        (
            (
                "Le ministre russe des Affaires étrangères, Sergueï Lavrov, a qualifié ces mesures de "
                "« chantage »."
            ),
            ("Russie", "oppose", "sanctions", "impose"),
        ),
        (
            (
                "À Téhéran, le porte-parole de la diplomatie, Hamid Rezvani, a qualifié les nouvelles "
                "sanctions de « dénuées de toute base juridique »."
            ),
            ("Iran", "oppose", "sanctions", "impose"),
        ),
        ("La Hongrie y est hostile.", ("Hongrie", "oppose", "sanctions", "impose")),
        (
            "La Pologne réclame des sanctions plus sévères contre Moscou.",
            ("Pologne", "support", "sanctions", "tighten"),
        ),
        (
            "Le président lituanien a exhorté les Vingt-Sept à adopter le paquet sans attendre.",
            ("lituanien", "support", "sanctions", "impose"),
        ),
        (
            (
                "Ces mesures « ne changeront pas notre politique », a averti la porte-parole du "
                "ministère russe des Affaires étrangères."
            ),
            ("Russie", "oppose", "sanctions", "impose"),
        ),
        (
            (
                "« Nous ne voterons aucune mesure qui augmente la facture énergétique », a affirmé le "
                "ministre hongrois des Affaires étrangères."
            ),
            ("hongrois", "oppose", "sanctions", "impose"),
        ),
        ("Paris soutient cette initiative.", ("Paris", "support", "sanctions", "impose")),
        ("Londres a salué « un signal fort ».", ("Londres", "support", "sanctions", "impose")),
        (
            "L'Allemagne a jugé « prématurée » toute levée des sanctions.",
            ("Allemagne", "oppose", "sanctions", "lift"),
        ),
        (
            (
                "Le chef de la diplomatie hongroise, Peter Szijjarto, a estimé que les sanctions "
                "nuisaient davantage à l'Europe."
            ),
            ("Hungary", "oppose", "sanctions", "impose"),
        ),
        (
            "Interrogée à ce sujet, la Commission européenne n'a pas souhaité faire de commentaire.",
            ("Commission européenne", "uncommitted", "sanctions", "impose"),
        ),
        (
            "L'Autriche n'exclut pas de nouvelles sanctions.",
            ("Autriche", "uncommitted", "sanctions", "impose"),
        ),
        (
            "L'opposante Svetlana Tikhanovskaïa a regretté cette décision.",
            ("Svetlana Tikhanovskaïa", "oppose", "sanctions", "impose"),
        ),
        (
            "Le président tchèque a appelé à ne pas lever les sanctions.",
            ("tchèque", "oppose", "sanctions", "lift"),
        ),
        (
            "La Chine a exprimé son opposition à ces sanctions unilatérales.",
            ("Chine", "oppose", "sanctions", "impose"),
        ),
        (
            (
                "« Il faut maintenir la pression sur Moscou », a insisté le ministre danois des "
                "Affaires étrangères."
            ),
            ("danois", "support", "sanctions", "maintain"),
        ),
    ],
)
def test_a_french_position_on_what_was_told_before(sentence: str, told: View) -> None:
    assert views(f"{_LEAD}\n\n{sentence}") == [told]
