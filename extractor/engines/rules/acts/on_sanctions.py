"""Verbs with the sanctions as their object: imposed, prolonged, announced, and those told before lifted."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extractor.engines.rules.acts.act import Act, new_or_more, partly
from extractor.engines.rules.acts.act_of_doing import act_of, sanctions_in, whom
from extractor.engines.rules.acts.answering import ANSWERING
from extractor.engines.rules.acts.measures import SanctionsPhrase, read_phrase
from extractor.engines.rules.clauses.object_of import NO_OBJECT
from extractor.engines.rules.clauses.parting import parted
from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.clauses.slots import Slot
from extractor.engines.rules.frames.doing import Doing
from extractor.engines.rules.frames.stage import compose
from extractor.engines.rules.who.agents import Agent

__all__ = ["announcing", "forbids_trade", "on_sanctions", "on_the_same", "with_sanctions"]

_AIMED: Final = frozenset({
    "on", "against", "targeting", "toward", "towards", "aimed at", "directed at", "upon", "hitting", "to",
    "for", "covering", "contra", "a", "al", "sobre", "hacia", "en contra de", "dirigidas a",
    "dirigidas contra", "contre", "à", "au", "aux", "sur", "visant", "envers", "à l'encontre de",
    "à l'encontre du", "à l'encontre des", "à l'égard de", "ciblant", "frappant", "gegen", "gegenüber",
    "für", "de", "en", "dans",
})  # fmt: skip


_AGAINST: Final = frozenset({"gegen", "gegenüber"})  # "hat gegen neun Richter Einreiseverbote verhängt"
_LOOSELY: Final = frozenset(
    {"de", "en", "dans"}
)  # "revocadas en función de la reacción de X": not aimed at X
_WITH: Final = frozenset({"with", "con", "mit", "de", "par", "by"})


_TRADING: Final = frozenset({"state", "intl_org"})
_TRADED_WITH: Final = frozenset({"with", "to", "from", "con", "mit", "nach", "avec", "vers", "aus", "in"})
_THEM: Final = frozenset({
    "it", "them", "they", "las", "los", "les", "elles", "ellas", "celles-ci", "sie", "diese",
})  # fmt: skip
_CLITICS: Final = frozenset({"las", "los", "la", "lo", "les", "l'"})  # before a Spanish or French verb


_NOT_YET: Final = frozenset({"threatened", "considered"})  # what a noun before the sanctions says of them


def on_sanctions(scene: Scene, doing: Doing) -> list[Act]:
    """ "agreed to prolong by six months, until July 31, the bloc's existing economic sanctions on Russia"."""
    cue = doing.verb.cue("act")
    assert cue is not None
    if not parted(scene, doing.at, cue.parting) or _exposed(scene, doing):
        return []
    for slot in _objects(doing):
        for index in sanctions_in(scene, slot):
            phrase = read_phrase(scene, index)
            if phrase.blocked or phrase.negated or phrase.nominal is not None or phrase.listed:
                continue
            if any(scene.nodes[at].value in _NOT_YET for at in range(slot.first, index)):
                continue  # "lever la menace de sanctions"
            if phrase.relative is not None and phrase.relative == doing.at:
                continue
            if doing.verb.bare_participle and scene.kind(doing.at - 1) == "sanctions" and index > doing.at:
                continue  # "the sanctions imposed on Zimbabwe, including an asset freeze"
            plain = not scene.nodes[index].has("strong")
            if plain and not phrase.targets and not doing.agents and scene.last_act is not None:
                continue  # "the measures have been renewed": those told before
            made = _act_on(scene, doing, cue.value, phrase, slot)
            return [made, *_besides(scene, doing, made, slot)]
    return []


def _besides(scene: Scene, doing: Doing, made: Act, slot: Slot) -> list[Act]:
    """ "an arms embargo on Sudan and sanctions on two generals": the second phrase has targets of its own."""
    told = {agent.key for agent in made.targets}
    if made.phrase is None or not told or doing.verb.passive:
        return []
    found: list[Act] = []
    for slot_after in (slot, *doing.slots):
        for index in sanctions_in(scene, slot_after):
            if index <= made.phrase.head or any(act.phrase and act.phrase.head == index for act in found):
                continue
            phrase = read_phrase(scene, index)
            between = {scene.word(at) for at in range(made.phrase.head, index)}
            joined = scene.kind(phrase.first - 1) == "and" and between.isdisjoint(_EXAMPLES)
            own = [agent for agent in phrase.targets if agent.key not in told]
            if not (joined and own) or phrase.blocked or phrase.negated or phrase.nominal is not None:
                continue
            if phrase.participle is not None or phrase.relative is not None:
                continue
            made.after = min(made.after, phrase.first)
            other = replace(made, targets=own, phrase=phrase, first=phrase.first, after=phrase.after)
            other.noun, other.heads = scene.nodes[index].value, [index]
            made.heads = [head for head in made.heads if head != index]
            found.append(other)
    return found


_EXAMPLES: Final = frozenset({"including", "such", "incluido", "incluida", "dont", "notamment", "darunter"})


def _exposed(scene: Scene, doing: Doing) -> bool:
    """ "sieht sich Sanktionen ausgesetzt": nothing is suspended; "setzte sich für Sanktionen ein": a view."""
    if any(cue.lemma == "ein|setzen" for cue in doing.verb.cues):
        return "sich" in scene.line.words and any(slot.prep in ("für", "gegen") for slot in doing.slots)
    if doing.verb.have or not any(cue.lemma == "aus|setzen" for cue in doing.verb.cues):
        return False
    first = next((slot for slot in doing.slots if not slot.prep), None)
    return "n" in doing.verb.letters and first is not None and not sanctions_in(scene, first)


def _objects(doing: Doing) -> list[Slot]:
    """The object; where a phrase stands before it ("imposed on Iran a set of sanctions"), that phrase too."""
    if doing.things is not None or doing.verb.passive:
        return [doing.things] if doing.things is not None else []
    return [slot for slot in doing.slots[:3] if slot.prep]


def _act_on(scene: Scene, doing: Doing, value: str, phrase: SanctionsPhrase, slot: Slot) -> Act:
    action = new_or_more(phrase) if value == "impose" else partly(phrase, value)
    targets = list(phrase.targets) or ([] if value == "evade" else _aimed_at(scene, doing, phrase, slot))
    first = min(doing.at, slot.first, phrase.first)
    after = max(
        doing.at + 1,
        phrase.after,
        max((s.after for s in doing.slots[:3]), default=0) if not phrase.targets else 0,
    )
    if action == "enforce" and targets and doing.agents and not phrase.definite:
        named = scene.nodes[phrase.head].value not in ("sanctions", "other")
        action = "impose" if named else action  # "will enforce asset freezes on three generals"
    senders = list(doing.agents) or ([] if action == "evade" else list(phrase.senders))
    return Act("verb with sanctions", doing.at, action, doing.frame, senders, targets, phrase, first, after,
               noun=scene.nodes[phrase.head].value, heads=sanctions_in(scene, slot))  # fmt: skip


def _aimed_at(scene: Scene, doing: Doing, phrase: SanctionsPhrase, slot: Slot) -> list[Agent]:
    """Whom a later phrase of the clause is aimed at: "imposed sanctions last week on three banks"."""
    keys = {agent.key for agent in doing.agents}
    cue = doing.verb.cue("act")
    cue_is_relief = cue is not None and cue.value not in ("impose", "tighten")
    joined = scene.kind(phrase.head + 1) in ("and", "comma")
    tail = [Slot("on", phrase.head + 1, slot.after)] if joined and slot.after > phrase.head + 1 else []
    for part in [*tail, *doing.slots]:
        before = part.first <= phrase.head and part.prep != "on" and part.after <= phrase.head
        if part is slot or part.prep not in _AIMED or (before and part.prep not in _AGAINST):
            continue
        found = [agent for agent in whom(scene, part) if agent.key not in keys]
        if found and part.after <= phrase.head and cue_is_relief and found[0].form == "capital":
            continue  # "ont levé dimanche à Libreville les sanctions"
        if found:
            return found
    return _dealt_with(scene, doing, phrase, keys)


def _dealt_with(scene: Scene, doing: Doing, phrase: SanctionsPhrase, keys: set[str]) -> list[Agent]:
    """ "restrictions on dealings with North Korea": whoever the forbidden trade is with."""
    for part in doing.slots:
        if part.first > phrase.head and part.prep in _TRADED_WITH and _of_trade(scene, phrase, part):
            found = [agent for agent in whom(scene, part) if agent.key not in keys and agent.kind in _TRADING]
            if found:
                return found
    return []


def _of_trade(scene: Scene, phrase: SanctionsPhrase, part: Slot) -> bool:
    """Whether a trade is told between the sanctions and the phrase ("restrictions on dealings with")."""
    if scene.line.language != "en":
        return True
    near = range(max(phrase.head, part.first - 6), part.first - 1)
    return any(scene.nodes[at].has("goods") or scene.word(at) in _TRADE for at in near)


_TRADE: Final = frozenset({
    "dealings", "trade", "transactions", "business", "ties", "contacts", "commerce", "cooperation",
    "exports", "imports", "sales", "shipments", "investment", "investments", "transfers", "flights",
    "travel", "oil", "gas", "coal", "goods", "technology", "equipment", "services", "purchases", "exporting",
    "trading", "remittances", "products", "materials", "supplies", "deliveries",
})  # fmt: skip


def forbids_trade(scene: Scene, at: int) -> bool:
    """Whether a verb that may block a decision has a trade right after it ("vetar las importaciones")."""
    verb = scene.nodes[at].verb
    if verb is None or verb.cue("prohibit") is None:
        return False
    return any(
        scene.nodes[index].has("goods") or scene.line.has(scene.nodes[index].start, "goods")
        for index in range(at + 1, min(len(scene.nodes), at + 3))
    )


def announcing(scene: Scene, doing: Doing) -> list[Act]:
    """A verb that only says how far they have come: announced, agreed on, threatened, proposed, vetoed."""
    cue = doing.verb.cue("govern")
    if cue is None or cue.lemma in NO_OBJECT or cue.value == "refused" or doing.verb.cue("act") is not None:
        return []
    threat = _threatening(scene, doing) if cue.value == "threatened" and scene.line.language == "de" else None
    if threat is not None:
        return [threat]
    things = None if _vetoes_trade(scene, doing) else _agreed_on(scene, doing)
    if things is None or doing.frame.view is not None or doing.verb.gerund:
        return []
    head = next(iter(sanctions_in(scene, things)), None)
    if head is None or any(
        scene.kind(at) in ("nominal", "stagenoun", "issue", "verb") or scene.nodes[at].has("judgement")
        for at in range(doing.at + 1, head)
    ):
        return []  # "considera ilegítimas las sanciones" is a judgement
    phrase = read_phrase(scene, head)
    if phrase.blocked or phrase.negated or phrase.nominal is not None or phrase.listed:
        return []
    made = _act_on(scene, doing, "impose", phrase, things)
    stage = "rejected" if cue.value == "rejected" else compose(cue.value, doing.frame.stage)
    if stage == "adopted" and cue.lemma in _PASSING and _one_chamber(doing.agents):
        stage = "proposed"
    made.rule, made.frame = "stage verb with sanctions", replace(doing.frame, stage=stage)
    if doing.frame.negated and cue.lemma in _FOUND:
        made.frame = replace(doing.frame, stage="considered", negated=False)  # ruling 12: failed to agree
    return [made]


def _one_chamber(agents: list[Agent]) -> bool:
    """ "The Senate passed sanctions on Russia": a bill until the other chamber has passed it, too."""
    return bool(agents) and all(agent.name.endswith(_CHAMBERS) for agent in agents)


_CHAMBERS: Final = ("Senate", "House of Representatives")
_PASSING: Final = frozenset({"pass", "approve", "adopt"})
_FOUND: Final = frozenset({
    "einigen", "verständigen", "agree", "agree on", "reach agreement on", "reach an agreement on",
    "reach a deal on", "reach consensus on", "reach a consensus on", "find agreement on", "find consensus on",
})  # fmt: skip


def _vetoes_trade(scene: Scene, doing: Doing) -> bool:
    """ "vetar las importaciones de oro" forbids them."""
    cue = doing.verb.cue("govern")
    return cue is not None and cue.value == "rejected" and forbids_trade(scene, doing.at)


def _threatening(scene: Scene, doing: Doing) -> Act | None:
    """ "drohte der Türkei mit harten Sanktionen", "hat Mali Sanktionen angedroht": whom it is said to."""
    keys = {agent.key for agent in doing.agents}
    part = next(
        (slot for slot in doing.slots if slot.prep in ("mit", "") and sanctions_in(scene, slot)), None
    )
    if part is None or doing.frame.view is not None or doing.verb.passive:
        return None
    phrase = read_phrase(scene, sanctions_in(scene, part)[0])
    if phrase.blocked or phrase.negated or phrase.listed:
        return None
    told = [slot for slot in doing.slots if not slot.prep and slot is not part]
    others = [slot for slot in told if keys.isdisjoint(_keys(scene, slot))]
    seated = [slot for slot in doing.slots if slot.prep == "in"]  # "der Führung in Caracas"
    whoever = [agent.speaks_for or agent for slot in others for agent in whom(scene, slot)]
    whoever = whoever or [agent for slot in seated[:1] for agent in whom(scene, slot)]
    action = new_or_more(phrase)
    if phrase.nominal is not None:
        action = scene.nodes[phrase.nominal].value
    made = _act_on(scene, doing, "impose", phrase, part)
    made.action, made.targets = action, list(phrase.targets) or whoever
    made.rule, made.frame = "threatened with sanctions", replace(doing.frame, stage="threatened")
    return made


def _keys(scene: Scene, slot: Slot) -> set[str]:
    return {agent.key for at in range(slot.first, slot.after) if (agent := scene.nodes[at].agent) is not None}


def _agreed_on(scene: Scene, doing: Doing) -> Slot | None:
    """The object; German "einigten sich auf Sanktionen", "berieten über" have it after a preposition."""
    things = doing.things
    if scene.line.language != "de" or (things is not None and sanctions_in(scene, things)):
        return things
    found = (
        slot for slot in doing.slots if slot.prep in ("auf", "über", "für") and sanctions_in(scene, slot)
    )
    return next(found, things)


def on_the_same(scene: Scene, doing: Doing) -> list[Act]:
    """The sanctions told last, taken up by a pronoun or a plain noun ("lifted those measures")."""
    cue = doing.verb.cue("act")
    last = scene.last_act
    if cue is None or last is None or cue.value == "impose" or cue.lemma == "leave":
        return []
    thing = doing.things
    clitic = scene.line.language in ("es", "fr") and scene.word(doing.at - 1) in _CLITICS
    if not clitic and (
        thing is None
        or thing.after - thing.first > 6
        or not any(_stands_for(scene, index) for index in range(thing.first, thing.after))
    ):
        return []
    aimed = (
        whom(scene, part, plain=not doing.verb.passive)
        for part in doing.slots
        if part.prep in _AIMED - _LOOSELY
    )
    targets = next((found for found in aimed if found), last.targets)
    made = Act("verb with the same", doing.at, cue.value, doing.frame, list(doing.agents), list(targets))
    made.first, made.after = doing.at, doing.at + 1
    if thing is not None and not clitic:
        made.first, made.after = min(doing.at, thing.first), max(doing.at + 1, thing.after)
    made.measure = last.own_measure
    made.again = True
    return [made]


def _stands_for(scene: Scene, index: int) -> bool:
    node = scene.nodes[index]
    return node.has("measureword") or (
        node.kind == "pronoun" and node.value in ("they", "them") and scene.word(index) in _THEM
    )


def with_sanctions(scene: Scene, doing: Doing) -> list[Act]:
    """ "Die USA hatten die Ölkonzerne Rosneft und Lukoil mit Sanktionen belegt"."""
    if doing.verb.cue("hit") is None:
        return []
    part = next((slot for slot in doing.slots if slot.prep in _WITH and sanctions_in(scene, slot)), None)
    answers = any(cue.lemma in ANSWERING for cue in doing.verb.cues)
    if part is None or (doing.things is None and not answers):
        return []
    heads = sanctions_in(scene, part)
    phrase = read_phrase(scene, heads[0])
    keys = {agent.key for agent in doing.agents}
    objects = [] if answers else [slot for slot in doing.parts if not slot.prep]
    targets = [agent for slot in objects for agent in whom(scene, slot) if agent.key not in keys]
    targets = targets or list(phrase.targets)
    told_before = any(_stands_for_somebody(scene, slot) for slot in objects)
    if phrase.blocked or phrase.nominal is not None or not (targets or answers or told_before):
        return []
    made = act_of("hit with sanctions", doing, new_or_more(phrase), targets)
    made.phrase, made.heads = phrase, heads
    made.after = max(made.after, part.after)
    return [made]


def _stands_for_somebody(scene: Scene, slot: Slot) -> bool:
    """ "hatte das Land mit Strafmaßnahmen belegt": whoever was told before."""
    return any(
        scene.kind(at) == "anaphor"
        or (scene.kind(at) == "pronoun" and scene.nodes[at].value in ("them", "they"))
        for at in range(slot.first, slot.after)
    )
