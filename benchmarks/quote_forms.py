"""Output tokens of a record by how it gives its evidence: the gold records written as drafts in four forms.

``number and short quote`` is what this tool asks for. The others: the whole sentences that hold the quote,
as most extraction prompts ask for; offsets of its first and last character; the sentence's number alone.
All as compact JSON with every field, as strict schemas require.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any, TypeAlias

from benchmarks import tokens
from benchmarks.faults import compact
from extractor import shipped
from extractor.article.model import Article, Sentence
from extractor.evaluation.gold import GoldArticle, load_gold
from extractor.schemas.draft import DraftActor, DraftEvent, DraftPosition
from extractor.schemas.event import SanctionsEvent
from extractor.schemas.position import Position
from extractor.schemas.values import Actor, Evidence

Json: TypeAlias = dict[str, Any]
Form: TypeAlias = Callable[[Article, Evidence], Json]

_NAMES = frozenset(
    ("name", "senders", "targets", "according_to", "holder", "speaker", "issue_targets", "addressees")
)
_WORDS = frozenset(("instruments", "date", "in_force", "condition", "issue_label", "role"))
_PARTS = ("keys and brackets", "names", "vocabulary", "own words", "null and empty", "evidence")


def main() -> None:
    """Prints tokens a record by form, a record's cost by part, and what leaving fields out would save."""
    gold = load_gold(shipped.gold(), shipped.seeds())
    drafts = {name: [draft(one, form) for one in gold] for name, form in FORMS.items()}
    count = sum(len(one["events"]) + len(one["positions"]) for one in drafts[SHORT])
    with_what = tokens.starts("")[0]
    print(f"{count} gold records of {len(gold)} articles; tokens by {with_what}")
    _print_forms(drafts, count)
    _print_parts(drafts[SHORT], count)


def _print_forms(drafts: dict[str, list[Json]], count: int) -> None:
    ours, bare = _total(drafts[SHORT]), _total([without_evidence(one) for one in drafts[SHORT]])
    print(f"{'evidence given as':32} {'tokens a record':>15} {'of them evidence':>17} {'times ours':>11}")
    for name, answers in drafts.items():
        total = _total(answers)
        print(f"{name:32} {total / count:15.1f} {(total - bare) / count:17.1f} {total / ours:11.2f}")


def _print_parts(answers: list[Json], count: int) -> None:
    parts: Counter[str] = Counter()
    for answer in answers:
        parts += by_part(answer)
    total = sum(parts.values())
    print(f"\n{'part of a record':32} {'tokens a record':>15} {'share':>17}")
    for name in _PARTS:
        print(f"{name:32} {parts[name] / count:15.1f} {parts[name] / total:17.0%}")
    lean = _total([_lean(answer) for answer in answers])
    by_rule = sum(tokens.by_rule(compact(answer)) for answer in answers)
    print(f"without null, empty and false    {lean / count:15.1f} {lean / total - 1:17.0%}")
    print(f"by the {tokens.RULE:25} {by_rule / count:15.1f} {by_rule / total - 1:+17.0%}")


def _total(answers: Iterable[Json]) -> int:
    return sum(len(tokens.starts(compact(answer))[1]) for answer in answers)


def _short(article: Article, evidence: Evidence) -> Json:
    return {"sentence": _held(article, evidence)[0].number, "quote": evidence.quote}


def _full(article: Article, evidence: Evidence) -> Json:
    held = _held(article, evidence)
    return {"quote": article.text[held[0].start : held[-1].end]}


def _offsets(_: Article, evidence: Evidence) -> Json:
    return {"start": evidence.start, "end": evidence.end}


def _number(article: Article, evidence: Evidence) -> Json:
    return {"sentence": _held(article, evidence)[0].number}


SHORT = "number and short quote (ours)"
FORMS: dict[str, Form] = {
    SHORT: _short,
    "full sentences": _full,
    "character offsets": _offsets,
    "sentence number alone": _number,
}


def _held(article: Article, evidence: Evidence) -> list[Sentence]:
    """The sentences that hold the quote."""
    return [one for one in article.sentences if one.end > evidence.start and one.start < evidence.end]


