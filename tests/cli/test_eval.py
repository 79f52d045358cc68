"""The command ``extractor eval run``."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from extractor.cli import app as whole
from extractor.cli.eval import app
from extractor.cli.eval_files import parse_fail_under
from extractor.engines.llm.endpoint import Endpoint
from extractor.engines.llm.memory import remember
from extractor.engines.llm.modes import Habit
from extractor.errors import EngineUnusable, GoldError, SettingsError
from tests.cli.test_batch import answer, lines
from tests.conftest import ChatServer
from tests.evaluation.makers import TEXT, event_row, write_gold
from tests.factories import draft, drafted_event

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs the command over a gold folder with one event; errors of the package are raised."""
    (tmp_path / "gold").mkdir()
    write_gold(tmp_path / "gold", [event_row()])

    def invoke(*options: str) -> Result:
        asked = ["run", "--gold", str(tmp_path / "gold"), "--model", "rules", *options]
        return CliRunner().invoke(app, asked)

    return invoke


def test_a_table_goes_to_stdout_and_the_engine_to_stderr(run: Run) -> None:
    done = run()
    assert done.exit_code == 0
    assert "positions  soft" in done.stdout
    assert "engine:rules" in done.stdout
    assert "embedded rules" in done.stderr


def test_json_on_stdout_is_the_report_in_the_file(run: Run, tmp_path: Path) -> None:
    done = run("--format", "json", "-o", str(tmp_path / "report.json"))
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert json.loads(done.stdout) == report
    assert report["documents"][0]["file"] == "a.json"


def test_markdown_has_tables(run: Run) -> None:
    assert "| document | status |" in run("--format", "md").stdout


def test_below_the_least_score_the_status_is_1(run: Run, tmp_path: Path) -> None:
    write_gold(tmp_path / "gold", [event_row(action="evade", stage="considered", targets=[])])
    done = run("--fail-under", "events=1.0")
    assert done.exit_code == 1
    assert "events: soft F1" in done.stderr
    assert "is below --fail-under 1" in done.stderr
    assert "soft" in done.stdout


def test_at_or_above_the_least_score_the_status_is_0(run: Run) -> None:
    assert run("--fail-under", "events=0,positions=0.0").exit_code == 0


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "events",
        "events=",
        "events=2",
        "events=-0.1",
        "events=nan",
        "acts=0.5",
        "events=0.5,",
        "events=1,events=1",
    ],
)
def test_a_least_score_that_is_not_understood_is_refused(run: Run, asked: str) -> None:
    assert isinstance(run("--fail-under", asked).exception, SettingsError)


def test_least_scores_are_read_for_each_kind() -> None:
    assert parse_fail_under("events=0.8, positions=.75") == {"events": 0.8, "positions": 0.75}
    assert parse_fail_under(None) == {}


def test_bad_gold_is_refused_before_anything_is_asked(run: Run, tmp_path: Path) -> None:
    write_gold(tmp_path / "gold", [event_row(action="embargo")])
    done = run("--model", "some-model")
    assert isinstance(done.exception, GoldError)
    assert done.stdout == ""


def test_a_text_without_a_gold_file_is_told_on_stderr(run: Run, tmp_path: Path) -> None:
    assert "left out" not in run().stderr
    (tmp_path / "gold" / "b.txt").write_text("News", encoding="utf-8")
    done = run()
    assert done.exit_code == 0
    assert "1 text in the gold folder that no gold file names, left out: b.txt;" in done.stderr


def test_of_many_texts_without_a_gold_file_the_first_are_named(run: Run, tmp_path: Path) -> None:
    for i in range(9):
        (tmp_path / "gold" / f"x{i}.txt").write_text("News", encoding="utf-8")
    assert "9 texts in the gold folder that no gold file names, left out: x0.txt" in run().stderr
    assert "x4.txt, …;" in run().stderr


def test_a_report_that_cannot_be_written_is_refused_before_anything_is_asked(
    run: Run, tmp_path: Path
) -> None:
    done = run("-o", str(tmp_path / "no" / "such" / "report.json"))
    assert isinstance(done.exception, SettingsError)
    assert "cannot be written" in str(done.exception)


