"""The rules with a user's additions: names, measures, verbs, stances, leaders."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from extractor.article.build import article_from_text
from extractor.asking import Plan
from extractor.engines.rules.engine import RulesEngine
from extractor.engines.rules.lines.line import read_line
from extractor.engines.rules.who.agents import People
from extractor.engines.rules.who.mentions import find_agents
from extractor.knowledge.known import Knowledge, knowledge_of
from extractor.pipeline import extract
from extractor.schemas.extraction import Extraction
from tests.knowledge.folders import ACTORS, BOARD, FORMS, folder_of


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


PERSON = {
    "actors/persons.csv": ACTORS + "person:example,person,,,Hone Tamahori\n",
    "forms/persons.csv": FORMS + "person:example,*,name,Hone Tamahori,\n",
}


@pytest.mark.parametrize(
    ("text", "holder", "speaker"),
    [
        ("Businessman Hone Tamahori said he opposes the sanctions on Iran.", "person:example", None),
        ("Fijian President Hone Tamahori said he opposes it.", "country:FJ", "person:example"),
        ("Hone Tamahori, president of Fiji, said he opposes it.", "country:FJ", "person:example"),
        ("The Fijian president, Hone Tamahori, said he opposes it.", "country:FJ", "person:example"),
        (
            "Fijian President Hone Tamahori came. Hone Tamahori said he opposes it.",
            "country:FJ",
            "person:example",
        ),
    ],
)
def test_a_person_with_a_row_keeps_the_office_that_is_told_beside_the_name(
    tmp_path: Path, text: str, holder: str, speaker: str | None
) -> None:
    text = text.replace("opposes it", "opposes the sanctions on Iran")
    own = read(text, knowledge_of(folder_of(tmp_path, PERSON)).knowledge)
    assert [(one.holder.id, one.speaker and one.speaker.id) for one in own.positions] == [(holder, speaker)]
    assert len(read(text, None).positions) == 1


def test_an_added_office_of_one_state_alone_tells_whose_it_is(tmp_path: Path) -> None:
    words = '[en.role]\nstate = ["turaga steward"]\n[en.office]\nFJ = ["turaga steward"]\n'
    known = knowledge_of(folder_of(tmp_path, {"vocabulary/roles.toml": words})).knowledge
    article = article_from_text("Turaga Steward Ada Bolt opposes the sanctions on Iran.")
    line = read_line(article, article.sentences[0], known)
    assert line is not None
    agent = find_agents(line, known.actors, People())[0].agent
    assert agent.speaks_for is not None
    assert (agent.name, agent.speaks_for.key) == ("Ada Bolt", "country:FJ")


def test_an_added_list_and_a_verb_for_listing_tell_a_designation(tmp_path: Path) -> None:
    words = '[en.listnoun]\nlist = ["grey roster"]\n[en.list]\ndesignate = ["greylist"]\n'
    known = knowledge_of(folder_of(tmp_path, {"vocabulary/acts.toml": words})).knowledge
    for text in (
        "Japan put the Mirelle Bank on its grey roster over sanctions on Tuesday.",
        "Japan greylisted the Mirelle Bank on Tuesday.",
    ):
        assert [event.action for event in read(text, known).events] == ["designate"]
        assert read(text, None).events == ()


@pytest.mark.parametrize(
    ("name", "actor"), [("NATO", "org:NATO"), ("the Gulf Sanctions Board", "org:gulf-board")]
)
def test_who_speaks_for_an_organisation_is_the_speaker_and_it_the_holder(
    known: Knowledge, name: str, actor: str
) -> None:
    text = f"A spokeswoman for {name} said {name} opposes the sanctions on Iran."
    (view,) = read(text, known).positions
    assert view.speaker is not None
    assert (view.holder.id, view.speaker.name) == (actor, f"spokeswoman for {name}")


def test_a_leader_with_a_row_speaks_for_the_state(tmp_path: Path) -> None:
    files = {**PERSON, "vocabulary/leaders.toml": 'FJ = ["Tamahori"]\n'}
    known = knowledge_of(folder_of(tmp_path, files)).knowledge
    (view,) = read("Hone Tamahori said he opposes the sanctions on Iran.", known).positions
    assert view.speaker is not None
    assert (view.holder.id, view.speaker.id) == ("country:FJ", "person:example")


def test_a_person_with_a_row_is_found_by_a_form_that_looks_like_no_name(tmp_path: Path) -> None:
    rows = PERSON["forms/persons.csv"] + "person:example,*,abbreviation,HTX,\n"
    known = knowledge_of(folder_of(tmp_path, {**PERSON, "forms/persons.csv": rows})).knowledge
    (event,) = read("The United States imposed sanctions on HTX on Tuesday.", known).events
    assert [(one.id, one.kind) for one in event.targets] == [("person:example", "person")]


def test_two_engines_with_different_knowledge_do_not_mix(known: Knowledge, tmp_path: Path) -> None:
    rows = FORMS + "country:CU,en,metonym,Songbun Republic,\n"
    other = knowledge_of(folder_of(tmp_path / "other", {**BOARD, "forms/states.csv": rows})).knowledge
    targets = [read(ACT, one).events[0].targets[0].id for one in (known, other, known)]
    assert targets == ["country:KP", "country:CU", "country:KP"]
