"""The trades that an act is told to hit: in the sanctions phrase, its target or the list of its goods."""

from __future__ import annotations

from typing import Final

from extractor.engines.rules.acts.act import Act
from extractor.engines.rules.clauses.scene import Scene
from extractor.schemas import terms

__all__ = ["sectors_of", "sectors_told"]

_NAMES: Final = frozenset(terms.values(terms.SectorName))
_BESIDE: Final = "beside:"
_NEAR: Final = 5
# The business of a listed or fined firm is no sanctioned sector.
_OF_FIRMS: Final = frozenset({"designate", "delist", "enforce"})
_GOODS: Final = _NAMES - {"finance", "transport"}
_NAMED: Final = frozenset({"person", "company", "vessel", "other", "intl_org", "government_body"})
_STOPS: Final = frozenset({";", "—", "”", "»"})
_LOOSE: Final = frozenset({"for", "until", "para", "pour", "por", "bis", "für", "um", "if", "to"})
_TIMES: Final = frozenset(
    ["when", "after", "since", "while", "where", "cuando", "lorsque", "quand", "nachdem", "tras", "après"]
)
_WHY: Final = 7


def sectors_of(scene: Scene, act: Act, region: tuple[int, int]) -> list[terms.SectorName]:
    """The trades told in the sanctions phrase, of its target, or as the goods that may not be traded."""
    if act.action in _OF_FIRMS:
        return []
    named = _named_words(scene)
    told = act.phrase is not None
    first = max(scene.nodes[act.first].start, region[0])
    covered = scene.nodes[act.after - 1].after
    found: set[str] = set()
    for index in range(first, region[1]):
        if index >= covered and _ends(scene, index):
            break
        if index not in named:
            found |= _at(scene, index, named)
        strong = scene.line.cues[index].first.get("strong")
        if strong is not None and strong.value == "price_cap" and told:
            found.add("energy")
    if act.action == "evade":
        found &= _GOODS
    return [name for name in terms.values(terms.SectorName) if name in found]  # type: ignore[misc]


def sectors_told(scene: Scene, action: str) -> list[terms.SectorName]:
    """The trades that a line tells of measures of the act before it."""
    if action in _OF_FIRMS:
        return []
    named = _named_words(scene)
    found: set[str] = set()
    for index in range(len(scene.line.words)):
        if index not in named:
            found |= _at(scene, index, named)
    return [name for name in terms.values(terms.SectorName) if name in found]  # type: ignore[misc]


def _at(scene: Scene, index: int, named: set[int]) -> set[str]:
    values = _values(scene, index)
    found = values & _NAMES
    for value in values - found:
        if value.startswith(_BESIDE) and _has_company(scene, index, named):
            found.add(value.removeprefix(_BESIDE))
    return found


def _values(scene: Scene, index: int) -> set[str]:
    """Also where a longer phrase begins with the trade ("oil embargo")."""
    found = {cue.value for cue in scene.details[index] if cue.kind == "sector"}
    if found:
        return found
    entry = scene.line.known.details.get(scene.line.words[index])
    alone = None if entry is None else entry[0]
    return set() if alone is None else {cue.value for cue in alone if cue.kind == "sector"}


def _has_company(scene: Scene, index: int, named: set[int]) -> bool:
    """ "financial and energy sectors": a word of branches after it, or another trade beside it."""
    count = len(scene.line.words)
    for at in range(max(0, index - _NEAR), min(count, index + 1 + _NEAR)):
        if at == index or at in named:
            continue
        values = _values(scene, at)
        if "branch" in values and (at > index or scene.line.language != "en"):
            return True
        if values & _NAMES and abs(at - index) <= 3:
            return True
    return False


def _named_words(scene: Scene) -> set[int]:
    """Words inside proper names of persons, bodies and companies, which tell no trade."""
    return {
        word
        for node in scene.nodes
        if node.agent is not None and node.agent.kind in _NAMED
        for word in range(node.start, node.after)
    }


def _ends(scene: Scene, index: int) -> bool:
    """Whether the reason, another time or the next clause begins here."""
    line = scene.line
    word = line.words[index]
    if word in _STOPS or word in _TIMES:
        return True
    kinds = line.cues[index].kinds
    if "speech" in kinds and "prep" not in kinds:
        return True
    if "because" not in kinds:
        return False
    if word not in _LOOSE:
        return True
    following = range(index + 1, min(index + 1 + _WHY, len(line.words)))
    return any(cue.kind == "reason" for at in following for cue in scene.details[at])
