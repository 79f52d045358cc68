"""What stands with a verb: its object and phrases, up to the end of the clause."""

from __future__ import annotations

import pytest

from extractor.article.build import article_from_text
from extractor.engines.rules.clauses.nodes import read_nodes
from extractor.engines.rules.clauses.scene import Memory, Scene
from extractor.engines.rules.clauses.slots import slots_after
from extractor.engines.rules.lines.line import read_line
from extractor.engines.rules.who.agents import People
from extractor.engines.rules.who.mentions import find_agents
from extractor.knowledge.actors import gazetteer


def _slots(text: str) -> list[tuple[str, str]]:
    """Preposition and words of each slot of the first verb."""
    article = article_from_text(text)
    line = read_line(article, article.sentences[0])
    assert line is not None
    scene = Scene(line, read_nodes(line, find_agents(line, gazetteer(), People())), Memory())
    at = next(index for index, node in enumerate(scene.nodes) if node.kind == "verb")
    return [(slot.prep, scene.text(slot.first, slot.after)) for slot in slots_after(scene, at)]


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        (
            "Canada imposed sanctions on Belarus.",
            [("", "sanctions"), ("on", "Belarus")],
        ),
        (
            "Canada removed two banks of Belarus from its sanctions list.",
            [("", "two banks of Belarus"), ("from", "its sanctions list")],
        ),
        (
            "Canada imposed sanctions on Belarus, saying the vote was a fraud.",
            [("", "sanctions"), ("on", "Belarus")],
        ),
        (
            "Canada imposed sanctions because Belarus jailed a critic.",
            [("", "sanctions")],
        ),
    ],
)
def test_the_parts_end_where_another_clause_begins(text: str, slots: list[tuple[str, str]]) -> None:
    assert _slots(text) == slots
