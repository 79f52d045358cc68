"""Which of a line's days dates an act, which dates its term, and whether the act is told as history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from extractor.engines.rules.acts.act import Act
from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.events.background import is_background
from extractor.engines.rules.lines.days import Day, days_of

__all__ = ["Timing", "timing_of"]

# What follows these came first: its day is not that of the act ("after the coup in 2021").
_EARLIER: Final = frozenset(
    [
        "after", "following", "before", "ahead", "tras", "después", "antes", "après", "avant", "suite",
        "nach", "nachdem", "vor",
    ]
)  # fmt: skip
_OWN_CLAUSE: Final = frozenset(
    {"that", "which", "que", "qu'", "qui", "dass", "whether", "si", "ob", "to", "if"}
)
_WHEN: Final = frozenset(
    [
        "when",
        "while",
        "where",
        "because",
        "cuando",
        "mientras",
        "quand",
        "lorsque",
        "lorsqu'",
        "als",
        "während",
        "weil",
    ]
)
_TERMS: Final = frozenset(
    [
        "effect", "effective", "force", "expire", "expires", "expiring", "vigor", "vigueur", "entrará",
        "kraft", "gelten", "gilt", "runs", "through", "vence", "expira", "expirent", "expire", "auslaufen",
    ]
)  # fmt: skip
_MARK: Final = ("stop", "opener")
_SMALL: Final = ("prep", "det", "quote", "modifier")
_FAR: Final = 40  # words between an act and the day of its own verb
_AGO: Final = 7


@dataclass(frozen=True, slots=True)
class Timing:
    """The article's words for the day of the act and for its term, and whether it is history."""

    date: str | None
    in_force: str | None
    is_background: bool


def timing_of(scene: Scene, act: Act, region: tuple[int, int], year: int | None) -> Timing:
    """When the act was, and whether it is told as history (rulings 15 and 18)."""
    days = days_of(scene.line)
    inside = [day for day in days if region[0] <= day.start < region[1]]
    term = next((day for day in inside if day.until or _is_term(scene, day)), None)
    day = _day_of(scene, act, [day for day in days if not day.until and day is not term], region)
    return Timing(
        date=scene.line.slice(day.start, day.after) if day else None,
        in_force=None if term is None else scene.line.slice(term.start, term.after),
        is_background=act.frame.stage == "adopted" and is_background(scene, act, day, region, year),
    )


def _is_term(scene: Scene, day: Day) -> bool:
    """ "takes effect on March 1", "entrará en vigor el 1 de abril": the day of a state, not of an act."""
    words = scene.line.words
    near = [word for word in words[max(0, day.start - 4) : day.start] if word != ","]
    return day.exact and not _TERMS.isdisjoint(near)


def _day_of(scene: Scene, act: Act, days: list[Day], region: tuple[int, int]) -> Day | None:
    """The day whose clause tells the act, else that of the verb which announces or decides it."""
    if not days:
        return None
    trigger = scene.nodes[act.trigger].start
    own = _own_nodes(act)
    ranked: list[tuple[int, int, int]] = []
    for place, day in enumerate(days):
        rank = _rank(scene, act, day, own)
        within = region[0] <= day.start < region[1]
        if rank is None or not (within or rank == 0 or day.exact):
            continue
        distance = min(abs(day.start - trigger), abs(trigger - day.after))
        if distance <= _FAR:
            ranked.append((rank + (0 if within else 3), distance, place))
    return days[min(ranked)[2]] if ranked else None


def _own_nodes(act: Act) -> set[int]:
    own = {act.trigger}
    if act.frame.top is not None:
        own.add(act.frame.top)
    if act.phrase is not None:
        own |= {act.phrase.head} | {
            at for at in (act.phrase.nominal, act.phrase.participle, act.phrase.relative) if at is not None
        }
    return own


def _rank(scene: Scene, act: Act, day: Day, own: set[int]) -> int | None:  # noqa: PLR0911 - cases in order of precedence, one line each
    """0 for a day of the act's own words, 1 and 2 for one of the words that govern it, None for another's."""
    at = _node_at(scene, day.start)
    if _describes_noun(scene, day, own):
        return None
    owner, bound = _owner(scene, at, _node_after(scene, day.after), own)
    if bound:
        return (
            3
            if day.since
            else 4
            if day.exact and day.year is None and scene.word(at) not in _EARLIER
            else None
        )
    if owner is None:
        return 2
    if owner in own:
        return 0
    if owner in {source.at for source in scene.sources}:
        return 1
    verb = scene.nodes[owner].verb
    if verb is None:
        return 1 if act.first <= owner < act.after else None
    if act.first <= owner < act.after and not verb.finite:
        return 1
    if not verb.finite and owner > act.trigger:
        return 2 if day.exact else None
    return 2 if _governs(scene, owner, act) else None


