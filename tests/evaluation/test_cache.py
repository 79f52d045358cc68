"""Results kept between runs: found when everything that decides them is the same, else asked for anew."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from extractor.article.model import Article
from extractor.errors import SettingsError
from extractor.evaluation import code_digest as digest
from extractor.evaluation.answers import Answer, ask
from extractor.evaluation.cache import Cache, key
from extractor.evaluation.gold import GoldArticle, load_gold
from extractor.schemas.extraction import Extraction, Provenance
from tests.evaluation.makers import TEXT, build, event, event_row, result, write_gold

ARTICLE = replace(
    build(TEXT, "a.txt", "A title", dt.date(2024, 3, 20)),
    languages=("en",),
)


class Said(list[str]):
    """What was told of the cache."""

    def __call__(self, words: str) -> None:
        self.append(words)


@pytest.fixture
def said() -> Said:
    return Said()


@pytest.fixture
def cache(tmp_path: Path, said: Said) -> Cache:
    return Cache(tmp_path / "cache", "engine", said)


def entries(folder: Path) -> list[Path]:
    return sorted((folder / "cache").iterdir())


@pytest.mark.parametrize(
    "changed",
    [
        replace(ARTICLE, text=TEXT + "!"),
        replace(ARTICLE, title="Another title"),
        replace(ARTICLE, title=None),
        replace(ARTICLE, published=dt.date(2024, 3, 21)),
        replace(ARTICLE, published=None),
        replace(ARTICLE, languages=("en", "ru")),
    ],
    ids=["text", "title", "no title", "date", "no date", "languages"],
)
def test_all_that_an_engine_is_shown_is_part_of_the_key(changed: Article) -> None:
    assert key("engine", "code", changed, 1) != key("engine", "code", ARTICLE, 1)


def test_engine_code_and_trial_are_part_of_the_key_and_the_file_is_not() -> None:
    usual = key("engine", "code", ARTICLE, 1)
    others = {
        key("other", "code", ARTICLE, 1),
        key("engine", "new", ARTICLE, 1),
        key("engine", "code", ARTICLE, 2),
    }
    assert len(others | {usual}) == 4
    assert key("engine", "code", replace(ARTICLE, source="elsewhere.txt"), 1) == usual


def test_a_result_comes_back_as_it_was_for_the_article_that_asks(cache: Cache, said: Said) -> None:
    made = Provenance(engine="x", model="m", tool_version="0", seconds=3.25, cost=0.5, tokens_in=7)
    cache.put(ARTICLE, 1, result(ARTICLE, events=(event(),), provenance=made))
    moved = replace(ARTICLE, source="elsewhere.txt")
    found = cache.get(moved, 1)
    assert found is not None
    assert (found.events, found.provenance) == ((event(),), made)
    assert found.article.source == "elsewhere.txt"
    assert cache.get(ARTICLE, 2) is None
    assert said == []


@pytest.mark.parametrize(
    "vain",
    [
        {"status": "failed", "error": "hung up"},
        {"status": "refused", "error": "no"},
        {"status": "partial", "error": "a window failed"},
    ],
)
def test_what_should_be_tried_again_is_not_kept(cache: Cache, vain: dict[str, str], tmp_path: Path) -> None:
    cache.put(ARTICLE, 1, result(ARTICLE, **vain))
    assert entries(tmp_path) == []


def test_a_result_that_lost_a_record_for_good_is_kept(cache: Cache) -> None:
    cache.put(ARTICLE, 1, result(ARTICLE, status="partial"))
    assert cache.get(ARTICLE, 1) is not None


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"article": 1}', b"\xff\xfe"])
def test_a_damaged_entry_is_told_of_and_made_anew(
    cache: Cache, said: Said, damage: bytes, tmp_path: Path
) -> None:
    cache.put(ARTICLE, 1, result(ARTICLE))
    (entry,) = entries(tmp_path)
    entry.write_bytes(damage)
    assert cache.get(ARTICLE, 1) is None
    assert len(said) == 1
    assert "damaged" in said[0]
    assert str(entry) in said[0]
    cache.put(ARTICLE, 1, result(ARTICLE))
    assert cache.get(ARTICLE, 1) is not None


def test_an_entry_of_another_article_is_not_taken(cache: Cache, said: Said, tmp_path: Path) -> None:
    cache.put(ARTICLE, 1, result(ARTICLE))
    (entry,) = entries(tmp_path)
    entry.write_text(result(build("Else", "x", None, None)).model_dump_json(), encoding="utf-8")
    assert cache.get(ARTICLE, 1) is None
    assert "another article" in said[0]


def test_entries_are_written_at_one_stroke(cache: Cache, tmp_path: Path) -> None:
    for trial in range(1, 4):
        cache.put(ARTICLE, trial, result(ARTICLE))
    assert [entry.suffix for entry in entries(tmp_path)] == [".json"] * 3


def test_a_folder_that_cannot_be_made_is_refused_at_once(tmp_path: Path, said: Said) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(SettingsError, match="--no-cache"):
        Cache(tmp_path / "file" / "cache", "engine", said)


def test_a_cache_that_breaks_on_the_way_is_told_of_once_and_ends_no_run(
    cache: Cache, said: Said, tmp_path: Path
) -> None:
    shutil.rmtree(tmp_path / "cache")
    for trial in (1, 2):
        cache.put(ARTICLE, trial, result(ARTICLE))
    assert len(said) == 1
    assert "cannot be written" in said[0]


def test_the_text_of_an_article_is_not_stored_again(cache: Cache, tmp_path: Path) -> None:
    cache.put(ARTICLE, 1, result(ARTICLE, text=TEXT))
    assert "Leave a reply" not in entries(tmp_path)[0].read_text(encoding="utf-8")


def test_the_digest_covers_rules_and_data_but_neither_scorer_nor_commands() -> None:
    names = {name for name, _ in digest._files(files("extractor"))}
    assert {"/pipeline.py", "/engines/rules/engine.py", "/knowledge/data/actors/bodies.csv"} <= names
    assert not any(name.startswith(("/evaluation/", "/cli/")) for name in names)
    assert len(digest.code_digest()) == 16


def test_results_kept_before_the_tool_changed_are_counted_and_not_taken(
    cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = replace(ARTICLE, text=TEXT + "!")
    cache.put(ARTICLE, 1, result(ARTICLE))
    cache.put(ARTICLE, 2, result(ARTICLE))
    assert cache.outdated([ARTICLE, other], 3) == 0
    monkeypatch.setattr("extractor.evaluation.cache.code_digest", lambda: "changed")
    assert cache.outdated([ARTICLE, other], 3) == 2
    assert cache.get(ARTICLE, 1) is None
    cache.put(ARTICLE, 1, result(ARTICLE))
    assert cache.outdated([ARTICLE, other], 3) == 1


def test_results_of_another_engine_are_not_counted_as_kept_before(
    cache: Cache, said: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.put(ARTICLE, 1, result(ARTICLE))
    monkeypatch.setattr("extractor.evaluation.cache.code_digest", lambda: "changed")
    assert Cache(tmp_path / "cache", "another", said).outdated([ARTICLE], 1) == 0


# Asking with a cache.


@pytest.fixture
def gold(tmp_path: Path) -> tuple[GoldArticle, ...]:
    (tmp_path / "gold").mkdir()
    for name in "abc":
        write_gold(
            tmp_path / "gold", [event_row()], text=TEXT.replace("The end", f"The {name} end"), name=name
        )
    return load_gold(tmp_path / "gold", build=build)


class Engine:
    """Answers every article and remembers which; ``breaks_after`` so many it ends like a power cut."""

    def __init__(self, breaks_after: int = 99, status: str = "ok") -> None:
        self.asked: list[str] = []
        self._breaks_after = breaks_after
        self._status = status

    def __call__(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        for article in articles:
            if len(self.asked) == self._breaks_after:
                raise KeyboardInterrupt
            self.asked.append(article.source)
            error = "no" if self._status == "failed" else None
            yield result(article, events=(event(),), status=self._status, error=error)


def trials_of(answers: Iterable[Answer]) -> list[tuple[int, str, bool]]:
    return sorted((one.trial, one.result.article.source, one.cached) for one in answers)


def test_a_second_run_asks_nothing(cache: Cache, gold: tuple[GoldArticle, ...]) -> None:
    first, second = Engine(), Engine()
    assert not any(one.cached for one in ask(gold, first, 2, cache))
    assert trials_of(ask(gold, second, 2, cache)) == [
        (trial, f"{name}.txt", True) for trial in (1, 2) for name in "abc"
    ]
    assert len(first.asked) == 6
    assert second.asked == []


def test_an_interrupted_run_goes_on_where_it_was(cache: Cache, gold: tuple[GoldArticle, ...]) -> None:
    with pytest.raises(KeyboardInterrupt):
        list(ask(gold, Engine(breaks_after=4), 2, cache))
    rest = Engine()
    answers = trials_of(ask(gold, rest, 2, cache))
    assert rest.asked == ["b.txt", "c.txt"]
    assert [(trial, source) for trial, source, cached in answers if not cached] == [
        (2, "b.txt"),
        (2, "c.txt"),
    ]
    assert len(answers) == 6


def test_more_trials_ask_for_the_further_ones_only(cache: Cache, gold: tuple[GoldArticle, ...]) -> None:
    list(ask(gold, Engine(), 1, cache))
    more = Engine()
    list(ask(gold, more, 3, cache))
    assert more.asked == ["a.txt", "b.txt", "c.txt"] * 2


def test_what_failed_is_asked_again(cache: Cache, gold: tuple[GoldArticle, ...]) -> None:
    list(ask(gold, Engine(status="failed"), 1, cache))
    again = Engine()
    list(ask(gold, again, 1, cache))
    assert len(again.asked) == 3


def test_without_a_cache_every_trial_asks_about_every_article(gold: tuple[GoldArticle, ...]) -> None:
    engine = Engine()
    assert [one.trial for one in ask(gold, engine, 2)] == [1, 1, 1, 2, 2, 2]
    assert len(engine.asked) == 6
