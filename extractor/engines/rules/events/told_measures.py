"""The kinds of measure told with an act: by the noun, and by what is forbidden or frozen beside it."""

from __future__ import annotations

from typing import Final

from extractor.engines.rules.acts.act import Act
from extractor.engines.rules.clauses.scene import Scene
from extractor.schemas import terms

__all__ = ["measures_of", "measures_told"]

_NAMES: Final = frozenset(terms.values(terms.MeasureName))
_TAKEN: Final = "taken:"
_RIGHT: Final = 11  # words from a word for forbidding to what it takes away
_LEFT: Final = 14
_STOPS: Final = frozenset({";", ":", "—", "–", "?", "!"})
_TIES: Final = frozenset({"from", "to", "de", "on", "que"})
_UNSAID: Final = ("sanctions", "other")
_EITHER_SIDE: Final = ("de", "es")  # languages whose verb may follow what it takes away


def measures_of(scene: Scene, act: Act, region: tuple[int, int]) -> list[terms.MeasureName]:
    """The kinds of measure: what the noun itself says, and what is told in the same stretch of words."""
    found: set[str] = set(measures_told(scene, region))
    if act.phrase is not None:
        value = scene.nodes[act.phrase.head].value
        if value in _NAMES and not (value == "other" and act.action in ("designate", "delist")):
            found.add(value)
    if act.measure is not None:
        found.add(act.measure)
    if act.action == "enforce":
        found = {"penalty"}
    if act.action == "evade":
        found.discard("trade_embargo")  # "in violation of the embargo" names the rule, not its kind
    return _sorted(_one_embargo(scene, found, region))


def measures_told(scene: Scene, region: tuple[int, int]) -> list[terms.MeasureName]:
    """The kinds of measure that the words of ``region`` tell by themselves."""
    found: set[str] = set()
    details, cues = scene.details, scene.line.cues
    for index in range(*region):
        if not details[index] and not cues[index]:
            continue
        found.update(cue.value for cue in details[index] if cue.kind == "measure" and cue.value in _NAMES)
        strong = cues[index].first.get("strong")
        if strong is not None and strong.value not in _UNSAID:
            found.add(strong.value)
        if _forbids(scene, index):
            found.update(_taken(scene, index, region))
    return _sorted(found & _NAMES)


def _sorted(found: set[str]) -> list[terms.MeasureName]:
    return [name for name in terms.values(terms.MeasureName) if name in found]  # type: ignore[misc]


def _forbids(scene: Scene, index: int) -> bool:
    if "prohibit" in scene.line.cues[index].kinds:
        return True
    return any(cue.kind == "measure" and cue.value == "forbidding" for cue in scene.details[index])


def _taken(scene: Scene, index: int, region: tuple[int, int]) -> set[str]:
    """ "freezing their assets", "banned from entering", "any property … is blocked"."""
    sides = [_right, _left] if scene.line.language == "es" else [_left, _right]
    if not _takes_subject(scene, index):
        sides = [_right]
    found = next((values for side in sides if (values := side(scene, index, region))), set())
    if len(found) > 1:
        found.discard("other")
    return found


def _right(scene: Scene, index: int, region: tuple[int, int]) -> set[str]:
    found: set[str] = set()
    last = min(index + 1 + _RIGHT, region[1])
    for at in range(index + 1, last):
        if _ends(scene, at):
            break
        found |= _values(scene, at)
    return found


def _left(scene: Scene, index: int, region: tuple[int, int]) -> set[str]:
    found: set[str] = set()
    for at in range(index - 1, max(index - 1 - _LEFT, region[0] - 1), -1):
        if _ends(scene, at):
            break
        found |= _values(scene, at)
    return found


def _values(scene: Scene, at: int) -> set[str]:
    return {
        cue.value.removeprefix(_TAKEN)
        for cue in scene.details[at]
        if cue.kind == "measure" and cue.value.startswith(_TAKEN)
    }


def _ends(scene: Scene, at: int) -> bool:
    word = scene.line.words[at]
    return word in _STOPS or ("opener" in scene.line.cues[at].kinds and word not in _TIES)


def _takes_subject(scene: Scene, index: int) -> bool:
    """Whether what is taken may stand before the word: a passive, or a language with its verb at the end."""
    if scene.line.language in _EITHER_SIDE:
        return True
    node = next((node for node in scene.nodes if node.start <= index < node.after), None)
    verb = None if node is None else node.verb
    if verb is None:
        return scene.line.language == "fr"
    return verb.passive or (verb.bare_participle and "d" not in verb.letters)


def _one_embargo(scene: Scene, found: set[str], region: tuple[int, int]) -> set[str]:
    """An embargo on arms or on one trade is no embargo on all trade."""
    if "trade_embargo" not in found:
        return found
    if "arms_embargo" in found:
        return found - {"trade_embargo"}
    if "import_restriction" in found and any(
        cue.kind == "measure" and cue.value == "import_restriction" and "embargo" in cue.lemma
        for index in range(*region)
        for cue in scene.details[index]
    ):
        return found - {"trade_embargo"}
    return found
