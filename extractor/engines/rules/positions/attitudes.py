"""Views of the sanctions as a line words them: stances, calls, wishes, refusals, judgements, effects.

Read from the words and the clause alone, whether or not the line tells an act.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from extractor.engines.rules.acts.on_sanctions import forbids_trade
from extractor.engines.rules.clauses.german import german_object, german_slots, german_subject
from extractor.engines.rules.clauses.lists import agents_after
from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.clauses.subjects import by_phrase
from extractor.engines.rules.frames.conditions import conditional, doubt
from extractor.engines.rules.lines.verbs import Verb
from extractor.engines.rules.positions.asking import asking
from extractor.engines.rules.positions.attitude import Attitude, echo_of, flip, hypothetical, parted
from extractor.engines.rules.positions.german_views import leaning_of, raised_of, siding_of
from extractor.engines.rules.positions.holders import governor, holders_of, owner_of, passive, speaking
from extractor.engines.rules.positions.matters import Matter, clause_end, clause_first, indefinite, matter_in
from extractor.engines.rules.positions.story import Story, side_of
from extractor.engines.rules.who.agents import Agent
from extractor.schemas import terms

__all__ = ["attitudes_of"]

_CUED: Final = frozenset(
    {"stance", "call", "appeal", "want", "hinder", "accept", "effect", "adjective", "judgement", "sidenoun"}
    | {"act", "list", "intransitive", "lean"}
)
_VERBS: Final = frozenset({"appeal", "call", "stance", "hinder", "want", "accept", "act", "list", "lean"})
_SIDING: Final = frozenset({"be", "strong", "prep"})
_NEGATING: Final = frozenset({"refused", "rejected"})
_PLENARY: Final = frozenset({"stance", "refusal", "want", "hinder"})
_JOINING: Final = frozenset(
    {
        "join",
        "comply with",
        "sign up to",
        "sumarse a",
        "adherirse a",
        "joindre à",
        "s'associer à",
        "mit|tragen",
    }
    | {"an|schließen", "implement", "abide by"}
)
_THANKING: Final = frozenset({"thank", "congratulate", "agradecer", "remercier", "danken"})
# What is rejected or welcomed is not the measure itself: "dismissed the vote on the embargo".
_TALKED: Final = frozenset({
    "vote", "criticism", "criticisms", "resolution", "claim", "claims", "allegations", "reports", "debate",
    "accusations", "evasion", "breaches", "violations", "circumvention", "speculation", "rumours", "hearing",
})  # fmt: skip
_BLAMED_FOR: Final = frozenset({"for", "of"})  # "blacklisted for obstructing the talks" is no view of either
_SPENT: Final = frozenset({"ease", "exempt", "suspend", "lift", "delist"})
_WILLING: Final = frozenset({"will", "wollen", "wird", "werden", "werde", "wolle"})
_FORBEARING: Final = frozenset({"darf", "dürfen", "dürfe", "dürften"})  # "dürfen nicht gelockert werden"


def attitudes_of(scene: Scene, story: Story) -> list[Attitude]:
    """Every view of a sanctions measure in the line whose holder is told."""
    kinds = scene.line.kinds
    siding = scene.line.language == "de" and kinds >= _SIDING  # "ist gegen eine Lockerung"
    if kinds.isdisjoint(_CUED) and not siding:
        return []
    found = []
    for one in _each(scene, story):
        one.holders = [agent for agent in one.holders if one.rule not in _PLENARY or not _votes(agent)]
        if one.holders:
            found.append(one)
    return found


def _votes(agent: Agent) -> bool:
    """The United Nations' own bodies decide by vote: what they reject or want is an act."""
    return agent.entry is not None and agent.entry.id in (
        "org:UN-security-council",
        "org:UN-general-assembly",
    )


