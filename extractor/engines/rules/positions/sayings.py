"""What is said of the sanctions: judgements ("is illegal", "called it a mistake") and effects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from extractor.engines.rules.acts.measures import read_phrase
from extractor.engines.rules.clauses.german import german_slots, german_subject
from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.frames.conditions import condition_of
from extractor.engines.rules.lines.verbs import Verb
from extractor.engines.rules.positions.attitude import Attitude, echo_of, flip
from extractor.engines.rules.positions.holders import holders_of, speakers, speaking
from extractor.engines.rules.positions.matters import Matter, clause_end, clause_first, matter_in
from extractor.engines.rules.positions.story import Story, side_of
from extractor.engines.rules.who.agents import Agent

__all__ = ["sayings_of"]

_CALLING: Final = frozenset(
    {
        "call",
        "describe",
        "consider",
        "label",
        "brand",
        "denounce",
        "condemn",
        "dismiss",
        "slam",
        "characterise",
    }
    | {"characterize", "decry", "deem", "view", "see", "regard", "reject", "blast", "criticise", "criticize"}
    | {"calificar", "tildar", "tachar", "considerar", "ver", "qualifier", "juger", "estimer", "considérer"}
    | {"parler", "parler de", "hablar", "hablar de", "voir", "traiter", "taxer"}
    | {
        "bezeichnen",
        "nennen",
        "kritisieren",
        "verurteilen",
        "halten",
        "sprechen",
        "hail",
        "welcome",
        "praise",
    }
)
_THIS: Final = frozenset(
    {
        "this",
        "that",
        "it",
        "these",
        "they",
        "those",
        "esto",
        "eso",
        "ello",
        "cela",
        "ceci",
        "ce",
        "c'",
        "elles",
    }
    | {"ils", "elle", "dies", "das", "es", "sie", "diese", "them"}
)
_AS: Final = frozenset({"as", "como", "comme", "als"})
_NEAR: Final = 14
_JUDGED: Final = frozenset({"judgement", "short"})
_PRESSURE: Final = frozenset({"impose", "designate", "extend", "maintain"})
_EFFECTS: Final = frozenset({"effect", "intransitive"})


def sayings_of(scene: Scene, story: Story) -> list[Attitude]:
    """Judgements of the sanctions, and effects that somebody says they have."""
    kinds = scene.line.kinds
    if kinds.isdisjoint(_JUDGED) and kinds.isdisjoint(_EFFECTS):
        return []
    return [one for one in _each(scene, story) if one.holders and one.matter.kind == "sanctions"]


def _each(scene: Scene, story: Story) -> Iterator[Attitude]:
    judged = not scene.line.kinds.isdisjoint(_JUDGED)
    for at, node in enumerate(scene.nodes):
        found: Attitude | None = None
        if node.verb is not None and judged and node.verb.gerund and scene.line.has(node.start, "judgement"):
            found = _judgement(scene, at, story)  # "called the step encouraging"
        elif node.verb is not None:  # which bears its cues itself, and the node none
            if "effect" in node.verb.first:
                found = _effect(scene, at, story)
            elif "intransitive" in node.verb.first:
                found = _lasting(scene, at, story)
        elif judged and node.has("judgement"):
            found = _judgement(scene, at, story)
        elif judged and node.has("short"):
            found = _wanting_more(_judgement(scene, at, story))
        if found is not None:
            yield found


# -- judgements ----------------------------------------------------------------------------------------------
def _judgement(scene: Scene, at: int, story: Story) -> Attitude | None:
    value = _value(scene, at)
    verb_at = _verb_before(scene, at)
    if verb_at is None:
        return _described(scene, at, value, story)
    verb = scene.nodes[verb_at].verb
    assert verb is not None
    denied = verb.negated != _disbelieved(scene, verb_at) or any(
        _negates(scene, i) for i in range(verb_at + 1, at)
    )
    stance = flip(value) if denied else value
    if any(scene.word(i) in ("what", "lo", "was") for i in range(max(0, verb_at - 3), verb_at)):
        return None  # "for what it called «illegitimate actions»"
    if verb.letters and any(cue.lemma in _CALLING for cue in verb.cues):
        matter = _called(scene, verb_at, at, story)
        holders = holders_of(scene, verb_at)
    elif not verb.letters or verb.cue("effect") is not None or _linking(verb):
        if verb.cue("effect") is not None and value == "support" and _bare_word(scene, at + 1):
            return None  # "will make an appropriate statement"
        matter = _subject(scene, verb_at, story)
        if matter is None and scene.line.language == "de":  # "Aus Sicht Wiens sind die Sanktionen nötig"
            matter = matter_in(scene, verb_at + 1, at if at > verb_at else len(scene.nodes), story)
        holders = speakers(scene, at)
    else:
        return _described(scene, at, value, story)
    if matter is None:
        return None
    return Attitude("judgement", at, stance, matter, holders)


def _bare_word(scene: Scene, at: int) -> bool:
    return scene.kind(at) == "word" and not scene.nodes[at].cues


def _value(scene: Scene, at: int) -> str:
    first = scene.line.cues[scene.nodes[at].start].first
    if "judgement" in first:
        return first["judgement"].value
    return "oppose" if first["short"].value == "short" else "support"


def _wanting_more(found: Attitude | None) -> Attitude | None:
    """ "called the sanctions a slap on the wrist", "are not enough": whoever says so wants tougher ones."""
    if found is None or found.stance != "oppose":
        return None
    matter = found.matter
    action = "tighten" if matter.action in _PRESSURE else matter.action
    return replace(found, rule="short", stance="support", matter=replace(matter, action=action))


def _negates(scene: Scene, at: int) -> bool:
    """A "not"; "un pas" is a step."""
    step = scene.word(at) == "pas" and scene.word(at - 1) in ("un", "le", "premier")
    return scene.nodes[at].has("not") and not step


def _linking(verb: Verb) -> bool:
    return any(cue.lemma in ("remain", "become", "represent", "constitute", "seem") for cue in verb.cues)


def _verb_before(scene: Scene, at: int) -> int | None:
    for index in range(at - 1, max(-1, at - _NEAR), -1):
        node = scene.nodes[index]
        if node.verb is not None:
            return index
        if (node.kind == "opener" and scene.word(index) not in _AS) or (
            node.kind == "stop" and node.value in (";", ".", "?", "!", ":")
        ):
            break
    if scene.line.language == "de":
        for index in range(at + 1, min(len(scene.nodes), at + 6)):
            if scene.nodes[index].verb is not None:
                return index
            if scene.kind(index) in ("comma", "stop", "opener"):
                return None
    return None


def _called(scene: Scene, verb_at: int, at: int, story: Story) -> Matter | None:
    """What is called so: between the verb and the judgement, after it, or the article's act."""
    between = matter_in(scene, verb_at + 1, at, story) or _pronoun(scene, verb_at + 1, at, story)
    if between is not None:
        return between
    after = matter_in(scene, at + 1, clause_end(scene, at + 1), story)
    if after is not None:
        return after
    if scene.line.language == "en":
        return None
    close = all(scene.kind(i) in ("quote", "det", "prep", "modifier", "word") for i in range(verb_at + 1, at))
    return echo_of(story, at) if close and story.told else None


