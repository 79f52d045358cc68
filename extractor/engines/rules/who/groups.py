"""Groups: "eleven individuals", "three Chinese companies", "Western partners", "empresas estatales rusas"."""

from __future__ import annotations

from typing import Final, NamedTuple

from extractor.engines.rules.lines.line import Line
from extractor.engines.rules.lines.marks import BARRED, DESIGNEE, HARD, MEMBER
from extractor.engines.rules.lines.numbers import NUMBER_WORDS, number_of
from extractor.engines.rules.who.agents import Agent
from extractor.engines.rules.who.mention_reader import Reader, over_possessive
from extractor.schemas import terms

__all__ = ["COUNTING", "MANY", "describes", "group_at"]


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SOME: Final = _listed(
    """
    some several many certain other most various numerous more additional further varios varias algunos
    algunas otros otras numerosos numerosas plusieurs certains certaines autres quelques divers diverses
    mehrere einige weitere andere zahlreiche mehreren weiteren anderen einigen
    """
)
_APPROXIMATE: Final = _listed(
    "nearly almost roughly some unos unas casi más près plus quelque environ rund fast knapp etwa"
)
MANY: Final = _listed(
    """
    dozens scores hundreds thousands number series handful group dozen pair couple docenas decenas
    cientos centenares docena decena veintena grupo dizaines douzaines centaines dizaine douzaine groupe
    vingtaine trentaine quinzaine dutzende hunderte dutzend reihe gruppe
    """
)
_OF: Final = _listed("of de d' von")
_ADJECTIVES: Final = _listed(
    """
    foreign domestic local private public state state-owned state-run state-linked major big large small
    leading top senior international regional military armed industrial financial commercial alleged
    shell front third-country offshore non-european european asian african gulf arab western-owned
    individual independent key prominent high-ranking pro-government paramilitary ausländische
    ausländischen staatliche staatlichen private privaten europäische europäischen hochrangige
    russlandnahe bewaffnete bewaffneten große großen grandes pequeñas
    """
)
_LINKS: Final = (
    "-based",
    "-linked",
    "-owned",
    "-backed",
    "-controlled",
    "-affiliated",
    "-registered",
    "-flagged",
    "-led",
    "-run",
    "-related",
    "-born",
)
_ANDS: Final = _listed("and or y e o et ou und oder sowie &")
_FROM: Final = frozenset(
    [
        ("of",),
        ("from",),
        ("in",),
        ("based", "in"),
        ("linked", "to"),
        ("tied", "to"),
        ("belonging", "to"),
        ("registered", "in"),
        ("affiliated", "with"),
        ("located", "in"),
        ("connected", "to"),
        ("close", "to"),
        ("de",),
        ("del",),
        ("en",),
        ("con", "sede", "en"),
        ("radicadas", "en"),
        ("vinculadas", "a"),
        ("vinculados", "a"),
        ("vinculados", "al"),
        ("cercanos", "a"),
        ("radicados", "en"),
        ("du",),
        ("des",),
        ("d'",),
        ("basées", "à"),
        ("basés", "à"),
        ("basées", "en"),
        ("basées", "aux"),
        ("établies", "en"),
        ("établies", "à"),
        ("liées", "à"),
        ("liés", "à"),
        ("liées", "au"),
        ("liés", "au"),
        ("aus",),
        ("mit", "sitz", "in"),
        ("mit", "sitz", "im"),
    ]
)
_LONGEST_FROM: Final = 3
_ARTICLES: Final = _listed("the la el le les l' der den des dem los las")
_OPENING: Final = frozenset(first for first, *_ in _FROM)
_AFTER_NOUN: Final = _listed(
    """
    militaires étrangères étrangers armés armées politiques publiques publics privées privés locaux
    financières pétrolières pétroliers maritimes minières judiciaires militares extranjeras extranjeros
    armados armadas estatales privadas privados públicas políticos financieras petroleras judiciales
    """
)
_GENITIVE: Final = _listed("of de du des der del")
_HEADS: Final = _listed(
    "fleet network council committee army forces junta regime elite party parties family countries"
)
_STATES: Final = _listed(
    """
    states countries nations governments members powers delegations allies partners capitals capitales
    estados países gobiernos naciones delegaciones potencias aliados socios miembros états etats pays
    gouvernements délégations puissances alliés partenaires membres staaten länder ländern regierungen
    mitglieder mitgliedern delegationen verbündete partner mitgliedstaaten
    """
)
_DOING: Final = ("ers", "ors", "ists", "cians", "men", "women", "ees")
_THINGS: Final = _listed(
    """
    numbers sectors orders waters letters matters borders chapters quarters semiconductors reactors
    answers papers centers centers factors errors computers servers transfers offers covers layers
    motors rotors sensors processors containers drivers corridors investors fertilizers fertilisers
    barrels trees fees committees degrees refugees headquarters rockets others measures flowers mirrors
    rumors colors papers routers years
    """
)
_SINGULAR: Final = _listed("vessel tanker ship company bank firm individual entity person")
_LONGEST_GROUP: Final = 10
_QUOTES: Final = frozenset({'"', "“", "”", "‘", "’", "'"})
_UNDESCRIBING: Final = frozenset(
    {
        "prep",
        "opener",
        "and",
        "strong",
        "be",
        "have",
        "modal",
        "speech",
        "det",
        "pronoun",
        "act",
        "stance",
        "weak",
    }
)

