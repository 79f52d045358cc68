"""What a line tells beside the act: measures, sectors, reasons, legal basis, reach, days, background."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from extractor.engines.rules.act import Act
from extractor.engines.rules.days import Day, days_of, nearest_day
from extractor.engines.rules.scene import Scene
from extractor.engines.rules.speech import source_at
from extractor.schemas import terms

__all__ = ["Timing", "instruments_of", "measures_of", "objectives_of", "reach_of", "sectors_of", "timing_of"]

_INSTRUMENT: Final = re.compile(
    r"\b(?:Executive Order \d{4,5}|(?:UN |U\.N\. |United Nations )?(?:Security Council )?"
    r"[Rr]esolution \d{3,4}"
    r"|(?:[A-Z][\w’'-]+ (?:(?:and|of|the|for|through|by|in|to) )*){1,7}"
    r"(?:Act|Regulation|Regulations)\b(?: of \d{4})?"
    r"|CAATSA|[Rr]esolución \d{3,4}|[Rr]ésolution \d{3,4}|Ley [A-Z]\w+|Title III)"
)
# What follows these came first: its day is not that of the act ("after the February coup").
_EARLIER: Final = frozenset({"after", "following", "tras", "después", "après", "suite", "nach", "nachdem"})
_ON_ENERGY: Final = frozenset(f"{word} embargo" for word in ("oil", "gas", "crude")) | {
    "ölembargo",
    "öl-embargo",
    "gasembargo",
    "embargo petrolero",
    "embargo al petróleo",
    "embargo pétrolier",
}


@dataclass(frozen=True, slots=True)
class Timing:
    """The article's words for the day of the act and for its term, and whether it is history."""

    date: str | None
    in_force: str | None
    is_background: bool


def measures_of(scene: Scene, act: Act, region: tuple[int, int]) -> list[terms.MeasureName]:
    """The kinds of measure: what the noun itself says, and what is told in the same stretch of words."""
    found: dict[str, None] = {}
    if act.phrase is not None:
        value = scene.nodes[act.phrase.head].value
        if (
            value != "sanctions"
            and value
            and not (value == "other" and act.action in ("designate", "delist"))
        ):
            found[value] = None
    first, after = region
    for index in range(first, after):
        found.update(dict.fromkeys(cue.value for cue in scene.details[index] if cue.kind == "measure"))
        strong = scene.line.cues[index].first.get("strong")
        if strong is not None and strong.value not in ("sanctions", "other"):
            found[strong.value] = None
    found.update(dict.fromkeys(_forbidden(scene, first, after)))
    if act.measure is not None:
        found[act.measure] = None
    if act.action == "enforce":
        found["penalty"] = None
    if len(found) > 1 and "trade_embargo" in found and "arms_embargo" in found:
        del found["trade_embargo"]
    return [name for name in terms.values(terms.MeasureName) if name in found]  # type: ignore[misc]


def _forbidden(scene: Scene, first: int, after: int) -> list[str]:
    """ "freezing their assets", "banned from entering": what a word for forbidding takes away."""
    line = scene.line
    found: list[str] = []
    left = 0
    for index in range(first, after):
        cues = line.cues[index]
        if line.words[index] in ("ban", "bans") or "prohibit" in cues.kinds:
            left = 5
        elif left:
            left -= 1
            found += [cue.value for cue in cues if cue.kind == "goods"]
    return found


def sectors_of(scene: Scene, act: Act, region: tuple[int, int]) -> list[terms.SectorName]:
    """The trades told in the sanctions phrase or right after its target."""
    first = scene.nodes[act.first].start
    named = _named_words(scene)
    if act.phrase is not None:
        head = scene.nodes[act.phrase.head]
        named |= set(range(head.start, head.after))  # the "arms" of an arms embargo
    found: set[str] = set()
    index = max(first, region[0])
    while index < region[1]:
        if index in named:
            index += 1
            continue
        if index >= scene.nodes[act.after - 1].after and _ends_phrase(scene, index):
            break
        found.update(cue.value for cue in scene.details[index] if cue.kind == "sector")
        strong = scene.line.cues[index].first.get("strong")
        if strong is not None and (strong.value == "price_cap" or strong.lemma in _ON_ENERGY):
            found.add("energy")
        index += 1
    return [name for name in terms.values(terms.SectorName) if name in found]  # type: ignore[misc]


def _named_words(scene: Scene) -> set[int]:
    """Words inside proper names of persons and companies, which tell no trade."""
    return {
        word
        for node in scene.nodes
        if node.agent is not None and node.agent.kind in ("person", "company", "vessel", "other", "intl_org")
        for word in range(node.start, node.after)
    }


def _ends_phrase(scene: Scene, index: int) -> bool:
    kinds = scene.line.cues[index].kinds
    if scene.line.words[index] in (";", ":", "”", "—"):
        return True
    return bool(kinds & {"because", "opener", "be", "have", "modal", "speech"}) and "prep" not in kinds


