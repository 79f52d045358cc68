"""What is saved of answers that break the schema: every sound record, nothing invented, nothing lost."""

from __future__ import annotations

import json
from typing import Any, get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from extractor.engines.salvage import Salvaged, salvage
from extractor.schemas.draft import MAX_ACTORS, MAX_RECORDS, Draft, DraftActor, DraftEvent, DraftEvidence
from extractor.schemas.terms import ActorKindName
from tests.factories import draft, drafted_event, drafted_position

US = {"name": "United States", "kind": "state", "country": "US", "role": None, "count": None}
WHOLE = draft(drafted_event(), drafted_event(targets=["Cuba"]), drafted_position(), actors=(US,))
TEXT = json.dumps(WHOLE)


def saved(text: str) -> Salvaged:
    made = salvage(text)
    assert made is not None
    return made


def changed(**fields: Any) -> dict[str, Any]:
    """The draft with these fields put into its first event."""
    copy: dict[str, Any] = json.loads(TEXT)
    copy["events"][0] |= fields
    return copy


def counts(made: Salvaged) -> tuple[int, int, int]:
    return len(made.draft.actors), len(made.draft.events), len(made.draft.positions)


def test_a_sound_draft_is_taken_as_it_is() -> None:
    made = saved(TEXT)
    assert made == Salvaged(Draft.model_validate(WHOLE), sound=True)


@pytest.mark.parametrize(
    "text",
    [
        f"```json\n{TEXT}\n```",
        f"Here it is:\n\n```\n{TEXT}\n```\nThat is all {{of it}}.",
        f"```json\n{{}}\n```\nNo, better:\n```json\n{TEXT}\n```",
        f"I found [2] records {{in all}}. {TEXT} Done.",
        f"\ufeff{TEXT}",
        f"<think>Something like {{'a': 1}}?</think>\n{TEXT}",
        f"```json\n{TEXT}",
        json.dumps({"Draft": WHOLE}),
        json.dumps({"name": "Draft", "arguments": WHOLE}),
        json.dumps({"name": "Draft", "arguments": TEXT}),
        json.dumps([WHOLE]),
        json.dumps([{"actors": [US]}, {"events": WHOLE["events"]}, {"positions": WHOLE["positions"]}]),
        json.dumps([*WHOLE["actors"], *WHOLE["events"], *WHOLE["positions"]]),
        json.dumps(WHOLE, indent=2).replace("\n", "\r\n"),
    ],
)
def test_the_draft_is_found_in_whatever_stands_around_it(text: str) -> None:
    made = saved(text)
    assert made.draft == Draft.model_validate(WHOLE)
    assert (made.broken, made.notes, made.cut) == ((), (), False)


def test_of_several_drafts_the_last_counts() -> None:
    first = json.dumps(draft(drafted_event(targets=["Nobody"])))
    assert saved(f"```json\n{first}\n```\nOn reflection:\n```json\n{TEXT}\n```").draft.events[0].targets == [
        "Iran"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I found nothing.",
        "{}",
        "[]",
        "null",
        '{"events": 1}',
        '{"answer": "none"}',
        '{"actors": [',
        "[1] {2}",
        json.dumps(Draft.model_json_schema()),
    ],
)
def test_what_does_not_look_like_a_draft_gives_none(text: str) -> None:
    assert salvage(text) is None


def test_a_broken_record_is_told_apart_with_field_value_and_what_is_allowed() -> None:
    made = saved(json.dumps(changed(action="punish")))
    assert counts(made) == (1, 1, 1)
    (broken,) = made.broken
    assert broken.kind == "event"
    assert broken.record["action"] == "punish"
    assert broken.reason.startswith("action: Input should be 'impose', 'designate'")
    assert broken.reason.endswith("; got 'punish'")


def test_missing_fields_are_named_and_the_record_is_kept_as_it_came() -> None:
    made = saved('{"events": [{"action": "impose"}], "positions": [{"holder": "China"}]}')
    event, position = made.broken
    assert (event.kind, dict(event.record)) == ("event", {"action": "impose"})
    assert event.reason == "stage: Field required; evidence: Field required"
    assert "stance: Field required" in position.reason


