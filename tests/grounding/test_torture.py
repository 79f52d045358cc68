"""The published torture suite: no false accept, no false reject, and the right reason for every refusal."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from extractor.article.sentences import split
from extractor.grounding import Located, NotLocated, locate
from extractor.schemas.draft import DraftEvidence
from tests.grounding.torture import FOLDER, Case, cases

CASES = cases()


def answer(case: Case) -> Located | NotLocated:
    examples = [case.example] if case.example else []
    return locate(case.article, DraftEvidence(sentence=case.sentence, quote=case.quote), examples)


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id) for case in CASES if case.stands])
def test_a_quote_that_stands_in_the_text_is_found_where_it_stands(case: Case) -> None:
    place = answer(case)
    assert isinstance(place, Located), f"{place.reason} ({case.why})"
    assert (place.evidence.start, place.evidence.end) == (case.start, case.end), case.why
    assert place.evidence.quote == case.text[place.evidence.start : place.evidence.end]
    assert place.sentence == case.stands_in
    assert (place.note is not None) == (case.expect == "corrected")


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id) for case in CASES if not case.stands])
def test_a_quote_that_does_not_stand_in_the_text_is_refused_for_what_is_wrong_with_it(case: Case) -> None:
    place = answer(case)
    assert isinstance(place, NotLocated), f"taken for {place.evidence.quote!r} ({case.why})"
    assert place.check == case.expect, place.reason
    assert len(place.reason) <= 600
    if case.word is not None:
        told = re.search(r"at word (\d+)\b", place.reason)
        assert told is not None, place.reason
        assert int(told[1]) == case.word, place.reason


def test_the_suite_is_as_large_and_as_varied_as_it_says() -> None:
    assert len(CASES) >= 600
    assert len({case.id for case in CASES}) == len(CASES)
    assert len({case.language for case in CASES}) >= 20
    assert len({case.script for case in CASES}) >= 12
    standing = sum(case.stands for case in CASES)
    assert 0.4 < standing / len(CASES) < 0.6
    for language in {case.language for case in CASES}:
        assert {case.stands for case in CASES if case.language == language} == {True, False}, language


@pytest.mark.parametrize(
    "kind",
    [
        *("negation_dropped", "negation_added", "number", "half_number", "actor", "date", "modal"),
        *("word_dropped", "word_added", "word_changed", "half_word", "hyphenated_word"),
        *("ellipsis", "stitched", "sentence_border", "twice", "wrong_sentence", "worked_example", "empty"),
        *("quote_marks", "dashes", "spaces", "ligature", "soft_hyphen", "invisible", "combining", "accent"),
        *("full_width", "raised_figures", "percent", "currency"),
    ],
)
def test_every_kind_of_trouble_is_tried_in_three_languages(kind: str) -> None:
    assert len({case.language for case in CASES if case.kind == kind}) >= 3


def test_the_sentences_of_the_suite_are_those_that_the_reader_makes() -> None:
    for case in {case.text: case for case in CASES}.values():
        found: list[tuple[int, int]] = []
        for paragraph in case.article.paragraphs:
            found += split(case.text, paragraph.start, paragraph.end)
        assert tuple(found) == case.sentences, case.id


@pytest.mark.parametrize("column", ["kind", "language", "script", "expect"])
def test_the_counts_in_its_readme_are_those_of_the_file(column: str) -> None:
    table = (FOLDER / "README.md").read_text("utf-8").split(f"| {column} | cases |")[1].split("\n\n")[0]
    told = dict(re.findall(r"^\| `?([\w-]+)`? \| (\d+) \|", table, re.MULTILINE))
    counts = Counter(str(getattr(case, column)) for case in CASES)
    assert told == {name: str(count) for name, count in counts.items()}


def test_the_program_in_its_readme_says_what_it_is_said_to_say(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    readme = (FOLDER / "README.md").read_text("utf-8")
    monkeypatch.chdir(FOLDER.parents[1])
    exec(readme.split("```python\n")[1].split("```")[0], {})
    assert f"`{capsys.readouterr().out.strip()}`" in readme