def test_a_run_that_cannot_start_leaves_no_empty_report(run: Run, tmp_path: Path) -> None:
    done = run("-o", str(tmp_path / "report.json"), "--model", "recorded:none")
    assert done.exception is not None
    assert not (tmp_path / "report.json").exists()


def test_an_unknown_format_is_refused(run: Run) -> None:
    assert run("--format", "xml").exit_code == 2


def test_a_model_without_an_endpoint_is_unusable(run: Run) -> None:
    assert isinstance(run("--model", "some-model").exception, EngineUnusable | SettingsError)


# Beside the JSON stands the table; both say what they were made with.


def test_the_tables_are_written_beside_the_figures(run: Run, tmp_path: Path) -> None:
    done = run("-o", str(tmp_path / "report.json"), "--format", "md")
    table = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert table == f"# report\n\n{done.stdout}"
    assert "| events | soft |" in table
    assert sorted(path.name for path in tmp_path.iterdir()) == ["gold", "report.json", "report.md"]


def test_the_command_that_makes_the_figures_is_told_without_what_does_not_shape_them(
    run: Run, tmp_path: Path
) -> None:
    done = run("--trials", "2", "--concurrency", "3", "--format", "json", "-o", str(tmp_path / "r.json"))
    command = json.loads(done.stdout)["run"]["command"]
    assert command == f"extractor eval run --model rules --gold {tmp_path / 'gold'} --trials 2"


def test_the_table_cannot_be_named_as_the_figures(run: Run, tmp_path: Path) -> None:
    assert "ends in .json" in str(run("-o", str(tmp_path / "report.md")).exception)


# Splits and the ceiling.


def split_gold(tmp_path: Path) -> None:
    write_gold(
        tmp_path / "gold",
        [event_row()],
        text=TEXT.replace("The end of it", "The test of it"),
        name="t",
        split="test",
    )


def files(done: Result) -> list[str]:
    return [one["file"] for one in json.loads(done.stdout)["documents"]]


def test_a_split_is_run_alone_and_what_has_none_is_dev(run: Run, tmp_path: Path) -> None:
    split_gold(tmp_path)
    assert files(run("--format", "json")) == ["a.json", "t.json"]
    assert files(run("--format", "json", "--split", "dev")) == ["a.json"]
    assert files(run("--format", "json", "--split", "test")) == ["t.json"]


def test_an_empty_split_is_refused(run: Run) -> None:
    assert "there are: dev" in str(run("--split", "test").exception)


def test_the_agreement_in_the_gold_folder_is_the_ceiling(run: Run, tmp_path: Path) -> None:
    assert "of ceiling" not in run().stdout
    for labeller in ("a", "b"):
        (tmp_path / "gold" / "agreement" / labeller).mkdir(parents=True)
        write_gold(tmp_path / "gold" / "agreement" / labeller, [event_row()])
    assert "of ceiling" in run().stdout
    elsewhere = (tmp_path / "gold" / "agreement").rename(tmp_path / "labels")
    assert "of ceiling" not in run().stdout
    assert "of ceiling" in run("--ceiling", str(elsewhere)).stdout


def test_a_ceiling_that_is_not_there_is_refused(run: Run, tmp_path: Path) -> None:
    assert isinstance(run("--ceiling", str(tmp_path)).exception, SettingsError)


# A model's results are kept; scoring again asks nobody.

GOOD = {"draft": draft(drafted_event("imposed sanctions on Russia", 2, senders=["EU"], targets=["Russia"]))}
SECRET = "sk-very-secret"


