"""What an act hangs on: from its verb or noun up to the finite verb of the sentence.

"The EU has agreed to consider extending …": the act's verb is lifted through its governors; on the way they
tell the stage, the negation, who acts, and whether it is an act at all or what somebody wants of others.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extractor.engines.rules.clauses.german import (
    clause_verb,
    comma_before,
    german_slots,
    german_subject,
    lead_of,
)
from extractor.engines.rules.clauses.lists import agents_after, agents_before
from extractor.engines.rules.clauses.named import members_of
from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.clauses.subjects import Subject, clause_start, previous_finite, subject_of
from extractor.engines.rules.frames.conditions import conditional, doubt
from extractor.engines.rules.frames.frame import Frame, View
from extractor.engines.rules.frames.frame_links import asking_before, following_verb, link_before, over_aside
from extractor.engines.rules.frames.stage import compose, stage_of_verb
from extractor.engines.rules.lines.verbs import Verb
from extractor.engines.rules.who.agents import Agent
from extractor.schemas import terms

__all__ = ["lift", "lift_noun", "view_of_verb"]

_DEPTH = 5
_ANNOUNCED: Final = frozenset({"an|kündigen", "bekannt|geben", "verkünden"})  # with an infinitive: to come
_SILENT: Final = frozenset(
    {"condemn", "denounce", "criticize", "criticise", "condenar", "condamner", "verurteilen"}
)
_DECIDING: Final = frozenset(
    {
        "decide",
        "agree",
        "vote",
        "resolve",
        "acordar",
        "decidir",
        "pactar",
        "décider",
        "convenir",
        "beschließen",
    }
    | {"entscheiden", "einigen", "vereinbaren"}
)


def lift(scene: Scene, at: int, depth: int = 0) -> Frame:
    """The frame of the verb at node ``at``."""
    if depth:
        return _lift(scene, at, depth)
    known = scene.frames.get(at)
    if known is None:
        known = scene.frames[at] = _lift(scene, at, 0)
    return known


def _lift(scene: Scene, at: int, depth: int) -> Frame:
    verb = scene.nodes[at].verb
    assert verb is not None
    if depth >= _DEPTH:
        return Frame("considered", unsure=True)
    if verb.finite and not (verb.bare_participle and not set(verb.letters) & set("sd")):
        return _finite(scene, at, verb)
    if verb.gerund:
        return _gerund(scene, at, depth)
    if verb.semi == "negative" and scene.kind(at - 1) == "agent":
        return _finite(scene, at, verb)  # a headline: "EU unable to agree"
    if verb.to or verb.letters == "b" or verb.have == "inf":
        return _done_by_now(scene, at, verb, _infinitive(scene, at, depth))
    return Frame("adopted", top=at, unsure=True)


def _done_by_now(scene: Scene, at: int, verb: Verb, frame: Frame) -> Frame:
    """ "a annoncé avoir gelé": what somebody says to have done is done."""
    told = scene.nodes[at - 1].verb if at else None
    if verb.have != "inf" or "n" not in verb.letters or told is None or not told.finite:
        return frame
    says = (told.cue("speech") or told.cue("govern")) is not None
    return replace(frame, stage="adopted", unsure=False) if says and frame.view is None else frame


def _finite(scene: Scene, at: int, verb: Verb) -> Frame:
    if "opener" in scene.line.kinds and (wish := _wish(scene, at)) is not None:
        return _wished(scene, wish)
    subject = Subject() if verb.passive else _subject(scene, at)
    stage = stage_of_verb(verb, conditional=conditional(scene, at))
    view = View("oppose" if verb.negated else "support", from_source=True) if verb.modal == "should" else None
    thing = scene.nodes[subject.thing] if subject.thing is not None else None
    if (
        subject.thing is not None
        and thing is not None
        and (thing.kind == "stagenoun" or thing.value == "resolution")
    ):
        return replace(_of_paper(scene, subject.thing, verb), view=view)
    short = verb.semi == "negative" and any(cue.lemma in _AGREEING for cue in verb.cues)
    return Frame(stage, verb.negated and not short, subject=subject, view=view, top=at)


_AGREEING: Final = frozenset({"agree", "agree on", "reach"})  # "was unable to agree on": considered still


def _wish(scene: Scene, at: int) -> int | None:
    """ "pidió a la UE que sancione", "plaide pour que l'UE durcisse": the verb of the wish."""
    if scene.line.language not in ("es", "fr"):
        return None
    start = clause_start(scene, at) - 1
    if start < 1 or scene.text(start, start + 1).lower() not in _THAT:
        return None
    before = start - 1
    while before > 0 and start - before < 8 and scene.kind(before) in _ADDRESSED:
        before -= 1
    verb = scene.nodes[before].verb
    return None if verb is None or not _wishes(verb) else before


_THAT: Final = frozenset({"que", "qu'", "pour que", "pour qu'", "para que"})
_ADDRESSED: Final = frozenset({"agent", "det", "prep", "word", "modifier", "day"})


def _wishes(verb: Verb) -> bool:
    asks = verb.cue("call") is not None or verb.cue("appeal") is not None or _rules_out(verb)
    return asks or (verb.cue("want") is not None and verb.cue("speech") is None)


def _rules_out(verb: Verb) -> bool:
    """ "descartó que Chile se sume a las sanciones", "exclut que …"."""
    return any(cue.lemma in ("descartar", "exclure") for cue in verb.cues)


def _wished(scene: Scene, at: int) -> Frame:
    """What others are to do: a view of whoever wishes it, and no act."""
    verb = scene.nodes[at].verb
    assert verb is not None
    cue = verb.cue("appeal") or verb.cue("call")
    demand = cue is not None and cue.value == "demand"
    act: terms.SpeechAct = "demand" if demand else "appeal" if cue is not None else "state"
    holders = tuple(lift(scene, at).subject.agents)
    out = _rules_out(verb)
    if out and verb.negated:
        return Frame("considered", unsure=True, top=at)
    stance = "oppose" if verb.negated or out else "support"
    return Frame("considered", view=View(stance, holders, (), act), top=at)


def _subject(scene: Scene, at: int) -> Subject:
    if scene.line.language == "de":
        agents = german_subject(scene, german_slots(scene, at))
        if agents:
            return Subject(agents)
    return subject_of(scene, at)


def _of_paper(scene: Scene, noun: int, verb: Verb) -> Frame:
    """ "a bill that would impose": who is behind the paper, and how far it has come."""
    frame = lift_noun(scene, noun, 1, subject=True)
    proposed = scene.nodes[noun].value in ("proposed", "resolution") and frame.stage in (
        "adopted",
        "committed",
    )
    made: terms.StageName = "proposed" if proposed else frame.stage
    return replace(frame, stage=made, negated=frame.negated or verb.negated, unsure=False)


# -- infinitives ---------------------------------------------------------------------------------------------
def _infinitive(scene: Scene, at: int, depth: int) -> Frame:  # noqa: PLR0911 - cases in order of precedence, one line each
    if scene.line.language == "de" and (comma := comma_before(scene, at)) is not None:
        return _german_infinitive(scene, comma, at, depth)
    index = link_before(scene, at)
    node = scene.nodes[index] if index >= 0 else None
    if node is None:
        return Frame("considered", top=at, unsure=True)
    if node.kind == "verb" and node.verb is not None and node.verb.letters:
        return _ready(scene, at, index) or _under_verb(scene, index, depth)
    paper = node.value == "resolution" and scene.line.language == "en"
    if node.kind in ("stagenoun", "nominal") or node.has("callnoun") or paper:
        return lift_noun(scene, index, depth + 1)
    if node.kind == "agent" or (node.kind in ("pronoun", "anaphor") and node.value != "its"):
        return _after_agent(scene, at, index, depth)
    if node.has("judgement"):
        stance = next(cue.value for cue in node.cues if cue.kind == "judgement")
        return Frame("considered", view=View(stance, from_source=True), top=index)
    if node.has("adjective"):
        return _under_adjective(scene, index)
    if node.kind == "word" and scene.word(index - 1) == "no":
        return Frame("considered", negated=True, unsure=True, top=at)  # "had no right to reimpose"
    if node.kind == "prep" and scene.word(index) in _AIMING and scene.kind(index - 1) == "stagenoun":
        return lift_noun(scene, index - 1, depth + 1)  # "ont donné leur accord pour sanctionner"
    asked = asking_before(scene, index)
    if asked is not None:
        return _asked(scene, asked, [], depth)
    return _purpose(scene, at, depth)


def _ready(scene: Scene, at: int, above: int) -> Frame | None:
    """ "se dit prêt à durcir", "se mostró dispuesta a levantar": their own act, to come."""
    verb, told = scene.nodes[at].verb, scene.nodes[above].verb
    assert verb is not None
    assert told is not None
    if verb.semi != "committed" or not told.finite or scene.word(above - 1) not in ("se", "s'"):
        return None
    stage: terms.StageName = "threatened" if conditional(scene, at) else "committed"
    return Frame(stage, told.negated, subject=subject_of(scene, above), top=above)


_AIMING: Final = frozenset({"pour", "para", "visant"})


def _under_verb(scene: Scene, at: int, depth: int) -> Frame:
    """The act is what the verb at ``at`` is about: "agreed to …", "is considering …"."""
    verb = scene.nodes[at].verb
    assert verb is not None
    view = view_of_verb(scene, at, depth)
    if view is not None:
        down = _voted_down(verb, view.holders)
        return Frame("rejected", top=at) if down else Frame("considered", view=view, top=at)
    outer = lift(scene, at, depth + 1)
    cue = verb.cue("govern")
    if cue is None:
        if verb.cue("speech") is not None and verb.cue("accuse") is None:
            return replace(outer, unsure=verb.cue("act") is None)
        return replace(outer, unsure=outer.unsure or verb.cue("act") is None)
    if cue.value == "refused":
        return replace(outer, refused=not outer.negated)
    if cue.value == "rejected":
        failed = verb.cues[0].lemma == "fail"
        # "menace de mettre son veto": nothing is blocked yet
        yet = outer.stage != "adopted" and not failed and scene.line.language in ("es", "fr")
        return replace(outer, stage="considered" if failed else "rejected", unsure=outer.unsure or yet)
    decided = cue.lemma.split()[0] in _DECIDING and outer.stage == "adopted" and not outer.negated
    return replace(outer, stage=compose(cue.value, outer.stage), decided=decided)


def _voted_down(verb: Verb, holders: tuple[Agent, ...]) -> bool:
    """ "The Senate rejected a bill to impose sanctions": no view, where whoever decides on it votes."""
    rejects = verb.cues[0].lemma == "reject" and "d" in verb.letters and not verb.negated and not verb.modal
    return rejects and any(not _VOTING.isdisjoint(one.name.casefold().split()) for one in holders)


_VOTING: Final = frozenset({"council", "parliament", "senate", "house", "assembly", "congress", "lawmakers",
                            "legislators", "bundestag", "knesset", "duma"})  # fmt: skip


def _after_agent(  # noqa: PLR0911 - cases in order of precedence, one line each
    scene: Scene, at: int, agent_at: int, depth: int
) -> Frame:
    """ "urged the EU to …", "wants Iran to …", and headlines: "EU to extend …"."""
    before = agent_at - 1
    agents = agents_before(scene, agent_at) if scene.nodes[agent_at].agent is not None else []
    while before >= 0 and scene.kind(before) in ("det", "agent", "and", "comma", "modifier", "word"):
        before -= 1
    node = scene.nodes[before] if before >= 0 else None
    if node is not None and node.verb is not None and node.verb.letters:
        return _asked(scene, before, agents, depth)
    if node is not None and node.kind == "prep":
        link = before - 1
        if node.verb is None and scene.kind(link) in ("stagenoun", "nominal"):
            return replace(lift_noun(scene, link, depth + 1), unsure=True)
        if scene.word(before) == "for" and scene.nodes[link].has("judgement"):
            stance = next(cue.value for cue in scene.nodes[link].cues if cue.kind == "judgement")
            return Frame("considered", view=View(stance, from_source=True), top=link)
        return _purpose(scene, at, depth)
    own = scene.nodes[at].verb
    if previous_finite(scene, at) is None and agents:
        if own is not None and not own.auxiliaries and scene.line.language == "en":
            return Frame("adopted", subject=Subject(agents), top=at)  # "Canada, Britain sanction …"
        return Frame("committed", subject=Subject(agents), top=at)
    return Frame("considered", unsure=True, top=at)


def _asked(scene: Scene, at: int, agents: list[Agent], depth: int) -> Frame:
    verb = scene.nodes[at].verb
    assert verb is not None
    appeal = verb.cue("appeal") or verb.cue("call")
    if appeal is not None and not verb.negated:
        act: terms.SpeechAct = "demand" if appeal.value == "demand" else "appeal"
        view = View("support", _holders(scene, at, depth), tuple(agents), act)
        return Frame("considered", view=view, top=at)
    cue = verb.cue("govern")
    if cue is not None and cue.value == "considered":
        return Frame("considered", view=View("support", _holders(scene, at, depth)), top=at)
    return Frame("considered", unsure=True, top=at)


def _holders(scene: Scene, at: int, depth: int) -> tuple[Agent, ...]:
    frame = lift(scene, at, depth + 1)
    return tuple(frame.subject.agents)


def _under_adjective(scene: Scene, index: int) -> Frame:
    stance = next(cue.value for cue in scene.nodes[index].cues if cue.kind == "adjective")
    at = previous_finite(scene, index)
    holders = tuple(subject_of(scene, at).agents) if at is not None else ()
    verb = scene.nodes[at].verb if at is not None else None
    if verb is not None and verb.negated:
        stance = {"support": "oppose", "oppose": "support"}.get(stance, stance)
    return Frame("considered", view=View(stance, holders), top=index)


def _purpose(scene: Scene, at: int, depth: int) -> Frame:
    """ "met in Brussels to discuss …", "voted on Monday to extend …": the sentence's verb tells who."""
    above = previous_finite(scene, at)
    if above is None:
        return Frame("considered", unsure=True, top=at)
    verb = scene.nodes[above].verb
    assert verb is not None
    if any(scene.kind(index) in ("opener", "sanctions") for index in range(above + 1, at)):
        return Frame("considered", unsure=True, top=above)
    asking = verb.cue("appeal") or verb.cue("call") or verb.cue("stance")
    governing = verb.cue("govern") is not None or verb.cue("act") is not None
    if asking is not None or (scene.line.language != "en" and not governing):
        return Frame("considered", unsure=True, top=above)
    if governing:
        return _under_verb(scene, above, depth)
    outer = lift(scene, above, depth + 1)
    return replace(outer, stage="considered")


