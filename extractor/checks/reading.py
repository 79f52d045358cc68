"""An article and its described actors, read once for all of its records."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cached_property

from extractor.article.model import Article
from extractor.checks.article_text import ArticleText, Span
from extractor.checks.mentions import OWN_NAMES, Mention, find_mention
from extractor.checks.words import name_parts
from extractor.knowledge.actors import Entry
from extractor.knowledge.known import Knowledge, shipped_knowledge
from extractor.schemas.draft import DraftActor

__all__ = ["Reading"]


class Reading:
    """Make one per article; ``grown`` gives one with more actors that shares all look-ups of the text.

    Args:
        knowledge: actors and words to go by; the shipped ones when left out.
    """

    def __init__(
        self, article: Article, actors: Mapping[str, DraftActor], knowledge: Knowledge | None = None
    ) -> None:
        self.article = article
        self.actors = actors
        self.knowledge = knowledge or shipped_knowledge()
        self.text = ArticleText(article, self.knowledge)
        self._met: dict[str, Mention | None] = {}

    def grown(self, actors: Mapping[str, DraftActor]) -> Reading:
        """The same article with these actors in place of the present ones. Costs no look-up anew."""
        made = Reading(self.article, actors, self.knowledge)
        made.text = self.text
        return made

    @cached_property
    def _by_key(self) -> dict[str, DraftActor]:
        return {_key(name): actor for name, actor in self.actors.items()}

    def described(self, name: str) -> DraftActor | None:
        """How the draft describes the actor of this name."""
        return self.actors.get(name) or self._by_key.get(_key(name))

    def mention(self, name: str) -> Mention | None:
        """How the article speaks of the actor of this name; None when it does not."""
        if name not in self._met:
            self._met[name] = find_mention(name, self.described(name), self.text)
        return self._met[name]

    def entry(self, name: str) -> Entry | None:
        """What the gazetteer knows of this name, unless the draft says that it is a name of its own."""
        described = self.described(name)
        if described is not None and described.kind in OWN_NAMES:
            return None
        return self.knowledge.resolved(name, self.article.language)

    def country(self, name: str) -> str | None:
        """The country code that a name stands for, by the gazetteer or else by the draft's description."""
        entry, described = self.entry(name), self.described(name)
        if entry is not None:
            return entry.country
        return described.country.upper() if described is not None and described.country else None

    def spoken_of(self, names: Iterable[str], spans: Iterable[Span]) -> bool:
        """Whether any of the actors is mentioned within the spans of the text, in any form, or by one of
        its people or bodies. True as well when it cannot be told."""
        names, spans = tuple(names), tuple(spans)
        mentions = [self.mention(name) for name in names]
        if any(mention is not None and mention.how == "unproven" for mention in mentions):
            return True
        if any(_within(mention.starts, spans) for mention in mentions if mention is not None):
            return True
        return any(_within(starts, spans) for name in names for starts in self._kin(name))

    def _kin(self, name: str) -> Iterable[tuple[int, ...]]:
        """Where else the actor is spoken of: in other forms, by surname, and by those of the same state."""
        described = self.described(name)
        if described is not None and described.kind == "person" and (parts := name_parts(name)):
            yield self.text.plain.find(parts[-1])
        entry = self.entry(name)
        if entry is not None:
            above = self.knowledge.actors.state_of(entry)
            yield self.text.known.get(entry.id, ())
            yield self.text.known.get(above.id, ()) if above is not None else ()
        country = self.country(name)
        for other in self.actors if country is not None else ():
            if other != name and self.country(other) == country:
                mention = self.mention(other)
                yield mention.starts if mention is not None else ()
        if country is not None:
            yield self.text.known.get(f"country:{country}", ())


def _within(starts: tuple[int, ...], spans: Iterable[Span]) -> bool:
    return any(first <= start < last for first, last in spans for start in starts)


def _key(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
