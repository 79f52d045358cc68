from __future__ import annotations

import datetime as dt
import io
import json
import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.article.model import Article
from extractor.article.sources import ReadOptions, Source, count_hint, expand, read, read_path
from extractor.errors import ReadError
from tests.article.pages import PARAGRAPHS, page
from tests.article.web import answer, serve


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, text: str = PARAGRAPHS[0]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def jsonl(*texts: str) -> str:
    return "".join(json.dumps({"text": text}) + "\n" for text in texts)


def names(*paths: str) -> list[str]:
    return [source.name for source in expand(paths)]


def results(*paths: str) -> Iterator[Article | ReadError]:
    for source in expand(paths):
        try:
            yield read(source)
        except ReadError as error:
            yield error


def only_error(path: str) -> ReadError:
    (result,) = results(path)
    assert isinstance(result, ReadError)
    return result


def stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(data))))


def test_files_come_in_the_order_given(here: Path) -> None:
    write(here / "b.txt")
    write(here / "a.txt")
    assert names("b.txt", "a.txt") == ["b.txt", "a.txt"]


def test_a_folder_gives_its_known_files_sorted_with_its_subfolders(here: Path) -> None:
    for name in ["d/b.txt", "d/a.md", "d/c.HTML", "d/x.py", "d/.hidden.txt", "d/sub/a.txt", "d/.git/a.txt"]:
        write(here / name)
    assert names("d") == ["d/a.md", "d/b.txt", "d/c.HTML", "d/sub/a.txt"]


def test_a_glob_gives_its_matches_sorted_and_each_file_once(here: Path) -> None:
    for name in ["d/b.txt", "d/a.txt", "d/sub/c.txt"]:
        write(here / name)
    assert names("d/*.txt") == ["d/a.txt", "d/b.txt"]
    assert names("d/**") == ["d/a.txt", "d/b.txt", "d/sub/c.txt"]


def test_a_file_whose_name_looks_like_a_pattern_is_taken_by_its_name(here: Path) -> None:
    write(here / "a[1].txt")
    assert isinstance(next(results("a[1].txt")), Article)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("missing.txt", "there is no such file"),
        ("d/*.txt", "no file matches this pattern"),
        ("empty", "this folder has no articles (.htm .html .jsonl .md .pdf .txt)"),
        ("empty.jsonl", "there is no line in it"),
        ("blank.txt", "there is no text in it"),
        ("ftp://a.example/x", "this is no http or https address"),
    ],
)
def test_what_cannot_be_read_is_an_error_of_its_own_and_the_rest_goes_on(
    here: Path, path: str, reason: str
) -> None:
    (here / "empty").mkdir()
    write(here / "empty.jsonl", "\n\n")
    write(here / "blank.txt", " \n")
    write(here / "good.txt")
    first, second = results(path, "good.txt")
    assert isinstance(first, ReadError)
    assert (first.source, first.reason) == (path, reason)
    assert first.remedy
    assert isinstance(second, Article)


def test_a_jsonl_file_gives_one_source_a_line_and_a_bad_line_is_its_own_error(here: Path) -> None:
    write(here / "a.jsonl", jsonl(PARAGRAPHS[0]) + "{bad\n" + jsonl(PARAGRAPHS[1]))
    first, second, third = results("a.jsonl")
    assert isinstance(first, Article)
    assert isinstance(second, ReadError)
    assert isinstance(third, Article)
    assert [first.source, second.source, third.source] == ["a.jsonl#1", "a.jsonl#2", "a.jsonl#3"]


def test_a_jsonl_file_is_read_line_by_line(here: Path) -> None:
    write(here / "a.jsonl", jsonl(*PARAGRAPHS))
    sources = expand(["a.jsonl"])
    assert next(sources).name == "a.jsonl#1"
    sources.close()  # type: ignore[attr-defined]  # a generator: closes the file, or pytest warns


