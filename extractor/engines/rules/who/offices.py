"""Office-holders: "Russia's foreign minister Sergei Lavrov", "la portavoz del Departamento de Estado"."""

from __future__ import annotations

from typing import Final

from extractor.engines.rules.lines.marks import RANK, ROLE, german_office
from extractor.engines.rules.who.agents import Agent, Office, of_entry
from extractor.engines.rules.who.mention_reader import (
    Reader,
    body_meant,
    first_part,
    leader,
    over_possessive,
    state_meant,
    state_of,
)
from extractor.engines.rules.who.names import headline, is_title, name_end

__all__ = ["office_at"]

_OFFICES: Final[dict[str, Office]] = {
    "state": "state",
    "own": "own",
    "anonymous": "anonymous",
    "plural": "plural",
    "plural_own": "own",
}


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_OF: Final = _listed("of from at for de del du des d' von der")
_PLACED: Final = _listed("in en à im aus")
_ARTICLES: Final = _listed("the its la le les l' el los las der die das den dem des")
_ABROAD: Final = _listed("to ante auprès bei")  # where an envoy is accredited, not whom it speaks for
_SENT: Final = frozenset(
    {
        "ambassador",
        "envoy",
        "representative",
        "representatives",
        "ambassadors",
        "envoys",
        "embajador",
        "embajadora",
        "enviado",
        "enviada",
        "ambassadeur",
        "ambassadrice",
        "émissaire",
        "envoyé",
        "envoyée",
        "botschafter",
        "botschafterin",
        "gesandter",
        "gesandte",
        "sondergesandter",
        "sondergesandte",
    }
)
_PORTFOLIO: Final = frozenset(
    {
        "foreign",
        "affairs",
        "finance",
        "defence",
        "defense",
        "trade",
        "economy",
        "interior",
        "justice",
        "energy",
        "oil",
        "commerce",
        "state",
        "treasury",
        "cooperation",
        "development",
        "relations",
        "union",
        "europe",
        "integration",
        "migration",
        "labor",
        "labour",
        "information",
        "health",
        "agriculture",
        "industry",
        "security",
        "intelligence",
        "policy",
        "economic",
        "international",
        "exteriores",
        "asuntos",
        "relaciones",
        "economía",
        "finanzas",
        "hacienda",
        "defensa",
        "comercio",
        "petróleo",
        "energía",
        "exterior",
        "interiores",
        "hidrocarburos",
        "estado",
        "gobierno",
        "ministros",
        "relación",
        "europeos",
        "económicos",
        "seguridad",
        "nacional",
        "política",
        "consejo",
        "transporte",
        "affaires",
        "étrangères",
        "étrangere",
        "extérieures",
        "finances",
        "défense",
        "économie",
        "intérieur",
        "l'intérieur",
        "énergie",
        "transition",
        "souveraineté",
        "européennes",
        "l'europe",
        "l'économie",
        "coopération",
        "sécurité",
        "francophonie",
        "communication",
        "culture",
        "travail",
        "santé",
        "transports",
        "tourisme",
        "budget",
        "environnement",
        "mines",
        "pêche",
        "gauche",
        "droite",
        "comunicación",
        "información",
        "cultura",
        "trabajo",
        "salud",
        "turismo",
        "minería",
        "agricultura",
        "industria",
        "justicia",
        "izquierda",
        "derecha",
        "auswärtigen",
        "äußeren",
        "inneren",
        "finanzen",
        "wirtschaft",
        "verteidigung",
        "amtes",
        "amts",
    }
)
_LINKS: Final = _listed("of and for the de del la las los y e du des et l' d' der die und für")
_FORMER: Final = _listed(
    """
    former ex onetime late ousted deposed retired ancien ancienne früherer frühere früheren ehemaliger
    ehemalige ehemaligen einstiger exministro
    """
)
_LONGEST_TITLE = 9
_LONGEST_COMPLEMENT = 9

