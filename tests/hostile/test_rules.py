"""The embedded rules read whatever there is in bounded time and quote to the letter."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor import Extraction, Extractor, Position, SanctionsEvent
from tests.hostile.invented import Invented, invented
from tests.hostile.made import DISGUISED, ENDLESS, UNREADABLE, Made

GUARD = 30  # seconds: far above what any of them takes, far below what work without end would


@pytest.fixture(scope="module")
def rules() -> Iterator[Extractor]:
    with Extractor("rules", with_text=True) as extractor:
        yield extractor


def read(rules: Extractor, path: Path) -> Extraction:
    """The result for one file, as a run over many gives it, in bounded time and sound."""
    began = time.perf_counter()
    (result,) = rules.extract_many([path])
    assert time.perf_counter() - began < GUARD
    assert Extraction.model_validate_json(result.model_dump_json()) == result
    records: tuple[SanctionsEvent | Position, ...] = (*result.events, *result.positions)
    for record in records:
        for evidence in record.evidence:
            assert result.text is not None
            assert result.text[evidence.start : evidence.end] == evidence.quote
    return result


def names(result: Extraction) -> set[str]:
    return {actor.id for event in result.events for actor in (*event.senders, *event.targets)}


@pytest.mark.parametrize("one", invented(), ids=lambda one: one.name)
def test_the_rules_do_not_follow_what_a_text_orders(rules: Extractor, one: Invented) -> None:
    result = read(rules, one.path)
    assert result.status == "ok", result.rejected
    if one.true.evidence[0].quote.isascii() and "imposed" in one.true.evidence[0].quote:
        assert any(event.action == "impose" for event in result.events), one.name


@pytest.mark.parametrize("made", [*DISGUISED, *ENDLESS], ids=lambda made: made.name)
def test_the_rules_come_to_an_end_and_find_the_plain_sentence(
    rules: Extractor, tmp_path: Path, made: Made
) -> None:
    path = tmp_path / f"article{made.suffix}"
    path.write_bytes(made.data)
    result = read(rules, path)
    assert result.status == "ok", result.error
    if made.name not in UNHEARD:
        assert {"country:CA", "country:BY"} <= names(result)


UNHEARD = {
    # The rules read words as they stand, and characters that nobody sees take these apart: missed, not wrong.
    "variation selectors",
    "soft hyphens",
}


@pytest.mark.parametrize("made", UNREADABLE, ids=lambda made: made.name)
def test_what_cannot_be_read_fails_with_a_reason_and_a_remedy(
    rules: Extractor, tmp_path: Path, made: Made
) -> None:
    path = tmp_path / f"article{made.suffix}"
    path.write_bytes(made.data)
    result = read(rules, path)
    assert result.status == "failed"
    assert result.error is not None
    assert ";" in result.error


def test_an_order_in_look_alike_or_reversed_letters_names_no_state(rules: Extractor, tmp_path: Path) -> None:
    """Compared to the letter: a Cyrillic letter in "Iran", or "narI" shown backwards, is another name."""
    path = tmp_path / "article.txt"
    for target in ("Ir\u0430n", "\u202enarI\u202c", "\u0399ran"):
        path.write_text(f"Canada imposed sanctions on {target} on Monday.", encoding="utf-8")
        assert names(read(rules, path)) == {"country:CA"}


def test_fullwidth_letters_are_typography_and_name_the_state(rules: Extractor, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("Canada imposed sanctions on Ｉｒａｎ on Monday.", encoding="utf-8")
    assert "country:IR" in names(read(rules, path))


def test_what_a_page_hides_is_not_told_by_it(rules: Extractor, tmp_path: Path) -> None:
    (made,) = (one for one in ENDLESS if one.name == "scripts and hidden text")
    path = tmp_path / "page.html"
    path.write_bytes(made.data)
    result = read(rules, path)
    assert result.text is not None
    assert "Peru" not in result.text