def _each(scene: Scene, story: Story) -> Iterator[Attitude]:
    words, kinds = scene.line.words, scene.line.kinds
    adjectives, sides = "adjective" in kinds, "sidenoun" in kinds
    german = scene.line.language == "de"
    nothing = "no" in words and not _DENIED.isdisjoint(words)
    for at, node in enumerate(scene.nodes):
        found: Attitude | None = None
        if node.verb is not None:
            blamed = node.verb.gerund and scene.word(at - 1) in _BLAMED_FOR
            if node.verb.letters and _may_hold(node.verb) and not blamed and not hypothetical(scene, at):
                found = _of_verb(scene, at, node.verb, story)
            elif german and node.verb.be and not node.verb.letters and not hypothetical(scene, at):
                found = siding_of(scene, at, node.verb, story)
        elif adjectives and node.has("adjective"):
            found = _of_adjective(scene, at, story)
        elif (sides and node.has("sidenoun")) or (nothing and _nothing_of(scene, at)):
            found = _of_noun(scene, at, story)
        if found is not None:
            yield found


def _may_hold(verb: Verb) -> bool:
    """Whether any of the readers below may find a view in the verb: most verbs are of other matters."""
    return verb.modal == "should" or not _VERBS.isdisjoint(verb.first)


# -- verbs ---------------------------------------------------------------------------------------------------
def _of_verb(scene: Scene, at: int, verb: Verb, story: Story) -> Attitude | None:  # noqa: PLR0911 - one reader a line
    leans, found = leaning_of(scene, at, verb, story) if "lean" in verb.first else (False, None)
    if leans:
        return found
    if verb.cue("appeal") is not None or verb.cue("call") is not None:
        found = asking(scene, at, verb, story)
        if found is not None:
            return found
    if verb.cue("stance") is not None:
        return _stance(scene, at, verb, story)
    if verb.cue("hinder") is not None and not forbids_trade(scene, at):
        found = _hindering(scene, at, verb, story)
        if found is not None:
            return found
    if verb.cue("want") is not None:
        return _wanting(scene, at, verb, story)
    if verb.cue("accept") is not None:
        return _accepting(scene, at, verb, story)
    if verb.modal == "should" and verb.cue("act") is None and verb.cue("list") is None:
        return _followed(scene, at, verb, story)
    if verb.cue("act") is not None or verb.cue("list") is not None:
        return _ought(scene, at, verb, story) or _unwilling(scene, at, verb, story)
    return None


def _matter(scene: Scene, at: int, story: Story) -> Matter | None:
    """What the verb at node ``at`` is about: right of it, left of a passive, anywhere in a German clause."""
    verb = scene.nodes[at].verb
    end = clause_end(scene, at + 1)
    if verb is not None and passive(verb):
        return matter_in(scene, clause_first(scene, at), at, story)
    loose = verb is not None and verb.cue("stance") is not None
    right = matter_in(scene, at + 1, end, story, loose=loose)
    if right is not None or scene.line.language != "de":
        return right
    left = matter_in(scene, clause_first(scene, at), at, story, loose=loose)
    if left is not None and any(scene.nodes[i].has("not") for i in range(left.after, at)):
        return replace(left, turned=True)
    return left


def _denied(scene: Scene, at: int) -> bool:
    """Whether the verb at node ``at`` is negated, or refused ("refused to back")."""
    verb = scene.nodes[at].verb
    if verb is None:
        return False
    denied = verb.negated
    before = at - 1
    while before > 0 and scene.word(before) in ("de", "d'", "a", "à"):
        before -= 1  # "refuse de s'aligner"
    above = scene.nodes[before].verb if at else None
    if above is not None and not verb.finite_auxiliary:
        cue = above.cue("govern")
        if above.negated or (cue is not None and cue.value in _NEGATING):
            denied = not denied
    return denied


def _certainty(verb: Verb) -> terms.CertaintyName:
    if verb.semi in ("negative", "committed"):
        return "probable"
    return "possible" if verb.modal == "could" else "certain"