def draft(gold: GoldArticle, form: Form) -> Json:
    """The gold records of an article as the right answer of a model, its evidence in ``form``."""
    events = [one.record for one in gold.events]
    positions = [one.record for one in gold.positions]
    named = [*chain.from_iterable(map(_in_event, events)), *chain.from_iterable(map(_in_position, positions))]
    actors = {actor.name: _actor(actor) for actor in named}
    return {
        "actors": list(actors.values()),
        "events": [_event(one) | _evidence(gold.article, one, form) for one in events],
        "positions": [_position(one) | _evidence(gold.article, one, form) for one in positions],
    }


def without_evidence(answer: Json) -> Json:
    """The same answer with every list of evidence empty."""
    bare = {key: [{**one, "evidence": []} for one in answer[key]] for key in ("events", "positions")}
    return {"actors": answer["actors"], **bare}


def _evidence(article: Article, record: SanctionsEvent | Position, form: Form) -> Json:
    return {"evidence": [form(article, one) for one in record.evidence]}


def _event(record: SanctionsEvent) -> Json:
    fields: Json = {name: getattr(record, name) for name in DraftEvent.model_fields if name != "evidence"}
    return fields | {
        "senders": _all_names(record.senders),
        "targets": _all_names(record.targets),
        "date": record.date.text if record.date else None,
        "in_force": record.in_force.text if record.in_force else None,
        "according_to": record.according_to.name if record.according_to else None,
    }


def _position(record: Position) -> Json:
    names = {name: getattr(record, name, None) for name in DraftPosition.model_fields if name != "evidence"}
    return names | {
        "holder": record.holder.name,
        "speaker": record.speaker.name if record.speaker else None,
        "issue_kind": record.issue.kind,
        "issue_action": record.issue.action,
        "issue_targets": _all_names(record.issue.targets),
        "issue_label": record.issue.label,
        "addressees": _all_names(record.addressees),
        "date": record.date.text if record.date else None,
    }


def _actor(actor: Actor) -> Json:
    return {name: getattr(actor, name) for name in DraftActor.model_fields}


def _all_names(actors: Iterable[Actor]) -> list[str]:
    return [actor.name for actor in actors]


def _in_event(event: SanctionsEvent) -> tuple[Actor, ...]:
    source = (event.according_to,) if event.according_to else ()
    return (*event.senders, *event.targets, *source)


def _in_position(position: Position) -> tuple[Actor, ...]:
    speaker = (position.speaker,) if position.speaker else ()
    return (position.holder, *speaker, *position.issue.targets, *position.addressees)


def _lean(value: Any) -> Any:
    """Without what is null, empty, or false."""
    if isinstance(value, dict):
        return {key: _lean(one) for key, one in value.items() if one not in (None, [], (), "", False)}
    return [_lean(one) for one in value] if isinstance(value, list | tuple) else value


def by_part(answer: Json) -> Counter[str]:
    """Tokens of an answer by what they say; a token counts where it begins."""
    pieces = list(_pieces(answer, "keys and brackets"))
    text = "".join(piece for piece, _ in pieces)
    assert text == compact(answer)
    part_at = [part for piece, part in pieces for _ in piece]
    return Counter(part_at[start] for start in tokens.starts(text)[1])


def _pieces(value: Any, part: str) -> Iterator[tuple[str, str]]:
    """The JSON of ``value`` in pieces, each with the part it belongs to."""
    frame = "evidence" if part == "evidence" else "keys and brackets"
    if isinstance(value, dict):
        for index, (key, one) in enumerate(value.items()):
            yield f'{"," if index else "{"}"{key}":', frame
            yield from _pieces(one, _part(key, part))
        yield "}", frame
    elif isinstance(value, list | tuple) and value:
        for index, one in enumerate(value):
            yield "," if index else "[", frame
            yield from _pieces(one, part)
        yield "]", frame
    elif value in (None, [], ()):
        yield "[]" if value is not None else "null", "null and empty"
    else:
        yield compact(value), part


def _part(key: str, within: str) -> str:
    if within == "evidence" or key == "evidence":
        return "evidence"
    if key in ("actors", "events", "positions"):
        return within
    return "names" if key in _NAMES else "own words" if key in _WORDS else "vocabulary"
