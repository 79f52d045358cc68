"""What a line tells beside the act: measures, sectors, reasons, legal basis, reach, days, background."""

from __future__ import annotations

import re
from typing import Final

from extractor.engines.rules.acts.act import Act
from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.events.timing import Timing, timing_of
from extractor.engines.rules.events.told_measures import measures_of
from extractor.engines.rules.events.told_sectors import sectors_of
from extractor.schemas import terms

__all__ = ["Timing", "instruments_of", "measures_of", "objectives_of", "reach_of", "sectors_of", "timing_of"]

_INSTRUMENT: Final = re.compile(
    r"\b(?:(?:Executive Order|E\.O\.|EO) \d{4,5}"
    r"|(?:UN |U\.N\. |United Nations )?(?:Security Council )?[Rr]esolution \d{3,4}(?: \(\d{4}\))?"
    r"|(?:[A-Z][\w’'-]+ (?:(?:and|of|the|for|through|by|in|to|on) )*){1,7}"
    r"(?:Act|Regulation|Regulations|Amendment)\b(?: of \d{4})?"
    r"|(?:Counter Terrorism |[A-Z][\w-]+-related )?General License \d+[A-Z]?"
    r"|(?:Council )?(?:Regulation|Decision) \((?:EU|EC|CFSP)\) (?:No\.? ?)?\d+/\d+"
    r"|Council Decision \d+/\d+(?:/CFSP)?"
    r"|(?:Entity List|SDN List|Magnitsky Act|CAATSA|Title III|snapback mechanism)"
    r"|[Rr]esolución \d{3,4}|Ley (?:de |del )?[A-Z]\w+(?: [A-Z]\w+)*|(?:[Oo]rden [Ee]jecutiva|[Dd]ecreto) \d+"
    r"|[Ll]icencia [Gg]eneral \d+[A-Z]?|[Rr]eglamento \((?:UE|CE)\) (?:n\.?[º°o] ?)?\d+/\d+"
    r"|[Rr]ésolution \d{3,4}|[Dd]écret(?: présidentiel)? (?:n[°o] ?)?\d+"
    r"|[Rr]èglement \((?:UE|CE)\) (?:n[°o] ?)?\d+/\d+"
    r"|(?:Verordnung|Beschluss) \((?:EU|EG|GASP)\) (?:Nr\. ?)?\d+/\d+)"
)


def objectives_of(scene: Scene, region: tuple[int, int]) -> list[terms.ObjectiveName]:
    """The stated reasons: a word that opens a reason, then one that names it (ruling 17)."""
    line = scene.line
    found: set[str] = set()
    left = -1
    details = scene.details
    for index in range(region[0], region[1]):
        if not details[index] and not line.cues[index] and line.words[index] != "to":
            left -= left > 0
            continue
        reasons = [cue.value for cue in details[index] if cue.kind == "reason"]
        if "retaliation" in reasons:
            found.add("retaliation")
        following = min(line.after[index], len(line.words) - 1)
        opens = line.has(index, "because") or (line.words[index] == "to" and line.has(following, "aim"))
        opens = opens and not line.has(following, "day")
        if opens:
            left = 20
        if left > 0:
            found.update(reasons)
            left -= 1
    return [name for name in terms.values(terms.ObjectiveName) if name in found]  # type: ignore[misc]


def instruments_of(scene: Scene) -> list[str]:
    """Laws, orders and resolutions named in the line, as printed."""
    found = []
    for match in _INSTRUMENT.finditer(scene.line.text):
        name = re.sub(r"^(?:The|Under the|Under|In|On|Both|And) ", "", match[0])
        if len(name.split()) > 1 or name == "CAATSA":  # "Act" alone names none
            found.append(name)
    return list(dict.fromkeys(found))


def reach_of(scene: Scene, act: Act) -> terms.ReachName:
    """secondary only where the words say so (ruling 17)."""
    if act.phrase is not None and "secondary" in act.phrase.modifiers:
        return "secondary"
    text = scene.line.text.lower()
    return "secondary" if "secondary sanctions" in text or "sanciones secundarias" in text else "primary"
