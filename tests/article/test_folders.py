"""Which files of a folder are read, and that the others are named."""

from __future__ import annotations

from pathlib import Path

from extractor.article.sources import expand, left_out


def folder(tmp_path: Path, *names: str) -> str:
    for name in names:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Words of an article.", encoding="utf-8")
    return str(tmp_path)


def test_notes_about_the_folder_are_no_articles_but_can_be_named(tmp_path: Path) -> None:
    path = folder(tmp_path, "a.txt", "README.md", "SOURCES.md", "sub/LICENSE.txt")
    assert [Path(source.name).name for source in expand([path])] == ["a.txt"]
    named = str(tmp_path / "README.md")
    assert [source.name for source in expand([named])] == [named]


def test_an_article_that_is_only_called_like_a_note_is_read(tmp_path: Path) -> None:
    path = folder(tmp_path, "sources.txt", "Readme-for-sanctions.md")
    assert len(list(expand([path]))) == 2


def test_what_is_left_out_of_folders_is_named_with_its_reason(tmp_path: Path) -> None:
    path = folder(tmp_path, "a.txt", "b.docx", "c", "README.md", ".hidden.txt")
    assert [(Path(name).name, reason) for name, reason in left_out([path, "-", "http://x.example/"])] == [
        ("README.md", "a note about the folder"),
        ("b.docx", "suffix '.docx' is not read from folders"),
        ("c", "it has no suffix"),
    ]
