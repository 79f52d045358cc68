"""The tables of actors: what an analyst's slip in them is answered with."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.errors import UsageError
from extractor.knowledge.actor_data import read_actor_data
from extractor.knowledge.actors import Gazetteer

ACTORS = "id,kind,country,parent,name"
FORMS = "id,language,type,form,use"
EQUIVALENTS = "country,noun,id"
RUSSIA = "country:RU,state,RU,,Russia"


def tables(
    folder: Path, actors: str = RUSSIA, forms: str = "", equivalents: str = "", header: str = ACTORS
) -> Path:
    for name, head, rows in [
        ("actors", header, actors),
        ("forms", FORMS, forms),
        ("equivalents", EQUIVALENTS, equivalents),
    ]:
        (folder / name).mkdir()
        (folder / name / "some.csv").write_text(
            f"{head}\n{rows}\n" if rows else f"{head}\n", encoding="utf-8"
        )
    return folder


def test_own_tables_make_a_gazetteer(tmp_path: Path) -> None:
    data = read_actor_data(tables(tmp_path, forms="country:RU,en,metonym,Kremlin,"))
    found = Gazetteer(data).resolve("the Kremlin")
    assert found is not None
    assert (found[0].id, found[1]) == ("country:RU", "metonym")


@pytest.mark.parametrize(
    ("actors", "forms", "equivalents", "told"),
    [
        (RUSSIA + "\n" + RUSSIA, "", "", "some.csv, line 3, column id: 'country:RU'"),
        ("country:RU,realm,RU,,Russia", "", "", "line 2, column kind: 'realm'"),
        ("country:RU,state,RUS,,Russia", "", "", "column country: 'RUS'"),
        ("country:RU,state,RU,,", "", "", "column name: ''"),
        ("body:x,government_body,RU,country:XX,X", "", "", "column parent: 'country:XX'"),
        ("country:RU,state,RU", "", "", "give 5 cells"),
        (RUSSIA, "country:XX,en,name,X,", "", "column id: 'country:XX'"),
        (RUSSIA, "country:RU,xx,name,X,", "", "column language: 'xx'"),
        (RUSSIA, "country:RU,en,nickname,X,", "", "column type: 'nickname'"),
        (RUSSIA, "country:RU,en,name,--,", "", "column form: '--'"),
        (RUSSIA, "country:RU,en,name,X,often", "", "column use: 'often'"),
        (RUSSIA, "", "RU,foreign-ministry,body:x", "column id: 'body:x'"),
    ],
)
def test_a_row_that_cannot_be_used_is_named_with_its_value(
    tmp_path: Path, actors: str, forms: str, equivalents: str, told: str
) -> None:
    with pytest.raises(UsageError) as caught:
        read_actor_data(tables(tmp_path, actors, forms, equivalents))
    assert told in str(caught.value)


def test_a_wrong_header_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"some\.csv, line 1: header"):
        read_actor_data(tables(tmp_path, header="id,name"))
