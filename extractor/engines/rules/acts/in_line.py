"""Acts told in a line: every sanctions phrase with the verb or noun that does something to it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extractor.engines.rules.acts.act import Act
from extractor.engines.rules.acts.governed_acts import by_governor
from extractor.engines.rules.acts.licences import lapses
from extractor.engines.rules.acts.listing_nouns import listings
from extractor.engines.rules.acts.measures import SanctionsPhrase, read_phrase
from extractor.engines.rules.acts.named_acts import by_noun, by_relative, participle_act
from extractor.engines.rules.acts.penalties import penalties
from extractor.engines.rules.acts.states_of_affairs import standing
from extractor.engines.rules.acts.subject_acts import as_subject, verb_last
from extractor.engines.rules.acts.verb_acts import VERBAL, acts_of_verb
from extractor.engines.rules.clauses.scene import Scene

__all__ = ["acts_of_line"]


_TELLING: Final = VERBAL - {"act", "govern", "prohibit"} | {
    "strong",
    "weak",
    "measureword",
    "licence",
    "nominal",
    "penaltynoun",
}


_NOUNS: Final = frozenset({"strong", "weak"})  # what makes a node one of sanctions
_PAIRS: Final = ({"act", "pronoun"}, {"act", "listnoun"}, {"prohibit", "goods"})


def acts_of_line(scene: Scene) -> list[Act]:
    """Every act of the line, in the order of the text."""
    kinds = scene.line.kinds
    if (
        kinds.isdisjoint(_TELLING)
        and not {"act", "pronoun"} <= kinds
        and not any(pair <= kinds for pair in _PAIRS)
    ):
        return []
    acts: list[Act] = []
    scene.acts = []
    for index, node in enumerate(scene.nodes):
        if node.verb is None:
            continue
        found = [act for act in acts_of_verb(scene, index) if _counts(scene, act)]
        if found:
            acts += found
            scene.acts += [act for act in found if act.targets and act.view is None and not act.detail]
    claimed = {head for act in acts for head in act.heads}
    standing_acts = standing(scene, claimed)
    acts += [*standing_acts, *listings(scene), *lapses(scene), *penalties(scene)]
    claimed |= {head for act in standing_acts for head in act.heads}
    return sorted([*acts, *_second_halves(scene, acts), *_of_nouns(scene, claimed)], key=_trigger)


def _trigger(act: Act) -> int:
    return act.trigger


def _second_halves(scene: Scene, acts: list[Act]) -> list[Act]:
    """ "un embargo sur les armes au Soudan et des sanctions contre deux généraux": an act of each (9)."""
    if scene.line.language not in ("es", "fr"):
        return []
    found = []
    for act in acts:
        if act.rule not in _WITH_OBJECT or not act.targets or act.phrase is None or act.view is not None:
            continue
        first = act.phrase.after
        if scene.kind(first) != "and":
            continue
        head = next((at for at in range(first + 1, first + 4) if scene.kind(at) == "sanctions"), None)
        if head is None or any(scene.kind(at) in ("verb", "nominal") for at in range(first + 1, head)):
            continue
        phrase = read_phrase(scene, head)
        told = {agent.key for agent in act.targets}
        if phrase.blocked or phrase.nominal is not None or not phrase.targets:
            continue
        if told.isdisjoint(agent.key for agent in phrase.targets):
            act.heads = [at for at in act.heads if at != head]
            noun = scene.nodes[head].value
            found.append(
                replace(act, targets=list(phrase.targets), phrase=phrase, noun=noun, heads=[head],
                        first=phrase.first, after=phrase.after)
            )  # fmt: skip
    return found


_WITH_OBJECT: Final = frozenset({"verb with sanctions", "stage verb with sanctions"})


def _counts(scene: Scene, act: Act) -> bool:
    """Whether plain words ("measures", "restrictions") mean sanctions here: who or whom is told."""
    if act.phrase is None or act.again or scene.nodes[act.phrase.head].has("strong"):
        return True
    if any(
        scene.kind(at) == "issue"
        for at in range(act.phrase.head + 2, min(act.phrase.after + 3, len(scene.nodes)))
    ):
        return False  # "curbs on Iran's nuclear programme"
    return bool(act.targets or act.senders)


def _of_nouns(scene: Scene, claimed: set[int]) -> list[Act]:
    """Acts told by the sanctions phrase itself, where no verb has used it."""
    acts: list[Act] = []
    if scene.line.kinds.isdisjoint(_NOUNS):
        return acts
    phrases: list[tuple[SanctionsPhrase, Act | None]] = []
    for index, node in enumerate(scene.nodes):
        if node.kind != "sanctions":
            continue
        phrase = read_phrase(scene, index)
        if index in claimed or _example(scene, phrase):
            phrases.append((phrase, None))
        elif node.has("strong") or _told_of(scene, phrase):
            act = _act(scene, phrase) or _shared(scene, phrase, phrases)
            phrases.append((phrase, act))
            if act is not None:
                acts += [act, *_news_within(scene, phrase, act)]
    return acts


def _example(scene: Scene, phrase: SanctionsPhrase) -> bool:
    """ "…, including an embargo on oil": what the sanctions told before consist of."""
    before = phrase.first - 1
    return before >= 0 and scene.text(before, before + 1).lower() in _INCLUDING


_INCLUDING: Final = frozenset({
    "including", "such as", "darunter", "dont", "notamment", "incluido", "incluida", "incluidas",
    "incluidos", "entre ellas", "entre ellos", "namely",
})  # fmt: skip


def _told_of(scene: Scene, phrase: SanctionsPhrase) -> bool:
    """A weak noun ("restrictions") counts where whom it hits is told, a ban where it is on a trade."""
    start = scene.nodes[phrase.head].after
    if scene.word(phrase.head) in ("ban", "bans") and not any(
        scene.line.has(at, "goods") for at in range(start, min(start + 8, len(scene.line.words)))
    ):
        return False
    if any(
        scene.kind(at) == "issue" for at in range(phrase.head + 2, min(phrase.after + 3, len(scene.nodes)))
    ):
        return False  # "curbs on Iran's nuclear programme"
    return bool(phrase.targets) and any(agent.kind != "person" for agent in phrase.targets)


def _act(scene: Scene, phrase: SanctionsPhrase) -> Act | None:
    if phrase.negated or phrase.listed:
        return None
    if phrase.nominal is not None:
        return by_noun(scene, phrase)
    if phrase.relative is not None:
        outer = None if phrase.blocked else by_governor(scene, phrase)
        return outer if outer is not None else by_relative(scene, phrase)
    if phrase.participle is not None:
        return by_participle(scene, phrase)
    if phrase.blocked:
        return None
    return by_governor(scene, phrase) or as_subject(scene, phrase) or verb_last(scene, phrase)


def by_participle(scene: Scene, phrase: SanctionsPhrase) -> Act | None:
    outer = None if phrase.blocked else by_governor(scene, phrase)
    return outer if outer is not None else participle_act(scene, phrase)


def _news_within(scene: Scene, phrase: SanctionsPhrase, act: Act) -> list[Act]:
    """ "seeks support for new sanctions announced on Tuesday": the view of them, and the act itself."""
    if act.view is None or act.trigger in (phrase.participle, phrase.relative):
        return []
    within = by_relative(scene, phrase) if phrase.relative is not None else participle_act(scene, phrase)
    return [within] if within is not None else []


def _shared(
    scene: Scene, phrase: SanctionsPhrase, earlier: list[tuple[SanctionsPhrase, Act | None]]
) -> Act | None:
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
