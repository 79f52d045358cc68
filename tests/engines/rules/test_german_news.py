"""German news prose: nominal style, denial far from its verb, dative objects, verbs with prepositions."""

from __future__ import annotations

import pytest

from tests.engines.rules.told import Act, View, acts, event, views


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Die Wirtschaftssanktionen der EU gegen Russland werden um sechs Monate verlängert.",
            ("extend", "adopted", ("EU",), ("Russland",)),
        ),
        ("EU verlängert Belarus-Sanktionen um ein Jahr", ("extend", "adopted", ("EU",), ("Belarus",))),
        ("EU verlängert Russlandsanktionen um sechs Monate", ("extend", "adopted", ("EU",), ("Russland",))),
        (
            "In Brüssel haben sich die EU-Außenminister auf Lockerungen der Sudan-Sanktionen verständigt.",
            ("ease", "committed", ("EU-Außenminister",), ("Sudan",)),
        ),
        (
            "China und Russland haben mit ihrem Veto eine Verschärfung der Sanktionen gegen Mali verhindert.",
            ("tighten", "rejected", (), ("Mali",)),
        ),
        (
            "Zuvor hatte Washington der Türkei mit harten Sanktionen gedroht.",
            ("impose", "threatened", ("Washington",), ("Türkei",)),
        ),
        (
            "Die EU-Staaten drohen der Führung in Caracas mit neuen Sanktionen.",
            ("impose", "threatened", ("EU",), ("Caracas",)),
        ),
        ("Die EU hat Serbien Sanktionen angedroht.", ("impose", "threatened", ("EU",), ("Serbien",))),
        (
            "Bundeskanzler Friedrich Merz drohte Russland mit einer Verschärfung der Sanktionen.",
            ("tighten", "threatened", ("Germany",), ("Russland",)),
        ),
        (
            "Russland hat gegen neun ranghohe Vertreter aus Kanada Einreisesperren verhängt.",
            ("designate", "adopted", ("Russland",), ("neun ranghohe Vertreter aus Kanada",)),
        ),
        (
            "Moskau hat sieben Vertretern aus EU-Staaten die Einreise nach Russland verboten.",
            ("designate", "adopted", ("Russland",), ("sieben Vertretern aus EU-Staaten",)),
        ),
        (
            "Gegen 16 weitere Belarussen sollen Einreiseverbote und Kontensperrungen verhängt werden.",
            ("designate", "committed", (), ("16 weitere Belarussen",)),
        ),
        (
            "Washington erwägt laut Medienberichten Sanktionen gegen den Internationalen Strafgerichtshof.",
            ("impose", "considered", ("Washington",), ("Internationalen Strafgerichtshof",)),
        ),
        (
            "Frankreich hat drei Mitglieder der Militärregierung in Niger mit Einreiseverboten belegt.",
            ("designate", "adopted", ("Frankreich",), ("drei Mitglieder der Militärregierung in Niger",)),
        ),
        (
            "Kanada friert Vermögen russischer Oligarchen ein.",
            ("designate", "adopted", ("Kanada",), ("russischer Oligarchen",)),
        ),
        (
            "Die britische Regierung strich den früheren Minister Igor Petrow von der Sanktionsliste.",
            ("delist", "adopted", ("britische Regierung",), ("Igor Petrow",)),
        ),
        (
            "Die Handelsbeschränkungen gegen Belarus hat der Rat der EU am Montag ausgeweitet.",
            ("tighten", "adopted", ("Rat der EU",), ("Belarus",)),
        ),
        (
            "Die Schweiz übernimmt die Strafmassnahmen der EU gegen Weissrussland.",
            ("impose", "adopted", ("Schweiz",), ("Weissrussland",)),
        ),
        (
            "Die EU einigte sich auf ein Verbot der Einfuhr russischen Goldes.",
            ("impose", "committed", ("EU",), ("russischen",)),
        ),
        (
            "Die EU hat ein Stahlembargo gegen Russland verhängt.",
            ("impose", "adopted", ("EU",), ("Russland",)),
        ),
        (
            "Washington werde die Sanktionen gegen Kuba nicht aufheben, sagte Außenminister Marco Rubio.",
            ("maintain", "committed", ("Washington",), ("Kuba",)),
        ),
    ],
)
def test_an_act_is_told_in_the_words_of_the_agencies(text: str, told: Act) -> None:
    assert acts(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Die EU verhängt keine neuen Sanktionen gegen Georgien.",
        "Die Schweiz hat bislang keine Sanktionen gegen Georgien verhängt.",
        "Die EU verlängert die Sanktionen gegen Burundi nicht.",
        "Die EU will ihre Sanktionen gegen Serbiens Ölkonzern NIS nicht verschärfen, sagte ein Sprecher.",
        "Bulgarien hat die Verlängerung der Sanktionen gegen Belarus abgelehnt.",
        "Japan hat die Verschärfung der Sanktionen gegen Nordkorea begrüßt.",
        "Polen hat sich wiederholt für härtere Strafmaßnahmen gegen Belarus eingesetzt.",
        "Der iranische Außenminister Abbas Araghtschi verurteilte die neuen Sanktionen der USA.",
        "Der Internationale Strafgerichtshof sieht sich neuen US-Sanktionen ausgesetzt.",
        "Ungarn hat einer Verlängerung der Belarus-Sanktionen zugestimmt.",
    ],
)
def test_what_is_denied_or_only_judged_is_no_act(text: str) -> None:
    assert acts(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Der deutsche Außenminister Heiko Maas sprach sich gegen ein Waffenembargo gegen die Türkei aus.",
            ("deutsche", "oppose", "sanctions", "impose"),
        ),
        (
            "China hat wiederholt auf eine Lockerung der Sanktionen gegen Nordkorea gedrängt.",
            ("China", "support", "sanctions", "ease"),
        ),
        (
            "Österreich stellt sich gegen weitere Sanktionen gegen Russland.",
            ("Österreich", "oppose", "sanctions", "tighten"),
        ),
        (
            "Italien ist strikt für eine Lockerung der Sanktionen gegen Syrien.",
            ("Italien", "support", "sanctions", "ease"),
        ),
        (
            "Bundesaußenminister Johann Wadephul warnte vor einer Aufhebung der Sanktionen gegen Russland.",
            ("Germany", "oppose", "sanctions", "lift"),
        ),
        (
            "China hat die USA aufgefordert, die Sanktionen gegen Iran unverzüglich aufzuheben.",
            ("China", "support", "sanctions", "lift"),
        ),
        (
            "Estland fordert ein Einreiseverbot für alle russischen Soldaten.",
            ("Estland", "support", "sanctions", "impose"),
        ),
        (
            "Indien erkennt die einseitigen Sanktionen des Westens nicht an.",
            ("Indien", "oppose", "sanctions", "maintain"),
        ),
        (
            (
                "Die Slowakei verlangt Änderungen an dem neuen EU-Sanktionspaket gegen Russland und "
                "blockiert damit dessen Inkrafttreten."
            ),
            ("Slowakei", "oppose", "sanctions", "impose"),
        ),
    ],
)
def test_a_verb_tells_its_side_by_the_preposition_after_it(text: str, told: View) -> None:
    assert views(text) == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Griechenland und Malta haben Bedenken angemeldet.", ("Griechenland", "Malta")),
        ("Ungarn kündigte Widerstand an.", ("Ungarn",)),
        ("Das Paket lehnte Bundeskanzler Kranz nicht ab.", ()),
        ("Die Bundesregierung hat sich noch nicht festgelegt.", ("Bundesregierung",)),
        ("Präsident Wolodymyr Selenskyj sprach von einem wichtigen Signal.", ("Ukraine",)),
        ("Südkorea hat das doppelte Veto scharf kritisiert.", ()),
        ("Sollte Moskau die Waffenruhe ablehnen, werde man die Sanktionen verschärfen, sagte Macron.", ()),
    ],
)
def test_a_view_of_the_articles_act_has_its_holders(text: str, told: tuple[str, ...]) -> None:
    lead = "Die EU-Kommission hat ein neues Sanktionspaket gegen Russland vorgeschlagen."
    assert tuple(holder for holder, *_ in views(f"{lead} {text}")) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Die EU-Außenminister gaben grünes Licht für neue Sanktionen gegen Belarus.",
            [("impose", "adopted", ("EU-Außenminister",), ("Belarus",))],
        ),
        ("Die EU machte die Lockerung der Sanktionen gegen Mali rückgängig.", []),
        (
            "Die EU-Staaten konnten sich nicht auf neue Sanktionen gegen Israel einigen.",
            [("impose", "considered", ("EU",), ("Israel",))],
        ),
        ("Die Sanktionen treffen vor allem die Bevölkerung.", []),
        (
            "Moskau verlängert den Importstopp für Lebensmittel aus der EU.",
            [("extend", "adopted", ("Moskau",), ("EU",))],
        ),
        (
            (
                "Das Landgericht Stuttgart verurteilte einen Elektronikhändler zu vier Jahren Haft, weil er "
                "das Embargo gegen Russland umgangen hatte."
            ),
            [("enforce", "adopted", ("Landgericht Stuttgart",), ("einen Elektronikhändler",))],
        ),
    ],
)
def test_set_phrases_and_effects_are_told_apart(text: str, told: list[Act]) -> None:
    assert acts(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Die neuen Sanktionen der EU gegen Belarus treten am Dienstag in Kraft.",
            [("impose", "committed", ("EU",), ("Belarus",))],
        ),
        (
            "Die neuen EU-Sanktionen gegen Mali sind am Freitag in Kraft getreten.",
            [("impose", "adopted", ("EU",), ("Mali",))],
        ),
        (
            "Die EU hat am Montag weitere Sanktionen gegen Belarus auf den Weg gebracht.",
            [("tighten", "committed", ("EU",), ("Belarus",))],
        ),
        ("Die Sanktionen gegen Mali treten vorerst nicht in Kraft.", []),
        (
            "Die EU-Botschafter haben am Mittwoch das neue Sanktionspaket gegen Mali gebilligt.",
            [("impose", "adopted", ("EU-Botschafter",), ("Mali",))],
        ),
        (
            "Die Strafmaßnahmen gegen den Sudan wurden in Abstimmung mit Kanada verhängt.",
            [("impose", "adopted", (), ("Sudan",))],
        ),
    ],
)
def test_acts_are_told_by_their_coming_into_force_and_on_their_way(text: str, told: list[Act]) -> None:
    assert acts(text) == told


def test_the_next_sentence_tells_what_a_package_holds() -> None:
    lead = "Die EU hat neue Sanktionen gegen Mali beschlossen."
    made = event(f"{lead} Das Paket umfasst ein Einfuhrverbot für Aluminium.")
    assert (made.measures, made.sectors) == (["import_restriction"], ["metals"])
