"""The gazetteer of actors: who is meant by a name, and where in a text known actors are named."""

from __future__ import annotations

import functools
import re
from typing import Final, NamedTuple

from extractor.knowledge import bodies, tokens
from extractor.knowledge.actor_data import ActorData, read_actor_data
from extractor.knowledge.entry import BodyNoun, Entry, FormType
from extractor.knowledge.form_index import FormIndex
from extractor.knowledge.hits import Hit, find_hits, preferred
from extractor.knowledge.token_forms import TokenForms, TokenHit, Tokens

__all__ = ["Entry", "FormType", "Gazetteer", "Mention", "gazetteer", "resolved"]

_ARTICLE: Final = re.compile(
    r"(?:the|el|la|los|las|le|les|der|die|das|dem|den|des)\s+|l['’ʼ]\s*", re.IGNORECASE
)
_POSSESSIVE: Final = re.compile(r"['’ʼ]s?$")
_BRACKETED: Final = re.compile(r"(?P<outer>[^()]+?)\s*\((?P<inner>[^()]+)\)$")
_WORD: Final = re.compile(r"\w")
_LANGUAGES: Final = ("en", "es", "fr", "de")
_QUOTES: Final = ' \t\r\n\u00a0"“”„«»‹›,;:'


class Mention(NamedTuple):
    """A known actor named in a text at ``text[start:end]``."""

    start: int
    end: int
    entry: Entry
    form: FormType


class Gazetteer:
    """Known actors by every form of their names. Look-ups are exact after folding, never fuzzy.

    Folded away: Unicode compatibility forms, typographic apostrophes and hyphens, white space, dots in
    abbreviations, a leading article, a possessive. Capitals count as the tables have them.
    """

    def __init__(self, data: ActorData) -> None:
        self._data = data
        self._index = FormIndex(data.forms)
        self._by_language: dict[str, TokenForms] = {}
        self._countries = {
            entry.country: entry for entry in data.entries.values() if entry.id == f"country:{entry.country}"
        }

    @property
    def data(self) -> ActorData:
        """The tables that it was made of."""
        return self._data

    def entry(self, actor_id: str) -> Entry | None:
        """The actor with this id, also ``body:fr-foreign-ministry`` and its like for every state."""
        return self._data.entries.get(actor_id) or bodies.by_id(actor_id, self._data)

    def by_country(self, code: str) -> Entry | None:
        """The state or territory with this ISO 3166-1 alpha-2 code (XK for Kosovo)."""
        return self._countries.get(code.upper())

    def state_of(self, entry: Entry) -> Entry | None:
        """The state or organisation that ``entry`` acts for.

        A body rolls up to its state, an organ to its organisation; a state or an organisation is its own;
        coalitions, groups and territories' movements have none.
        """
        while entry.parent is not None:
            above = self.entry(entry.parent)
            if above is None:
                return None
            entry = above
        return entry if entry.id.startswith("country:") or entry.kind in ("state", "intl_org") else None

    def resolve(self, name: str, language: str | None = None) -> tuple[Entry, FormType] | None:
        """The actor that ``name`` as a whole names, or None. 'the Kremlin', 'Russian', 'U.S.' resolve.

        With ``language`` its own forms come first; other languages are tried after it. "Office of Foreign
        Assets Control (OFAC)" resolves when what stands outside the brackets does and the rest agrees.
        """
        name = name.strip(_QUOTES)
        bracketed = _BRACKETED.fullmatch(name)
        if bracketed is not None:
            return self._resolve_bracketed(bracketed["outer"], bracketed["inner"], language)
        return next(filter(None, (self._whole(reading, language) for reading in _readings(name))), None)

    def _resolve_bracketed(
        self, outer: str, inner: str, language: str | None
    ) -> tuple[Entry, FormType] | None:
        found, other = self.resolve(outer, language), self.resolve(inner, language)
        return None if found and other and found[0] != other[0] else found

    def _whole(self, name: str, language: str | None) -> tuple[Entry, FormType] | None:
        words = tokens.split(name)
        ends = [index for index in (len(words.folds) - 1, len(words.folds) - 3) if index >= 0]
        named = next((index for index in ends if words.folds[index]), 0)
        own = language or "en"
        for last, forms in self._index.at(words, 0, any_case=named > 0) if words.folds[0] else ():
            best = preferred(forms, own, whole=True)
            if last == named and best is not None and isinstance(best.target, Entry):
                return best.target, best.type
        for tried in dict.fromkeys((own, *_LANGUAGES) if named else (own,)):
            for mention in self.find(name, tried):
                if not _WORD.search(name[: mention.start] + name[mention.end :]):
                    return mention.entry, mention.form
        return None

    def find_in(self, tokens: Tokens, language: str) -> list[TokenHit]:
        """The mentions of a sentence that is cut into tokens, as ``find`` gives them for text.

        Besides, hits without a form but with a body noun: "the foreign ministry" whose state is not told.
        """
        forms = self._by_language.get(language)
        if forms is None:
            forms = self._by_language[language] = TokenForms(self._data.forms, language)
        return bodies.joined_tokens(forms.find(tokens), tokens, self._data, language)

    def of_word(self, printed: str, language: str) -> Entry | None:
        """The actor that one word as it stands names in running text: "US", "Kreml"."""
        forms = self._by_language.get(language)
        if forms is None:
            forms = self._by_language[language] = TokenForms(self._data.forms, language)
        form = forms.of_word(printed)
        return form.target if form is not None and isinstance(form.target, Entry) else None

    def body(self, state: Entry, noun: BodyNoun) -> Entry | None:
        """The body of ``state`` that ``noun`` means."""
        return bodies.body_of(state, None, noun, self._data)

    def find(self, text: str, language: str | None = None) -> list[Mention]:
        """Every mention in ``text``, leftmost-longest, not overlapping, short tokens guarded.

        ``language`` (ISO 639-1) is that of the text: demonyms and what else is marked in the tables are read
        in their own language alone, English when none is given; names of other languages are found too.
        Neither a leading article nor a possessive is part of a mention, the last dot of "U.S." is.
        """
        hits = bodies.joined(find_hits(text, self._index, language), text, self._data, language)
        return [Mention(hit.start, hit.end, *named) for hit in hits if (named := _named(hit)) is not None]


def _named(hit: Hit) -> tuple[Entry, FormType] | None:
    form = hit.form
    return None if form is None or not isinstance(form.target, Entry) else (form.target, form.type)


def _readings(name: str) -> list[str]:
    readings = [name]
    article = _ARTICLE.match(name)
    if article is not None:
        readings.append(name[article.end() :])
    for reading in tuple(readings):
        bare = _POSSESSIVE.sub("", reading)
        if bare != reading:
            readings.append(bare)
    return readings


@functools.cache
def gazetteer() -> Gazetteer:
    """The shipped gazetteer, loaded once."""
    return Gazetteer(read_actor_data())


@functools.lru_cache(maxsize=16384)
def resolved(name: str, language: str | None) -> Entry | None:
    """The actor that the gazetteer knows by this whole name, kept: a run meets the same names all along."""
    match = gazetteer().resolve(name, language)
    return None if match is None else match[0]