def _stance(scene: Scene, at: int, verb: Verb, story: Story) -> Attitude | None:
    cue = verb.cue("stance")
    assert cue is not None
    if cue.parting and not parted(scene, at, cue.parting):
        return None
    matter = _matter(scene, at, story) or _judged_object(scene, at, story) or _untold(scene, at, verb, story)
    if matter is None or (matter.action == "evade" and verb.cue("penalise") is not None):
        return None  # "condamné pour violation de l'embargo": a court's sentence
    if matter.kind == "sanctions" and any(_talked(scene, i) for i in range(at + 1, matter.first)):
        return None
    if matter.kind == "conduct" and story.told and cue.value == "oppose" and _called_so(scene, matter.first):
        matter = echo_of(story, matter.first)
    if scene.line.language == "de" and matter.action == "maintain" and indefinite(scene, 0, matter.after):
        matter = replace(matter, action="impose")
    if cue.lemma == "bedauern" and scene.line.language == "de" and not scene.line.kinds.isdisjoint({"not"}):
        return None  # "bedauerte, dass das Paket kein Ölembargo enthält"
    stance, denied = cue.value, _denied(scene, at) != matter.turned
    if denied and stance == "oppose":
        if not matter.turned:
            return None
        stance, denied = "support", False
    stance = "oppose" if denied else stance
    open_still = verb.modal in ("would", "will", "could") or verb.semi or verb.infinitive
    if stance == "support" and open_still and conditional(scene, at):
        stance = "conditional"
    certainty = _certainty(verb)
    if doubt(scene, at) == "unlikely":
        stance, certainty = flip(stance), "probable"
    return Attitude("stance", at, stance, matter, holders_of(scene, at), certainty=certainty)


def _called_so(scene: Scene, at: int) -> bool:
    """ "rechazó lo que calificó de «agresión»": a word for the act in the quotation, not its own matter."""
    if not scene.nodes[at].has("judgement") or scene.kind(at + 1) != "quote":
        return False
    if scene.kind(at + 2) not in ("stop", "comma", "and", "opener", ""):
        return False
    return any(scene.kind(index) == "quote" for index in range(max(0, at - 4), at))


def _talked(scene: Scene, at: int) -> bool:
    return scene.word(at) in _TALKED or scene.nodes[at].value == "resolution"


def _judged_object(scene: Scene, at: int, story: Story) -> Matter | None:
    """ "celebró «un paso importante»": what is judged so is the article's act."""
    if not story.told:
        return None
    verb = scene.nodes[at].verb
    cue = verb.cue("stance") if verb is not None else None
    near = range(at + 1, min(len(scene.nodes), at + 7))
    unsaid = cue is not None and all(scene.kind(i) != "issue" for i in near)  # "rejected «the blackmail»"
    for index in near:
        node = scene.nodes[index]
        quoted = node.kind == "quote" and index < at + 4 and unsaid
        if (node.has("judgement") and scene.kind(at + 1) in ("quote", "det", "day")) or quoted:
            return echo_of(story, index)
        if node.kind in ("opener", "stop", "agent", "issue", "verb"):
            return None
    return None


def _untold(scene: Scene, at: int, verb: Verb, story: Story) -> Matter | None:
    """ "Le Sénégal s'y est opposé.", "Hungary opposes it": no object but the article's act."""
    if not story.told or passive(verb):
        return None
    if scene.line.language == "de" and verb.finite_auxiliary and _has_object(scene, at):
        return None  # "hat das doppelte Veto kritisiert": of something else
    if any(cue.lemma in _THANKING for cue in verb.cues) or _at_sender(scene, at, story):
        thanked = agents_after(scene, at + 1).agents
        return (
            echo_of(story, at) if any(side_of(story, _behind(one)) == "sender" for one in thanked) else None
        )
    index = at + 1
    if scene.word(index) in ("it", "them"):
        index += 1
    elif scene.line.language == "en":
        return None
    as_such = index > at + 1 and scene.word(index) == "as"  # "hailed it as a turning point"
    return echo_of(story, at) if as_such or scene.kind(index) in ("stop", "comma", "opener", "") else None


def _behind(agent: Agent) -> Agent:
    return agent.speaks_for or agent.of or agent


def _at_sender(scene: Scene, at: int, story: Story) -> bool:
    """ "applauded Canada", "condemned Washington for the sanctions": the sender is meant with its act."""
    index = at + 1
    while scene.kind(index) == "det":
        index += 1
    node = scene.nodes[index] if index < len(scene.nodes) else None
    if (
        node is None
        or node.agent is None
        or node.span is None
        or node.span.possessive
        or node.span.adjectival
    ):
        return False
    ends = scene.kind(index + 1) in ("stop", "comma", "and", "") or scene.word(index + 1) in ("for", "over")
    return ends and side_of(story, _behind(node.agent)) == "sender"


def _has_object(scene: Scene, at: int) -> bool:
    slots = german_slots(scene, at)
    return german_object(scene, slots, german_subject(scene, slots)) is not None


