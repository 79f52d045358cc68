"""What the shipped terms find in running text, class by class, and what they leave alone."""

from __future__ import annotations

import pytest

from extractor.gate.reading import read
from extractor.gate.terms import lexicon

FOUND = {
    "certain": [
        "el embargo contra Cuba",
        "the embargo against Cuba",
        "el bloqueo contra Cuba",
        "le blocus contre Cuba",
        "in view of European Union sanctions",
    ],
    "measure": [
        "in breach of UN resolutions",
        "a Security Council resolution",
        "la resolución de la ONU",
        "a visa restriction policy",
        "it will refuse visas",
        "it may deny visas",
        "they were denied visas",
        "to revoke visas",
        "it revoked visas",
        "visas revoked",
        "prohibits visa issuance",
        "to deny entry",
        "was denied entry",
        "barred from entering",
        "a licensing requirement",
        "license requirements for chips",
        "licence requirements for chips",
        "the license rule",
        "the licence rule",
        "called an unreliable entity",
        "ohne Exportlizenz",
        "ohne Ausfuhrgenehmigung",
        "a halt to chip exports",
        "keine Chips an China",
        "un blocus économique",
        "les transactions commerciales et financières",
        "any measure against them",
        "ninguna medida contra ellos",
        "une mesure contre eux",
        "keine Maßnahme gegen sie",
        "these unilateral measures",
        "so-called coercive measures",
        "las medidas unilaterales",
        "les mesures unilatérales",
    ],
    "sender": [
        "the League of Nations",
        "la Sociedad de Naciones",
        "la Société des Nations",
        "der Völkerbund",
        "des Völkerbunds",
    ],
    "power": [
        "the US has",
        "the U.S. has",
        "in the USA",
        "the United States",
        "in Washington",
        "Estados Unidos dice",
        "EEUU dice",
        "EE. UU. dice",
        "les États-Unis",
        "die Vereinigten Staaten",
        "Vereinigte Staaten",
    ],
    "vote": ["Irland enthielt sich", "zwei Länder enthielten sich"],
    "act": ["las represalias", "das Maßnahmenpaket"],
    "hygiene": [
        "ornamental birds",
        "an influenza",
        "eggs and chicks",
        "the disease",
        "these diseases",
        "an epidemic",
        "infected farms",
        "an infection",
    ],
    "trade": ["to import", "the imports", "was imported", "by importing", "the importation", "an importer"],
    "dealing": [
        "insurance",
        "an insurer",
        "insured in London",
        "by insuring",
        "los seguros",
        "la aseguradora",
        "une assurance",
        "un assureur",
        "die Versicherung",
        "ein Versicherer",
    ],
    "hinder": [
        "they refused to",
        "was halted",
        "was detained",
        "hat beschlagnahmt",
        "ont saisi",
        "han incautado",
    ],
    "allow": ["it allows", "was authorised to", "autorizó", "autorise", "gestattet"],
    "forbid": ["el bloqueo", "bloquea los puertos", "bloquearon los puertos"],
    "support": ["condemned", "denounced", "deplored", "condenó", "denunció", "condamné", "verurteilt"],
}
LEFT_ALONE = [
    ("trade", "an important port"),
    ("trade", "un socio importante"),
    ("dealing", "the insurgents"),
    ("dealing", "estoy seguro"),
    ("dealing", "er versicherte"),
    ("forbid", "el bloque oficialista"),
    ("forbid", "halted the train"),
    ("forbid", "soldiers seized power"),
    ("sanction", "represalias comerciales"),
    ("vote", "condemned the attack"),
    ("vote", "the member states"),
    ("vote", "es enthielt Nüsse"),
    ("measure", "un paquete de medidas económicas"),
    ("target", "in Ukraine"),
]


def _classes(text: str) -> set[str]:
    terms = lexicon()
    return {name for code in read(text, terms).codes for name in terms.classes(code)}


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in FOUND.items() for text in texts])
def test_a_term_is_found_in_running_text(name: str, text: str) -> None:
    assert name in _classes(text)


@pytest.mark.parametrize(("name", "text"), LEFT_ALONE)
def test_a_word_that_only_looks_like_a_term_is_left_alone(name: str, text: str) -> None:
    assert name not in _classes(text)