COUNTING: Final = frozenset(NUMBER_WORDS) | _SOME | _APPROXIMATE | MANY | _ADJECTIVES


class _Count(NamedTuple):
    after: int
    number: int | None
    told: bool  # a number or "several": a noun follows
    exact: bool = True


def group_at(reader: Reader, index: int) -> tuple[int, Agent] | None:  # noqa: C901, PLR0912 - one scan, one case a word
    """The group whose words begin at ``index``: index after it, and the agent."""
    line, marks, known = reader.line, reader.marks, reader.known
    if index + 1 < len(line.words) and line.value(index + 1, "day") == "month":
        return None  # "sanctionné lundi 12 mai quatre officiers"
    count = _count(line, index)
    at, owner, nouns = count.after, None, 0
    limit = min(len(line.words), index + _LONGEST_GROUP)
    described = plain = False
    while at < limit:
        held = known.get(at)
        if held is not None:
            if owner is not None or nouns or held[1].kind == "person":
                break
            end, owner = held
            if people := _counted_name(reader, count, at):
                nouns, at = people, end
                break
            at, possessive = over_possessive(line, end)
            # "the Treasury listed 43 ships", but "nine US defence firms"
            plain = not (possessive or owner.form == "demonym" or (count.told and owner.kind == "state"))
            over = at if possessive else _over_shared(line, at)
            if over > at:
                at, plain, described = over, False, True
            continue
        mark = marks[at]
        if (
            mark & DESIGNEE
            or (mark & MEMBER and (nouns or count.told or owner is not None or described))
            or (count.told and not mark and _doers(line, at))
        ):
            if nouns and line.words[at - 1] not in _ANDS:
                break
            nouns, at = at, line.after[at]
            continue
        if nouns:
            if line.words[at] in _ANDS and _noun_after(reader, at + 1):
                at += 1
                continue
            break
        number = (
            number_of(line.words[at]) if owner is not None and not plain and count.number is None else None
        )
        if number is not None:  # "the EU's 27 member states", "13 der 15 Mitglieder"
            count = count._replace(number=number, told=True)
        elif line.words[at] in _ADJECTIVES or (line.raw[at].endswith(_LINKS) and line.raw[at].find("-") > 0):
            described = True
            owner = owner or _based(reader, at)
        elif plain and owner is not None and owner.kind == "state" and _kind_of(line, at):
            described = True  # "Iran prison officials"
        elif plain or not ((count.told or owner is not None) and _may_describe(line, at, count)):
            break
        at += 1
    if not nouns:
        return _inhabitants(reader, index, count)
    if line.words[at - 1] in _ANDS:
        at -= 1
    if line.words[at - 1] in _SINGULAR and not (count.told and count.number == 1):
        return None
    at, owner = _from(reader, at, owner)
    return at, Agent(
        line.slice(index, at),
        _kind(reader, nouns, count),
        owner.country if owner else None,
        count=count.number if count.exact else None,
        of=owner,
    )


