"""Windows, passes, votes, repair and budgets, over real HTTP with the real clients."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from extractor import Article, Extraction, Extractor
from extractor.article.build import article_from_text
from extractor.errors import SettingsError
from tests.conftest import ChatServer
from tests.factories import draft, drafted_event, drafted_position

FIRST = "The United States imposed sanctions on Iran on Monday."
LAST = "China opposes sanctions on Iran."
RAIN = [f"Rain fell on the town number {number} all day long." for number in range(30)]
LONG = article_from_text("\n\n".join([FIRST, *RAIN, LAST]))
EVENT = drafted_event("imposed sanctions on Iran")
POSITION = drafted_position("China opposes sanctions", 32)
PRICES = '["stub"]\ninput = 1.0\noutput = 10.0\n'


def run(chat: ChatServer, *answers: dict[str, Any], article: Article = LONG, **options: Any) -> Extraction:
    chat.script(*answers)
    with Extractor("stub", base_url=chat.base_url, **options) as e:
        return e.extract(article)


def asked(chat: ChatServer) -> list[str]:
    return [request["body"]["messages"][-1]["content"] for request in chat.requests]


def test_a_long_article_is_asked_about_in_parts_and_merged(chat: ChatServer) -> None:
    answers = [{"draft": draft(EVENT), "when": FIRST}, {"draft": draft(POSITION), "when": LAST}]
    result = run(chat, *answers, window=600)
    assert (result.status, len(result.events), len(result.positions)) == ("ok", 1, 1)
    questions = asked(chat)
    assert len(questions) > 2
    assert "Part: sentences 1 to " in questions[0]
    assert LAST not in questions[0]
    assert FIRST not in questions[-1]


def test_a_text_too_long_for_the_model_is_asked_about_in_halves(chat: ChatServer) -> None:
    too_long = {"status": 400, "error": {"message": "too long", "code": "context_length_exceeded"}}
    answers = [{"draft": draft(EVENT), "when": FIRST}, {"draft": draft(POSITION), "when": LAST}]
    result = run(chat, {"draft": draft()}, article=article_from_text("Rain fell."))
    result = run(chat, too_long, *answers)
    assert (result.status, len(result.events), len(result.positions)) == ("ok", 1, 1)
    assert len(chat.requests) == 3


def test_an_answer_cut_at_the_output_limit_is_asked_for_its_missing_part(chat: ChatServer) -> None:
    whole = draft(EVENT, POSITION)
    cut = json.dumps(whole)[:-150]
    result = run(chat, {"arguments": cut, "finish": "length"}, {"draft": draft(POSITION)})
    assert (result.status, len(result.events), len(result.positions)) == ("ok", 1, 1)
    assert "cut off" in asked(chat)[1]


def test_only_the_failed_record_is_asked_for_again(chat: ChatServer) -> None:
    bad = drafted_position("China supports sanctions", 32)
    result = run(chat, {"draft": draft(EVENT, bad)}, {"draft": draft(POSITION)})
    assert (result.status, len(result.events), len(result.positions)) == ("ok", 1, 1)
    follow_up = asked(chat)[1]
    assert "differs from sentence 32 at word 2" in follow_up
    assert "China supports sanctions" in follow_up
    assert "imposed sanctions" not in follow_up
    assert [(one.check, one.repaired) for one in result.rejected] == [("quote_differs", True)]


def test_a_record_that_breaks_the_schema_is_asked_for_alone(chat: ChatServer) -> None:
    answer = draft(EVENT, POSITION)
    answer["positions"][0]["stance"] = "against"
    result = run(chat, {"draft": answer}, {"draft": draft(POSITION)})
    assert (result.status, len(result.events), len(result.positions)) == ("ok", 1, 1)
    assert "against" in asked(chat)[1]
    assert result.provenance.attempts == 2


def test_what_is_never_mended_is_rejected_and_the_article_partial(chat: ChatServer) -> None:
    bad = {"draft": draft(drafted_position("China supports sanctions", 32))}
    result = run(chat, {"draft": draft(EVENT, drafted_position("China supports sanctions", 32))}, bad, bad)
    assert (result.status, len(result.events), len(result.positions)) == ("partial", 1, 0)
    assert [one.repaired for one in result.rejected] == [True, True, False]


def test_a_second_pass_asks_only_what_was_missed(chat: ChatServer) -> None:
    result = run(chat, {"draft": draft(EVENT)}, {"draft": draft(POSITION)}, passes=2)
    assert (len(result.events), len(result.positions)) == (1, 1)
    assert "missing from this list" in asked(chat)[1]


def test_votes_give_the_share_of_samples_as_confidence(chat: ChatServer) -> None:
    both, one = {"draft": draft(EVENT, POSITION)}, {"draft": draft(EVENT)}
    result = run(chat, both, one, one, one, votes=4)
    assert [result.events[0].confidence, result.positions[0].confidence] == [1.0, 0.25]
    assert result.provenance.attempts == 4


@pytest.mark.parametrize("option", [{"passes": 2}, {"votes": 2}])
def test_the_rules_do_not_take_samples(option: dict[str, int]) -> None:
    with pytest.raises(SettingsError, match="always answer the same"):
        Extractor("rules", **option)  # type: ignore[arg-type]


def articles(count: int) -> list[Article]:
    return [article_from_text(f"{FIRST} It was story number {number}.") for number in range(count)]


def test_a_budget_is_never_overshot_and_what_was_finished_is_kept(chat: ChatServer) -> None:
    chat.script(*[{"draft": draft(EVENT), "delay": 0.02}] * 200)
    with Extractor("stub", base_url=chat.base_url, max_tokens=120_000, max_output=1_000, concurrency=20) as e:
        results = list(e.extract_many(articles(200)))
        assert e.budget is not None
        assert e.budget.spent
        assert e.budget.tokens <= 120_000
        counted = sum(one.provenance.tokens_in + one.provenance.tokens_out for one in results)
        assert counted == e.budget.tokens
    done = [one for one in results if one.status == "ok"]
    assert len(done) > 5
    assert len(chat.requests) == len(done)
    refused = [one for one in results if one.status == "failed"]
    assert refused
    assert all(one.error and one.error.startswith("not asked: ") for one in refused)
    assert len(results) < 200


def test_a_budget_in_dollars_uses_the_price_file(chat: ChatServer, tmp_path: Path) -> None:
    prices = tmp_path / "prices.toml"
    prices.write_text(PRICES, encoding="utf-8")
    chat.script(*[{"draft": draft(EVENT)}] * 50)
    with Extractor(
        "stub", base_url=chat.base_url, prices=prices, max_cost=0.1, max_output=1_000, concurrency=4
    ) as e:
        results = list(e.extract_many(articles(50)))
        assert e.budget is not None
        assert 0 < e.budget.dollars <= 0.1
    assert sum(one.provenance.cost or 0 for one in results) == pytest.approx(e.budget.dollars, abs=1e-6)


def test_a_budget_sends_the_output_limit_it_reckons_with(chat: ChatServer) -> None:
    run(chat, {"draft": draft()}, max_tokens=10_000_000)
    assert chat.requests[0]["body"]["max_completion_tokens"] == 8192


def test_a_cost_cap_without_a_price_is_refused_before_anything_is_asked(chat: ChatServer) -> None:
    chat.script()
    with pytest.raises(SettingsError, match="needs a price for model 'stub'"):
        Extractor("stub", base_url=chat.base_url, max_cost=1.0)
    assert chat.requests == []