def _german_infinitive(scene: Scene, comma: int, at: int, depth: int) -> Frame:
    """ "kündigte an, die Sanktionen aufzuheben": the main clause, which the comma ends, says what it is."""
    before = comma - 1
    if scene.kind(before) in ("stagenoun", "nominal") or scene.nodes[before].has("callnoun"):
        return replace(lift_noun(scene, before, depth + 1), unsure=False)
    above = previous_finite(scene, comma)
    if above is None:
        return Frame("considered", unsure=True, top=at)
    verb = scene.nodes[above].verb
    assert verb is not None
    appeal = verb.cue("appeal") or verb.cue("call")
    if appeal is not None and not verb.negated:
        holders = {agent.key for agent in _subject(scene, above).agents}
        asked = [agent for agent in members_of(scene, above + 1, comma).agents if agent.key not in holders]
        return _asked(scene, above, asked, depth)
    frame = _under_verb(scene, above, depth)
    announced = frame.stage == "adopted" and any(cue.lemma in _ANNOUNCED for cue in verb.cues)
    return replace(frame, stage="committed") if announced else frame


# -- gerunds -------------------------------------------------------------------------------------------------
def _gerund(scene: Scene, at: int, depth: int) -> Frame:  # noqa: PLR0911 - cases in order of precedence, one line each
    index = link_before(scene, at)
    node = scene.nodes[index] if index >= 0 else None
    if node is None:
        return Frame("considered", unsure=True, top=at)
    if node.kind == "verb" and node.verb is not None and node.verb.letters:
        return _under_verb(scene, index, depth)
    if node.has("adjective"):
        return _under_adjective(scene, index)
    if node.kind == "prep":
        return _after_prep(scene, at, index, depth)
    if node.kind in ("comma", "and", "opener"):
        return _beside(scene, at, index, depth)
    if node.kind == "word" and not node.cues and scene.kind(index - 1) == "stagenoun":
        index -= 1  # "un arrêté royal interdisant …"
        node = scene.nodes[index]
    if node.kind == "stagenoun" or node.value == "resolution":
        return lift_noun(scene, index, depth + 1)  # "a resolution imposing …"
    return Frame("considered", unsure=True, top=at)