def test_optional_fields_left_out_or_null_are_empty() -> None:
    small: dict[str, Any] = {"action": "lift", "stage": "adopted", "senders": None, "is_background": None}
    small["evidence"] = [{"sentence": 1, "quote": "lifted"}]
    made = saved(json.dumps({"events": [small]}))
    assert made.draft.events == [DraftEvent.model_validate({k: v for k, v in small.items() if v is not None})]
    assert made.broken == ()


@pytest.mark.parametrize("written", ["Asset Freeze", "asset-freeze", " ASSET_FREEZE ", "Asset - freeze"])
def test_a_name_of_a_vocabulary_is_read_whatever_its_case_and_spaces(written: str) -> None:
    made = saved(json.dumps(changed(measures=[written])))
    assert made.draft.events[0].measures == ["asset_freeze"]
    assert made.broken == ()


@pytest.mark.parametrize("written", ["asset freezes", "freeze", "assetfreeze", "asset_freeze_", 3, None])
def test_a_name_of_a_vocabulary_is_never_guessed(written: object) -> None:
    made = saved(json.dumps(changed(measures=[written])))
    assert counts(made) == (1, 1, 1)
    assert "measures.0" in made.broken[0].reason
    assert made.broken[0].record["measures"] == [written]


def test_a_key_outside_the_schema_is_left_out_and_told() -> None:
    evidence = [{"sentence": 1, "quote": "imposed sanctions on Iran", "page": 3}]
    made = saved(json.dumps(changed(confidence=0.9, evidence=evidence)))
    assert counts(made) == (1, 2, 1)
    assert {note.where: note.what for note in made.notes} == {
        "events.0.confidence": 0.9,
        "events.0.evidence.0.page": 3,
    }


def test_an_actor_is_left_out_only_where_name_or_kind_is_unsound() -> None:
    actors = [US | {"country": "USA"}, US | {"kind": "planet"}, "France", US | {"kind": "Government Body"}]
    made = saved(json.dumps(WHOLE | {"actors": actors}))
    assert made.draft.actors == [
        DraftActor(name="United States", kind="state"),
        DraftActor(name="United States", kind="government_body", country="US"),
    ]
    assert [note.where for note in made.notes] == ["actors.0.country", "actors.1", "actors.2"]
    assert made.broken == ()


def test_keys_beside_the_lists_are_told_and_what_is_no_object_is_broken() -> None:
    made = saved(json.dumps({"summary": "x", "events": ["impose"], "positions": None}))
    assert [(note.where, note.what) for note in made.notes] == [("summary", "x")]
    assert [(one.kind, one.record) for one in made.broken] == [("event", {"value": "impose"})]


def test_lists_under_a_key_that_comes_twice_are_joined() -> None:
    events = json.dumps(WHOLE["events"][:1]), json.dumps(WHOLE["events"][1:])
    twice = f'{{"actors": [], "events": {events[0]}, "events": {events[1]}, "positions": []}}'
    assert [event.targets for event in saved(twice).draft.events] == [["Iran"], ["Cuba"]]


def test_a_record_that_is_no_json_costs_none_of_the_others() -> None:
    made = saved(TEXT.replace("sanctions on Iran", 'so-called "sanctions" on Iran', 1))
    assert counts(made) == (1, 1, 1)
    (broken,) = made.broken
    assert broken.reason.startswith("not JSON: ")
    assert 'so-called "sanctions"' in broken.record["text"]
    assert not made.cut


def test_a_last_record_that_is_no_json_is_broken_and_not_cut() -> None:
    made = saved(TEXT.replace("China opposes", 'China "opposes'))
    assert counts(made) == (1, 2, 0)
    assert [one.kind for one in made.broken] == ["position"]
    assert not made.cut


def test_commas_too_many_or_forgotten_do_no_harm() -> None:
    one, two = (json.dumps(event) for event in WHOLE["events"])
    assert counts(saved(f'{{"actors": [,], "events": [{one} {two},], "positions": []}}')) == (0, 2, 0)


def test_a_list_left_open_ends_where_the_next_begins() -> None:
    made = saved(TEXT.replace('], "positions": [', ', "positions": ['))
    assert counts(made) == (1, 2, 1)


