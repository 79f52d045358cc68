"""Actors made comparable: folded names, canonical ids, and the state that a government body rolls up to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from extractor.knowledge.actors import Entry, gazetteer
from extractor.schemas import terms
from extractor.schemas.values import Actor

__all__ = ["ActorKey", "KnownActors", "ReadActor", "actor_reader", "fold", "shipped_reader"]


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text))


_ARTICLES = _words("the a an le la les el los las il lo gli der die das den")
_LEADING_FORMS = _words("ooo oao zao pao ao pjsc ojsc jsc pt")
_LEGAL_FORMS = _words("""
    ltd limited llc inc incorporated corp corporation co company plc llp lp pte pty sa ag gmbh kg se sas nv bv
    spa srl sarl oy ab asa kk bhd fze fzco fzc dmcc ooo oao zao pao ao pjsc ojsc jsc
""")
_DROPPED = re.compile(r"[.'’ʼ`´\u00ad]")
_ELIDED = re.compile(r"^l['’ʼ](?=\w)", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")

# A name that the gazetteer knows says nothing of a person or ship that happens to bear it ("Jordan").
_ONLY_OWN_KIND: dict[str, frozenset[str]] = {
    "person": frozenset({"person"}),
    "vessel": frozenset({"vessel"}),
    "company": frozenset({"company"}),
    "group": frozenset({"group", "armed_group"}),
    "armed_group": frozenset({"group", "armed_group"}),
}


class KnownActors(Protocol):
    """What comparing needs of a gazetteer."""

    def entry(self, actor_id: str) -> Entry | None:
        """The known actor of that canonical id, or None."""
        ...

    def resolve(self, name: str) -> tuple[Entry, str] | None:
        """The known actor that ``name`` as a whole names and the type of the form, or None."""
        ...

    def state_of(self, entry: Entry) -> Entry | None:
        """The state or organisation that ``entry`` acts for, or None."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class ActorKey:
    """An actor as the comparators see it. Which two are the same is theirs to say, ``==`` does not.

    ``forms`` are its folded names, ``ids`` its canonical ids, ``words`` the word sets of the forms of two
    words or more, ``state`` the id of the state (or organisation) a government body rolls up to.
    """

    name: str
    forms: frozenset[str]
    ids: frozenset[str] = frozenset()
    words: tuple[frozenset[str], ...] = ()
    state: str | None = None
    kind: terms.ActorKindName = "other"
    country: str | None = None
    role: str | None = None
    count: int | None = None


ReadActor = Callable[[Actor, tuple[str, ...]], ActorKey]


def fold(name: str) -> str:
    """``name`` without what makes no difference: NFKC, case, punctuation, leading article, legal form.

    Dots and apostrophes vanish (``U.S.`` is ``us``), other punctuation parts words. Never empty for a
    name that is not: a name of punctuation alone comes back as it stands.
    """
    plain = _ELIDED.sub("", unicodedata.normalize("NFKC", name).strip()).casefold()
    words = _WORD.findall(_DROPPED.sub("", plain))
    if len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    if len(words) > 1 and words[0] in _LEADING_FORMS:
        words = words[1:]
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        words = words[:-1]
    return " ".join(words) or plain


def actor_reader(known: KnownActors) -> ReadActor:
    """A function that makes an ActorKey of an actor and its aliases, remembering the recent ones."""

    @lru_cache(maxsize=20_000)
    def read(actor: Actor, aliases: tuple[str, ...]) -> ActorKey:
        entries = _entries(known, actor, aliases)
        forms = frozenset([fold(name) for name in (actor.name, *aliases)])
        return ActorKey(
            name=actor.name,
            forms=forms,
            ids=_ids(actor, entries),
            words=tuple(words for form in sorted(forms) if len(words := frozenset(form.split())) > 1),
            state=_state(known, actor, entries),
            kind=actor.kind,
            country=actor.country,
            role=actor.role,
            count=actor.count,
        )

    return read


@lru_cache(maxsize=1)
def shipped_reader() -> ReadActor:
    """The reader over the shipped gazetteer."""
    return actor_reader(gazetteer())


def _entries(known: KnownActors, actor: Actor, aliases: tuple[str, ...]) -> list[Entry]:
    allowed = _ONLY_OWN_KIND.get(actor.kind)
    by_id = known.entry(actor.id) if actor.id else None
    # A known id outweighs what the bare name suggests; one made of a slug says no more than the name.
    names = aliases if by_id else (actor.name, *aliases)
    named = [found[0] for name in names if (found := known.resolve(name))]
    fitting = [entry for entry in named if allowed is None or entry.kind in allowed]
    return [by_id, *fitting] if by_id else fitting


def _ids(actor: Actor, entries: list[Entry]) -> frozenset[str]:
    ids = {entry.id for entry in entries}
    if actor.id:
        ids.add(actor.id)
    elif not ids and actor.kind == "state" and actor.country:
        ids.add(f"country:{actor.country}")
    return frozenset(ids)


def _state(known: KnownActors, actor: Actor, entries: list[Entry]) -> str | None:
    for entry in entries:
        if entry.kind in ("government_body", "intl_org") and entry.parent:
            above = known.state_of(entry)
            return above.id if above else entry.parent
    if actor.kind == "government_body" and actor.country:
        return f"country:{actor.country}"
    return None