def _after_prep(scene: Scene, at: int, index: int, depth: int) -> Frame:  # noqa: PLR0911 - cases in order of precedence, one line each
    word = scene.word(index)
    before = scene.nodes[index - 1] if index else None
    if (
        before is not None
        and before.kind in ("stagenoun", "nominal")
        and word in ("of", "for", "on", "about")
    ):
        return lift_noun(scene, index - 1, depth + 1)
    accuser = _accuser(scene, index)
    if accuser is not None:
        return accuser
    above = previous_finite(scene, at)
    if above is None:
        return Frame("adopted", unsure=True, top=at)
    outer = lift(scene, above, depth + 1)
    verb = scene.nodes[above].verb
    if word == "in" and verb is not None and any(cue.lemma in ("join", "follow") for cue in verb.cues):
        others = agents_after(scene, above + 1).agents
        return replace(
            outer,
            stage=stage_of_verb(verb, conditional=False),
            subject=Subject([*outer.subject.agents, *others]),
        )
    if word in ("by", "after") or (word == "en" and scene.line.language == "fr"):
        return replace(outer, view=None)
    if word in ("without", "against"):
        return replace(outer, negated=True)
    return replace(outer, unsure=True)


def _accuser(scene: Scene, prep: int) -> Frame | None:
    """ "accused China of violating": the act is China's, on the word of whoever accuses."""
    at = prep - 1
    while at >= 0 and scene.kind(at) in ("agent", "and", "comma", "det", "word", "modifier"):
        at -= 1
    verb = scene.nodes[at].verb if at >= 0 else None
    if verb is None or verb.cue("accuse") is None or verb.negated:
        return None
    if verb.passive:
        return Frame("adopted", subject=subject_of(scene, at), top=at, unsure=True)
    agents = agents_before(scene, prep - 1) if scene.kind(prep - 1) == "agent" else []
    agents = agents or members_of(scene, at + 1, prep, plain=True).agents
    return Frame("adopted", subject=Subject(agents), accuser=tuple(subject_of(scene, at).agents), top=at)


