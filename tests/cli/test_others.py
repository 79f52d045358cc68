"""``show``, ``schema``, ``prompts`` and ``doctor`` as users run them."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from extractor.schemas.article_info import ArticleInfo
from extractor.schemas.extraction import Extraction, Provenance
from tests.cli.conftest import Run
from tests.conftest import ROOT, ChatServer
from tests.test_merge import SYRIA, US, day, event, position


@pytest.fixture
def results(tmp_path: Path) -> Path:
    made = Provenance(engine="rules", model="rules-1", tool_version="0")
    lines = [
        Extraction(
            article=ArticleInfo(id="1" * 16, source="a.txt", title="First", length=9),
            events=(event(), event(3, senders=(US,), targets=(SYRIA,), action="lift", date=day(3))),
            positions=(position(),),
            provenance=made,
        ),
        Extraction(article=ArticleInfo(id="2" * 16, source="b.txt", length=9), provenance=made),
    ]
    path = tmp_path / "results.jsonl"
    path.write_text("".join(line.model_dump_json() + "\n" for line in lines), encoding="utf-8")
    return path


def counts(out: str) -> tuple[int, int, int]:
    shown = [json.loads(line) for line in out.splitlines()]
    return len(shown), sum(len(r["events"]) for r in shown), sum(len(r["positions"]) for r in shown)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ([], (2, 2, 1)),
        (["--actor", "EU"], (1, 1, 1)),
        (["--actor", "country:US"], (1, 1, 0)),
        (["--actor", "Washington"], (1, 1, 0)),
        (["--target", "Iran"], (1, 1, 1)),
        (["--target", "Tehran", "--action", "impose"], (1, 1, 0)),
        (["--action", "lift"], (1, 1, 0)),
        (["--stance", "support"], (1, 0, 1)),
        (["--stance", "pressure"], (1, 0, 1)),
        (["--stance", "relief"], (0, 0, 0)),
        (["--since", "2024-05-01", "--until", "2024-05-31"], (1, 1, 0)),
        (["--since", "2024-05-04"], (0, 0, 0)),
    ],
)
def test_show_keeps_the_records_that_pass_all_filters(
    extractor: Run, results: Path, filters: list[str], expected: tuple[int, int, int]
) -> None:
    done = extractor("show", str(results), "--format", "jsonl", *filters)
    assert done.status == 0, done.err
    assert counts(done.out) == expected


def test_show_prints_tables_and_reads_stdin(extractor: Run, results: Path) -> None:
    done = extractor("show", "-", "--format", "table", stdin=results.read_text(encoding="utf-8"))
    assert "First" in done.out
    assert "Nothing found" in done.out


@pytest.mark.parametrize(
    ("content", "said"),
    [('{"a": 1}\n', "bad.jsonl:1"), ("{}\nnot json\n", "bad.jsonl:1"), ("[1]", "item 1"), ("[", "neither")],
)
def test_a_file_that_holds_no_results_is_named_with_its_line(
    extractor: Run, tmp_path: Path, content: str, said: str
) -> None:
    (tmp_path / "bad.jsonl").write_text(content, encoding="utf-8")
    done = extractor("show", "bad.jsonl")
    assert done.status == 2
    assert said in done.err


@pytest.mark.parametrize("flag", ["--stance", "--action"])
def test_a_filter_value_outside_the_data_model_lists_what_is_allowed(
    extractor: Run, results: Path, flag: str
) -> None:
    done = extractor("show", str(results), flag, "sideways")
    assert done.status == 2
    assert "must be one of" in done.err


@pytest.mark.parametrize("name", ["draft", "extraction", "event", "position"])
def test_every_schema_is_a_valid_json_schema(extractor: Run, name: str) -> None:
    done = extractor("schema", name)
    assert done.status == 0
    jsonschema.Draft202012Validator.check_schema(json.loads(done.out))


def test_an_unknown_schema_lists_the_names(extractor: Run) -> None:
    done = extractor("schema", "nonsense")
    assert done.status == 2
    assert "draft, extraction, event, position" in done.err


def test_prompts_are_listed_shown_and_checked(extractor: Run) -> None:
    listed = extractor("prompts", "list")
    assert listed.status == 0
    assert "extract-2  fingerprint " in listed.out
    seed = str(ROOT / "seeds" / "001_ea8a4a46e2e3a1c2.txt")
    shown = extractor("prompts", "show", seed)
    assert "--- system" in shown.out
    assert "[1] Russia, China Oppose U.S. on North Korea Sanctions" in shown.out
    assert "Leave a Reply" not in shown.out
    checked = extractor("prompts", "check")
    assert checked.status == 0
    assert "examples ground" in checked.out


def test_doctor_says_what_is_configured_without_showing_the_key(extractor: Run) -> None:
    done = extractor("doctor", OPENAI_API_KEY="sk-very-secret", EXTRACTOR_MODEL="m-1")
    assert done.status == 0, done.err
    assert "OPENAI_API_KEY   set" in done.out
    assert "sk-very-secret" not in done.out + done.err
    assert "m-1" in done.out


def test_doctor_without_anything_says_the_rules_answer(extractor: Run) -> None:
    done = extractor("doctor")
    assert done.status == 0
    assert "embedded rules" in done.out
    assert "none set" in done.out
    asked = extractor("doctor", "--ask")
    assert asked.status == 4
    assert "no endpoint to ask" in asked.err


def test_show_says_when_no_record_matches(extractor: Run, results: Path) -> None:
    done = extractor("show", str(results), "--target", "Atlantis")
    assert (done.status, done.out) == (0, "")
    assert "no record matches" in done.err


def test_a_day_that_is_none_is_told_how_to_write_it(extractor: Run, results: Path) -> None:
    done = extractor("show", str(results), "--since", "12/06/2024")
    assert done.status == 2
    assert "--since '12/06/2024': write the day as YYYY-MM-DD" in done.err


def test_doctor_asks_the_endpoint_when_told_to(extractor: Run, chat: ChatServer) -> None:
    done = extractor("doctor", "--ask", "--model", "stub-model", OPENAI_BASE_URL=chat.base_url)
    assert done.status == 0, done.err
    assert "answers and offers 1 models" in done.out
    unknown = extractor("doctor", "--ask", "--model", "other", OPENAI_BASE_URL=chat.base_url)
    assert unknown.status == 4
    assert "does not offer 'other'" in unknown.err


def test_doctor_says_when_the_endpoint_does_not_answer(extractor: Run) -> None:
    done = extractor("doctor", "--ask", "--model", "m", OPENAI_BASE_URL="http://127.0.0.1:9/v1")
    assert done.status == 4
    assert "does not answer" in done.err


def test_the_version_is_printed(extractor: Run) -> None:
    assert extractor("--version").out.startswith("extractor 0.")