def _subject(scene: Scene, verb_at: int, story: Story) -> Matter | None:
    first, end = clause_first(scene, verb_at), verb_at
    above = next((i for i in range(verb_at - 1, first - 1, -1) if _finite(scene, i)), None)
    if above is not None and scene.line.language != "de":
        if scene.kind(verb_at - 1) in ("and", "comma", "quote") or scene.nodes[verb_at - 1].has("adverb"):
            end = above
        else:
            first = above + 1
    made = matter_in(scene, first, end, story)
    if made is None and scene.line.language == "de" and first == verb_at and first > 1:
        made = matter_in(scene, clause_first(scene, first - 1), verb_at, story)
    return made if made is not None else _pronoun(scene, max(first, verb_at - 3), verb_at, story)


def _finite(scene: Scene, at: int) -> bool:
    verb = scene.nodes[at].verb
    if verb is None or not verb.finite or verb.cue("speech") is not None:
        return False
    described = verb.bare_participle and scene.kind(at - 1) == "sanctions" and scene.kind(at + 1) == "prep"
    return not described  # "sanctions imposed on the leaders are …"


def _pronoun(scene: Scene, first: int, end: int, story: Story) -> Matter | None:
    """ "This is …", "they are …": the article's act, where no other noun stands between."""
    if not story.told or (not story.paper and _resolution_before(scene, first)):
        return None
    for index in range(first, end):
        if scene.word(index) in _THIS and scene.kind(index) in ("pronoun", "word", "modifier", "det", "day"):
            following = scene.kind(index + 1)
            ended = index + 1 == end or following in ("verb", "quote", "prep")
            if ended or scene.nodes[index + 1].has("adverb"):
                return echo_of(story, index)
    return None