def _beside(scene: Scene, at: int, index: int, depth: int) -> Frame:
    """ "…, imposing sanctions on …": the subject and the time of the verb before."""
    above = previous_finite(scene, at)
    if above is None or scene.kind(index) == "opener":
        return Frame("considered", unsure=True, top=at)
    outer = lift(scene, above, depth + 1)
    over = scene.nodes[above].verb
    cue = over.cue("govern") if over is not None else None
    if cue is not None and cue.value in ("considered", "threatened", "proposed"):
        outer = replace(outer, stage=compose(cue.value, outer.stage))
    return replace(outer, view=None, unsure=outer.unsure or outer.view is not None)


_BEFORE_NOUN: Final = frozenset({"det", "modifier", "word", "agent", "pronoun", "quote", "day"})


# -- nouns ---------------------------------------------------------------------------------------------------
def lift_noun(scene: Scene, at: int, depth: int = 0, *, subject: bool = False) -> Frame:
    """The frame of an act told by a noun: "the EU's decision to …", "announced the lifting of …".

    Args:
        subject: the noun is the subject of the verb that asks, which so tells nothing more of it.
    """
    node = scene.nodes[at]
    german = _german_noun(scene, at, depth) if scene.line.language == "de" and not subject else None
    if german is not None:
        return german
    index = at - 1
    if scene.word(index) in ("no", "ningún", "ninguna", "aucun", "aucune", "kein", "keine", "keinen"):
        return Frame("considered", negated=True, top=at)
    owner: list[Agent] = []
    own = False
    while index >= 0 and (scene.kind(index) in _BEFORE_NOUN or over_aside(scene, index) < index):
        if scene.kind(index) == "comma":
            index = over_aside(scene, index)
            continue
        span = scene.nodes[index].span
        if scene.kind(index) == "agent" and span is not None:
            owner = agents_before(scene, index)
        own = own or scene.nodes[index].value == "its"
        if scene.nodes[index].has("nobody") or (scene.kind(index) == "pronoun" and not own):
            break
        index -= 1
    stage = node.value if node.kind == "stagenoun" else ""
    above = scene.nodes[index] if index >= 0 else None
    if above is not None and above.verb is not None and above.verb.letters and depth < _DEPTH:
        return _noun_under_verb(scene, at, index, owner, depth)
    following = following_verb(scene, at)
    if node.has("callnoun"):
        view = View("support", tuple(owner), (), "appeal") if owner else None
        return Frame("considered", view=view, unsure=view is None, top=at)
    if following is not None:
        return _noun_as_subject(scene, following, owner, stage)
    made: terms.StageName = stage or "adopted"  # type: ignore[assignment]
    return Frame(made, subject=Subject(owner), unsure=not owner, top=at)


