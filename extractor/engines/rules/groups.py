"""Groups: "eleven individuals", "three Chinese companies", "Western partners"."""

from __future__ import annotations

from typing import Final

from extractor.engines.rules.agents import Agent
from extractor.engines.rules.line import Line
from extractor.engines.rules.mention_reader import Reader, over_possessive

__all__ = ["COUNTING", "group_at"]


_NUMBERS: Final = {
    word: number
    for words in (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen",
        "un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince",
        "une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze",
        "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn",
    )
    for number, word in enumerate(words.split(), start=1)
}


_PARTNERS: Final = frozenset(
    {
        "partners",
        "allies",
        "powers",
        "nations",
        "countries",
        "governments",
        "capitals",
        "states",
        "counterparts",
        "leaders",
        "members",
    }
)


_SOME: Final = frozenset({"some", "several", "many", "certain", "other", "most"})


_LONGEST_GROUP = 7
_DIGITS: Final = 7  # of a count: a draft takes no more than ten million, and no group is larger


COUNTING: Final = frozenset(_NUMBERS) | _SOME


_UNDESCRIBING: Final = frozenset(
    {"prep", "opener", "and", "strong", "be", "have", "modal", "speech", "det", "pronoun"}
)


def group_at(reader: Reader, index: int) -> tuple[int, Agent] | None:
    line = reader.line
    at, owner, noun = index, None, -1
    count = _number(line, index)
    some = line.words[index] in _SOME
    if count is not None or some:
        at += 1
    limit = min(len(line.words), index + _LONGEST_GROUP)
    while at < limit:
        if at in reader.known and noun < 0:
            if owner is not None:
                return None
            end, owner = reader.known[at]
            at, _ = over_possessive(line, end)
            continue
        if line.has(at, "designee") or ((owner is not None or some) and line.words[at] in _PARTNERS):
            noun, at = at, line.after[at]
            continue
        if noun < 0 and (count is not None or owner is not None) and _describes(line, at):
            at += 1
            continue
        break
    if noun < 0:
        return None
    if (
        owner is None
        and at in reader.known
        and line.language in ("es", "fr")
        and reader.known[at][1].form == "demonym"
    ):
        at, owner = reader.known[at]  # "siete funcionarios venezolanos"
    agent = Agent(line.slice(index, at), "group", owner.country if owner else None, count=count, of=owner)
    if (
        line.words[at - 1] in ("vessel", "tanker", "ship", "company", "bank", "firm", "individual")
        and count is None
    ):
        return None
    return at, agent


def _number(line: Line, index: int) -> int | None:
    word = line.words[index]
    if word.isdecimal() and not (len(word) == 4 and word.startswith(("19", "20"))):
        return int(word) if len(word) <= _DIGITS else None
    return _NUMBERS.get(word)


def _describes(line: Line, at: int) -> bool:
    word = line.raw[at]
    return word[0].isalpha() and word[0].islower() and _UNDESCRIBING.isdisjoint(line.cues[at].kinds)
