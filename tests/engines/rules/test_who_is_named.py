"""Whom a sentence names: office-holders, bodies, groups, companies and ships, in the four languages."""

from __future__ import annotations

import pytest

from extractor.article.build import article_from_text
from extractor.engines.rules.lines.line import read_line
from extractor.engines.rules.who.agents import Agent, People
from extractor.engines.rules.who.mentions import find_agents
from extractor.knowledge.actors import gazetteer


def agents(text: str) -> list[Agent]:
    """The agents of ``text``, sentence by sentence, with one memory."""
    article, people = article_from_text(text), People()
    lines = [read_line(article, sentence) for sentence in article.sentences]
    return [span.agent for line in lines if line for span in find_agents(line, gazetteer(), people)]


def named(text: str, name: str) -> Agent:
    """The agent of ``text`` called ``name``; fails with all there are when none is."""
    found = {agent.name: agent for agent in agents(text)}
    assert name in found, sorted(found)
    return found[name]


def spoken_for(agent: Agent) -> str | None:
    """The id of the state or organisation that ``agent`` speaks for."""
    above = agent.speaks_for
    return above.entry.id if above is not None and above.entry is not None else None


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        (
            "Ukrainian Foreign Minister Dmytro Halenko said the sanctions were late.",
            "Dmytro Halenko",
            "country:UA",
        ),
        (
            "Dmytro Halenko, Ukraine's foreign minister, said the sanctions were late.",
            "Dmytro Halenko",
            "country:UA",
        ),
        (
            "Chinese Foreign Ministry spokesperson Wang Rulan told reporters that Beijing objects.",
            "Wang Rulan",
            "country:CN",
        ),
        (
            "“We object,” Foreign Ministry spokesperson Wang Rulan told reporters in Beijing.",
            "Wang Rulan",
            "country:CN",
        ),
        ("Kremlin spokesman Dmitry Orlanov called the sanctions illegal.", "Dmitry Orlanov", "country:RU"),
        ("EU foreign policy chief Marta Lindqvist welcomed the sanctions.", "Marta Lindqvist", "org:EU"),
        (
            "European Commission President Marta Lindqvist welcomed the sanctions.",
            "Marta Lindqvist",
            "org:EU-commission",
        ),
        (
            "A State Department spokesperson declined to comment on the sanctions.",
            "State Department spokesperson",
            "country:US",
        ),
        (
            "The spokesman for the Iranian mission to the UN rejected the sanctions.",
            "spokesman for the Iranian mission to the UN",
            "country:IR",
        ),
        (
            "U.S. Treasury Secretary Carla Whitford said the sanctions would stay.",
            "Carla Whitford",
            "country:US",
        ),
        ("German Chancellor Jonas Ebert said the sanctions would stay.", "Jonas Ebert", "country:DE"),
        ("A senior EU official said the sanctions would stay.", "senior EU official", "org:EU"),
        (
            "Two officials said little. Officials in Tokyo said the sanctions would stay.",
            "Officials in Tokyo",
            "country:JP",
        ),
        ("El canciller venezolano, Yván Pereda, rechazó las sanciones.", "Yván Pereda", "country:VE"),
        (
            "La portavoz del Departamento de Estado, Laura Kimball, defendió las sanciones.",
            "Laura Kimball",
            "country:US",
        ),
        (
            "El ministro de Exteriores de Cuba, Bruno Arteaga, rechazó las sanciones.",
            "Bruno Arteaga",
            "country:CU",
        ),
        (
            "El embajador de Rusia ante la ONU, Igor Samarin, vetó el texto de las sanciones.",
            "Igor Samarin",
            "country:RU",
        ),
        (
            "Le ministre malien des Affaires étrangères, Abdoulaye Keïtara, a dénoncé les sanctions.",
            "Abdoulaye Keïtara",
            "country:ML",
        ),
        (
            "La porte-parole du Quai d'Orsay a défendu les sanctions.",
            "porte-parole du Quai d'Orsay",
            "country:FR",
        ),
        (
            "Le porte-parole du ministère turc du Commerce a réagi aux sanctions.",
            "porte-parole du ministère turc du Commerce",
            "country:TR",
        ),
        ("Der ungarische Außenminister Péter Kardos lehnt die Sanktionen ab.", "Péter Kardos", "country:HU"),
        (
            "Bundesaußenministerin Heike Brandtner hat die Sanktionen verteidigt.",
            "Heike Brandtner",
            "country:DE",
        ),
        ("Die EU-Außenbeauftragte Kaisa Tamm hat die Sanktionen verteidigt.", "Kaisa Tamm", "org:EU"),
        ("Kremlsprecher Dmitri Orlanow hat die Sanktionen verurteilt.", "Dmitri Orlanow", "country:RU"),
        ("Russlands UN-Botschafter Gleb Sorin hat die Sanktionen verurteilt.", "Gleb Sorin", "country:RU"),
    ],
)
def test_an_office_holder_speaks_for_its_state(text: str, name: str, state: str) -> None:
    found = named(text, name)
    assert (found.kind, found.office in ("state", "anonymous", "plural")) == (
        "group" if found.office == "plural" else "person",
        True,
    )
    assert spoken_for(found) == state


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Republican Senator Bill Hartog of Florida opposes the sanctions.", "Bill Hartog", None),
        ("Labour MP Fiona Dunmore opposes the sanctions on Iran.", "Fiona Dunmore", None),
        ("Venezuelan opposition leader Marta Ruizal backs the sanctions.", "Marta Ruizal", "VE"),
        ("Former German chancellor Jonas Ebert opposes the sanctions.", "Jonas Ebert", "DE"),
        (
            "La diputada opositora Carla Montes apoya las sanciones contra el gobierno de Nicaragua.",
            "Carla Montes",
            None,
        ),
        ("Le sénateur français Luc Tardieu a critiqué les sanctions.", "Luc Tardieu", "FR"),
        ("Der SPD-Abgeordnete Uwe Tessmer hat die Sanktionen kritisiert.", "Uwe Tessmer", None),
    ],
)
def test_a_legislator_party_leader_or_former_official_holds_its_own(
    text: str, name: str, country: str | None
) -> None:
    found = named(text, name)
    assert (found.kind, found.office, found.speaks_for, found.country) == ("person", "own", None, country)