def test_an_overlong_line_is_its_own_error(here: Path) -> None:
    write(here / "a.jsonl", jsonl("x" * 200_000, PARAGRAPHS[0]))
    first, second = expand(["a.jsonl"], ReadOptions(max_bytes=1000))
    assert (first.kind, second.kind) == ("broken", "line")
    with pytest.raises(ReadError, match=r"a\.jsonl#1: this line is longer than an article of 1,000 bytes"):
        read(first)


def test_a_file_of_unknown_suffix_is_told_by_its_content(here: Path) -> None:
    write(here / "a.data", jsonl(*PARAGRAPHS))
    write(here / "b.data", page())
    assert names("a.data", "b.data") == [*(f"a.data#{n}" for n in range(1, 5)), "b.data"]
    article = next(results("b.data"))
    assert isinstance(article, Article)
    assert article.title == "Ministers prolong the embargo"


def test_an_address_is_named_without_its_credentials_and_read_with_the_options() -> None:
    with serve({"/a": answer(page().encode())}) as (base, requests):
        (source,) = expand([base.replace("http://", "http://jo:pw@") + "/a"])
        assert source.name == f"{base}/a"
        with pytest.raises(ReadError, match="private"):
            read(source)
        article = read(source, ReadOptions(allow_private=True, published=dt.date(2024, 1, 2)))
    assert article.published == dt.date(2024, 1, 2)
    assert len(requests) == 1


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (PARAGRAPHS[0].encode(), ["-"]),
        (page().encode(), ["-"]),
        (jsonl(*PARAGRAPHS[:2]).encode(), ["-#1", "-#2"]),
    ],
)
def test_stdin_is_text_html_or_jsonl(
    monkeypatch: pytest.MonkeyPatch, data: bytes, expected: list[str]
) -> None:
    stdin(monkeypatch, data)
    found = list(results("-"))
    assert all(isinstance(article, Article) and "<p>" not in article.text for article in found)
    assert [article.source for article in found] == expected


def test_empty_stdin_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, b"")
    assert only_error("-").reason == "there is no text in it"


def test_stdin_over_the_limit_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, b"x" * 10_001)
    (source,) = expand(["-"], ReadOptions(max_bytes=1000))
    with pytest.raises(ReadError, match="stdin holds more than 10,000 bytes"):
        read(source)


def test_a_source_can_be_sent_to_another_process(here: Path) -> None:
    write(here / "a.jsonl", jsonl(PARAGRAPHS[0]))
    for source in [*expand(["a.jsonl", "missing", "http://a.example/x"]), Source("-", "bytes", "-", b"x")]:
        assert pickle.loads(pickle.dumps(source)) == source


def test_the_day_given_stands_in_for_a_text(here: Path) -> None:
    write(here / "a.txt")
    (source,) = expand(["a.txt"])
    assert read(source, ReadOptions(published=dt.date(2024, 3, 5))).published == dt.date(2024, 3, 5)


def test_one_path_is_read_as_one_article(here: Path) -> None:
    assert read_path(write(here / "a.txt")).source == str(here / "a.txt")
    assert read_path(write(here / "one.jsonl", jsonl(PARAGRAPHS[0]))).source == f"{here / 'one.jsonl'}#1"


def test_a_path_of_several_articles_or_of_none_is_an_error(here: Path) -> None:
    with pytest.raises(ReadError, match="it holds several articles"):
        read_path(write(here / "two.jsonl", jsonl(*PARAGRAPHS)))
    with pytest.raises(ReadError, match="this is a folder"):
        read_path(here)
    with pytest.raises(ReadError, match="there is no such file"):
        read_path(here / "missing.txt")


def test_the_count_is_what_expanding_gives_where_it_is_cheap(here: Path) -> None:
    write(here / "d/a.txt")
    write(here / "d/b.jsonl", jsonl(*PARAGRAPHS) + "\n")
    write(here / "d/.x.txt")
    (here / "empty").mkdir()
    paths = ["d", "d/*.txt", "d/b.jsonl", "missing", "none*", "empty", "http://a.example/x"]
    assert count_hint(paths) == len(list(expand(paths))) == 14
    assert count_hint(["d", "-"]) is None
    assert count_hint([]) == 0