@pytest.fixture
def ask(run: Run, chat: ChatServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """As ``run``, with the model on loopback; figures come as JSON."""
    monkeypatch.setenv("OPENAI_BASE_URL", chat.base_url)
    monkeypatch.setenv("OPENAI_API_KEY", SECRET)
    cache = tmp_path / "cache"
    return lambda *options: run("--model", "stub", "--format", "json", "--cache", str(cache), *options)


def strict(done: Result) -> float:
    found: float = json.loads(done.stdout)["events"]["counts"]["strict"]
    return found


def test_a_second_run_asks_no_model_and_has_the_same_figures(ask: Run, chat: ChatServer) -> None:
    chat.script(GOOD)
    first = ask()
    assert (first.exit_code, len(chat.requests)) == (0, 1)
    second = ask()
    assert len(chat.requests) == 1
    one, two = (json.loads(done.stdout) for done in (first, second))
    assert one["events"] == two["events"]
    assert one["signature"] == two["signature"]
    assert (one["run"]["cached"], two["run"]["cached"]) == (0, 1)
    assert one["run"]["seconds"] == two["run"]["seconds"]
    assert "1 of 1 results were in the cache" in second.stderr


def test_after_a_change_of_the_tool_it_is_said_that_a_model_is_asked_again(
    ask: Run, chat: ChatServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat.script(GOOD)
    assert "the tool changed" not in ask().stderr
    monkeypatch.setattr("extractor.evaluation.cache.code_digest", lambda: "changed")
    chat.script(GOOD)
    assert "1 of 2 results are in the cache, but from before the tool changed" in ask("--trials", "2").stderr
    assert "the tool changed" not in ask("--trials", "2").stderr


@pytest.mark.parametrize(
    "option",
    [("--votes", "2"), ("--passes", "2"), ("--window", "700"), ("--model", "other"), ("--no-cache",)],
)
def test_an_engine_asked_in_another_way_is_asked_anew(
    ask: Run, chat: ChatServer, option: tuple[str, ...]
) -> None:
    ask()
    chat.script()
    ask(*option)
    assert len(chat.requests) >= 1


def test_a_changed_title_or_date_asks_anew(ask: Run, chat: ChatServer, tmp_path: Path) -> None:
    ask()
    for title, published in (("A report on sanctions", None), (None, "2024-03-20")):
        chat.script()
        write_gold(tmp_path / "gold", [event_row()], title=title, published=published)
        ask()
        assert len(chat.requests) == 1


def test_changed_labels_alone_ask_nobody(ask: Run, chat: ChatServer, tmp_path: Path) -> None:
    chat.script(GOOD)
    assert strict(ask()) == 1
    write_gold(tmp_path / "gold", [event_row(stage="proposed")])
    assert strict(ask()) == 0
    assert len(chat.requests) == 1


def test_what_failed_is_asked_again_and_the_rest_is_not(ask: Run, chat: ChatServer, tmp_path: Path) -> None:
    split_gold(tmp_path)
    chat.script(GOOD | {"when": "The test of it"}, {"refusal": "I will not."})
    assert ask("--concurrency", "1").exit_code == 3
    chat.script(GOOD)
    again = ask()
    assert (again.exit_code, len(chat.requests), strict(again)) == (0, 1, 2)


def test_each_trial_asks_once_and_figures_are_means(ask: Run, chat: ChatServer) -> None:
    chat.script(GOOD)
    done = ask("--trials", "4")
    assert len(chat.requests) == 4
    assert strict(done) == 0.25
    assert json.loads(done.stdout)["run"]["trial_f1"]["events"] == [1, 0, 0, 0]


def test_no_secret_is_in_the_cache_or_in_the_report(ask: Run, chat: ChatServer, tmp_path: Path) -> None:
    chat.script(GOOD)
    ask("-o", str(tmp_path / "r.json"))
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert any(path.parent.name == "cache" for path in written)
    assert not any(SECRET in path.read_text(encoding="utf-8") for path in written)


def test_rules_are_not_cached_and_it_is_said(run: Run, tmp_path: Path) -> None:
    done = run("--cache", str(tmp_path / "cache"))
    assert "--cache is not used" in done.stderr
    assert not (tmp_path / "cache").exists()


def test_a_result_file_is_scored_again_without_any_engine(
    ask: Run, chat: ChatServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "r.json"
    chat.script(GOOD)
    first = json.loads(ask("-o", str(path), "--trials", "2").stdout)
    for name in ("OPENAI_BASE_URL", "OPENAI_API_KEY"):
        monkeypatch.delenv(name)
    asked = ["run", "--gold", str(tmp_path / "gold"), "--rescore", str(path), "--format", "json"]
    again = json.loads(CliRunner().invoke(app, asked).stdout)
    assert len(chat.requests) == 2
    for same in ("signature", "events", "positions", "slices", "documents"):
        assert again[same] == first[same]
    assert again["run"]["rescored"] == "r.json"


@pytest.mark.parametrize("option", [("--model", "rules"), ("--trials", "2"), ("--no-cache",)])
def test_scoring_again_takes_no_option_of_an_engine(tmp_path: Path, option: tuple[str, ...]) -> None:
    asked = CliRunner().invoke(app, ["run", "--rescore", str(tmp_path / "r.json"), *option])
    assert f"{option[0]} has no use with --rescore" in str(asked.exception)


def test_scoring_again_never_writes_over_what_it_reads(run: Run, tmp_path: Path) -> None:
    path = str(tmp_path / "r.json")
    run("-o", path)
    asked = ["run", "--gold", str(tmp_path / "gold"), "--rescore", path, "-o", path]
    assert "is the file that is scored again" in str(CliRunner().invoke(app, asked).exception)


def test_a_failed_write_leaves_the_earlier_report(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "r.json"
    run("-o", str(path))
    before = path.read_bytes()
    assert run("-o", str(path), "--model", "recorded:none").exception is not None
    assert path.read_bytes() == before


def test_ctrl_c_keeps_what_was_finished(chat: ChatServer, tmp_path: Path) -> None:
    """Of two articles one is answered, the other not before Ctrl-C; the next run asks for that one alone."""
    (tmp_path / "gold").mkdir()
    write_gold(tmp_path / "gold", [event_row()])
    split_gold(tmp_path)
    # Until it is known how the endpoint wants to be asked, the slow article could hold up the other.
    remember(Path(os.environ["EXTRACTOR_CACHE"]), Endpoint("stub", chat.base_url).label, "stub", Habit())
    chat.script(GOOD | {"when": "The test of it"}, GOOD | {"delay": 20})
    asked = ("eval", "run", "--gold", "gold", "--model", "stub", "--cache", "cache", "--trials", "2")
    command = [sys.executable, "-m", "extractor", *asked]
    env = {**os.environ, "OPENAI_BASE_URL": chat.base_url, "OPENAI_API_KEY": SECRET}
    with subprocess.Popen(command, cwd=tmp_path, env=env, stderr=subprocess.PIPE, text=True) as process:
        while not any((tmp_path / "cache").glob("*.json")):
            assert process.poll() is None
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=15)
    assert process.returncode == 130, err
    assert "the same command goes on from there" in err
    chat.script(GOOD, GOOD, GOOD)
    done = subprocess.run(
        [*command, "--format", "json"], cwd=tmp_path, env=env, capture_output=True, timeout=50, check=False
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["run"]["cached"] == 1
    assert len(chat.requests) == 3


def test_the_samples_of_a_recording_are_its_trials(run: Run, tmp_path: Path) -> None:
    """Two samples: the first finds the event, the second nothing."""
    asked, said = tmp_path / "asked.jsonl", tmp_path / "said.jsonl"
    options = ("--model", "some-model", "--votes", "2", "-o", str(asked))
    prepared = CliRunner().invoke(whole, ["batch", "prepare", str(tmp_path / "gold" / "a.txt"), *options])
    assert prepared.exit_code == 0, prepared.output
    first, second = lines(asked)
    answers = [answer(first, GOOD["draft"]), answer(second, draft())]
    said.write_text("".join(json.dumps(line) + "\n" for line in answers), encoding="utf-8")
    done = run("--model", f"recorded:{said}", "--trials", "2", "--format", "json")
    assert done.exit_code == 0, done.stderr
    assert json.loads(done.stdout)["run"]["trial_f1"]["events"] == [1, 0]
    assert "recorded:" in json.loads(done.stdout)["run"]["command"]
    assert isinstance(run("--model", f"recorded:{said}", "--trials", "3").exception, EngineUnusable)
