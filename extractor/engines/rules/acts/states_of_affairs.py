"""Sanctions told by what has come of them: "is under", "has an embargo on", "took effect", "target three"."""

from __future__ import annotations

from typing import Final

from extractor.engines.rules.acts.act import Act
from extractor.engines.rules.acts.answering import ANSWERING
from extractor.engines.rules.acts.in_breach import in_breach
from extractor.engines.rules.acts.measures import SanctionsPhrase, read_phrase
from extractor.engines.rules.clauses.german import german_slots, german_subject
from extractor.engines.rules.clauses.lists import agents_after
from extractor.engines.rules.clauses.named import members_of
from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.clauses.slots import clause_end
from extractor.engines.rules.clauses.subjects import clause_start, subject_of
from extractor.engines.rules.frames.conditions import conditional
from extractor.engines.rules.frames.frame import Frame
from extractor.engines.rules.frames.frames import lift
from extractor.engines.rules.who.agents import Agent
from extractor.schemas import terms

__all__ = ["standing"]

_UNDER: Final = frozenset({"under", "bajo", "sous", "unter", "subject to"})


_EXPOSED: Final = frozenset({
    "exposed", "subject", "subjected", "expuestos", "expuestas", "sujetos", "sujetas", "exposés",
    "exposées", "soumis", "soumises", "soumise", "exposée", "visée", "visé", "visés", "visées", "sujeta",
    "sujeto", "sometida", "sometido", "sometidas", "sometidos",
})  # fmt: skip


def standing(scene: Scene, claimed: set[int]) -> list[Act]:
    """Acts told by what has come of them, for sanctions that no verb of doing has used."""
    acts: list[Act] = []
    if "strong" not in scene.line.kinds:
        return acts
    for index, node in enumerate(scene.nodes):
        if node.kind == "sanctions" and index not in claimed and node.has("strong"):
            phrase = read_phrase(scene, index)
            found = (
                _under(scene, phrase)
                or _faced(scene, phrase)
                or in_breach(scene, phrase)
                or _had(scene, phrase)
                or _in_force(scene, phrase)
                or _hitting(scene, phrase)
            )
            if found is not None:
                found.heads = [index]
                acts.append(found)
    return acts


def _under(scene: Scene, phrase: SanctionsPhrase) -> Act | None:
    """ "has been under EU sanctions since 2014": whoever imposes them does so to the subject."""
    prep = phrase.first - 1
    exposed = prep > 1 and scene.word(prep) in ("to", "a", "à") and scene.word(prep - 1) in _EXPOSED
    objects = [at for at in range(max(1, prep - 1), prep + 2) if scene.word(at) in _OBJECT]
    if objects:
        return _object_of(scene, phrase, objects[-1])
    if prep < 1 or not (exposed or scene.word(prep) in _UNDER) or phrase.blocked:
        return None
    at = prep - 1
    while (
        at > 0
        and scene.nodes[at].verb is None
        and scene.kind(at) in ("word", "day", "modifier", "prep", "det")
    ):
        at -= 1
    verb = scene.nodes[at].verb
    if verb is None or not verb.finite or verb.negated or (verb.modal and not exposed):
        return None
    coming = any(cue.lemma in _COMING for cue in verb.cues)
    if verb.letters and not (coming and "d" in verb.letters + "d" * bool(verb.have)):
        return None
    targets = [agent for agent in subject_of(scene, at).agents if agent.office != "nobody"]
    targets = targets or members_of(scene, clause_start(scene, at), at, plain=True).agents
    if not targets:
        return None
    stage: terms.StageName = "threatened" if verb.modal else "adopted"
    senders = list(phrase.senders) or _given_by(scene, phrase.after)
    act = Act("is under sanctions", at, "impose", Frame(stage, top=at), senders, targets, phrase)
    act.first, act.after = max(0, at - 1), phrase.after
    return act


_OBJECT: Final = frozenset({"objet", "objeto"})


def _object_of(scene: Scene, phrase: SanctionsPhrase, noun: int) -> Act | None:
    """ "font l'objet de sanctions américaines", "son objeto de sanciones": as "are under sanctions"."""
    at = noun - 1
    while at > 0 and scene.kind(at) == "det":
        at -= 1
    verb = scene.nodes[at].verb
    if verb is None or not verb.finite or verb.negated or verb.modal:
        return None
    if scene.kind(at - 1) in ("pronoun", "anaphor"):
        return None  # "ils font l'objet de": of those told before
    targets = [agent for agent in subject_of(scene, at).agents if agent.office != "nobody"]
    targets = targets or members_of(scene, clause_start(scene, at), at, plain=True).agents
    if not targets:
        return None
    act = Act(
        "is under sanctions", at, "impose", Frame("adopted", top=at), list(phrase.senders), targets, phrase
    )
    act.first, act.after = max(0, at - 1), phrase.after
    return act


