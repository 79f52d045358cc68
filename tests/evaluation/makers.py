"""Small makers of records, views and gold files for the tests of evaluation."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor.article.model import Article, Paragraph
from extractor.evaluation import comparators as c
from extractor.evaluation.align import Alignment, align
from extractor.evaluation.comparators import Credit, Days
from extractor.evaluation.figures import Counts
from extractor.evaluation.names import ActorKey, fold
from extractor.evaluation.scheme import Field, Scheme
from extractor.evaluation.score import RecordsScore, Tally, score_records
from extractor.schemas.event import SanctionsEvent
from extractor.schemas.extraction import Extraction, Provenance
from extractor.schemas.position import Issue, Position
from extractor.schemas.terms import ActorKindName
from extractor.schemas.values import Actor, Evidence

TEXT = (
    "Headline about sanctions\n"
    "The European Union imposed sanctions on Russia. Hungary opposes sanctions. The end of it.\n"
    "Leave a reply"
)


# Generic records, as the worked examples of the scoring rules have them.


def named(name: str) -> ActorKey:
    """An actor known by one name alone."""
    folded = fold(name)
    words = frozenset(folded.split())
    return ActorKey(name, frozenset({folded}), words=(words,) if len(words) > 1 else ())


@dataclass(frozen=True)
class Act:
    """A record with the worked examples' fields."""

    type: str
    imposer: ActorKey
    targets: tuple[ActorKey, ...]
    date: Days | None = None
    programme: str | None = None
    spans: tuple[tuple[int, int], ...] = ((0, 10),)


ACTS = Scheme[Act](
    name="acts",
    fields=(
        Field("type", 3, lambda r: r.type, c.enum),
        Field("imposer", 2, lambda r: r.imposer, c.actor),
        Field("targets", 3, lambda r: r.targets, c.actor_set),
        Field("date", 1, lambda r: r.date, c.date),
        Field("programme", 1, lambda r: r.programme, c.enum),
    ),
    anchored_by=("imposer", "targets"),
    canonical=repr,
    spans=lambda r: r.spans,
    parts="targets",
)


def act(kind: str, imposer: str, targets: Sequence[str], date: Days | None = None, **rest: Any) -> Act:
    """A generic record from plain names."""
    return Act(kind, named(imposer), tuple(named(target) for target in targets), date, **rest)


def days(start: str, end: str | None = None) -> Days:
    """A closed interval of ISO days; one day when ``end`` is left out."""
    return dt.date.fromisoformat(start), dt.date.fromisoformat(end or start)


# Records known by number alone, whose similarities come from a table.


def table_scheme(table: Sequence[Sequence[float]]) -> Scheme[tuple[str, int]]:
    """Records ("pred", i) and ("gold", j) with similarity ``table[i][j]``."""

    def look_up(a: tuple[str, int], b: tuple[str, int]) -> Credit:
        return Credit(table[a[1]][b[1]])

    return Scheme(
        name="table",
        fields=(Field("cell", 1, lambda r: r, look_up),),
        anchored_by=("cell",),
        canonical=str,
        spans=lambda _: (),
    )


def align_table(table: Sequence[Sequence[float]], theta: float = 0.5) -> Alignment:
    """The alignment of a table of similarities, rows being predictions."""
    preds = [("pred", i) for i in range(len(table))]
    golds = [("gold", j) for j in range(len(table[0]))]
    return align(preds, golds, [False] * len(golds), table_scheme(table), theta)


def score(preds: Sequence[Act], golds: Sequence[Act], optional: Sequence[bool] | None = None) -> RecordsScore:
    """The score of generic records at the usual threshold."""
    return score_records(preds, golds, optional or [False] * len(golds), ACTS, 0.5)


def tally(*documents: tuple[Sequence[Act], Sequence[Act]]) -> Tally[Act]:
    """Totals over documents given as (predictions, gold)."""
    totals = Tally(ACTS)
    for preds, golds in documents:
        totals.add(score(preds, golds))
    return totals


def counts(preds: Sequence[Act], golds: Sequence[Act], optional: Sequence[bool] | None = None) -> Counts:
    """The counts of generic records at the usual threshold."""
    return score(preds, golds, optional).counts


# Published records.


def actor(name: str, kind: ActorKindName = "state", country: str | None = None, **rest: Any) -> Actor:
    """An actor."""
    return Actor(name=name, kind=kind, country=country, **rest)


