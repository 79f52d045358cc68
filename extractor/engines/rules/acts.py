"""Acts told in a line: every sanctions phrase with the verb or noun that does something to it."""

from __future__ import annotations

from dataclasses import replace

from extractor.engines.rules.act import Act
from extractor.engines.rules.agents import Agent
from extractor.engines.rules.clauses import Subject, by_phrase, clause_start, subject_of
from extractor.engines.rules.direct_acts import listing, penalising, prohibiting
from extractor.engines.rules.frames import Frame, View, lift, lift_noun, view_of_verb
from extractor.engines.rules.lists import agents_after
from extractor.engines.rules.measures import SanctionsPhrase, read_phrase
from extractor.engines.rules.scene import Scene
from extractor.engines.rules.stage import compose

__all__ = ["acts_of_line"]


def acts_of_line(scene: Scene) -> list[Act]:
    """Every act of the line, in the order of the text."""
    acts: list[Act] = []
    phrases: list[tuple[SanctionsPhrase, Act | None]] = []
    for index, node in enumerate(scene.nodes):
        if node.kind == "sanctions":
            phrase = read_phrase(scene, index)
            if node.has("strong") or _told_of(scene, phrase):
                act = _act(scene, phrase) or _shared(scene, phrase, phrases)
                phrases.append((phrase, act))
                if act is not None:
                    acts += [act, *_news_within(scene, phrase, act)]
        elif node.verb is not None:
            found = listing(scene, index) or prohibiting(scene, index) or penalising(scene, index)
            if found is not None:
                acts.append(found)
    return acts


def _told_of(scene: Scene, phrase: SanctionsPhrase) -> bool:
    """A weak noun ("restrictions") counts where whom it hits is told, a ban where it is on a trade."""
    start = scene.nodes[phrase.head].after
    if scene.word(phrase.head) in ("ban", "bans") and not any(
        scene.line.has(at, "goods") for at in range(start, min(start + 8, len(scene.line.words)))
    ):
        return False
    return bool(phrase.targets) and any(agent.kind != "person" for agent in phrase.targets)


def _act(scene: Scene, phrase: SanctionsPhrase) -> Act | None:
    if phrase.negated:
        return None
    if phrase.listed:
        return _enlisting(scene, phrase)
    if phrase.nominal is not None:
        return _by_noun(scene, phrase)
    if phrase.relative is not None:
        return _by_relative(scene, phrase)
    if phrase.participle is not None:
        return _by_participle(scene, phrase)
    if phrase.blocked:
        return None
    return _by_governor(scene, phrase) or _as_subject(scene, phrase) or _verb_last(scene, phrase)


def _made(rule: str, trigger: int, action: str, frame: Frame, phrase: SanctionsPhrase) -> Act:
    first, after = min(trigger, phrase.first), max(trigger + 1, phrase.after)
    return Act(rule, trigger, action, frame, list(phrase.senders), list(phrase.targets), phrase, first, after)


def _with_subject(act: Act, agents: list[Agent]) -> Act:
    """Who acts is the subject; only where there is none, whoever the phrase itself names.

    "Switzerland adopted the EU's sanctions" is Switzerland's act; the breakers of U.S. sanctions are not the U.S.
    """
    return replace(act, senders=list(agents)) if agents or act.action == "evade" else act


# -- "imposed sanctions", "agreed on sanctions", "hit Iran with sanctions" -----------------------------------
def _by_governor(scene: Scene, phrase: SanctionsPhrase) -> Act | None:
    index = _governor(scene, phrase.first)
    if index is None:
        return None
    node = scene.nodes[index]
    if node.kind == "prep":
        return _after_prep(scene, phrase, index)
    if node.has("adjective"):
        return None
    if node.kind in ("nominal", "stagenoun"):
        phrase.nominal = index
        return _by_noun(scene, phrase)
    return _by_verb(scene, phrase, index)


