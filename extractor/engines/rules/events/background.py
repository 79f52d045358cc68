"""Whether an act is told as history (ruling 15): it explains the news instead of being it."""

from __future__ import annotations

from typing import Final

from extractor.engines.rules.acts.act import Act
from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.frames.speech import source_at
from extractor.engines.rules.lines.days import Day

__all__ = ["is_background"]

# Words of the past that tell nothing of the act when they stand after it.
_LOOSE: Final = frozenset({"had", "earlier", "later", "since"})
_CLOSE: Final = frozenset(
    ["first", "already", "long", "ya", "déjà", "bereits", "initially", "previously"]
)  # fmt: skip
_OPENERS: Final = frozenset({"since", "when", "after", "where", "because", "cuando", "lorsque", "nachdem"})


def is_background(scene: Scene, act: Act, day: Day | None, region: tuple[int, int], year: int | None) -> bool:
    """Whether ``act``, dated ``day``, is history. ``year`` is that of publication, when known."""
    verb = scene.nodes[act.trigger].verb
    if verb is not None and verb.perfect == "past" and source_at(scene, act.trigger) is None:
        return True  # "had imposed"; after "said that" it is only the sequence of tenses
    if day is not None and (told := _by_day(scene, day, year)) is not None:
        return told
    if _told_before(scene, act, region):
        return True
    if act.rule in ("sanctions imposed by", "sanctions X imposed") and not _as_news(act):
        return day is None or not day.exact
    if day is not None and day.exact:
        return False
    return not scene.lead and _after_opener(scene, act)


def _by_day(scene: Scene, day: Day, year: int | None) -> bool | None:
    """What the day alone says: an open beginning, another year or a whole month or year is the past."""
    if day.since:
        return True
    if day.year is not None:
        if year is None:
            return None if day.exact else True
        if day.year < year:
            return True
    if day.exact:
        return None
    return None if scene.lead else True


def _as_news(act: Act) -> bool:
    return act.phrase is not None and bool(act.phrase.modifiers & {"new", "more"})


def _told_before(scene: Scene, act: Act, region: tuple[int, int]) -> bool:
    trigger = scene.nodes[act.trigger]
    near = range(max(region[0], trigger.start - 8), min(region[1], trigger.after + 14))
    for index in near:
        if "before" not in scene.details[index].kinds:
            continue
        word = scene.line.words[index]
        if word in _LOOSE:
            continue
        if word in _CLOSE and not trigger.start - 5 <= index < trigger.after:
            continue
        return True
    return False


def _after_opener(scene: Scene, act: Act) -> bool:
    """ "…, which imposed sanctions", "since the EU imposed": the clause explains another."""
    for at in range(act.trigger - 1, max(-1, act.trigger - 10), -1):
        node = scene.nodes[at]
        if node.kind == "opener":
            return node.value == "relative" or scene.word(at) in _OPENERS
        if node.kind == "stop":
            return False
    return False
