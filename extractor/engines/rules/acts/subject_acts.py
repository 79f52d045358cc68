"""Acts told by a verb with the sanctions as its subject: "sanctions were imposed", "will remain"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extractor.engines.rules.acts.act import Act, made, new_or_more, partly, with_subject
from extractor.engines.rules.acts.governed_acts import by_verb
from extractor.engines.rules.acts.measures import SanctionsPhrase
from extractor.engines.rules.clauses.lists import agents_after
from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.clauses.subjects import Subject, by_phrase, clause_start
from extractor.engines.rules.frames.frame import Frame, View
from extractor.engines.rules.frames.frames import lift
from extractor.engines.rules.frames.stage import compose
from extractor.engines.rules.who.agents import Agent

__all__ = ["as_subject", "verb_last"]


def as_subject(scene: Scene, phrase: SanctionsPhrase) -> Act | None:
    index = (
        _german_end(scene, phrase.after) if scene.line.language == "de" else _over_rest(scene, phrase.after)
    )
    while scene.kind(index) in ("quote",) or (
        scene.kind(index) == "opener" and scene.word(index) in ("which", "that")
    ):
        index += 1
    if (
        scene.kind(index) == "comma"
        and scene.kind(index + 1) == "opener"
        and scene.word(index + 1) == "which"
    ):
        index += 2
    node = scene.nodes[index] if index < len(scene.nodes) else None
    if node is None or node.verb is None or not _is_subject(scene, phrase):
        return None
    verb = node.verb
    if verb.passive and (verb.cue("stance") is not None):
        return _received(scene, phrase, index)
    if verb.passive or (verb.modal == "should" and verb.cue("act")):
        return _passive(scene, phrase, index)
    if verb.to and verb.cue("intransitive") is not None:
        cue = verb.cue("intransitive")
        assert cue is not None
        return made("sanctions to stay", index, cue.value, Frame("committed", top=index), phrase)
    return _intransitive(scene, phrase, index)


def _over_rest(scene: Scene, index: int) -> int:
    """Over what is left of a list of targets ("Russia's energy exports, and banks") to its verb."""
    at = index
    while at < index + 22 and at < len(scene.nodes):
        kind = scene.kind(at)
        if kind == "verb" and not _inner(scene, at):
            return at
        if kind == "stop" and scene.nodes[at].value not in ("(", ")"):
            break
        at += 1
    return index


def _inner(scene: Scene, at: int) -> bool:
    """A verb of a relative clause or a participle within the phrase ("equipment that can be used for")."""
    verb = scene.nodes[at].verb
    if verb is None or (not verb.letters and scene.kind(at + 1) != "prep"):
        return verb is None
    if verb.bare_participle or verb.infinitive or verb.gerund:
        return True
    before = at - 1
    while before > 0 and (scene.nodes[before].has("adverb") or scene.kind(before) == "pronoun"):
        before -= 1
    return scene.kind(before) == "opener"


def _is_subject(scene: Scene, phrase: SanctionsPhrase) -> bool:
    kind = scene.kind(phrase.first - 1)
    return kind in ("", "opener", "stop", "comma", "quote", "and", "verb", "day", "word") or (
        kind == "prep" and scene.word(phrase.first - 1) in ("for", "as", "with")
    )


def _passive(scene: Scene, phrase: SanctionsPhrase, index: int) -> Act | None:
    verb = scene.nodes[index].verb
    assert verb is not None
    cue = verb.cue("act") or verb.cue("govern")
    inner = _inner_infinitive(scene, index) if cue is None or cue.kind == "govern" else None
    if inner is not None:
        return made("sanctions are to be", inner[0], inner[1], lift(scene, index), phrase)
    if cue is None:
        return None
    frame = lift(scene, index)
    agents = (
        by_phrase(scene, index + 1) or by_phrase(scene, phrase.head + 1) or _von(scene, phrase.head, index)
    )
    if cue.kind == "act":
        action = new_or_more(phrase) if cue.value == "impose" else partly(phrase, cue.value)
        act = made("sanctions are done", index, action, frame, phrase)
    else:
        stage = "rejected" if cue.value == "rejected" else compose(cue.value, frame.stage)
        act = made("sanctions are announced", index, new_or_more(phrase), replace(frame, stage=stage), phrase)
    named = (
        agents_after(scene, index + 2)
        if scene.kind(index + 1) == "prep" and scene.nodes[index + 1].value == "target"
        else None
    )
    if named is not None:
        act = replace(act, targets=[*act.targets, *named.agents], after=max(act.after, named.after))
    return with_subject(act, agents) if agents else act


def _received(scene: Scene, phrase: SanctionsPhrase, index: int) -> Act | None:
    """ "the sanctions were welcomed by Ukraine"."""
    verb = scene.nodes[index].verb
    cue = verb.cue("stance") if verb is not None else None
    holders = by_phrase(scene, index + 1)
    if verb is None or cue is None or verb.negated or not holders:
        return None
    act = made(
        "sanctions were received",
        index,
        "",
        Frame("considered", view=View(cue.value, tuple(holders))),
        phrase,
    )
    act.after = min(len(scene.nodes), index + 3)
    return act


def _inner_infinitive(scene: Scene, index: int) -> tuple[int, str] | None:
    """ "sanctions are expected to be lifted"."""
    verb = scene.nodes[index + 1].verb if index + 1 < len(scene.nodes) else None
    cue = verb.cue("act") if verb is not None and verb.to else None
    return None if cue is None else (index + 1, cue.value)


def _intransitive(scene: Scene, phrase: SanctionsPhrase, index: int) -> Act | None:
    verb = scene.nodes[index].verb
    assert verb is not None
    cue = verb.cue("intransitive")
    if cue is None or cue.value == "start":
        return None
    if cue.lemma == "bleiben" and not _in_place(scene, index):
        return None  # "das Embargo bleibe notwendig": what somebody thinks of it
    frame = lift(scene, index)
    if cue.value == "maintain" and not verb.modal and "d" in verb.letters:
        return None  # "sanctions remained": a state of things, nobody's act
    if cue.value == "lapse" and (verb.modal or frame.negated or "d" not in verb.letters):
        return None
    return made("sanctions last", index, cue.value, replace(frame, subject=Subject()), phrase)


_IN_PLACE: Final = frozenset({"kraft", "bestehen", "erhalten", "gültig", "unverändert", "unangetastet"})


def _in_place(scene: Scene, index: int) -> bool:
    """German: "bleiben in Kraft", "bleiben bestehen", to the end of the clause."""
    words = scene.line.words[scene.nodes[index].start : scene.nodes[index].after + 14]
    return not _IN_PLACE.isdisjoint(words)


def verb_last(scene: Scene, phrase: SanctionsPhrase) -> Act | None:
    """German: "hat neue Sanktionen gegen Russland verhängt", the verb at the clause's end."""
    if scene.line.language != "de" or scene.kind(phrase.first - 1) == "prep":
        return None
    index = _german_end(scene, phrase.after)
    verb = scene.nodes[index].verb if index < len(scene.nodes) else None
    if verb is None or verb.passive or not verb.letters:
        return None
    act = by_verb(scene, phrase, index)
    if act is None:
        return None
    agents = _german_subject(scene, phrase.first)
    if act.view is not None:
        return replace(act, frame=replace(act.frame, view=replace(act.view, holders=tuple(agents))))
    return replace(act, senders=agents or act.senders)


def _german_subject(scene: Scene, before: int) -> list[Agent]:
    """The first agent of the clause that no preposition governs."""
    for at in range(clause_start(scene, before), before):
        node = scene.nodes[at]
        if node.agent is None or node.span is None or node.span.possessive or node.span.adjectival:
            continue
        lead = at - 1
        while scene.kind(lead) == "det":
            lead -= 1
        if scene.kind(lead) != "prep":
            return [node.agent]
    return []


def _german_end(scene: Scene, index: int) -> int:
    """The verb at the end of a German clause."""
    for at in range(index, min(len(scene.nodes), index + 14)):
        if scene.kind(at) in ("stop", "opener", "comma"):
            break
        if scene.kind(at) == "verb":
            return at
    return index


def _von(scene: Scene, first: int, after: int) -> list[Agent]:
    """German: "wurden von der EU verschärft"."""
    for at in range(first, after):
        if scene.word(at) in ("von", "vom") and scene.kind(at) == "prep":
            return agents_after(scene, at + 1).agents
    return []
