"""Typography folds, meaning does not, and every folded character leads back to what it stands for."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.grounding.typography import UNFOLDED, fold

TROUBLE = "ae\u0301\u0323 \u00a0\u200b\u00ad-—–\u2026“’ﬁ²½①㎡１ﾊﾞ\u1112\u1161\u11abक़\u094d…ﷺ\n\t"


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("“a” ‘b’ «c» „d“ ‹e›", '"a" \'b\' "c" "d" \'e\''),
        ("a – b — c − d \u2011 e -- f", "a - b - c - d - e - f"),
        ("a\u00a0 \u202f\u2009b\t\nc", "a b c"),
        ("em\u00adbar\u00ad\ngo", "embargo"),
        ("sanc-\ntions", "sanc- tions"),
        ("of\ufb01ce, o\ufb03cial, \ufb06", "office, official, st"),
        ("\uff21\uff22\uff11\uff12\uff05\u3000\uff0c", "AB12% ,"),
        ("e\u200b\u0301, e\u00ad\u0323\u0302", "é, ệ"),
        ("\u1112\u1161\u11ab\uad6d \ud558\u11ab", "한국 한"),
        ("ｶﾞ ガ カ\u3099", "ガ ガ ガ"),
        ("wait… wait...", "wait... wait..."),
        ("1\u1d49\u02b3 2ª n.º", "1er 2a n.o"),
        ("العقـــوبات", "العقوبات"),
        ("אי־ציות צה״ל", 'אי-ציות צה"ל'),
        ("\u200fab\u202ec\u2066d", "abcd"),
    ],
)
def test_typography_folds(printed: str, folded: str) -> None:
    assert fold(printed).text == folded


@pytest.mark.parametrize(
    "sign", ["²", "₂", "½", "①", "⑴", "⒈", "ⁿ", "№", "™", "㎡", "㏢", "œ", "ß", "ё", "٣", "۳", "「", "ً", "İ"]
)
def test_what_means_something_else_folds_to_itself(sign: str) -> None:
    assert fold(sign).text == sign


def test_what_is_passed_over_as_unfolded_never_changes() -> None:
    passed = [chr(code) for code in range(0x20, 0x11000) if re.match(f"[{UNFOLDED}]", chr(code))]
    assert len(passed) > 40_000
    for character in passed:
        assert unicodedata.normalize("NFC", character) == character
        assert not character.isspace() or character == " "
        assert unicodedata.category(character) not in ("Mn", "Mc", "Me", "Cc", "Cf")
        assert fold(f"a{character}\u200ba").text == f"a{character}a", hex(ord(character))


@given(st.text(alphabet=st.one_of(st.sampled_from(TROUBLE), st.characters(exclude_categories=["Cs"]))))
def test_every_folded_character_leads_back_into_the_text(text: str) -> None:
    folded = fold(text)
    starts = [folded.start(index) for index in range(len(folded.text))]
    assert starts == sorted(starts)
    for index, start in enumerate(starts):
        assert 0 <= start < folded.end(index) <= len(text)
        assert folded.source(index) == text[start : folded.end(index)]
        assert folded.start(folded.index(start)) == start


@given(st.text(alphabet=st.one_of(st.sampled_from(TROUBLE), st.characters(exclude_categories=["Cs"]))))
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(st.text(alphabet=st.sampled_from(TROUBLE)), st.sampled_from(["NFC", "NFD"]))
def test_composed_and_decomposed_fold_to_the_same(text: str, form: str) -> None:
    assert fold(unicodedata.normalize(form, text)).text == fold(text).text  # type: ignore[arg-type]


@pytest.mark.parametrize("beside", ["", " ", "\n", "\u00ad", "--", "\u0301"])
def test_an_end_of_line_and_curly_quotes_lead_back_to_themselves(beside: str) -> None:
    """Whether exchanged letter by letter or folded as runs, which what stands beside them decides."""
    text = f"said.\n“It’s over,” {beside}x"
    folded = fold(text)
    for sign in "“’”":
        at = text.index(sign)
        assert (folded.start(folded.index(at)), folded.end(folded.index(at))) == (at, at + 1)
        assert folded.source(folded.index(at)) == sign
    assert folded.text.startswith('said. "It\'s over,"')
