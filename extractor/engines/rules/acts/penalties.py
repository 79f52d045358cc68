"""Fines, seizures, prosecutions and settlements for breach of sanctions (ruling 7)."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extractor.engines.rules.acts.act import Act
from extractor.engines.rules.acts.act_of_doing import act_of, whom
from extractor.engines.rules.clauses.german import clause_verb, german_slots, german_subject
from extractor.engines.rules.clauses.named import members_of
from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.clauses.slots import clause_end
from extractor.engines.rules.clauses.subjects import by_phrase, clause_start, previous_finite, subject_of
from extractor.engines.rules.frames.doing import Doing
from extractor.engines.rules.frames.frame import Frame
from extractor.engines.rules.who.agents import Agent

__all__ = ["penalties", "punishing"]

_UPON: Final = frozenset({"with", "on", "against", "contra", "à", "gegen", "mit", "a", "contre"})
_OWNED_UP: Final = frozenset({
    "plead guilty", "settle", "pay", "agree to pay", "admit", "accepter de payer", "plaider coupable",
    "accepter de régler", "aceptar pagar", "declararse culpable", "aceptar el pago de",
})  # fmt: skip


def punishing(scene: Scene, doing: Doing) -> list[Act]:
    """A fine, seizure or prosecution for breach (ruling 7): the sentence tells the sanctions broken."""
    cue = doing.verb.cue("penalise")
    if cue is None or (doing.verb.gerund and not doing.agents):
        return []
    if not _breach(scene, doing.at) or _condemned_in_words(scene, doing):
        return []
    own = cue.lemma in _OWNED_UP
    if own:
        targets = list(doing.frame.subject.agents)
        targets = targets or members_of(scene, clause_start(scene, doing.at), doing.at, plain=True).agents[:1]
        paid_to = [agent for agent in targets if agent.kind == "government_body"]
        if paid_to and cue.lemma == "settle":
            targets = _paying(scene, doing.at, min(len(scene.nodes), doing.at + 8))
        made = act_of("paid for breach", doing, "enforce", targets)
        made.senders = paid_to or _authority(scene, doing.at)
        if doing.verb.to:  # "has agreed to remit $3 million to settle": the settlement stands
            made.frame = replace(made.frame, stage="adopted", unsure=False)
    else:
        targets = whom(scene, doing.things, plain=not doing.verb.passive) if doing.things is not None else []
        targets = _after_authority(scene, doing, targets)
        made = act_of("penalised for breach", doing, "enforce", targets)
    made.targets = [agent for agent in targets if agent.kind != "state"]
    return [made] if made.targets else []


def _condemned_in_words(scene: Scene, doing: Doing) -> bool:
    """ "a condamné les nouvelles sanctions", "condenó la medida": what is condemned is no culprit."""
    if doing.verb.passive or doing.things is None or doing.verb.cue("stance") is None:
        return False
    condemned = scene.nodes[doing.things.first : doing.things.after]
    somebody = any(node.kind == "agent" or node.has("body") or node.has("designee") for node in condemned)
    return not somebody or any(node.kind == "sanctions" or node.has("measureword") for node in condemned)


def _authority(scene: Scene, at: int) -> list[Agent]:
    """ "OFAC reports that a bank has agreed to pay": the authority that makes the settlement known."""
    before = previous_finite(scene, at)
    while before is not None:
        verb = scene.nodes[before].verb
        found = [agent for agent in subject_of(scene, before).agents if agent.kind == "government_body"]
        if verb is not None and found and not verb.negated:
            telling = verb.cue("speech") or any(cue.lemma in _TELLING for cue in verb.cues)
            return found if telling else []
        before = previous_finite(scene, before)
    return []


_TELLING: Final = frozenset({"announce", "report", "disclose", "reveal", "publish"})


def _after_authority(scene: Scene, doing: Doing, targets: list[Agent]) -> list[Agent]:
    """German: "Ein Gericht verurteilte …": a subject that is no known agent is the authority."""
    first = next((slot for slot in doing.slots if not slot.prep), None)
    german = scene.line.language == "de" and not doing.verb.passive
    if not german or doing.agents or first is None or first.prep or first is doing.things:
        return targets
    doing.agents = whom(scene, first, plain=True)
    keys = {agent.key for agent in doing.agents}
    return [agent for agent in targets if agent.key not in keys]


def _breach(scene: Scene, at: int) -> bool:
    """The sanctions that were broken: told after the verb, or with a word for breach in the sentence."""
    for index, node in enumerate(scene.nodes):
        if node.has("breachword") or (node.kind == "sanctions" and index > at + 1):
            return True
        if (
            node.verb is not None
            and node.verb.bare_participle
            and node.verb.cue("list") is not None
            and index != at
        ):
            return True
        if any(cue.kind == "list" and "n" in cue.form for cue in node.cues):
            return True
    return False


def penalties(scene: Scene) -> list[Act]:
    """ "announced a settlement with Calder Point for apparent violations", "verhängte ein Bußgeld gegen"."""
    if "penaltynoun" not in scene.line.kinds:
        return []
    if not any(node.has("breachword") or node.kind == "sanctions" for node in scene.nodes):
        return []
    found = (_penalty(scene, index) for index, node in enumerate(scene.nodes) if node.has("penaltynoun"))
    return [act for act in found if act is not None]


def _penalty(scene: Scene, noun: int) -> Act | None:
    before = clause_verb(scene, noun) if scene.line.language == "de" else previous_finite(scene, noun)
    verb = scene.nodes[before].verb if before is not None else None
    if before is None or verb is None or verb.negated or verb.modal in ("could", "should", "would"):
        return None
    senders = by_phrase(scene, before) if verb.passive else _acting(scene, before)
    keys = {agent.key for agent in senders}
    after = min(len(scene.nodes), noun + 8)
    if scene.word(noun) in _OF_WHOM | _CHARGES and not any(cue.lemma in _BRINGING for cue in verb.cues):
        return None
    targets = [
        agent
        for agent in _fined(scene, before, noun, after)
        if agent.key not in keys and agent.kind not in ("state", "intl_org")
    ]
    if not targets or not senders:
        return None
    act = Act("a penalty for breach", before, "enforce", Frame("adopted", top=before), list(senders), targets)
    act.first, act.after = min(before, noun), max(after, before + 1)
    return act


_OF_WHOM: Final = frozenset({"seizure", "forfeiture", "confiscation"})  # "the seizure of two tankers"
_CHARGES: Final = frozenset({"charges", "criminal"})
_BRINGING: Final = frozenset({"announce", "bring", "file", "unseal", "lay", "order", "confirm", "unveil"})


def _fined(scene: Scene, verb_at: int, noun: int, after: int) -> list[Agent]:
    """Whom the fine is on; German: "hat gegen die Börse eine Geldstrafe verhängt", before its noun too."""
    if scene.word(noun) in _OF_WHOM and scene.word(noun + 1) == "of":
        return members_of(scene, noun + 2, clause_end(scene, noun + 2), plain=True).agents
    if scene.line.language != "de" or verb_at < noun:
        return _paying(scene, verb_at, after)
    slots = [slot for slot in german_slots(scene, verb_at) if slot.prep in _UPON]
    return next((found for slot in slots if (found := whom(scene, slot, plain=True))), [])


def _acting(scene: Scene, at: int) -> list[Agent]:
    if scene.line.language == "de":
        found = german_subject(scene, german_slots(scene, at))
        if found:
            return found
    return subject_of(scene, at).agents


def _paying(scene: Scene, first: int, after: int) -> list[Agent]:
    """Whom the first phrase that names somebody names: "with Calder Point", "gegen die Reederei"."""
    for at in range(first, after):
        if scene.kind(at) == "prep" and scene.word(at) in _UPON:
            named = members_of(scene, at + 1, clause_end(scene, at + 1), plain=True).agents
            if named:
                return named
    return []
