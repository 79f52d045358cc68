"""The rules beside a model, explanations and a user's knowledge: library and command, over real HTTP."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from extractor import Extraction, Extractor, explain
from extractor.article.build import article_from_text
from extractor.errors import SettingsError, UsageError
from tests.cli.conftest import Done, Run, extractor
from tests.conftest import ChatServer
from tests.factories import draft, drafted_event, drafted_position
from tests.knowledge.folders import BOARD, folder_of

TEXT = "The United States imposed sanctions on Iran on Monday.\n\nChina opposes the sanctions on Iran."
RIGHT = drafted_event("imposed sanctions on Iran")
WRONG = drafted_event("imposed sanctions on Iran", senders=["China"])
VIEW = drafted_position("China opposes the sanctions", 2)

__all__ = ["extractor"]  # the fixture that runs the command


def run(chat: ChatServer, *answers: dict[str, Any], text: str = TEXT, **options: Any) -> Extraction:
    chat.script(*answers)
    with Extractor("stub", base_url=chat.base_url, **options) as e:
        return e.extract(article_from_text(text))


def test_a_model_that_agrees_with_the_rules_gets_no_flag(chat: ChatServer) -> None:
    result = run(chat, {"draft": draft(RIGHT, VIEW)}, second_opinion=True)
    assert (result.events[0].flags, result.positions[0].flags) == ((), ())
    assert result.second_opinion is not None
    opinion = result.second_opinion
    assert (opinion.compared, opinion.disagreed, opinion.rules_only) == (2, 0, 0)
    assert opinion.model.startswith("rules-")
    assert result.provenance.engine == "openai-compatible"


def test_another_sender_is_flagged_and_nothing_more_is_asked(chat: ChatServer) -> None:
    result = run(chat, {"draft": draft(WRONG)}, second_opinion=True)
    (flag,) = [one for one in result.events[0].flags if one.check.startswith("rules_read")]
    assert flag.check == "rules_read_another_sender"
    assert "'United States', not 'China'" in flag.message
    assert [actor.name for actor in result.events[0].senders] == ["China"]
    assert len(chat.requests) == 1


def test_what_only_the_rules_found_is_counted_and_not_published(chat: ChatServer) -> None:
    result = run(chat, {"draft": draft(RIGHT)}, second_opinion=True)
    assert result.positions == ()
    assert result.second_opinion is not None
    assert result.second_opinion.rules_only == 1


def test_without_being_asked_for_there_is_no_second_opinion(chat: ChatServer) -> None:
    result = run(chat, {"draft": draft(WRONG)})
    assert result.second_opinion is None
    assert not [one for one in result.events[0].flags if one.check.startswith("rules_read")]


def test_samples_are_counted_before_they_are_compared(chat: ChatServer) -> None:
    answers = [{"draft": draft(WRONG)}, {"draft": draft(WRONG)}]
    result = run(chat, *answers, second_opinion=True, votes=2)
    assert result.events[0].confidence == 1.0
    assert result.second_opinion is not None
    assert (result.second_opinion.compared, result.second_opinion.disagreed) == (1, 1)


def test_a_second_opinion_and_knowledge_change_what_a_stored_result_is_known_by(tmp_path: Path) -> None:
    options: list[dict[str, Any]] = [{}, {"second_opinion": True}, {"knowledge": folder_of(tmp_path, BOARD)}]
    prints = set()
    for some in options:
        with Extractor("stub", base_url="http://127.0.0.1:9/v1", **some) as e:
            prints.add(e.fingerprint)
    assert len(prints) == 3


def test_the_models_names_get_ids_from_the_users_knowledge(chat: ChatServer, tmp_path: Path) -> None:
    text = "The Gulf Sanctions Board imposed sanctions on the Songbun Republic."
    named = drafted_event("imposed sanctions", senders=["Gulf Sanctions Board"], targets=["Songbun Republic"])
    own = run(chat, {"draft": draft(named)}, text=text, knowledge=folder_of(tmp_path, BOARD))
    (event,) = own.events
    assert [event.senders[0].id, event.targets[0].id] == ["org:gulf-board", "country:KP"]
    assert own.provenance.knowledge
    shipped = run(chat, {"draft": draft(named)}, text=text).events[0]
    assert shipped.targets[0].id == "other:songbun-republic"


def test_the_checks_know_an_actor_by_the_users_names(chat: ChatServer, tmp_path: Path) -> None:
    text = "The Gulf Sanctions Board imposed sanctions on the Songbun Republic."
    named = draft(
        drafted_event("imposed sanctions", senders=["Gulf Sanctions Board"], targets=["North Korea"])
    )
    own = run(chat, {"draft": named}, text=text, knowledge=folder_of(tmp_path, BOARD), tries=1)
    assert [event.targets[0].id for event in own.events] == ["country:KP"]
    shipped = run(chat, {"draft": named}, text=text, tries=1)
    assert [one.check for one in shipped.rejected] == ["actor_not_mentioned"]


def test_explain_says_why_and_is_for_the_rules_alone(chat: ChatServer) -> None:
    result = explain(TEXT)
    assert result.explain is not None
    assert [one.record for one in result.explain] == [result.events[0].id, result.positions[0].id]
    with Extractor("rules") as e:
        assert e.explain(TEXT).explain == result.explain
        assert e.extract(TEXT).explain is None
    with Extractor("stub", base_url=chat.base_url) as e, pytest.raises(SettingsError, match="embedded rules"):
        e.explain(TEXT)
    with pytest.raises(SettingsError, match="embedded rules"):
        Extractor("stub", base_url=chat.base_url, explain=True)


def test_the_rules_are_no_second_opinion_on_themselves() -> None:
    with pytest.raises(SettingsError, match="name a model"):
        Extractor("rules", second_opinion=True)


def test_knowledge_comes_from_the_environment_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXTRACTOR_KNOWLEDGE", str(folder_of(tmp_path, BOARD)))
    text = "The Gulf Sanctions Board imposed an insurance bar on the Songbun Republic."
    assert [event.targets[0].id for event in explain(text).events] == ["country:KP"]
    monkeypatch.setenv("EXTRACTOR_KNOWLEDGE", str(tmp_path / "nowhere"))
    with pytest.raises(UsageError, match="nowhere"):
        Extractor("rules")


# -- the command ---------------------------------------------------------------------------------------------
def test_the_command_flags_and_counts_a_second_opinion(
    chat: ChatServer, extractor: Run, tmp_path: Path
) -> None:
    chat.script({"draft": draft(WRONG)})
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    done = extractor("extract", "a.txt", "--model", "stub", "--second-opinion", OPENAI_BASE_URL=chat.base_url)
    assert done.status == 0, done.err
    checks = [flag["check"] for flag in done.results[0]["events"][0]["flags"]]
    assert "rules_read_another_sender" in checks
    assert (
        "second opinion: the rules read 1 of 1 shared record otherwise (see 'flags') and 1 record more"
        in done.err
    )


def explained(extractor: Run, tmp_path: Path, *args: str) -> Done:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return extractor("extract", "a.txt", "--model", "rules", "--explain", *args)


def test_the_command_explains_below_each_record_of_the_table(extractor: Run, tmp_path: Path) -> None:
    done = explained(extractor, tmp_path, "--format", "table")
    assert "why: rule “verb with sanctions” in sentence 1, set off by “imposed” 18–25" in done.out
    assert "targets Iran ← “Iran” 39–43" in done.out


def test_the_command_explains_in_json_by_the_records_id(extractor: Run, tmp_path: Path) -> None:
    result = json.loads(explained(extractor, tmp_path).out)
    ids = [record["id"] for record in (*result["events"], *result["positions"])]
    assert [one["record"] for one in result["explain"]] == ids
    trigger = result["explain"][0]["reasons"][0]["trigger"]
    assert TEXT[trigger["start"] : trigger["end"]] == trigger["text"] == "imposed"


def test_explaining_a_model_is_wrong_use(chat: ChatServer, extractor: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    done = extractor("extract", "a.txt", "--model", "stub", "--explain", OPENAI_BASE_URL=chat.base_url)
    assert done.status == 2
    assert "only the embedded rules can say why" in done.err
    assert chat.requests == []


def test_knowledge_check_says_what_is_read(extractor: Run, tmp_path: Path) -> None:
    folder_of(tmp_path / "mine", BOARD)
    done = extractor("knowledge", "check", "mine")
    assert done.status == 0, done.err
    assert "mine: 4 files read" in done.out
    assert "1 actor, 2 forms of names" in done.out
    assert "2 phrases in measures.toml [en.strong]" in done.out


def test_knowledge_check_ends_with_the_errors(extractor: Run, tmp_path: Path) -> None:
    folder_of(tmp_path / "mine", {"vocabulary/measures.toml": '[en.strong]\nbans = ["x"]\n'})
    done = extractor("knowledge", "check", "mine")
    assert (done.status, done.out) == (2, "")
    assert "measures.toml, line 2, en.strong.bans: 'bans' cannot be used; use" in done.err


def test_knowledge_list_names_tables_counts_and_licences(extractor: Run) -> None:
    done = extractor("knowledge", "list")
    assert done.status == 0, done.err
    assert "actors/states.csv" in done.out
    assert "UNICODE LICENSE V3" in done.out