_HURTING: Final = frozenset({"hit", "strike"})
_LISTED: Final = frozenset(
    {"person", "company", "vessel", "group", "armed_group", "government_body", "other"}
)
_COMING: Final = frozenset({"come", "fall"})  # "came under sanctions"


def _given_by(scene: Scene, at: int) -> list[Agent]:
    """ "sanctions from Canada": whose they are."""
    if scene.kind(at) != "prep" or scene.word(at) not in ("from", "by"):
        return []
    return [agent for agent in agents_after(scene, at + 1).agents if agent.states_itself]


def _faced(scene: Scene, phrase: SanctionsPhrase) -> Act | None:
    """ "Thirty officials will face sanctions from Canada"."""
    at = phrase.first - 1
    verb = scene.nodes[at].verb if at > 0 else None
    if verb is None or not any(cue.lemma == "face" for cue in verb.cues):
        return None
    senders = list(phrase.senders) or _given_by(scene, phrase.after)
    hung = verb.modal not in ("", "will") or verb.semi in ("considered", "negative") or verb.infinitive
    if verb.negated or hung or phrase.blocked or phrase.nominal is not None or not senders:
        return None
    if not verb.finite and not verb.gerund:
        return None
    targets = members_of(scene, clause_start(scene, at), at, plain=True).agents
    keys = {agent.key for agent in senders}
    targets = [agent for agent in targets if agent.key not in keys]
    if not targets or conditional(scene, at):
        return None
    stage: terms.StageName = "committed" if verb.modal == "will" else "adopted"
    act = Act("faces sanctions", at, "impose", Frame(stage, top=at), senders, targets, phrase)
    act.first, act.after = max(0, at - 1), phrase.after
    return act


def _had(scene: Scene, phrase: SanctionsPhrase) -> Act | None:
    """ "The European Union has its own arms embargo on Sudan"."""
    at = phrase.first - 1
    verb = scene.nodes[at].verb if at > 0 else None
    if (
        verb is None
        or verb.letters
        or verb.be
        or not verb.have
        or verb.negated
        or verb.modal
        or not phrase.targets
    ):
        return None
    agents = [agent for agent in subject_of(scene, at).agents if agent.states_itself]
    if not agents or phrase.blocked:
        return None
    act = Act("has sanctions", at, "impose", Frame("adopted", top=at), agents, list(phrase.targets), phrase)
    act.first, act.after = at, phrase.after
    return act


def _in_force(scene: Scene, phrase: SanctionsPhrase) -> Act | None:
    """ "An arms embargo on all of Yugoslavia has been in effect since 1991", "took effect in July 2012"."""
    if phrase.blocked or phrase.nominal is not None:
        return None
    entered = (
        _taking_force(scene, phrase) or _launched(scene, phrase) if scene.line.language == "de" else None
    )
    if entered is not None:
        return entered
    for at in range(phrase.after, min(len(scene.nodes) - 1, phrase.after + 6)):
        node = scene.nodes[at]
        if node.kind in ("stop", "opener"):
            return None
        verb = node.verb
        if verb is None or verb.bare_participle:
            continue
        since = not verb.letters and verb.finite and scene.nodes[at + 1].has("inforce")
        cue = verb.cue("intransitive")
        began = cue is not None and cue.value == "start" and not verb.modal and set(verb.letters) & set("dn")
        if verb.negated or verb.modal or not (since or began):
            return None
        act = Act(
            "is in force",
            at,
            "impose",
            Frame("adopted", top=at),
            list(phrase.senders),
            list(phrase.targets),
            phrase,
        )
        act.first, act.after = phrase.first, at + 2
        return act
    return None


_ENTERING: Final = frozenset({"treten", "tritt", "trat", "traten", "getreten", "trete"})
_ENTERED: Final = frozenset({"trat", "traten", "getreten"})