def _governs(scene: Scene, owner: int, act: Act) -> bool:
    """ "approved a bill on Tuesday that would impose": nothing but the act's own clause opens between."""
    if owner > act.trigger:
        return False
    between = range(owner + 1, act.trigger)
    return not any(
        (scene.kind(at) == "opener" and scene.word(at) not in _OWN_CLAUSE) or scene.kind(at) == "stop"
        for at in between
    )


def _node_at(scene: Scene, word: int) -> int:
    return next(at for at, node in enumerate(scene.nodes) if node.after > word)


def _node_after(scene: Scene, word: int) -> int:
    return next((at for at, node in enumerate(scene.nodes) if node.start >= word), len(scene.nodes))


def _describes_noun(scene: Scene, day: Day, own: set[int]) -> bool:
    """ "last year's coup", "a May 2021 ruling": the day of a thing, unless the thing is the act's."""
    words = scene.line.words
    after = day.after
    if after >= len(words):
        return False
    possessive = words[after] in ("'s", "'")
    before = words[day.start - 1] if day.start else ""
    attributive = before in ("the", "a", "an") and words[after].isalpha() and not scene.line.cues[after]
    if not (possessive or (attributive and scene.line.language == "en")):
        return False
    following = _node_after(scene, after + 1 if possessive else after)
    return not any(
        at in own or scene.kind(at) in ("sanctions", "nominal") for at in range(following, following + 3)
    )


def _owner(  # noqa: PLR0911 - cases in order of precedence, one line each
    scene: Scene, at: int, after: int, own: set[int]
) -> tuple[int | None, bool]:
    """The node (verb, or noun just before it) that the day at node ``at`` belongs to.

    The second value tells that the day belongs to something told as earlier or as the reason.
    """
    if _fronted(scene, at, after):
        return _next_verb(scene, after, finite=_aside(scene, after)), False
    for index in range(at - 1, -1, -1):
        node = scene.nodes[index]
        word = scene.line.words[node.start]
        if word in _EARLIER and node.verb is None:
            return None, True
        if index in own and _beside(scene, index, at):
            return index, False
        happened = index not in own and (node.kind == "issue" or word in _HAPPENED)
        if happened and at - index <= _OF_ISSUE and _within_phrase(scene, index, at):
            return None, True  # "the killing of a journalist in 2018"
        if node.verb is not None and node.verb.cues:
            return index, False
        if node.kind in _MARK and word not in _NO_EDGE:
            if word in _WHO and node.kind == "opener":
                return index, False  # "who has ruled since 1990"
            break
        if (
            node.has("because")
            and node.value != "by"
            and at - index <= _AGO
            and word not in ("for", "por", "pour", "para", "für", "um")
        ):
            return None, True
    return _next_verb(scene, after), False


_NO_EDGE: Final = frozenset({"(", "since", "until", "till"})
_WHO: Final = frozenset({"who", "whose"})
_OF_ISSUE: Final = 7
_HAPPENED: Final = frozenset(
    {"death", "killing", "murder", "assassination", "poisoning", "bombing", "shooting", "arrest", "downing"}
)


def _within_phrase(scene: Scene, noun: int, at: int) -> bool:
    return all(
        scene.kind(index) in ("prep", "agent", "det", "word", "modifier") for index in range(noun + 1, at)
    )


def _beside(scene: Scene, noun: int, at: int) -> bool:
    """ "the sanctions in 2014", "the listing on Monday"."""
    return at - noun == 1 or (at - noun == 2 and scene.kind(noun + 1) == "prep")


def _fronted(scene: Scene, at: int, after: int) -> bool:
    """ "…, and on Monday the U.S. followed": a day that opens a clause of its own."""
    index = at - 1
    while index >= 0 and scene.kind(index) in _SMALL:
        index -= 1
    if index < 0:
        return True
    if scene.kind(index) not in ("and", "comma"):
        return False
    named = scene.kind(index) == "and" and scene.kind(after) == "verb"
    for following in range(after, min(after + 7, len(scene.nodes))):
        node = scene.nodes[following]
        if node.kind == "comma" and following > after:
            return False
        if node.kind in ("stop", "opener", "and"):
            return False
        if node.verb is not None:
            return node.verb.finite and (named or following - after > 0)
    return False


def _aside(scene: Scene, after: int) -> bool:
    """ "Last year, after agreeing to …, the council listed him"."""
    return scene.kind(after) == "comma" and scene.word(after + 1) in ("after", "before", "while", "following")


def _next_verb(scene: Scene, start: int, *, finite: bool = False) -> int | None:
    for index in range(start, len(scene.nodes)):
        node = scene.nodes[index]
        if node.verb is not None and node.verb.cues and (node.verb.finite or not finite):
            return index
        if node.kind in ("stop",) or (node.kind == "opener" and scene.word(index) in _WHEN):
            return None
    return None
