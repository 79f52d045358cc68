"""Agreement of two folders of labels, and of each with gold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractor import shipped
from extractor.errors import GoldError
from extractor.evaluation.agreement import Agreement, Labels, agree
from extractor.evaluation.agreement_report import as_json, as_markdown, as_text
from extractor.evaluation.gold import load_gold
from extractor.evaluation.labels import load_labels
from tests.evaluation.known import READ
from tests.evaluation.makers import TEXT, actor_row, build, event_row, position_row, write_gold

GOLD = shipped.gold()
OTHER = TEXT.replace("Headline", "Another headline")


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Folders for two labellers."""
    for name in "ab":
        (tmp_path / name).mkdir()
    return tmp_path / "a", tmp_path / "b"


def labels(folder: Path) -> Labels:
    return Labels(folder.name, load_gold(folder, build=build))


def agreement(first: Path, second: Path) -> Agreement:
    return agree(labels(first), labels(second), READ)


def test_the_published_figures_of_the_first_five_articles_are_reproduced() -> None:
    """As in eval/README.md: soft, found and strict F1 of events, then of positions."""
    a = load_labels(GOLD.joinpath("agreement", "a"), "a", GOLD, shipped.seeds())
    b = load_labels(GOLD.joinpath("agreement", "b"), "b", GOLD, shipped.seeds())
    first = {f"00{number}" for number in range(5)}
    a, b = (
        Labels(one.name, tuple(x for x in one.articles if x.file[:3] in first and x.file[3] == "_"))
        for one in (a, b)
    )

    def figures(one: Agreement) -> list[float]:
        return [
            round(summary.micro[measure].f1, 3)
            for summary in (one.figures.events, one.figures.positions)
            for measure in ("soft", "found", "strict")
        ]

    assert figures(agree(a, b)) == [0.983, 1.000, 0.857, 0.992, 1.000, 0.923]
    assert figures(agree(b, a)) == [0.946, 0.963, 0.815, 0.954, 0.962, 0.885]


def test_a_folder_agrees_with_itself_in_everything(folders: tuple[Path, Path]) -> None:
    for folder in folders:
        write_gold(folder, [event_row()], [position_row()])
    figures = agreement(*folders).figures
    assert figures.events.micro["strict"].f1 == figures.positions.micro["strict"].f1 == 1


def test_what_only_one_side_has_is_told_by_field_and_as_a_difference(folders: tuple[Path, Path]) -> None:
    write_gold(folders[0], [event_row(stage="proposed", sectors=["energy"])])
    write_gold(folders[1], [event_row()])
    events = as_json([agreement(*folders)])["pairs"][0]["events"]
    assert events["differences"] == {"field errors": 1}
    assert events["fields"]["stage"]["overall"]["f1"] == 0
    assert events["fields"]["action"]["overall"]["f1"] == 1
    assert events["fields"]["sectors"]["filled"] == 1
    assert events["fields"]["sectors"]["reference_filled"] == 0


def test_only_the_references_optional_records_may_lack(folders: tuple[Path, Path]) -> None:
    write_gold(folders[0], [event_row(), event_row(action="evade", targets=[], optional=True)])
    write_gold(folders[1], [event_row()])
    there, back = agreement(*folders), agreement(*reversed(folders))
    assert there.figures.events.micro["soft"].precision == 0.5
    assert back.figures.events.micro["soft"].f1 == 1


def test_the_references_aliases_are_right_names(folders: tuple[Path, Path]) -> None:
    write_gold(folders[0], [event_row(senders=[actor_row("Brussels", "coalition", None)])])
    named = actor_row("European Union", "intl_org", None, aliases=["Brussels"])
    write_gold(folders[1], [event_row(senders=[named])])
    assert agreement(*folders).figures.events.micro["strict"].f1 == 1


def test_articles_that_only_one_side_has_are_left_out_and_named(folders: tuple[Path, Path]) -> None:
    write_gold(folders[0], [event_row()])
    write_gold(folders[1], [event_row()])
    write_gold(folders[1], [event_row()], text=OTHER, name="z")
    found = agreement(*folders)
    assert (found.only_labels, found.only_reference) == ((), ("z.json",))
    assert found.figures.events.counts.gold == 1
    both = [found, agreement(*reversed(folders))]
    assert as_text(both).count("left out, in b but not in a: z.json") == 1


def test_folders_without_an_article_in_common_are_refused(folders: tuple[Path, Path]) -> None:
    write_gold(folders[0])
    write_gold(folders[1], text=OTHER)
    with pytest.raises(GoldError, match="no article in common with b"):
        agreement(*folders)


def test_slices_go_by_genre_language_and_split_of_the_reference(folders: tuple[Path, Path]) -> None:
    for name, text, genre in (("x", TEXT, "wire"), ("y", OTHER, "opinion")):
        write_gold(folders[0], [event_row()], text=text, name=name)
        write_gold(folders[1], [event_row()], text=text, name=name, genre=genre, split="test")
    pair = as_json([agreement(*folders)])["pairs"][0]
    assert {tag: list(parts) for tag, parts in pair["slices"].items()} == {
        "genre": ["opinion", "wire"],
        "language": ["en"],
        "split": ["test"],
    }
    assert pair["slices"]["genre"]["wire"]["documents"] == 1
    assert pair["slices"]["genre"]["wire"]["events"]["soft"]["f1"] == 1


def test_tables_name_every_direction_and_show_a_dash_where_nothing_is_filled(
    folders: tuple[Path, Path],
) -> None:
    for folder in folders:
        write_gold(folder, [event_row()], genre="wire")
    both = [agreement(*folders), agreement(*reversed(folders))]
    assert json.loads(json.dumps(as_json(both)))["agreement"] == 1
    text, markdown = as_text(both), as_markdown(both)
    assert "a against b" in text
    assert "| b against a | 1 | 1.000 / 1.000 / 1.000 | 1 and 1 | - | 0 and 0 |" in markdown
    assert "| events | date | 1 | - | - |" in markdown
    assert "| genre | wire | 1 | 1.000 / - | 1.000 / - |" in markdown


def test_an_article_is_looked_for_beside_the_labels_then_where_told(
    folders: tuple[Path, Path], tmp_path: Path
) -> None:
    write_gold(folders[0], [event_row()])
    texts = tmp_path / "texts"
    texts.mkdir()
    (folders[0] / "a.txt").rename(texts / "a.txt")
    assert load_labels(folders[0], "a", folders[1], texts).articles[0].file == "a.json"
    with pytest.raises(GoldError, match=r"a/a.json: article: file: 'a.txt' is neither"):
        load_labels(folders[0], "a", folders[1])


def test_a_bad_label_names_its_folder(folders: tuple[Path, Path]) -> None:
    write_gold(folders[1], [event_row(action="embargo")])
    with pytest.raises(GoldError, match=r"^b/a.json: events\[0\]: action"):
        load_labels(folders[1], "b", folders[0])


def test_of_several_bad_labels_each_names_its_folder(folders: tuple[Path, Path]) -> None:
    write_gold(folders[1], [event_row(action="embargo", stage="done")])
    with pytest.raises(GoldError) as raised:
        load_labels(folders[1], "b", folders[0])
    assert [line[:20] for line in str(raised.value).split("\n")[1:]] == ["b/a.json: events[0]: "[:20]] * 2


def test_a_folder_that_is_not_there_is_named_once(tmp_path: Path) -> None:
    with pytest.raises(GoldError) as raised:
        load_labels(tmp_path / "none", "none", tmp_path)
    assert str(raised.value).startswith(f"{tmp_path / 'none'}: folder")
