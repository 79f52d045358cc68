from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from extractor.article.build import article_from_text
from extractor.article.model import Article
from extractor.errors import ReadError

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
BODY = "The ministers met in Vienna on Monday. They agreed to prolong the embargo for another six months."


def sentences(article: Article) -> list[str]:
    return [article.sentence_text(sentence.number) for sentence in article.sentences]


def test_a_text_becomes_title_body_and_boilerplate_with_numbered_sentences() -> None:
    article = article_from_text(f"Ministers prolong the embargo\r\n\r\nShare this article\r\n{BODY}\r\n")
    assert [paragraph.kind for paragraph in article.paragraphs] == ["title", "boilerplate", "body"]
    assert article.title == "Ministers prolong the embargo"
    assert sentences(article) == [article.title, *[part + "." for part in BODY[:-1].split(". ")]]
    assert article.source == "<text>"
    assert article.languages == ("en",)


def test_paragraph_offsets_leave_out_white_space_at_either_end() -> None:
    article = article_from_text(f"  {BODY}\u00a0\n\n\t• an item  ")
    assert [article.text[p.start : p.end] for p in article.paragraphs] == [BODY, "• an item"]


def test_a_given_title_that_the_text_lacks_is_put_at_its_top() -> None:
    article = article_from_text(BODY, title=" Embargo\nprolonged ")
    assert article.text == f"Embargo prolonged\n\n{BODY}"
    assert article.paragraphs[0].kind == "title"
    assert sentences(article)[0] == article.title == "Embargo prolonged"


def test_a_given_title_that_stands_in_the_text_is_marked_there() -> None:
    text = f"DAILY GLOBE\nEmbargo prolonged\n{BODY}"
    article = article_from_text(text, title="Embargo Prolonged")
    assert article.text == text
    assert [paragraph.kind for paragraph in article.paragraphs] == ["body", "title", "body"]


def test_a_given_title_is_never_boilerplate() -> None:
    article = article_from_text(BODY, title="Read more")
    assert [paragraph.kind for paragraph in article.paragraphs] == ["title", "body"]


@pytest.mark.parametrize("title", [None, "Embargo prolonged", "Ministers prolong"])
def test_building_again_from_the_text_of_an_article_changes_nothing(title: str | None) -> None:
    first = article_from_text(f"\ufeffMinisters prolong\r\n{BODY}\r\nLike us on Facebook", title=title)
    assert article_from_text(first.text, title=first.title) == first


def test_metadata_is_carried_over() -> None:
    day = dt.date(2024, 3, 5)
    article = article_from_text(BODY, source="a.txt", publisher="Daily Globe", published=day)
    assert (article.source, article.publisher, article.published) == ("a.txt", "Daily Globe", day)
    assert article.info.length == len(BODY)


@pytest.mark.parametrize("text", ["", " \n\t\r\n ", "\ufeff", "\u00a0\u2028"])
def test_a_text_of_white_space_is_an_error(text: str) -> None:
    with pytest.raises(ReadError, match=r"a\.txt: there is no text in it; check"):
        article_from_text(text, source="a.txt")


def test_a_text_of_boilerplate_alone_is_an_error_that_names_the_rules() -> None:
    with pytest.raises(ReadError, match=r"there is only boilerplate in it \(comments, share_prompt\)"):
        article_from_text("Share this article\nLeave a Reply")


def test_a_text_over_the_limit_is_an_error_that_names_limit_and_remedy() -> None:
    with pytest.raises(ReadError, match=r"its text has 600 bytes, more than the limit of 599; split it"):
        article_from_text("é" * 300, max_bytes=599)
    assert article_from_text("é" * 300, max_bytes=600).info.length == 300


def test_a_text_of_two_megabytes_is_read() -> None:
    article = article_from_text(f"{BODY}\n" * 20_000)
    assert len(article.sentences) == 40_000


MARKED_IN_SEEDS = {
    "000": ["Make CT Your Homepage", "Like Us on Facebook", "Real Time Analytics"],
    "001": ["Be the first to comment", "Leave a Reply", "Your email address will not be published."],
    "002": ["Leave A Reply", "Your email address will not be published."],
    "003": [],
    "004": [
        "Nuestro sitio web",
        "Por Isabella Nguyen",
        "También te puede",
        "• Machado",
        "• US-B",
        "• Mad",
        "• North",
    ],
}


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_in_the_seeds_boilerplate_is_marked_and_nothing_else(path: Path) -> None:
    article = article_from_text(path.read_text("utf-8"))
    marked = [article.text[p.start : p.end] for p in article.paragraphs if p.kind == "boilerplate"]
    expected = MARKED_IN_SEEDS[path.name[:3]]
    assert len(marked) == len(expected)
    assert all(line.startswith(start) for line, start in zip(marked, expected, strict=True))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_in_the_seeds_every_visible_character_of_the_body_is_in_one_sentence(path: Path) -> None:
    article = article_from_text(path.read_text("utf-8"))
    kept = "".join(article.text[p.start : p.end] for p in article.paragraphs if p.kind != "boilerplate")
    assert "".join("".join(sentences(article)).split()) == "".join(kept.split())
    assert [sentence.number for sentence in article.sentences] == list(range(1, len(article.sentences) + 1))


def test_the_spanish_paragraph_of_an_english_seed_is_told_apart() -> None:
    article = article_from_text(SEEDS[4].read_text("utf-8"))
    assert article.languages == ("en", "es")
    assert article.title is not None
    assert article.title.startswith("US says secondary sanctions on Russia to continue")


def test_a_sentence_ends_after_a_dotted_abbreviation_in_a_seed() -> None:
    article = article_from_text(SEEDS[4].read_text("utf-8"))
    assert any(sentence.startswith("Nonetheless, officials") for sentence in sentences(article))


def test_a_closing_guillemet_stays_with_its_sentence_in_a_seed() -> None:
    article = article_from_text(SEEDS[3].read_text("utf-8"))
    assert any(sentence.endswith("against Russia again. »") for sentence in sentences(article))
