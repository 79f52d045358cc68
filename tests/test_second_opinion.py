"""A model's records held against the rules' reading of the same sentences."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.article.build import article_from_text
from extractor.knowledge.known import shipped_knowledge
from extractor.schemas.event import SanctionsEvent
from extractor.schemas.position import Position
from extractor.schemas.values import Flag
from extractor.second_opinion import FLAGS, compare_events, compare_positions
from tests.conftest import ROOT

TEXT = (
    "The United States imposed sanctions on Iran on Monday. The EU said it would not follow. China objected."
)
ARTICLE = article_from_text(TEXT)
KNOWN = shipped_knowledge()
ACTORS = {
    "US": {"id": "country:US", "name": "United States", "kind": "state", "country": "US"},
    "treasury": {"id": "body:us-treasury", "name": "Treasury", "kind": "government_body", "country": "US"},
    "IR": {"id": "country:IR", "name": "Iran", "kind": "state", "country": "IR"},
    "bank": {"id": "company:bank-x", "name": "Bank X", "kind": "company", "country": "IR"},
    "CN": {"id": "country:CN", "name": "China", "kind": "state", "country": "CN"},
    "EU": {"id": "org:EU", "name": "EU", "kind": "intl_org"},
    "west": {"id": "coalition:west", "name": "the West", "kind": "coalition"},
}


def event(quote: str = "imposed sanctions on Iran", **fields: Any) -> SanctionsEvent:
    at = TEXT.index(quote)
    content: dict[str, Any] = {
        "action": "impose",
        "stage": "adopted",
        "senders": ["US"],
        "targets": ["IR"],
        "evidence": [{"quote": quote, "start": at, "end": at + len(quote)}],
        **fields,
    }
    for name in ("senders", "targets"):
        content[name] = [ACTORS[one] for one in content[name]]
    return SanctionsEvent.model_validate(content)


def position(quote: str = "China objected", holder: str = "CN", **fields: Any) -> Position:
    at = TEXT.index(quote)
    content: dict[str, Any] = {
        "holder": ACTORS[holder],
        "stance": "oppose",
        "issue": {"kind": "sanctions", "action": "maintain", "label": "the sanctions"},
        "evidence": [{"quote": quote, "start": at, "end": at + len(quote)}],
        **fields,
    }
    return Position.model_validate(content)


def flags(model: SanctionsEvent, rules: SanctionsEvent) -> list[str]:
    (record,) = compare_events(ARTICLE, [model], [rules], KNOWN).records
    return [flag.check for flag in record.flags]


@pytest.mark.parametrize(
    ("fields", "flag"),
    [
        ({"senders": ["EU"]}, ["rules_read_another_sender"]),
        ({"targets": ["CN"]}, ["rules_read_another_target"]),
        ({"action": "lift"}, ["rules_read_another_action"]),
        ({"action": "evade"}, ["rules_read_another_action"]),
        ({"stage": "considered"}, ["rules_read_another_stage"]),
        ({"stage": "rejected"}, ["rules_read_another_stage"]),
        ({"senders": ["EU"], "action": "lift"}, ["rules_read_another_sender", "rules_read_another_action"]),
        ({}, []),
        ({"action": "tighten"}, []),
        ({"stage": "committed"}, []),
        ({"senders": ["treasury"]}, []),
        ({"senders": ["US", "EU"]}, []),
        ({"senders": []}, []),
        ({"senders": ["west"]}, []),
        ({"targets": ["bank"]}, []),
        ({"senders": ["EU"], "targets": ["CN"]}, []),
    ],
    ids=str,
)
def test_an_event_is_flagged_with_what_the_rules_read_otherwise(
    fields: dict[str, Any], flag: list[str]
) -> None:
    assert flags(event(), event(**fields)) == flag


def test_what_the_rules_read_in_another_sentence_is_no_disagreement() -> None:
    assert flags(event(), event("would not follow", senders=["EU"])) == []


def test_rules_that_find_nothing_do_not_disagree() -> None:
    opinion = compare_events(ARTICLE, [event()], [], KNOWN)
    assert (opinion.records, opinion.compared, opinion.disagreed, opinion.rules_only) == ((event(),), 0, 0, 0)


def test_what_only_the_rules_found_is_counted_and_not_added() -> None:
    opinion = compare_events(
        ARTICLE, [event()], [event(), event("would not follow", action="maintain")], KNOWN
    )
    assert (opinion.records, opinion.compared, opinion.disagreed, opinion.rules_only) == ((event(),), 1, 0, 1)


def test_an_act_told_in_the_same_sentence_takes_the_reading_that_agrees() -> None:
    relief = event(action="lift", senders=["EU"])
    opinion = compare_events(ARTICLE, [event(), relief], [relief, event()], KNOWN)
    assert (opinion.compared, opinion.disagreed) == (2, 0)


def test_flags_that_are_there_already_are_kept() -> None:
    doubt = Flag(check="news_long_past", message="long ago")
    flagged = event().model_copy(update={"flags": (doubt,)})
    (record,) = compare_events(ARTICLE, [flagged], [event(action="lift")], KNOWN).records
    assert [flag.check for flag in record.flags] == ["news_long_past", "rules_read_another_action"]
    assert record.id == flagged.id


@pytest.mark.parametrize(
    ("holder", "fields", "flag"),
    [
        ("CN", {"stance": "support"}, ["rules_read_another_leaning"]),
        ("US", {}, ["rules_read_another_holder"]),
        ("CN", {"stance": "uncommitted"}, []),
        (
            "CN",
            {"stance": "support", "issue": {"kind": "sanctions", "action": "lift", "label": "an end"}},
            [],
        ),
        ("CN", {"stance": "support", "issue": {"kind": "conduct", "label": "the tests"}}, []),
        ("US", {"stance": "support"}, []),
    ],
)
def test_a_position_is_flagged_with_what_the_rules_read_otherwise(
    holder: str, fields: dict[str, Any], flag: list[str]
) -> None:
    (record,) = compare_positions(ARTICLE, [position()], [position(holder=holder, **fields)], KNOWN).records
    assert [one.check for one in record.flags] == flag


def test_the_message_names_both_readings_and_the_words() -> None:
    (record,) = compare_positions(ARTICLE, [position()], [position(holder="US")], KNOWN).records
    assert record.flags[0].message == (
        "the rules read another holder: 'United States', not 'China', in 'China objected'"
    )


def test_the_page_on_trust_lists_every_flag_with_its_meaning() -> None:
    page = " ".join((ROOT / "docs" / "trust.md").read_text(encoding="utf-8").split())
    assert [name for name, meaning in FLAGS.items() if f"| `{name}` | {meaning} |" not in page] == []
