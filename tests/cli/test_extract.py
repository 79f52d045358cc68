"""``extractor extract`` as users run it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pytest

from extractor.engines.llm.endpoint import Endpoint
from extractor.engines.llm.memory import remember
from extractor.engines.llm.modes import Habit
from extractor.schemas.extraction import Extraction
from tests.cli.conftest import Run
from tests.conftest import ROOT, ChatServer
from tests.factories import draft, drafted_event, drafted_position

SEEDS = str(ROOT / "seeds")
TEXT = "The United States imposed sanctions on Iran on Monday. China opposes sanctions against Tehran."
GOOD = draft(
    drafted_event("imposed sanctions on Iran", date="Monday"),
    drafted_position("China opposes sanctions", 2),
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_five_seeds_give_records_without_a_key_and_every_quote_is_a_slice(extractor: Run) -> None:
    done = extractor("extract", SEEDS, "--with-text", "--format", "jsonl")
    assert done.status == 0, done.err
    assert len(done.results) == 5
    for result in done.results:
        assert result["events"] or result["positions"], result["article"]["source"]
        assert result["provenance"]["engine"] == "rules"
        for record in result["events"] + result["positions"]:
            for evidence in record["evidence"]:
                assert result["text"][evidence["start"] : evidence["end"]] == evidence["quote"]


def test_the_embedded_rules_say_on_stderr_what_they_are_and_how_to_use_a_model(extractor: Run) -> None:
    done = extractor("extract", SEEDS)
    assert "the embedded rules: no language model is used" in done.err
    assert "OPENAI_API_KEY" in done.err


def test_every_line_validates_against_the_published_schema(extractor: Run) -> None:
    schema = json.loads(extractor("schema", "extraction").out)
    done = extractor("extract", SEEDS, "--format", "jsonl")
    validator = jsonschema.Draft202012Validator(schema)
    for result in done.results:
        validator.validate(result)


def test_with_an_endpoint_the_same_command_goes_over_http_and_provenance_says_so(
    extractor: Run, chat: ChatServer, article: Path
) -> None:
    chat.script({"draft": GOOD})
    done = extractor(
        "extract", str(article), "--model", "stub-model", "--published", "2024-05-07",
        OPENAI_BASE_URL=chat.base_url, OPENAI_API_KEY="sk-test-1",
    )  # fmt: skip
    assert done.status == 0, done.err
    (result,) = done.results
    assert [event["action"] for event in result["events"]] == ["impose"]
    assert result["events"][0]["date"] == {"text": "Monday", "start": "2024-05-06", "end": "2024-05-06"}
    assert result["events"][0]["targets"][0]["id"] == "country:IR"
    made = result["provenance"]
    assert made["engine"] == "openai-compatible"
    assert made["model"] == "stub-model-2026"
    assert made["client"].startswith("openai ")
    assert "instructor" in made["client"]
    assert made["endpoint"] == chat.base_url
    assert made["tokens_in"] > 0
    assert made["cost"] is None
    assert chat.requests[0]["headers"]["authorization"] == "Bearer sk-test-1"
    assert "sk-test-1" not in done.out + done.err


def test_broken_structure_and_a_false_quote_are_asked_again_over_http(
    extractor: Run, chat: ChatServer, article: Path
) -> None:
    false = draft(drafted_event("imposed sanctions on Iran"), drafted_position("China supports sanctions", 2))
    mended = draft(drafted_position("China opposes sanctions", 2))
    chat.script({"arguments": "{"}, {"draft": false}, {"draft": mended})
    done = extractor("extract", str(article), "--model", "stub", OPENAI_BASE_URL=chat.base_url)
    assert done.status == 0, done.err
    (result,) = done.results
    assert result["status"] == "ok"
    assert (len(result["events"]), len(result["positions"])) == (1, 1)
    assert [(one["kind"], one["check"], one["repaired"]) for one in result["rejected"]] == [
        ("answer", "structure", True),
        ("position", "quote_differs", True),
    ]
    follow_up = chat.requests[2]["body"]["messages"][-1]["content"]
    assert "supports" in follow_up
    assert "imposed sanctions" not in follow_up
    assert result["provenance"]["attempts"] == 2


def test_a_record_lost_for_good_makes_the_article_partial_and_the_exit_status_3(
    extractor: Run, chat: ChatServer, article: Path
) -> None:
    chat.script(*[{"draft": draft(drafted_position("China supports sanctions", 2))}] * 3)
    done = extractor("extract", str(article), "--model", "stub", OPENAI_BASE_URL=chat.base_url)
    assert done.status == 3
    assert done.results[0]["status"] == "partial"
    assert "1 partial" in done.err


def test_a_refused_article_says_so_with_the_providers_words_and_the_rest_goes_on(
    extractor: Run, chat: ChatServer, article: Path, tmp_path: Path
) -> None:
    (tmp_path / "other.txt").write_text("Nothing of note happened in Oslo today.", encoding="utf-8")
    chat.script({"when": "Tehran", "refusal": "I will not read this"})
    done = extractor("extract", str(tmp_path), "--model", "stub", OPENAI_BASE_URL=chat.base_url)
    assert done.status == 3
    by_status = {result["status"]: result for result in done.results}
    assert by_status["refused"]["error"] == "I will not read this"
    assert by_status["ok"]["events"] == []
    assert "refused: I will not read this" in done.err


def test_costs_are_counted_when_prices_are_known(
    extractor: Run, chat: ChatServer, article: Path, tmp_path: Path
) -> None:
    chat.script({"draft": GOOD})
    prices = tmp_path / "prices.toml"
    prices.write_text('["stub-model-2026"]\ninput = 1.0\noutput = 2.0\n', encoding="utf-8")
    done = extractor(
        "extract", str(article), "--model", "stub", "--prices", str(prices), OPENAI_BASE_URL=chat.base_url
    )
    made = done.results[0]["provenance"]
    assert made["cost"] == pytest.approx((made["tokens_in"] + 2 * made["tokens_out"]) / 1e6)
    assert "tokens in" in done.err
    assert "$" in done.err


@pytest.mark.parametrize(
    ("args", "env", "status", "said"),
    [
        (["missing.txt"], {}, 2, "missing.txt"),
        (["article.txt", "--format", "xml"], {}, 2, "table, json, jsonl"),
        (["article.txt", "--model", "gpt-x"], {}, 4, "OPENAI_API_KEY"),
        (["article.txt"], {"OPENAI_API_KEY": "k"}, 2, "--model"),
        (["article.txt"], {"EXTRACTOR_TIMEOUT": "soon"}, 2, "EXTRACTOR_TIMEOUT"),
        (
            ["article.txt", "--prompts", "nowhere", "--model", "m"],
            {"OPENAI_BASE_URL": "http://h"},
            2,
            "prompt.toml",
        ),
        (["article.txt", "--out", "no/such/folder/x.jsonl"], {}, 2, "--out"),
        (["article.txt", "--prices", "none.toml"], {}, 2, "none.toml"),
        (["article.txt", "--model", "recorded:x.jsonl"], {}, 2, "x.jsonl"),
        ([], {}, 2, "PATH"),
        (["article.txt", "--published", "someday"], {}, 2, "someday"),
    ],
)
def test_wrong_use_is_told_in_one_line_with_its_exit_status(
    extractor: Run, article: Path, args: list[str], env: dict[str, str], status: int, said: str
) -> None:
    done = extractor("extract", *args, **env)
    assert done.status == status, done.err
    assert said in done.err
    assert "Traceback" not in done.err


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(extractor: Run, article: Path) -> None:
    done = extractor("extract", "missing.txt", str(article), "--model", "rules")
    assert done.status == 3
    assert sorted(result["status"] for result in done.results) == ["failed", "ok"]
    (line,) = [line for line in done.err.splitlines() if "missing.txt" in line]
    assert "failed" in line


def test_nothing_found_is_said(extractor: Run, tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text(
        "The museum opened a new wing on Friday. Many came.", encoding="utf-8"
    )
    done = extractor("extract", "plain.txt", "--format", "table")
    assert done.status == 0
    assert "Nothing found" in done.out
    assert "nothing found in 1" in done.err


def test_the_table_shows_each_quote_under_its_record(extractor: Run) -> None:
    done = extractor("extract", str(ROOT / "seeds" / "000_37390536ffe894ae.txt"), "--format", "table")
    assert "U.S. Lobbies For Asian Support On Sanctions Against Russia" in done.out
    assert "Event" in done.out
    assert "Position" in done.out
    assert "“" in done.out


def test_json_is_one_array_and_out_writes_a_file(extractor: Run, tmp_path: Path) -> None:
    done = extractor("extract", SEEDS, "--out", "results.json")
    assert done.status == 0
    assert done.out == ""
    content = json.loads((tmp_path / "results.json").read_text(encoding="utf-8"))
    assert len([Extraction.model_validate(item) for item in content]) == 5


def test_stdin_is_an_article_too(extractor: Run) -> None:
    done = extractor("extract", "-", stdin=TEXT)
    assert done.status == 0, done.err
    assert done.results[0]["article"]["length"] == len(TEXT)


def test_a_reader_that_has_enough_ends_the_run_quietly(tmp_path: Path) -> None:
    done = subprocess.run(
        f"({sys.executable} -m extractor extract {SEEDS} {SEEDS} ; echo status $? >&2) | head -c 10",
        shell=True, capture_output=True, cwd=tmp_path, text=True, timeout=50, check=False,
    )  # fmt: skip
    assert "status 0" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_keeps_what_was_finished_and_exits_130(
    chat: ChatServer, article: Path, tmp_path: Path, number: signal.Signals
) -> None:
    (tmp_path / "slow.txt").write_text("A slow story about Oslo. Nothing else.", encoding="utf-8")
    # Until it is known how the endpoint wants to be asked, the slow article could hold up the other.
    remember(Path(os.environ["EXTRACTOR_CACHE"]), Endpoint("stub", chat.base_url).label, "stub", Habit())
    chat.script({"when": "Tehran", "draft": GOOD}, {"when": "Oslo", "draft": draft(), "delay": 30})
    with subprocess.Popen(
        [sys.executable, "-m", "extractor", "extract", str(tmp_path), "--model", "stub"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "OPENAI_BASE_URL": chat.base_url},
        text=True,
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        process.send_signal(number)
        started = time.monotonic()
        _, err = process.communicate(timeout=20)
    assert json.loads(line)["events"]
    assert process.returncode == 130, err
    assert time.monotonic() - started < 10
    assert "interrupted" in err
    assert "Traceback" not in err


def test_the_file_that_results_go_to_is_not_read_when_it_lies_among_the_articles(
    extractor: Run, article: Path, tmp_path: Path
) -> None:
    for _ in range(2):
        done = extractor("extract", str(tmp_path), "--out", "results.jsonl", "--model", "rules")
        assert done.status == 0, done.err
        assert len((tmp_path / "results.jsonl").read_text(encoding="utf-8").splitlines()) == 1


def test_results_of_an_earlier_run_are_not_read_as_articles(
    extractor: Run, article: Path, tmp_path: Path
) -> None:
    for name in ("first.jsonl", "second.jsonl"):
        done = extractor("extract", str(tmp_path), "--out", name, "--with-text", "--model", "rules")
        assert done.status == 0, done.err
        assert len((tmp_path / name).read_text(encoding="utf-8").splitlines()) == 1
    assert "first.jsonl: left out: results of an earlier run" in done.err


@pytest.mark.parametrize("how", ["{article}", "{folder}", "{folder}/*.txt"])
def test_an_input_is_never_overwritten(extractor: Run, article: Path, how: str) -> None:
    path = how.format(article=article, folder=article.parent)
    done = extractor("extract", path, "--out", str(article), "--model", "rules")
    assert done.status == 2
    assert "one of the inputs" in done.err
    assert article.read_text(encoding="utf-8") == TEXT


def test_days_that_stay_words_for_want_of_a_publication_date_are_pointed_out(
    extractor: Run, chat: ChatServer, article: Path
) -> None:
    chat.script({"draft": GOOD}, {"draft": GOOD})
    env = {"OPENAI_BASE_URL": chat.base_url, "EXTRACTOR_MODEL": "stub"}
    assert "--published" in extractor("extract", str(article), **env).err
    assert "--published" not in extractor("extract", str(article), "--published", "2024-05-07", **env).err
