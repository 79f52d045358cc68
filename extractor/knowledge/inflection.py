"""Regular inflection of verbs in English, Spanish, French and German: third person, both numbers.

Only what newspapers use of a verb is made; irregular verbs come from ``irregular.toml``. Every form has one
letter: b infinitive, s present, d past, n past participle, g gerund, f future, c conditional.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

__all__ = ["inflect"]

Forms = dict[str, list[str]]

_DOUBLES: Final = re.compile(r"(?:[^aeiou]*[aeiou][bdgklmnprt]|.*(?:mit|fer|cur|bel|pel))$")
_KEEPS: Final = frozenset({"offer", "suffer", "differ", "vomit", "limit", "label"})
_INSEPARABLE: Final = ("ver", "be", "er", "ent", "zer", "unter", "wider", "um", "miss")


def inflect(verb: str, language: str, irregular: Mapping[str, Mapping[str, str]]) -> Forms:
    """The forms of one verb (a single word; Spanish and French reflexives as "negarse", "s'opposer").

    Args:
        verb: infinitive in lower case.
        language: en, es, fr or de.
        irregular: exceptions of that language, infinitive to form letter to forms parted by spaces; what an
            exception leaves out is made by rule. A reflexive "se" stays with the word that follows it.
    """
    forms = _MAKERS[language](verb)
    for letter, listed in irregular.get(verb, {}).items():
        forms[letter] = re.findall(r"(?:se )?\S+", listed)
    return forms


def _english(verb: str) -> Forms:
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        third = verb + "es"
    else:
        third = verb[:-1] + "ies" if re.search(r"[^aeiou]y$", verb) else verb + "s"
    past, present = _english_stems(verb)
    return {"b": [verb], "s": [third], "d": [past + "ed"], "n": [past + "ed"], "g": [present + "ing"]}


def _english_stems(verb: str) -> tuple[str, str]:
    if verb.endswith("e"):
        return verb[:-1], verb if verb.endswith("ee") else verb[:-1]
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "i", verb
    if _DOUBLES.match(verb) and verb not in _KEEPS:
        return verb + verb[-1], verb + verb[-1]
    return verb, verb


def _spanish(verb: str) -> Forms:
    if verb.endswith("se") and verb[-3] == "r":
        bare = _spanish(verb[:-2])
        return {
            letter: [f"se {form}" for form in forms] if letter in "sdfc" else forms
            for letter, forms in bare.items()
        } | {"b": [verb]}
    stem, ending = verb[:-2], verb[-2:]
    first = ending in ("ar", "ár")
    present = ["a", "an", "e", "en"] if first else ["e", "en", "a", "an"]
    past = ["ó", "aron", "aba", "aban", "é"] if first else ["ió", "ieron", "ía", "ían"]
    part = "ad" if first else "id"
    forms = {
        "b": [verb],
        "s": [stem + end for end in present],
        "d": [stem + end for end in past],
        "n": [stem + part + end for end in ("o", "a", "os", "as")],
        "g": [stem + ("ando" if first else "iendo")],
        "f": [verb + end for end in ("á", "án", "emos")],
        "c": [verb + end for end in ("ía", "ían")],
    }
    if first and stem.endswith(("c", "g", "z")):  # aplicar: aplique; prorrogar: prorrogue; rechazar: rechace
        soft = stem[:-1] + {"c": "qu", "g": "gu", "z": "c"}[stem[-1]]
        forms["s"] += [soft + "e", soft + "en"]
    return forms


def _french(verb: str) -> Forms:
    if verb.startswith("s'"):
        bare = _french(verb[2:])
        return {
            letter: ["s'" + form for form in forms] if letter in "bsdfcg" else forms
            for letter, forms in bare.items()
        }
    stem, ending = verb[:-2], verb[-2:]
    soft = {"c": stem[:-1] + "ç", "g": stem + "e"}.get(stem[-1:], stem) if ending == "er" else stem
    future = verb[:-1] if ending == "re" else verb
    present, past, part, ger = {
        "ir": ([stem + "it", stem + "issent", stem + "isse"], [stem + "issait"], stem + "i", stem + "issant"),
        "re": ([stem, stem + "ent", stem + "e"], [stem + "it", stem + "ait"], stem + "u", stem + "ant"),
    }.get(
        ending,
        ([stem + "e", stem + "ent"], [soft + "a", stem + "èrent", soft + "ait"], stem + "é", soft + "ant"),
    )
    return {
        "b": [verb],
        "s": present,
        "d": past,
        "n": [part + end for end in ("", "e", "s", "es")],
        "g": [ger],
        "f": [future + "a", future + "ont", future + "ons"],
        "c": [future + "ait", future + "aient"],
    }


def _german(verb: str) -> Forms:
    stem = verb[:-2] if verb.endswith("en") else verb[:-1]
    link = "e" if stem.endswith(("t", "d")) else ""
    prefixed = verb.startswith(_INSEPARABLE) or verb.endswith("ieren")
    participle = ("" if prefixed else "ge") + stem + link + "t"
    return {
        "b": [verb],
        "s": [stem + link + "t", stem + "e", verb],
        "d": [stem + link + "te", stem + link + "ten"],
        "n": [participle],
    }


_MAKERS: Final[Mapping[str, Callable[[str], Forms]]] = {
    "en": _english,
    "es": _spanish,
    "fr": _french,
    "de": _german,
}