def _may_describe(line: Line, at: int, count: _Count) -> bool:
    return describes(line, at) or (count.told and line.raw[at] in _QUOTES)  # 65 "shadow fleet" vessels


def _counted_name(reader: Reader, count: _Count, at: int) -> int:
    """The noun within a name that is counted itself, or 0: "zwölf syrische Behörden", "16 weitere Russen"."""
    end, owner = reader.known[at]
    if count.number is not None and end - at > 1 and reader.marks[end - 1] & MEMBER:
        return end - 1  # not the state itself
    german = reader.line.language == "de" and count.told and owner.form == "demonym"
    return at if german and reader.line.raw[at][0].isupper() else 0


def _kind_of(line: Line, at: int) -> bool:
    """Whether a plain noun may stand between a state's name and the noun of a group: surely no verb."""
    word = line.raw[at]
    return (
        line.language == "en"
        and not line.cues[at]
        and word.isalpha()
        and word.islower()
        and (not word.endswith(("ed", "s")))
    )


def _inhabitants(reader: Reader, index: int, count: _Count) -> tuple[int, Agent] | None:
    """ "25 Russians", "three Syrians": people counted by where they are from, with no further noun."""
    held = reader.known.get(count.after)
    if held is None or not count.told or held[1].form != "demonym" or reader.line.language != "en":
        return None
    at, owner = held
    line = reader.line
    plural = line.words[at - 1].endswith(("s", "ese", "men", "ish"))
    more = at < len(line.words) and (describes(line, at) or reader.marks[at] & (DESIGNEE | MEMBER))
    if not plural or line.words[at - 1].endswith("us") or (more and line.words[at] not in _AND_AFTER):
        return None
    return at, Agent(
        line.slice(index, at), "group", owner.country, count=count.number if count.exact else None, of=owner
    )


_AND_AFTER: Final = _listed("over for accused linked suspected who with after involved")


def _count(line: Line, index: int) -> _Count:
    words = line.words
    at, number, told, exact = index, None, False, True
    length = len(words)
    if words[at] in _APPROXIMATE and at + 1 < length and _numeric(words, at + 1):
        at += 1
        if words[at] in _OF and at + 1 < length:
            at += 1
    if words[at] in _SOME and at + 1 < length:
        at, told = at + 1, True
    found = number_of(words[at])
    if found is not None:
        at, number, told = at + 1, found, True
        if at + 1 < length and words[at] in ("y", "et", "and") and found >= 30:
            unit = number_of(words[at + 1])
            if unit is not None and unit < 10:
                at, number = at + 2, found + unit
        if at < length and words[at] in _SOME:
            at += 1
    elif words[at] in MANY and at + 1 < length and words[at + 1] in _OF:
        at, told = at + 1, True
    if told and at < length and words[at] in _OF and at + 1 < length:
        at += 1
        if words[at] in _ARTICLES:
            at += 1
        exact = number is not None
    return _Count(at, number, told, exact)


def _numeric(words: list[str], at: int) -> bool:
    return number_of(words[at]) is not None or words[at] in _OF


def _noun_after(reader: Reader, at: int) -> bool:
    """Whether the other half of "individuals and entities" begins at ``at``."""
    return at < len(reader.marks) and bool(reader.marks[at] & (DESIGNEE | MEMBER)) and at not in reader.known


def _based(reader: Reader, at: int) -> Agent | None:
    """The state of "Dubai-based", "UAE-registered"."""
    printed = reader.line.raw[at]
    if not printed[0].isupper():
        return None
    hit = reader.gazetteer.resolve(printed.rpartition("-")[0], reader.line.language)
    if hit is None or hit[0].kind not in ("state", "other"):
        return None
    return Agent(hit[0].name, hit[0].kind, hit[0].country, hit[0], hit[1])


