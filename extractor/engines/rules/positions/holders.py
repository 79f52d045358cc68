"""Whose view a verb or noun tells: its subject, whoever speaks, or whoever is named beside the noun."""

from __future__ import annotations

from typing import Final

from extractor.engines.rules.clauses.german import comma_before, german_slots, german_subject
from extractor.engines.rules.clauses.lists import agents_after, agents_before
from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.clauses.subjects import by_phrase, previous_finite, subject_of
from extractor.engines.rules.frames.speech import person_before, source_at
from extractor.engines.rules.lines.verbs import Verb
from extractor.engines.rules.positions.matters import clause_first
from extractor.engines.rules.who.agents import Agent

__all__ = ["governor", "holders_of", "others_than_subject", "owner_of", "passive", "speakers", "speaking"]

_FIRST: Final = frozenset({"we", "i", "nous", "je", "on", "wir", "ich", "man"})
_THIN: Final = frozenset({"and", "comma", "quote", "opener", "stop", "day"})
_CHAIN: Final = 4
_CONTRASTING: Final = frozenset({"but", "pero", "mais", "aber"})


def speaking(scene: Scene, at: int) -> Agent | None:
    """Whoever says the words at node ``at``."""
    source = source_at(scene, at)
    return None if source is None or source.nobody else source.agent


def speakers(scene: Scene, at: int) -> list[Agent]:
    """All who say the words at node ``at``: "China and Russia think that …" are two."""
    source = source_at(scene, at)
    if source is None or source.nobody or source.agent is None:
        return []
    verb = scene.nodes[source.at].verb if source.at >= 0 else None
    if verb is None or not verb.finite or not source.agent.states_itself:
        return [source.agent]
    joint = subject_of(scene, source.at).agents
    return joint if source.agent in joint and all(one.states_itself for one in joint) else [source.agent]


def governor(scene: Scene, at: int) -> int | None:
    """The finite verb that the verb at node ``at`` hangs on, itself included; None when that is not plain.

    "vowed to oppose", "said it would back", "…, calling the move illegal".
    """
    verb = scene.nodes[at].verb
    for _ in range(_CHAIN):
        if verb is None:
            return None
        if verb.finite and not verb.infinitive:
            return at
        opened = comma_before(scene, at) if verb.infinitive and scene.line.language == "de" else None
        if opened is not None:
            above = previous_finite(scene, opened)  # "kündigte an, gegen das Paket zu stimmen"
            asks = None if above is None else scene.nodes[above].verb
            return None if asks is None or asks.cue("appeal") is not None else above
        above = at - 1
        while above >= 0 and (scene.kind(above) in ("quote", "day") or scene.nodes[above].has("adverb")):
            above -= 1
        if verb.gerund and (scene.kind(above) in ("comma", "and") or scene.word(above) == "while"):
            return previous_finite(scene, at)  # "…, calling", "while calling"
        while above >= 0 and scene.kind(above) in ("prep", "word", "stagenoun", "comma", "agent", "det"):
            above -= 1
        if above < 0 or scene.nodes[above].verb is None:
            return None
        at, verb = above, scene.nodes[above].verb
    return None


def holders_of(scene: Scene, at: int) -> list[Agent]:  # noqa: C901, PLR0911, PLR0912 - cases in order of precedence
    """Who holds what the verb at node ``at`` tells; empty when that is nobody or not plain."""
    verb = scene.nodes[at].verb
    if verb is not None and (passive(verb) or _participle(scene, at)):
        return by_phrase(scene, at + 1)
    if verb is not None and verb.infinitive and scene.line.language == "en":
        others = others_than_subject(scene, at)
        if others is not None:
            return others
    top = governor(scene, at) if verb is not None else at
    if top is None:
        return []
    while scene.word(top - 1) in ("s'", "se", "y", "en"):
        top -= 1  # "s'est félicité", "s'y est opposé"
    begin = _before(scene, top)
    ours = (
        scene.line.language == "es"
        and any(
            word.endswith(("amos", "emos", "imos"))  # "no vamos a imponer"
            for word in scene.line.words[scene.nodes[top].start : scene.nodes[top].after]
        )
    )
    if ours or (begin >= 0 and scene.word(begin) in _FIRST):
        return _one(speaking(scene, at))
    if begin >= 0 and (scene.kind(begin) == "and" or scene.word(begin) in _CONTRASTING):
        told = _going_on(scene, top)
        if told is not None:
            return [told]
    if begin > 0 and scene.word(begin) in _LANDS and scene.word(begin - 1) in ("his", "her"):
        return _one(speaking(scene, at))  # "X said his country would not abide by the sanctions"
    subject = subject_of(scene, top)
    if subject.nobody:
        return []
    governing = scene.nodes[top].verb
    ends = governing is not None and governing.finite_auxiliary
    if scene.line.language == "de" and (len(subject.agents) != 1 or ends):
        told_first = german_subject(scene, german_slots(scene, top))
        if told_first:
            return told_first
    if begin >= 0 and scene.kind(begin) == "anaphor" and (not subject.agents or _own_state(scene, at, begin)):
        return _one(speaking(scene, at))
    if not subject.agents or subject.thing is not None:
        body = _body(scene, top)
        if body is not None:
            return [body]
    if subject.agents:
        return subject.agents
    person = person_before(scene, top)
    if person is not None:
        return [person]
    if subject.thing is not None:
        return _german_subject(scene, top) if scene.line.language == "de" else []
    if scene.line.language in ("es", "fr", "de"):
        turned = _turned(scene, top)
        if turned:
            return turned
    if begin < 0 or scene.kind(begin) in _THIN:
        return _one(speaking(scene, at)) or _first(scene, top)
    return []


