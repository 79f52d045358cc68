"""The lists of the page on records are those of the code."""

from __future__ import annotations

import re

import pytest

from extractor.schemas import terms
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "records.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("head", "values"),
    [
        ("measure", terms.values(terms.MeasureName)),
        ("sector", terms.values(terms.SectorName)),
        ("objective", terms.values(terms.ObjectiveName)),
        ("stage", terms.values(terms.StageName)),
    ],
)
def test_every_value_has_one_row_with_a_plain_phrase_in_the_order_of_the_code(
    head: str, values: tuple[str, ...]
) -> None:
    table = re.search(rf"^\| {head} \|.*\n\|[- |]+\|\n((?:\|.*\n)+)", PAGE, re.MULTILINE)
    assert table is not None
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in table[1].splitlines()]
    assert [row[0] for row in rows] == list(values)
    assert all(len(row) == 2 and row[1] for row in rows)