def _governor(scene: Scene, first: int) -> int | None:
    """The verb or preposition right before the phrase, over days, adverbs and quotation marks."""
    index = first - 1
    while index >= 0:
        kind = scene.kind(index)
        day = kind == "day" or (kind == "prep" and scene.kind(index + 1) == "day")
        if day or kind == "quote" or (kind == "word" and scene.word(index).endswith("ly")):
            index -= 1
        else:
            break
    node = scene.nodes[index] if index >= 0 else None
    if node is None or (node.kind == "verb" and (node.verb is None or not node.verb.letters)):
        return None
    if node.kind == "agent":  # "imposed on Iran a set of sanctions", "slapped Iran with …" is read elsewhere
        inner = index - 1
        verb = scene.nodes[inner - 1].verb if inner > 0 and scene.nodes[inner].value == "target" else None
        return inner - 1 if verb is not None and verb.cue("act") is not None else None
    return index if node.kind in ("verb", "prep") or node.has("adjective") else None


def _by_verb(scene: Scene, phrase: SanctionsPhrase, index: int) -> Act | None:
    verb = scene.nodes[index].verb
    assert verb is not None
    act_cue = verb.cue("act")
    if verb.passive and not (act_cue or verb.cue("govern")):
        return None
    if act_cue is not None and not _parted(scene, index, act_cue.parting):
        act_cue = None
    if act_cue is not None:
        action = _new_or_more(phrase) if act_cue.value == "impose" else act_cue.value
        made = _made("verb+sanctions", index, action, lift(scene, index), phrase)
        return _with_subject(made, made.frame.subject.agents)
    return _by_weak_verb(scene, phrase, index)


def _by_weak_verb(scene: Scene, phrase: SanctionsPhrase, index: int) -> Act | None:
    verb = scene.nodes[index].verb
    assert verb is not None
    view = view_of_verb(scene, index)
    if view is not None:
        return _made("stance+sanctions", index, "", Frame("considered", view=view, top=index), phrase)
    cue = verb.cue("govern")
    if cue is not None and (cue.lemma not in _NO_OBJECT):
        frame = lift(scene, index)
        stage = "rejected" if cue.value == "rejected" else compose(cue.value, frame.stage)
        if cue.value == "refused":
            return None
        made = _made("stage verb+sanctions", index, _new_or_more(phrase), replace(frame, stage=stage), phrase)
        return _with_subject(made, frame.subject.agents)
    return None


_SEEKING = frozenset({"seek", "lobby", "lobby for", "rally", "win", "drum up", "call for", "ask for", "urge", "press for", "push for"})
_NO_OBJECT = frozenset({"act", "help", "use", "move", "proceed", "manage", "start", "begin", "reveal", "review", "study", "detail", "vote", "fail", "struggle", "declare", "hope", "examine", "need", "outline", "present", "opt", "choose", "vote against"})


def _new_or_more(phrase: SanctionsPhrase) -> str:
    """Ruling 10: more of what stands is `tighten`, what is told as new is `impose`."""
    return "tighten" if "more" in phrase.modifiers and "new" not in phrase.modifiers else "impose"


def _parted(scene: Scene, index: int, parting: str) -> bool:
    """Whether a German verb's prefix stands at the end of its clause ("hebt … auf")."""
    if not parting:
        return True
    for at in range(index + 1, len(scene.nodes)):
        if scene.kind(at) in ("stop", "opener"):
            return False
        if scene.word(at) == parting and scene.kind(at + 1) in ("stop", "comma", "and", "quote", ""):
            return True
    return False


def _after_prep(scene: Scene, phrase: SanctionsPhrase, index: int) -> Act | None:
    """ "hit Iran with sanctions", "threatened Turkey with sanctions", "seeks support for sanctions"."""
    sought = _support_sought(scene, phrase, index)
    if sought is not None:
        return sought
    if scene.word(index) not in ("with", "con", "mit", "de"):
        return None
    at = index - 1
    pressed = False
    while at >= 0 and (
        scene.kind(at) in ("agent", "word", "det", "modifier", "and", "comma", "day", "pronoun")
        or scene.nodes[at].value in ("pressure", "target")
    ):
        pressed = pressed or scene.nodes[at].value == "pressure"
        at -= 1
    verb = scene.nodes[at].verb if at >= 0 else None
    if verb is None or (verb.cue("act") is not None and verb.cue("hit") is None and not pressed):
        return None
    govern, hit = verb.cue("govern"), verb.cue("hit") or verb.cue("act")
    threat = govern is not None and govern.value == "threatened"
    if not threat and hit is None:
        return None
    frame = lift(scene, at)
    made = _made("hit with sanctions", at, _new_or_more(phrase), frame, phrase)
    if threat:
        made = replace(made, frame=replace(frame, stage="threatened"))
    return _hit_whom(scene, made, at, index)


