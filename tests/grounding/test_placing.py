"""Quotes are located to the letter: in the sentence cited, else in the nearest, never outside sentences."""

from __future__ import annotations

import pytest

from extractor.article.build import article_from_text
from tests.factories import article_of
from tests.grounding.asking import ARTICLE, found, refused


def test_a_quote_copied_to_the_letter_is_found() -> None:
    place = found("will not support the new sanctions")
    assert place.evidence.quote == "will not support the new sanctions"
    assert place.note is None


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
        "the new sanctions. A fine",  # over the end of a paragraph
    ],
)
def test_a_quote_that_is_not_in_the_text_to_the_letter_is_rejected(quote: str) -> None:
    refused(quote)


@pytest.mark.parametrize(
    "printed", ["un\u00adlikely", "un\u200blikely", "un\u2060likely", "unl\u0131\u0301kely"]
)
def test_a_word_is_whole_however_it_is_divided_in_the_text(printed: str) -> None:
    refused("likely to yield", article=article_of(f"It is {printed} to yield"))


def test_a_letter_is_whole_with_its_accents() -> None:
    article = article_of("The cafe\u0301 closed")
    assert found("The café", article=article).evidence.quote == "The cafe\u0301"
    refused("The cafe", article=article)
    refused("\u0301 closed", article=article)


def test_a_ligature_is_taken_whole_where_a_quote_ends_in_it() -> None:
    article = article_of("peace be upon him \ufdfa and waited\u2026")
    assert found("and waited.", article=article).evidence.quote == "and waited\u2026"
    assert found("صلى الله", article=article).evidence.quote == "\ufdfa"


def test_a_quote_cited_to_the_wrong_sentence_is_found_and_noted() -> None:
    place = found("A fine of $1.5 million", sentence=1)
    assert place.sentence == 3
    assert place.note == "cited sentence 1, stands in sentence 3"


def test_of_two_places_the_cited_one_is_taken_else_the_nearest() -> None:
    article = article_of("Iran said no. France said no. Peru and Chile met.", "They ate. Iran said no.")
    assert found("Iran said no", 5, article).evidence.start == article.text.rindex("Iran")
    assert found("Iran said no", 4, article).evidence.start == article.text.rindex("Iran")
    assert found("Iran said no", 2, article).evidence.start == 0
    assert found("Iran said no", 99, article).evidence.start == article.text.rindex("Iran")


def test_of_two_places_in_the_cited_sentence_the_first_is_taken() -> None:
    article = article_of("They said no, and no again")
    assert found("no", 1, article).evidence.start == article.text.index("no")


def test_a_place_that_needs_no_folding_and_one_that_does_are_both_found() -> None:
    article = article_of('A “no” is a "no". It is a “no” indeed')
    assert found('a "no"', 1, article).evidence.quote == 'a "no"'
    assert found('a "no"', 2, article).evidence.quote == "a “no”"


def test_a_quote_may_run_over_into_the_next_sentence_but_not_the_next_paragraph() -> None:
    found("the new sanctions. It is unlikely")
    refused("its mind. A fine", 2)


def test_nothing_is_found_in_boilerplate() -> None:
    article = article_of("Real text here.", "US imposes sanctions on Iran", boilerplate=(1,))
    reason = refused("US imposes sanctions on Iran", article=article)
    assert reason.check == "quote_not_in_article"
    assert "not the article" in reason.reason


def test_a_sentence_number_beyond_the_article_is_no_crash() -> None:
    assert found("the new sanctions", sentence=99999).sentence == 1


def test_white_space_and_invisible_characters_around_a_quote_do_not_matter() -> None:
    assert found("\u200b \u200f the new sanctions \ufeff\n").evidence.quote == "the new sanctions"


def test_a_quote_is_found_by_the_sentences_that_the_reader_makes() -> None:
    article = article_from_text("Sanctions\n\n中国反对制裁!欧盟支持制裁。日本弃权。\nThe EU said “no”.\n")
    assert article.sentence_text(found("日本弃权", 4, article).sentence) == "日本弃权。"
    assert found('said "no"', 5, article).evidence.quote == "said “no”"


@pytest.mark.parametrize("quote", [" … ", "—", '""', "\u200b", "。"])
def test_a_quote_without_words_is_rejected(quote: str) -> None:
    assert refused(quote).check == "quote_empty"


def test_an_article_without_sentences_has_no_evidence() -> None:
    article = article_of("US imposes sanctions", boilerplate=(0,))
    assert refused("US imposes", article=article).check == "quote_not_in_article"
    assert ARTICLE.sentences
