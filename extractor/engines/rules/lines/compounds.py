"""German compounds of a name and the sanctions: "Syrien-Sanktionen", "EU-Strafmaßnahmen"."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["cut_compounds"]

_COMPOUND: Final = re.compile(
    r"([A-ZÄÖÜ][\wäöüß.]+)-"
    r"((?:Öl|Gas|Waffen|Handels|Wirtschafts|Finanz|Energie|Gegen|Sekundär)?"
    r"(?:[Ss]anktion|[Ee]mbargo|[Ss]trafmaßnahme)\w*)"
    r"|(Russland|Iran|Syrien|Belarus|Nordkorea|Venezuela|China|Kuba|Türkei|Myanmar)(sanktionen|sanktion|embargo)"
)


def cut_compounds(
    raw: list[str], starts: list[int], ends: list[int]
) -> tuple[list[str], list[int], list[int]]:
    """The words with such compounds cut in two, whom or by whom and the sanctions; offsets as in ``cut``."""
    words: list[str] = []
    firsts: list[int] = []
    afters: list[int] = []
    for word, start, end in zip(raw, starts, ends, strict=True):
        found = _COMPOUND.fullmatch(word)
        for part in ((1, 2) if found[1] else (3, 4)) if found else (0,):
            words.append(found[part] if found else word)
            firsts.append(start + (found.start(part) if found else 0))
            afters.append(start + found.end(part) if found else end)
    return words, firsts, afters
