"""What the gate lets pass, what it stops, and what it says."""

from __future__ import annotations

import tomllib

import pytest

from extractor.article.build import article_from_text
from extractor.gate.screen import screen, screen_article
from tests.conftest import ROOT

TEXTS: dict[str, dict[str, str]] = tomllib.loads(
    (ROOT / "tests" / "gate" / "texts.toml").read_text(encoding="utf-8")
)
IMPOSED = (
    "The European Union imposed sanctions on Belarus on Monday over the treatment of prisoners in Minsk."
)


@pytest.mark.parametrize("name", TEXTS["passing"])
def test_a_text_with_a_record_passes_also_without_the_word_sanctions(name: str) -> None:
    verdict = screen(TEXTS["passing"][name])
    assert verdict.passes, verdict.reason
    assert verdict.score is not None


@pytest.mark.parametrize("name", TEXTS["stopped"])
def test_courts_sport_schools_and_approval_do_not_pass_on_the_word(name: str) -> None:
    verdict = screen(TEXTS["stopped"][name])
    assert not verdict.passes, verdict.reason
    assert verdict.reason


@pytest.mark.parametrize(
    "text",
    [
        "They said that the sanction was too harsh and that they would think about what to do at home.",
        "Se trata de una sanción que nadie esperaba y que ha sorprendido a todos los que estaban ayer.",
        "C'est une sanction que personne n'attendait et qui a surpris tous ceux qui étaient là hier.",
        "Das ist eine Sanktion, mit der niemand gerechnet hat und die alle überrascht hat, die da waren.",
    ],
)
def test_the_word_alone_does_not_pass(text: str) -> None:
    assert not screen(text).passes


WORLD_NEWS = ("war_report", "talks_report", "takeover", "state_visit_fr", "arms_aid_de", "insurgents_es")


@pytest.mark.parametrize("name", WORLD_NEWS)
def test_states_wars_and_talks_alone_are_no_evidence(name: str) -> None:
    verdict = screen(TEXTS["stopped"][name])
    assert not verdict.passes
    assert not [one for one in verdict.found if not one.evidence.endswith("words")]


def test_a_stop_or_a_seizure_counts_only_with_what_was_traded_or_who_did_it() -> None:
    story = "The {} in Harare on Tuesday, witnesses in three suburbs said, and shops stayed shut until six."
    assert not screen(story.format("buses were halted near the Zimbabwe stadium")).passes
    assert screen(story.format("shipments of diamonds from Zimbabwe were halted by the EU and waited")).passes


def test_every_word_that_is_named_stands_where_it_is_said_to_stand() -> None:
    text = f"  Brussels.\n\n\u201cNo comment\u201d\u00a0\u2014 {IMPOSED}\n\tL\u2019Iran protests."
    verdict = screen(text)
    assert verdict.found
    assert all(text[one.start : one.end] == one.words for one in verdict.found)
    assert any("sanctions" in one.words for one in verdict.found)


def test_a_text_that_is_not_cut_by_spaces_is_read_by_words() -> None:
    text = "/".join(IMPOSED.split()) + "/" + "/".join(f"word{number}" for number in range(50))
    verdict = screen(text)
    assert verdict.passes
    assert all(text[one.start : one.end] == one.words for one in verdict.found)


@pytest.mark.parametrize(
    "text",
    [
        IMPOSED.replace("sanctions", "sanc\u00adtions"),
        IMPOSED.replace("sanctions", "sanc\u200btions"),
        IMPOSED.replace("sanctions", "SANCTIONS"),
        "La Unio\u0301n Europea impuso sancio\u0301n tras sancio\u0301n a Bielorrusia, y se habla de otra.",
        "La Union Europea impuso sanciones a Bielorrusia y los ministros hablan de otra lista.",
    ],
)
def test_accents_hyphens_and_capitals_do_not_hide_a_word(text: str) -> None:
    assert screen(text).passes


def test_a_capital_tells_the_union_from_a_german_or_spanish_word() -> None:
    verdict = screen(
        "Un hombre y una mujer compraron pan. Un perro los miraba desde la acera de la otra calle, muy serio."
    )
    assert not verdict.passes


def test_one_sentence_deep_in_a_long_article_about_something_else_is_found() -> None:
    filler = TEXTS["stopped"]["bakery"]
    text = "\n\n".join([filler] * 60 + [IMPOSED] + [filler] * 60)
    verdict = screen(text)
    assert verdict.passes
    assert all(text[one.start : one.end] == one.words for one in verdict.found)
    assert not screen("\n\n".join([filler] * 120)).passes


WHY = {
    "portuguese": "'pt'",
    "russian": "script",
    "chinese": "script",
    "polish": "none of the languages",
    "short": "too few",
}


@pytest.mark.parametrize("name", TEXTS["unread"])
def test_what_the_gate_cannot_read_passes_and_it_says_so(name: str) -> None:
    verdict = screen(TEXTS["unread"][name])
    assert verdict.passes
    assert verdict.score is None
    assert verdict.reason.startswith("not judged")
    assert WHY[name] in verdict.reason


def test_a_passage_in_another_script_does_not_drown_in_a_long_text() -> None:
    filler = TEXTS["stopped"]["bakery"]
    russian = "Евросоюз ввёл санкции против банка и двух его владельцев, сообщили дипломаты в Брюсселе. " * 12
    assert screen("\n\n".join([filler] * 30 + [russian] + [filler] * 30)).passes


def test_nothing_but_white_space_is_stopped() -> None:
    for text in ("", " \n\t "):
        verdict = screen(text)
        assert not verdict.passes
        assert verdict.score == 0


def test_the_threshold_can_be_set() -> None:
    text = TEXTS["stopped"]["bakery"]
    score = screen(text).score
    assert score is not None
    assert screen(text, threshold=score / 2).passes
    assert not screen(text, threshold=min(score * 2, 0.99)).passes
    assert screen(text, threshold=0.5).threshold == 0.5


def test_other_stories_headlines_are_not_read_where_they_are_known_for_boilerplate() -> None:
    text = (
        TEXTS["stopped"]["jobcenter"]
        + "\n\nMehr zum Thema\n→ EU verlängert Wirtschaftssanktionen gegen Russland bis Januar\n"
    )
    article = article_from_text(text)
    assert any(paragraph.kind == "boilerplate" for paragraph in article.paragraphs)
    assert screen(text).passes
    assert not screen_article(article).passes


def test_the_same_text_gets_the_same_score_again() -> None:
    assert screen(IMPOSED) == screen(IMPOSED)
