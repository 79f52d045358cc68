"""A refusal names the quote, says what is wrong with it, and what to do."""

from __future__ import annotations

import pytest

from extractor.article.model import Article
from tests.factories import article_of
from tests.grounding.asking import ARTICLE, refused

LONG = article_of(" ".join(f"word{number}" for number in range(400)))


@pytest.mark.parametrize(
    ("quote", "sentence", "said"),
    [
        (
            "the country will support the new sanctions",
            1,
            "1 at word 4: it says 'support' where the text has 'not'",
        ),
        (
            "will not ever support the new sanctions",
            1,
            "1 at word 3: it says 'ever' where the text has 'support'",
        ),
        (
            "The president said the country",
            1,
            "1 at word 2: it says 'president' where the text has 'minister'",
        ),
        (
            "Yesterday the country will not support",
            1,
            "1 at word 1: it says 'Yesterday' where the text has 'said'",
        ),
        ("likely to change its mind", 2, "2 at word 1: it says 'likely' where the text has 'unlikely'"),
        ("5 million was imposed", 3, "3 at word 1: it says '5' where the text has '$1.5'"),
        ("imposed on 3 May 202", 3, "3 at word 5: it says '202' where the text has '2021.'"),
        ("was imposed on 3 May 2021 again", 3, "3 at word 7: it says 'again' where the text has '.'"),
        (
            "was imposed on 3 May 2021. Nobody paid",
            3,
            "3 at word 7: it says 'Nobody' where the paragraph ends",
        ),
        (
            "Yesterday evening The council will meet",
            4,
            "4 at word 2: it says 'evening' where the paragraph begins",
        ),
        ('"will not support the"', 1, "1 at word 1: it says '\"will' where the text has 'will'"),
        (
            "will not support the new sanction",
            1,
            "1 at word 6: it says 'sanction' where the text has 'sanctions.'",
        ),
        ("will not , support the new", 1, "1 at word 3: it says ',' where the text has 'support'"),
        ("fine of $ 1.5 million was imposed", 3, "3 at word 3: it says '$' where the text has '$1.5'"),
    ],
)
def test_it_says_at_which_word_the_quote_differs(quote: str, sentence: int, said: str) -> None:
    reason = refused(quote, sentence)
    assert reason.check == "quote_differs"
    assert f"the quote {quote!r} differs from sentence {said}" in reason.reason


@pytest.mark.parametrize(
    ("text", "quote", "said"),
    [
        (
            "中国不支持制裁",
            "中国支持制裁",
            "at word 3 (each character counts as one): it says '支持制裁' where the text has '不支持制裁'",
        ),
        ("制裁対象はインドネシアだ", "制裁対象はインド", "it says 'インド' where the text has 'インドネシア"),
        (
            "il a coûté 1 500 000 euros",
            "a coûté 1 500 euros",
            "at word 3: it says '1 500' where the text has '1 500 000'",
        ),
        ("la hausse de −3 % surprend", "3 % surprend", "at word 1: it says '3' where the text has '-3 %'"),
    ],
)
def test_it_says_so_in_any_script(text: str, quote: str, said: str) -> None:
    assert said in refused(quote, article=article_of(text)).reason


def test_the_cited_sentence_is_named_where_another_is_as_like() -> None:
    article = article_of("Iran will not yield. Iran will not yield. Iran will not yield.")
    for cited in (1, 2, 3):
        assert f"differs from sentence {cited} at word 3" in refused("Iran will yield", cited, article).reason


def test_another_sentence_is_named_where_it_is_more_like() -> None:
    assert "differs from sentence 3 at word 4" in refused("A fine of $9 million was imposed", 1).reason


@pytest.mark.parametrize("joint", ["…", "...", "[...]", "[…]", "(...)", ". . .", "……"])
def test_an_ellipsis_that_the_text_does_not_have_joins_two_places(joint: str) -> None:
    reason = refused(f"The minister said {joint} the new sanctions")
    assert reason.check == "quote_stitched"
    assert "joined with an ellipsis that the text does not have there" in reason.reason
    assert (
        "'The minister said' stands in sentence 1; 'the new sanctions' stands in sentence 1" in reason.reason
    )
    assert "give each part as an evidence of its own" in reason.reason


def test_a_part_that_stands_nowhere_is_named() -> None:
    assert "'a made-up part' stands nowhere" in refused("The minister said … a made-up part").reason


def test_an_ellipsis_that_the_text_has_is_no_stitch() -> None:
    article = article_of("They waited … then left the room. Nothing was said")
    reason = refused("They waited … and left", article=article)
    assert reason.check == "quote_differs"
    assert "at word 4" in reason.reason


def test_the_start_of_one_sentence_and_the_end_of_another_are_stitched() -> None:
    reason = refused("The minister said the country was imposed on 3 May 2021")
    assert reason.check == "quote_stitched"
    assert "'The minister said the country' stands in sentence 1" in reason.reason
    assert "'was imposed on 3 May 2021' stands in sentence 3" in reason.reason


def test_words_left_out_in_one_sentence_are_a_slip_when_few_and_a_stitch_when_many() -> None:
    assert refused("The council in June.", 4).check == "quote_differs"
    reason = refused("in June. Its members, want no delay.", 4)
    assert reason.check == "quote_stitched"
    assert (
        "'in June. Its members,' stands in sentence 4; 'want no delay.' stands in sentence 5" in reason.reason
    )


def test_words_of_a_worked_example_are_told_from_words_made_up() -> None:
    example = "Ruritania froze the assets of two “banks”. Nobody objected."
    reason = refused('froze the assets of two "banks"', examples=["Other words.", example])
    assert reason.check == "quote_from_example"
    assert "worked example" in reason.reason
    assert refused("froze the assets of two ships", examples=[example]).check == "quote_not_in_article"
    assert refused("Ruritania", examples=[example]).check == "quote_from_example"


def test_a_short_quote_that_differs_from_the_article_is_no_examples() -> None:
    assert refused("will support", examples=["They will support it."]).check == "quote_differs"


def test_an_example_that_says_the_same_as_the_article_is_no_hindrance() -> None:
    place = ARTICLE.sentence_text(1)
    assert refused(place.replace("not ", ""), examples=[place]).check == "quote_differs"


def test_what_shares_next_to_nothing_with_the_article_is_not_in_it() -> None:
    reason = refused("The king of Ruritania bought seven grey horses")
    assert reason.check == "quote_not_in_article"
    assert "copy it letter by letter" in reason.reason


@pytest.mark.parametrize(
    ("quote", "article"),
    [
        ("word1 " * 200, LONG),
        (" ".join(f"word{number}" for number in range(90)) + " and more", LONG),
        (" ".join(f"word{number}" for number in (*range(40), *range(300, 340))), LONG),
        ("x" * 600, LONG),
        ("\u200b".join("made up words" * 40), LONG),
        ("…".join(f"word{number} word{number + 1}" for number in range(0, 80, 2)), LONG),
    ],
)
def test_a_reason_stays_short_however_long_the_quote(quote: str, article: Article) -> None:
    reason = refused(quote[:600], article=article).reason
    assert reason.startswith("the quote '")
    assert len(reason) <= 600
