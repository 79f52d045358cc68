"""Ordinary news sentences in German: acts and positions. All are written for these tests."""

from __future__ import annotations

import pytest

from tests.engines.rules.told import Act, View, acts, views

_LEAD = "Die EU hat am Montag neue Sanktionen gegen Russland verhängt."


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Die Europäische Union hat neue Sanktionen gegen Russland verhängt.",
            ("impose", "adopted", ("Europäische Union",), ("Russland",)),
        ),
        (
            "Die EU verhängte am Montag Sanktionen gegen acht russische Generäle.",
            ("designate", "adopted", ("EU",), ("acht russische Generäle",)),
        ),
        ("Gegen den Iran wurden neue Sanktionen verhängt.", ("impose", "adopted", (), ("Iran",))),
        (
            "Die Sanktionen gegen Belarus wurden um ein Jahr verlängert.",
            ("extend", "adopted", (), ("Belarus",)),
        ),
        ("Die USA heben die Sanktionen gegen Syrien auf.", ("lift", "adopted", ("USA",), ("Syrien",))),
        (
            "Washington hob die Sanktionen gegen Serbien teilweise auf.",
            ("lift", "adopted", ("Washington",), ("Serbien",)),
        ),
        (
            "Die USA haben Sanktionen gegen drei Banken in Myanmar angekündigt.",
            ("designate", "adopted", ("USA",), ("drei Banken in Myanmar",)),
        ),
        (
            "US-Präsident Donald Trump kündigte an, die Sanktionen gegen Syrien aufzuheben.",
            ("lift", "committed", ("US",), ("Syrien",)),
        ),
        (
            "Die Bundesregierung prüft, Sanktionen gegen Georgien zu verhängen.",
            ("impose", "considered", ("Bundesregierung",), ("Georgien",)),
        ),
        (
            "Großbritannien erwägt neue Sanktionen gegen den Iran.",
            ("impose", "considered", ("Großbritannien",), ("Iran",)),
        ),
        ("Die EU droht Serbien mit Sanktionen.", ("impose", "threatened", ("EU",), ("Serbien",))),
        (
            (
                "Washington drohte damit, Sanktionen gegen Ungarn zu verhängen, falls Budapest weiter "
                "russisches Öl kauft."
            ),
            ("impose", "threatened", ("Washington",), ("Ungarn",)),
        ),
        (
            (
                "Russland hat als Reaktion auf die EU-Sanktionen Einreiseverbote gegen 20 europäische "
                "Politiker verhängt."
            ),
            ("designate", "adopted", ("Russland",), ("20 europäische Politiker",)),
        ),
        (
            "Die Schweiz übernimmt die EU-Sanktionen gegen Russland.",
            ("impose", "adopted", ("Schweiz",), ("Russland",)),
        ),
        (
            "Der Bundesrat beschloss, sich den Sanktionen der EU gegen Belarus anzuschließen.",
            ("impose", "adopted", ("Bundesrat",), ("Belarus",)),
        ),
        (
            "Das US-Finanzministerium setzte den Unternehmer auf seine Sanktionsliste.",
            ("designate", "adopted", ("US-Finanzministerium",), ("Unternehmer",)),
        ),
        (
            "Drei Oligarchen stehen auf der Sanktionsliste der EU.",
            ("designate", "adopted", ("EU",), ("Drei Oligarchen",)),
        ),
        (
            "Die EU strich den Geschäftsmann von der Sanktionsliste.",
            ("delist", "adopted", ("EU",), ("Geschäftsmann",)),
        ),
        (
            "Washington verlängerte die Ausnahmegenehmigung für die serbische Ölfirma NIS um 30 Tage.",
            ("exempt", "adopted", ("Washington",), ("NIS",)),
        ),
        (
            "Die EU hat den Import von russischem Gold verboten.",
            ("impose", "adopted", ("EU",), ("russischem",)),
        ),
        (
            "Der Zoll beschlagnahmte in Rostock ein Schiff wegen Verstoßes gegen die Sanktionen.",
            ("enforce", "adopted", ("Zoll",), ("Schiff",)),
        ),
        (
            "Die EU will ihre Sanktionen gegen Russland verschärfen.",
            ("tighten", "considered", ("EU",), ("Russland",)),
        ),
        (
            "Die EU könnte weitere Sanktionen gegen Georgien verhängen.",
            ("tighten", "considered", ("EU",), ("Georgien",)),
        ),
        (
            "Kanada und Großbritannien haben ebenfalls Sanktionen gegen Belarus verhängt.",
            ("impose", "adopted", ("Kanada", "Großbritannien"), ("Belarus",)),
        ),
        (
            "Die EU-Kommission schlug am Mittwoch ein neues Sanktionspaket gegen Russland vor.",
            ("impose", "proposed", ("EU-Kommission",), ("Russland",)),
        ),
        (
            "Die USA sanktionieren vier Richter des Internationalen Strafgerichtshofs.",
            ("designate", "adopted", ("USA",), ("vier Richter des Internationalen Strafgerichtshofs",)),
        ),
        ("EU setzt Sanktionen gegen Syrien aus", ("suspend", "adopted", ("EU",), ("Syrien",))),
        (
            "Trump verhängt Sanktionen gegen Kolumbiens Präsidenten Petro",
            ("designate", "adopted", ("United States",), ("Petro",)),
        ),
    ],
)
def test_a_german_sentence_tells_its_act(sentence: str, told: Act) -> None:
    assert acts(sentence) == [told]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Russland legte sein Veto gegen die Verlängerung der UN-Sanktionen gegen Mali ein.",
            ("Russland", "oppose", "sanctions", "extend"),
        ),
        (
            "Bundeskanzler Friedrich Merz forderte schärfere Sanktionen gegen Russland.",
            ("Germany", "support", "sanctions", "tighten"),
        ),
        (
            "Außenministerin Annalena Baerbock sprach sich für neue Sanktionen gegen den Iran aus.",
            ("Germany", "support", "sanctions", "impose"),
        ),
        (
            (
                "Der ukrainische Präsident Wolodymyr Selenskyj hat die Verbündeten aufgefordert, die "
                "Sanktionen gegen Russland zu verschärfen."
            ),
            ("ukrainische", "support", "sanctions", "tighten"),
        ),
        (
            "Ungarns Ministerpräsident Viktor Orban lehnt die Sanktionen gegen Russland ab.",
            ("Ungarns", "oppose", "sanctions", "maintain"),
        ),
        (
            "«Die Sanktionen sind illegal», sagte der russische Außenminister Sergej Lawrow.",
            ("russische", "oppose", "sanctions", "maintain"),
        ),
        (
            "Der Kreml bezeichnete die Sanktionen als rechtswidrig.",
            ("Kreml", "oppose", "sanctions", "maintain"),
        ),
        (
            "China kritisierte die US-Sanktionen gegen den Iran scharf.",
            ("China", "oppose", "sanctions", "maintain"),
        ),
        (
            "Peking wies die Vorwürfe zurück und verurteilte die einseitigen Sanktionen.",
            ("Peking", "oppose", "sanctions", "maintain"),
        ),
        (
            "Die Slowakei will dem Sanktionspaket nicht zustimmen.",
            ("Slowakei", "oppose", "sanctions", "maintain"),
        ),
        (
            "Die polnische Regierung begrüßte das neue Sanktionspaket gegen Russland.",
            ("polnische Regierung", "support", "sanctions", "impose"),
        ),
        (
            (
                "«Wir brauchen härtere Sanktionen gegen Moskau», sagte der litauische Außenminister "
                "Kęstutis Budrys in Brüssel."
            ),
            ("litauische", "support", "sanctions", "tighten"),
        ),
        (
            (
                "Der türkische Präsident Recep Tayyip Erdogan appellierte an die USA, die Sanktionen "
                "gegen die Türkei aufzuheben."
            ),
            ("Türkei", "support", "sanctions", "lift"),
        ),
        (
            "Das Europaparlament forderte die Kommission auf, Sanktionen gegen Georgien zu verhängen.",
            ("Europaparlament", "support", "sanctions", "impose"),
        ),
    ],
)
def test_a_german_sentence_tells_a_position(sentence: str, told: View) -> None:
    assert views(sentence) == [told]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            (
                "Die AfD-Abgeordnete Silke Drechsel forderte dagegen abermals, die Sanktionen gegen "
                "Russland zu beenden."
            ),
            ("Silke Drechsel", "support", "sanctions", "lift"),
        ),
        (
            "Die ukrainische Regierung begrüßte den Beschluss, forderte jedoch ein Ende aller Ausnahmen.",
            ("ukrainische Regierung", "support", "sanctions", "impose"),
        ),
        (
            "Für eine Aufhebung der Sanktionen sei es zu früh, sagte Außenminister Johann Wadephul.",
            ("Germany", "oppose", "sanctions", "lift"),
        ),
        (
            "Der Kreml wies die Maßnahmen als rechtswidrig zurück.",
            ("Russland", "oppose", "sanctions", "impose"),
        ),
        (
            "«Dieser Schritt war überfällig», sagte der polnische Außenminister Radoslaw Sikorski.",
            ("polnische", "support", "sanctions", "impose"),
        ),
        ("Ungarn lehnt das Paket ab.", ("Ungarn", "oppose", "sanctions", "impose")),
        ("Berlin unterstützt die Pläne der Kommission.", ("Berlin", "support", "sanctions", "impose")),
        (
            "Frankreich plädierte für härtere Sanktionen gegen Moskau.",
            ("Frankreich", "support", "sanctions", "tighten"),
        ),
        (
            "Deutschland ist gegen eine Lockerung der Sanktionen.",
            ("Deutschland", "oppose", "sanctions", "ease"),
        ),
        ("China äußerte sich besorgt über die Sanktionen.", ("China", "oppose", "sanctions", "impose")),
        ("Peking sprach von einem unfreundlichen Akt.", ("Peking", "oppose", "sanctions", "impose")),
        (
            "Belgien will dem Paket nur zustimmen, wenn die Diamanten ausgenommen werden.",
            ("Belgien", "conditional", "sanctions", "impose"),
        ),
        (
            "Die Türkei kritisierte, die Sanktionen träfen die Falschen.",
            ("Türkei", "oppose", "sanctions", "impose"),
        ),
    ],
)
def test_a_german_position_on_what_was_told_before(sentence: str, told: View) -> None:
    assert views(f"{_LEAD}\n\n{sentence}") == [told]
