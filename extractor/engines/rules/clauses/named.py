"""Whom a stretch of a clause names: each member of a list, with apposition and origin set apart."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extractor.engines.rules.clauses.group_names import DESCRIBING, joins_name, whole_name
from extractor.engines.rules.clauses.members import Members
from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.who.agents import Agent

__all__ = ["NAMING", "members_of"]

NAMING: Final = frozenset({
    "including", "such as", "incluidos", "incluidas", "incluido", "incluida", "entre ellos",
    "entre ellas", "dont", "notamment", "darunter", "namely", "plus", "parmi lesquels", "parmi lesquelles",
    "parmi eux", "parmi elles", "entre los que", "entre las que", "entre los que figuran",
    "entre las que figuran", "entre los que se encuentran", "entre las que se encuentran", "entre otros",
    "entre otras",
})  # fmt: skip
_THOSE: Final = frozenset(
    {"those", "anyone", "anybody", "quienes", "aquellos", "ceux", "diejenigen", "celles"}
)
_ARTICLES: Final = frozenset(
    {"a", "an", "the", "un", "una", "une", "el", "la", "le", "l'", "der", "die", "das", "ein", "eine"}
)
_PLACES: Final = frozenset({
    "in", "from", "across", "inside", "en", "dans", "im", "aus", "at", "near", "off", "à", "au", "within",
    "based",
})  # fmt: skip
_PEOPLE: Final = frozenset(
    {"person", "company", "vessel", "armed_group", "government_body", "other", "group"}
)


def members_of(scene: Scene, first: int, after: int, *, plain: bool = False) -> Members:
    """The members of the list in nodes ``first`` up to ``after``, in the order of the text.

    Named members of a counted group stand before it; a group whose members are all named is left out.

    Args:
        plain: whether a noun that is no known agent names somebody too ("a refinery", "the prosecutor").
    """
    members = Members(first)
    after = _before_purpose(scene, first, min(after, len(scene.nodes)))
    start = first
    previous: tuple[int, int] | None = None
    while start < after:
        aside = scene.word(start) in DESCRIBING or scene.nodes[start].has("because")
        if members.agents and scene.kind(start - 1) == "comma" and aside:
            break  # "Al Nour et Faran Shipping, soupçonnées de financer des mercenaires russes"
        end = _member_end(scene, start, after)
        if not (previous is not None and _apposition(scene, previous, start, end, members)):
            found = _member(scene, start, end, after, plain=plain)
            if found is not None:
                found = _and_more(scene, found, after)
                members.take(*found)
            elif previous is None and not _only_function(scene, start, end):
                members.pronoun = _pronoun(scene, start, end)
                if scene.kind(end) == "comma" and not plain:
                    break  # "on the anniversary, Canada …": no list
        if end > start:
            previous = (start, end)
        start = max(end, members.after) + 1 if max(end, members.after) < after else after
    if not plain and any(agent.kind in _PEOPLE for agent in members.agents):
        return members_of(scene, first, after, plain=True)
    members.agents = _remainders(members.agents)
    return members


def _before_purpose(scene: Scene, first: int, after: int) -> int:
    """The node at which "in a bid to …" begins; ``after`` without one."""
    words = range(first + 1, after)
    return next((at for at in words if scene.word(at) == "in" and scene.nodes[at].has("because")), after)


def _and_more(scene: Scene, found: tuple[Agent, int], after: int) -> tuple[Agent, int]:
    """ "45 individuals and entities": one number for both."""
    agent, end = found
    following = scene.nodes[end + 1].agent if end + 1 < after and scene.kind(end) == "and" else None
    if agent.kind != "group" or agent.count is None:
        return found
    if following is not None and following.kind == "group" and following.count is None and not following.of:
        name = whole_name(scene, end + 1, after)
        start = scene.line.text.find(agent.name)
        stop = scene.line.text.find(name, start)
        return replace(agent, name=scene.line.text[start : stop + len(name)]), _named_end(
            scene, end + 1, after
        )
    return found


def _member_end(scene: Scene, start: int, after: int) -> int:
    index = start
    while index < after:
        kind = scene.kind(index)
        joins = kind == "and" and index > start and not joins_name(scene, index)
        if kind in ("comma", "stop", "opener") or joins:
            return index
        if index > start and scene.text(index, index + 1).lower() in NAMING:
            return index
        index += 1
    return index


def _only_function(scene: Scene, start: int, end: int) -> bool:
    return all(scene.kind(at) in ("det", "and", "prep", "quote") for at in range(start, end))


def _pronoun(scene: Scene, start: int, end: int) -> bool:
    return any(
        scene.nodes[at].kind == "anaphor"
        or (scene.kind(at) == "pronoun" and scene.nodes[at].value in ("them", "they", "state"))
        for at in range(start, end)
    )


def _apposition(scene: Scene, before: tuple[int, int], start: int, end: int, members: Members) -> bool:
    """ "Farid Moghaddasi, an Iranian broker": the second describes; "its flag carrier, Belavia": it names."""
    if scene.kind(start - 1) != "comma" or not members.agents or start >= end:
        return False
    last = members.agents[-1]
    if scene.word(start) in _ARTICLES and last.kind in (
        "person",
        "company",
        "vessel",
        "armed_group",
        "other",
        "government_body",
    ):
        return last.count is None and not last.name.islower()
    inner = any(word in DESCRIBING for word in last.name.casefold().split())
    if last.kind == "group" and inner and scene.word(start) in _ARTICLES and last.count is not None:
        return True  # "deux fondations contrôlées par le guide de l'Iran, l'ayatollah …, …"
    at = next((at for at in range(start, end) if scene.nodes[at].agent is not None), None)
    agent = None if at is None else scene.nodes[at].agent
    if at is not None and any(scene.kind(index) == "prep" for index in range(start, at)):
        return False  # "…, suivi de l'arrestation du journaliste X"
    single = (
        agent is not None
        and agent.kind in ("company", "person", "vessel", "other", "armed_group")
        and agent.count is None
    )
    described = _described_one(scene, *before)
    if single and described and agent is not None and not _list_goes_on(scene, end):
        members.agents[-1] = agent
        members.after = end
        return True
    return False


def _described_one(scene: Scene, first: int, after: int) -> bool:
    """Whether the words name one thing without its name ("Belarus's flag carrier", "a trading company")."""
    last = scene.nodes[after - 1] if after > first else None
    return (
        last is not None
        and last.kind in ("word", "issue", "nominal")
        and not scene.word(after - 1).endswith("s")
    )


def _list_goes_on(scene: Scene, end: int) -> bool:
    return scene.kind(end) == "and"


def _member(  # noqa: PLR0911 - cases in order of precedence, one line each
    scene: Scene, first: int, end: int, after: int, *, plain: bool
) -> tuple[Agent, int] | None:
    """Who the words of one member name, and the node after them."""
    head_end = _head_end(scene, first, end)
    if scene.word(first) in _THOSE or (
        scene.word(first + 1) in _THOSE and scene.kind(first) in ("and", "prep")
    ):
        at = first if scene.word(first) in _THOSE else first + 1
        name = whole_name(scene, at, len(scene.nodes))
        return (Agent(name, "group"), at + 1) if len(name.split()) > 2 else None
    owner: int | None = None
    for index in range(first, head_end):
        node = scene.nodes[index]
        if node.agent is None or node.span is None:
            continue
        after_noun = scene.line.language in ("es", "fr") and _noun(scene, first, index) is not None
        if (
            node.span.possessive
            or (node.span.adjectival and (index + 1 < head_end or after_noun))
            or _owns(scene, index, head_end)
        ):
            owner = index
            continue
        if joins_name(scene, index - 1):
            return _joined(scene, first, index), index + 1
        return _named(scene, index, after), _named_end(scene, index, after)
    noun = _noun(scene, first, head_end)
    if owner is not None:
        return _owned(scene, first, owner, noun, head_end, after, plain=plain)
    if noun is not None and _designee(scene, noun):
        return Agent(whole_name(scene, _begin(scene, first, noun), after), "group"), head_end
    inner = _after_of(scene, head_end, end, traded=noun is not None and not _somebody(scene, noun))
    if inner is not None:
        return inner
    named = plain and noun is not None and scene.kind(noun) == "word" and scene.word(noun) not in _SOMETHING
    if named and noun is not None and _told_as_one(scene, first, noun):
        return Agent(whole_name(scene, _begin(scene, first, noun), after)[:120], "other"), head_end
    return None


def _head_end(scene: Scene, first: int, end: int) -> int:
    """Where the noun's own words end: before the first preposition or participle after it."""
    for index in range(first, end):
        node = scene.nodes[index]
        if node.kind == "prep" and index > first and scene.text(index, index + 1).lower() not in NAMING:
            return index
        if index > first and (node.verb is not None or scene.word(index) in DESCRIBING):
            return index
    return end