def _support_sought(scene: Scene, phrase: SanctionsPhrase, prep: int) -> Act | None:
    """ "is seeking Asian support for sanctions": the seeker's view, said to those sought (ruling 22)."""
    if scene.word(prep) not in ("for", "on", "behind") or scene.word(prep - 1) not in ("support", "backing"):
        return None
    at = prep - 2
    asked: list[Agent] = []
    while at >= 0 and scene.kind(at) in ("agent", "word", "modifier", "det", "prep") and at > prep - 7:
        agent = scene.nodes[at].agent
        asked += [agent] if agent is not None else []
        at -= 1
    verb = scene.nodes[at].verb if at >= 0 else None
    seeking = verb is not None and any(cue.lemma in _SEEKING for cue in verb.cues)
    if not seeking:
        return None
    view = View("support", tuple(lift(scene, at).subject.agents), tuple(asked), "appeal")
    return _made("seeks support", at, "", Frame("considered", view=view, top=at), phrase)


def _hit_whom(scene: Scene, act: Act, verb_at: int, prep_at: int) -> Act:
    verb = scene.nodes[verb_at].verb
    assert verb is not None
    if verb.passive:
        subject = subject_of(scene, verb_at)
        return replace(act, targets=[*subject.agents, *act.targets], senders=[*act.senders, *by_phrase(scene, verb_at)])
    objects = agents_after(scene, verb_at + 1)
    inside = [agent for agent in objects.agents if objects.after <= prep_at + 1]
    return _with_subject(replace(act, targets=[*inside, *act.targets]), act.frame.subject.agents)


def _verb_last(scene: Scene, phrase: SanctionsPhrase) -> Act | None:
    """German: "hat neue Sanktionen gegen Russland verhängt", the verb at the clause's end."""
    if scene.line.language != "de":
        return None
    index = _german_end(scene, phrase.after)
    verb = scene.nodes[index].verb if index < len(scene.nodes) else None
    if verb is None or verb.passive or not verb.letters:
        return None
    act = _by_verb(scene, phrase, index)
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


# -- "sanctions were imposed", "the sanctions will remain in place" ------------------------------------------
def _as_subject(scene: Scene, phrase: SanctionsPhrase) -> Act | None:
    index = _german_end(scene, phrase.after) if scene.line.language == "de" else _over_rest(scene, phrase.after)
    while scene.kind(index) in ("quote",) or (scene.kind(index) == "opener" and scene.word(index) in ("which", "that")):
        index += 1
    if scene.kind(index) == "comma" and scene.kind(index + 1) == "opener" and scene.word(index + 1) == "which":
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
        return _made("sanctions to stay", index, cue.value, Frame("committed", top=index), phrase)
    return _intransitive(scene, phrase, index)


def _german_end(scene: Scene, index: int) -> int:
    """The verb at the end of a German clause."""
    for at in range(index, min(len(scene.nodes), index + 14)):
        if scene.kind(at) in ("stop", "opener", "comma"):
            break
        if scene.kind(at) == "verb":
            return at
    return index


