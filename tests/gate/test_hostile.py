"""No text takes the gate unduly long, and none makes it fall."""

from __future__ import annotations

from time import process_time

import pytest

from extractor.gate.screen import screen

LENGTH = 1_000_000
SECONDS = 10.0  # for a million characters; usually a tenth of a second. It guards against endless work only

HOSTILE = {
    "one letter": "a",
    "one telling word": "sanctions ",
    "many telling words": "EU sanctions on Russia ban oil exports, asset freeze, court, club, school ",
    "one word without end": "sanction",
    "marks": "!?.,;:-–—'\"",
    "open brackets": "((((((((",
    "elided": "d'l'd'l'n'",
    "hyphens": "a-b-",
    "underscores": "sanctions_on_Russia_",
    "accents piled up": "e\u0301\u0302\u0303\u0304",
    "soft hyphens": "s\u00ada\u00adn\u00adc\u00ad",
    "zero width": "\u200b",
    "ligatures that grow when folded": "\ufdfa\ufb03\u00df\u0130",
    "other script": "санкции ",
    "no spaces": "制裁",
    "phrase begun for ever": "foreign foreign ",
    "surrogates": "\ud800\udfff ",
    "nulls": "\x00",
    "line ends": "\r\n\u2028\x85",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_million_characters_of_it_are_read_in_good_time(name: str) -> None:
    text = (HOSTILE[name] * (LENGTH // len(HOSTILE[name]) + 1))[:LENGTH]
    started = process_time()
    verdict = screen(text)
    assert process_time() - started < SECONDS
    assert all(text[one.start : one.end] == one.words for one in verdict.found)


def test_a_million_different_words_are_read_in_good_time() -> None:
    started = process_time()
    screen(" ".join(f"word{number:x}ing" for number in range(120_000)))
    assert process_time() - started < SECONDS
