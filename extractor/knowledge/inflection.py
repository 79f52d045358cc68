"""Inflection of verbs in English, Spanish, French and German, as newspapers use them: third person, "we".

Regular verbs are made by rule. What is irregular about one stands in ``irregular.toml``, as whole forms or
as stems that the rules go on from. Every form has one letter: b infinitive, s present, d past, n past
participle, g gerund, f future, c conditional (and the past subjunctives, which claim no more).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

__all__ = ["inflect"]

Forms = dict[str, list[str]]
Exceptions = Mapping[str, Mapping[str, str]]
Stems = Mapping[str, str]

_DOUBLES: Final = re.compile(
    r"[^aeiou]*[aeiou][bdgklmnprt]|.*(?:mit|fer|cur|bel|pel|nul|rol|quip|gret|deter|abhor|debar|kidnap)"
)
_KEEPS: Final = frozenset({"offer", "suffer", "differ", "vomit", "limit", "label"})
_EITHER: Final = re.compile(r".*[aeiou].*[^aeiou][ea]l|fuel")  # canceled, cancelled

_SOFT: Final = {"c": "qu", "g": "gu", "z": "c"}  # aplicar: aplique; prorrogar: prorrogue; rechazar: rechace

_GRAVE: Final = re.compile(  # lever: lève; céder: cède; léguer: lègue; geler: gèle
    r"e(?=[^aeiouyéèêlt]$)|é(?=(?:[^aeiouyéèêâîôû]{1,2}|[gq]u)$)|(?:(?<=\bg)|(?<=dég)|(?<=cong)|(?<=mart)|(?<=mod)"
    r"|(?<=mant))e(?=l$)|(?<=ach)e(?=t$)"
)

_INSEPARABLE: Final = (
    "be", "emp", "ent", "er", "ge", "hinter", "miss", "über", "um", "unter", "ver", "wider", "zer",
)  # fmt: skip
_LINKED: Final = re.compile(
    r"[td]$|[^aeiouäöülrhmn][mn]$|ch[mn]$"
)  # antworten: antwortet; zeichnen: zeichnet


def inflect(verb: str, language: str, irregular: Exceptions) -> Forms:
    """The forms of one verb (a single word; Spanish and French reflexives as "negarse", "s'opposer").

    Args:
        verb: infinitive in lower case.
        language: en, es, fr or de.
        irregular: exceptions of that language, by infinitive, or by family: "-poner" stands for all verbs
            that end so, and every German name also for the verb with a prefix that never parts. Names of one
            letter hold forms parted by spaces, in the place of those made by rule ("" for none); longer
            names hold the stems that are told of at the head of ``irregular.toml``.
    """
    if language == "es" and verb.endswith("rse"):
        forms = _reflexive(inflect(verb[:-2], language, irregular), "se ", "mos")
        forms["g"] += [form[:-4] + {"a": "á", "e": "é"}[form[-4]] + "ndose" for form in forms["g"]]
        forms["b"] = [verb]
    elif language == "fr" and verb.startswith("s'"):
        forms = _reflexive(inflect(verb[2:], language, irregular), "s'", "ons")
        forms["g"] = ["s'" + form for form in forms["g"]]
        forms["b"] = [verb]
    else:
        exception = _exception(verb, language, irregular)
        forms = _MAKERS[language](verb, exception)
        forms |= {name: listed.split() for name, listed in exception.items() if len(name) == 1}
        return {letter: list(dict.fromkeys(found)) for letter, found in forms.items()}
    for letter, listed in irregular.get(verb, {}).items():
        forms[letter] = re.findall(r"(?:se )?\S+", listed)
    return forms


def _reflexive(bare: Forms, pronoun: str, we: str) -> Forms:
    """The pronoun stands before what is finite; "nos oponemos", "nous opposons" have another."""
    return {
        letter: [form if form.endswith(we) else pronoun + form for form in forms]
        if letter in "sdfc"
        else forms
        for letter, forms in bare.items()
    }


def _exception(verb: str, language: str, irregular: Exceptions) -> dict[str, str]:
    """What is irregular about the verb, by itself and by its family."""
    found: Stems = {}
    before = ""
    exact = irregular.get(verb, {})
    if language == "de" and not exact:
        before = next(
            (pre for pre in _INSEPARABLE if verb.startswith(pre) and verb[len(pre) :] in irregular), ""
        )
        family = irregular[verb[len(before) :]] if before else {}
        found = {
            name: stem.removeprefix("ge") if name == "part" else stem
            for name, stem in family.items()
            if len(name) > 1  # the forms left out ("weise") are none of "verweise"
        }
    elif language in ("es", "fr"):
        at = next((at for at in range(len(verb) - 2) if "-" + verb[at:] in irregular), None)
        if at is not None:
            before, found = verb[:at], irregular["-" + verb[at:]]
    return {
        name: " ".join(before + form for form in listed.split()) for name, listed in found.items()
    } | dict(exact)


def _english(verb: str, _stems: Stems) -> Forms:
    if verb.endswith(("s", "x", "z", "ch", "sh")) or re.search(r"[^aeiou]o$", verb):
        third = verb + "es"
    else:
        third = verb[:-1] + "ies" if re.search(r"[^aeiou]y$", verb) else verb + "s"
    forms = {"b": [verb], "s": [third], "d": [], "n": [], "g": []}
    for past, present in _english_stems(verb):
        forms["d"].append(past + "ed")
        forms["n"].append(past + "ed")
        forms["g"].append(present + "ing")
    return forms


def _english_stems(verb: str) -> list[tuple[str, str]]:
    if verb.endswith("ie"):
        return [(verb[:-1], verb[:-2] + "y")]
    if verb.endswith("e"):
        return [(verb[:-1], verb if verb.endswith("ee") else verb[:-1])]
    if re.search(r"[^aeiou]y$", verb):
        return [(verb[:-1] + "i", verb)]
    doubled = (verb + verb[-1], verb + verb[-1])
    if _DOUBLES.fullmatch(verb) and verb not in _KEEPS:
        return [doubled]
    return [(verb, verb), doubled] if _EITHER.fullmatch(verb) else [(verb, verb)]


def _spanish(verb: str, stems: Stems) -> Forms:
    part = stems.get("part", "")
    future = stems.get("future", verb)
    forms = _spanish_ar(verb[:-2], stems) if verb.endswith("ar") else _spanish_er(verb, stems)
    forms["b"] = [verb]
    forms["f"] = [future + end for end in ("á", "án", "emos")]
    forms["c"] += [future + end for end in ("ía", "ían", "íamos")]
    if part:
        forms["n"] = [part]
    forms["n"] = [form + end for form in forms["n"] for end in ("o", "a", "os", "as")]
    return forms


def _spanish_ar(stem: str, stems: Stems) -> Forms:
    stressed = stems.get("stem") or re.sub(r"(?<=[^cgq])u$", "ú", stem)  # continuar: continúa
    soft, soft_stressed = (
        root[:-1] + _SOFT[root[-1]] if root[-1] in _SOFT else root for root in (stem, stressed)
    )
    return {
        "s": [
            stressed + "a",
            stressed + "an",
            soft_stressed + "e",
            soft_stressed + "en",
            stem + "amos",
            soft + "emos",
        ],
        "d": [*(stem + end for end in ("ó", "aron", "aba", "aban", "amos")), soft + "é"],
        "c": [stem + end for end in ("ara", "aran", "ase", "asen")],
        "n": [stem + "ad"],
        "g": [stem + "ando"],
    }


def _spanish_er(verb: str, stems: Stems) -> Forms:
    stem, ending = verb[:-2], verb[-2:]
    open_stem = stem.endswith(("a", "e", "o"))  # creer: creyó, creído
    with_y = ending == "ir" and re.search(r"[^gq]u$", stem)  # incluir: incluye
    stressed = stems.get("stem") or (stem + "y" if with_y else stem)
    weak = stem + "y" if open_stem else _spanish_weak(stem, stressed) if ending == "ir" else stem
    subjunctive = stems.get("yo") or _hard(stressed)
    past = stems.get("past", "")
    told = (past or weak) + ("" if (past or weak).endswith(("j", "y")) else "i")
    return {
        "s": [
            *(stressed + end for end in ("e", "en")),
            *(subjunctive + end for end in ("a", "an")),
            stem + ("emos" if ending == "er" else "imos"),
            (stems.get("yo") or _hard(weak if ending == "ir" else stem)) + "amos",
        ],
        "d": [
            past + "o" if past else told + "ó",
            told + "eron",
            stem + "ía",
            stem + "ían",
            (past or stem) + "imos",
        ],
        "c": [told + end for end in ("era", "eran", "ese", "esen")],
        "n": [stem + ("íd" if open_stem else "id")],
        "g": [weak + ("" if weak.endswith("y") else "i") + "endo"],
    }


def _spanish_weak(stem: str, stressed: str) -> str:
    """The stem of "pidió", "advirtió", "durmió", as against that of "pide", "advierte", "duerme"."""
    if stressed.translate(str.maketrans("íú", "iu")) == stem:  # prohíbe, prohibió
        return stem
    for double, single in (("ie", "i"), ("ue", "u")):
        before, found, after = stressed.rpartition(double)
        if found:
            return before + single + after
    return stressed


def _hard(stem: str) -> str:
    """The stem before a or o: reconozca, convenza, exija, siga."""
    if stem.endswith("gu"):
        return stem[:-1]
    if stem.endswith("g"):
        return stem[:-1] + "j"
    if stem.endswith("c"):
        return stem[:-1] + ("zc" if stem[-2] in "aeiou" else "z")
    return stem


def _french(verb: str, stems: Stems) -> Forms:
    rule = _french_er(verb[:-2]) if verb.endswith("er") else _french_other(verb)
    third, plural, nous, past, part = (
        stems.get(name, rule[name]) for name in ("third", "plural", "nous", "past", "part")
    )
    subjunctive = stems.get("subj", plural)
    futures = [stems["future"]] if "future" in stems else rule["future"].split()
    told = [nous + "a", rule["past"] + "èrent"] if verb.endswith("er") else [past + "t", past + "rent"]
    plurals = [part + "e"] if part.endswith("s") else [part + "e", part + "s"]
    return {
        "b": [verb],
        "s": [third, plural + "ent", subjunctive + "e", subjunctive + "ent", nous + "ons"],
        "d": [*told, nous + "ait", nous + "aient"],
        "n": [part, *plurals, part + "es"],
        "g": [nous + "ant"],
        "f": [future + end for future in futures for end in ("a", "ont", "ons")],
        "c": [future + end for future in futures for end in ("ait", "aient", "ions")],
    }


def _french_er(stem: str) -> dict[str, str]:
    soft = {"c": stem[:-1] + "ç", "g": stem + "e"}.get(stem[-1], stem)
    mute = _GRAVE.sub("è", stem)
    if mute == stem and stem.endswith(("el", "et")):  # appeler: appelle; rejeter: rejette
        mute += mute[-1]
    elif stem.endswith(("ay", "oy", "uy")):  # octroyer: octroie
        mute = stem[:-1] + "i"
    future = f"{stem}er {mute}er" if "é" in stem and mute != stem else mute + "er"  # cédera, cèdera
    return {
        "third": mute + "e",
        "plural": mute,
        "nous": soft,
        "past": stem,
        "part": stem + "é",
        "future": future,
    }


def _french_other(verb: str) -> dict[str, str]:
    stem = verb[:-2]
    if verb.endswith("ir"):
        root, past, part = stem + "iss", stem + "i", stem + "i"
        return {"third": past + "t", "plural": root, "nous": root, "past": past, "part": part, "future": verb}
    past, part = stem + "i", stem + "u"
    return {"third": stem, "plural": stem, "nous": stem, "past": past, "part": part, "future": verb[:-1]}


def _german(verb: str, stems: Stems) -> Forms:
    stem = verb[:-2] if verb.endswith("en") else verb[:-1]
    weak = stem + ("e" if _LINKED.search(stem) else "") + "t"
    prefixed = verb.startswith(_INSEPARABLE) or verb.endswith("ieren")
    past = stems.get("past", weak + "e")
    return {
        "b": [verb],
        "s": [stems.get("third", weak), stem + "e", verb],
        "d": [past, past + ("n" if past.endswith("e") else "en")],
        "n": [stems.get("part", weak if prefixed else "ge" + weak)],
        "c": [stems["subj"] + end for end in ("e", "en") if "subj" in stems],
    }


_MAKERS: Final[Mapping[str, Callable[[str, Stems], Forms]]] = {
    "en": _english,
    "es": _spanish,
    "fr": _french,
    "de": _german,
}
