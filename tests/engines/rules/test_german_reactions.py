"""German reactions: nouns for them, set phrases, reported speech. All are written for these tests."""

from __future__ import annotations

import pytest

from tests.engines.rules.told import views

_LEAD = "Die EU hat am Montag neue Sanktionen gegen Georgien beschlossen."


def _told(text: str) -> list[tuple[str, str, str | None]]:
    return [(holder, stance, action) for holder, stance, _, action in views(f"{_LEAD} {text}")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Scharfe Kritik kam aus Tiflis.", ("Georgien", "oppose", "impose")),
        ("Der Schritt stieß in Tiflis auf scharfe Kritik.", ("Georgien", "oppose", "impose")),
        ("Zustimmung kam aus Warschau.", ("Warschau", "support", "impose")),
        ("Aus Prag kamen Forderungen nach einem Ölembargo.", ("Prag", "support", "impose")),
        ("Die Slowakei drohte mit einem Veto.", ("Slowakei", "oppose", "impose")),
        ("Budapest kündigte an, gegen das Paket zu stimmen.", ("Budapest", "oppose", "impose")),
        ("Finnland geht das Paket nicht weit genug.", ("Finnland", "support", "tighten")),
        ("Ungarn hält nichts von neuen Sanktionen.", ("Ungarn", "oppose", "impose")),
        ("Griechenland sieht ein Ölembargo skeptisch.", ("Griechenland", "oppose", "impose")),
        ("Griechenland meldete Vorbehalte an.", ("Griechenland", "oppose", "impose")),
        ("Die Regierung in Belgrad hält die Sanktionen für falsch.", ("Belgrad", "oppose", "impose")),
        ("Das Regime in Minsk äußerte sich zunächst nicht.", ("Minsk", "uncommitted", "impose")),
        ("Serbien hielt sich zu den Sanktionen bedeckt.", ("Serbien", "uncommitted", "impose")),
        ("Deutschland will das Paket mittragen.", ("Deutschland", "support", "impose")),
        ("Kiew dankte der EU für die Sanktionen.", ("Kiew", "support", "impose")),
        ("Aus dem Kreml hieß es, die Sanktionen seien wirkungslos.", ("Kreml", "oppose", "impose")),
        (
            "Aus Sicht der Bundesregierung sind die Sanktionen nötig.",
            ("Bundesregierung", "support", "impose"),
        ),
        ("Die Sanktionen seien völkerrechtswidrig, teilte der Kreml mit.", ("Kreml", "oppose", "impose")),
        ("Linken-Chefin Petra Vogt lehnte die Sanktionen ab.", ("Petra Vogt", "oppose", "impose")),
        (
            "Der CDU-Abgeordnete Jens Kolbe rief die EU auf, die Sanktionen nicht zu lockern.",
            ("Jens Kolbe", "oppose", "ease"),
        ),
        (
            "Die Bundesregierung schließt eine Lockerung der Sanktionen aus.",
            ("Bundesregierung", "oppose", "ease"),
        ),
    ],
)
def test_a_reaction_is_a_view_of_whoever_is_named_with_it(
    text: str, told: tuple[str, str, str | None]
) -> None:
    assert _told(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Der Verein Licht rief die Bundesregierung auf, sich für ein Ende der Sanktionen einzusetzen.",
        "Litauen bedauerte, dass das Paket kein Ölembargo enthält.",
        "Kritik am Haushalt kam aus Warschau.",
    ],
)
def test_no_view_is_made_of_what_others_are_asked_or_of_other_matters(text: str) -> None:
    assert _told(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Österreich knüpfte seine Zustimmung an Ausnahmen für Banken.",
            ("Österreich", "conditional", "impose"),
        ),
        (
            "Portugal machte seine Zustimmung davon abhängig, dass alle Staaten mitziehen.",
            ("Portugal", "conditional", "impose"),
        ),
    ],
)
def test_assent_that_is_tied_to_something_is_conditional(
    text: str, told: tuple[str, str, str | None]
) -> None:
    assert told in _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Der Kremlsprecher Oleg Babin äußerte sich in Moskau. Die Strafmaßnahmen seien illegal.",
        "Der russische Außenminister Oleg Babin äußerte sich in Moskau. Sein Land lehne die Sanktionen ab.",
    ],
)
def test_the_subjunctive_goes_on_with_whoever_spoke_before(text: str) -> None:
    assert ("oppose", "impose") in [(stance, action) for _, stance, action in _told(text)]