_OFFICE_OWNERS: Final = {
    "country:US": (
        "secretary of state",
        "treasury secretary",
        "commerce secretary",
        "secretary of the treasury",
        "press secretary",
        "attorney general",
        "administration official",
        "defense secretary",
    ),
    "country:GB": ("foreign secretary", "chancellor of the exchequer"),
    "country:JP": ("chief cabinet secretary",),
    "country:IN": ("external affairs minister",),
    "country:DE": (
        "bundeskanzler",
        "bundesaußenminister",
        "bundespräsident",
        "bundesfinanzminister",
        "bundeswirtschaftsminister",
        "bundesinnenminister",
    ),
    "country:IR": ("supreme leader",),
    "org:EU": (
        "high representative",
        "foreign policy chief",
        "council president",
        "commission president",
        "alto representante",
        "alta representante",
        "haut représentant",
        "haute représentante",
        "außenbeauftragte",
        "kommissionspräsident",
        "eu-ratspräsident",
    ),
}


def office_at(reader: Reader, index: int) -> tuple[int, Agent] | None:
    """The office-holder whose title begins at word ``index``: index after it, and the agent."""
    line, marks, known = reader.line, reader.marks, reader.known
    owner: Agent | None = None
    at, role_at, value, own = index, -1, "", False
    limit = min(len(line.words), index + _LONGEST_TITLE)
    while at < limit:
        held = known.get(at)
        if held is not None and (held[1].kind != "person"):
            if role_at >= 0:
                break
            at, owner = held
            at, _ = over_possessive(line, at)
            continue
        mark = marks[at]
        if mark & ROLE:
            told = _role(reader, at)
            if told:
                if line.raw[at].find("-") > 0 or line.language == "de":
                    part = first_part(reader, at)
                    owner = part or owner if line.raw[at].find("-") > 0 else owner or part
                role_at, value = at, value if value == "own" and told != "plural_own" else told
                at = line.after[at]
                continue
        if role_at < 0 and owner is None and at in reader.nouns:
            after, noun = reader.nouns[at]
            if not (after < limit and (marks[after] & (ROLE | RANK))):
                break
            owner = owner or body_meant(reader, noun, line.slice(at, after))
            at = after
        elif role_at < 0 and (mark & RANK or line.words[at] in _FORMER):
            own = own or line.words[at] in _FORMER
            at += 1
        else:
            break
    if role_at < 0:
        return None
    return _held(reader, index, at, owner, "own" if own and value == "state" else value)


def _role(reader: Reader, at: int) -> str:
    cue = reader.line.cues[at].first.get("role")
    return cue.value if cue is not None else german_office(reader.line.words[at])


def _held(
    reader: Reader, start: int, after: int, owner: Agent | None, value: str
) -> tuple[int, Agent] | None:
    line = reader.line
    office = _OFFICES[value]
    after, later = _complement(reader, after, office, owned=owner is not None)
    owner = owner if later is None or (owner is not None and later.form == "capital") else later
    title = line.slice(start, after)
    name_at, name_after = _name_after(reader, after, office)
    name = line.slice(name_at, name_after) if name_at else ""
    following = line.words[name_after : name_after + 1]
    if name and owner is None and office == "state" and following == ["of"]:
        named = _owner_at(reader, name_after + 1)  # "Prime Minister Jon Berg of Norway"
        owner = named[1] if named is not None and named[1].kind == "state" else None
    owner = owner or _by_office(reader, title, start, after) or (leader(reader, name) if name else None)
    if owner is not None and owner.kind in ("company", "other", "person") and office == "state":
        office = "own"
    if not name and owner is None and reader.place is None and not _bench(reader, start, after):
        return None
    if owner is None and name and office == "state" and not _known_person(reader, name):
        owner = state_meant(reader)
    state = owner or reader.place
    holder = None if state is None else state_of(reader, state)
    group = office == "plural" or value == "plural_own"
    agent = Agent(
        name=name or title,
        kind="group" if group else "person",
        country=state.country if state else None,
        role=title if name else None,
        office=office,
        speaks_for=None if office == "own" else holder,
        of=holder,
    )
    if name:
        reader.people.learn(agent)
    if holder is not None and office == "state" and holder.kind == "state":
        reader.people.state = holder
    return (name_after if name else after), agent


def _bench(reader: Reader, start: int, after: int) -> bool:
    """ "Senators", "Republican lawmakers": members of a parliament hold their own view, whichever it is."""
    cues = reader.line.cues
    return any("bench" in cues[at].kinds for at in range(start, after)) and not headline(reader.line)


def _known_person(reader: Reader, name: str) -> bool:
    known = reader.people.recall(name.rsplit(maxsplit=1)[-1])
    return known is not None and known.speaks_for is not None


