"""The headline: found in the text, or put at its top."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["fold_title", "given_title", "guess_title"]

_LOOK = 12  # lines: headlines stand above these, if anywhere
_LONGEST = 220
_BODY = 160  # characters: no headline is followed by only shorter lines
_FEW_WORDS = 4  # fewer are the names of papers and sections ("WORLD NEWS"), unless nothing else is there

_STOP = re.compile(r"[.。:;,](?:[\"'”’»)\]])*$")
_DATED = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}:\d{2}")
_MONTH_DAY = re.compile(r"(?:\w+,? )?(?:\w+ \d{1,2},? \d{4}|\d{1,2}\.? (?:de )?\w+,? (?:de )?\d{4})\W*")
_CREDIT = re.compile(r"\(?(?:photo|image|foto|imagen|bild|immagine|imagem|file photo)\b", re.IGNORECASE)
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_FOLDED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


def fold_title(title: str) -> str:
    """For comparing two forms of a headline: small letters, straight quotes, single spaces, no stop."""
    return " ".join(title.translate(_FOLDED).lower().split()).strip(" .")


def given_title(title: str, lines: Sequence[str]) -> int | None:
    """Index of the line near the top that is ``title``, or None."""
    wanted = fold_title(title)
    for index, line in enumerate(lines[:_LOOK]):
        if fold_title(line) == wanted:
            return index
    return None


def guess_title(lines: Sequence[str], rules: Sequence[str | None]) -> int | None:
    """Index of the line that looks like the headline, or None.

    ``rules`` has the boilerplate rule of each line, or None. A headline is the first short line without a
    stop, above the first paragraph of running text; dates, picture credits and one- to three-word lines
    are passed over while there is a better one.
    """
    candidates: list[int] = []
    for index, line in enumerate(lines[:_LOOK]):
        if rules[index] is not None:
            continue
        if _is_running_text(line):
            return _best(candidates, lines)
        if _may_be_title(line):
            candidates.append(index)
    return None


def _is_running_text(line: str) -> bool:
    if _CJK.search(line):
        return _STOP.search(line) is not None or len(line) > _BODY / 2
    return len(line) > _LONGEST or (len(line) >= 60 and _STOP.search(line) is not None)


def _may_be_title(line: str) -> bool:
    is_date = _DATED.search(line) is not None or _MONTH_DAY.fullmatch(line) is not None
    return not (_STOP.search(line) or is_date or _CREDIT.match(line))


def _best(candidates: Sequence[int], lines: Sequence[str]) -> int | None:
    for index in candidates:
        if len(lines[index].split()) >= _FEW_WORDS or len(_CJK.findall(lines[index])) >= 2 * _FEW_WORDS:
            return index
    return candidates[0] if candidates else None
