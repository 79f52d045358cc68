"""Questions into a file, answers out of files: checked as live ones are, nothing lost on the way."""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path
from typing import Any

import pytest
from openai.types.chat import ChatCompletion
from openai.types.chat.completion_create_params import CompletionCreateParamsNonStreaming
from pydantic import TypeAdapter

from extractor import Extraction, Extractor
from tests.cli.conftest import Run
from tests.conftest import ROOT, ChatServer
from tests.factories import draft, drafted_event, drafted_position

TEXT = "The United States imposed sanctions on Iran on Monday.\n\nChina opposes sanctions on Iran.\n"
GOOD = draft(drafted_event(), drafted_position(sentence=2))
BAD = draft(drafted_event(), drafted_position("China supports sanctions", 2))

Line = dict[str, Any]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"{TEXT}\nStory {number} ends here.\n", encoding="utf-8")
    return folder


def prepared(extractor: Run, news: Path, *more: str) -> tuple[Path, list[Line]]:
    file = news.parent / "requests.jsonl"
    done = extractor("batch", "prepare", str(news), "--model", "some-model", "-o", str(file), *more)
    assert done.status == 0, done.err
    return file, lines(file)


def lines(file: Path) -> list[Line]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def answer(request: Line, said: object = GOOD, **message: Any) -> Line:
    """A line as the Batch API gives it back."""
    call = {"name": "Draft", "arguments": said if isinstance(said, str) else json.dumps(said)}
    content = {
        "role": "assistant",
        "content": None,
        "tool_calls": [{"id": "c", "type": "function", "function": call}],
    }
    body = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 0,
        "model": "some-model-2026",
        "choices": [{"index": 0, "message": content | message, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100},
    }
    ChatCompletion.model_validate(body)
    response = {"status_code": 200, "request_id": "r", "body": body}
    return {"id": "b", "custom_id": request["custom_id"], "response": response, "error": None}


def written(folder: Path, name: str, some: list[Line]) -> str:
    path = folder / name
    path.write_text("".join(json.dumps(line) + "\n" for line in some), encoding="utf-8")
    return str(path)


def results(out: str) -> list[Extraction]:
    return [Extraction.model_validate_json(line) for line in out.splitlines()]


def test_a_request_is_what_a_live_call_would_send(extractor: Run, news: Path, chat: ChatServer) -> None:
    _, requests = prepared(extractor, news)
    assert len({request["custom_id"] for request in requests}) == 3
    for request in requests:
        assert (request["method"], request["url"]) == ("POST", "/v1/chat/completions")
        TypeAdapter(CompletionCreateParamsNonStreaming).validate_python(request["body"])
    chat.script({"draft": GOOD})
    with Extractor("some-model", base_url=chat.base_url) as live:
        live.extract(news / "0.txt")
    assert chat.requests[0]["body"] in [request["body"] for request in requests]


def test_answers_give_the_records_that_a_live_run_gives(extractor: Run, news: Path) -> None:
    file, requests = prepared(extractor, news)
    random.Random(1).shuffle(requests)
    answers = written(news.parent, "answers.jsonl", [answer(request) for request in requests])
    done = extractor("batch", "collect", str(file), answers)
    assert done.status == 0, done.err
    found = results(done.out)
    assert [(one.status, len(one.events), len(one.positions)) for one in found] == [("ok", 1, 1)] * 3
    assert found[0].provenance.engine == "recorded"
    assert found[0].provenance.model == "some-model-2026"
    assert found[0].provenance.tokens_in == 1000
    assert "3 of 3 requests answered, in another order" in done.err


def test_what_needs_repair_is_asked_in_a_further_file(extractor: Run, news: Path) -> None:
    file, requests = prepared(extractor, news)
    first = written(news.parent, "answers.jsonl", [answer(requests[0], BAD), *map(answer, requests[1:])])
    done = extractor("batch", "collect", str(file), first)
    assert done.status == 3
    assert sorted(one.status for one in results(done.out)) == ["ok", "ok", "partial"]
    (further,) = lines(file.with_suffix(".further.jsonl"))
    assert further["body"]["tools"] == requests[0]["body"]["tools"]
    assert "differs from sentence 2" in further["body"]["messages"][-1]["content"]
    mended = answer(further, draft(drafted_position(sentence=2)))
    done = extractor("batch", "collect", str(file), first, written(news.parent, "more.jsonl", [mended]))
    assert done.status == 0, done.err
    assert [(len(one.events), len(one.positions)) for one in results(done.out)] == [(1, 1)] * 3
    assert lines(file.with_suffix(".further.jsonl")) == []


