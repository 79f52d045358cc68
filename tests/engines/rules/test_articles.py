"""Whole articles: what must be found, and what must not, by the rulings of the data model."""

from __future__ import annotations

import pytest

from extractor.shipped import seeds
from tests.engines.rules.invented import ARTICLES
from tests.engines.rules.told import Act, View, acts, draft, views


def _seed(start: str) -> str:
    (found,) = [item for item in seeds().iterdir() if item.name.startswith(start)]
    return found.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "iran",
            [
                (
                    "designate",
                    "adopted",
                    ("European Union",),
                    ("eleven Iranian officials", "three companies"),
                ),
                ("impose", "adopted", ("European Union",), ("Iran",)),
            ],
        ),
        (
            "north_korea",
            [
                ("tighten", "proposed", ("United States",), ("North Korea",)),
                ("evade", "adopted", ("Chinese traders",), ("North Korea",)),
            ],
        ),
        (
            "venezuela",
            [
                ("ease", "considered", ("United States",), ("Venezuela",)),
                ("impose", "adopted", ("United States",), ("Venezuela",)),
            ],
        ),
        (
            "myanmar",
            [
                ("impose", "adopted", ("Canada", "Britain"), ("Myanmar",)),
                ("designate", "adopted", ("Australia",), ("Myanma Oil and Gas Company",)),
            ],
        ),
        (
            "zimbabwe",
            [
                ("delist", "adopted", ("United States",), ("three Zimbabwean banks",)),
                ("extend", "adopted", ("United States",), ("Zimbabwe",)),
            ],
        ),
        (  # failing to agree a week before is told apart from the veto: another day, other agents (12, 13)
            "russia",
            [
                ("impose", "rejected", (), ("Russia",)),
                ("impose", "considered", ("EU",), ("Russia",)),
            ],
        ),
        (
            "china",
            [
                ("designate", "adopted", ("China",), ("two American defence companies",)),
                ("maintain", "committed", ("United States",), ()),
            ],
        ),
        ("enforcement", [("enforce", "adopted", ("U.S. Treasury",), ("Helvetia Private Bank",))]),
        ("nothing", []),
    ],
)
def test_the_acts_of_an_article_are_found_and_no_others(name: str, told: list[Act]) -> None:
    assert acts(ARTICLES[name]) == told


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (  # the sender's praise is optional (ruling 20), a ministry speaks for its state (ruling 3)
            "iran",
            [("European Union", "support", "sanctions", "impose"), ("Iran", "oppose", "sanctions", "impose")],
        ),
        (
            "north_korea",
            [
                ("China", "oppose", "sanctions", "tighten"),  # the draft is the article's act
                ("Russia", "oppose", "sanctions", "tighten"),
                ("China", "support", "sanctions", "ease"),
                ("Japan", "support", "sanctions", "enforce"),
            ],
        ),
        (
            "venezuela",
            [
                ("United States", "support", "sanctions", "ease"),
                ("Venezuela", "oppose", "sanctions", "maintain"),
                ("Marta Ruiz", "oppose", "sanctions", "lift"),
            ],
        ),
        ("zimbabwe", [("South African", "support", "sanctions", "lift")]),
        ("enforcement", []),
        ("nothing", []),
    ],
)
def test_the_positions_of_an_article_are_found_and_no_others(name: str, told: list[View]) -> None:
    assert views(ARTICLES[name]) == told


@pytest.mark.parametrize(
    ("seed", "told"),
    [
        ("000", ("impose", "adopted", ("European Union", "United States"), ("Russia",))),
        ("000", ("impose", "committed", ("Japan",), ("Russia",))),
        ("001", ("evade", "adopted", ("some countries",), ("North Korea",))),
        ("002", ("tighten", "adopted", ("United States",), ("Russia",))),
        ("003", ("tighten", "committed", ("European Commission",), ("Russia",))),
        ("004", ("maintain", "adopted", ("United States",), ("Russia",))),
    ],
)
def test_a_seed_tells_this_act(seed: str, told: Act) -> None:
    assert told in acts(_seed(seed))


@pytest.mark.parametrize(
    ("seed", "told"),
    [
        ("000", ("South Korea", "uncommitted", "sanctions", "impose")),
        ("000", ("South Korea", "oppose", "conduct", None)),
        ("000", ("Australian", "oppose", "sanctions", "tighten")),
        ("001", ("Russia", "oppose", "sanctions", "maintain")),
        ("001", ("China", "oppose", "sanctions", "maintain")),
        ("001", ("United States", "support", "sanctions", "maintain")),
        ("002", ("United States", "support", "resolution", None)),
        ("002", ("Turkey", "oppose", "conduct", None)),
    ],
)
def test_a_seed_tells_this_position(seed: str, told: View) -> None:
    assert told in views(_seed(seed))


def test_history_in_a_seed_is_background_and_its_news_is_not() -> None:
    told = {
        (event.action, event.stage, event.date): event.is_background for event in draft(_seed("000")).events
    }
    assert told["impose", "adopted", "March"]
    assert not told["impose", "committed", None]