def _complement(reader: Reader, after: int, office: Office, *, owned: bool) -> tuple[int, Agent | None]:
    """What follows the bare title and belongs to it: "of China", "malien des Affaires étrangères"."""
    line, known = reader.line, reader.known
    words = line.words
    sent = words[after - 1] in _SENT
    owner: Agent | None = None
    end = at = after
    limit = min(len(words), after + _LONGEST_COMPLEMENT)
    while at < limit:
        word = words[at]
        held = known.get(at)
        if held is not None:
            if owner is not None or held[1].form != "demonym" or line.language not in ("es", "fr"):
                break
            end, owner = held
            at = end
            continue
        if word in _PORTFOLIO and (at > after or line.language in ("es", "fr")):
            at = end = at + 1
            continue
        placed = word in _PLACED and office in ("anonymous", "plural") and owner is None and not owned
        if not (word in _OF or placed or (sent and word in _ABROAD | {"on", "for", "in", "en"})):
            break
        step = _owner_at(reader, at + 1)
        if step is None:
            over = _over_portfolio(reader, at, limit)
            if over == at:
                break
            at = end = over
            continue
        found_end, found = step
        abroad = sent and (word in _ABROAD or word in ("on", "for", "in", "en"))
        if owner is not None and not abroad:
            break
        if not abroad and not (owned and word in ("for", "für")):
            owner = found
        at = end = found_end
    return end, owner


def _owner_at(reader: Reader, at: int) -> tuple[int, Agent] | None:
    """The state or body named at ``at``, over articles; "the foreign ministry" is the one meant."""
    line, known = reader.line, reader.known
    words = line.words
    first = at
    while at < len(words) and at < first + 2 and words[at] in _ARTICLES:
        at += 1
    organ = _organ_at(reader, at)
    if organ is not None:
        return at + 1, organ
    while at < len(words) and at < first + 3 and at not in known and (reader.marks[at] & RANK):
        at += 1
    if at in known:
        adjective = known[at][1].form == "demonym" and line.language in ("en", "de")
        return None if adjective else known[at]
    if at in reader.nouns:
        after, noun = reader.nouns[at]
        body = body_meant(reader, noun, line.slice(at, after))
        return None if body is None else (after, body)
    return None


def _organ_at(reader: Reader, at: int) -> Agent | None:
    """ "the Commission" whose full name was given before."""
    raw = reader.line.raw
    if at >= len(raw) or not raw[at][0].isupper() or (at + 1 < len(raw) and raw[at + 1][0].isupper()):
        return None
    return reader.people.by_organ.get(reader.line.words[at])


def _over_portfolio(reader: Reader, at: int, limit: int) -> int:
    """The index after "of foreign affairs", "des Affaires étrangères et de la Coopération"; else ``at``."""
    words = reader.line.words
    end, index = at, at
    while index < limit and index not in reader.known:
        if words[index] in _PORTFOLIO:
            end = index + 1
        elif words[index] not in _LINKS:
            break
        index += 1
    return end


def _name_after(reader: Reader, after: int, office: Office) -> tuple[int, int]:
    """Where the name begins and ends: "President Joe Biden", "the ambassador to India, Igor Polikha,"."""
    line = reader.line
    if office in ("anonymous", "plural") and (office == "plural" or headline(line)):
        return 0, 0
    comma = after < len(line.words) and line.words[after] in (",", "(")
    begin = after + 1 if comma else after
    while begin < len(line.words) and is_title(line.words[begin]):
        begin += 1
    end = name_end(line, reader.marks, begin, reader.known)
    if end == begin:
        return 0, 0
    if comma and (
        end - begin < 2 or (end < len(line.words) and line.words[end] in ("and", "or", "y", "et", "und"))
    ):
        return 0, 0
    if headline(line) and end - begin > 3:
        return 0, 0
    return begin, end


def _by_office(reader: Reader, title: str, start: int, after: int) -> Agent | None:
    """The state that alone has such an office, as listed here or in the vocabulary ("office")."""
    folded = title.casefold()
    for state, offices in _OFFICE_OWNERS.items():
        if any(office in folded for office in offices):
            entry = reader.gazetteer.entry(state)
            return None if entry is None else of_entry(entry, entry.name)
    listed = (cues.first.get("office") for cues in reader.line.cues[start:after])
    cue = next(filter(None, listed), None)
    entry = None if cue is None else reader.gazetteer.entry(f"country:{cue.value}")
    return None if entry is None else of_entry(entry, entry.name)
