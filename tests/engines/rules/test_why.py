"""Why the rules made a record: rule, trigger, and the words that filled each field."""

from __future__ import annotations

import asyncio

import pytest

from extractor.article.build import article_from_text
from extractor.engines.rules.engine import RulesEngine
from extractor.pipeline import extract
from extractor.schemas.explanation import Reason
from extractor.schemas.extraction import Extraction
from tests.engines.rules.invented import ARTICLES

TEXT = """Brussels, 12 March. The European Union imposed an asset freeze on Belarus on Tuesday.

China opposes the sanctions on Belarus, it said. China rejected the sanctions on Belarus again on Friday."""


def explained(text: str) -> Extraction:
    return asyncio.run(extract(article_from_text(text), RulesEngine(explain=True)))


def words(reason: Reason) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for one in reason.fields:
        found.setdefault(one.field, []).append((one.value, one.words.text))
    return found


def test_an_event_tells_its_rule_its_trigger_and_the_words_of_its_fields() -> None:
    result = explained(TEXT)
    assert result.explain is not None
    why = result.explain[0]
    (reason,) = why.reasons
    assert why.record == result.events[0].id
    assert (reason.rule, reason.sentence) == ("verb with sanctions", 2)
    assert reason.trigger is not None
    assert reason.trigger.text == "imposed"
    assert words(reason) == {
        "senders": [("European Union", "European Union")],
        "targets": [("Belarus", "Belarus")],
        "measures": [("asset_freeze", "asset freeze")],
        "date": [("Tuesday", "Tuesday")],
    }


def test_a_position_told_twice_has_a_reason_for_each_telling() -> None:
    result = explained(TEXT)
    assert result.explain is not None
    why = {one.record: one.reasons for one in result.explain}
    (china,) = [view for view in result.positions if view.holder.id == "country:CN"]
    assert [reason.trigger.text for reason in why[china.id] if reason.trigger] == ["opposes", "rejected"]
    assert all(words(reason)["holder"] == [("China", "China")] for reason in why[china.id])


def test_an_actor_named_in_an_earlier_sentence_is_pointed_at_there() -> None:
    text = "The European Union met on Monday. It imposed sanctions on Belarus."
    result = explained(text)
    assert result.explain is not None
    (sender,) = [one for one in result.explain[0].reasons[0].fields if one.field == "senders"]
    assert text[sender.words.start : sender.words.end] == "European Union"


@pytest.mark.parametrize("name", sorted(ARTICLES))
def test_every_record_has_a_reason_and_every_span_holds_its_words(name: str) -> None:
    article = article_from_text(ARTICLES[name])
    result = asyncio.run(extract(article, RulesEngine(explain=True)))
    assert result.explain is not None
    assert [one.record for one in result.explain] == [
        *(event.id for event in result.events),
        *(view.id for view in result.positions),
    ]
    reasons = [reason for one in result.explain for reason in one.reasons]
    assert all(one.reasons for one in result.explain)
    spans = [field.words for reason in reasons for field in reason.fields]
    spans += [reason.trigger for reason in reasons if reason.trigger is not None]
    assert all(article.text[span.start : span.end] == span.text for span in spans)


@pytest.mark.parametrize("name", sorted(ARTICLES))
def test_asking_why_changes_no_record(name: str) -> None:
    article = article_from_text(ARTICLES[name])
    plain, told = (asyncio.run(extract(article, RulesEngine(explain=why))) for why in (False, True))
    assert (plain.events, plain.positions) == (told.events, told.positions)
    assert plain.explain is None


def test_a_result_with_reasons_is_read_back_as_it_was() -> None:
    result = explained(TEXT)
    assert Extraction.model_validate_json(result.model_dump_json()) == result
