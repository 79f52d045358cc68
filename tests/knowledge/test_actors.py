"""The gazetteer: whom a name means, and where actors are named in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.knowledge.actor_data import read_actor_data
from extractor.knowledge.actors import gazetteer
from extractor.knowledge.entry import Entry, Form

DATA = read_actor_data()
FORMS = [form for form in DATA.forms if isinstance(form.target, Entry)]


def actor_of(name: str, language: str | None = None) -> str | None:
    found = gazetteer().resolve(name, language)
    return found[0].id if found else None


def mentions(text: str, language: str | None = "en") -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.entry.id) for m in gazetteer().find(text, language)]


def of_language(form: Form) -> str:
    return "en" if form.language == "*" else form.language


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("the Kremlin", "country:RU"),
        ("Russian", "country:RU"),
        ("U.S.", "country:US"),
        ("U.S", "country:US"),
        ("USA", "country:US"),
        ("Russia’s", "country:RU"),
        ("the Philippines'", "country:PH"),
        ("l’Iran", "country:IR"),
        ("Côte d’Ivoire", "country:CI"),
        ("The European Union", "org:EU"),
        ("european union", "org:EU"),
        ("Brussels", "org:EU"),
        ("EE. UU.", "country:US"),
        ("EE.UU.", "country:US"),
        ("UN Security Council", "org:UN-security-council"),
        ("Élysée", "country:FR"),
        ("Elysée", "country:FR"),
        ("Pyongyang", "country:KP"),
        ("D.P.R.K.", "country:KP"),
        ("Burma", "country:MM"),
        ("Guinea Bissau", "country:GW"),
        ("P5+1", "coalition:P5+1"),
        ("OPEC+", "coalition:OPEC-plus"),
        ("OPEC", "org:OPEC"),
        ("the West", "coalition:west"),
        ("al Qaeda", "group:al-qaeda"),
        ("“Hezbollah”", "group:hezbollah"),
        ("Office of Foreign Assets Control (OFAC)", "body:us-ofac"),
        ("the Biden administration", "country:US"),
        ("Soviet Union", "country:SUHH"),
    ],
)
def test_a_name_in_any_of_its_usual_spellings_resolves(name: str, actor: str) -> None:
    assert actor_of(name) == actor


@pytest.mark.parametrize(
    "name",
    [
        "us",
        "in",
        "And",
        "it",
        "IT",
        "is",
        "am",
        "Mr",
        "no",
        "may",
        "May",
        "Tuesday",
        "turkey",
        "chad",
        "Korea",
        "the allies",
        "Congolese",
        "European",
        "Island",
        "the official",
        "",
        "  ",
        "’s",
        "(",
        "Foreign Ministry",
    ],
)
def test_what_names_nobody_or_several_resolves_to_nobody(name: str) -> None:
    assert actor_of(name) is None


def test_a_name_whose_bracket_names_another_actor_is_not_resolved() -> None:
    assert actor_of("Russia (China)") is None


@pytest.mark.parametrize(
    ("name", "language", "actor"),
    [
        ("Russian Foreign Ministry", "en", "body:ru-foreign-ministry"),
        ("Foreign Ministry of Iran", "en", "body:ir-foreign-ministry"),
        ("China’s foreign ministry", "en", "body:cn-foreign-ministry"),
        ("Ministry of Foreign Affairs of the Russian Federation", "en", "body:ru-foreign-ministry"),
        ("Russian government", "en", "country:RU"),
        ("the government of Belarus", "en", "country:BY"),
        ("U.S. Treasury Department", "en", "body:us-treasury"),
        ("Iran's Revolutionary Guards", "en", "body:ir-irgc"),
        ("British Foreign Ministry", "en", "body:gb-foreign-ministry"),
        ("French Treasury", "en", "body:fr-finance-ministry"),
        ("Central Bank of Iran", "en", "body:ir-central-bank"),
        ("gobierno ruso", "es", "country:RU"),
        ("Ministerio ruso de Exteriores", "es", "body:ru-foreign-ministry"),
        ("Ministerio de Exteriores ruso", "es", "body:ru-foreign-ministry"),
        ("ministère russe des Affaires étrangères", "fr", "body:ru-foreign-ministry"),
        ("gouvernement de la Russie", "fr", "country:RU"),
        ("russische Außenministerium", "de", "body:ru-foreign-ministry"),
        ("Regierung Russlands", "de", "country:RU"),
        ("russische Regierung", None, "country:RU"),
    ],
)
def test_a_states_ministry_is_a_body_and_its_government_the_state(
    name: str, language: str | None, actor: str
) -> None:
    assert actor_of(name, language) == actor


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Russia’s envoy met US diplomats.", [("Russia", "country:RU"), ("US", "country:US")]),
        ("They told us that it is in the U.S.", [("U.S.", "country:US")]),
        ("the US-led talks with the EU's", [("US", "country:US"), ("EU", "org:EU")]),
        ("Michael Jordan and Chad Wolf flew to Jordan.", [("Jordan", "country:JO")]),
        ("In Jordan, Georgia and Turkey", [("Jordan", "country:JO"), ("Georgia", "country:GE")]),
        ("roast turkey and fine china", []),
        ("the South China Sea and the Washington Post", []),
        ("Western allies fled to the west; the West said no", [("Western allies", "coalition:west")]),
        ("mail@Iran and US$5 and Iran.com", []),
        ("under 50 U.S.C. 1701", []),
        ("Equatorial Guinea", [("Equatorial Guinea", "country:GQ")]),
        ("Irania, Cubans", [("Cubans", "country:CU")]),
        ("in Iran. Korea", [("Iran", "country:IR")]),
        ("North\n\nKorea", []),
        ("the Credit Suisse fine", []),
    ],
)
def test_mentions_are_whole_words_and_guarded(text: str, found: list[tuple[str, str]]) -> None:
    assert mentions(text)[: len(found)] == found
    assert bool(mentions(text)) == bool(found)


def test_a_homograph_of_another_language_is_read_in_its_own_alone() -> None:
    assert mentions("Auf Island", "de") == [("Island", "country:IS")]
    assert mentions("Snake Island", "en") == []


def test_adjectives_are_read_in_their_own_language() -> None:
    assert mentions("las empresas rusas", "es") == [("rusas", "country:RU")]
    assert mentions("las empresas rusas", "en") == []
    assert mentions("die russischen Banken", "de") == [("russischen", "country:RU")]
    assert mentions("les banques turques", "fr") == [("turques", "country:TR")]


def test_a_word_with_combining_marks_or_soft_hyphens_is_found() -> None:
    assert mentions("the E\u0301lyse\u0301e said", "fr") == [("E\u0301lyse\u0301e", "country:FR")]
    assert mentions("in Rus\u00adsia now") == [("Rus\u00adsia", "country:RU")]


def test_an_organ_or_body_rolls_up_to_its_state_or_organisation() -> None:
    known = gazetteer()
    above = {
        actor: state.id if (entry := known.entry(actor)) and (state := known.state_of(entry)) else None
        for actor in [
            "body:us-ofac",
            "country:RU",
            "org:EU-commission",
            "coalition:G7",
            "group:hamas",
            "body:fr-central-bank",
            "territory:crimea",
            "body:us-foreign-ministry",
        ]
    }
    assert above == {
        "body:us-ofac": "country:US",
        "country:RU": "country:RU",
        "org:EU-commission": "org:EU",
        "coalition:G7": None,
        "group:hamas": None,
        "body:fr-central-bank": "country:FR",
        "territory:crimea": None,
        "body:us-foreign-ministry": "country:US",
    }


def test_a_state_is_found_by_its_code() -> None:
    known = gazetteer()
    assert [state.name for code in ("RU", "xk", "PS") if (state := known.by_country(code))] == [
        "Russia",
        "Kosovo",
        "Palestine",
    ]
    assert known.by_country("ZZ") is None


def test_an_unknown_id_has_no_entry() -> None:
    assert gazetteer().entry("body:zz-foreign-ministry") is None
    assert gazetteer().entry("body:fr-foreign-") is None


def test_every_actor_resolves_by_its_own_name_and_has_a_known_parent() -> None:
    entries = DATA.entries.values()
    assert [entry.id for entry in entries if actor_of(entry.name) != entry.id] == []
    assert [entry.id for entry in entries if entry.parent not in {None, *DATA.entries}] == []


def test_every_form_resolves_to_its_own_actor_in_its_own_language() -> None:
    wrong = {
        (form.text, form.language, form.target.id, found)
        for form in FORMS
        if isinstance(form.target, Entry)
        and (found := actor_of(form.text, of_language(form))) != form.target.id
    }
    assert wrong == set()


def test_every_form_that_may_stand_in_running_text_is_found_there_as_a_whole() -> None:
    wrong = []
    for form in FORMS:
        if "whole" in form.uses or not isinstance(form.target, Entry):
            continue
        lead = "xx the " if "article" in form.uses else "xx "
        text = f"{lead}{form.text} yy"
        found = [(m.start, m.end, m.entry.id) for m in gazetteer().find(text, of_language(form))]
        if found != [(len(lead), len(lead) + len(form.text), form.target.id)]:
            wrong.append((form.text, form.language, found))
    assert wrong == []


def test_no_form_belongs_to_two_actors_of_one_language() -> None:
    owners: dict[tuple[str, str], set[str]] = {}
    for form in FORMS:
        for language in ("en", "es", "fr", "de") if form.language == "*" else (form.language,):
            assert isinstance(form.target, Entry)
            owners.setdefault((form.text, language), set()).add(form.target.id)
    assert {key: ids for key, ids in owners.items() if len(ids) > 1} == {}


PIECES = st.sampled_from(
    [
        "Russia",
        "the ",
        "U.S.",
        "’s",
        " ",
        ". ",
        "\n\n",
        "Foreign Ministry",
        "Jordan",
        "Michael ",
        "of ",
        "EU",
        "-",
        "ruso",
        "gobierno ",
        "ministère ",
        "des Affaires étrangères",
        "İ",
        "ß",
        "́",
        "\xad",
        "OPEC+",
        "+",
    ]
)


@given(
    st.one_of(st.text(), st.lists(PIECES).map("".join)), st.sampled_from([None, "en", "es", "fr", "de", "it"])
)
def test_mentions_of_any_text_are_in_order_and_apart(text: str, language: str | None) -> None:
    end = 0
    for mention in gazetteer().find(text, language):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end


@given(st.text())
def test_any_name_at_all_is_resolved_or_not_without_an_error(name: str) -> None:
    gazetteer().resolve(name)
