"""Verbs that are added: infinitives pass, other forms do not."""

from __future__ import annotations

import pytest

from extractor.knowledge.infinitives import is_infinitive
from extractor.knowledge.vocabulary import INFLECTED, shipped_tables

IRREGULAR = shipped_tables()["irregular.toml"]


def infinitive(phrase: str, language: str) -> bool:
    return is_infinitive(phrase, language, (), IRREGULAR[language])


@pytest.mark.parametrize(
    ("language", "phrase"),
    [
        ("en", "clapped down"),
        ("en", "clapping"),
        ("en", "slaps"),
        ("en", "froze"),
        ("en", "partially lifted"),
        ("es", "impuso"),
        ("es", "sancionando a"),
        ("fr", "imposa"),
        ("de", "verhängt"),
    ],
)
def test_another_form_of_a_verb_is_no_infinitive(language: str, phrase: str) -> None:
    assert not infinitive(phrase, language)


@pytest.mark.parametrize("language", ["en", "es", "fr", "de"])
def test_nearly_all_verbs_that_ship_are_told_as_infinitives_by_their_looks(language: str) -> None:
    verbs = {
        phrase
        for name, table in shipped_tables().items()
        if name not in ("irregular.toml", "leaders.toml")
        for kind, values in table.get(language, {}).items()
        if kind in INFLECTED
        for phrases in values.values()
        for phrase in phrases
    }
    odd = sorted({phrase.split()[0] for phrase in verbs if not infinitive(phrase, language)})
    assert len(verbs) > 200
    assert odd == ODD[language]


ODD = {"en": ["calls"], "es": [], "fr": [], "de": []}


@pytest.mark.parametrize(
    "verb", ["bring", "feed", "embed", "shed", "focus on", "put X on", "harass", "canvas"]
)
def test_an_infinitive_that_looks_like_another_form_passes(verb: str) -> None:
    assert infinitive(verb, "en")
