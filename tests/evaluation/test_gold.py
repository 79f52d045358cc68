"""Gold files load into checked records, or fail naming file, record and field."""

from __future__ import annotations

import datetime as dt
import json
import pickle
import zipfile
from pathlib import Path
from typing import Any

import pytest

from extractor.errors import GoldError
from extractor.evaluation.gold import GoldArticle, gold_hash, load_gold, unnamed_texts
from extractor.evaluation.gold_mistakes import GoldErrors
from tests.evaluation.makers import TEXT, actor_row, build, event_row, position_row, write_gold


def load_one(folder: Path) -> GoldArticle:
    (article,) = load_gold(folder, build=build)
    return article


def test_a_gold_file_becomes_records_with_located_evidence(tmp_path: Path) -> None:
    write_gold(
        tmp_path,
        [event_row(date={"text": "in March", "start": "2024-03-01", "end": "2024-03-31"}, note="ruling 10")],
        [position_row(optional=True)],
        title="Headline about sanctions",
        published="2024-03-20",
        genre="wire",
        regime="russia",
        length="short",
        split="dev",
    )
    gold = load_one(tmp_path)
    (event,), (position,) = gold.events, gold.positions
    evidence = event.record.evidence[0]

    assert gold.article.text[evidence.start : evidence.end] == "imposed sanctions"
    assert event.aliases == {"European Union": ("EU",)}
    assert event.note == "ruling 10"
    assert not event.optional
    assert position.optional
    assert position.record.leaning == "relief"
    assert gold.article.title == "Headline about sanctions"
    assert gold.article.published == dt.date(2024, 3, 20)
    assert gold.tags == {
        "language": "en", "genre": "wire", "regime": "russia", "length": "short", "split": "dev"
    }  # fmt: skip


def test_articles_come_by_file_name(tmp_path: Path) -> None:
    write_gold(tmp_path, name="b", text="Beta news")
    write_gold(tmp_path, name="a", text="Alpha news")
    assert [one.file for one in load_gold(tmp_path, build=build)] == ["a.json", "b.json"]


def test_an_article_that_is_not_beside_the_gold_is_looked_for_among_the_seeds(tmp_path: Path) -> None:
    gold, seeds = tmp_path / "gold", tmp_path / "seeds"
    gold.mkdir()
    seeds.mkdir()
    path = write_gold(gold, [event_row()])
    (gold / "a.txt").rename(seeds / "a.txt")

    assert load_gold(gold, seeds, build)[0].article.text == TEXT
    with pytest.raises(GoldError, match=r"a\.json: article: file: 'a\.txt' is neither beside the gold"):
        load_gold(gold, build=build)
    assert path.exists()


def test_gold_inside_a_zip_loads_as_well(tmp_path: Path) -> None:
    write_gold(tmp_path, [event_row()])
    with zipfile.ZipFile(tmp_path / "wheel.zip", "w") as made:
        for name in ("a.json", "a.txt"):
            made.write(tmp_path / name, f"gold/{name}")
    with zipfile.ZipFile(tmp_path / "wheel.zip") as opened:
        folder = zipfile.Path(opened, "gold/")
        assert len(load_gold(folder, build=build)[0].events) == 1


