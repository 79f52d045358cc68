"""Names and phrases looked up in the tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.knowledge.finding import FoundPhrase, find_actors, find_phrases
from extractor.knowledge.known import knowledge_of, shipped_knowledge
from tests.knowledge.folders import BOARD, folder_of


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("Kremlin", "country:RU"),
        ("kremlin", "country:RU"),
        ("the Kremlin", "country:RU"),
        ("org:un", "org:UN"),
        ("French foreign ministry", "body:fr-foreign-ministry"),
    ],
)
def test_a_name_is_found_however_it_is_typed(name: str, actor: str) -> None:
    assert [found.entry.id for found in find_actors(shipped_knowledge(), name)] == [actor]


def test_the_forms_of_an_actor_are_told_by_language_with_type_and_limits() -> None:
    (found,) = find_actors(shipped_knowledge(), "United Nations")
    assert {"United Nations", "UN (abbreviation, own)"} <= set(found.forms["en"])
    assert "Vereinte Nationen" in found.forms["de"]


def test_a_part_of_a_name_finds_actors_that_hold_it_and_no_more_than_twenty() -> None:
    found = find_actors(shipped_knowledge(), "foreign assets control")
    assert [one.entry.id for one in found] == ["body:us-ofac"]
    assert len(find_actors(shipped_knowledge(), "of")) == 20
    assert find_actors(shipped_knowledge(), "Songbun") == []


def test_added_names_and_phrases_are_found_too(tmp_path: Path) -> None:
    known = knowledge_of(folder_of(tmp_path, BOARD)).knowledge
    assert [one.entry.id for one in find_actors(known, "Gulf Sanctions Board")] == ["org:gulf-board"]
    assert [one.entry.id for one in find_actors(known, "Songbun")] == ["country:KP"]
    assert FoundPhrase("en", "strong", "services_ban", "insurance bars") in find_phrases(
        known, "insurance bars"
    )


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("asset freeze", FoundPhrase("en", "strong", "asset_freeze", "asset freeze")),
        ("Overflight ban", FoundPhrase("en", "measure", "transport_restriction", "overflight ban")),
        ("imposed", FoundPhrase("en", "act", "impose", "impose")),
        ("verhängte", FoundPhrase("de", "act", "impose", "verhängen")),
        ("Macron", FoundPhrase("*", "leader", "country:FR", "Macron")),
    ],
)
def test_a_phrase_is_found_with_its_kind_and_value_in_any_form(phrase: str, found: FoundPhrase) -> None:
    assert found in find_phrases(shipped_knowledge(), phrase)


@pytest.mark.parametrize("phrase", ["", " ", "asset freeze songbun", "zzz"])
def test_what_is_no_phrase_stands_for_nothing(phrase: str) -> None:
    assert find_phrases(shipped_knowledge(), phrase) == []
