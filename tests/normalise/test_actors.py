"""Names become actors with canonical ids."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.normalise.actors import ActorTable, slug
from extractor.schemas.draft import DraftActor


def table(*actors: dict[str, Any]) -> ActorTable:
    return ActorTable([DraftActor.model_validate(actor) for actor in actors])


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Russia", "country:RU"),
        ("Moscow", "country:RU"),
        ("the Kremlin", "country:RU"),
        ("U.S.", "country:US"),
        ("the United States", "country:US"),
        ("Pyongyang", "country:KP"),
        ("DPRK", "country:KP"),
        ("Seoul", "country:KR"),
        ("European Union", "org:EU"),
        ("the EU", "org:EU"),
        ("G-7", "coalition:G7"),
    ],
)
def test_states_and_blocs_get_the_ids_of_the_gazetteer(name: str, id_: str) -> None:
    assert table().actor(name).id == id_


def test_the_mention_is_kept_as_the_name() -> None:
    assert table().actor("the Kremlin").name == "the Kremlin"


def test_the_gazetteer_settles_kind_and_country_whatever_the_engine_said() -> None:
    actor = table({"name": "Russia", "kind": "other", "country": "US"}).actor("Russia")
    assert (actor.kind, actor.country) == ("state", "RU")


def test_an_organisation_has_no_country() -> None:
    actor = table({"name": "EU", "kind": "intl_org", "country": "BE"}).actor("EU")
    assert actor.country is None


@pytest.mark.parametrize("kind", ["person", "company", "vessel"])
def test_what_bears_a_name_of_its_own_is_never_taken_for_a_state(kind: str) -> None:
    actor = table({"name": "Georgia", "kind": kind, "country": None}).actor("Georgia")
    assert actor.id == f"{kind}:georgia"


def test_a_person_is_identified_by_the_fullest_mention() -> None:
    people = table(
        {"name": "Sergei Lavrov", "kind": "person", "country": "RU", "role": "foreign minister"},
        {"name": "Lavrov", "kind": "person", "country": "RU"},
    )
    assert people.actor("Lavrov").id == "person:sergei-lavrov"
    assert people.actor("Lavrov").name == "Sergei Lavrov"


def test_a_surname_that_two_people_share_is_left_alone() -> None:
    people = table(
        {"name": "Hillary Clinton", "kind": "person"},
        {"name": "Bill Clinton", "kind": "person"},
        {"name": "Clinton", "kind": "person"},
    )
    assert people.actor("Clinton").id == "person:clinton"


def test_an_unknown_country_code_is_dropped() -> None:
    assert table({"name": "Jane Roe", "kind": "person", "country": "ZZ"}).actor("Jane Roe").country is None


def test_a_group_keeps_its_printed_number() -> None:
    actor = table({"name": "eleven officials", "kind": "group", "country": "RU", "count": 11}).actor(
        "eleven officials"
    )
    assert (actor.id, actor.count, actor.country) == ("group:eleven-officials", 11, "RU")


def test_one_actor_by_two_names_is_listed_once() -> None:
    assert [actor.name for actor in table().actors(["Russia", "Moscow", " "])] == ["Russia"]


def test_slugs_drop_accents_but_keep_other_scripts() -> None:
    assert slug("Séléka (ex-rebels)") == "seleka-ex-rebels"
    assert slug("Лавров") == "лавров"
    assert slug("—") == "unnamed"