BAD_EVENTS: list[tuple[dict[str, Any], str, str]] = [
    ({"action": "embargo"}, "action", "'embargo'"),
    ({"stage": "done"}, "stage", "'done'"),
    ({"colour": "red"}, "colour", "Extra inputs"),
    ({"evidence": []}, "evidence", "at least 1 item"),
    ({"evidence": [{"quote": "never imposed sanctions"}]}, "evidence[0].quote", "not in the article"),
    ({"evidence": [{"quote": "imposed  sanctions"}]}, "evidence[0].quote", "not in the article"),
    (
        {"evidence": [{"quote": "sanctions"}]},
        "evidence[0].quote",
        "occurs 3 times; give its start: 15, 52, 89",
    ),
    (
        {"evidence": [{"quote": "sanctions", "start": 16}]},
        "evidence[0].quote",
        "is not there, but at 15, 52, 89",
    ),
    ({"evidence": [{"quote": "Leave a reply"}]}, "evidence[0].quote", "boilerplate (reply)"),
    ({"measures": ["penalty"]}, "measures", "belongs to action 'enforce'"),
    ({"measures": ["travel_ban", "travel_ban"]}, "measures", "listed twice"),
    (
        {"date": {"text": "x", "start": "2024-03-02", "end": "2024-03-01"}},
        "date.end",
        "before start 2024-03-02",
    ),
    ({"date": {"text": "x", "start": "March", "end": None}}, "date.start", "'March'"),
    ({"in_force": {"text": "x", "start": "2024-03-02", "end": "2024-03-01"}}, "in_force.end", "before start"),
    ({"targets": [actor_row(country="RUS")]}, "targets[0].country", "'RUS'"),
    ({"targets": [actor_row(country="ru")]}, "targets[0].country", "'ru'"),
    ({"targets": [actor_row(country="ZZ")]}, "targets[0].country", "no ISO 3166-1"),
    ({"senders": [actor_row("EU", "intl_org", "BE")]}, "senders[0].country", "null for kind 'intl_org'"),
    ({"senders": [actor_row("G7", "coalition", "US")]}, "senders[0].country", "null for kind 'coalition'"),
    ({"senders": [actor_row(kind="country")]}, "senders[0].kind", "'country'"),
    ({"targets": [actor_row(count=3)]}, "targets[0].count", "only a group"),
    ({"targets": [actor_row(aliases=["the official"])]}, "targets[0].aliases", "names nobody"),
    (
        {"targets": [actor_row("Ivan Petrov", "person", aliases=["Russia"])]},
        "targets[0].aliases",
        "the state of 'Ivan Petrov'",
    ),
    ({"optional": "no"}, "optional", "'no'"),
    ({"is_background": None}, "is_background", "None"),
]


@pytest.mark.parametrize(("fields", "field", "problem"), BAD_EVENTS)
def test_an_event_that_breaks_a_rule_names_file_record_and_field(
    tmp_path: Path, fields: dict[str, Any], field: str, problem: str
) -> None:
    write_gold(tmp_path, [event_row(), event_row(**fields)])
    with pytest.raises(GoldError) as caught:
        load_gold(tmp_path, build=build)
    assert (caught.value.file, caught.value.record, caught.value.field) == ("a.json", "events[1]", field)
    assert problem in str(caught.value)


def issue_row(**fields: Any) -> dict[str, Any]:
    row: dict[str, Any] = position_row()["issue"]
    return row | fields


BAD_POSITIONS: list[tuple[dict[str, Any], str, str]] = [
    ({"stance": "against"}, "stance", "'against'"),
    ({"issue": issue_row(kind="conduct")}, "issue.action", "null unless kind is 'sanctions'"),
    ({"issue": issue_row(action=None)}, "issue.action", "needs the act"),
    ({"issue": issue_row(label="two words")}, "issue.label", "3 to 10 words"),
    ({"issue": issue_row(topic="x")}, "issue.topic", "Extra inputs"),
    ({"holder": None}, "holder", "None"),
    ({"speaker": actor_row("A", "person", "XX")}, "speaker.country", "no ISO 3166-1"),
    ({"certainty": "sure"}, "certainty", "'sure'"),
]


@pytest.mark.parametrize(("fields", "field", "problem"), BAD_POSITIONS)
def test_a_position_that_breaks_a_rule_names_file_record_and_field(
    tmp_path: Path, fields: dict[str, Any], field: str, problem: str
) -> None:
    write_gold(tmp_path, positions=[position_row(**fields)])
    with pytest.raises(GoldError) as caught:
        load_gold(tmp_path, build=build)
    assert (caught.value.file, caught.value.record, caught.value.field) == ("a.json", "positions[0]", field)
    assert problem in str(caught.value)