@pytest.mark.parametrize(
    ("text", "name", "actor"),
    [
        (
            "The Iranian Foreign Ministry condemned the sanctions.",
            "Iranian Foreign Ministry",
            "body:ir-foreign-ministry",
        ),
        (
            "China's foreign ministry spoke. The foreign ministry said the sanctions were illegal.",
            "foreign ministry",
            "body:cn-foreign-ministry",
        ),
        (
            "The Treasury Department's Office of Foreign Assets Control (OFAC) listed them.",
            "Treasury Department's Office of Foreign Assets Control",
            "body:us-ofac",
        ),
        ("The Security Council met on the sanctions.", "Security Council", "org:UN-security-council"),
        (
            "The European Commission met. Later the Commission proposed sanctions.",
            "Commission",
            "org:EU-commission",
        ),
        ("The Group of Seven (G7) nations agreed on sanctions.", "Group of Seven", "coalition:G7"),
        ("Western countries agreed on sanctions.", "Western countries", "coalition:west"),
        ("Earlier Washington had threatened sanctions.", "Washington", "country:US"),
        (
            "China's embassy in Washington condemned the sanctions.",
            "China's embassy in Washington",
            "body:cn-embassy",
        ),
        ("Maltese customs held a tanker under the sanctions.", "Maltese customs", "body:mt-customs"),
        ("La Unión Europea (UE) aprobó las sanciones.", "Unión Europea", "org:EU"),
        ("El Consejo de la UE aprobó las sanciones.", "Consejo de la UE", "org:EU-council"),
        ("El embargo de EE. UU. contra Cuba sigue.", "EE. UU.", "country:US"),
        ("La Cédéao a levé les sanctions.", "Cédéao", "org:ECOWAS"),
        ("L'Union européenne a adopté des sanctions.", "Union européenne", "org:EU"),
        ("Die US-Regierung hat Sanktionen verhängt.", "US-Regierung", "country:US"),
        (
            "Das russische Außenministerium hat die Sanktionen verurteilt.",
            "russische Außenministerium",
            "body:ru-foreign-ministry",
        ),
        ("Die EU-Kommission hat Sanktionen vorgeschlagen.", "EU-Kommission", "org:EU-commission"),
        ("Die Sanktionen gegen Russlands Ölexporte bleiben in Kraft.", "Russlands", "country:RU"),
        (
            "Human Rights Watch called for sanctions on the generals.",
            "Human Rights Watch",
            "ngo:human-rights-watch",
        ),
    ],
)
def test_a_body_or_organisation_is_known_in_its_usual_forms(text: str, name: str, actor: str) -> None:
    found = next((agent for agent in agents(text) if agent.name.startswith(name)), None)
    found = found if found is not None and found.name == name else named(text, found.name if found else name)
    assert found.entry is not None
    assert found.entry.id == actor