def others_than_subject(scene: Scene, at: int) -> list[Agent] | None:
    """Whoever else than the subject the infinitive at node ``at`` is of; None when it is the subject's own.

    "prompting Moscow to denounce" is Moscow's; in "criticised Cuba's refusal to condemn" and "the refusal of
    Cuba to condemn" it is not the critic's.
    """
    before = at - 1
    if before < 1 or scene.nodes[before].agent is None:
        while before > 0 and scene.kind(before) in ("word", "stagenoun", "modifier"):
            before -= 1
        span = scene.nodes[before].span
        return [] if span is not None and before < at - 1 and (span.possessive or span.adjectival) else None
    named = agents_before(scene, before)
    for index in range(before - 1, max(-1, before - 10), -1):
        verb = scene.nodes[index].verb
        if verb is not None:
            return named if any(cue.lemma in _PROMPTING for cue in verb.cues) else []
        if scene.word(index) in _PROMPTED:
            return named
        if scene.kind(index) in ("stop", "comma", "opener") and index < before - 4:
            return None
    return None


_PROMPTING: Final = frozenset({"prompt", "lead", "cause", "force", "push", "provoke", "drive"})
_PROMPTED: Final = frozenset(
    {"prompting", "prompted", "leading", "led", "causing", "provoking", "spurring", "spurred", "drove"}
)


def _going_on(scene: Scene, at: int) -> Agent | None:
    """ "X said the step was good and urged …": the verb goes on with whoever says the words before."""
    before = [one for one in scene.sources if 0 <= one.at < at and not one.trailing]
    if not before or before[-1].agent is None:
        return None
    between = scene.nodes[before[-1].at + 1 : at]
    inner = [node for node in between if node.verb is not None and node.verb.finite]
    return before[-1].agent if inner and scene.kind(before[-1].at - 1) != "opener" else None


def _body(scene: Scene, at: int) -> Agent | None:
    """ "Iran's mission …", "die syrische Übergangsregierung", "su Gobierno": the state itself speaks."""
    for index in range(at - 1, max(-1, at - 12), -1):
        node = scene.nodes[index]
        if node.kind in ("opener", "stop") or (node.verb is not None and node.verb.finite):
            return None
        if not _governs(scene, index):
            continue
        before = scene.nodes[index - 1] if index else None
        if before is not None and before.kind in ("modifier", "word") and index > 1:
            before = scene.nodes[index - 2] if before.span is None else before
        if before is None:
            return None
        if before.agent is not None and before.span is not None:
            owned = before.span.possessive or before.span.adjectival
            owner = before.agent.speaks_for or before.agent  # "Ortega's government"
            return owner if owned and owner.states_itself else None
        if before.value == "its" or scene.word(index - 1) in _OWN:
            memory = scene.memory
            states = [agent for agent in memory.last_subjects if agent.kind == "state"]
            return states[0] if states else memory.last_state
        return None
    return None


def _governs(scene: Scene, index: int) -> bool:
    word = scene.word(index)
    return word in _BODIES or word.endswith(("regierung", "ministerium", "präsidentschaft", "botschaft"))


_LANDS: Final = frozenset({"country", "government", "nation", "administration", "cabinet"})
_BODIES: Final = frozenset(
    {
        "mission",
        "government",
        "authorities",
        "leadership",
        "delegation",
        "country",
        "cabinet",
        "junta",
        "presidency",
    }
    | {
        "embassy",
        "ministry",
        "regime",
        "gobierno",
        "país",
        "junte",
        "gouvernement",
        "pays",
        "land",
        "führung",
    }
)
_OWN: Final = frozenset({"su", "son", "sa", "sein", "seine", "ihr", "ihre", "his", "her", "its", "their"})