@pytest.mark.parametrize(
    ("header", "field", "problem"),
    [
        ({"file": "../a.txt"}, "file", "not a path inside"),
        ({"file": "b.txt"}, "file", "neither beside"),
        ({"id": "0123456789abcdef"}, "id", "was it edited"),
        ({"published": "yesterday"}, "published", "'yesterday'"),
        ({"genre": "novel"}, "genre", "'novel'"),
        ({"author": "me"}, "author", "Extra inputs"),
    ],
)
def test_a_header_that_breaks_a_rule_is_named(
    tmp_path: Path, header: dict[str, Any], field: str, problem: str
) -> None:
    write_gold(tmp_path, **header)
    with pytest.raises(GoldError) as caught:
        load_gold(tmp_path, build=build)
    assert (caught.value.record, caught.value.field) == ("article", field)
    assert problem in str(caught.value)


def test_the_right_id_is_accepted(tmp_path: Path) -> None:
    write_gold(tmp_path)
    known = load_one(tmp_path).id
    write_gold(tmp_path, id=known)
    assert load_one(tmp_path).id == known


def test_a_start_picks_one_of_several_occurrences(tmp_path: Path) -> None:
    write_gold(tmp_path, [event_row(evidence=[{"quote": "sanctions", "start": 89}])])
    assert load_one(tmp_path).events[0].record.evidence[0].start == 89


def test_a_quote_keeps_its_place_when_a_title_is_put_on_top_of_the_text(tmp_path: Path) -> None:
    """The package's own reading adds a title that the file lacks; gold's offsets are those of the file."""
    text = "The EU imposed sanctions on Russia, officials said. More sanctions will follow, they said.\n"
    start = text.rindex("sanctions")
    write_gold(
        tmp_path,
        [event_row(evidence=[{"quote": "sanctions", "start": start}, {"quote": "imposed sanctions"}])],
        text=text,
        title="Why the EU imposed sanctions",
    )
    (gold,) = load_gold(tmp_path)
    moved = len(gold.article.text) - len(text)
    found = [quote.start for quote in gold.events[0].record.evidence]
    assert found[0] - start == found[1] - text.index("imposed") >= len("Why the EU imposed sanctions")
    assert moved > 0


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"{", "Invalid JSON"),
        (b"[]", "should be an object"),
        (b'{"article": {"file": "a.txt"}, "events": []}', "a.json: positions: content: Field required"),
        (b'{"article": {"file": "\xff"}, "events": [], "positions": []}', "a.json: file: content"),
    ],
)
def test_a_file_that_is_no_gold_file_is_refused(tmp_path: Path, content: bytes, problem: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.json").write_bytes(content)
    with pytest.raises(GoldError, match=r"a\.json") as caught:
        load_gold(tmp_path, build=build)
    assert problem in str(caught.value)


def test_an_article_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    write_gold(tmp_path)
    (tmp_path / "a.txt").write_bytes("café".encode("latin-1"))
    with pytest.raises(GoldError, match="is not UTF-8"):
        load_gold(tmp_path, build=build)


def test_an_article_without_words_is_refused_as_gold(tmp_path: Path) -> None:
    write_gold(tmp_path, text="  \n")
    with pytest.raises(GoldError, match="no text in it"):
        load_gold(tmp_path)


def test_an_empty_or_absent_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"no \*\.json in it"):
        load_gold(tmp_path, build=build)
    with pytest.raises(GoldError, match="no such folder"):
        load_gold(tmp_path / "none", build=build)


def test_two_files_that_label_one_article_are_refused(tmp_path: Path) -> None:
    write_gold(tmp_path, name="a")
    write_gold(tmp_path, name="b")
    with pytest.raises(GoldError, match=r"b\.json: article: file: the same text as in a\.json"):
        load_gold(tmp_path, build=build)


def test_the_hash_changes_with_a_label_and_not_with_layout_order_or_notes(tmp_path: Path) -> None:
    path = write_gold(tmp_path, [event_row(), event_row(action="tighten")])
    first = gold_hash(load_gold(tmp_path, build=build))
    write_gold(tmp_path, [event_row(action="tighten", note="ruling 10"), event_row()], genre="wire")
    path.write_text(json.dumps(json.loads(path.read_text()), indent=4))
    assert gold_hash(load_gold(tmp_path, build=build)) == first
    write_gold(tmp_path, [event_row(), event_row(action="tighten", optional=True)])
    assert gold_hash(load_gold(tmp_path, build=build)) != first


# All mistakes at once, so that a folder labelled by hand is mended in one go.