def _owns(scene: Scene, index: int, head_end: int) -> bool:
    """ "the Iran nuclear programme", "Russia sanctions": a name right before another noun."""
    following = scene.nodes[index + 1] if index + 1 < head_end else None
    agent = scene.nodes[index].agent
    if following is None or agent is None or agent.kind not in ("state", "intl_org", "coalition"):
        return False
    return following.kind in ("agent", "word", "issue") and scene.line.raw[following.start][0].isalpha()


def _named(scene: Scene, index: int, after: int) -> Agent:
    agent = scene.nodes[index].agent
    assert agent is not None
    if agent.kind == "group":
        return replace(agent, name=whole_name(scene, index, after))
    return agent


def _joined(scene: Scene, first: int, index: int) -> Agent:
    """ "the Iran-based Defence Technology and Science Centre", whose last part was read as a name."""
    agent = scene.nodes[index].agent
    assert agent is not None
    begin = index - 1
    while begin > first and scene.line.raw[scene.nodes[begin - 1].start][0].isupper():
        begin -= 1
    if scene.word(begin).endswith("-based"):
        begin += 1
    return replace(agent, name=scene.text(begin, index + 1))


def _named_end(scene: Scene, index: int, after: int) -> int:
    agent = scene.nodes[index].agent
    if agent is not None and agent.kind == "group":
        words = len(whole_name(scene, index, after))
        stop = scene.line.starts[scene.nodes[index].start] + words
        at = index + 1
        while at < after and scene.line.ends[scene.nodes[at].after - 1] <= stop:
            at += 1
        return at
    return index + 1


