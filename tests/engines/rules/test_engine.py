"""The engine as every engine is asked: protocol, card, evidence to the letter."""

from __future__ import annotations

import asyncio

import pytest

from extractor.article.build import article_from_text
from extractor.article.model import Article
from extractor.engines.engine import Engine, Question
from extractor.engines.rules.article_reading import read_article
from extractor.engines.rules.engine import RULES_VERSION, RulesEngine
from extractor.pipeline import extract
from extractor.schemas.draft import Draft
from extractor.shipped import seeds
from tests.engines.rules.invented import ARTICLES


def _seeds() -> dict[str, str]:
    return {
        item.name: item.read_text(encoding="utf-8")
        for item in seeds().iterdir()
        if item.name.endswith(".txt")
    }


TEXTS = {**_seeds(), **ARTICLES}


def _propose(article: Article) -> Draft:
    engine: Engine = RulesEngine()
    return asyncio.run(engine.propose(Question(article))).draft


@pytest.mark.parametrize("name", TEXTS)
def test_every_quote_stands_in_its_sentence_to_the_letter(name: str) -> None:
    article = article_from_text(TEXTS[name])
    draft = _propose(article)
    for evidence in [one for event in draft.events for one in event.evidence] + [
        one for position in draft.positions for one in position.evidence
    ]:
        sentence = article.sentence_text(evidence.sentence)
        before, _, after = sentence.partition(evidence.quote)
        assert evidence.quote in sentence
        assert not before[-1:].isalnum() or not evidence.quote[0].isalnum()
        assert not after[:1].isalnum() or not evidence.quote[-1].isalnum()


@pytest.mark.parametrize("name", TEXTS)
def test_every_name_in_a_record_is_among_the_actors_once(name: str) -> None:
    draft = _propose(article_from_text(TEXTS[name]))
    names = [actor.name for actor in draft.actors]
    assert len(names) == len(set(names))
    used = [name for event in draft.events for name in (*event.senders, *event.targets)]
    used += [position.holder for position in draft.positions]
    assert set(used) <= set(names)


@pytest.mark.parametrize("name", TEXTS)
def test_the_way_of_the_data_rejects_nothing_that_the_rules_offer(name: str) -> None:
    result = asyncio.run(extract(article_from_text(TEXTS[name]), RulesEngine()))
    assert (result.status, result.rejected) == ("ok", ())


def test_the_same_article_gives_the_same_draft() -> None:
    article = article_from_text(ARTICLES["iran"])
    assert _propose(article) == _propose(article)


def test_the_card_says_that_rules_answered() -> None:
    card = RulesEngine().card
    assert (card.engine, card.model, card.endpoint) == ("rules", f"rules-{RULES_VERSION}", None)
    assert card.fingerprint is not None
    assert len(card.fingerprint) == 16


def test_rules_cannot_be_asked_again() -> None:
    async def ask() -> object:
        engine = RulesEngine()
        question = Question(article_from_text(ARTICLES["iran"]))
        answer = await engine.propose(question)
        again = await engine.mend(question, answer, [])
        await engine.close()
        return again

    assert asyncio.run(ask()) is None


def test_every_record_keeps_the_rule_it_came_from() -> None:
    reading = read_article(article_from_text(ARTICLES["iran"]))
    assert all(event.rule and event.trigger and event.line for event in reading.events)
    assert all(stand.rule for stand in reading.stands)


def test_an_article_without_sanctions_is_not_read_at_all() -> None:
    reading = read_article(article_from_text("The minister opened a school. Talks went on."))
    assert (reading.events, reading.stands, reading.mentions) == ([], [], [])
