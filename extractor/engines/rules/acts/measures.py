"""The noun phrase of the sanctions: "the EU's tough new sanctions on Iran's oil sector imposed in 2012"."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from extractor.engines.rules.clauses.group_names import DESCRIBING
from extractor.engines.rules.clauses.lists import agents_after, agents_before
from extractor.engines.rules.clauses.named import NAMING, members_of
from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.clauses.slots import PLACING, clause_end, slots_between
from extractor.engines.rules.who.agents import Agent

__all__ = ["SanctionsPhrase", "read_phrase"]

# Named before the noun these impose sanctions ("US sanctions"); others come under them ("Iran sanctions").
_USUAL_SENDERS: Final = frozenset(
    f"country:{code}" for code in ("US", "GB", "CA", "AU", "JP", "CH", "NZ", "NO", "KR", "DE", "FR")
)
_OF: Final = frozenset({"of", "de", "des", "du", "d'", "von", "del"})
_SAME_HEAD: Final = frozenset(
    {"package", "packages", "regime", "programme", "program", "campaign", "measures"}
)
_LONGEST = 9
_PARTIAL: Final = frozenset({"some", "certain", "several", "algunas", "ciertas", "certaines", "einige"})
_ANYONE: Final = frozenset({"those", "anyone", "anybody", "quienes", "aquellos", "ceux", "diejenigen"})
_AGAINST: Final = frozenset({"against", "contra", "contre", "gegen", "visant", "targeting", "hitting"})


@dataclass(slots=True)
class SanctionsPhrase:
    """Nodes ``first`` up to ``after`` around the noun at node ``head``.

    ``nominal`` is the node of a noun for the act that governs it ("lifting of", "… relief"); ``blocked``
    tells that the phrase only describes another noun ("sanctions policy", "impact of sanctions").
    """

    head: int
    first: int
    after: int
    senders: list[Agent] = field(default_factory=list)
    targets: list[Agent] = field(default_factory=list)
    pronoun_target: bool = False
    own: bool = False
    modifiers: set[str] = field(default_factory=set)
    definite: bool = False
    negated: bool = False
    nominal: int | None = None
    participle: int | None = None
    relative: int | None = None
    listed: bool = False
    partial: bool = False
    blocked: bool = False


def read_phrase(scene: Scene, head: int) -> SanctionsPhrase:
    """The sanctions phrase around node ``head``."""
    phrase = scene.phrases.get(head)
    if phrase is None:
        phrase = scene.phrases[head] = SanctionsPhrase(head, head, head + 1)
        _read_left(scene, phrase)
        _read_right(scene, phrase)
    return phrase


# -- what stands before the noun -----------------------------------------------------------------------------
def _read_left(scene: Scene, phrase: SanctionsPhrase) -> None:
    index = phrase.head - 1
    steps = 0
    while index >= 0 and steps < _LONGEST:
        steps += 1
        taken = _take_left(scene, phrase, index)
        if taken == 0:
            break
        index -= taken
    phrase.first = max(index, -1) + 1


def _take_left(scene: Scene, phrase: SanctionsPhrase, index: int) -> int:  # noqa: PLR0911 - cases in order of precedence, one line each
    """How many nodes to the left belong to the phrase, 0 at its edge."""
    node = scene.nodes[index]
    word = scene.line.words[node.start]
    if (
        word in _OF
        and node.after == node.start + 1
        and (node.kind in ("prep", "modifier", "det"))
        and (word == "of" or scene.line.language != "en")
    ):
        return _take_of(scene, phrase, index)
    if node.kind in ("modifier", "det"):
        phrase.modifiers.update(cue.value for cue in node.cues if cue.kind == "modifier")
        phrase.definite = phrase.definite or word in (
            "the",
            "these",
            "those",
            "this",
            "such",
            "las",
            "los",
            "les",
            "die",
        )
        phrase.negated = phrase.negated or word == "no" or word.startswith("kein")
        phrase.partial = phrase.partial or word in _PARTIAL
        return 1
    if word == "to" and scene.nodes[index - 1].kind == "nominal" and index:
        phrase.nominal = index - 1  # "an end to the embargo"
        return 0
    if node.kind == "agent":
        return _take_agent(scene, phrase, index) if _leads_noun(scene, index) else 0
    if node.has("not") and scene.line.language == "de" and word.startswith("kein"):
        phrase.negated = True
        return 1
    if node.kind == "pronoun" and node.value == "its":
        phrase.own = True
        return 1
    if node.kind == "nominal" and scene.line.language != "en":
        phrase.nominal = index
        return 0
    if node.kind in ("and", "comma"):
        left, right = index - 1, index + 1
        left -= scene.kind(left) == "quote"
        right += scene.kind(right) == "quote"
        one, other = scene.kind(left), scene.kind(right)
        inner = {one, other} <= {"modifier", "word"} or one == other == "agent"
        return 1 if inner else 0
    if node.kind == "quote":
        return 1
    if node.kind in ("word", "day"):
        return 1 if _adjective(scene, index) else 0
    return 0


def _adjective(scene: Scene, index: int) -> bool:
    node = scene.nodes[index]
    word = scene.line.raw[node.start]
    if scene.line.language == "de" and not _german_adjective(scene, index):
        return False
    return (
        node.kind == "word"
        and word[0].isalnum()
        and not word.endswith("ly")
        and not node.has("nobody")
        and not node.has("adverb")
    )


_AUXILIARY: Final = frozenset({"have", "be", "modal", "not"})


def _german_adjective(scene: Scene, index: int) -> bool:
    """ "russische", "EU-weites", "14.": by its ending, which auxiliaries and most adverbs have not."""
    node = scene.nodes[index]
    word = scene.line.raw[node.start]
    if word[0].isdigit():
        return True
    inflected = word.endswith(("e", "en", "er", "es", "em")) and ("-" in word or word[0].islower())
    return inflected and _AUXILIARY.isdisjoint(scene.line.cues[node.start].kinds)


def _take_of(scene: Scene, phrase: SanctionsPhrase, index: int) -> int:
    before = index - 1
    while scene.kind(before) == "det":
        before -= 1
    if before < 0:
        return 0
    while scene.line.language in ("es", "fr") and _adjective_of_noun(scene, before):
        before -= 1
    node = scene.nodes[before]
    if node.has("collective"):
        return index - before + 1
    if node.kind == "nominal":
        phrase.nominal = before
        return 0
    if scene.line.language != "en" and (
        node.kind in ("verb", "modifier", "and", "comma", "agent", "stop", "prep", "day")
        or node.has("adverb")
    ):
        return 1
    if node.kind == "stagenoun":
        return 0
    phrase.blocked = True
    return 0


def _adjective_of_noun(scene: Scene, at: int) -> bool:
    """ "levée partielle des sanctions", "un alivio limitado de": a word that describes the noun before it."""
    verb = scene.nodes[at].verb if at >= 1 else None
    participle = verb is not None and verb.bare_participle and verb.cue("act") is None
    if at < 1 or scene.nodes[at].cues or not (scene.kind(at) == "word" or participle):
        return False
    before = scene.nodes[at - 1]
    plain = scene.line.raw[scene.nodes[at].start][0].islower() and not before.has("body")
    return plain and (before.kind == "nominal" or before.has("collective"))


def _take_agent(scene: Scene, phrase: SanctionsPhrase, index: int) -> int:
    node = scene.nodes[index]
    assert node.agent is not None
    assert node.span is not None
    if node.agent.form == "capital" and scene.kind(index - 1) == "prep" and scene.kind(index - 2) == "day":
        return 0  # "ont levé dimanche à Libreville les sanctions": where it was done
    agents = agents_before(scene, index)
    if scene.nodes[index].agent and _may_send(
        node.agent, possessive=node.span.possessive or node.span.adjectival
    ):
        phrase.senders = [
            agent for agent in agents if agent.key not in {a.key for a in phrase.senders}
        ] + phrase.senders
    elif node.agent.states_itself:
        phrase.targets = [*agents, *phrase.targets]
    return _width(scene, index, len(agents))


def _leads_noun(scene: Scene, index: int) -> bool:
    """German: a name belongs to the noun after it by its ending or in a compound; else it is the subject."""
    span = scene.nodes[index].span
    if scene.line.language != "de" or span is None or span.possessive or span.adjectival:
        return True
    end = scene.line.ends[scene.nodes[index].after - 1]
    return not scene.line.text[end : end + 1].isspace()  # "EU-Sanktionen", "Russlandsanktionen", cut in two


def _whose_goods(scene: Scene, phrase: SanctionsPhrase, at: int) -> Agent | None:
    """ "ein Verbot der Einfuhr russischen Goldes": whose trade the ban is on."""
    if at >= len(scene.nodes) or not scene.nodes[at].has("goods"):
        return None
    for index in range(at + 1, min(len(scene.nodes), at + 5)):
        node = scene.nodes[index]
        if node.agent is not None and node.span is not None:
            own = node.span.adjectival and node.agent.kind == "state" and not phrase.targets
            return node.agent if own else None
        if node.kind not in ("word", "det", "modifier", "prep") or node.verb is not None:
            return None
    return None


def _may_send(agent: Agent, *, possessive: bool) -> bool:
    if agent.kind in ("intl_org", "coalition", "government_body"):
        return True
    if agent.kind not in ("state", "group"):
        return False
    return possessive or agent.key in _USUAL_SENDERS


def _width(scene: Scene, index: int, count: int) -> int:
    at = index
    left = count - 1
    while left > 0 and at > 0:
        at -= 1
        if scene.kind(at) == "agent":
            left -= 1
    return index - at + 1


# -- what stands after it ------------------------------------------------------------------------------------
def _read_right(scene: Scene, phrase: SanctionsPhrase) -> None:
    index = _after_head(scene, phrase)
    seen_target = False
    while index < len(scene.nodes):
        node = scene.nodes[index]
        if node.kind == "prep":
            end = _take_prep(scene, phrase, index, again=seen_target)
            seen_target = seen_target or (node.value == "target" and scene.kind(index + 1) != "day")
        elif node.kind == "verb" and phrase.participle is None and _postnominal(scene, index):
            phrase.participle, end = index, index + 1
        elif phrase.relative is None and (actor := _reduced_relative(scene, index)) is not None:
            phrase.relative, end = actor + 1, actor + 2
            phrase.senders = agents_before(scene, actor)
        elif node.kind == "day":
            end = index + 1
        elif scene.line.language == "de" and index == phrase.head + 1:
            end = _take_genitive(scene, phrase, index)
        else:
            break
        if end == index:
            break
        index = end
    phrase.after = index


def _take_genitive(scene: Scene, phrase: SanctionsPhrase, index: int) -> int:
    """ "die Sanktionen der EU", "die Strafmaßnahmen Russlands": whose they are."""
    at = index
    while scene.word(at) in ("der", "des") or (scene.kind(at) == "modifier" and at > index):
        at += 1
    traded = _whose_goods(scene, phrase, at) if at > index else None
    if traded is not None:
        phrase.targets.append(traded)
        return at + 1
    node = scene.nodes[at] if at < len(scene.nodes) else None
    if node is None or node.agent is None or node.span is None:
        return index
    if node.span.adjectival or not (at > index or node.span.possessive):
        return index
    named = agents_after(scene, index)
    senders = [agent for agent in named.agents if _may_send(agent, possessive=True)]
    phrase.senders += [agent for agent in senders if agent.key not in {a.key for a in phrase.senders}]
    return named.after if senders else index


def _after_head(scene: Scene, phrase: SanctionsPhrase) -> int:
    index = phrase.head + 1
    if scene.line.language in ("es", "fr"):
        return _over_adjectives(scene, phrase, index)
    kind = scene.kind(index)
    if kind == "nominal":
        phrase.nominal, index = index, index + 1
    elif kind == "word" and scene.nodes[index].has("inforce") and scene.kind(index + 1) == "prep":
        index += 1  # "has sanctions in place on"
    elif kind == "stagenoun":
        index += 1
    elif kind in ("word", "issue", "modifier", "sanctions", "verb") and _other_head(scene, phrase, index):
        return index + 1
    return index


def _over_adjectives(scene: Scene, phrase: SanctionsPhrase, index: int) -> int:
    """Spanish and French: "sanctions économiques américaines", "sanciones adicionales"."""
    while index < len(scene.nodes):
        node = scene.nodes[index]
        if node.kind == "modifier" and scene.line.words[node.start] not in _OF:
            phrase.modifiers.add(node.value)
        elif node.agent is not None and node.span is not None and node.span.adjectival:
            phrase.senders.append(node.agent)
        elif node.kind != "word" or not scene.line.raw[node.start][0].islower():
            break
        index += 1
    if scene.word(index) in _OF and scene.kind(index + 1) == "nominal":
        relief = scene.nodes[index + 1].value in ("ease", "lift", "suspend", "exempt")
        if relief and not scene.nodes[phrase.head].has("strong"):
            phrase.nominal = index + 1  # "mesures d'allègement"
            return index + 2
    return index


def _other_head(scene: Scene, phrase: SanctionsPhrase, index: int) -> bool:
    word = scene.word(index)
    node = scene.nodes[index]
    if scene.nodes[phrase.head].after != node.start or node.kind == "verb":
        return False
    if word in ("list", "lists", "blacklist"):
        phrase.listed = True
        return True
    if word in _SAME_HEAD:
        return True
    raw = scene.line.raw[node.start]
    if (
        raw[0].isalpha()
        and raw[0].islower()
        and not word.endswith("ly")
        and not node.has("adverb")
        and scene.line.language == "en"
    ):
        phrase.blocked = True
        return True
    return False


def _take_prep(scene: Scene, phrase: SanctionsPhrase, index: int, *, again: bool) -> int:  # noqa: PLR0911 - cases in order of precedence, one line each
    node = scene.nodes[index]
    following = index + 1
    if scene.kind(following) == "day":
        return following + 1
    if node.value == "target" and not again:
        plain = scene.word(index) in _AGAINST
        named = members_of(scene, following, _phrase_end(scene, following), plain=plain)
        phrase.targets += [
            agent for agent in named.agents if agent.key not in {a.key for a in phrase.targets}
        ]
        phrase.pronoun_target = phrase.pronoun_target or named.pronoun
        if named.after == following:
            return _over_common(scene, following)
        return named.after
    if (
        scene.word(index) in ("for", "para", "pour", "für")
        and scene.word(following) in _ANYONE
        and not phrase.targets
    ):
        named = members_of(scene, following, _phrase_end(scene, following))
        phrase.targets += named.agents
        return named.after if named.agents else index
    if node.value == "by":
        whom = following
        while scene.kind(whom) in ("det", "modifier"):
            whom += 1
        if scene.kind(whom) != "agent":
            return index  # "por la guerra en Ucrania"
        named = agents_after(scene, following)
        phrase.senders += named.agents
        return named.after if named.agents else index
    if scene.line.language in ("es", "fr", "de") and scene.word(index) in (
        "de",
        "del",
        "des",
        "du",
        "der",
        "d'",
        "von",
    ):
        named = agents_after(scene, following)
        phrase.senders += [agent for agent in named.agents if _may_send(agent, possessive=True)]
        return named.after if named.agents else index
    return index


def _phrase_end(scene: Scene, start: int) -> int:
    """Where the phrase that begins at ``start`` ends: its clause, or the next preposition but "of"."""
    end = start
    for slot in slots_between(scene, start, clause_end(scene, start)):
        described = slot.first - 2 >= start and scene.word(slot.first - 2) in DESCRIBING  # "installées à"
        goes_on = described or slot.prep in PLACING or slot.prep in NAMING
        if slot.prep and (not goes_on or scene.kind(slot.first) == "day"):
            break
        end = slot.after
    return end


def _over_common(scene: Scene, index: int) -> int:
    """Over a target that names nobody ("on oil exports")."""
    at = index
    while scene.kind(at) in ("word", "det", "modifier") and at < index + 5:
        at += 1
    return at


def _postnominal(scene: Scene, index: int) -> bool:
    """ "sanctions imposed on …": a bare participle of an act, with more than its end after it."""
    verb = scene.nodes[index].verb
    if verb is None or not verb.bare_participle:
        return False
    if verb.cue("act") is None and verb.cue("govern") is None:
        return False
    following = scene.kind(index + 1)
    return following in ("prep", "day", "opener", "and", "comma", "verb", "stop", "word", "")


def _reduced_relative(scene: Scene, index: int) -> int | None:
    """ "the sanctions Washington imposed on …": the node of who imposed them."""
    if scene.line.language == "de":
        return None
    actor = index
    while scene.kind(actor) == "det" or scene.word(actor) in ("that", "which", "que", "qu'"):
        actor += 1
    return actor if scene.kind(actor) == "agent" and _imposed_by(scene, actor) else None


def _imposed_by(scene: Scene, index: int) -> bool:
    node, following = scene.nodes[index], scene.nodes[index + 1] if index + 1 < len(scene.nodes) else None
    if (
        following is None
        or following.verb is None
        or not following.verb.finite
        or following.verb.passive
        or scene.kind(index - 1) == "prep"
        or node.span is None
        or node.span.possessive
    ):
        return False
    if following.verb.cue("act") is None and following.verb.cue("govern") is None:
        return False
    return scene.kind(index + 2) in ("prep", "day", "comma", "stop", "", "opener", "quote")