def passive(verb: Verb) -> bool:
    """ "were condemned"; a French reflexive with "est" is none ("s'est félicité")."""
    return verb.passive and not any(cue.lemma.split()[0] in _REFLEXIVE for cue in verb.cues)


_REFLEXIVE: Final = frozenset(
    {"s'opposer", "opposer", "féliciter", "réjouir", "prononcer", "joindre", "plier"}
)


def _german_subject(scene: Scene, at: int) -> list[Agent]:
    """ "Norwegen hat die Sanktionen kritisiert": the clause's first agent after no preposition."""
    for index in range(clause_first(scene, at), at):
        node = scene.nodes[index]
        if node.agent is None or node.span is None or node.span.possessive or node.span.adjectival:
            continue
        before = index - 1 if scene.kind(index - 1) != "det" else index - 2
        return [node.agent] if scene.kind(before) not in ("prep", "sanctions", "nominal") else []
    return []


def _own_state(scene: Scene, at: int, anaphor: int) -> bool:
    """ "Prime Minister X said the country would …": his own."""
    speaker = speaking(scene, at)
    return (
        scene.nodes[anaphor].value in ("state", "org") and speaker is not None and speaker.office == "state"
    )


def _participle(scene: Scene, at: int) -> bool:
    """ "a package opposed by Hungary"."""
    verb = scene.nodes[at].verb
    following = scene.nodes[at + 1] if at + 1 < len(scene.nodes) else None
    by = following is not None and following.kind == "prep" and following.value == "by"
    return verb is not None and verb.bare_participle and by and scene.line.language == "en"


def _before(scene: Scene, at: int) -> int:
    """The node before the verb at ``at``, over adverbs."""
    index = at - 1
    while index >= 0 and (scene.nodes[index].has("adverb") or scene.word(index).endswith("ly")):
        index -= 1
    return index


def _turned(scene: Scene, at: int) -> list[Agent]:
    """ "rechazó Moscú", "kritisierte der Kreml": the subject right after the verb."""
    index = at + 1
    while scene.kind(index) == "det":
        index += 1
    node = scene.nodes[index] if index < len(scene.nodes) else None
    free = at == 0 or scene.kind(at - 1) in ("comma", "quote", "opener", "day", "word")
    if node is None or node.agent is None or not free:
        return []
    return [node.agent]


def _first(scene: Scene, at: int) -> list[Agent]:
    """The sentence's first agent, where it opens the sentence: it goes on as subject."""
    for index, node in enumerate(scene.nodes[: min(at, 4)]):
        if node.agent is not None and node.span is not None and not node.span.possessive:
            return [] if index and scene.kind(index - 1) == "prep" else [node.agent]
        if node.kind not in ("det", "modifier", "quote"):
            return []
    return []


def _one(agent: Agent | None) -> list[Agent]:
    return [] if agent is None else [agent]


_VOICING: Final = frozenset({
    "voice", "pledge", "declare", "lend", "give", "offer", "show", "repeat", "reaffirm", "convey", "register",
    "make", "raise", "drop",
})  # fmt: skip


_OWNED_BY: Final = frozenset({"of", "from", "de", "del", "du", "von"})


def owner_of(scene: Scene, at: int) -> list[Agent]:
    """Whose the noun at node ``at`` is: "Hungary's veto", "Veto Ungarns", "expressed its opposition to"."""
    for index in range(at - 1, max(-1, at - 4), -1):
        node = scene.nodes[index]
        if node.agent is not None and node.span is not None:
            return [node.agent] if node.span.possessive or node.span.adjectival else []
        if node.kind not in ("word", "modifier", "day"):
            break
    following = at + 1
    while scene.kind(following) in ("det",) or scene.word(following) in _OWNED_BY:
        following += 1
    owner = scene.nodes[following] if following < len(scene.nodes) else None
    named = scene.nodes[at].cues
    bare = all(" " not in cue.lemma for cue in named if cue.kind == "sidenoun")
    if owner is not None and owner.agent is not None and bare and following <= at + 3:
        return agents_after(scene, following).agents if scene.word(at + 1) == "from" else [owner.agent]
    if owner is not None and owner.value == "its":
        above = previous_finite(scene, at)
        return [] if above is None else holders_of(scene, above)
    above = previous_finite(scene, at)
    if above is None or at - above > 5 or any(scene.kind(i) == "opener" for i in range(above, at)):
        return []
    verb = scene.nodes[above].verb
    voiced = verb is not None and (
        verb.cue("speech") is not None
        or bool(verb.have)
        or not verb.letters
        or scene.word(above) in _VOICING
        or any(cue.lemma in _VOICING for cue in verb.cues)
    )
    return holders_of(scene, above) if voiced else []
