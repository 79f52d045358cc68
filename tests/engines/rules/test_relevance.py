"""Which texts are worth reading, and which tell of something else."""

from __future__ import annotations

import pytest

from extractor.article.build import article_from_text
from extractor.engines.rules.lines.relevance import worth_reading
from extractor.knowledge.known import shipped_knowledge
from tests.engines.rules.told import acts, views


@pytest.mark.parametrize(
    "text",
    [
        "The judge imposed sanctions on the two lawyers for false citations. The court had been misled.",
        "The league sanctioned the striker with a three-match ban. His club said it would appeal.",
        "The school board sanctioned the building of a new gym. Parents welcomed the decision.",
    ],
)
def test_courts_leagues_and_boards_give_nothing(text: str) -> None:
    assert acts(text) == []
    assert views(text) == []


def test_words_of_a_court_beside_an_act_between_states_do_not_silence_it() -> None:
    text = "Botswana imposed sanctions on Mongolia on Thursday.\n\nThe preceding sentence is a test."
    assert [act[0] for act in acts(text)] == ["impose"]


def test_a_recipe_has_no_sentence_worth_reading() -> None:
    recipe = article_from_text("Whisk the eggs. Fold in the flour and bake for an hour.")
    assert worth_reading(recipe, shipped_knowledge()) == []