_ON: Final = frozenset({"auf", "über", "mit", "zu", "zur", "zum", "für", "nach", "um"})


def _german_noun(scene: Scene, at: int, depth: int) -> Frame | None:  # noqa: PLR0911 - cases in order of precedence
    """ "hat eine Lockerung beschlossen", "einigten sich auf eine Verlängerung"; None without a verb."""
    verb_at = clause_verb(scene, at)
    if depth >= _DEPTH or scene.word(at - 1).startswith("kein"):
        return None
    prep = lead_of(scene, at)
    verb = scene.nodes[verb_at].verb if verb_at is not None else None
    if prep is not None:
        link = prep - 1
        if scene.word(prep) in _ON and (scene.kind(link) == "stagenoun" or scene.nodes[link].has("callnoun")):
            return lift_noun(scene, link, depth + 1)
        if scene.word(prep) not in _ON or verb is None or verb.cue("govern") is None:
            return Frame("considered", unsure=True, top=verb_at)
    if verb_at is None or verb is None:
        undone = "rückgängig" in scene.line.words
        return Frame("considered", unsure=True, top=at) if undone else None
    if verb.passive:
        frame = _noun_as_subject(scene, verb_at, [], scene.nodes[at].value * (scene.kind(at) == "stagenoun"))
        return replace(frame, unsure=frame.unsure and verb.cue("act") is None)
    if verb.cue("accept") is not None and all(
        agent.kind == "state" for agent in _subject(scene, verb_at).agents
    ):
        return Frame("considered", unsure=True, top=verb_at)  # "Ungarn stimmte der Verlängerung zu": a view
    return _noun_under_verb(scene, at, verb_at, [], depth)


