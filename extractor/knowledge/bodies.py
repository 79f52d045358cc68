"""Bodies that every state has: "Russian Foreign Ministry", "central bank of Iran", "gobierno ruso".

A state's name beside a body noun, or beside one of its own bodies ("U.S. Treasury Department"), is one
mention of that body; "Russian government" is the state itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from extractor.knowledge.actor_data import ActorData
from extractor.knowledge.entry import BodyNoun, Entry, Form
from extractor.knowledge.hits import Hit
from extractor.knowledge.token_forms import TokenHit, Tokens
from extractor.knowledge.vocabulary import cut

__all__ = ["body_of", "by_id", "joined", "joined_tokens"]

_GOVERNMENT: Final = "government"
_POSSESSIVE: Final = re.compile(r"['’ʼ]s?[ \t\u00a0]+")
_SPACE: Final = re.compile(r"[ \t\u00a0]+")
_LINK: Final = re.compile(
    r"[ \t\u00a0]+(?:(?:of(?: the)?|de(?: las?| los)?|del|des|du|von|der)[ \t\u00a0]+|d['’]|de l['’])",
)
_ID: Final = re.compile(r"body:([a-z]{2})-([a-z-]+)")
_FARTHEST: Final = 12  # characters: " of the " and its like, with room for odd spaces
_HEADS: Final = ("ministère", "ministerio")
_HEAD: Final = re.compile(r"(minist(?:ère|erio))[ \u00a0]$", re.IGNORECASE)
_MOST_BETWEEN: Final = 3  # tokens
_MARKS: Final = frozenset({("'s",), ("'",)})
_LINKS: Final = frozenset(
    tuple(link.split())
    for link in (
        "of",
        "of the",
        "de",
        "de la",
        "de las",
        "de los",
        "del",
        "des",
        "du",
        "von",
        "der",
        "d'",
        "de l'",
    )
)
_PARTED: Final[dict[int, tuple[ActorData, list[tuple[str, str, BodyNoun]]]]] = {}
_ADJECTIVE_AFTER: Final = frozenset(("es", "fr"))


def by_id(actor_id: str, data: ActorData) -> Entry | None:
    """The body with an id such as ``body:fr-foreign-ministry``, made on demand; None when there is none."""
    match = _ID.fullmatch(actor_id)
    state = match and data.entries.get(f"country:{match[1].upper()}")
    noun = match and data.nouns.get(match[2])
    return _body(state, noun, data) if state and noun else None


def joined(hits: Iterable[Hit], text: str, data: ActorData, language: str | None) -> list[Hit]:
    """``hits`` with each state and the body beside it as one hit; body nouns without a state fall away."""
    made: list[Hit] = []
    for found in hits:
        if made and found.start < made[-1].end:
            continue
        hit = _parted(found, text, data) or found
        before = made[-1] if made else None
        whole = before and _join(before, hit, text, data, language)
        if before and whole:
            made[-1] = whole
        elif before and _anothers(before, hit, text):
            continue  # "Danish Treasury" where the tables know a Treasury of another state alone
        else:
            made.append(hit)
    return made


def _join(before: Hit, hit: Hit, text: str, data: ActorData, language: str | None) -> Hit | None:
    if hit.start - before.end > _FARTHEST:
        return None
    between = text[before.end : hit.start]
    if _is_owner(before, between):
        return _made(before, hit, before, hit, data, language)
    if _is_owned(hit, between):
        return _made(before, hit, hit, before, data, language)
    return None


def joined_tokens(hits: list[TokenHit], tokens: Tokens, data: ActorData, language: str) -> list[TokenHit]:
    """``joined`` for a sentence cut into tokens; body nouns without a state stay, as hits of a noun alone."""
    if len(hits) < 2 and language not in _ADJECTIVE_AFTER:
        return hits
    made: list[TokenHit] = []
    for found in hits:
        before = made[-1] if made else None
        if before is not None and found.start < before.after:
            continue
        hit = found
        if language in _ADJECTIVE_AFTER and found.form is not None and found.form.type == "demonym":
            hit = _parted_tokens(found, tokens, data) or found
            if before is not None and hit.start < before.after:
                made.pop()
                before = made[-1] if made else None
        if before is None or hit.start - before.after > _MOST_BETWEEN:
            made.append(hit)
            continue
        whole = _join_tokens(before, hit, tokens, data, language)
        if whole is not None:
            made[-1] = whole
        elif not _anothers_tokens(before, hit, tokens):
            made.append(hit)
    return made


def _join_tokens(
    before: TokenHit, hit: TokenHit, tokens: Tokens, data: ActorData, language: str
) -> TokenHit | None:
    between = tuple(tokens.words[before.after : hit.start])
    first, last = before.form, hit.form
    entry: Entry | None = None
    owner = first is not None and first.type != "metonym" and first.target
    if isinstance(owner, Entry) and (between in _MARKS or not (between or _is_capital(first))):
        entry = body_of(owner, last, hit.noun, data)
    owned = (last is not None and (not between and _follows(last))) or (between in _LINKS and _is_named(last))
    if entry is None and owned and last is not None and isinstance(last.target, Entry):
        entry = body_of(last.target, first, before.noun, data)
    if entry is None:
        return None
    return TokenHit(before.start, hit.after, Form("", entry, "name", language), None)


def _is_capital(form: Form | None) -> bool:
    return form is not None and form.type == "capital"


def _is_named(form: Form | None) -> bool:
    return form is not None and form.type in ("name", "abbreviation")


def _follows(form: Form) -> bool:
    """Whether a state's adjective or genitive may follow the body: "gobierno ruso", "Regierung Russlands"."""
    return (form.type == "demonym" and form.language in _ADJECTIVE_AFTER) or _is_genitive(form)


