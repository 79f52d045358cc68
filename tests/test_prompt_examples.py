"""What a prompt shows as an example is written for it or taken from dev articles, never from test ones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from extractor import prompts, shipped
from extractor.evaluation.gold import GoldArticle, load_gold
from extractor.evaluation.slices import tag_of
from tests.conftest import ROOT

RUN = 6  # words in a row; fewer are shared by chance, as in "the European Union imposed sanctions"
LEAST_QUOTED = 3  # words of a wording that the rules of the prompt give as an example
QUOTED = re.compile('"([^"\n]+)"')


@dataclass(frozen=True)
class Texts:
    """The words of every article, by file: those that prompts may show, and those they may not."""

    open: Mapping[str, list[str]]
    held_out: Mapping[str, list[str]]


@pytest.fixture(scope="module")
def texts() -> Texts:
    gold = load_gold(ROOT / "eval" / "gold", ROOT / "seeds")
    test = {one.file for one in gold if tag_of(one.tags, "split") == "test"}
    said = {one.file: words(whole(one)) for one in gold}
    return Texts(
        {file: all_words for file, all_words in said.items() if file not in test},
        {file: all_words for file, all_words in said.items() if file in test},
    )


def whole(gold: GoldArticle) -> str:
    return f"{gold.article.title or ''}\n{gold.article.text}"


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def runs(of: list[str], length: int) -> set[tuple[str, ...]]:
    return {tuple(of[i : i + length]) for i in range(len(of) - length + 1)}


def taken(text: str, texts: Texts, length: int) -> list[tuple[str, str]]:
    """Test articles that have a run of the text's words which no dev article has, and the first such run."""
    own = runs(words(text), length)
    for theirs in texts.open.values():
        own -= runs(theirs, length)
    found = {file: sorted(own & runs(theirs, length)) for file, theirs in texts.held_out.items()}
    return [(file, " ".join(common[0])) for file, common in found.items() if common]


def test_no_worked_example_has_words_of_a_test_article(texts: Texts) -> None:
    examples = prompts.load(shipped.prompts()).examples
    assert len(texts.held_out) >= 10
    assert examples
    for example in examples:
        assert taken(example.text, texts, RUN) == [], example.name


def test_no_wording_quoted_in_the_rules_of_the_prompt_is_taken_from_a_test_article(texts: Texts) -> None:
    rules = (ROOT / "prompts" / "system.md").read_text(encoding="utf-8")
    quoted = [said for said in QUOTED.findall(rules) if len(words(said)) >= LEAST_QUOTED]
    assert quoted
    for said in quoted:
        assert taken(said, texts, len(words(said))) == [], said


def test_words_taken_from_a_test_article_would_be_found(texts: Texts) -> None:
    file, theirs = next(iter(texts.held_out.items()))
    copied = "Invented. " + " ".join(theirs[10 : 10 + RUN]).upper() + ", it was said."
    assert file in dict(taken(copied, texts, RUN))
    assert taken(copied, Texts({"dev.json": theirs}, texts.held_out), RUN) == []
