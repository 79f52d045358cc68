"""Names become actors with canonical ids."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from extractor.knowledge.known import Knowledge, shipped_knowledge
from extractor.schemas.draft import DraftActor
from extractor.schemas.terms import ActorKindName
from extractor.schemas.values import Actor

__all__ = ["ActorTable", "slug"]

_STATELESS = ("intl_org", "coalition")
# Kinds that are named individually: "Georgia" the company or "Jordan" the person is not the state.
_OWN_NAMES = ("person", "company", "vessel", "group")
_BREAKS = re.compile(r"[^\w]+", re.UNICODE)


def slug(name: str) -> str:
    """Lower-case words joined by hyphens, accents removed where the script allows: "Séléka" is "seleka"."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return _BREAKS.sub("-", bare.casefold()).strip("-") or "unnamed"


class ActorTable:
    """The actors of one article by name. Names that are not described go to the gazetteer alone.

    Args:
        described: the draft's actors.
        language: of the article, whose own forms of names come first.
        knowledge: the actors to go by; the shipped ones when left out.
    """

    def __init__(
        self,
        described: Sequence[DraftActor],
        language: str | None = None,
        knowledge: Knowledge | None = None,
    ) -> None:
        self._described = {_key(actor.name): actor for actor in described}
        self._language = language
        self._knowledge = knowledge or shipped_knowledge()
        self._full_names = _full_names(described)
        self._met: dict[str, Actor] = {}

    def actor(self, name: str) -> Actor:
        """The actor called ``name``; its id is the gazetteer's, else made of kind and name."""
        if name not in self._met:
            self._met[name] = self._identified(name)
        return self._met[name]

    def _identified(self, name: str) -> Actor:
        name = self._full_names.get(_key(name), name)
        described = self._described.get(_key(name))
        entry = self._knowledge.resolved(name, self._language)
        if entry is None or not _may_be(entry.kind, described):
            return self._unlisted(name, described)
        return Actor(
            id=entry.id,
            name=name,
            kind=entry.kind,
            country=None if entry.kind in _STATELESS else entry.country,
            role=described.role if described else None,
            count=described.count if described else None,
        )

    def actors(self, names: Iterable[str]) -> tuple[Actor, ...]:
        """One actor for each of ``names``, in order; the same actor is not listed twice."""
        found: dict[str, Actor] = {}
        for name in names:
            if name.strip():
                actor = self.actor(name)
                found.setdefault(actor.id, actor)
        return tuple(found.values())

    def _unlisted(self, name: str, described: DraftActor | None) -> Actor:
        kind: ActorKindName = described.kind if described else "other"
        return Actor(
            id=f"{kind.replace('government_body', 'body').replace('intl_org', 'org')}:{slug(name)}",
            name=name,
            kind=kind,
            country=self._country(described, kind),
            role=(described.role or None) if described else None,
            count=described.count if described else None,
        )

    def _country(self, described: DraftActor | None, kind: ActorKindName) -> str | None:
        if described is None or not described.country or kind in _STATELESS:
            return None
        code = described.country.upper()
        return code if self._knowledge.actors.by_country(code) else None


def _may_be(kind: ActorKindName, described: DraftActor | None) -> bool:
    """Whether a known actor of that kind can be whom the draft describes under its name."""
    return described is None or described.kind not in _OWN_NAMES or described.kind == kind


def _key(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _full_names(actors: Iterable[DraftActor]) -> dict[str, str]:
    """For a surname alone, the one longer name in the article that ends with it.

    Names of other actors are no surnames: "NATO" is not the "spokeswoman for NATO".
    """
    actors = tuple(actors)
    others = {_key(actor.name) for actor in actors if actor.kind != "person"}
    people = {actor.name for actor in actors if actor.kind == "person"}
    full: dict[str, str] = {}
    for name in people:
        longer = [other for other in people if _key(other).endswith(" " + _key(name))]
        if len(longer) == 1:
            full[_key(name)] = longer[0]
    for name in people:
        last = _key(name).split()[-1:]
        if last and last[0] in others:
            continue
        if len(_key(name).split()) > 1 and sum(_key(p).split()[-1:] == last for p in people) == 1:
            full.setdefault(last[0], name)
    return full
