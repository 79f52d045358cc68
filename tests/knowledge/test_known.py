"""Additions to the embedded knowledge: what they change, and what an analyst's slip is answered with."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.errors import UsageError
from extractor.knowledge.actors import gazetteer
from extractor.knowledge.known import Knowledge, knowledge_of, shipped_knowledge
from extractor.knowledge.vocabulary import fingerprint, vocabulary
from tests.knowledge.folders import ACTORS, BOARD, FORMS, folder_of


def made(folder: Path, files: dict[str, str]) -> Knowledge:
    return knowledge_of(folder_of(folder, files)).knowledge


def told(folder: Path, files: dict[str, str]) -> str:
    with pytest.raises(UsageError) as caught:
        knowledge_of(folder_of(folder, files))
    return str(caught.value)


def test_added_names_resolve_beside_the_shipped_ones(tmp_path: Path) -> None:
    known = made(tmp_path, BOARD)
    named = [
        known.resolved(name, "en") for name in ("Songbun Republic", "Gulf Sanctions Board", "the Kremlin")
    ]
    assert [entry.id for entry in named if entry] == ["country:KP", "org:gulf-board", "country:RU"]


def test_nothing_that_ships_changes_for_those_who_added_nothing(tmp_path: Path) -> None:
    made(tmp_path, BOARD).vocabulary("en")
    assert shipped_knowledge().resolved("Songbun Republic", "en") is None
    assert shipped_knowledge().actors is gazetteer()
    assert shipped_knowledge().vocabulary("en") is vocabulary("en")
    assert shipped_knowledge().fingerprint == fingerprint()


def test_an_added_phrase_bears_its_cue_and_shipped_ones_keep_theirs(tmp_path: Path) -> None:
    words = made(tmp_path, BOARD).vocabulary("en")
    assert words is not None
    added, shipped = words.at(["insurance", "bar"], 0), words.at(["asset", "freeze"], 0)
    assert added is not None
    assert shipped is not None
    assert (added[1].first["strong"].value, shipped[1].first["strong"].value) == (
        "services_ban",
        "asset_freeze",
    )


def test_an_added_verb_is_inflected_by_rule_or_by_its_own_forms(tmp_path: Path) -> None:
    words = made(
        tmp_path,
        {
            "vocabulary/acts.toml": '[en.act]\nimpose = ["clobber", "smite"]\n',
            "vocabulary/irregular.toml": '[en]\nsmite = {d = "smote", n = "smitten"}\n',
        },
    ).vocabulary("en")
    assert words is not None
    assert {("clobbered",), ("smote",), ("smitten",)} <= words.phrases["act"]


def test_equal_cue_sets_are_one_object_whichever_vocabulary_they_stand_in(tmp_path: Path) -> None:
    words, shipped = made(tmp_path, BOARD).vocabulary("en"), vocabulary("en")
    assert words is not None
    assert shipped is not None
    assert words.entries["imposed"][0] is shipped.entries["imposed"][0]


def test_a_leader_speaks_for_a_state_or_any_actor_with_an_id(tmp_path: Path) -> None:
    files = {**BOARD, "vocabulary/leaders.toml": '"org:gulf-board" = ["Otto Quiller"]\nKP = ["Ri Example"]\n'}
    words = made(tmp_path, files).vocabulary("en")
    assert words is not None
    assert (words.leaders["Otto Quiller"], words.leaders["Ri Example"]) == ("org:gulf-board", "country:KP")


def test_the_fingerprint_covers_every_file_and_not_where_they_lie(tmp_path: Path) -> None:
    one, again = made(tmp_path / "one", BOARD), made(tmp_path / "other", BOARD)
    more = made(tmp_path / "more", {**BOARD, "forms/states.csv": FORMS + "country:KP,en,metonym,Songbun,\n"})
    assert one.added == again.added != more.added
    assert len({one.fingerprint, more.fingerprint, fingerprint()}) == 3


def test_files_are_read_anew_each_time(tmp_path: Path) -> None:
    assert made(tmp_path, BOARD).resolved("Songbun State", "en") is None
    more = FORMS + "country:KP,en,metonym,Songbun State,\n"
    assert made(tmp_path, {"forms/metonyms.csv": more}).resolved("Songbun State", "en") is not None


def test_what_a_folder_adds_is_counted_and_what_ships_already_is_not(tmp_path: Path) -> None:
    known = FORMS + "country:RU,*,metonym,Kremlin,\ncountry:KP,en,metonym,Songbun Republic,\n"
    words = '[en.strong]\ntravel_ban = ["travel ban", "gate closing"]\n'
    added = knowledge_of(
        folder_of(
            tmp_path, {"forms/metonyms.csv": known, "vocabulary/measures.toml": words, "notes.md": "Mine."}
        )
    )
    assert (added.actors, added.forms, added.phrases) == (0, 1, {("measures.toml", "en.strong"): 1})
    assert added.files == ("forms/metonyms.csv", "vocabulary/measures.toml")


def test_what_is_passed_over_is_named_with_its_place(tmp_path: Path) -> None:
    known = FORMS + "country:KP,en,metonym,Songbun Republic,\ncountry:RU,*,metonym,Kremlin,\n"
    words = '[en.strong]\ntravel_ban = ["gate closing", "travel ban"]\n'
    rows = ACTORS + "country:RU,state,RU,,Russia\n"
    files = {
        "actors/states.csv": rows,
        "forms/metonyms.csv": known,
        "vocabulary/leaders.toml": 'RU = ["Putin"]\n',
        "vocabulary/measures.toml": words,
    }
    told = knowledge_of(folder_of(tmp_path, files)).passed_over
    assert [place.removeprefix(f"{tmp_path}/") for place in told] == [
        "actors/states.csv, line 2: 'country:RU'",
        "forms/metonyms.csv, line 3: 'Kremlin'",
        "vocabulary/leaders.toml, line 1, RU: 'Putin'",
        "vocabulary/measures.toml, line 2, en.strong.travel_ban: 'travel ban'",
    ]


def test_an_added_actor_that_no_text_can_name_is_told(tmp_path: Path) -> None:
    rows = ACTORS + "".join(f"org:{one},intl_org,,{above},X\n" for one, above in TREE)
    files = {
        "actors/organisations.csv": rows,
        "forms/organisations.csv": FORMS + "org:named,en,name,X Board,\n",
        "vocabulary/leaders.toml": '"org:led" = ["Otto Quiller"]\n',
    }
    assert knowledge_of(folder_of(tmp_path, files)).unnamed == ("org:forgotten",)


TREE = (("named", "org:above"), ("above", ""), ("led", ""), ("forgotten", ""))


@pytest.mark.parametrize(
    ("file", "content", "words"),
    [
        (
            "forms/states.csv",
            FORMS + "\ncountry:QQ,en,name,X,\n",
            ["states.csv, line 3, column id", "QQ"],
        ),
        (
            "forms/states.csv",
            FORMS + "country:KP,en,alias,X,\n",
            ["line 2, column type: 'alias'"],
        ),
        ("forms/states.csv", FORMS + "country:KP,en,name\n", ["line 2", "give 5 cells"]),
        (
            "forms/states.csv",
            FORMS + "country:KP,en,name,Songbun\n",
            ["line 2: 'country:KP,en,name,Songbun' has 4 cells", "keeps its comma, the last one too"],
        ),
        (
            "forms/states.csv",
            FORMS + "org:un,*,name,X,\n",
            ["column id: 'org:un'", "org:UN", "knowledge find"],
        ),
        (
            "actors/organisations.csv",
            ACTORS + "org:un,intl_org,,,X\n",
            ["line 2", "it is org:UN but for its"],
        ),
        (
            "actors/organisations.csv",
            ACTORS + "org:board,intl_org,,,X\norg:Board,intl_org,,,X\n",
            ["line 3", "it is org:board but for its capitals"],
        ),
        (
            "forms/states.csv",
            "id;language\n",
            ["states.csv, line 1: header", "put the columns right", "not by ';'"],
        ),
        (
            "forms/states.csv",
            FORMS + "country:KP,en,name,Burma,\n",
            ["'Burma'", "means country:MM already"],
        ),
        ("forms/nicknames.csv", FORMS, ["nicknames.csv", "use one of", "states.csv"]),
        ("form/states.csv", FORMS, ["form", "actors/, forms/"]),
        ("date_words/en.csv", "mark,phrase\n", ["date_words", "nothing of this name is read"]),
        ("actors/states.csv", ACTORS + "country:RU,state,RU,,Muscovy\n", ["'country:RU'", "take another id"]),
        ("actors/states.csv", ACTORS + "org:x,club,,,X\n", ["line 2, column kind: 'club'"]),
        (
            "actors/bodies.csv",
            ACTORS + "body:x,government_body,RU,country:QQ,X\n",
            ["column parent", "QQ"],
        ),
        (
            "equivalents/equivalents.csv",
            "country,noun,id\nUS,foreign-ministry,org:EU\n",
            ["body:us-state"],
        ),
        ("vocabulary/measures.toml", "[en.strong\n", ["measures.toml", "line 1", "not valid TOML"]),
        (
            "vocabulary/measures.toml",
            '\n[en.strong]\nbans = ["x"]\n',
            ["line 3, en.strong.bans", "price_cap"],
        ),
        ("vocabulary/measures.toml", '[en.strnog]\nsanctions = ["x"]\n', ["line 1", "'strnog'", "strong"]),
        ("vocabulary/measures.toml", '[en.act]\nimpose = ["x"]\n', ["'act'", "stand in acts.toml"]),
        ("vocabulary/measures.toml", '[it.strong]\nsanctions = ["x"]\n', ["'it'", "en, es, fr or de"]),
        (
            "vocabulary/measures.toml",
            '[en.strong]\ntravel_ban = [\n  "no entry",\n  "",\n]\n',
            ["line 4, en.strong.travel_ban: ''", "give a phrase"],
        ),
        ("vocabulary/measures.toml", '[en.strong]\ntravel_ban = "no entry"\n', ["line 2", "give a list"]),
        (
            "vocabulary/measures.toml",
            '[en.strong]\nasset_freeze = ["travel ban"]\n',
            ["line 2", "'travel ban'", "it means 'travel_ban' already"],
        ),
        (
            "vocabulary/measures.toml",
            '[en.strong]\nsanctions = ["x bar"]\n\n[it.strong]\nsanctions = ["x"]\n',
            ["line 4, it: 'it'"],
        ),
        (
            "vocabulary/measures.toml",
            '[en.strong]\nasset_freeze = ["overflight ban"]\n',
            ["line 2", "it means 'transport_restriction' already"],
        ),
        (
            "vocabulary/measures.toml",
            '[en.strong]\nasset_freeze = ["x bar"]\n[en.weak]\ntravel_ban = ["X Bar"]\n',
            ["line 4, en.weak.travel_ban: 'X Bar'", "it means 'asset_freeze' already"],
        ),
        (
            "vocabulary/acts.toml",
            '[en.act]\nimpose = ["clapped down"]\n',
            ["line 2", "'clapped down'", "infinitive"],
        ),
        ("vocabulary/leaders.toml", 'FR = ["quillon"]\n', ["line 1", "'quillon'", "with its capitals"]),
        ("vocabulary/leaders.toml", '"org:un" = ["Quillon"]\n', ["line 1", "like org:UN", "knowledge find"]),
        ("vocabulary/leaders.toml", 'QQ = ["Someone"]\n', ["line 1", "'QQ'", "ISO 3166-1"]),
        ("vocabulary/leaders.toml", 'KP = ["Putin"]\n', ["'Putin'", "stands for RU already"]),
        ("vocabulary/irregular.toml", '[en]\nslay = {q = "slew"}\n', ["line 2, en.slay", "by letter"]),
        ("vocabulary/irregular.toml", '[en]\nkeep = {d = "keeped"}\n', ["en.keep", "its forms are"]),
        ("vocabulary/nouns.toml", "", ["nouns.toml", "use one of", "measures.toml"]),
    ],
)
def test_what_cannot_be_used_is_named_with_place_value_and_remedy(
    tmp_path: Path, file: str, content: str, words: list[str]
) -> None:
    message = told(tmp_path, {file: content})
    assert str(tmp_path) in message
    assert [word for word in words if word not in message] == []


def test_all_errors_are_told_at_once(tmp_path: Path) -> None:
    message = told(
        tmp_path,
        {
            "forms/states.csv": FORMS + "country:QQ,en,name,X,\ncountry:KP,en,name,\ncountry:KP,xx,name,Y,\n",
            "vocabulary/measures.toml": '[en.strong]\nbans = ["x"]\n',
        },
    )
    assert [place in message for place in ("line 2", "line 3", "line 4", "bans")] == [True] * 4


def test_two_ids_for_one_name_in_the_same_folder_are_an_error(tmp_path: Path) -> None:
    rows = FORMS + "country:KP,en,name,The Board,\ncountry:KR,en,name,The Board,\n"
    assert "line 3, column form: 'The Board'" in told(tmp_path, {"forms/states.csv": rows})


@pytest.mark.parametrize("make", ["missing", "empty"])
def test_a_folder_that_is_not_there_or_holds_nothing_is_an_error(tmp_path: Path, make: str) -> None:
    folder = tmp_path / "mine"
    if make == "empty":
        folder.mkdir()
    with pytest.raises(UsageError, match="mine"):
        knowledge_of(folder)


def test_a_file_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "states.csv").write_bytes(
        FORMS.encode() + "country:KP,en,name,Corée,\n".encode("latin-1")
    )
    with pytest.raises(UsageError, match="is not UTF-8"):
        knowledge_of(tmp_path)