def _hindering(scene: Scene, at: int, verb: Verb, story: Story) -> Attitude | None:
    matter = _matter(scene, at, story)
    if matter is None and verb.passive and story.told and by_phrase(scene, at + 1, 4):
        matter = echo_of(story, at)
    cue = verb.cue("hinder")
    if matter is None or _denied(scene, at) or matter.turned or cue is None or cue.value != "oppose":
        return None
    if not (matter.echo or matter.fresh or matter.action != "maintain"):
        return None
    return Attitude("hinder", at, "oppose", matter, holders_of(scene, at), certainty=_certainty(verb))


def _wanting(scene: Scene, at: int, verb: Verb, story: Story) -> Attitude | None:
    if verb.gerund and governor(scene, at) is None:
        return None
    cue = verb.cue("want")
    if cue is not None and cue.parting and not parted(scene, at, cue.parting):
        return None
    matter = _matter(scene, at, story)
    if matter is None or (matter.echo and matter.first + 1 == matter.after):
        return None
    stance = "oppose" if _denied(scene, at) != matter.turned else "support"
    holders = holders_of(scene, at)
    backed = any(scene.nodes[i].has("sidenoun") for i in range(at + 1, matter.first))
    if backed:
        return Attitude("want", at, stance, replace(matter, action="impose"), holders, "appeal")
    if stance == "support" and any(one.key in {a.key for a in story.senders} for one in holders):
        return None  # a sender who wants to act: an event, no view
    return Attitude("want", at, stance, matter, holders)


def _accepting(scene: Scene, at: int, verb: Verb, story: Story) -> Attitude | None:
    matter = _matter(scene, at, story) or _untold(scene, at, verb, story)
    if matter is None or passive(verb):
        return None
    german = scene.line.language == "de"
    if _denied(scene, at) != (matter.turned and german):
        return Attitude("refusal", at, "oppose", matter, holders_of(scene, at))
    joins = any(cue.lemma in _JOINING for cue in verb.cues if cue.kind == "accept")
    if joins and verb.modal == "should" and not verb.negated:
        speaker = speaking(scene, at)
        return Attitude("ought", at, "support", matter, [] if speaker is None else [speaker], "demand")
    willing = german and not _WILLING.isdisjoint(scene.line.words)  # "will … mittragen"
    if joins and (willing or verb.modal in ("would", "will")) and not conditional(scene, at):
        return Attitude("joining", at, "support", matter, holders_of(scene, at))
    if verb.modal in ("would", "will", "could") and conditional(scene, at):
        return Attitude("condition", at, "conditional", matter, holders_of(scene, at))
    return None


def _ought(scene: Scene, at: int, verb: Verb, story: Story) -> Attitude | None:
    """ "sanctions should be lifted", "the EU must sanction the banks": the view of whoever says so."""
    if verb.modal != "should" and not (verb.negated and _FORBEARING & set(scene.line.words)):
        return None
    matter = _acted_on(scene, at, verb, story)
    if matter is None:
        return None
    speaker = speaking(scene, at)
    stance = "oppose" if verb.negated else "support"
    return Attitude("ought", at, stance, matter, [] if speaker is None else [speaker], "demand")


def _followed(scene: Scene, at: int, verb: Verb, story: Story) -> Attitude | None:
    """ "the talks should be followed by an easing of the sanctions"."""
    matter = matter_in(scene, at + 1, clause_end(scene, at + 1), story)
    speaker = speaking(scene, at)
    if matter is None or speaker is None or scene.kind(matter.first) != "nominal":
        return None
    return Attitude("ought", at, "oppose" if verb.negated != matter.turned else "support", matter, [speaker])


def _acted_on(scene: Scene, at: int, verb: Verb, story: Story) -> Matter | None:
    """The matter of the act's own verb, with its action."""
    cue = verb.cue("act") or verb.cue("list")
    assert cue is not None
    if verb.passive:
        below = matter_in(scene, clause_first(scene, at), at, story)
        if below is None:
            return _pressed(scene, at, cue.value, story)
        same = cue.value == story.action and below.echo
        return Matter(below.kind, cue.value, below.targets, below.first, at + 1, echo=same)
    return matter_in(scene, at, clause_end(scene, at + 1), story)