def _over_rest(scene: Scene, index: int) -> int:
    """Over what is left of a list of targets ("Russia's energy exports, and defense industry") to its verb."""
    at = index
    while at < index + 12 and scene.kind(at) in ("word", "and", "comma", "modifier", "det", "issue"):
        at += 1
    return at if scene.kind(at) == "verb" else index


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
        return _made("sanctions are to be", inner[0], inner[1], lift(scene, index), phrase)
    if cue is None:
        return None
    frame = lift(scene, index)
    agents = by_phrase(scene, index + 1) or by_phrase(scene, phrase.head + 1) or _von(scene, phrase.head, index)
    if cue.kind == "act":
        action = _new_or_more(phrase) if cue.value == "impose" else cue.value
        made = _made("sanctions are done", index, action, frame, phrase)
    else:
        stage = "rejected" if cue.value == "rejected" else compose(cue.value, frame.stage)
        made = _made("sanctions are announced", index, _new_or_more(phrase), replace(frame, stage=stage), phrase)
    named = agents_after(scene, index + 2) if scene.kind(index + 1) == "prep" and scene.nodes[index + 1].value == "target" else None
    if named is not None:
        made = replace(made, targets=[*made.targets, *named.agents], after=max(made.after, named.after))
    return _with_subject(made, agents) if agents else made


def _von(scene: Scene, first: int, after: int) -> list[Agent]:
    """German: "wurden von der EU verschärft"."""
    for at in range(first, after):
        if scene.word(at) in ("von", "vom") and scene.kind(at) == "prep":
            return agents_after(scene, at + 1).agents
    return []


def _received(scene: Scene, phrase: SanctionsPhrase, index: int) -> Act | None:
    """ "the sanctions were welcomed by Ukraine"."""
    verb = scene.nodes[index].verb
    cue = verb.cue("stance") if verb is not None else None
    holders = by_phrase(scene, index + 1)
    if verb is None or cue is None or verb.negated or not holders:
        return None
    made = _made("sanctions were received", index, "", Frame("considered", view=View(cue.value, tuple(holders))), phrase)
    made.after = min(len(scene.nodes), index + 3)
    return made


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
    frame = lift(scene, index)
    if cue.value == "maintain" and not verb.modal and "d" in verb.letters:
        return None  # "sanctions remained": a state of things, nobody's act
    if cue.value == "lapse" and (verb.modal or frame.negated or "d" not in verb.letters):
        return None
    return _made("sanctions last", index, cue.value, replace(frame, subject=Subject()), phrase)


# -- "sanctions imposed by …", "the sanctions Washington imposed" --------------------------------------------
def _by_participle(scene: Scene, phrase: SanctionsPhrase) -> Act | None:
    outer = None if phrase.blocked else _by_governor(scene, phrase)
    return outer if outer is not None else _participle_act(scene, phrase)


def _news_within(scene: Scene, phrase: SanctionsPhrase, act: Act) -> list[Act]:
    """ "seeks support for new sanctions announced on Tuesday": the view of them, and the act itself."""
    if act.view is None or phrase.participle is None or act.trigger == phrase.participle:
        return []
    made = _participle_act(scene, phrase)
    return [made] if made is not None else []


def _participle_act(scene: Scene, phrase: SanctionsPhrase) -> Act | None:
    index = phrase.participle
    verb = scene.nodes[index].verb if index is not None else None
    if index is None or verb is None:
        return None
    cue = verb.cue("act") or verb.cue("govern")
    assert cue is not None
    stage = "adopted" if cue.kind == "act" else compose(cue.value, "adopted")
    action = cue.value if cue.kind == "act" and cue.value != "impose" else _new_or_more(phrase)
    if action == "maintain" or stage == "rejected":
        return None
    return _made("sanctions imposed by", index, action, Frame(stage, top=index, adjunct=True), phrase)


def _by_relative(scene: Scene, phrase: SanctionsPhrase) -> Act | None:
    index = phrase.relative
    assert index is not None
    verb = scene.nodes[index].verb
    assert verb is not None
    cue = verb.cue("act") or verb.cue("govern")
    assert cue is not None
    action = cue.value if cue.kind == "act" and cue.value != "impose" else _new_or_more(phrase)
    frame = lift(scene, index)
    made = _made("sanctions X imposed", index, action, frame, phrase)
    return replace(made, senders=list(phrase.senders))