def told(folder: Path) -> list[tuple[str, str, str]]:
    with pytest.raises(GoldErrors) as caught:
        load_gold(folder, build=build)
    assert str(caught.value).count("\n") == len(caught.value.errors)
    return [(one.file, one.record, one.field) for one in caught.value.errors]


def test_every_wrong_file_is_named_and_the_sound_ones_are_not(tmp_path: Path) -> None:
    write_gold(tmp_path, [event_row(action="embargo")], name="a")
    write_gold(tmp_path, [event_row()], name="b", text=TEXT + " b")
    write_gold(tmp_path, [event_row()], name="c", file="none.txt")
    (tmp_path / "d.json").write_text("{", encoding="utf-8")
    write_gold(tmp_path, [event_row()], name="e", text=TEXT + " b")
    assert told(tmp_path) == [
        ("a.json", "events[0]", "action"),
        ("c.json", "article", "file"),
        ("d.json", "file", "content"),
        ("e.json", "article", "file"),
    ]


def test_all_mistakes_of_form_in_a_file_are_told(tmp_path: Path) -> None:
    wrong = event_row(action="embargo", stage="done"), event_row(colour="red")
    write_gold(tmp_path, wrong, [position_row(stance="against")])
    assert told(tmp_path) == [
        ("a.json", "events[0]", "action"),
        ("a.json", "events[0]", "stage"),
        ("a.json", "events[1]", "colour"),
        ("a.json", "positions[0]", "stance"),
    ]


def test_all_broken_rules_and_all_quotes_that_are_not_there_are_told(tmp_path: Path) -> None:
    cited = [{"quote": "never said"}, {"quote": "imposed sanctions"}, {"quote": "sanctions"}]
    wrong = event_row(measures=["penalty"], targets=[actor_row(count=3)], evidence=cited)
    write_gold(tmp_path, [event_row(), wrong], [position_row(issue=issue_row(label="two words"))])
    assert told(tmp_path) == [
        ("a.json", "events[1]", "measures"),
        ("a.json", "events[1]", "targets[0].count"),
        ("a.json", "events[1]", "evidence[0].quote"),
        ("a.json", "events[1]", "evidence[2].quote"),
        ("a.json", "positions[0]", "issue.label"),
    ]


def test_mistakes_and_wrong_files_are_counted(tmp_path: Path) -> None:
    write_gold(tmp_path, [event_row(action="embargo", stage="done")], name="a")
    write_gold(tmp_path, [event_row()], name="b", text=TEXT + " b")
    with pytest.raises(GoldErrors, match=r"^2 mistakes in 1 of 2 gold files\na\.json: events\[0\]: action: "):
        load_gold(tmp_path, build=build)


def test_a_file_in_another_format_does_not_hide_the_next(tmp_path: Path) -> None:
    write_gold(tmp_path, [{f"field{i}": 1 for i in range(30)}], name="a")
    write_gold(tmp_path, [event_row(action="embargo")], name="b")
    with pytest.raises(GoldErrors) as caught:
        load_gold(tmp_path, build=build)
    lines = str(caught.value).split("\n")
    assert [line.startswith("a.json: events[0]") for line in lines[1:11]] == [True] * 10
    assert lines[11] == f"a.json: and {len(caught.value.errors) - 11} more"
    assert lines[12].startswith("b.json: events[0]: action")


def test_several_mistakes_cross_process_borders(tmp_path: Path) -> None:
    write_gold(tmp_path, [event_row(action="embargo", stage="done")])
    with pytest.raises(GoldErrors) as caught:
        load_gold(tmp_path, build=build)
    back = pickle.loads(pickle.dumps(caught.value))
    assert str(back) == str(caught.value)


def test_texts_that_no_gold_file_names_are_told(tmp_path: Path) -> None:
    write_gold(tmp_path, [event_row()])
    gold = load_gold(tmp_path, build=build)
    assert unnamed_texts(tmp_path, gold) == ()
    for name in ("c.txt", "b.TXT", "notes.md"):
        (tmp_path / name).write_text("News", encoding="utf-8")
    assert unnamed_texts(tmp_path, gold) == ("b.TXT", "c.txt")
