"""What a verb tells with its parts: for each pattern sentences that tell an act, and one that does not."""

from __future__ import annotations

import pytest

from tests.engines.rules.told import Act, acts


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The EU agreed to prolong by six months, until July 31, its economic sanctions on Belarus.",
            [("extend", "adopted", ("EU",), ("Belarus",))],
        ),
        (
            "Norway imposed on Belarus a set of sanctions last week.",
            [("impose", "adopted", ("Norway",), ("Belarus",))],
        ),
        (
            "Britain imposed sanctions last week on three Iranian banks.",
            [("designate", "adopted", ("Britain",), ("three Iranian banks",))],
        ),
        (
            "The bloc sets the pace.\n\nThe United States first imposed sanctions on Iran in 1979.",
            [("impose", "adopted", ("United States",), ("Iran",))],
        ),
        (
            "La UE levantó las sanciones contra tres generales de Guinea.",
            [("delist", "adopted", ("UE",), ("tres generales de Guinea",))],
        ),
        (
            "L'Union européenne a annoncé, le 29 juillet, des sanctions contre la Biélorussie.",
            [("impose", "adopted", ("Union européenne",), ("Biélorussie",))],
        ),
        (
            "The United States announced sanctions on Nicaragua on Monday.",
            [("impose", "adopted", ("United States",), ("Nicaragua",))],
        ),
    ],
)
def test_a_verb_with_the_sanctions_as_its_object_tells_an_act(text: str, told: list[Act]) -> None:
    assert acts(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "The ministry examined the sanctions on Nicaragua.",
        "Die Schweiz hat die Sanktionen gegen Myanmar nicht übernommen.",
    ],
)
def test_looking_at_sanctions_or_not_taking_them_over_is_no_act(text: str) -> None:
    assert acts(text) == []


def test_considering_relief_tells_no_new_sanctions() -> None:
    told = acts("The Biden administration is considering easing oil sanctions on Venezuela.")
    assert [act[:2] for act in told] == [("ease", "considered")]


def test_a_pronoun_takes_up_the_sanctions_told_before() -> None:
    told = acts("The EU imposed sanctions on Belarus in 2020. It renewed them last week.")
    assert told[1:] == [("extend", "adopted", ("EU",), ("Belarus",))]


def test_a_pronoun_with_another_verb_takes_up_nothing() -> None:
    assert len(acts("The EU imposed sanctions on Belarus in 2020. It criticised them last week.")) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Britain hit Belavia with sanctions.", [("designate", "adopted", ("Britain",), ("Belavia",))]),
        (
            "Die USA belegten die Reederei Nordmeer mit Sanktionen.",
            [("designate", "adopted", ("USA",), ("Nordmeer",))],
        ),
        (
            "Turkey was threatened with sanctions by Washington.",
            [("impose", "threatened", ("Washington",), ("Turkey",))],
        ),
    ],
)
def test_a_verb_with_its_instrument_hits_the_object_with_sanctions(text: str, told: list[Act]) -> None:
    assert acts(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Canada added two Belarusian generals to its sanctions list.",
            [("designate", "adopted", ("Canada",), ("two Belarusian generals",))],
        ),
        (
            "Switzerland removed Oleg Petrov from its sanctions list.",
            [("delist", "adopted", ("Switzerland",), ("Oleg Petrov",))],
        ),
        (
            "El Consejo de la UE incluyó a tres generales en la lista de sanciones.",
            [("designate", "adopted", ("Consejo de la UE",), ("tres generales",))],
        ),
        (
            "Die EU hat drei Generäle auf die Sanktionsliste gesetzt.",
            [("designate", "adopted", ("EU",), ("drei Generäle",))],
        ),
        (
            "The EU expanded its sanctions list to include two banks of Belarus.",
            [("designate", "adopted", ("EU",), ("two banks of Belarus",))],
        ),
        (
            "The EU imposed sanctions on six Belarusian officials. The new listings include Igor Makarov.",
            [("designate", "adopted", ("EU",), ("six Belarusian officials", "Igor Makarov"))],
        ),
    ],
)
def test_a_verb_of_listing_designates_or_delists(text: str, told: list[Act]) -> None:
    assert acts(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "The club added two players to its list of substitutes.",
        "The company listed its shares in Hong Kong after sanctions on Iran.",
    ],
)
def test_other_lists_hold_no_designees(text: str) -> None:
    assert acts(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The EU banned imports of Belarusian potash.", [("impose", "adopted", ("EU",), ("Belarusian",))]),
        ("The EU froze the assets of Belavia.", [("designate", "adopted", ("EU",), ("Belavia",))]),
        (
            "Los Países Bajos prohibieron las importaciones de carbón ruso.",
            [("impose", "adopted", ("Países Bajos",), ("ruso",))],
        ),
        (
            "Die EU verbot die Einfuhr von russischer Kohle.",
            [("impose", "adopted", ("EU",), ("russischer",))],
        ),
        (
            "La France a gelé les avoirs de deux généraux maliens.",
            [("designate", "adopted", ("France",), ("deux généraux maliens",))],
        ),
    ],
)
def test_a_verb_that_forbids_a_trade_or_freezes_assets_tells_an_act(text: str, told: list[Act]) -> None:
    assert acts(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "The hotel banned smoking in Belarus.",
    ],
)
def test_a_house_rule_forbids_no_trade(text: str) -> None:
    assert acts(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The United States issued a licence allowing some transactions with Syrian banks.",
            [("exempt", "adopted", ("United States",), ("Syrian banks",))],
        ),
        (
            "The United States revoked a licence for Chevron to operate in Venezuela.",
            [("tighten", "adopted", ("United States",), ("Chevron", "Venezuela"))],
        ),
        (
            "The Treasury let a licence for Venezuela's oil industry expire.",
            [("lapse", "adopted", ("Treasury",), ("Venezuela",))],
        ),
    ],
)
def test_a_licence_exempts_and_its_end_tightens(text: str, told: list[Act]) -> None:
    assert acts(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "The city issued a licence to a bakery in Syria.",
    ],
)
def test_a_trade_licence_exempts_nobody(text: str) -> None:
    assert acts(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The Treasury fined Helvetia Private Bank for violating sanctions on Iran.",
            [("enforce", "adopted", ("Treasury",), ("Helvetia Private Bank",))],
        ),
        (
            "The Treasury announced a settlement with Calder Point Ltd for breaches of sanctions on Iran.",
            [("enforce", "adopted", ("Treasury",), ("Calder Point Ltd",))],
        ),
    ],
)
def test_a_penalty_for_breach_is_enforcement(text: str, told: list[Act]) -> None:
    assert acts(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "The court fined Acme Ltd for speeding.",
    ],
)
def test_a_fine_for_something_else_is_none(text: str) -> None:
    assert acts(text) == []
