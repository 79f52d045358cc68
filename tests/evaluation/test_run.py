"""Runs over gold articles, and the report of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from extractor.article.model import Article
from extractor.errors import EngineUnusable, ResultError
from extractor.evaluation.gold import GoldArticle, gold_hash, load_gold
from extractor.evaluation.kept import Kept
from extractor.evaluation.report import as_json
from extractor.evaluation.report_text import as_markdown, as_text
from extractor.evaluation.run import Evaluation, evaluate, score_results
from extractor.schemas.extraction import Extraction, Provenance, Rejected
from tests.evaluation.known import READ
from tests.evaluation.makers import (
    EU,
    TEXT,
    actor,
    build,
    event,
    event_row,
    evidence,
    position,
    position_row,
    result,
    write_gold,
)
from tests.factories import drafted_event, drafted_position

OTHER = TEXT.replace("Headline", "Another headline")


@pytest.fixture
def gold(tmp_path: Path) -> tuple[GoldArticle, ...]:
    """Two articles: one with an event and a position, one without either."""
    write_gold(tmp_path, [event_row()], [position_row()], name="a", genre="wire")
    write_gold(tmp_path, text=OTHER, name="b")
    return load_gold(tmp_path, build=build)


def perfect(articles: Iterable[Article]) -> Iterator[Extraction]:
    for article in reversed(list(articles)):
        right = article.text == TEXT
        yield result(article, events=(event(),) if right else (), positions=(position(),) if right else ())


def silent(articles: Iterable[Article]) -> Iterator[Extraction]:
    return (result(article) for article in articles)


def run(gold: tuple[GoldArticle, ...], answers: Iterable[Extraction]) -> Evaluation:
    return score_results(gold, answers, read=READ)


def test_a_perfect_extractor_scores_one_whatever_the_order_of_results(gold: tuple[GoldArticle, ...]) -> None:
    evaluation = evaluate(gold, perfect, read=READ)
    assert evaluation.events.micro["strict"].f1 == 1
    assert evaluation.positions.micro["grounded"].f1 == 1
    assert evaluation.events.empty_accuracy == 1
    assert [one.file for one in evaluation.documents] == ["a.json", "b.json"]
    assert evaluation.failed == ()
    assert evaluation.documents[0].tags["genre"] == "wire"


def test_title_and_date_of_gold_reach_the_extractor(tmp_path: Path) -> None:
    write_gold(tmp_path, title="Headline about sanctions", published="2024-03-20")
    given: list[Article] = []

    def look(articles: Iterable[Article]) -> Iterator[Extraction]:
        for article in articles:
            given.append(article)
            yield result(article)

    evaluate(load_gold(tmp_path, build=build), look, read=READ)
    assert (given[0].title, str(given[0].published)) == ("Headline about sanctions", "2024-03-20")


def test_a_silent_extractor_misses_all_and_is_right_on_empty_documents(gold: tuple[GoldArticle, ...]) -> None:
    evaluation = evaluate(gold, silent, read=READ)
    assert list(evaluation.events.micro["soft"]) == [0, 0, 0]
    assert evaluation.events.empty_accuracy == 1
    assert evaluation.events.labels == {"missed": 1}


def test_a_failed_article_and_one_that_never_came_back_count_as_missed(gold: tuple[GoldArticle, ...]) -> None:
    failed = result(gold[0].article, status="failed", error="the endpoint hung up")
    evaluation = run(gold, [failed])
    assert [(one.file, one.error) for one in evaluation.failed] == [
        ("a.json", "the endpoint hung up"),
        ("b.json", "no result came back for this article"),
    ]
    assert evaluation.events.counts.gold == 1
    assert evaluation.events.micro["soft"].recall == 0


def test_a_result_for_no_gold_article_or_a_second_one_is_refused(gold: tuple[GoldArticle, ...]) -> None:
    stranger = build("Something else", "x.txt", None, None)
    with pytest.raises(ResultError, match="not in the gold"):
        run(gold, [result(stranger)])
    with pytest.raises(ResultError, match="a second result"):
        run(gold, [result(gold[0].article), result(gold[0].article)])


def test_an_engine_that_cannot_be_used_stops_the_run(gold: tuple[GoldArticle, ...]) -> None:
    def unusable(articles: Iterable[Article]) -> Iterator[Extraction]:
        for _ in articles:
            raise EngineUnusable("no key")
        return iter(())

    with pytest.raises(EngineUnusable):
        evaluate(gold, unusable, read=READ)


def test_an_alias_of_gold_is_right(gold: tuple[GoldArticle, ...]) -> None:
    from_brussels = event(senders=(actor("E.U.", "coalition"),))
    evaluation = run(gold, [result(gold[0].article, events=(from_brussels,))])
    assert evaluation.events.counts.strict == 1


def refused(**fields: object) -> Rejected:
    content = {
        "kind": "event",
        "record": drafted_event(
            "never in the text", senders=["European Union"], targets=["Russia"]
        ).model_dump(),
        "check": "quote_not_in_article",
        "reason": "not there",
        "attempt": 1,
    }
    return Rejected.model_validate(content | fields)


def test_grounding_is_told_before_and_after_repair(gold: tuple[GoldArticle, ...]) -> None:
    """Of three records two failed at first, one of which was mended."""
    rejected = (refused(repaired=True), refused(), refused(check="structure"))
    answer = result(gold[0].article, events=(event(), event(senders=(EU, EU))), rejected=rejected)
    rates = run(gold, [answer]).grounding
    assert (rates.offered, rates.failed_first, rates.lost) == (3, 2, 1)
    assert rates.before_repair == pytest.approx(1 / 3)
    assert rates.after_repair == pytest.approx(2 / 3)


def test_gold_that_was_found_but_lost_for_its_quote_is_ungrounded(gold: tuple[GoldArticle, ...]) -> None:
    record = drafted_position("never there", holder="Hungary", issue_targets=["Russia"]).model_dump()
    lost = refused(kind="position", record=record)
    evaluation = run(gold, [result(gold[0].article, rejected=(refused(), lost))])
    assert evaluation.events.labels == {"ungrounded": 1}
    assert evaluation.positions.labels == {"ungrounded": 1}
    assert evaluation.events.regained["ungrounded"] == 1


def test_a_refused_record_that_is_no_draft_explains_nothing(gold: tuple[GoldArticle, ...]) -> None:
    odd = (refused(record={"words": "sorry"}), refused(kind="position", record={}))
    assert run(gold, [result(gold[0].article, rejected=odd)]).events.labels == {"missed": 1}


def test_the_signature_names_scorer_gold_and_every_maker(gold: tuple[GoldArticle, ...]) -> None:
    evaluation = evaluate(gold, perfect, read=READ)
    text = str(evaluation.signature)
    assert f"scorer:1|theta:0.5|gold:{gold_hash(gold)}|engine:rules|model:rules-1|prompt:-@-" == text


def priced(cost: float | None, tokens: int) -> Provenance:
    return Provenance(engine="x", model="m", tool_version="0", cost=cost, tokens_in=tokens)


def test_cost_is_unknown_when_an_article_that_took_tokens_has_no_price(gold: tuple[GoldArticle, ...]) -> None:
    a, b = (one.article for one in gold)
    free = run(gold, [result(a, provenance=priced(None, 0)), result(b, provenance=priced(0.25, 10))])
    assert free.cost == 0.25
    unknown = run(gold, [result(a, provenance=priced(None, 5)), result(b, provenance=priced(0.25, 10))])
    assert unknown.cost is None
    assert unknown.tokens_in == 15


def test_the_json_report_can_be_read_back_and_holds_the_counts_of_every_document(
    gold: tuple[GoldArticle, ...],
) -> None:
    wrong = event(stage="proposed", evidence=evidence("imposed sanctions on Russia"))
    evaluation = run(gold, [result(gold[0].article, events=(wrong,)), result(gold[1].article)])
    report = json.loads(json.dumps(as_json(evaluation)))

    assert report["report"] == 2
    assert report["events"]["micro"]["soft"]["f1"] == pytest.approx(0.8)
    assert report["documents"][0]["events"] == {
        "soft": 0.8, "strict": 0, "found": 1, "grounded": 0.8, "pred": 1, "gold": 1
    }  # fmt: skip
    noted = report["documents"][0]["records"][0]
    assert noted["label"] == "field errors"
    assert noted["gold"] == "impose (adopted): European Union > Russia"
    assert noted["fields"] == [{"field": "stage", "error": "wrong", "why": "different"}]
    assert report["documents"][0]["records"][1]["gold"].startswith("Hungary: relief (sanctions: ")


def test_the_tables_show_every_measure_document_and_failure(gold: tuple[GoldArticle, ...]) -> None:
    evaluation = run(gold, [result(gold[0].article, events=(event(),))])
    for text in (as_text(evaluation), as_markdown(evaluation)):
        for word in ("soft", "strict", "found", "grounded", "a.json", "b.json", "missed", "scorer:1"):
            assert word in text
        assert "failed: b.json: no result came back" in text


def test_a_bar_in_a_name_does_not_break_a_markdown_table(tmp_path: Path) -> None:
    write_gold(tmp_path, name="a|b")
    table = as_markdown(run(load_gold(tmp_path, build=build), []))
    assert "a\\|b.json" in table


def test_nothing_but_counts_is_kept_when_nothing_else_is_wanted(gold: tuple[GoldArticle, ...]) -> None:
    evaluation = evaluate(gold, perfect, read=READ, kept=Kept())
    document = as_json(evaluation)["documents"][0]
    assert (document["records"], document["trials"][0]["result"]) == ([], None)
    assert document["events"]["strict"] == 1