def _resolution_before(scene: Scene, at: int) -> bool:
    """ "voted against the resolution because it did not reflect …": "it" is the resolution."""
    return any(node.value == "resolution" for node in scene.nodes[:at])


def _described(scene: Scene, at: int, value: str, story: Story) -> Attitude | None:
    """ "illegal sanctions" in the words of somebody who is told to speak."""
    if value != "oppose":
        return None
    matter = matter_in(scene, at + 1, min(len(scene.nodes), at + 4), story)
    speaker = speaking(scene, at)
    if matter is None or speaker is None or matter.action != "maintain":
        return None
    return Attitude("described", at, "oppose", matter, [speaker])


def _disbelieved(scene: Scene, at: int) -> bool:
    """ "does not believe that sanctions will …": the doubt stands before the clause."""
    for index in range(at - 1, max(-1, at - 9), -1):
        verb = scene.nodes[index].verb
        if verb is not None and verb.letters:
            return verb.negated and any(cue.lemma in _BELIEVING for cue in verb.cues)
    return False


_BELIEVING: Final = frozenset({"believe", "think", "see", "creer", "croire", "penser", "glauben", "denken"})


_LOOMING: Final = frozenset({"threaten", "risk", "serve", "continue", "tend"})  # "threaten to deepen"


# -- effects -------------------------------------------------------------------------------------------------
def _effect(scene: Scene, at: int, story: Story) -> Attitude | None:
    """ "the sanctions hurt ordinary people", "will not change our policy", said by somebody."""
    verb = scene.nodes[at].verb
    assert verb is not None
    cue = verb.cue("effect")
    assert cue is not None
    above = scene.nodes[at - 1].verb if at else None
    looming = verb.infinitive and above is not None and any(cue.lemma in _LOOMING for cue in above.cues)
    if not (verb.finite or looming) or verb.passive or _somebody_acts(scene, at, verb):
        return None
    holders = speakers(scene, at)
    if not holders:
        return None
    matter = _subject(scene, at - 1 if looming else at, story)
    if matter is None and scene.line.language == "de" and scene.word(at + 1) in ("die", "diese", "solche"):
        matter = matter_in(scene, at + 1, at + 4, story)  # "nach Ansicht Wiens schaden die Sanktionen …"
    if matter is None:
        return None
    negated = (verb.negated or scene.word(at + 1) in _NOUGHT) != _disbelieved(scene, at)
    if cue.value == "oppose":
        stance = "" if negated else "support" if _its_aim(matter, holders, story) else "oppose"
    elif cue.value == "support":
        stance = "oppose" if negated else "support"
    else:
        stance = "oppose" if negated else ""
    return Attitude("effect", at, stance, matter, holders) if stance else None


_NOUGHT: Final = frozenset({"nothing", "little", "nobody"})  # "will achieve nothing"


def _its_aim(matter: Matter, holders: list[Agent], story: Story) -> bool:
    """ "said the action would deprive Iran of revenue", "hurt the regime": its sender wants that."""
    mine = all(side_of(story, one.speaks_for or one) == "sender" for one in holders)
    return mine and matter.echo and story.pressure


def _somebody_acts(scene: Scene, at: int, verb: Verb) -> bool:
    """German: "hat die Sanktionen verschärft", whose doer is told: no effect of theirs."""
    if scene.line.language != "de" or verb.cue("act") is None:
        return False
    slots = german_slots(scene, at)
    first = next((slot for slot in slots if not slot.prep), None)
    held = [i for i in range(first.first, first.after) if scene.kind(i) == "sanctions"] if first else []
    alone = first is not None and bool(held) and read_phrase(scene, held[0]).first <= first.first
    return not alone or bool(german_subject(scene, slots))


def _lasting(scene: Scene, at: int, story: Story) -> Attitude | None:
    """ "sanctions must stay", "will remain until …": whoever says so holds them up (ruling 23)."""
    verb = scene.nodes[at].verb
    assert verb is not None
    cue = verb.cue("intransitive")
    assert cue is not None
    if cue.value != "maintain" or not verb.finite:
        return None
    ought = verb.modal == "should"
    if not ought and (verb.modal != "will" or condition_of(scene) is None):
        return None
    matter = _subject(scene, at, story)
    speaker = speaking(scene, at)
    if matter is None or matter.kind != "sanctions":
        return None
    holders = [speaker] if speaker is not None else story.senders[:1]
    if not ought and holders and side_of(story, holders[0]) == "target":
        return None
    made = replace(matter, action="maintain", echo=False)
    stance = "oppose" if verb.negated else "support"
    return Attitude("lasting", at, stance, made, holders, "demand" if ought else "state")
