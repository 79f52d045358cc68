"""How alike two values are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.evaluation import comparators as c
from extractor.evaluation.names import ActorKey
from extractor.schemas import terms
from tests.evaluation.known import READ
from tests.evaluation.makers import actor, days, named
from tests.evaluation.strategies import ACTORS

KEYS = [READ(one, ()) for one in ACTORS]
US, TREASURY, OFAC, MOSCOW, RUSSIA, ACME_BANK, ACME, ACME_HOUSE, PETROV = KEYS


def families() -> list[set[str]]:
    return [
        {"impose", "designate", "tighten"},
        {"lift", "delist"},
        {"ease", "exempt", "suspend"},
        {"maintain", "extend"},
    ]


@pytest.mark.parametrize("a", terms.values(terms.ActionName))
@pytest.mark.parametrize("b", terms.values(terms.ActionName))
def test_kindred_actions_earn_half_and_strangers_nothing(a: str, b: str) -> None:
    kin = any({a, b} <= family for family in families())
    assert c.action(a, b).score == (1 if a == b else 0.5 if kin else 0)


def test_other_enums_are_equal_or_not() -> None:
    assert c.enum("adopted", "adopted").score == 1
    assert c.enum("adopted", "adapted").score == 0


def test_one_canonical_id_under_two_names_is_one_actor() -> None:
    assert c.actor(MOSCOW, RUSSIA).score == 1


def test_a_government_body_is_its_state_as_sender_and_holder() -> None:
    assert c.body_as_state(TREASURY, US).score == 1
    assert c.body_as_state(US, OFAC).score == 1
    assert "government body" in c.body_as_state(US, OFAC).why


def test_a_government_body_is_not_its_state_as_target() -> None:
    assert c.actor(TREASURY, US).score == 0


def test_two_bodies_of_one_state_are_two() -> None:
    assert c.body_as_state(TREASURY, OFAC).score == 0


def test_a_name_within_a_longer_one_earns_half_when_they_share_two_words() -> None:
    assert c.actor(ACME_BANK, ACME).score == 0.5
    assert c.actor(named("Petrov"), named("Ivan Petrov")).score == 0
    assert c.actor(ACME_BANK, ACME_HOUSE).score == 0


def test_an_alias_makes_two_names_one_actor() -> None:
    aliased = READ(actor("Federal Security Service", "government_body", "RU"), ("FSB",))
    assert c.actor(aliased, named("the F.S.B.")).score == 1


def test_sets_are_paired_one_to_one_before_dice() -> None:
    assert c.actor_set((RUSSIA, PETROV), (PETROV, MOSCOW)).score == 1
    assert c.actor_set((RUSSIA,), (RUSSIA, PETROV)).score == pytest.approx(2 / 3)
    assert c.actor_set((RUSSIA, MOSCOW), (RUSSIA,)).score == pytest.approx(2 / 3)
    assert c.actor_set((US,), (RUSSIA,)).score == 0


def test_the_inner_assignment_of_a_set_is_optimal() -> None:
    bank, trading = named("Acme Trading Bank"), named("Acme Trading")
    # Greedy by order would spend the full name on its half match.
    assert c.actor_set((trading, bank), (bank, named("Acme Trading Bank House"))).score == 0.75
    assert c.actor_set((bank, trading), (named("Acme Trading Bank House"), bank)).score == 0.75


def test_enum_sets_count_repeated_values() -> None:
    assert c.enum_set(("energy", "finance"), ("finance",)).score == pytest.approx(2 / 3)
    assert c.enum_set(("energy", "energy"), ("energy",)).score == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (days("2024-03-05"), days("2024-03-05"), 1),
        (days("2024-03-01", "2024-03-31"), days("2024-03-12"), 0.5),
        (days("2024-03-12"), days("2024-03-01", "9999-12-31"), 0.5),
        (days("2024-03-01", "9999-12-31"), days("2024-03-01", "2024-03-31"), 0.5),
        (days("2024-03-01", "2024-03-20"), days("2024-03-10", "2024-03-31"), 0),
        (days("2024-03-05"), days("2024-03-06"), 0),
    ],
)
def test_days_are_equal_or_one_inside_the_other_or_different(a: c.Days, b: c.Days, expected: float) -> None:
    assert c.date(a, b).score == expected


def test_text_is_the_f1_of_its_words_in_any_order() -> None:
    assert c.text("sanctions on Russia", "Russia, on sanctions").score == 1
    assert c.text("oil sanctions", "gas sanctions").score == 0.5


intervals = st.tuples(st.dates(), st.dates()).map(lambda pair: (min(pair), max(pair)))
keys = st.sampled_from(KEYS)
sets = st.lists(keys, min_size=1, max_size=4).map(tuple)
VALUES: list[tuple[Callable[[Any, Any], c.Credit], st.SearchStrategy[Any]]] = [
    (c.enum, st.sampled_from(["adopted", "proposed"])),
    (c.action, st.sampled_from(terms.values(terms.ActionName))),
    (c.actor, keys),
    (c.body_as_state, keys),
    (c.actor_set, sets),
    (c.body_as_state_set, sets),
    (c.attribute_set("kind"), sets),
    (c.enum_set, st.lists(st.sampled_from(terms.values(terms.SectorName)), min_size=1).map(tuple)),
    (c.date, intervals),
    (c.text, st.text(min_size=1)),
]


@pytest.mark.parametrize(("compare", "values"), VALUES)
@settings(deadline=None, database=None, max_examples=50)
@given(data=st.data())
def test_every_comparator_is_symmetric_between_0_and_1_and_1_with_itself(
    compare: Callable[[Any, Any], c.Credit], values: st.SearchStrategy[Any], data: st.DataObject
) -> None:
    a, b = data.draw(values), data.draw(values)
    assert 0 <= compare(a, b).score <= 1
    assert compare(a, b).score == pytest.approx(compare(b, a).score)
    assert compare(a, a).score == 1


def test_a_set_of_many_actors_is_compared_with_itself_exactly() -> None:
    many: tuple[ActorKey, ...] = tuple(named(f"Person Number {i}") for i in range(200))
    assert c.actor_set(many, tuple(reversed(many))).score == 1
