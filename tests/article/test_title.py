from __future__ import annotations

import pytest

from extractor.article.title import given_title, guess_title

BODY = "The ministers met in Vienna on Monday and agreed to prolong the embargo for another six months."
TITLE = "Ministers prolong the embargo"


def guessed(*lines: str, rules: dict[int, str] | None = None) -> str | None:
    index = guess_title(lines, [(rules or {}).get(number) for number in range(len(lines))])
    return None if index is None else lines[index]


def test_the_short_line_above_the_body_is_the_headline() -> None:
    assert guessed(TITLE, BODY, BODY) == TITLE


@pytest.mark.parametrize(
    "line",
    [
        "DAILY GLOBE",
        "05/03/2024 01:59:21 pm",
        "March 5, 2024",
        "Tuesday, 5 March 2024",
        "3 de mayo de 2024",
        "(Photo: Agency) A ship in the harbour of Odesa",
        "Published on 2024-03-05",
    ],
)
def test_what_stands_above_the_headline_is_passed_over(line: str) -> None:
    assert guessed(line, TITLE, BODY) == TITLE


def test_a_short_line_is_the_headline_when_there_is_no_better() -> None:
    assert guessed("Embargo prolonged", BODY) == "Embargo prolonged"


def test_boilerplate_is_no_headline() -> None:
    assert guessed("Make Daily Globe your homepage", TITLE, BODY, rules={0: "navigation"}) == TITLE


def test_an_article_that_begins_with_its_text_has_no_headline() -> None:
    assert guessed(BODY, "A subheading of some words", BODY) is None


def test_lines_without_any_body_have_no_headline() -> None:
    assert guessed("Embargo", "prolonged", "again") is None


def test_a_chinese_headline_is_found() -> None:
    assert (
        guessed("欧盟延长对俄制裁六个月", "欧盟周四通过了针对俄罗斯银行和能源公司的新一轮制裁。") is not None
    )


def test_a_given_title_is_found_in_other_typography() -> None:
    assert (
        given_title("Ministers: ‘prolong’  the embargo.", ["x", "Ministers: 'Prolong' the embargo", BODY])
        == 1
    )


def test_a_given_title_that_is_not_near_the_top_is_not_found() -> None:
    assert given_title(TITLE, [BODY] * 20 + [TITLE]) is None
