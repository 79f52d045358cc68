"""A quote that plainly tells of somebody else bears no record of this actor."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from extractor.checks.case import Case
from extractor.checks.check import Check
from extractor.knowledge.actors import Entry
from extractor.knowledge.known import Knowledge
from extractor.schemas.draft import DraftEvent, DraftPosition
from extractor.schemas.values import Evidence

__all__ = ["CHECK"]

_BEFORE, _AFTER = 12, 4  # sentences: an interview names its speaker seldom
_HOLDERS: Final = frozenset(("state", "government_body", "intl_org", "coalition", "person"))
# Acts that tell of the sanctions on one state and are aimed at somebody else.
_OTHERS_SANCTIONS: Final = ("enforce", "evade", "exempt")
_WORD: Final = re.compile(r"[^\W\d_]+")
_SANCTIONS_ON: Final = re.compile(
    r"(?:anctions|mbargo(?:es)?|anciones|anktionen)\s+"
    r"(?:on|against|contra|contre|gegen|a|al|à)\s+(?:the\s+|la\s+|le\s+|l['’]\s?|l[oe]s\s+|den\s+|die\s+)?"
    r"(?P<name>[A-ZÀ-Þ][\w.’'-]*(?:\s+[A-ZÀ-Þ][\w.’'-]*)*)",
)


def _find(case: Case) -> str | None:
    if case.event is not None:
        return _another_target(case, case.event)
    assert case.position is not None
    return _another_speaker(case, case.position)


def _another_speaker(case: Case, position: DraftPosition) -> str | None:
    names = case.bearers
    text = case.reading.text
    spans = [text.around(evidence, _BEFORE, _AFTER) for evidence in case.evidence]
    if not names or case.reading.spoken_of(names, spans):
        return None
    others = [_speaking(case, position, evidence) for evidence in case.evidence]
    if not others or None in others:
        return None
    return (
        f"the quotes tell what {others[0]!r} says; {' and '.join(map(repr, names))} are spoken of far from "
        "there: quote the holder's own words, or name the holder whose words these are"
    )


def _speaking(case: Case, position: DraftPosition, evidence: Evidence) -> str | None:
    """Another actor of the draft in a sentence of the quote that has a verb of speech."""
    verbs = _speech_verbs(case.reading.text.language_of(evidence), case.reading.knowledge)
    left_out = {position.holder, position.speaker, *position.issue_targets, *position.addressees}
    for sentence in case.reading.text.sentences_of(evidence):
        words = case.reading.article.text[sentence.start : sentence.end]
        if not any(word.lower() in verbs for word in _WORD.findall(words)):
            continue
        for name, actor in case.reading.actors.items():
            if name in left_out or actor.kind not in _HOLDERS:
                continue
            mention = case.reading.mention(name)
            if mention is not None and any(sentence.start <= at < sentence.end for at in mention.starts):
                return name
    return None


def _speech_verbs(language: str, knowledge: Knowledge) -> frozenset[str]:
    words = knowledge.vocabulary(language)
    phrases = words.phrases.get("speech", frozenset()) if words is not None else frozenset()
    return frozenset(phrase[0] for phrase in phrases if len(phrase) == 1)


def _another_target(case: Case, event: DraftEvent) -> str | None:
    """Every quote says "sanctions on X", and X is a state that is neither target nor one of the target's."""
    if not event.targets or event.reach == "secondary" or event.action in _OTHERS_SANCTIONS:
        return None
    named = [list(_targets_in(case, evidence)) for evidence in case.evidence]
    if not named or not all(named):
        return None
    if None in (case.reading.country(name) for name in event.targets):
        return None  # an organisation, or a target that nobody knows
    others = [entry for entries in named for entry in entries]
    # Sanctions on the sender are what it answers.
    if any(_is_one_of(entry, (*event.targets, *event.senders), case) for entry in others):
        return None
    if case.reading.spoken_of(event.targets, [(evidence.start, evidence.end) for evidence in case.evidence]):
        return None
    return (
        f"targets {', '.join(map(repr, event.targets))}, but the quotes tell of sanctions on "
        f"{', '.join(dict.fromkeys(entry.name for entry in others))}: quote the words about this target, or "
        "name the target of these words"
    )


def _is_one_of(entry: Entry, names: tuple[str, ...], case: Case) -> bool:
    """Whether the entry is one of the actors or the state of one; true as well when it is no state."""
    if entry.kind != "state":
        return True
    reading = case.reading
    return any(reading.entry(name) == entry or reading.country(name) == entry.country for name in names)


def _targets_in(case: Case, evidence: Evidence) -> Iterator[Entry]:
    language = case.reading.article.language
    for match in _SANCTIONS_ON.finditer(evidence.quote):
        entry = _first_named(match["name"], language, case.reading.knowledge)
        if entry is not None:
            yield entry


@lru_cache(maxsize=4096)
def _first_named(words: str, language: str | None, knowledge: Knowledge) -> Entry | None:
    """The actor that ``words`` begin with."""
    return next((one.entry for one in knowledge.actors.find(words, language) if one.start == 0), None)


CHECK = Check(
    "evidence_about_another",
    "repair",
    "The quotes are not evidently about somebody else: no other actor is the one who speaks in them while "
    f"holder and speaker are {_BEFORE} sentences away, and they do not tell of sanctions on another state.",
    _find,
)
