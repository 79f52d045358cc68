"""Which pieces of text bear which classes."""

from __future__ import annotations

import pytest

from extractor.errors import SettingsError
from extractor.gate import terms
from extractor.gate.features import _GROUPS, EVIDENCE, HOME, names
from extractor.gate.lexicon import Lexicon
from extractor.gate.reading import read
from extractor.gate.weights import weights


def made() -> Lexicon:
    return Lexicon(
        {
            "word": ["sanction*", "EU", "Treasury", "*embargo*", "sanción"],
            "phrase": ["asset freeze", "gel d avoirs", "foreign minist*", "U S", "EU Rat"],
        }
    )


def found(text: str) -> list[tuple[str, list[str]]]:
    lexicon = made()
    reading = read(text, lexicon)
    return [
        (reading.pieces[index], lexicon.classes(code))
        for index, code in zip(reading.telling, reading.codes, strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("new sanctions, they said", [("sanctions,", ["word"])]),
        ("(Sanctioned)", [("(Sanctioned)", ["word"])]),
        ("the eu and Eu", []),
        ("the EU's plan", [("EU's", ["word"])]),
        ("TREASURY and Treasury and treasury", [("TREASURY", ["word"]), ("Treasury", ["word"])]),
        ("ein Ölembargo", [("Ölembargo", ["word"])]),
        ("una Sancion", [("Sancion", ["word"])]),
        ("an asset-freeze on all", [("asset-freeze", ["phrase"])]),
        ("the asset\nfreeze", [("freeze", ["phrase"])]),
        ("un gel d\u2019avoirs", [("d\u2019avoirs", ["phrase"])]),
        ("the foreign ministers' talk", [("foreign", ["phrase"])]),
        ("U.S. officials", [("U.S.", ["phrase"])]),
        ("an EU-Rat", [("EU-Rat", ["word", "phrase"])]),
        ("freeze the asset", []),
    ],
)
def test_a_piece_bears_the_classes_of_its_words_and_phrases(text: str, pieces: list[object]) -> None:
    assert found(text) == pieces


def test_what_is_remembered_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.gate.lexicon._MOST_KEPT", 100)
    lexicon = made()
    text = " ".join(f"w{number}" for number in range(1_000)) + " sanctions of the EU"
    assert len(read(text, lexicon).telling) == 2
    assert len(lexicon) <= 100
    lexicon["x" * 10_000]
    assert not any(len(piece) > 100 for piece in lexicon)


def test_every_evidence_is_of_classes_that_there_are_and_has_a_weight() -> None:
    known = set(terms.lexicon().names)
    assert {one.of for one in EVIDENCE} <= known | set(_GROUPS)
    assert set(HOME) <= known
    assert set().union(*_GROUPS.values()) <= known
    beside = {name for one in EVIDENCE for name, _ in (*one.near, *one.far)}
    assert beside <= known | set(_GROUPS)
    assert set(weights().by_feature) == set(names())
    assert 0 < weights().threshold < 1


def test_no_weight_says_the_opposite_of_what_its_feature_means() -> None:
    for name, weight in weights().by_feature.items():
        against = name == "sanction at home" or name.removesuffix(" words") in HOME
        assert weight <= 0 if against else weight >= 0, name


def test_weights_of_other_terms_than_the_shipped_ones_are_noticed() -> None:
    assert weights().terms == terms.terms_fingerprint(), "fit anew: python -m benchmarks.gate_fit --write"


@pytest.mark.parametrize("term", ["*a b", "a* b", "a *b"])
def test_a_term_that_cannot_be_looked_for_is_refused_by_name(term: str) -> None:
    with pytest.raises(SettingsError, match=r"terms\.toml, some: .* a star stands"):
        list(terms.checked("some", [term]))
