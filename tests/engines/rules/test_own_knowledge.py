"""The rules with a user's additions: names, measures, verbs, stances, leaders."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from extractor.article.build import article_from_text
from extractor.asking import Plan
from extractor.engines.rules.engine import RulesEngine
from extractor.knowledge.known import Knowledge, knowledge_of
from extractor.pipeline import extract
from extractor.schemas.extraction import Extraction
from tests.knowledge.folders import BOARD, FORMS, folder_of


def read(text: str, known: Knowledge | None) -> Extraction:
    return asyncio.run(extract(article_from_text(text), RulesEngine(known), Plan(knowledge=known)))


@pytest.fixture
def known(tmp_path: Path) -> Knowledge:
    more = {
        "vocabulary/acts.toml": '[en.act]\nimpose = ["clobber"]\n',
        "vocabulary/stances.toml": '[en.stance]\noppose = ["wag a finger at"]\n',
        "vocabulary/leaders.toml": 'FR = ["Quillon"]\n',
    }
    return knowledge_of(folder_of(tmp_path, {**BOARD, **more})).knowledge


ACT = "The Gulf Sanctions Board imposed an insurance bar on the Songbun Republic on Tuesday."


def test_added_names_and_a_measure_make_an_event_that_the_shipped_rules_do_not_see(known: Knowledge) -> None:
    (event,) = read(ACT, known).events
    assert (event.action, event.measures) == ("impose", ("services_ban",))
    assert [event.senders[0].id, event.targets[0].id] == ["org:gulf-board", "country:KP"]
    assert read(ACT, None).events == ()


def test_provenance_and_the_engines_fingerprint_say_that_something_was_added(known: Knowledge) -> None:
    own, shipped = read(ACT, known).provenance, read(ACT, None).provenance
    assert own.knowledge == known.added
    assert shipped.knowledge is None
    assert own.fingerprint != shipped.fingerprint


def test_an_added_verb_tells_an_act(known: Knowledge) -> None:
    text = "The United States clobbered sanctions onto Iran last week."
    assert [event.action for event in read(text, known).events] == ["impose"]
    assert read(text, None).events == ()


def test_an_added_stance_and_an_added_leader_tell_a_position(known: Knowledge) -> None:
    text = (
        "The European Union imposed sanctions on Belarus. China wagged a finger at the sanctions on Belarus. "
        "Quillon opposes the sanctions on Belarus."
    )
    held = {(view.holder.id, view.stance) for view in read(text, known).positions}
    assert {("country:CN", "oppose"), ("country:FR", "oppose")} <= held
    assert held.isdisjoint({(view.holder.id, view.stance) for view in read(text, None).positions})


def test_two_engines_with_different_knowledge_do_not_mix(known: Knowledge, tmp_path: Path) -> None:
    rows = FORMS + "country:CU,en,metonym,Songbun Republic,\n"
    other = knowledge_of(folder_of(tmp_path / "other", {**BOARD, "forms/states.csv": rows})).knowledge
    targets = [read(ACT, one).events[0].targets[0].id for one in (known, other, known)]
    assert targets == ["country:KP", "country:CU", "country:KP"]