def objectives_of(scene: Scene, region: tuple[int, int]) -> list[terms.ObjectiveName]:
    """The stated reasons: a word that opens a reason, then one that names it (ruling 17)."""
    line = scene.line
    found: set[str] = set()
    left = -1
    for index in range(region[0], region[1]):
        reasons = [cue.value for cue in scene.details[index] if cue.kind == "reason"]
        if "retaliation" in reasons:
            found.add("retaliation")
        following = min(line.after[index], len(line.words) - 1)
        opens = line.has(index, "because") or (line.words[index] == "to" and line.has(following, "aim"))
        opens = opens and not line.has(following, "day")
        if opens:
            left = 14
        if left > 0:
            found.update(reasons)
            left -= 1
    return [name for name in terms.values(terms.ObjectiveName) if name in found]  # type: ignore[misc]


def instruments_of(scene: Scene) -> list[str]:
    """Laws, orders and resolutions named in the line, as printed."""
    found = []
    for match in _INSTRUMENT.finditer(scene.line.text):
        name = re.sub(r"^(?:The|Under the|Under|In|On|Both|And) ", "", match[0])
        if len(name.split()) > 1 or name == "CAATSA":
            found.append(name)
    return list(dict.fromkeys(found))


def reach_of(scene: Scene, act: Act) -> terms.ReachName:
    """secondary only where the words say so (ruling 17)."""
    if act.phrase is not None and "secondary" in act.phrase.modifiers:
        return "secondary"
    text = scene.line.text.lower()
    return "secondary" if "secondary sanctions" in text or "sanciones secundarias" in text else "primary"


def timing_of(scene: Scene, act: Act, region: tuple[int, int], year: int | None) -> Timing:
    """When the act was, and whether it is told as history (rulings 15 and 18)."""
    days = [day for day in days_of(scene.line) if region[0] <= day.start < region[1]]
    trigger = scene.nodes[act.trigger].start
    term = next((day for day in days if day.until), None)
    day = nearest_day([day for day in days if not day.until], trigger, _barriers(scene, act))
    background = act.frame.stage == "adopted" and _is_background(scene, act, day, region, year)
    return Timing(
        date=_words(scene, day, since=True) if day else None,
        in_force=None if term is None else scene.line.slice(term.start - 1, term.after),
        is_background=background,
    )


def _words(scene: Scene, day: Day, *, since: bool) -> str:
    start = day.start - 1 if since and day.since else day.start
    return scene.line.slice(start, day.after)


def _barriers(scene: Scene, act: Act) -> list[int]:
    """Words where other verbs' clauses stand: a day beyond one belongs to another act."""
    own = {act.trigger, act.frame.top}
    found = [
        node.start
        for at, node in enumerate(scene.nodes)
        if at not in own and node.verb is not None and node.verb.finite
    ]
    found += [index for index, word in enumerate(scene.line.words) if word in _EARLIER]
    return [
        *found,
        *(node.start for node in scene.nodes if node.kind == "stop" and node.value in (";", "(", ")")),
    ]


def _is_background(  # noqa: PLR0911 - cases in order of precedence, one line each
    scene: Scene, act: Act, day: Day | None, region: tuple[int, int], year: int | None
) -> bool:
    verb = scene.nodes[act.trigger].verb
    if verb is not None and verb.perfect == "past" and source_at(scene, act.trigger) is None:
        return True  # "had imposed"; after "said that" it is only the sequence of tenses
    if day is not None and day.since:
        return True
    if day is not None and day.year is not None and not day.exact:
        return year is None or day.year < year or not scene.lead
    if day is not None and day.year is not None and year is not None and day.year < year:
        return True
    if _told_before(scene, act, region):
        return True
    if day is not None and not day.exact and scene.line.raw[day.start][0].isupper():
        return not scene.lead  # "in March", told without a day
    if day is not None and day.exact:
        return False
    if act.rule in ("sanctions imposed by", "sanctions X imposed") and not _as_news(act):
        return True
    return not scene.lead and _after_opener(scene, act)


def _as_news(act: Act) -> bool:
    return act.phrase is not None and bool(act.phrase.modifiers & {"new", "more"})


def _told_before(scene: Scene, act: Act, region: tuple[int, int]) -> bool:
    trigger = scene.nodes[act.trigger]
    near = range(max(region[0], trigger.start - 8), min(region[1], trigger.after + 14))
    for index in near:
        if "before" not in scene.details[index].kinds:
            continue
        word = scene.line.words[index]
        if (
            word
            in (
                "first",
                "already",
                "earlier",
                "long",
                "had",
                "later",
                "ya",
                "déjà",
                "bereits",
                "initially",
                "previously",
            )
            and not trigger.start - 5 <= index < trigger.after
        ):
            continue
        if word in ("had", "earlier", "later"):
            continue
        return True
    return False


def _after_opener(scene: Scene, act: Act) -> bool:
    """ "…, which imposed sanctions", "since the EU imposed": the clause explains another."""
    for at in range(act.trigger - 1, max(-1, act.trigger - 10), -1):
        node = scene.nodes[at]
        if node.kind == "opener":
            return node.value == "relative" or scene.word(at) in (
                "since",
                "when",
                "after",
                "where",
                "because",
                "cuando",
                "lorsque",
                "nachdem",
            )
        if node.kind == "stop":
            return False
    return False