EU = actor("European Union", "intl_org")
RUSSIA = actor("Russia", country="RU")
HUNGARY = actor("Hungary", country="HU")


def evidence(quote: str = "imposed sanctions", text: str = TEXT) -> tuple[Evidence, ...]:
    """The quote where it first stands in the text."""
    start = text.index(quote)
    return (Evidence(quote=quote, start=start, end=start + len(quote)),)


def event(**fields: Any) -> SanctionsEvent:
    """The EU imposing sanctions on Russia."""
    content: dict[str, Any] = {
        "action": "impose",
        "stage": "adopted",
        "senders": (EU,),
        "targets": (RUSSIA,),
        "evidence": evidence(),
    }
    return SanctionsEvent(**(content | fields))


def position(**fields: Any) -> Position:
    """Hungary opposing sanctions on Russia."""
    content: dict[str, Any] = {
        "holder": HUNGARY,
        "stance": "oppose",
        "issue": issue(),
        "evidence": evidence("opposes sanctions"),
    }
    return Position(**(content | fields))


def issue(**fields: Any) -> Issue:
    """The maintaining of sanctions on Russia."""
    content: dict[str, Any] = {
        "kind": "sanctions",
        "action": "maintain",
        "targets": (RUSSIA,),
        "label": "sanctions on Russia",
    }
    return Issue(**(content | fields))


def result(article: Article, **fields: Any) -> Extraction:
    """A result for the article, with nothing found unless told otherwise."""
    made = Provenance(engine="rules", model="rules-1", tool_version="0", seconds=0.5)
    return Extraction(**({"article": article.info, "provenance": made} | fields))


# Gold files.


def build(text: str, source: str, title: str | None, published: dt.date | None) -> Article:
    """An Article with a paragraph a line, the last one boilerplate when it asks for a reply."""
    paragraphs = []
    start = 0
    for line in text.split("\n"):
        boilerplate = line.startswith("Leave a reply")
        paragraphs.append(
            Paragraph(start, start + len(line), "boilerplate", "reply")
            if boilerplate
            else Paragraph(start, start + len(line))
        )
        start += len(line) + 1
    return Article(text, source, tuple(paragraphs), (), title=title, published=published)


def actor_row(
    name: str = "Russia", kind: str = "state", country: str | None = "RU", **rest: Any
) -> dict[str, Any]:
    """An actor as gold has it."""
    row: dict[str, Any] = {
        "name": name,
        "kind": kind,
        "country": country,
        "role": None,
        "count": None,
        "aliases": [],
    }
    return row | rest


def event_row(**fields: Any) -> dict[str, Any]:
    """The EU imposing sanctions on Russia, as gold has it."""
    row: dict[str, Any] = {
        "action": "impose",
        "stage": "adopted",
        "senders": [actor_row("European Union", "intl_org", None, aliases=["EU"])],
        "targets": [actor_row()],
        "measures": [],
        "reach": "primary",
        "sectors": [],
        "objectives": [],
        "instruments": [],
        "date": None,
        "in_force": None,
        "is_background": False,
        "according_to": None,
        "evidence": [{"quote": "imposed sanctions"}],
        "optional": False,
        "note": None,
    }
    return row | fields


def position_row(**fields: Any) -> dict[str, Any]:
    """Hungary opposing sanctions on Russia, as gold has it."""
    row: dict[str, Any] = {
        "holder": actor_row("Hungary", "state", "HU"),
        "speaker": None,
        "stance": "oppose",
        "issue": {
            "kind": "sanctions",
            "action": "maintain",
            "targets": [actor_row()],
            "label": "sanctions on Russia",
        },
        "condition": None,
        "certainty": "certain",
        "speech_act": "state",
        "basis": "stated",
        "addressees": [],
        "date": None,
        "evidence": [{"quote": "opposes sanctions"}],
        "optional": False,
        "note": None,
    }
    return row | fields


def write_gold(
    folder: Path,
    events: Sequence[dict[str, Any]] = (),
    positions: Sequence[dict[str, Any]] = (),
    text: str = TEXT,
    name: str = "a",
    **header: Any,
) -> Path:
    """A gold file ``name``.json with its article beside it."""
    (folder / f"{name}.txt").write_bytes(text.encode())
    article = {"file": f"{name}.txt", "title": None, "published": None, "language": "en"} | header
    content = {"article": article, "events": list(events), "positions": list(positions)}
    path = folder / f"{name}.json"
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path
