"""Acts told in a line: every sanctions phrase with the verb or noun that does something to it."""

from __future__ import annotations

from extractor.engines.rules.act import Act
from extractor.engines.rules.direct_acts import listing, penalising, prohibiting
from extractor.engines.rules.governed_acts import by_governor, enlisting
from extractor.engines.rules.measures import SanctionsPhrase, read_phrase
from extractor.engines.rules.named_acts import by_noun, by_relative, participle_act
from extractor.engines.rules.scene import Scene
from extractor.engines.rules.subject_acts import as_subject, verb_last

__all__ = ["acts_of_line"]


_TELLING = frozenset({"strong", "weak", "list", "prohibit", "penalise"})


def acts_of_line(scene: Scene) -> list[Act]:
    """Every act of the line, in the order of the text."""
    acts: list[Act] = []
    phrases: list[tuple[SanctionsPhrase, Act | None]] = []
    if not scene.line.kinds & _TELLING:
        return acts
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
    if any(
        scene.kind(at) == "issue" for at in range(phrase.head + 2, min(phrase.after + 3, len(scene.nodes)))
    ):
        return False  # "curbs on Iran's nuclear programme"
    return bool(phrase.targets) and any(agent.kind != "person" for agent in phrase.targets)


def _act(scene: Scene, phrase: SanctionsPhrase) -> Act | None:  # noqa: PLR0911 - cases in order of precedence, one line each
    if phrase.negated:
        return None
    if phrase.listed:
        return enlisting(scene, phrase)
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
