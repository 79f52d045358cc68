"""``extractor doctor --modes``: how an endpoint treats each way of asking, said and remembered."""

from __future__ import annotations

from tests.chat_server import mode_of
from tests.cli.conftest import Done, Run
from tests.conftest import ChatServer
from tests.factories import draft, drafted_event

GOOD = {"draft": draft(drafted_event())}
MODES = ("tools", "json_schema", "json_object", "text")


def facts(done: Done) -> dict[str, str]:
    """What the lines say; of a fact told twice the last."""
    return {line[:16].strip(): line[17:] for line in done.out.splitlines()}


def survey(extractor: Run, chat: ChatServer, **treatment: str) -> Done:
    chat.treat(**treatment)
    chat.script(*[GOOD] * 4)
    return extractor("doctor", "--modes", "--model", "stub-model", OPENAI_BASE_URL=chat.base_url)


def test_every_mode_is_asked_once_and_the_best_is_remembered(extractor: Run, chat: ChatServer) -> None:
    done = survey(extractor, chat, tools="reject 400", json_schema="reject 500", json_object="fenced")
    assert done.status == 0, done.err
    said = facts(done)
    assert said["tools"].startswith("rejected: ")
    assert "tools is not supported" in said["tools"]
    assert said["json_schema"].startswith("rejected: ")
    assert said["json_object"] == "ignored: answered with JSON among its text"
    assert said["text"] == "honoured"
    assert said["asked by"] == "text"
    assert [mode_of(request["body"]) for request in chat.requests] == list(MODES)

    again = extractor("doctor", "--model", "stub-model", OPENAI_BASE_URL=chat.base_url)
    assert facts(again)["asked by"] == "text"


def test_a_survey_corrects_what_was_remembered(extractor: Run, chat: ChatServer) -> None:
    survey(extractor, chat, tools="prose")
    assert facts(survey(extractor, chat))["asked by"] == "tools"


def test_an_endpoint_that_gives_json_in_no_mode_cannot_be_used(extractor: Run, chat: ChatServer) -> None:
    done = survey(extractor, chat, **dict.fromkeys(MODES, "prose"))
    assert done.status == 4
    assert "gives JSON in no mode" in done.err
    assert facts(done)["text"] == "ignored: answered in prose"


def test_a_survey_needs_a_language_model(extractor: Run, chat: ChatServer) -> None:
    done = extractor("doctor", "--modes", "--model", "rules", OPENAI_BASE_URL=chat.base_url)
    assert done.status == 4
    assert "no language model is chosen" in done.err
    assert chat.requests == []


def test_the_help_says_what_a_survey_costs(extractor: Run) -> None:
    assert "10,000" in extractor("doctor", "--help").out