WORDS = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(
    ['"}]}', '{"action": "', "\\", "```"]
)
QUOTES = st.builds(DraftEvidence, sentence=st.integers(1, 99_999), quote=WORDS.filter(bool))
ACTORS = st.builds(
    DraftActor, name=WORDS, kind=st.sampled_from(get_args(ActorKindName)), role=st.none() | WORDS
)
EVENTS = st.builds(
    drafted_event,
    senders=st.lists(WORDS, max_size=2),
    date=st.none() | WORDS,
    evidence=st.lists(QUOTES, min_size=1, max_size=2),
)
POSITIONS = st.builds(
    drafted_position, condition=st.none() | WORDS, evidence=st.lists(QUOTES, min_size=1, max_size=2)
)
DRAFTS = st.builds(
    Draft,
    actors=st.lists(ACTORS, max_size=3),
    events=st.lists(EVENTS, max_size=3),
    positions=st.lists(POSITIONS, max_size=3),
)


@settings(max_examples=100, deadline=None)
@given(DRAFTS, st.lists(st.floats(0, 1), min_size=8, max_size=8))
@example(Draft(events=[drafted_event(date='"}]}')]), [number / 400 for number in range(400)])
def test_a_cut_draft_gives_only_records_of_the_whole_one(whole: Draft, shares: list[float]) -> None:
    text = whole.model_dump_json().encode()
    for share in shares:
        made = salvage(text[: round(share * len(text))].decode("utf-8", "replace"))
        if made is not None and not made.sound:
            assert all(actor in whole.actors for actor in made.draft.actors)
            assert all(event in whole.events for event in made.draft.events)
            assert all(position in whole.positions for position in made.draft.positions)
            assert made.broken == ()


def test_at_every_place_of_a_cut_the_records_before_it_are_kept() -> None:
    for end in range(len(TEXT)):
        made = salvage(TEXT[:end])
        whole = TEXT[:end].count("}]}")  # each record ends with its evidence
        assert whole == 0 or (made is not None and sum(counts(made)[1:]) == whole)
        assert made is None or made.cut or end >= len(TEXT) - 1  # all but the last brace lacks nothing


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200) | st.text(alphabet='{}[]",:\\ \n`aevents positions1', max_size=200))
def test_no_text_makes_it_raise(text: str) -> None:
    salvage(text)
    salvage(f'{{"events": [{text}')
    salvage(TEXT.replace("Iran", text, 1))


@pytest.mark.parametrize(
    "text",
    [
        "{" * 100_000,
        "[" * 100_000,
        '{"events":[' * 20_000,
        '{"events":[' + '{"a":[' * 20_000,
        '{"events":[' + '{"action":"x' * 20_000,
        '{"events":[' + '{"action":"x"} "' * 10_000,
        '{"events":["' + "\\" * 100_000,
        '{"events":[' + "1," * 50_000,
        '{"actors":[' + "9" * 100_000 + "]}",
        '{"events":[], "positions":[], "actors":[NaN, Infinity, 1e999]}',
        "```json\n" * 20_000,
        TEXT.replace('"Iran"', '"\\ud800"'),
        TEXT.replace("Iran", "\ud800"),
        TEXT.replace("Iran", "\\u0000"),
    ],
)
def test_hostile_answers_cost_little_and_leave_json_that_can_be_written(text: str) -> None:
    made = salvage(text)
    if made is not None:
        made.draft.model_dump_json().encode()
        told = [dict(one.record) for one in made.broken] + [note.what for note in made.notes]
        json.dumps(told, allow_nan=False, ensure_ascii=False).encode()
        assert len(made.broken) <= 2 * MAX_RECORDS


def test_a_model_that_goes_round_in_circles_is_held_to_the_bounds() -> None:
    events = [drafted_event(sentence=number).model_dump() for number in range(1, MAX_RECORDS + 3)]
    circles = {"actors": [US] * (MAX_ACTORS + 1), "events": [*events, events[0]], "positions": []}
    made = saved(json.dumps(circles))
    assert counts(made) == (MAX_ACTORS, MAX_RECORDS, 0)
    assert [one.record["evidence"][0]["sentence"] for one in made.broken] == [
        MAX_RECORDS + 1,
        MAX_RECORDS + 2,
    ]
    assert [note.where for note in made.notes] == [f"actors.{MAX_ACTORS}", f"events.{MAX_RECORDS + 2}"]