def _taking_force(scene: Scene, phrase: SanctionsPhrase) -> Act | None:
    """ "Die Sanktionen gegen Belarus treten am Dienstag in Kraft", whatever stands between."""
    if not phrase.targets or scene.kind(phrase.first - 1) == "prep":
        return None
    end = next(
        (i for i in range(phrase.head + 1, len(scene.nodes)) if scene.kind(i) in ("stop", "opener", "comma")),
        len(scene.nodes),
    )
    at = next((i for i in range(phrase.head + 1, end) if scene.nodes[i].has("inforce")), None)
    words = [scene.word(i) for i in range(phrase.head + 1, end)]
    if at is None or _ENTERING.isdisjoint(words) or "nicht" in words:
        return None
    stage: terms.StageName = "committed" if _ENTERED.isdisjoint(words) else "adopted"
    act = Act(
        "is in force", at, "impose", Frame(stage, top=at), list(phrase.senders), list(phrase.targets), phrase
    )
    act.first, act.after = phrase.first, at + 1
    return act


_LAUNCHING: Final = frozenset({"gebracht", "bringt", "brachte", "brachten", "bringen"})
_CLEARING: Final = frozenset({"freigemacht", "geebnet", "ebnete", "ebneten", "ebnet", "frei"})


def _launched(scene: Scene, phrase: SanctionsPhrase) -> Act | None:
    """ "hat neue Sanktionen auf den Weg gebracht", "haben den Weg für Sanktionen freigemacht"."""
    first = clause_start(scene, phrase.first)
    end = next(
        (i for i in range(phrase.head + 1, len(scene.nodes)) if scene.kind(i) in ("stop", "opener")),
        len(scene.nodes),
    )
    weg = next((i for i in range(first, end) if scene.word(i) == "weg"), None)
    if weg is None or not phrase.targets:
        return None
    on_its_way = scene.word(weg - 2) == "auf"
    wanted = _LAUNCHING if on_its_way else _CLEARING
    at = next((i for i in range(first, end) if scene.word(i) in wanted), None)
    led = scene.word(phrase.first - 1) == "für"
    words = {scene.word(i) for i in range(first, end)}
    if at is None or on_its_way == led or not words.isdisjoint({"nicht", "will", "wollen", "könnte"}):
        return None
    senders = [
        one for one in german_subject(scene, german_slots(scene, at)) if one.states_itself or one.office
    ]
    frame = Frame("committed", top=at)
    action = "tighten" if "more" in phrase.modifiers and "new" not in phrase.modifiers else "impose"
    act = Act("launched", at, action, frame, senders or list(phrase.senders), list(phrase.targets), phrase)
    act.first, act.after = min(phrase.first, at), max(phrase.after, at + 1)
    return act


_SUFFERING: Final = frozenset({
    "population", "people", "civilians", "economy", "civilian population", "population civile", "peuple",
    "civils", "économie", "población", "población civil", "pueblo", "economía", "civiles", "bevölkerung",
    "zivilbevölkerung", "wirtschaft", "ordinary people", "innocents", "consommateurs", "ménages",
})  # fmt: skip


def _hitting(scene: Scene, phrase: SanctionsPhrase) -> Act | None:
    """ "The sanctions target three companies based in Dubai"."""
    at = phrase.after
    while at < len(scene.nodes) and scene.kind(at) in ("comma", "word", "day"):
        at += 1
    verb = scene.nodes[at].verb if at < len(scene.nodes) else None
    if (
        verb is None
        or verb.cue("hit") is None
        or verb.passive
        or verb.negated
        or phrase.blocked
        or verb.gerund
        or phrase.nominal is not None
        or any(cue.lemma in ANSWERING for cue in verb.cues)
    ):
        return None
    if scene.kind(phrase.first - 1) in ("prep", "verb"):
        return None
    targets = members_of(scene, at + 1, clause_end(scene, at + 1), plain=True).agents
    if scene.line.language == "de":  # nouns have capitals: "vor allem" is nobody
        targets = [agent for agent in targets if not agent.name.islower()]
    listed = any(agent.kind in _LISTED for agent in targets)
    if not targets or (not listed and any(cue.lemma in _HURTING for cue in verb.cues)):
        return None  # "EU sanctions hit Russian oil exports": their effect
    if targets[0].kind == "other" and targets[0].name.casefold() in _SUFFERING:
        return None  # "sanctions hit the population": what they do, not whom they name
    stage = lift(scene, at).stage if verb.auxiliaries or verb.modal else "adopted"  # "sanctions target"
    act = Act("sanctions hit whom", at, "impose", Frame(stage, top=at), list(phrase.senders), targets, phrase)
    act.first, act.after = phrase.first, at + 3
    return act
