from __future__ import annotations

import pytest

from extractor.article.clean import clean


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_end_becomes_a_line_feed(end: str) -> None:
    assert clean(f"one{end}two") == "one\ntwo"


def test_control_characters_and_byte_order_marks_go_and_tabs_stay() -> None:
    assert clean("\ufeffsanc\x00tions\x1f\ton\x7f Iran\n\ufeffnext") == "sanctions\ton Iran\nnext"


def test_typography_stays_to_the_letter() -> None:
    text = "“No\u00a0deal” – he said… sanc\u00adtions, ‘now’, ﬁnal\u202f» \u200b"
    assert clean(text) == text


def test_a_lone_surrogate_becomes_a_replacement_character_that_can_be_encoded() -> None:
    assert clean("a\ud800b").encode() == "a\ufffdb".encode()


def test_cleaning_twice_changes_nothing_more() -> None:
    once = clean("\ufeffa\r\r\n\x00b\u2028c\ud800")
    assert clean(once) == once == "a\n\nb\nc\ufffd"