def _parted_tokens(hit: TokenHit, tokens: Tokens, data: ActorData) -> TokenHit | None:
    """The body in whose name the adjective stands: "ministère russe des Affaires étrangères"."""
    head = tokens.words[hit.start - 1] if hit.start else ""
    state = hit.form.target if hit.form else None
    if head not in _HEADS or not isinstance(state, Entry) or not state.id.startswith("country:"):
        return None
    for start, rest, noun in _parted_nouns(data):
        if start == head:
            words = cut(rest)[0]
            after = hit.after + len(words)
            if list(tokens.words[hit.after : after]) == words:
                form = Form("", _body(state, noun, data), "name", "*")
                return TokenHit(hit.start - 1, after, form, None)
    return None


def _anothers_tokens(before: TokenHit, hit: TokenHit, tokens: Tokens) -> bool:
    form, other = before.form, hit.form
    if form is None or other is None or not isinstance(form.target, Entry):
        return False
    if form.target.kind != "state" or not isinstance(other.target, Entry):
        return False
    if other.target.kind != "government_body":
        return False
    between = tuple(tokens.words[before.after : hit.start])
    return between in _MARKS or (not between and form.type == "demonym")


def _is_owner(before: Hit, between: str) -> bool:
    form = before.form
    if form is None or not isinstance(form.target, Entry) or form.type == "metonym":
        return False
    if _POSSESSIVE.fullmatch(between):
        return True
    return form.type != "capital" and _SPACE.fullmatch(between) is not None


def _is_owned(hit: Hit, between: str) -> bool:
    form = hit.form
    if form is None or not isinstance(form.target, Entry):
        return False
    if _SPACE.fullmatch(between):
        return (form.type == "demonym" and form.language in _ADJECTIVE_AFTER) or _is_genitive(form)
    return form.type in ("name", "abbreviation") and _LINK.fullmatch(between) is not None


def _parted(hit: Hit, text: str, data: ActorData) -> Hit | None:
    """The body in whose name the adjective stands: "ministère russe des Affaires étrangères"."""
    form = hit.form
    if form is None or form.type != "demonym" or form.language not in _ADJECTIVE_AFTER:
        return None
    head = _HEAD.search(text, max(0, hit.start - 12), hit.start)
    state = form.target
    if head is None or not isinstance(state, Entry) or not state.id.startswith("country:"):
        return None
    for start, rest, noun in _parted_nouns(data):
        end = hit.end + 1 + len(rest)
        if head[1].lower() == start and text[hit.end + 1 : end].lower() == rest:
            return Hit(head.start(), end, Form("", _body(state, noun, data), "name", form.language))
    return None


def _parted_nouns(data: ActorData) -> list[tuple[str, str, BodyNoun]]:
    known = _PARTED.get(id(data))
    if known is not None and known[0] is data:
        return known[1]
    parted = []
    for form in data.noun_forms:
        head, _, rest = form.text.lower().partition(" ")
        if isinstance(form.target, BodyNoun) and head in _HEADS and rest:
            parted.append((head, rest, form.target))
    _PARTED[id(data)] = data, parted
    return parted


def _is_genitive(form: Form) -> bool:
    return form.language == "de" and form.type == "name" and form.text.endswith("s")


def _made(first: Hit, last: Hit, owner: Hit, body: Hit, data: ActorData, language: str | None) -> Hit | None:
    assert owner.form is not None
    state = owner.form.target
    assert isinstance(state, Entry)
    entry = body_of(state, body.form, body.noun, data)
    if entry is None:
        return None
    text_form = Form("", entry, "name", language or "en")
    return Hit(first.start, last.end, text_form)


def body_of(state: Entry, form: Form | None, noun: BodyNoun | None, data: ActorData) -> Entry | None:
    """The body of ``state`` that a form or body noun beside its name means; None when it has none such."""
    own = form.target if form else None
    if isinstance(own, Entry) and own.parent == state.id:
        return own
    if noun is not None and state.id.startswith("country:"):
        return _body(state, noun, data)
    return None


def _anothers(before: Hit, hit: Hit, text: str) -> bool:
    if hit.start - before.end > _FARTHEST:
        return False
    between = text[before.end : hit.start]
    form = before.form
    return (
        form is not None
        and isinstance(form.target, Entry)
        and form.target.kind == "state"
        and hit.form is not None
        and isinstance(hit.form.target, Entry)
        and hit.form.target.kind == "government_body"
        and (bool(_POSSESSIVE.fullmatch(between)) or (form.type == "demonym" and between.isspace()))
    )


def _body(state: Entry, noun: BodyNoun, data: ActorData) -> Entry:
    if noun.slug == _GOVERNMENT:
        return state
    code = state.id.removeprefix("country:")
    same = data.equivalents.get((code, noun.slug)) or f"body:{code.lower()}-{noun.slug}"
    return data.entries.get(same) or Entry(
        same, f"{noun.name} of {state.name}", "government_body", state.country, state.id
    )