def _noun(scene: Scene, first: int, head_end: int) -> int | None:
    """The last plain noun of the words; in Spanish and French the first."""
    nouns = [
        index
        for index in range(first, head_end)
        if (
            scene.kind(index) in ("word", "issue", "nominal")
            or (scene.kind(index) == "modifier" and _designee(scene, index))
        )
        and scene.word(index)[:1].isalpha()
        and not scene.nodes[index].has("adverb")
        and not scene.nodes[index].has("inforce")
        and not (scene.line.language == "en" and scene.word(index).endswith("ly"))
        and not scene.nodes[index].has("because")
        and (scene.line.language != "de" or scene.line.raw[scene.nodes[index].start][0].isupper())
    ]
    if not nouns:
        return None
    return nouns[0] if scene.line.language in ("es", "fr") else nouns[-1]


def _designee(scene: Scene, noun: int) -> bool:
    return scene.nodes[noun].has("designee") or scene.nodes[noun].has("body")


def _begin(scene: Scene, first: int, noun: int) -> int:
    index = first
    while index < noun and scene.kind(index) in ("det", "and", "quote", "prep", "pronoun", "day"):
        index += 1
    return index


def _told_as_one(scene: Scene, first: int, noun: int) -> bool:
    """A noun with its article or with words that describe it; a bare one names nobody."""
    return noun > first or scene.kind(first - 1) == "det"


