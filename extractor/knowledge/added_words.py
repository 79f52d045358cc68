"""Words that a user adds to the vocabulary: checked against the shipped tables, then put beside them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final

from extractor.knowledge.added_files import AddedFile
from extractor.knowledge.infinitives import is_infinitive
from extractor.knowledge.near import near
from extractor.knowledge.vocabulary import INFLECTED, LANGUAGES, tokenise
from extractor.schemas import terms

__all__ = ["add_words", "kinds_of", "values_of"]

Tables = Mapping[str, Mapping[str, Any]]

_LEADERS: Final = "leaders.toml"
_IRREGULAR: Final = "irregular.toml"
_LETTERS: Final = frozenset("bsdngfc")
_COUNTRY: Final = re.compile(r"[A-Z]{2}")
# Kinds whose values are a closed list of the data model, whichever of them the shipped tables happen to use.
_TERMS: Final[dict[str, tuple[str, ...]]] = {
    "strong": ("sanctions", *terms.values(terms.MeasureName)),
    "weak": ("sanctions", *terms.values(terms.MeasureName)),
    "goods": terms.values(terms.MeasureName),
    "measure": terms.values(terms.MeasureName),
    "sector": terms.values(terms.SectorName),
    "reason": terms.values(terms.ObjectiveName),
}
_MEASURES: Final = frozenset(terms.values(terms.MeasureName))


def add_words(
    shipped: Tables,
    added: Sequence[AddedFile],
    actors: Collection[str],
    problems: list[str],
    passed_over: list[str],
) -> dict[str, dict[str, Any]]:
    """The tables of ``shipped``, by file, with those of ``added``; what cannot be used goes to ``problems``,
    what is known already to ``passed_over``, both in words.

    Args:
        actors: ids of all known actors, for whom leaders speak.
    """
    made: dict[str, dict[str, Any]] = {name: _copied(table) for name, table in shipped.items()}
    for file in sorted(added, key=lambda file: file.name != _IRREGULAR):  # which tells of verbs
        if file.room != "vocabulary":
            continue
        try:
            table = tomllib.loads(file.content)
        except tomllib.TOMLDecodeError as error:
            problems.append(f"{file.place}: {error}; correct the file, it is not valid TOML")
            continue
        source = _Source(file, problems, passed_over)
        if file.name == _LEADERS:
            _add_leaders(made[file.name], table, actors, source)
        elif file.name == _IRREGULAR:
            _add_irregular(made[file.name], table, source)
        else:
            _add_phrases(made, table, shipped, source)
    return made


def _copied(table: Any) -> Any:
    if isinstance(table, Mapping):
        return {name: _copied(value) for name, value in table.items()}
    return list(table) if isinstance(table, list) else table


def kinds_of(tables: Tables, file: str) -> tuple[str, ...]:
    """The kinds of words that a vocabulary file holds, in any language."""
    found = (kinds for language, kinds in tables[file].items() if language in LANGUAGES)
    return tuple(dict.fromkeys(kind for kinds in found for kind in kinds))


def values_of(tables: Tables, file: str, kind: str) -> tuple[str, ...]:
    """The values that words of a kind may have there."""
    found = (kinds.get(kind, {}) for language, kinds in tables[file].items() if language in LANGUAGES)
    return tuple(sorted({value for values in found for value in values}.union(_TERMS.get(kind, ()))))


class _Source:
    """A file being read: says what is wrong in it, and in which line."""

    def __init__(self, file: AddedFile, problems: list[str], passed_over: list[str]) -> None:
        self.name = file.name
        self._place = file.place
        self._lines = file.content.splitlines()
        self._problems = problems
        self._passed_over = passed_over

    def wrong(self, table: str, key: str, value: object, remedy: str) -> None:
        """Notes a problem with ``value`` under ``key`` of ``[table]``; "" for what there is none of."""
        place = self._told(table, key, value)
        self._problems.append(f"{place}: {value!r} cannot be used; {remedy}")

    def known(self, table: str, key: str, value: str) -> None:
        """Notes a phrase that is known already in the same sense."""
        self._passed_over.append(f"{self._told(table, key, value)}: {value!r}")

    def _told(self, table: str, key: str, value: object) -> str:
        line = self._line(table, key, value)
        where = f", line {line}" if line else ""
        return f"{self._place}{where}, {'.'.join(filter(None, (table, key)))}"

    def _line(self, table: str, key: str, value: object) -> int | None:
        """The line where the value stands: TOML's reader tells none, so it is sought under its heading."""
        at: int | None = 0
        if table:
            at = self._heading(table)
        if at is None:
            return None
        if key:
            entry = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*=""")
            other = at if table else self._heading(key) or 0  # "[it.strong]": the key is a heading's
            at = next((n for n in range(at, len(self._lines)) if entry.match(self._lines[n])), other)
        if isinstance(value, str) and value not in (table, key):
            held = re.compile(rf"""["']{re.escape(value)}["']""")
            at = next((n for n in range(at, len(self._lines)) if held.search(self._lines[n])), at)
        return at + 1

    def _heading(self, table: str) -> int | None:
        parts = r"\s*\.\s*".join(map(re.escape, table.split(".")))
        heading = re.compile(rf"\s*\[\s*{parts}\s*[\].]")
        return next((n for n, line in enumerate(self._lines) if heading.match(line)), None)


def _add_phrases(
    made: dict[str, dict[str, Any]], more: Mapping[str, Any], shipped: Tables, source: _Source
) -> None:
    kinds = kinds_of(shipped, source.name)
    for language, words in more.items():
        if language not in LANGUAGES or not isinstance(words, dict):
            source.wrong(
                "", language, language, f"head the table [language.kind], language {_any(LANGUAGES)}"
            )
            continue
        for kind, values in words.items():
            if kind not in kinds or not isinstance(values, dict):
                at = f"{language}.{kind}"
                source.wrong(
                    at if isinstance(values, dict) else language, "", kind, _right_kind(kind, shipped, source)
                )
                continue
            _add_values(made, values, f"{language}.{kind}", shipped, source)


def _right_kind(kind: str, shipped: Tables, source: _Source) -> str:
    homes = [
        name for name in shipped if name not in (_LEADERS, _IRREGULAR) and kind in kinds_of(shipped, name)
    ]
    if homes and source.name not in homes:
        return f"words of this kind stand in {_any(homes)}"
    return f"the kinds in {source.name} are {', '.join(kinds_of(shipped, source.name))}"


def _add_values(
    made: dict[str, dict[str, Any]], values: Mapping[str, Any], at: str, shipped: Tables, source: _Source
) -> None:
    language, _, kind = at.partition(".")
    held: dict[str, list[str]] = made[source.name].setdefault(language, {}).setdefault(kind, {})
    known = values_of(shipped, source.name, kind)
    verbs = _verbs(shipped, language) if kind in INFLECTED else frozenset()
    irregular = made[_IRREGULAR].get(language, {})
    for value, phrases in values.items():
        if value not in known and not (kind == "office" and _COUNTRY.fullmatch(value)):
            source.wrong(at, value, value, f"use {_any(known)}")
            continue
        taken = _taken(made, held, language, value)
        here = {phrase.casefold() for phrase in held.setdefault(value, [])}
        for phrase in _phrases(phrases, at, value, source):
            means = taken.get(phrase.casefold())
            if means is not None:
                source.wrong(at, value, phrase, f"it means {means!r} already, and stays so; leave it out")
            elif phrase.casefold() in here:
                source.known(at, value, phrase)
            elif kind in INFLECTED and not is_infinitive(phrase, language, verbs, irregular):
                source.wrong(
                    at,
                    value,
                    phrase,
                    "begin it with an infinitive (without 'to'), of which other forms are made; irregular "
                    f"ones go to {_IRREGULAR}",
                )
            else:
                here.add(phrase.casefold())
                held[value].append(phrase)


def _taken(tables: Tables, held: Mapping[str, list[str]], language: str, value: str) -> dict[str, str]:
    """What phrases mean already that cannot mean ``value`` besides, in small letters.

    Within a kind a phrase has one value. A measure is one measure in all kinds that name any.
    """
    others = [(other, phrases) for other, phrases in held.items() if other != value]
    if value in _MEASURES:
        for table in tables.values():
            kinds = table.get(language, {})
            for values in kinds.values() if isinstance(kinds, Mapping) else ():
                others += [(one, values[one]) for one in _MEASURES & values.keys() if one != value]
    return {phrase.casefold(): other for other, phrases in others for phrase in phrases}


def _verbs(tables: Tables, language: str) -> frozenset[str]:
    """The first words of all phrases of verbs."""
    return frozenset(
        phrase.split()[0]
        for name, table in tables.items()
        if name not in (_LEADERS, _IRREGULAR)
        for kind, values in table.get(language, {}).items()
        if kind in INFLECTED
        for phrases in values.values()
        for phrase in phrases
    )


def _phrases(phrases: object, at: str, key: str, source: _Source) -> Iterator[str]:
    if not isinstance(phrases, list):
        source.wrong(at, key, phrases, 'give a list of phrases: ["one", "another"]')
        return
    for phrase in phrases:
        if not isinstance(phrase, str) or not any(word[0].isalnum() for word, _ in tokenise(phrase.strip())):
            source.wrong(at, key, phrase, "give a phrase with a word in it")
        else:
            yield " ".join(phrase.split())


def _add_leaders(
    table: dict[str, list[str]], more: Mapping[str, Any], actors: Collection[str], source: _Source
) -> None:
    speaks_for = {name: state for state, names in table.items() for name in names}
    for state, names in more.items():
        if (state if ":" in state else f"country:{state}") not in actors:
            source.wrong(
                "",
                state,
                state,
                f"name a state by its ISO 3166-1 alpha-2 code, or any actor by its id{near(state, actors)}",
            )
            continue
        for name in _phrases(names, "", state, source):
            if name.islower():
                source.wrong("", state, name, "write the name as it is printed, with its capitals")
            elif speaks_for.setdefault(name, state) != state:
                source.wrong("", state, name, f"the name stands for {speaks_for[name]} already; leave it out")
            elif name in table.setdefault(state, []):
                source.known("", state, name)
            else:
                table[state].append(name)


def _add_irregular(table: dict[str, Any], more: Mapping[str, Any], source: _Source) -> None:
    for language, verbs in more.items():
        if language not in LANGUAGES or not isinstance(verbs, dict):
            source.wrong("", language, language, f"head the table with a language: {_any(LANGUAGES)}")
            continue
        held = table.setdefault(language, {})
        for verb, forms in verbs.items():
            sound = isinstance(forms, dict) and all(
                letter in _LETTERS and isinstance(form, str) and form for letter, form in forms.items()
            )
            if not sound:
                source.wrong(language, verb, forms, 'give forms by letter: {d = "past", n = "participle"}')
            elif held.setdefault(verb, forms) != forms:
                source.wrong(
                    language, verb, forms, f"its forms are {held[verb]} already, and stay so; leave it out"
                )


def _any(names: Sequence[str]) -> str:
    return ", ".join(names[:-1]) + (" or " if len(names) > 1 else "") + names[-1]