def _pressed(scene: Scene, at: int, action: str, story: Story) -> Matter | None:
    """ "the pressure must be kept up": that of the article's sanctions."""
    for index in range(clause_first(scene, at), at):
        if scene.nodes[index].value == "pressure" and story.against is not None:
            return Matter("sanctions", action, (story.against,), index, at + 1)
    return None


def _unwilling(scene: Scene, at: int, verb: Verb, story: Story) -> Attitude | None:
    """ "will not lift", "refused to ease": what is denied is a view."""
    cue = verb.cue("act")
    if cue is None or cue.value not in (*_SPENT, "impose", "extend", "tighten") or verb.passive:
        return None
    applies = verb.letters == "s" and any(cue.lemma in ("aplicar", "appliquer") for cue in verb.cues)
    if not _denied(scene, at) or not (verb.modal in ("will", "would") or not verb.finite or applies):
        return None
    matter = _acted_on(scene, at, verb, story)
    if matter is None:
        return None
    return Attitude("unwilling", at, "oppose", matter, holders_of(scene, at))


# -- adjectives and nouns ------------------------------------------------------------------------------------
def _of_adjective(scene: Scene, at: int, story: Story) -> Attitude | None:
    """ "is opposed to", "is in favour of": the subject of the verb before."""
    above = at - 1
    while above >= 0 and (
        scene.nodes[above].has("adverb") or scene.kind(above) in ("word", "quote", "modifier")
    ):
        above -= 1
    verb = scene.nodes[above].verb if above >= 0 else None
    if verb is None or (verb.letters and verb.cue("speech") is None and verb.cue("common") is None):
        return None
    if scene.word(at + 1) == "(":
        return None  # "two were against (China and Russia)": a vote
    matter = matter_in(scene, at + 1, clause_end(scene, at + 1), story)
    value = scene.nodes[at].cues.first["adjective"].value
    if matter is None and story.told and scene.kind(at + 1) in ("quote", "stop", "comma", ""):
        matter = echo_of(story, at)
    if matter is None or value not in ("support", "oppose"):
        return None
    stance = flip(value) if verb.negated != matter.turned else value
    certainty: terms.CertaintyName = "certain"
    if any(
        word in scene.text(at, at + 1).lower() for word in ("concern", "worr", "wary", "preocup", "inqui")
    ):
        certainty = "probable"
    return Attitude("adjective", at, stance, matter, holders_of(scene, above), certainty=certainty)


def _of_noun(scene: Scene, at: int, story: Story) -> Attitude | None:
    """ "its opposition to the sanctions", "Hungary's veto"."""
    if scene.line.language == "de" and "abhängig" in scene.line.words:
        return None  # "machte seine Zustimmung von Ausnahmen abhängig"
    matter = matter_in(scene, at + 1, min(at + 9, clause_end(scene, at + 1)), story)
    if matter is None and scene.line.language == "de":
        return raised_of(scene, at, story)
    above = scene.nodes[at - 1].verb if at else None
    if matter is None and above is not None and above.have and scene.line.language == "en" and story.told:
        matter = echo_of(story, at) if scene.kind(at + 1) in ("stop", "comma", "") else None
    if matter is None:
        return None
    denied = _nothing_of(scene, at)
    value = "oppose" if denied else scene.nodes[at].cues.first["sidenoun"].value
    value = flip(value) if matter.turned and not denied else value
    speaker = speaking(scene, at)
    holders = owner_of(scene, at) if not denied or scene.word(at) not in _RIGHTS else []
    if not holders and speaker is not None and denied:
        holders = [speaker]  # "there can be no talk of lifting"
    return Attitude("noun", at, value, matter, holders)


def _nothing_of(scene: Scene, at: int) -> bool:
    """ "no plans to", "no talk of": what is denied so is not wanted."""
    return scene.word(at) in _DENIED and scene.word(at - 1) == "no" and scene.line.language == "en"


_DENIED: Final = frozenset(
    {"plans", "plan", "intention", "question", "talk", "reason", "justification", "grounds", "case"}
    | {"discussion", "right", "power", "authority", "basis", "need", "point", "mandate"}
)
_RIGHTS: Final = frozenset(
    {"right", "power", "authority", "basis", "mandate"}
)  # the other's, as a speaker says
