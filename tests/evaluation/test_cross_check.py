"""The same figures from an independent implementation, metametric."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.evaluation.align import eligible
from extractor.evaluation.scheme import Scheme
from extractor.evaluation.score import Tally, score_records
from extractor.evaluation.weights import EVENTS, POSITIONS, THETA
from tests.evaluation.strategies import event_views, few, position_views

metametric = pytest.importorskip("metametric.dsl")


@pytest.mark.parametrize(("scheme", "records"), [(EVENTS, event_views), (POSITIONS, position_views)])
@settings(deadline=None, database=None, max_examples=40)
@given(data=st.data())
def test_the_soft_micro_figures_are_those_of_metametric(
    scheme: Scheme[Any], records: st.SearchStrategy[Any], data: st.DataObject
) -> None:
    some = few(records, 3).filter(bool)
    documents = data.draw(st.lists(st.tuples(some, some), min_size=1, max_size=3))

    def similarity(pred: Any, gold: Any) -> float:
        found = eligible(pred, gold, scheme, THETA)
        return 0.0 if found is None else found.similarity

    kind = type(documents[0][0][0])
    matching = metametric.set_matching[kind, "<->"](metametric.from_func(similarity))
    theirs = metametric.family(matching, metametric.micro_average(["precision", "recall", "f1"])).new()
    ours = Tally(scheme)
    for preds, golds in documents:
        theirs.update_single(preds, golds)
        ours.add(score_records(preds, golds, [False] * len(golds), scheme, THETA))
    assert tuple(theirs.compute().values()) == pytest.approx(ours.summary().micro["soft"])