def test_an_answer_that_cannot_be_read_is_asked_again(extractor: Run, news: Path) -> None:
    file, requests = prepared(extractor, news)
    prose = answer(requests[0], content="I found some records.", tool_calls=None)
    first = written(news.parent, "answers.jsonl", [prose, *map(answer, requests[1:])])
    assert extractor("batch", "collect", str(file), first).status == 3
    (further,) = lines(file.with_suffix(".further.jsonl"))
    assert "cannot be read" in further["body"]["messages"][-1]["content"]
    done = extractor(
        "batch", "collect", str(file), first, written(news.parent, "more.jsonl", [answer(further)])
    )
    assert done.status == 0, done.err


def test_lost_doubled_failed_foreign_and_unreadable_lines_are_told(extractor: Run, news: Path) -> None:
    file, requests = prepared(extractor, news)
    failed = {"custom_id": requests[1]["custom_id"], "response": None, "error": {"message": "it expired"}}
    foreign = answer({"custom_id": "-".join(["0" * 16] * 3) + "-1"})
    some = [answer(requests[0]), answer(requests[0], BAD), failed, foreign, {"custom_id": "request-7"}]
    path = written(news.parent, "answers.jsonl", some)
    with Path(path).open("a", encoding="utf-8") as stream:
        stream.write("{\n")
    done = extractor("batch", "collect", str(file), path)
    assert done.status == 3
    for told in (
        "1 of 3 requests answered",
        "lost: requests.jsonl#3",
        "failed: answers.jsonl#3: it expired",
        "foreign: answers.jsonl#4",
        "doubled: answers.jsonl#2: another answer as answers.jsonl#1",
        "unreadable: answers.jsonl#5",
        "unreadable: answers.jsonl#6: not JSON",
    ):
        assert told in done.err
    assert sorted(one.status for one in results(done.out)) == ["failed", "failed", "ok"]


def test_each_question_is_asked_as_often_as_there_are_votes(extractor: Run, news: Path) -> None:
    file, requests = prepared(extractor, news, "--votes", "2")
    assert len(requests) == 6
    some = [
        answer(one, GOOD if one["custom_id"].endswith("-1") else draft(drafted_event())) for one in requests
    ]
    done = extractor("batch", "collect", str(file), written(news.parent, "answers.jsonl", some))
    assert done.status == 0, done.err
    found = results(done.out)[0]
    assert [found.events[0].confidence, found.positions[0].confidence] == [1.0, 0.5]


def test_answers_to_another_prompt_set_are_refused_by_name(
    extractor: Run, news: Path, own_prompts: Path
) -> None:
    file, requests = prepared(extractor, news)
    answers = written(news.parent, "answers.jsonl", [answer(one) for one in requests])
    done = extractor("batch", "collect", str(file), answers, "--prompts", str(own_prompts))
    assert done.status == 2
    assert "fingerprint" in done.err


@pytest.fixture
def own_prompts(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(ROOT / "prompts", tmp_path / "prompts"))
    (folder / "user.md").write_text((folder / "user.md").read_text(encoding="utf-8") + "\nBe brief.\n")
    return folder


def test_recorded_answers_are_replayed_offline(extractor: Run, news: Path) -> None:
    _, requests = prepared(extractor, news)
    answers = written(news.parent, "answers.jsonl", [answer(one) for one in requests])
    done = extractor("extract", str(news), "--model", f"recorded:{answers}")
    assert done.status == 0, done.err
    assert [len(one.events) for one in results(done.out)] == [1, 1, 1]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("text", "it holds no answer for article"),
        ("prompt", "the prompt set has fingerprint"),
        ("date", "publication date"),
        ("again", "fewer than 2 samples"),
    ],
)
def test_a_stale_recording_says_what_has_changed(
    extractor: Run, news: Path, own_prompts: Path, change: str, said: str
) -> None:
    _, requests = prepared(extractor, news)
    answers = written(news.parent, "answers.jsonl", [answer(one) for one in requests])
    more = {"prompt": ["--prompts", str(own_prompts)], "date": ["--published", "2020-01-01"]}
    if change == "text":
        (news / "0.txt").write_text(TEXT + "\nAnother end.\n", encoding="utf-8")
    again = ["--votes", "2"] if change == "again" else more.get(change, [])
    done = extractor("extract", str(news), "--model", f"recorded:{answers}", *again)
    assert done.status == 4 if change != "again" else done.status in (3, 4), done.err
    assert said in done.err


def test_a_long_article_is_asked_about_in_windows_that_need_no_earlier_answer(
    extractor: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "long"
    folder.mkdir()
    rain = "\n\n".join(f"Rain fell on the town number {number} all day long." for number in range(40))
    (folder / "a.txt").write_text(f"{TEXT}\n{rain}\n", encoding="utf-8")
    file, requests = prepared(extractor, folder, "--window", "700")
    assert len(requests) > 2
    some = [answer(requests[0]), *(answer(one, draft()) for one in requests[1:])]
    done = extractor("batch", "collect", str(file), written(tmp_path, "a.jsonl", some), "--window", "700")
    assert done.status == 0, done.err
    assert [(len(one.events), len(one.positions)) for one in results(done.out)] == [(1, 1)]
