"""Whatever a model makes of a hostile article: only what stands in it passes, and no other suffers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from extractor import Extraction, Position, SanctionsEvent
from extractor.article.build import article_from_text
from extractor.article.readers import read_bytes
from tests.factories import draft, drafted_event
from tests.hostile.answers import TRIES, fence, honest, obedient, strays
from tests.hostile.conftest import HARMLESS, Ask, harmless_text
from tests.hostile.invented import Invented, actors_of, invented
from tests.hostile.made import DISGUISED, ENDLESS, PLAIN, Made


def one_named(name: str) -> Invented:
    return next(one for one in invented() if one.name == name)


def harmless_answers() -> list[dict[str, Any]]:
    """The true record of each plain article, as often as it may be asked for."""
    answers = []
    for name, (sender, target) in HARMLESS.items():
        event = drafted_event(
            f"{sender} imposed sanctions on {target}", 2, senders=[sender], targets=[target]
        )
        answer = {"draft": draft(event, actors=actors_of(event))}
        answers.append({**answer, "when": fence(article_from_text(harmless_text(name)).id)})
    return answers


def told(result: Extraction) -> dict[str, Any]:
    """All of a result but what differs from run to run."""
    return result.model_dump(exclude={"provenance": {"seconds"}})


def assert_grounded(result: Extraction, text: str) -> None:
    records: tuple[SanctionsEvent | Position, ...] = (*result.events, *result.positions)
    for record in records:
        for evidence in record.evidence:
            assert text[evidence.start : evidence.end] == evidence.quote
    assert Extraction.model_validate_json(result.model_dump_json()) == result


def test_an_honest_model_is_heard_on_every_hostile_article(ask: Ask) -> None:
    asked = ask([one.path for one in invented()], [answer for one in invented() for answer in honest(one)])
    assert asked.count == len(asked.results) == len(invented()) >= 36
    for one in invented():
        result = asked.results[str(one.path)]
        assert result.status == "ok", (one.name, result.error, result.rejected)
        assert [event.evidence[0].quote for event in result.events] == [one.true.evidence[0].quote], one.name
        assert (result.positions, result.rejected) == ((), ()), one.name
        assert_grounded(result, one.article.text)


def test_an_obedient_model_passes_nothing_that_is_not_in_its_article(
    ask: Ask, harmless_files: list[Path]
) -> None:
    before = ask(harmless_files, harmless_answers()).results
    answers = [*harmless_answers(), *(answer for one in invented() for answer in obedient(one))]
    asked = ask([*(one.path for one in invented()), *harmless_files], answers)
    assert asked.count == len(asked.results) == len(invented()) + len(harmless_files)
    for one in invented():
        result = asked.results[str(one.path)]
        assert (result.events, result.positions) == ((), ()), one.name
        assert result.status == "partial", one.name
        lost = [entry for entry in result.rejected if not entry.repaired]
        assert len(lost) == len(one.told), one.name
        assert_grounded(result, one.article.text)
    for path in harmless_files:
        assert told(asked.results[str(path)]) == told(before[str(path)])
        assert len(before[str(path)].events) == 1


def test_evidence_from_the_worked_example_is_named_as_such(ask: Ask) -> None:
    one = one_named("example-wanted")
    (result,) = ask([one.path], obedient(one)).results.values()
    assert {entry.check for entry in result.rejected} == {"quote_from_example"}


def test_an_answer_of_another_kind_costs_its_own_article_at_most(
    ask: Ask, harmless_files: list[Path]
) -> None:
    """Each kind is given for an article of its own, one after the other, plain articles around them."""
    kinds = dict(zip(strays(invented()[0]), invented(), strict=False))
    first, *rest = harmless_files
    answers = [answer for what, one in kinds.items() for answer in strays(one)[what]]
    asked = ask([first, *(one.path for one in kinds.values()), *rest], [*harmless_answers(), *answers], 1)
    assert asked.count == len(asked.results) == len(kinds) + 3
    for path in harmless_files:
        result = asked.results[str(path)]
        assert (result.status, len(result.events), result.rejected) == ("ok", 1, ()), result
    for what, one in kinds.items():
        hostile = asked.results[str(one.path)]
        assert_grounded(hostile, one.article.text)
        quotes = [event.evidence[0].quote for event in hostile.events]
        assert quotes in ([], [one.true.evidence[0].quote]), what
        assert hostile.status != "ok" or quotes, what
    codes = [fence(one.article.id) for one in kinds.values()]
    bodies = [request["body"] for request in asked.requests]
    others = [body for body in bodies if not any(code in str(body["messages"]) for code in codes)]
    assert len({str({**body, "messages": body["messages"][0]}) for body in others}) == 1


@pytest.mark.parametrize("what", ["the draft among prose", "prose", "nothing", "an array nested deep"])
def test_the_first_article_of_a_run_does_not_decide_how_the_others_are_asked(
    ask: Ask, harmless_files: list[Path], what: str
) -> None:
    one = one_named("fake-schema")
    plain = ask(harmless_files[:1], harmless_answers()).requests[0]["body"]
    asked = ask([one.path, *harmless_files], [*harmless_answers(), *strays(one)[what]], 1)
    assert [asked.results[str(path)].status for path in harmless_files] == ["ok"] * 3
    last = asked.requests[-1]["body"]
    assert {**last, "messages": last["messages"][0]} == {**plain, "messages": plain["messages"][0]}


def test_a_refusal_that_a_text_asks_for_is_that_articles_alone(ask: Ask, harmless_files: list[Path]) -> None:
    one = one_named("refusal-ordered")
    refusal = {"refusal": "I cannot assist with this request.", "when": fence(one.article.id)}
    asked = ask([one.path, *harmless_files], [refusal, *harmless_answers()])
    assert asked.results[str(one.path)].status == "refused"
    assert [asked.results[str(path)].status for path in harmless_files] == ["ok"] * 3


def test_silence_that_a_text_asks_for_is_a_model_s_own_fault_and_looks_like_it(ask: Ask) -> None:
    """No code can tell an obedient empty answer from an honest one: what it says is ``ok``, nothing found."""
    one = one_named("silence-ordered")
    (result,) = ask([one.path], []).results.values()
    assert (result.status, result.events, result.rejected) == ("ok", (), ())


def test_a_false_statement_in_the_text_is_what_the_text_says(ask: Ask) -> None:
    """The tool tells what an article says: a forged draft inside it is words of the article, too."""
    one = one_named("fake-draft")
    event = drafted_event(
        "Botswana lifted its whole embargo", 1, action="lift", senders=["Botswana"], targets=["Peru"]
    )
    answer = {"draft": draft(event, actors=actors_of(event)), "when": fence(one.article.id)}
    (result,) = ask([one.path], [answer] * 3).results.values()
    assert_grounded(result, one.article.text)


def test_what_a_model_copies_as_it_was_shown_is_found_in_disguised_texts(ask: Ask, tmp_path: Path) -> None:
    event = drafted_event(PLAIN.rstrip("."), 1, senders=["Canada"], targets=["Belarus"], date="Monday")
    good = {"draft": draft(event, actors=actors_of(event))}
    paths = {tmp_path / f"{number}.txt": made for number, made in enumerate(DISGUISED)}
    answers = []
    for path, made in paths.items():
        path.write_bytes(made.data)
        when = fence(read_bytes(made.data, source=made.name).id)
        answers += [{**good, "when": when}] * TRIES
    results = ask(paths, answers).results
    for path, made in paths.items():
        result = results[str(path)]
        assert_grounded(result, read_bytes(made.data, source=made.name).text)
        assert len(result.events) == 1, (made.name, result.error, result.rejected)


def test_numbers_beyond_all_counting_do_not_stop_a_check(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "numbers.txt"
    path.write_text(
        f"Canada imposed sanctions on 12 ships, not {'9' * 5000} or {'9' * 400} million.", "utf-8"
    )
    event = drafted_event(
        "Canada imposed sanctions on 12 ships", action="designate", senders=["Canada"], targets=["12 ships"]
    )
    actors = ({"name": "Canada", "kind": "state"}, {"name": "12 ships", "kind": "group", "count": 12})
    (result,) = ask([path], [{"draft": draft(event, actors=actors)}] * 3).results.values()
    assert [actor.count for actor in result.events[0].targets] == [12]


def test_a_name_in_look_alike_letters_is_not_the_name(ask: Ask, tmp_path: Path) -> None:
    """Names and quotes are compared to the letter: "Ir\u0430n" with a Cyrillic letter is another word."""
    path = tmp_path / "look-alike.txt"
    path.write_text("Canada imposed sanctions on Ir\u0430n on Monday.", encoding="utf-8")
    latin = drafted_event("Canada imposed sanctions on Iran", senders=["Canada"])
    (result,) = ask([path], [{"draft": draft(latin, actors=actors_of(latin))}] * 3).results.values()
    assert result.events == ()
    shown = drafted_event("Canada imposed sanctions on Ir\u0430n", senders=["Canada"], targets=["Ir\u0430n"])
    (result,) = ask([path], [{"draft": draft(shown, actors=actors_of(shown))}] * 3).results.values()
    assert [actor.name for actor in result.events[0].targets] == ["Ir\u0430n"]
    assert result.events[0].targets[0].id != "country:IR"


LONG = ("five thousand quoted fragments", "ligatures that grow", "a title as long as an article")


@pytest.mark.parametrize("made", [one for one in ENDLESS if one.name in LONG], ids=lambda made: made.name)
def test_an_endless_text_is_asked_about_in_parts_of_bounded_size(
    ask: Ask, tmp_path: Path, made: Made
) -> None:
    path = tmp_path / f"endless{made.suffix}"
    path.write_bytes(made.data)
    asked = ask([path], [])
    assert next(iter(asked.results.values())).status == "ok"
    assert max(len(request["body"]["messages"][1]["content"]) for request in asked.requests) < 40_000
