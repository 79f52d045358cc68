"""A run's documents by tag, and the labellers' agreement over the same documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.errors import SettingsError
from extractor.evaluation.ceiling import ceiling
from extractor.evaluation.figures import Counts, Kind
from extractor.evaluation.gold import GoldArticle, load_gold
from extractor.evaluation.kept import Kept
from extractor.evaluation.report import About, as_json
from extractor.evaluation.report_text import as_markdown, as_text
from extractor.evaluation.run import Document, Trial, score_results
from extractor.evaluation.slices import slices
from tests.evaluation.known import READ
from tests.evaluation.makers import TEXT, build, event, event_row, position_row, result, write_gold


def document(
    name: str, soft: float, pred: int, gold: int, cost: float | None = 0.25, **tags: str
) -> Document:
    counts = Counts(soft=soft, strict=0, found=0, grounded=0.0, pred=pred, gold=gold)
    return Document(name, name, tags, (Trial(counts, Counts(), "ok", None, 2.0, cost),))


def test_the_figures_of_a_slice_are_micro_over_its_documents() -> None:
    found = slices(
        [
            document("a", 1.0, 1, 1, genre="wire"),
            document("b", 0.5, 1, 3, genre="wire"),
            document("c", 0.0, 4, 1, genre="brief"),
        ]
    )
    wire = found["genre"]["wire"]
    assert wire.figures("events")["soft"] == pytest.approx((1.5 / 2, 1.5 / 4, 2 * 1.5 / 6))
    assert (wire.documents, wire.seconds, wire.cost) == (2, 4.0, 0.5)
    assert list(found["genre"]) == ["brief", "wire"]


def test_the_slices_of_a_tag_add_up_to_the_documents_that_have_it() -> None:
    documents = [
        document("a", 1.0, 1, 1, regime="iran"),
        document("b", 0.5, 1, 3),
        document("c", 0.0, 4, 1, regime="cuba"),
    ]
    regimes = slices(documents)["regime"]
    assert sum(one.documents for one in regimes.values()) == 2
    assert sum((one.events for one in regimes.values()), Counts()) == Counts(1.0, 0, 0, 0.0, 5, 2)


def test_an_article_without_a_split_is_in_dev_and_without_another_tag_in_none_of_its_slices() -> None:
    found = slices([document("a", 0, 0, 0), document("b", 0, 0, 0, split="test", length="long")])
    assert {tag: list(values) for tag, values in found.items()} == {
        "length": ["long"],
        "split": ["dev", "test"],
    }


def test_lengths_go_from_short_to_long() -> None:
    tagged = [document(length, 0, 0, 0, length=length) for length in ("long", "medium", "short")]
    assert list(slices(tagged)["length"]) == ["short", "medium", "long"]


def test_the_cost_of_a_slice_is_unknown_when_one_of_its_documents_is() -> None:
    found = slices([document("a", 0, 0, 0, language="en"), document("b", 0, 0, 0, None, language="en")])
    assert found["language"]["en"].cost is None


# The ceiling: gold, and what labellers a and b said of the same two articles.

OTHER = TEXT.replace("Headline", "Another headline")


@pytest.fixture
def gold(tmp_path: Path) -> tuple[GoldArticle, ...]:
    for name in ("a", "b"):
        (tmp_path / "agreement" / name).mkdir(parents=True)
    for name, text, genre in (("one", TEXT, "wire"), ("two", OTHER, "brief"), ("three", TEXT + "!", "wire")):
        write_gold(tmp_path, [event_row()], [position_row()], text=text, name=name, genre=genre)
    a, b = tmp_path / "agreement" / "a", tmp_path / "agreement" / "b"
    write_gold(a, [event_row()], [position_row()], text=TEXT, name="one", genre="wire")
    write_gold(b, [event_row()], [], text=TEXT, name="one", genre="wire")
    write_gold(a, [event_row()], [position_row()], text=OTHER, name="two", genre="brief")
    write_gold(b, [event_row(stage="proposed")], [position_row()], text=OTHER, name="two", genre="brief")
    return load_gold(tmp_path, build=build)


def agreed(kind: Kind, tmp_path: Path, gold: tuple[GoldArticle, ...]) -> dict[str, float | None]:
    top = ceiling(gold, tmp_path / "agreement", tmp_path, read=READ)
    assert top is not None
    return {
        "all": top.f1(kind),
        "strict": top.f1(kind, "strict"),
        "wire": top.slice(kind, "genre", "wire"),
        "brief": top.slice(kind, "genre", "brief"),
        "one": top.document(kind, gold[0].id),
    }


def test_the_ceiling_is_the_f1_of_one_labeller_against_the_other(
    tmp_path: Path, gold: tuple[GoldArticle, ...]
) -> None:
    """Events: equal in one, another stage in two (0.8 of the weight). Positions: b lacks one of two."""
    assert agreed("events", tmp_path, gold) == {
        "all": pytest.approx(0.9),
        "strict": pytest.approx(0.5),
        "wire": 1.0,
        "brief": pytest.approx(0.8),
        "one": 1.0,
    }
    assert agreed("positions", tmp_path, gold) == {
        "all": pytest.approx(2 / 3),
        "strict": pytest.approx(2 / 3),
        "wire": 0.0,
        "brief": 1.0,
        "one": 0.0,
    }


def test_an_article_labelled_once_is_left_out_and_counted(
    tmp_path: Path, gold: tuple[GoldArticle, ...]
) -> None:
    top = ceiling(gold, tmp_path / "agreement", tmp_path, read=READ)
    assert top is not None
    assert "over 2 of 3 articles" in top.source
    (three,) = (one for one in gold if one.file == "three.json")
    assert top.document("events", three.id) is None


def test_both_labellers_are_held_against_gold_too(tmp_path: Path, gold: tuple[GoldArticle, ...]) -> None:
    top = ceiling(gold, tmp_path / "agreement", tmp_path, read=READ)
    assert top is not None
    told = as_json(score_results(gold, [], read=READ), About(ceiling=top))["ceiling"]
    assert told["documents"] == 2
    assert told["events"]["soft"] == pytest.approx(0.9)
    assert told["events"]["pairs"]["b against gold"]["soft"]["f1"] == pytest.approx(0.9)
    assert told["positions"]["pairs"]["a against gold"]["soft"]["f1"] == 1
    assert sorted(told["positions"]["pairs"]) == [
        "a against b",
        "a against gold",
        "b against a",
        "b against gold",
    ]


def test_every_f1_stands_beside_its_ceiling(tmp_path: Path, gold: tuple[GoldArticle, ...]) -> None:
    """A run that finds two of the three events: .8 of F1, 89 % of the ceiling."""
    top = ceiling(gold, tmp_path / "agreement", tmp_path, read=READ)
    results = [result(one.article, events=(event(),)) for one in gold[:2]]
    evaluation = score_results(gold, results, read=READ, kept=Kept())
    shown = as_markdown(evaluation, About(ceiling=top))
    assert "| events | soft | 1.000 | 0.667 | 0.800 | 0.900 | 89% |" in shown
    assert "| a against b |" in shown
    assert "of ceiling" not in as_text(evaluation)


def test_a_folder_without_two_labellers_is_refused(tmp_path: Path, gold: tuple[GoldArticle, ...]) -> None:
    (tmp_path / "elsewhere" / "a").mkdir(parents=True)
    with pytest.raises(SettingsError, match="no folder 'b'"):
        ceiling(gold, tmp_path / "elsewhere", tmp_path, read=READ)


def test_without_an_article_labelled_twice_there_is_no_ceiling(
    tmp_path: Path, gold: tuple[GoldArticle, ...]
) -> None:
    only_once = [one for one in gold if one.file == "three.json"]
    assert len(only_once) == 1
    assert ceiling(only_once, tmp_path / "agreement", tmp_path, read=READ) is None
