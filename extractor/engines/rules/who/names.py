"""Names that no gazetteer holds: sequences of capitalised words, and what kind of thing they name."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Final

from extractor.engines.rules.lines.line import Line
from extractor.engines.rules.lines.marks import BARRED, DAY, DESIGNEE, FIRM, HARD, ROLE
from extractor.schemas import terms

__all__ = ["headline", "is_title", "kind_of_name", "name_end", "named_by_noun", "no_actor", "starts_name"]


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_PARTICLES: Final = _listed("von van de bin ibn ter dos da di do zu af den del ould e of for")
_LINKED: Final = _listed("der den la las los le du el het")  # only after another: "von der Leyen"
_ARABIC: Final = re.compile(
    r"(?:al|el|ar|as|ad|an|ash|at|az|abu|bin|ben|ibn|de|d)[-'’][^\W\d_]+", re.IGNORECASE
)
_TITLES: Final = _listed(
    """
    mr. mrs. ms. dr. mr mrs ms dr sir lord lady dame madam madame mme mlle monsieur m herr herrn frau sr
    sra señor señora don doña general gen. gen colonel col. col lt. captain sheikh ayatollah judge
    justice prof me maître reverend imam bishop cardinal admiral comandante coronel juge richter maître
    colonel-major
    """
)
_NEVER: Final = _listed(
    """
    i act resolution chapter article order treaty photo here there article resolución artículo
    résolution beschluss verordnung decisión décision directive règlement reglamento decreto décret
    annex anexo annexe
    """
)
_PLACES_AND_THINGS: Final = _listed(
    """
    street sea ocean river airport strait island islands mountains agreement accord accords convention
    protocol declaration programme program plan day war times post journal news tv radio herald guardian
    prize cup championship bridge deal bill law code regulation list award sanctions rights east states
    crisis order orders act assembly's affairs section title part note read more share related live
    updates update pact charter compact designated license licence information availability champions
    summit conference session meeting gazette register database zone province region oblast county city
    town square avenue road station forum's page edition standard time gmt story acuerdo ley plan mar
    río calle avenida provincia región cumbre lista anexo accord loi rue mer sommet liste traité code
    règlement abkommen gesetz vertrag meer straße gipfel liste verordnung krieg ende anfang mitte
    prozent euro dollar milliarden millionen uhr tonnen barrel jahr jahren monat woche seite zeitung
    agentur nachrichtenagentur
    """
)
_ORGANISATIONS: Final = _listed(
    """
    party union movement monitor watch association federation coalition front alliance center centre
    network initiative international society league council committee commission board chamber fund
    forum campaign institute foundation university observatory bloc caucus congress church brigade
    battalion regiment corps force forces army militia unit division directorate bureau authority agency
    service ministry department office partido movimiento fundación asociación coalición frente unión
    observatorio instituto comité parti mouvement fondation association coalition collectif observatoire
    institut syndicat rassemblement partei verband stiftung verein bündnis institut gewerkschaft
    """
)
_BODIES: Final = _listed(
    """
    council commission committee ministry department court parliament assembly bureau directorate senate
    authority agency consejo comisión ministerio departamento tribunal corte parlamento asamblea
    dirección conseil commission ministère département cour parlement assemblée direction haute tribunal
    cámara
    """
)
_ORGANISATION_LEADS: Final = _listed(
    """
    partido movimiento fundación asociación coalición frente unión observatorio instituto comité alianza
    parti mouvement fondation association collectif observatoire institut syndicat rassemblement union
    université bureau agence universidad agencia confederación confédération comité ong
    """
)
_VESSEL_NOUNS: Final = _listed(
    """
    vessel vessels tanker tankers ship ships yacht superyacht freighter carrier bulker trawler mv mt m/v
    m/t boat buque buques petrolero petroleros barco barcos yate navire navires pétrolier pétroliers
    yacht cargo tanker schiff schiffe frachter öltanker yacht jacht
    """
)
_COMPANY_NOUNS: Final = _listed(
    """
    company companies firm firms bank banks refiner refiners refinery giant group airline carrier
    conglomerate manufacturer producer lender subsidiary exchange insurer supplier yard shipyard miner
    empresa empresas compañía petrolera banco bancos naviera refinería aerolínea filial grupo minera
    estatal société sociétés entreprise entreprises banque banques compagnie raffineur groupe filiale
    armateur négociant firma firmen unternehmen konzern bank banken reederei reedereien raffinerie
    tochter hersteller
    """
)
_COMPANY_ENDS: Final = (
    "konzern",
    "konzerne",
    "bank",
    "banken",
    "firma",
    "firmen",
    "unternehmen",
    "reederei",
    "gruppe",
    "raffinerie",
    "hersteller",
    "werft",
    "versicherer",
)
_VESSEL_ENDS: Final = ("tanker", "schiff", "schiffe", "schiffen", "frachter", "tankern")
_GERMAN_NOUN: Final = re.compile(r".{3,}(?:ung|ungen|heit|keit|schaft|tion|tionen|tät|ismus|nis|sanktionen)")
_JOINING: Final = _listed("and of for the")
_LEGAL: Final = _listed(
    "ltd ltd. inc inc. llc s.a. sa co co. gmbh ag plc corp corp. s.l. c.a. s.p.a. limited"
)
_BASED: Final = (
    "-based",
    "-linked",
    "-owned",
    "-backed",
    "-controlled",
    "-registered",
    "-flagged",
    "-led",
    "-born",
)
_PLACE_LEADS: Final = _listed(
    """
    north south east west northern southern eastern western new port san santa st. mount lake cape fort
    upper lower gulf ras sankt los las nueva nuevo bajo alto ihr ihre sein seine dieser diese dieses
    solche andere einzelne viele alle keine unser unsere mein meine jeder jede jedes derechos licencia
    oriente saint nouvelle specially general executive comprehensive supplementary asian african
    operation
    """
)
_REGIONS: Final = _listed("asian african european american arab latin nordic baltic western caribbean")
_BRACKETS: Final = _listed("( ) [ ] / |")
_DATELINE: Final = 14  # words
_DASHES: Final = _listed("— – --")
_FIRM_ENDS: Final = (
    "petro",
    "marine",
    "cargo",
    "bank",
    "tech",
    "chem",
    "energía",
    "energie",
    "énergie",
    "ressources",
    "gericht",
    "amt",
    "verband",
    "denizcilik",
    "trans",
    "neft",
    "gaz",
    "exim",
    "oil",
    "invest",
)
_QUOTES: Final = _listed("\" “ ” „ « » ‘ ’ '")
_LONGEST = 8


def name_end(line: Line, marks: list[int], start: int, taken: Container[int]) -> int:
    """Index after the capitalised name that begins at word ``start``; ``start`` itself when there is none.

    ``taken`` are the first words of known mentions: no name runs into one.
    """
    index = start
    limit = min(len(line.words), start + _LONGEST)
    while index < limit and (step := _belongs(line, marks, index, start, taken)):
        index += step
    while index > start and (
        line.words[index - 1] in _PARTICLES
        or line.words[index - 1] in _LINKED
        or line.words[index - 1] == "&"
    ):
        index -= 1
    return index if index == start else _over_legal_form(line, index)


def headline(line: Line) -> bool:
    """Whether capitals name nobody here; German nouns have theirs in every line."""
    return line.language != "de" and line.headline_case


def is_title(word: str) -> bool:
    """Whether ``word`` is a form of address that stands before a name."""
    return word in _TITLES


def kind_of_name(line: Line, marks: list[int], start: int, after: int) -> terms.ActorKindName:
    """company, vessel, other (party, association) or person, by the words of the name and those before."""
    told = named_by_noun(line, marks, start)
    if told is not None:
        return told
    if any(marks[index] & FIRM or line.words[index] in _LEGAL for index in range(start, after)):
        return "company"
    if line.words[after - 1] in _BODIES or (line.words[start] in _BODIES and line.language in ("es", "fr")):
        return "government_body" if after - start > 1 else "other"
    if line.words[after - 1] in _ORGANISATIONS or line.words[start] in _ORGANISATION_LEADS:
        return "other"
    if after - start == 1:
        return "company" if line.raw[start].isupper() else "other"
    return "company" if line.words[after - 1].endswith(_FIRM_ENDS) else "person"


def named_by_noun(line: Line, marks: list[int], start: int) -> terms.ActorKindName | None:
    """What the noun before tells of the name: "the tanker X", "die Reederei X", "trading firm “X”"."""
    at = start - 1
    if at >= 0 and line.words[at] in _QUOTES:
        at -= 1
    if at < 0:
        return None
    word = line.words[at]
    if word in _VESSEL_NOUNS:
        return "vessel"
    if word in _COMPANY_NOUNS and not marks[at] & ROLE:
        return "company"
    if line.language == "de" and line.raw[at][0].isupper():
        if word.endswith(_VESSEL_ENDS):
            return "vessel"
        if word.endswith(_COMPANY_ENDS):
            return "company"
    return None


def no_actor(line: Line, start: int, after: int) -> bool:
    """Whether the capitalised words name a place, a document, a newspaper, not somebody."""
    words = line.words
    first, last = words[start], words[after - 1]
    if (
        last in _PLACES_AND_THINGS
        or first in _PLACES_AND_THINGS
        or last in _REGIONS  # "Nine Southeast Asian countries"
        or (first in _PLACE_LEADS and after - start == 2)
    ):
        return True
    if all(len(line.raw[at]) == 1 for at in range(start, after)) or (after - start == 1 and last in _LEGAL):
        return True  # "R." before an answer
    if start == 0 and len(first) == 1 and after - start == 3:
        return True
    if line.language == "de" and any(_GERMAN_NOUN.fullmatch(words[at]) for at in range(start, after)):
        return True
    before = words[start - 1] if start else ""
    follows = words[after] if after < len(words) else ""
    if after - start == 1 and (before in _BRACKETS or follows in _BRACKETS or follows[:1].isdecimal()):
        return True
    dateline = start < 2 and line.raw[start].isupper() and follows in _DASHES  # "NEW YORK —"
    return dateline or (before == "(" and follows == ")" and start < _DATELINE)  # the agency of a dateline


def starts_name(line: Line, marks: list[int], index: int) -> bool:
    """Whether a name may start at a capital: in German a noun with its article or adjective is none."""
    word = line.words[index]
    if line.language != "de":
        return not word.endswith(_BASED)
    if _GERMAN_NOUN.fullmatch(word) or named_by_noun(line, marks, index + 1) is not None:
        return False
    if index == 0:
        return True
    before = line.raw[index - 1]
    if not before[0].isalpha() or before[0].isupper():
        return True
    adjective = before.endswith(("e", "en", "er", "es", "em")) and not marks[index - 1]
    return not (
        adjective or line.has(index - 1, "det") or line.words[index - 1] in ("zum", "zur", "vom", "im", "am")
    )


def _belongs(line: Line, marks: list[int], index: int, start: int, taken: Container[int]) -> int:  # noqa: PLR0911 - cases in order of precedence, one line each
    """How many words from ``index`` on belong to the name that began at ``start``."""
    raw, words = line.raw, line.words
    printed, word = raw[index], words[index]
    if index in taken or word in _NEVER or word.endswith(_BASED):
        return 0
    letter = printed[0]
    if index > start and letter.isupper() and printed.isupper() and word in _JOINING:
        return (
            1 if index + 1 < len(raw) and raw[index + 1].isupper() else 0
        )  # "TRADING AND INVESTMENT COMPANY"
    if letter.isupper():
        if (
            len(printed) == 1
            and index + 1 < len(raw)
            and raw[index + 1] == "."
            and _attached(line, index + 1)
        ):
            return 2 if index + 2 < len(raw) else 0  # an initial: "Daniel R. Ostrander"
        if index > start and (marks[index] & FIRM or not marks[index] & HARD):
            return 0 if marks[index] & (ROLE | DAY) and not marks[index] & FIRM else 1
        return 0 if marks[index] & (BARRED | ROLE | DESIGNEE) else 1
    if _ARABIC.fullmatch(word) and not marks[index] and "-" in word:
        return 1
    if index > start and word == "&" and index + 1 < len(raw) and raw[index + 1][0].isupper():
        return 1
    if index > start and (word in _PARTICLES or (word in _LINKED and words[index - 1] in _PARTICLES)):
        if word in ("of", "for") and words[index - 1] not in _ORGANISATIONS and words[index - 1] != "bank":
            return 0
        return 1 if index + 1 < len(raw) and _leads_to_name(line, index + 1, taken) else 0
    if (
        index == start
        and word in _PARTICLES
        and word not in ("of", "for", "e", "del", "de", "di", "do", "da", "zu")
    ):
        return 1 if index + 1 < len(raw) and _leads_to_name(line, index + 1, taken) else 0
    return 0


def _leads_to_name(line: Line, index: int, taken: Container[int]) -> bool:
    """ "von der Leyen": a particle, perhaps another, then a capital."""
    if line.words[index] in _LINKED and index + 1 < len(line.raw):
        index += 1
    listed = line.has(index, "listnoun") or line.has(
        index, "strong"
    )  # "strich Petrow von der Sanktionsliste"
    return line.raw[index][:1].isupper() and index not in taken and not listed


def _attached(line: Line, index: int) -> bool:
    return line.starts[index] == line.ends[index - 1]


def _over_legal_form(line: Line, after: int) -> int:
    """ "Xyz Trading Co., Ltd.", "Petro Xyz, S.A.": the legal form after a comma, and its dot."""
    words = line.words
    at = after + 1 if words[after : after + 1] == [","] else after
    if words[at : at + 1] and words[at] in _LEGAL and line.raw[at][0].isupper():
        after = at + 1
    if (
        after < len(words) - 1
        and words[after] == "."
        and words[after - 1] in _LEGAL
        and _attached(line, after)
    ):
        after += 1
        if words[after] == "," and words[after + 1 : after + 2] and words[after + 1] in _LEGAL:
            return _over_legal_form(line, after)
    return after