@pytest.mark.parametrize(
    ("text", "name", "count", "country"),
    [
        ("The list names 12 individuals and five entities.", "12 individuals", 12, None),
        ("The list names 12 individuals and five entities.", "five entities", 5, None),
        ("It imposed sanctions on two Chinese banks.", "two Chinese banks", 2, "CN"),
        (
            "It sanctioned nearly 200 tankers of Russia's shadow fleet.",
            "nearly 200 tankers of Russia's shadow fleet",
            200,
            "RU",
        ),
        ("It listed twenty-three other entities.", "twenty-three other entities", 23, None),
        ("It listed two Dubai-based traders.", "two Dubai-based traders", 2, None),
        ("It froze the assets of dozens of Iranian officials.", "dozens of Iranian officials", None, "IR"),
        ("The bill targets foreign banks and refineries.", "foreign banks and refineries", None, None),
        (
            "It hit a number of American defense contractors.",
            "number of American defense contractors",
            None,
            "US",
        ),
        ("It listed three companies in China over sanctions.", "three companies in China", 3, "CN"),
        (
            "La lista incluye a 14 funcionarios venezolanos por las sanciones.",
            "14 funcionarios venezolanos",
            14,
            "VE",
        ),
        ("Las sanciones afectan a empresas estatales rusas.", "empresas estatales rusas", None, "RU"),
        ("Les sanctions visent trois sociétés basées à Dubaï.", "trois sociétés", 3, None),
        ("Die Sanktionen treffen 15 Personen und sechs Unternehmen.", "15 Personen", 15, None),
        ("Die Sanktionen treffen 15 Personen und sechs Unternehmen.", "sechs Unternehmen", 6, None),
        ("Die Sanktionen treffen fünf russische Regionalbanken.", "fünf russische Regionalbanken", 5, "RU"),
    ],
)
def test_a_group_has_its_count_and_its_state(
    text: str, name: str, count: int | None, country: str | None
) -> None:
    found = named(text, name)
    assert (found.kind, found.count, found.country) == ("group", count, country)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("OFAC listed a trading company, Xelvane Petro FZE, and its owner.", "Xelvane Petro FZE", "company"),
        ("OFAC listed Calder Mount Co., Ltd. and its owner.", "Calder Mount Co., Ltd.", "company"),
        ("OFAC listed Brovane Shipping, Kestor and Luvane for evading sanctions.", "Kestor", "company"),
        ("The sanctions also hit the tanker Sarvelle and its crew.", "Sarvelle", "vessel"),
        ("The sanctions also hit Rosneft and its head.", "Rosneft", "company"),
        ("The sanctions list Daniel R. Ostrelle as an oligarch.", "Daniel R. Ostrelle", "person"),
        ("The sanctions list Idris al-Samir as a commander.", "Idris al-Samir", "person"),
        ("The Sudan Civilian Monitor called for sanctions.", "Sudan Civilian Monitor", "other"),
        (
            "La société turque Karadin Denizcilik est visée par les sanctions.",
            "Karadin Denizcilik",
            "company",
        ),
        ("Der Tanker Meralune steht auf der Liste der Sanktionen.", "Meralune", "vessel"),
    ],
)
def test_an_unlisted_name_is_of_the_kind_that_the_words_tell(text: str, name: str, kind: str) -> None:
    assert named(text, name).kind == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("BRUSSELS, Feb 4 (Orbis News Wire) - The EU adopted sanctions.", "Orbis News Wire"),
        ("R. No, las sanciones son malas.", "R."),
        ("Sein Land werde die Sanktionen nicht hinnehmen, hieß es.", "Sein Land"),
        ("The order was signed in New York under the sanctions act.", "New York"),
        ("The Treasury listed 43 ships under the sanctions.", "Treasury listed 43 ships"),
        ("The sanctions hit MH17 suspects.", "MH17"),
        (
            "“A”, sagte Anton Below der Agentur Nordwort zu den Sanktionen.",
            "Anton Below der Agentur Nordwort",
        ),
    ],
)
def test_what_is_no_actor_is_not_named_as_one(text: str, name: str) -> None:
    assert name not in [agent.name for agent in agents(text)]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("BERLIN - Die Europäische Union hat Sanktionen gegen Russland verhängt.", ["org:EU", "country:RU"]),
        (
            "MADRID, 15 de abril de 2026 - La Unión Europea impuso sanciones a Rusia.",
            ["org:EU", "country:RU"],
        ),
        ("Berlin (dpa) - Die EU hat Sanktionen gegen Russland verhängt.", ["org:EU", "country:RU"]),
    ],
)
def test_the_city_of_a_dateline_is_no_agent(text: str, actors: list[str]) -> None:
    assert [agent.key for agent in agents(text)] == actors


def test_an_office_without_a_state_is_nobodys_where_none_was_told() -> None:
    assert named("Foreign Minister Ivo Tarnok said the sanctions hurt.", "Ivo Tarnok").speaks_for is None


def test_an_office_without_a_state_is_that_of_the_dateline() -> None:
    text = "TOKYO, Jan 4 (Orbis) — Sanctions grow.\n\nForeign Minister Ivo Tarnok said so."
    assert spoken_for(named(text, "Ivo Tarnok")) == "country:JP"


def test_a_short_company_name_is_known_again() -> None:
    found = agents("OFAC listed Xelvane Petro FZE. It said Xelvane evaded the sanctions.")
    assert [agent.name for agent in found].count("Xelvane Petro FZE") == 2