def _noun_under_verb(scene: Scene, at: int, verb_at: int, owner: list[Agent], depth: int) -> Frame:
    node = scene.nodes[at]
    if node.has("callnoun") and node.kind != "stagenoun":
        view = view_of_verb(scene, verb_at, depth)
        return Frame("considered", view=view, unsure=view is None, top=verb_at)
    frame = _under_verb(scene, verb_at, depth)
    if owner and not frame.view and not frame.subject.agents:
        frame = replace(frame, subject=Subject(owner))
    if frame.stage == "rejected" and scene.line.language == "en":
        return frame  # "blocked a proposal to sanction": no proposal any more
    if node.kind == "stagenoun" and node.value and frame.view is None:
        frame = replace(frame, stage=compose(node.value, frame.stage), unsure=False)
    return frame


_VOTED_DOWN: Final = frozenset({"rejeter", "rechazar", "retoquer"})


def _noun_as_subject(scene: Scene, verb_at: int, owner: list[Agent], stage: str) -> Frame:
    verb = scene.nodes[verb_at].verb
    assert verb is not None
    own = stage_of_verb(verb, conditional=conditional(scene, verb_at))
    if verb.passive and verb.cue("govern") is not None:
        cue = verb.cue("govern")
        assert cue is not None
        rejected = cue.value == "rejected"
        made = "rejected" if rejected else compose(cue.value, own)
        return Frame(made, verb.negated, subject=Subject(owner), top=verb_at)
    if verb.passive and not verb.negated and any(cue.lemma in _VOTED_DOWN for cue in verb.cues):
        return Frame("rejected", subject=Subject(owner), top=verb_at)
    if verb.modal == "should":
        return Frame(
            "considered", view=View("oppose" if verb.negated else "support", from_source=True), top=verb_at
        )
    if stage:
        return Frame(stage, verb.negated, subject=Subject(owner), top=verb_at)  # type: ignore[arg-type]
    return Frame(own, verb.negated, subject=Subject(owner), top=verb_at, unsure=not owner)


