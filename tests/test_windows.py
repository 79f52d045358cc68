"""Long articles are asked about in overlapping windows that together hold every sentence."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.windows import OVERLAP, Window, halves, windows
from tests.factories import article_of


def test_without_a_bound_all_is_one_window() -> None:
    long = article_of("One. Two. Three. Four")
    assert windows(long, None) == (Window(1, 4),)
    assert windows(long, 10_000) == (Window(1, 4),)


def test_an_article_without_sentences_is_still_asked_about_once() -> None:
    assert windows(article_of("Cookies", boilerplate=(0,)), 100) == (Window(1, 0),)


def test_a_sentence_longer_than_the_bound_is_a_window_of_its_own() -> None:
    long = article_of("Short. " + "very " * 100 + "long. Short again")
    assert Window(2, 2) in windows(long, 50)


@given(st.lists(st.integers(1, 300), min_size=1, max_size=60), st.integers(20, 500))
def test_windows_hold_every_sentence_overlap_and_respect_the_bound(lengths: list[int], size: int) -> None:
    text = article_of(". ".join("x" * length for length in lengths))
    made = windows(text, size)
    assert made[0].first == 1
    assert made[-1].last == len(text.sentences)
    for one, after in itertools.pairwise(made):
        assert one.first < after.first <= one.last + 1
        assert after.last > one.last
        assert one.last + 1 - after.first <= OVERLAP
    for one in made:
        span = text.sentences[one.last - 1].end - text.sentences[one.first - 1].start
        assert span <= size or one.first == one.last


@pytest.mark.parametrize(("first", "last"), [(1, 2), (1, 3), (5, 40), (1, 1000)])
def test_halves_hold_the_whole_and_are_both_shorter(first: int, last: int) -> None:
    made = halves(Window(first, last))
    assert made is not None
    left, right = made
    assert (left.first, right.last) == (first, last)
    assert right.first <= left.last + 1
    assert left.last < last
    assert right.first > first


def test_a_single_sentence_cannot_be_halved() -> None:
    assert halves(Window(4, 4)) is None


def test_halving_ends() -> None:
    waiting, seen = [Window(1, 64)], 0
    while waiting:
        seen += 1
        pieces = halves(waiting.pop())
        waiting += pieces or ()
    assert seen < 500
