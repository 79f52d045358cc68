"""Views told beside an act, in four languages: each pattern with a sentence written for these tests."""

from __future__ import annotations

import pytest

from tests.engines.rules.told import draft

NEWS = {
    "en": "The European Union on Monday imposed new sanctions on Georgia. ",
    "es": "La Unión Europea impuso el lunes nuevas sanciones a Georgia. ",
    "fr": "L'Union européenne a adopté lundi de nouvelles sanctions contre la Géorgie. ",
    "de": "Die Europäische Union hat am Montag neue Sanktionen gegen Georgien verhängt. ",
}

Told = tuple[str, str | None, str, str, str | None]


def held(language: str, sentence: str) -> list[Told]:
    """Holder, speaker, stance, kind and action of every position."""
    return [
        (one.holder, one.speaker, one.stance, one.issue_kind, one.issue_action)
        for one in draft(NEWS[language] + sentence).positions
    ]


@pytest.mark.parametrize(
    ("language", "sentence", "told"),
    [
        # a side taken on the article's act
        ("en", "Poland welcomed the move.", ("Poland", None, "support", "sanctions", "impose")),
        ("es", "Polonia celebró la decisión.", ("Polonia", None, "support", "sanctions", "impose")),
        ("fr", "La Pologne a salué cette décision.", ("Pologne", None, "support", "sanctions", "impose")),
        (
            "fr",
            "La Norvège s'est félicitée de cette décision.",
            ("Norvège", None, "support", "sanctions", "impose"),
        ),
        ("de", "Polen begrüßte die Entscheidung.", ("Polen", None, "support", "sanctions", "impose")),
        ("de", "Albanien lehnt die Sanktionen ab.", ("Albanien", None, "oppose", "sanctions", "impose")),
        (
            "de",
            "Norwegen hat die Sanktionen scharf kritisiert.",
            ("Norwegen", None, "oppose", "sanctions", "impose"),
        ),
        # stood in the way of
        ("en", "Turkey has blocked the package.", ("Turkey", None, "oppose", "sanctions", "impose")),
        ("es", "Turquía ha bloqueado el paquete.", ("Turquía", None, "oppose", "sanctions", "impose")),
        ("fr", "La Turquie a bloqué le paquet.", ("Turquie", None, "oppose", "sanctions", "impose")),
        ("de", "Die Türkei blockiert das Paket.", ("Türkei", None, "oppose", "sanctions", "impose")),
        # not accepted
        ("en", "Japan will not recognise the sanctions.", ("Japan", None, "oppose", "sanctions", "impose")),
        ("es", "Japón no reconocerá las sanciones.", ("Japón", None, "oppose", "sanctions", "impose")),
        (
            "fr",
            "Le Japon ne reconnaîtra pas les sanctions.",
            ("Japon", None, "oppose", "sanctions", "impose"),
        ),
        (
            "de",
            "Japan wird die Sanktionen nicht anerkennen.",
            ("Japan", None, "oppose", "sanctions", "impose"),
        ),
        # adjectives
        ("en", "Albania is opposed to the sanctions.", ("Albania", None, "oppose", "sanctions", "impose")),
        (
            "es",
            "Albania está en contra de las sanciones.",
            ("Albania", None, "oppose", "sanctions", "impose"),
        ),
        ("fr", "L'Albanie est opposée aux sanctions.", ("Albanie", None, "oppose", "sanctions", "impose")),
        # calls
        (
            "en",
            "Armenia called on the EU to lift the sanctions.",
            ("Armenia", None, "support", "sanctions", "lift"),
        ),
        (
            "en",
            "Kenya demanded that the sanctions be lifted.",
            ("Kenya", None, "support", "sanctions", "lift"),
        ),
        (
            "es",
            "Armenia pidió a la UE que levante las sanciones.",
            ("Armenia", None, "support", "sanctions", "lift"),
        ),
        (
            "fr",
            "L'Arménie a appelé l'UE à lever les sanctions.",
            ("Arménie", None, "support", "sanctions", "lift"),
        ),
        (
            "de",
            "Armenien forderte die EU auf, die Sanktionen aufzuheben.",
            ("Armenien", None, "support", "sanctions", "lift"),
        ),
        (
            "de",
            "Tschechien sprach sich für weitere Sanktionen aus.",
            ("Tschechien", None, "support", "sanctions", "tighten"),
        ),
        # words of a speaker
        (
            "en",
            '"These sanctions will only hurt ordinary people," Georgian Prime Minister Irakli Beridze said.',
            ("Georgia", "Irakli Beridze", "oppose", "sanctions", "impose"),
        ),
        (
            "en",
            '"There can be no talk of lifting the sanctions," Polish Foreign Minister Adam Nowak said.',
            ("Polish", "Adam Nowak", "oppose", "sanctions", "lift"),
        ),
        (
            "es",
            '"Rechazamos estas sanciones", dijo el ministro de Exteriores de Georgia, Irakli Beridze.',
            ("Georgia", "Irakli Beridze", "oppose", "sanctions", "impose"),
        ),
        (
            "fr",
            "Le Premier ministre géorgien, Irakli Beridze, a qualifié la décision d'« illégale ».",
            ("Géorgie", "Irakli Beridze", "oppose", "sanctions", "impose"),
        ),
        (
            "de",
            "„Wir lehnen diese Sanktionen ab“, sagte der georgische Außenminister Irakli Beridze.",
            ("Georgien", "Irakli Beridze", "oppose", "sanctions", "impose"),
        ),
        # no side
        (
            "en",
            "Switzerland declined to comment on the decision.",
            ("Switzerland", None, "uncommitted", "sanctions", "impose"),
        ),
        (
            "es",
            "Suiza declinó comentar la decisión.",
            ("Suiza", None, "uncommitted", "sanctions", "impose"),
        ),
        (
            "fr",
            "La Suisse a refusé de commenter la décision.",
            ("Suisse", None, "uncommitted", "sanctions", "impose"),
        ),
        (
            "de",
            "Die Schweiz wollte sich nicht äußern.",
            ("Schweiz", None, "uncommitted", "sanctions", "impose"),
        ),
        # votes
        (
            "es",
            "Cuba votó en contra de las sanciones.",
            ("Cuba", None, "oppose", "sanctions", "impose"),
        ),
        (
            "de",
            "Die Slowakei stimmte gegen die Sanktionen.",
            ("Slowakei", None, "oppose", "sanctions", "impose"),
        ),
        # conduct and diplomacy
        (
            "en",
            "Iceland urged Georgia to stop arresting protesters.",
            ("Iceland", None, "oppose", "conduct", None),
        ),
        ("en", "Brazil called for dialogue with Georgia.", ("Brazil", None, "support", "diplomacy", None)),
    ],
)
def test_a_view_of_the_articles_act_is_found(language: str, sentence: str, told: Told) -> None:
    assert held(language, sentence) == [told]


def test_the_targets_of_the_move_are_those_of_the_act() -> None:
    (found,) = draft(NEWS["en"] + "Poland welcomed the move.").positions
    assert found.issue_targets == ["Georgia"]


def test_support_under_a_condition_is_conditional() -> None:
    told = draft(NEWS["en"] + "Serbia would support the measures if its exports were spared.")
    (found,) = told.positions
    assert (found.stance, found.condition) == ("conditional", "if its exports were spared")


@pytest.mark.parametrize(
    "sentence",
    [
        "Experts called the sanctions a mistake.",
        "A shopkeeper in Tbilisi said the sanctions were a disaster.",
        "Tourism in Georgia has grown for years.",
        "The sanctions list has 40 names.",
        "Norway would be punished if it rejected the sanctions.",
    ],
)
def test_nobody_holds_a_view_here(sentence: str) -> None:
    assert held("en", sentence) == []


def test_a_stranger_is_not_the_speaker_before() -> None:
    text = '"It is wrong," Georgian Prime Minister Irakli Beridze said. "Prices will rise," said Pintér.'
    told = held("en", text)
    assert [one[0] for one in told] == ["Georgia"]
