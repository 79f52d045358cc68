"""Quotes are located to the letter, or it is said why not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.article.model import Article
from extractor.grounding import Located, NotLocated, fold, locate
from extractor.schemas.draft import DraftEvidence
from tests.factories import article_of

TEXT = (
    "The minister said the country will not support the new sanctions. It is unlikely to change its mind.",
    "A fine of $1.5 million was imposed on 3 May 2021.",
)


def find(article: Article, quote: str, sentence: int = 1) -> Located | NotLocated:
    return locate(article, DraftEvidence(sentence=sentence, quote=quote))


def found(article: Article, quote: str, sentence: int = 1) -> str:
    place = find(article, quote, sentence)
    assert isinstance(place, Located), place
    evidence = place.evidence
    assert article.text[evidence.start : evidence.end] == evidence.quote
    return evidence.quote


def reason(article: Article, quote: str, sentence: int = 1) -> str:
    place = find(article, quote, sentence)
    assert isinstance(place, NotLocated), place
    return place.reason


def test_a_quote_copied_to_the_letter_is_found() -> None:
    assert (
        found(article_of(*TEXT), "will not support the new sanctions") == "will not support the new sanctions"
    )


@pytest.mark.parametrize(
    "quote",
    [
        "will support the new sanctions",  # negation dropped
        "will not support new sanctions",  # word dropped
        "will not support the old sanctions",  # word changed
        "would not support the new sanctions",  # modal changed
        "will not ever support the new sanctions",  # word added
        "The minister said the country will not support the new sanctions. It will",  # stitched
        "likely to change its mind",  # half a word, the other half turned it round
        "5 million was imposed",  # half a number
        "imposed on 3 May 2020",  # another year
        "imposed on 3 May 202",  # a cut year
        "the country ... the new sanctions",  # ellipsis
        "THE MINISTER SAID",  # case is not typography
    ],
)
def test_a_quote_that_is_not_in_the_text_to_the_letter_is_rejected(quote: str) -> None:
    assert isinstance(find(article_of(*TEXT), quote), NotLocated)


def test_the_reason_says_at_which_word_the_quote_differs() -> None:
    said = reason(article_of(*TEXT), "the country will support the new sanctions")
    assert "differs from sentence 1 at word 4" in said
    assert "'support'" in said
    assert "'not'" in said


def test_the_reason_says_that_an_ellipsis_joins_two_places() -> None:
    assert "ellipsis" in reason(article_of(*TEXT), "the country ... the new sanctions")


@pytest.mark.parametrize(
    ("printed", "quoted"),
    [
        ("said “no deal” to Iran’s envoy", 'said "no deal" to Iran\'s envoy'),
        ('said "no deal" to Iran\'s envoy', "said “no deal” to Iran’s envoy"),
        ("the 2014–2020 list — revised", "the 2014-2020 list - revised"),
        ("sanctions\u00a0on  Iran\tand Syria", "sanctions on Iran and Syria"),
        ("the em\u00adbar\u00adgo was lifted", "the embargo was lifted"),
        ("the o\ufb03cial \ufb01ne", "the official fine"),
        ("l\u2019E\u0301lyse\u0301e a dit non", "l'Élysée a dit non"),
        ("l'Élysée a dit non", "l\u2019E\u0301lyse\u0301e a dit non"),
        ("zero\u200bwidth\u2060 marks\ufeff here", "zerowidth marks here"),
        ("«nein» sagte Berlin", '"nein" sagte Berlin'),
        ("制裁を支持する。", "制裁を支持する"),
        ("الولايات المتحدة فرضت عقوبات", "المتحدة فرضت"),
        ("waited … and left", "waited ... and left"),
    ],
)
def test_typography_alone_is_folded(printed: str, quoted: str) -> None:
    article = article_of(f"It {printed}", "Other words.")
    assert fold(found(article, quoted)).text.strip() == fold(quoted).text.strip()


def test_a_quote_in_a_script_without_spaces_may_begin_inside() -> None:
    assert found(article_of("中国は北朝鮮への制裁を支持しない"), "制裁を支持しない") == "制裁を支持しない"


def test_a_quote_cited_to_the_wrong_sentence_is_found_and_noted() -> None:
    place = find(article_of(*TEXT), "A fine of $1.5 million", sentence=1)
    assert isinstance(place, Located)
    assert place.sentence == 3
    assert place.note == "cited sentence 1, stands in sentence 3"


def test_of_two_places_the_cited_one_is_taken() -> None:
    article = article_of("Iran said no. France said no.", "Iran said no.")
    place = find(article, "Iran said no", sentence=3)
    assert isinstance(place, Located)
    assert place.evidence.start == article.text.rindex("Iran")


def test_a_quote_may_run_over_into_the_next_sentence_but_not_the_next_paragraph() -> None:
    article = article_of(*TEXT)
    assert found(article, "the new sanctions. It is unlikely")
    assert isinstance(find(article, "its mind. A fine"), NotLocated)


def test_nothing_is_found_in_boilerplate() -> None:
    article = article_of("Real text here.", "US imposes sanctions on Iran", boilerplate=(1,))
    assert isinstance(find(article, "US imposes sanctions on Iran"), NotLocated)


def test_a_sentence_number_beyond_the_article_is_no_crash() -> None:
    assert found(article_of(*TEXT), "the new sanctions", sentence=99999)


def test_a_quote_without_words_is_rejected() -> None:
    place = find(article_of(*TEXT), " … ")
    assert isinstance(place, NotLocated)
    assert place.check == "quote_empty"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80))
def test_folding_maps_every_character_back_into_the_text(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    for start, end in zip(folded.starts, folded.ends, strict=True):
        assert 0 <= start < end <= len(text)
    assert list(folded.starts) == sorted(folded.starts)


@given(st.lists(st.text(alphabet="abcé’“- \u00a0", min_size=1, max_size=12), min_size=1, max_size=6))
def test_whatever_is_located_is_a_slice_of_the_text(words: list[str]) -> None:
    article = article_of(" ".join(words))
    place = find(article, words[0])
    if isinstance(place, Located):
        evidence = place.evidence
        assert article.text[evidence.start : evidence.end] == evidence.quote