# -- "the lifting of sanctions", "sanctions relief" ----------------------------------------------------------
def _by_noun(scene: Scene, phrase: SanctionsPhrase) -> Act | None:
    index = phrase.nominal
    assert index is not None
    node = scene.nodes[index]
    action = next((cue.value for cue in node.cues if cue.kind == "nominal"), "")
    if not action:
        return None
    compound = index > phrase.head
    start = phrase.first if compound else index
    view = _noun_view(scene, start)
    frame = Frame("considered", view=view) if view is not None else lift_noun(scene, start if not compound else phrase.first)
    if compound:
        frame = _compound_frame(scene, phrase, view)
    if action == "enforce" and frame.view is None:
        return None
    made = _made("noun for the act", index, action, frame, phrase)
    if action == "evade":
        return None if frame.view is None else made
    return _with_subject(made, frame.subject.agents)


def _noun_view(scene: Scene, start: int) -> View | None:
    index = start - 1
    while index >= 0 and scene.kind(index) in ("det", "modifier", "word", "quote") and not scene.nodes[index].has("judgement"):
        index -= 1
    if index >= 0 and scene.nodes[index].verb is not None:
        return view_of_verb(scene, index)
    if index >= 1 and scene.kind(index) == "prep" and scene.word(index) in ("by", "with"):
        return _followed_by(scene, index)
    return None


def _followed_by(scene: Scene, prep: int) -> View | None:
    """ "should be followed by an easing": a view, and no act."""
    verb = scene.nodes[prep - 1].verb
    if verb is None or verb.modal != "should":
        return None
    return View("oppose" if verb.negated else "support", from_source=True)


def _compound_frame(scene: Scene, phrase: SanctionsPhrase, view: View | None) -> Frame:
    if view is not None:
        return Frame("considered", view=view)
    index = _governor(scene, phrase.first)
    node = scene.nodes[index] if index is not None else None
    verb = node.verb if node is not None else None
    cue = verb.cue("govern") if verb is not None else None
    if index is None or verb is None or cue is None or cue.lemma in _NO_OBJECT:
        offered = verb is not None and any(c.lemma in ("offer", "grant", "give", "issue") for c in verb.cues)
        if not offered or index is None:
            return Frame("considered", unsure=True)
        return lift(scene, index)
    frame = lift(scene, index)
    return replace(frame, stage="rejected" if cue.value == "rejected" else compose(cue.value, frame.stage))


# -- "froze assets and imposed travel bans": one act, several measures ---------------------------------------
def _shared(scene: Scene, phrase: SanctionsPhrase, earlier: list[tuple[SanctionsPhrase, Act | None]]) -> Act | None:
    """Joined by "and" or a comma to a phrase that has its act: the same act with one more measure."""
    before = phrase.first - 1
    while scene.kind(before) in ("and", "comma"):
        before -= 1
    if before == phrase.first - 1:
        return None
    for other, act in reversed(earlier):
        if act is not None and other.after in (before + 1, before + 2) and act.view is None:
            act.targets = act.targets or list(phrase.targets)
            act.after = max(act.after, phrase.after)
            return None
    return None


# -- "added five ships to its sanctions list" ----------------------------------------------------------------
def _enlisting(scene: Scene, phrase: SanctionsPhrase) -> Act | None:
    """ "added five ships to its sanctions list", "was removed from the blacklist"."""
    prep = phrase.first - 1
    word = scene.word(prep)
    if scene.kind(prep) != "prep" or word not in ("to", "on", "from", "off", "onto", "in"):
        return None
    at = prep - 1
    while at >= 0 and scene.nodes[at].verb is None and scene.kind(at) not in ("opener", "stop"):
        at -= 1
    verb = scene.nodes[at].verb if at >= 0 else None
    cue = verb.cue("enlist") if verb is not None else None
    if verb is None or cue is None:
        return None
    action = "delist" if word in ("from", "off") else "designate"
    frame = lift(scene, at)
    made = _made("added to the list", at, action, frame, phrase)
    targets = subject_of(scene, at).agents if verb.passive else agents_after(scene, at + 1).agents
    senders = by_phrase(scene, prep) if verb.passive else frame.subject.agents
    made = replace(made, targets=targets, senders=[*senders, *phrase.senders])
    return made if targets else None
