"""Cleaning and naming: what is left of a hostile text or file name, and what a screen is given of it."""

from __future__ import annotations

import pytest

from extractor.article.build import article_from_text
from extractor.article.clean import clean, visible
from extractor.article.jsonl import line_name
from extractor.article.readers import read_bytes
from extractor.article.sentences import MAX_SENTENCES
from extractor.errors import ReadError
from extractor.schemas.draft import DraftEvidence
from tests.hostile.made import DISGUISED, Made


def test_c1_controls_become_what_windows_1252_has_in_their_place() -> None:
    assert clean("Peru\x92s \x93sanctions\x94 \x96 \x9b2J\x81") == "Peru’s “sanctions” – ›2J"


@pytest.mark.parametrize("made", DISGUISED, ids=lambda made: made.name)
def test_cleaning_what_was_cleaned_changes_nothing(made: Made) -> None:
    article = read_bytes(made.data, source=made.name)
    assert clean(article.text) == article.text
    assert article_from_text(article.text, title=article.title).id == article.id


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[2J\nb\t\x7f\x9b", r"a\x1b[2J\nb\t\x7f\x9b"),
        ("\u202etxt.exe\u2066\u2028", r"\u202etxt.exe\u2066\u2028"),
        ("\udcff", r"\udcff"),
        ("Naïve «été» 制裁 عقوبات\u200c\u200d 🇵🇪", "Naïve «été» 制裁 عقوبات\u200c\u200d 🇵🇪"),
    ],
)
def test_what_steers_a_terminal_is_to_be_seen_and_all_else_stays(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_the_id_of_a_line_names_it_in_visible_characters() -> None:
    assert line_name("a.jsonl", 1, b'{"id": "x\\u001b[2J\\ud800"}') == r"a.jsonl#x\x1b[2J\ud800"


def test_every_sentence_that_an_article_may_have_can_be_cited() -> None:
    DraftEvidence(sentence=MAX_SENTENCES, quote="x")
    with pytest.raises(ReadError, match=r"100,001 sentences.*99,999; split it into its articles"):
        article_from_text("Oh! " * 100_001)