def _over_shared(line: Line, at: int) -> int:
    """Over what follows the first state of "Iran- and Iraq-based"; ``at`` itself where nothing does."""
    rest = line.raw[at : at + 3]
    shared = len(rest) == 3 and rest[0] == "-" and rest[1] in _ANDS and rest[2].endswith(_LINKS)
    return at + 3 if shared and line.starts[at] == line.ends[at - 1] else at


def _from(reader: Reader, at: int, owner: Agent | None) -> tuple[int, Agent | None]:
    """Over what tells where the group is from: "venezolanos", "in China", "basées à Dubaï"."""
    line, known = reader.line, reader.known
    while at < len(line.words) and line.words[at] in _AFTER_NOUN:
        at += 1
    held = known.get(at)
    if held is not None and line.language in ("es", "fr") and held[1].form == "demonym":
        at, owner = held[0], owner or held[1]
    if at >= len(line.words) or line.words[at] not in _OPENING:
        return at, owner
    for size in range(_LONGEST_FROM, 0, -1):
        if tuple(line.words[at : at + size]) not in _FROM:
            continue
        begin = at + size
        while begin < len(line.words) and line.words[begin] in _ARTICLES:
            begin += 1
        held = known.get(begin)
        if held is None or held[1].kind == "person" or held[1].form == "demonym":
            break
        end, possessive = over_possessive(line, held[0])
        if possessive:
            if not (
                end + 1 < len(line.words)
                and line.words[end + 1] in ("fleet", "army", "government", "network")
            ):
                break
            end += 2
        return _over_list(reader, end), owner or held[1]
    return _over_phrase(reader, at), owner


def _over_list(reader: Reader, at: int) -> int:
    """Over the rest of "from Turkey, the Emirates and Kyrgyzstan"; ``at`` where no such list goes on."""
    words, index = reader.line.words, at
    while index < len(words) and (words[index] == "," or words[index] in _ANDS):
        last = words[index] in _ANDS
        index += 1
        if not last and index < len(words) and words[index] in _ANDS:  # "Iran, and North Korea"
            last, index = True, index + 1
        while index < len(words) and words[index] in _ARTICLES:
            index += 1
        held = reader.known.get(index)
        if held is None or held[1].form not in ("name", "capital", "abbreviation"):
            return at
        index = held[0]
        if words[index : index + 1] == ["("] and words[index + 2 : index + 3] == [")"]:
            index += 3  # "the United Arab Emirates (UAE)"
        if last:
            return index if words[index : index + 1] != ["'s"] else at
    return at


def _over_phrase(reader: Reader, at: int) -> int:
    """Over "of the transition", "de la junte", "der Wahlbehörde": one plain noun that the group is of."""
    line = reader.line
    words, marks = line.words, reader.marks
    if words[at] not in _GENITIVE:
        return at
    noun = at + 1
    while noun < len(words) and words[noun] in _ARTICLES:
        noun += 1
    if noun == at + 1 and words[at] in ("of", "de", "du"):
        return at
    if (
        noun >= len(words)
        or noun in reader.known
        or marks[noun] & (HARD | BARRED)
        or not words[noun].isalpha()
    ):
        return at
    after = noun + 1
    if words[after : after + 1] and words[after] in _HEADS:
        after += 1
    return after


def _kind(reader: Reader, noun: int, count: _Count) -> terms.ActorKindName:
    line = reader.line
    states = line.words[noun] in _STATES and count.number is not None
    if line.words[noun].startswith("mitglieder") and line.words[noun + 1 : noun + 2] in (["der"], ["des"]):
        return "group"  # "drei Mitglieder der Militärregierung"
    return "coalition" if states and reader.line.value(noun, "designee") is None else "group"


def _doers(line: Line, at: int) -> bool:
    """ "defense contractors", "politicians": an English plural for people by what they do, listed or not."""
    word = line.words[at]
    return line.language == "en" and word.endswith(_DOING) and word not in _THINGS


def describes(line: Line, at: int) -> bool:
    """Whether the word may describe the noun of a group: lower case, and no verb or link."""
    word = line.raw[at]
    return word[0].isalpha() and word[0].islower() and _UNDESCRIBING.isdisjoint(line.cues[at].kinds)