def _owned(
    scene: Scene, first: int, owner: int, noun: int | None, head_end: int, after: int, *, plain: bool
) -> tuple[Agent, int]:
    """ "Iran's oil sector" is Iran; "Belarus's flag carrier" is the carrier."""
    agent = scene.nodes[owner].agent
    assert agent is not None
    follows = scene.line.language in ("es", "fr") or (noun is not None and noun > owner)
    if noun is not None and follows and (_designee(scene, noun) or (plain and _somebody(scene, noun))):
        begin = min(_begin(scene, first, noun), owner)
        while begin < owner and scene.kind(begin) in ("det", "and", "quote"):
            begin += 1
        return Agent(whole_name(scene, begin, after)[:120], "group", agent.country, of=agent), head_end
    return agent, max(owner + 1, head_end)


_SOMETHING: Final = frozenset({
    "sector", "sectors", "economy", "industry", "industries", "exports", "imports", "trade", "oil", "gas",
    "energy", "programme", "program", "programmes", "programs", "government", "regime", "products",
    "goods", "assets", "coal", "crude", "region", "province", "territory", "steel", "gold", "diamonds",
    "aluminium", "aluminum", "market", "markets", "debt", "aviation", "shipping", "army", "military",
    "forces", "system", "leadership", "sales", "access", "revenues", "flights", "airspace", "ports",
    "borders", "currency", "finances", "technology", "equipment", "blocking",
    "sectores", "economía", "industria", "exportaciones", "importaciones", "comercio", "petróleo", "crudo",
    "programa", "régimen", "gobierno", "productos", "bienes", "activos", "territorio", "ejército", "pueblo",
    "población", "país", "secteur", "secteurs", "économie", "industrie", "exportations", "importations",
    "commerce", "pétrole", "gaz", "régime", "gouvernement", "produits", "biens", "avoirs", "territoire",
    "armée", "peuple", "population", "pays", "sektor", "wirtschaft", "branche", "exporte", "importe",
    "handel", "öl", "energie", "regierung", "führung", "land", "produkte", "güter", "vermögen", "gebiet",
    "armee", "militär", "bevölkerung", "ölsektor", "energiesektor", "bankensektor", "finanzsektor",
    "ölindustrie", "rüstungsindustrie", "atomprogramm", "ölhandel", "ölexporte",
})  # fmt: skip


def _somebody(scene: Scene, noun: int) -> bool:
    word = scene.word(noun)
    return word not in _SOMETHING and scene.kind(noun) == "word" and not scene.nodes[noun].has("goods")


def _after_of(scene: Scene, head_end: int, end: int, *, traded: bool) -> tuple[Agent, int] | None:
    """ "the government of Iran", "exports of Russian oil": who comes after "of"."""
    for index in range(head_end, end):
        node = scene.nodes[index]
        if node.agent is None:
            continue
        lead = index - 1
        while lead > head_end and scene.kind(lead) in ("det", "modifier", "word"):
            lead -= 1
        if scene.word(lead) in _PLACES and not (
            traded and scene.word(lead) in ("from", "to", "aus", "desde")
        ):
            return None
        return node.agent, index + 1
    return None


def _remainders(found: list[Agent]) -> list[Agent]:
    """Names first; a counted group goes out where as many names follow it as it counts."""
    named: list[Agent] = []
    groups: list[Agent] = []
    for index, agent in enumerate(found):
        if agent.count is None:
            (groups if agent.kind == "group" else named).append(agent)
            continue
        following = 0
        for other in found[index + 1 :]:
            if other.count is not None or other.kind == "group":
                break
            following += 1
        if following != agent.count:
            groups.append(agent)
    return [*named, *groups]
