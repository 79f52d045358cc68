"""The vocabulary's reader: phrases, inflection, tokens."""

from __future__ import annotations

import pytest

from extractor.knowledge.inflection import inflect
from extractor.knowledge.vocabulary import LANGUAGES, Vocabulary, fingerprint, tokenise, vocabulary


def _known(language: str) -> Vocabulary:
    found = vocabulary(language)
    assert found is not None
    return found


def _kinds(language: str, phrase: str) -> frozenset[str]:
    words = [word for word, _ in tokenise(phrase)]
    found = _known(language).at(words, 0)
    assert found is not None, phrase
    after, cues = found
    assert after == len(words), phrase
    return cues.kinds


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words_for_sanctions_acts_and_stances(language: str) -> None:
    assert {"strong", "act", "stance", "speech", "prep"} <= _known(language).phrases.keys()


def test_a_language_without_files_has_no_vocabulary() -> None:
    assert vocabulary("uk") is None


def test_the_longest_phrase_wins() -> None:
    found = _known("en").at(["asset", "freeze", "on"], 0)
    assert found is not None
    assert (found[0], found[1].first["strong"].value) == (2, "asset_freeze")


def test_a_phrase_of_details_hides_no_shorter_word_of_the_grammar() -> None:
    known = _known("en")
    words = ["invasion", "of", "ukraine"]
    assert known.at(words, 0) == (1, known.entries["invasion"][0])
    detail = known.at(words, 0, details=True)
    assert detail is not None
    assert detail[0] == 2


@pytest.mark.parametrize(
    ("language", "form", "kind"),
    [
        ("en", "imposed", "act"),
        ("en", "rolled back", "act"),
        ("en", "applies", "act"),
        ("en", "partially lifted", "act"),
        ("es", "impusieron", "act"),
        ("es", "se opone al", "stance"),
        ("fr", "s'oppose aux", "stance"),
        ("fr", "levée", "nominal"),
        ("de", "verhängt", "act"),
        ("de", "aufzuheben", "act"),
    ],
)
def test_inflected_forms_are_known(language: str, form: str, kind: str) -> None:
    assert kind in _kinds(language, form)


def test_a_parted_german_verb_names_the_prefix_that_must_follow() -> None:
    found = _known("de").at(["hebt"], 0)
    assert found is not None
    assert found[1].first["act"].parting == "auf"


@pytest.mark.parametrize(
    ("language", "verb", "letter", "form"),
    [
        ("en", "slap", "d", "slapped"),
        ("en", "levy", "s", "levies"),
        ("en", "extend", "g", "extending"),
        ("en", "impose", "g", "imposing"),
        ("en", "submit", "d", "submitted"),
        ("es", "levantar", "d", "levantó"),
        ("es", "aplicar", "s", "aplique"),
        ("es", "prorrogar", "f", "prorrogará"),
        ("fr", "prolonger", "d", "prolongea"),
        ("fr", "durcir", "s", "durcissent"),
        ("fr", "suspendre", "n", "suspendues"),
        ("de", "verlängern", "n", "verlängert"),
        ("de", "lockern", "n", "gelockert"),
    ],
)
def test_regular_verbs_are_inflected_by_rule(language: str, verb: str, letter: str, form: str) -> None:
    assert form in inflect(verb, language, {})[letter]


def test_an_exception_replaces_only_the_forms_it_names() -> None:
    forms = inflect("keep", "en", {"keep": {"d": "kept"}})
    assert (forms["d"], forms["g"]) == (["kept"], ["keeping"])


def test_possessives_elisions_and_abbreviations_are_words_of_their_own() -> None:
    words = [word for word, _ in tokenise("The EU's bloc didn’t hit l’Iran or the U.S. on 14th.")]
    assert words == [
        "The",
        "EU",
        "'s",
        "bloc",
        "did",
        "n’t",
        "hit",
        "l’",
        "Iran",
        "or",
        "the",
        "U.S.",
        "on",
        "14th",
        ".",
    ]


def test_offsets_of_tokens_point_into_the_text() -> None:
    text = "Moscow’s sanctions—\u00abillegal\u00bb"
    assert all(text[start:end] == word for word, (start, end) in tokenise(text))


def test_the_fingerprint_is_stable_within_a_version_of_the_files() -> None:
    assert fingerprint() == fingerprint()
    assert len(fingerprint()) == 16
