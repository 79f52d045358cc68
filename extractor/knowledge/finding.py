"""Who carries a name and what a phrase stands for, in the tables: for those who want to add to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from extractor.knowledge.actor_data import ActorData
from extractor.knowledge.entry import Entry, Form
from extractor.knowledge.known import Knowledge
from extractor.knowledge.vocabulary import LANGUAGES, cut

__all__ = ["FoundActor", "FoundPhrase", "find_actors", "find_phrases"]

_MOST = 20


class FoundActor(NamedTuple):
    """An actor and the forms of its names, by language (``*`` for any), as the tables have them."""

    entry: Entry
    forms: dict[str, tuple[str, ...]]


class FoundPhrase(NamedTuple):
    """What a phrase stands for in a language; ``phrase`` as it is listed: "impose" for "imposed".

    ``kind`` is "leader" for one who is named without the state, and ``value`` the id of whom it speaks for.
    """

    language: str
    kind: str
    value: str
    phrase: str


def find_actors(known: Knowledge, name: str) -> list[FoundActor]:
    """The actors whose id, name or one form is ``name``, else the first 20 that hold it as whole words.

    Capitals do not count. Bodies that every state has ("French foreign ministry") are found by whole names.
    """
    data = known.actors.data
    sought = " ".join(name.split()).casefold()
    found = {entry.id: entry for names, entry in _named(data) if sought in names}
    whole = known.actors.resolve(name)
    if whole is not None:
        found.setdefault(whole[0].id, whole[0])
    if not found:
        held = f" {sought} "
        found = {entry.id: entry for names, entry in _named(data) if any(held in f" {one} " for one in names)}
    return [FoundActor(entry, _forms(data, entry)) for entry in list(found.values())[:_MOST]]


def _named(data: ActorData) -> Iterator[tuple[set[str], Entry]]:
    for entry in data.entries.values():
        yield {entry.id.casefold(), entry.name.casefold()}, entry
    for form in data.forms:
        if isinstance(form.target, Entry):
            yield {form.text.casefold()}, form.target


def _forms(data: ActorData, entry: Entry) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for form in data.forms:
        if form.target == entry:
            found.setdefault(form.language, []).append(_told(form))
    return {language: tuple(forms) for language, forms in sorted(found.items())}


def _told(form: Form) -> str:
    marks: list[str] = [form.type] if form.type != "name" else []
    marks += sorted(form.uses)
    return f"{form.text} ({', '.join(marks)})" if marks else form.text


def find_phrases(known: Knowledge, phrase: str) -> list[FoundPhrase]:
    """What the whole of ``phrase`` stands for in the vocabulary of each language, verbs in any form."""
    words = [word.lower().replace("’", "'") for word in cut(phrase.strip())[0]]
    if not words:
        return []
    found: dict[FoundPhrase, None] = {}
    for language in LANGUAGES:
        vocabulary = known.vocabulary(language)
        if vocabulary is None:
            continue
        for details in (False, True):
            after, cues = vocabulary.at(words, 0, details=details) or (0, ())
            for cue in cues if after == len(words) else ():
                found[FoundPhrase(language, cue.kind, cue.value, cue.lemma)] = None
        leader = vocabulary.leaders.get(phrase.strip())
        if leader is not None and not any(one.kind == "leader" for one in found):
            found[FoundPhrase("*", "leader", leader, phrase.strip())] = None
    return list(found)
