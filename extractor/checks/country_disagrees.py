"""The country given for an actor must agree with the gazetteer, which is what is published."""

from __future__ import annotations

from functools import lru_cache

from extractor.checks.case import Case
from extractor.checks.check import Check
from extractor.checks.mentions import OWN_NAMES
from extractor.checks.plain import plain_name
from extractor.knowledge.known import Knowledge
from extractor.schemas.terms import ActorKindName

__all__ = ["CHECK"]

_STATELESS = ("intl_org", "coalition")


def _find(case: Case) -> str | None:
    language = case.reading.article.language
    knowledge = case.reading.knowledge
    odd = [
        _odd(actor.name, actor.kind, actor.country, language, knowledge)
        for actor in case.described
        if actor.country
    ]
    return "; ".join(filter(None, odd)) or None


@lru_cache(maxsize=8192)
def _odd(
    name: str, kind: ActorKindName, country: str, language: str | None, knowledge: Knowledge
) -> str | None:
    code, stated = country.upper(), f"actor {name!r}, country {country!r}"
    if knowledge.actors.by_country(code) is None:
        return f"{stated}: no ISO 3166-1 alpha-2 code"
    if kind in _STATELESS:
        return f"{stated}: an actor of kind {kind!r} has none"
    known = _leader(name, knowledge) if kind in OWN_NAMES else _known(name, language, knowledge)
    if known is not None and known != code:
        return f"{stated}: the gazetteer says {known!r}, which is published"
    return None


def _known(name: str, language: str | None, knowledge: Knowledge) -> str | None:
    entry = knowledge.resolved(name, language)
    return entry.country if entry is not None else None


def _leader(name: str, knowledge: Knowledge) -> str | None:
    """The state of a holder of high office whose name has two words or more: surnames alone mislead."""
    words = knowledge.vocabulary("en")
    state = words.leaders.get(plain_name(name)) if words is not None and " " in name.strip() else None
    return state.removeprefix("country:") if state is not None and state.startswith("country:") else None


CHECK = Check(
    "country_disagrees",
    "flag",
    "The country stated for an actor is an ISO 3166-1 code and the one that the gazetteer has for the name; "
    "organisations and coalitions have none.",
    _find,
)