# -- views ---------------------------------------------------------------------------------------------------
def view_of_verb(scene: Scene, at: int, depth: int = 0) -> View | None:  # noqa: PLR0911 - cases in order of precedence, one line each
    """What the verb at ``at`` says of its subject's stance towards its object, or None."""
    verb = scene.nodes[at].verb
    if verb is None:
        return None
    cue = verb.cue("stance") or verb.cue("call")
    if cue is None or (
        verb.cue("govern") is not None and verb.cue("call") is None and cue.lemma == "endorse"
    ):
        return None
    if cue.kind == "call":
        return _call(scene, at, verb, cue.value, depth)
    stance = cue.value
    frame = lift(scene, at, depth + 1)
    negated = verb.negated or frame.negated or frame.refused
    if negated and stance == "oppose":
        if cue.lemma not in _SILENT:
            return None  # "does not oppose" says little
        return View("uncommitted", tuple(frame.subject.agents), basis="inferred")  # ruling 25
    if negated:
        stance = "oppose"
    unlikely = doubt(scene, at)
    if unlikely == "unlikely":
        stance = "oppose" if stance == "support" else "support"
    if frame.view is not None and frame.view.from_source:
        return View(stance if frame.view.stance == "support" else "oppose", from_source=True)
    certainty: terms.CertaintyName = (
        "probable" if verb.semi or unlikely else "possible" if verb.modal == "could" else "certain"
    )
    if stance in ("support", "oppose") and verb.modal in ("would", "will") and conditional(scene, at):
        stance = "conditional"
    return View(stance, tuple(frame.subject.agents), (), "state", certainty)


def _call(scene: Scene, at: int, verb: Verb, value: str, depth: int) -> View | None:
    if verb.negated:
        return None
    frame = lift(scene, at, depth + 1)
    act: terms.SpeechAct = "demand" if value == "demand" else "appeal"
    return View("support", tuple(frame.subject.agents), (), act)
