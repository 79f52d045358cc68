"""A measure that is only a side matter: one sentence, told without the word sanctions, among others."""

from __future__ import annotations

import tomllib

import pytest

from extractor.gate.screen import screen
from tests.conftest import ROOT

HERE = ROOT / "tests" / "gate"
ASIDE: dict[str, dict[str, str]] = tomllib.loads((HERE / "aside.toml").read_text(encoding="utf-8"))
LIFE = tomllib.loads((HERE / "texts.toml").read_text(encoding="utf-8"))["stopped"]["bakery"]


@pytest.mark.parametrize("name", ASIDE["passing"])
def test_a_measure_told_in_one_sentence_passes_alone(name: str) -> None:
    verdict = screen(ASIDE["passing"][name])
    assert verdict.passes, verdict.reason


@pytest.mark.parametrize("name", ASIDE["passing"])
def test_what_the_rest_of_a_newspaper_says_far_from_it_does_not_undo_it(name: str) -> None:
    verdict = screen("\n\n".join([LIFE, LIFE, ASIDE["passing"][name], LIFE, LIFE]))
    assert verdict.passes, verdict.reason


@pytest.mark.parametrize("name", ASIDE["stopped"])
def test_the_same_words_without_a_measure_do_not_pass(name: str) -> None:
    verdict = screen(ASIDE["stopped"][name])
    assert verdict.score is not None
    assert not verdict.passes, verdict.reason
