"""What other code imports."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest

import extractor
from extractor import Article, EngineUnusable, Extraction, Extractor, ReadError, UsageError, extract
from extractor.article.build import article_from_text
from tests.conftest import ChatServer
from tests.factories import draft, drafted_event

TEXT = "The United States imposed sanctions on Iran on Monday."
GOOD = {"draft": draft(drafted_event("imposed sanctions on Iran"))}


def test_the_public_names_are_these_and_all_can_be_imported() -> None:
    assert set(extractor.__all__) == set(extractor._HOMES) | {"__version__"}
    for name in extractor.__all__:
        assert getattr(extractor, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = extractor.nonsense


def test_text_a_path_and_an_article_give_the_same_records(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    results = [extract(x, model="rules") for x in (TEXT, path, article_from_text(TEXT))]
    assert len({result.article.id for result in results}) == 1
    assert results[0].events == results[1].events == results[2].events != ()


def test_one_unreadable_input_raises_alone_and_is_a_status_among_many(tmp_path: Path) -> None:
    missing = tmp_path / "missing.txt"
    with pytest.raises(ReadError, match=r"missing\.txt"):
        extract(missing, model="rules")
    with Extractor("rules") as e:
        results = list(e.extract_many([TEXT, missing]))
    assert sorted(result.status for result in results) == ["failed", "ok"]


def test_an_engine_that_cannot_be_used_raises_when_it_is_made() -> None:
    with pytest.raises(EngineUnusable, match="OPENAI_API_KEY"):
        Extractor("some-model")


def test_an_engine_that_turns_out_unusable_ends_the_run(chat: ChatServer) -> None:
    chat.script({"status": 401, "error": {"message": "no"}})
    with Extractor("stub", base_url=chat.base_url) as e, pytest.raises(EngineUnusable):
        list(e.extract_many([TEXT]))


@pytest.mark.parametrize("arguments", [{"concurrency": 0}, {"tries": 0}])
def test_wrong_arguments_raise(arguments: dict[str, int]) -> None:
    with pytest.raises(UsageError):
        Extractor("rules", **arguments)  # type: ignore[arg-type]


def test_what_is_no_article_raises() -> None:
    with pytest.raises(UsageError, match="int"):
        extract(3, model="rules")  # type: ignore[arg-type]


def test_a_string_that_names_a_file_is_a_path_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    with pytest.raises(UsageError, match="give pathlib"):
        extract(str(path), model="rules")


def test_the_environment_is_read_when_the_extractor_is_made(
    chat: ChatServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", chat.base_url)
    monkeypatch.setenv("EXTRACTOR_MODEL", "stub")
    chat.script(GOOD)
    with Extractor() as e:
        monkeypatch.delenv("OPENAI_BASE_URL")
        assert e.extract(TEXT).provenance.engine == "openai-compatible"


def test_the_sync_forms_work_inside_a_running_loop(chat: ChatServer) -> None:
    chat.script(GOOD, GOOD)

    async def notebook() -> list[Extraction]:
        with Extractor("stub", base_url=chat.base_url) as e:
            return [e.extract(TEXT), *e.extract_many([TEXT])]

    assert [len(result.events) for result in asyncio.run(notebook())] == [1, 1]


def test_the_async_forms_can_be_used_from_one_loop_after_another(chat: ChatServer) -> None:
    chat.script(GOOD, GOOD, GOOD)
    e = Extractor("stub", base_url=chat.base_url)

    async def many() -> list[Extraction]:
        return [result async for result in e.aextract_many([TEXT, TEXT])]

    assert len(asyncio.run(e.aextract(TEXT)).events) == 1
    assert [len(result.events) for result in asyncio.run(many())] == [1, 1]
    e.close()


def test_many_articles_share_connections_and_all_come_back(chat: ChatServer) -> None:
    articles = [article_from_text(f"{TEXT} Number {number} of the list.") for number in range(60)]
    with Extractor("stub", base_url=chat.base_url, concurrency=20) as e:
        results = list(e.extract_many(articles))
    assert {result.article.id for result in results} == {article.id for article in articles}
    assert len(chat.requests) == 60


def test_stopping_early_leaves_no_thread_behind() -> None:
    before = threading.active_count()
    with Extractor("rules") as e:
        results = e.extract_many(TEXT for _ in range(1000))
        next(results)
        results.close()  # type: ignore[attr-defined]  # a generator
    assert threading.active_count() <= before + 1  # the default executor's idle thread


def test_the_text_is_carried_when_asked_for() -> None:
    with Extractor("rules", with_text=True) as e:
        assert e.extract(TEXT).text == TEXT
    assert extract(TEXT, model="rules").text is None


def test_rows_are_flat_and_one_a_record() -> None:
    rows = extract(TEXT, model="rules").to_rows()
    assert rows
    for row in rows:
        assert all(value is None or isinstance(value, str | bool) for value in row.values())


def test_an_article_is_exported_under_its_own_name() -> None:
    assert Article.__module__ == "extractor.article.model"
