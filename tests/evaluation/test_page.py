"""What the page of a run shows, and that it is one file that nothing in an article can break out of."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import json
import re
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from extractor.cli.eval import app
from extractor.errors import ResultError, SettingsError
from extractor.evaluation.align import fit
from extractor.evaluation.gold import GoldArticle, load_gold
from extractor.evaluation.page.data import Page, build_page
from extractor.evaluation.page.documents import places_in_utf16
from extractor.evaluation.page.leaderboard import ErrorClass, similarity_with_field_mended
from extractor.evaluation.page.render import render_page
from extractor.evaluation.page.words import FIELDS, in_words
from extractor.evaluation.report_file import load_report
from extractor.evaluation.views import event_view
from extractor.evaluation.weights import EVENTS
from extractor.schemas.extraction import Extraction
from extractor.schemas.values import DateSpan, Flag
from tests.evaluation.known import READ
from tests.evaluation.makers import (
    EU,
    HUNGARY,
    TEXT,
    actor,
    build,
    event,
    event_row,
    evidence,
    issue,
    position,
    position_row,
    result,
    write_gold,
)
from tests.evaluation.page_browser.made import CEILING, content, write_run

Gold = tuple[GoldArticle, ...]
HOSTILE = "<!-- </script><script>alert(1)</script> <img src=x onerror=alert(2)> & \u2028 \U0001f600"


@pytest.fixture
def gold(tmp_path: Path) -> Gold:
    """Two articles: one with an event and a position, one without either."""
    write_gold(tmp_path, [event_row()], [position_row()], name="a", genre="wire", title="A <b>title</b>")
    write_gold(tmp_path, text=TEXT.replace("Headline", "Another headline"), name="b")
    return load_gold(tmp_path, build=build)


def answered(gold: Gold, events: Sequence[Any] = (), positions: Sequence[Any] = ()) -> list[Extraction]:
    """These records for the first article, nothing for the others."""
    first, *others = gold
    given = result(first.article, events=tuple(events), positions=tuple(positions))
    return [given, *(result(one.article) for one in others)]


def page(tmp_path: Path, gold: Gold, *runs: Sequence[Sequence[Extraction]], **changed: Any) -> Page:
    """The page of runs, each given as its trials."""
    paths = [write_run(tmp_path / f"run{i}.json", gold, *trials, **changed) for i, trials in enumerate(runs)]
    return build_page([load_report(path) for path in paths], gold, READ)


def regained(page: Page, run: int = 0) -> dict[str, ErrorClass]:
    return {f"{one.kind} {one.key}": one for one in page.boards[run]}


PROPOSED = event(stage="proposed")
OF_HUNGARY = event(senders=(HUNGARY,), targets=(EU,), evidence=evidence("Hungary"))


def test_the_head_tells_the_figures_of_the_report_and_the_ceiling(tmp_path: Path, gold: Gold) -> None:
    trials = [answered(gold, [PROPOSED], [position()]), answered(gold, [event(), OF_HUNGARY])]
    shown = page(tmp_path, gold, trials, ceiling=CEILING)
    (head,) = shown.heads
    report = load_report(tmp_path / "run0.json")
    for figures, summary in zip(head.figures, (report.events, report.positions), strict=True):
        assert figures.micro == {name: pytest.approx(one) for name, one in summary.micro.items()}
    assert [one.ceiling for one in head.figures] == [0.9, 0.8]
    assert head.signature == report.signature.text
    assert (head.trials, head.documents, head.failed) == (2, 2, 0)
    assert shown.notices == ()


def test_every_compared_field_has_words() -> None:
    """A field that is added to the scorer must be given words before the page can show it."""
    spent = DateSpan(text="Monday")
    assert len(in_words("event", event(date=spent, in_force=spent))) == len(FIELDS["event"])
    assert len(in_words("position", position(date=spent, speaker=EU))) == len(FIELDS["position"])
    words = dict(zip((one.name for one in FIELDS["event"]), in_words("event", event()), strict=True))
    assert words["targets"] == "Russia"
    assert words["measures"] is None
    assert words["actor country"] == "Russia: RU"


def test_a_pair_has_a_mark_for_every_field(tmp_path: Path) -> None:
    write_gold(tmp_path, [event_row(sectors=["energy"])], [position_row()])
    gold = load_gold(tmp_path, build=build)
    given = event(action="tighten", stage="proposed", measures=("asset_freeze",))
    script = page(tmp_path, gold, [answered(gold, [given])]).script
    (row, missed) = script["documents"][0]["answers"][0]["rows"]
    marks = dict(zip((name for name, _ in script["fields"]["event"]), row["marks"], strict=True))
    asked = ("action", "targets", "sectors", "stage", "measures", "date")
    assert [marks[name] for name in asked] == ["h", "r", "m", "w", "i", "."]
    errors = {"action": "wrong", "stage": "wrong", "measures": "invented", "sectors": "missing"}
    assert row["errors"] == errors
    assert row["why"]["action"] == "a kindred action"
    assert (missed["kind"], missed["label"], missed["pair"]) == ("position", "missed", False)
    assert "pred" not in missed


def test_the_leaderboard_puts_the_greatest_gain_first_and_agrees_with_the_report(
    tmp_path: Path, gold: Gold
) -> None:
    shown = page(tmp_path, gold, [answered(gold, [PROPOSED, OF_HUNGARY])])
    found = regained(shown)
    told = load_report(tmp_path / "run0.json")
    assert found["event spurious"].regained == pytest.approx(told.events.errors["spurious"].f1_regained)
    assert found["position missed"].regained == pytest.approx(told.positions.errors["missed"].f1_regained)
    # One field is wrong in the one pair, so that mending it mends all that the label counts.
    assert found["event field errors/stage/wrong"].regained == pytest.approx(
        told.events.errors["field errors"].f1_regained
    )
    gains = [one.regained for one in shown.boards[0]]
    assert gains == sorted(gains, reverse=True)
    assert found["event spurious"].examples[0].row == "e1"


def test_the_leaderboard_counts_records_per_trial(tmp_path: Path, gold: Gold) -> None:
    shown = page(tmp_path, gold, [answered(gold, [PROPOSED]), answered(gold, [event()])])
    assert regained(shown)["event field errors/stage/wrong"].records == 0.5


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("stage", {"stage": "proposed"}),
        ("senders", {"senders": ()}),
        ("measures", {"measures": ("travel_ban",)}),
        ("targets", {"targets": (actor("Iran", country="IR"),)}),
    ],
)
def test_a_mended_field_is_worth_what_the_scorer_then_gives(
    tmp_path: Path, gold: Gold, name: str, wrong: dict[str, Any]
) -> None:
    """Wrong, missing and invented alike, beside another error that stays."""
    given, right = event(sectors=("energy",), **wrong), event(sectors=("energy",))
    of_gold = event_view(event(), READ)
    mended = fit(event_view(right, READ), of_gold, EVENTS).similarity
    case = dataclasses.make_dataclass("Case", ["scheme"])(EVENTS)
    assert similarity_with_field_mended(case, event_view(given, READ), of_gold, name) == pytest.approx(mended)


def test_sensitivity_recomputes_f1_by_threshold_and_weight(tmp_path: Path, gold: Gold) -> None:
    """Action 3, targets 3, senders 2 and stage 2 are filled; the stage alone is wrong."""
    (events,), _ = page(tmp_path, gold, [answered(gold, [PROPOSED])]).sensitivity
    assert events.as_is == pytest.approx(0.8)
    assert dict(events.by_theta) == {theta: pytest.approx(0.8) for theta in (0.3, 0.4, 0.5, 0.6, 0.7)}
    rows = {one.field: one for one in events.by_weight}
    assert rows["stage"].halved == pytest.approx(8 / 9)
    assert rows["stage"].doubled == pytest.approx(8 / 12)
    assert rows["action"].doubled == pytest.approx(11 / 13)
    assert rows["sectors"].doubled == pytest.approx(0.8)


def test_a_pair_below_a_higher_threshold_is_lost_in_the_sensitivity(tmp_path: Path, gold: Gold) -> None:
    far = event(stage="proposed", senders=())
    (events,), _ = page(tmp_path, gold, [answered(gold, [far])]).sensitivity
    assert dict(events.by_theta)[0.6] == pytest.approx(0.6)
    assert dict(events.by_theta)[0.7] == 0


def test_suspects_that_more_answers_found_come_first_then_unflagged_ones(tmp_path: Path, gold: Gold) -> None:
    doubt = (Flag(check="modal_cut", message="may"),)
    place = evidence("Hungary")
    flagged = event(action="lift", senders=(HUNGARY,), targets=(EU,), evidence=place, flags=doubt)
    plain = event(action="evade", senders=(EU,), targets=(HUNGARY,), evidence=evidence("The end"))
    trials = [answered(gold, [flagged, plain, OF_HUNGARY]), answered(gold, [OF_HUNGARY])]
    found = page(tmp_path, gold, trials).suspects
    assert [(one.words.split(" ")[0], one.found, one.answers) for one in found] == [
        ("impose", 2, 2),
        ("evade", 1, 2),
        ("lift", 1, 2),
    ]
    assert found[2].flags == ("modal_cut",)


def test_what_gold_has_or_what_no_quote_bears_is_no_suspect(tmp_path: Path, gold: Gold) -> None:
    (place,) = OF_HUNGARY.evidence
    astray = place.model_copy(update={"start": place.start + 1, "end": place.end + 1})
    moved = OF_HUNGARY.model_copy(update={"evidence": (astray,)})
    shown = page(tmp_path, gold, [answered(gold, [event(), event(), moved])])
    assert shown.suspects == ()
    labels = [row["label"] for row in shown.script["documents"][0]["answers"][0]["rows"]]
    assert labels == ["exact", "duplicate", "spurious", "missed"]
    assert shown.script["documents"][0]["answers"][0]["records"]["event"][2]["astray"] == ["Hungary"]


def test_what_one_answer_repeats_is_found_once(tmp_path: Path, gold: Gold) -> None:
    found = page(tmp_path, gold, [answered(gold, [OF_HUNGARY, OF_HUNGARY])]).suspects
    assert [(one.found, one.answers) for one in found] == [(1, 1), (1, 1)]


def test_records_fixed_broken_and_changed_are_told_best_articles_first(tmp_path: Path, gold: Gold) -> None:
    before = answered(gold, [PROPOSED, OF_HUNGARY], [position()])
    after = answered(gold, [event()], [position(stance="support"), position(holder=EU)])
    events, positions = page(tmp_path, gold, [before], [after]).changed
    assert events.kind == "event"
    assert events.before == pytest.approx(1.6 / 3)
    assert events.after == 1
    assert [(one.how, one.before, one.after) for one in events.changes] == [
        ("fixed", "field errors, 0.80", "exact, 1.00"),
        ("fixed", "spurious", "not said"),
    ]
    assert [(one.how, one.before, one.after) for one in positions.changes] == [
        ("broken", "exact, 1.00", "contradiction"),
        ("broken", "not said", "contradiction"),
        ("broken", "not said", "spurious"),
    ]


def test_a_record_as_good_as_before_that_says_something_else_is_changed(tmp_path: Path, gold: Gold) -> None:
    other = position(issue=issue(label="the embargo"))
    before, after = answered(gold, [], [position()]), answered(gold, [], [other])
    (positions,) = page(tmp_path, gold, [before], [after]).changed
    assert [one.how for one in positions.changes] == ["changed"]
    assert positions.delta == 0


def test_the_same_run_twice_has_changed_nothing(tmp_path: Path, gold: Gold) -> None:
    one = [answered(gold, [PROPOSED, OF_HUNGARY], [position()])]
    assert page(tmp_path, gold, one, one).changed == ()


def test_offsets_are_counted_as_a_browser_counts_them() -> None:
    place = places_in_utf16("a\U0001f600b\U0001f600")
    assert [place(i) for i in range(5)] == [0, 1, 3, 4, 6]
    assert places_in_utf16("Köln")(3) == 3


def test_nothing_in_an_article_or_answer_ends_the_data_or_becomes_markup(tmp_path: Path) -> None:
    text = f"{HOSTILE}\n{TEXT}"
    write_gold(tmp_path, [event_row()], text=text, name="a", title=HOSTILE)
    gold = load_gold(tmp_path, build=build)
    hostile = actor(HOSTILE)
    named = event(senders=(hostile,), targets=(hostile,), evidence=evidence("The", text))
    shown = page(tmp_path, gold, [answered(gold, [named])])
    html = render_page(shown)
    assert "<img" not in html
    assert html.count("</script>") == 2
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert data is not None
    assert not set("<>&\u2028") & set(data[1])
    assert json.loads(data[1])["documents"][0]["text"] == gold[0].article.text


def test_the_policy_allows_the_one_script_and_style_and_no_network(tmp_path: Path, gold: Gold) -> None:
    html = render_page(page(tmp_path, gold, [answered(gold)]))
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert policy is not None
    for opening, closing in (('<script type="module">', "</script>"), ("<style>", "</style>")):
        inside = html.split(opening)[1].split(closing)[0]
        wanted = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"&#39;sha256-{wanted}&#39;" in policy[1]
    assert policy[1].startswith("default-src &#39;none&#39;; ")
    assert "unsafe" not in policy[1]
    assert re.findall(r'(?:src|href)="(?!#)', html) == []
    assert re.findall(r"url\(|@import", html) == []


def test_the_script_writes_text_only() -> None:
    folder = files("extractor.evaluation.page")
    scripts = "".join(one.read_text(encoding="utf-8") for one in folder.iterdir() if one.name.endswith(".js"))
    assert not re.findall(r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|Function\(", scripts)


def test_fifty_articles_of_20_kb_make_a_page_under_3_mb(tmp_path: Path) -> None:
    """With 14 records an article, all answered, as the sample articles have."""
    for number in range(50):
        rest = "Ministers met again on Tuesday to weigh their options. " * 364
        events = [event_row(optional=i > 3, note="As the guide has it, a plain case.") for i in range(6)]
        positions = [position_row() for _ in range(8)]
        write_gold(tmp_path, events, positions, text=f"{number} {TEXT}\n{rest}", name=f"{number:02}")
    gold = load_gold(tmp_path, build=build)
    assert all(len(one.article.text) > 20_000 for one in gold)
    given = [_busy(one) for one in gold]
    assert len(render_page(page(tmp_path, gold, [given])).encode()) < 3_000_000


def _busy(gold: GoldArticle) -> Extraction:
    place = evidence("sanctions on", gold.article.text)
    events = tuple(event(stage="proposed", evidence=place) for _ in range(6))
    return result(gold.article, events=events, positions=tuple(position(evidence=place) for _ in range(8)))


def test_gold_that_has_changed_and_another_threshold_are_said(tmp_path: Path, gold: Gold) -> None:
    paths = [write_run(tmp_path / f"run{i}.json", gold, answered(gold, [PROPOSED])) for i in range(2)]
    stored = json.loads(paths[1].read_text())
    stored["signature"] |= {"theta": 0.7, "gold": "0" * 16}
    paths[1].write_text(json.dumps(stored))
    first, second = build_page([load_report(path) for path in paths], gold, READ).notices
    assert first == "B was scored at θ 0.7, here at 0.5, as A."
    assert second == "Gold has changed since B was made: all figures here are of the gold at hand."


def test_a_score_that_the_answers_do_not_give_is_called_out(tmp_path: Path, gold: Gold) -> None:
    told = content(gold, answered(gold, [PROPOSED]))["events"]
    told["micro"]["soft"]["f1"] = 0.95
    (notice,) = page(tmp_path, gold, [answered(gold, [PROPOSED])], events=told).notices
    assert "tells a soft F1 of 0.950 for events" in notice
    assert "it is 0.800" in notice


def test_only_articles_that_both_runs_answered_are_shown(tmp_path: Path, gold: Gold) -> None:
    both = write_run(tmp_path / "both.json", gold, answered(gold))
    one = write_run(tmp_path / "one.json", gold[:1], answered(gold[:1]))
    shown = build_page([load_report(both), load_report(one)], gold, READ)
    assert [document["file"] for document in shown.script["documents"]] == ["a.json"]
    assert shown.notices == ("A has 2 articles; the 1 that all have are shown.",)


def test_an_article_without_an_answer_is_shown_as_failed(tmp_path: Path, gold: Gold) -> None:
    shown = page(tmp_path, gold, [answered(gold)[:1]])
    assert shown.heads[0].failed == 1
    assert shown.script["documents"][1]["answers"][0]["status"] == "failed"


def show(*arguments: object) -> Any:
    return CliRunner().invoke(app, ["show", *(str(one) for one in arguments)])


def test_the_command_writes_a_page(tmp_path: Path) -> None:
    write_gold(tmp_path, [event_row()])
    gold = load_gold(tmp_path)
    (tmp_path / "out").mkdir()
    run = write_run(tmp_path / "out" / "run.json", gold, answered(gold, [event()]))
    done = show(run, run, "--gold", tmp_path, "-o", tmp_path / "page.html")
    assert done.exit_code == 0, done.output
    assert "page.html: 1 article" in done.stderr
    assert "Changed between A and B" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_the_command_says_what_it_cannot_use(tmp_path: Path, gold: Gold) -> None:
    (tmp_path / "empty").mkdir()
    run = write_run(tmp_path / "run.json", gold, answered(gold))
    page_html = tmp_path / "page.html"
    stranger = tmp_path / "stranger"
    stranger.mkdir()
    write_gold(stranger, text="Another text altogether")
    bare = {"trials": [{"events": {}, "positions": {}, "status": "ok"}]}
    old = json.loads(run.read_text())
    old["documents"] = [one | bare for one in old["documents"]]
    (tmp_path / "old.json").write_text(json.dumps(old))
    assert isinstance(show(run, "--gold", stranger, "-o", page_html).exception, ResultError)
    assert isinstance(show(tmp_path / "none.json", "-o", page_html).exception, ResultError)
    assert isinstance(show(tmp_path / "old.json", "-o", page_html).exception, ResultError)
    assert isinstance(show(run, "-o", tmp_path / "empty").exception, SettingsError)
    assert not page_html.exists()
